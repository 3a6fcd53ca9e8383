"""Dates, counts and lines as the plain listings print them."""

from __future__ import annotations

from datetime import date

from articles.model import ArticleRow, ArticleState, Factuality, Interval, KnownEvent
from articles.progress import Progress, Report, Stage
from tui.listings.adding import progress_text, report_text
from tui.listings.articles import row_text
from tui.listings.events import event_text
from tui.listings.wording import counted, interval_in_words

DAY = date(2023, 9, 4)


def test_an_interval_of_one_day_is_that_day() -> None:
    assert interval_in_words(Interval(DAY, DAY)) == "4 Sep 2023"
    assert interval_in_words(Interval(DAY, date(2023, 9, 10))) == "4 Sep 2023 to 10 Sep 2023"
    assert interval_in_words(None) == ""


def test_counts_have_their_plural() -> None:
    assert [counted(number, "report") for number in (0, 1, 2)] == ["0 reports", "1 report", "2 reports"]


def test_a_row_is_one_line_whatever_its_title_holds() -> None:
    row = ArticleRow(7, "Two\nlines", "Echo", is_starred=True, tags=("a b",), state=ArticleState.READY, related=2)
    assert row_text(row) == "     7  undated                  *N  Two lines · Echo · #a b · 2 others\n"


def test_a_row_that_waits_says_so() -> None:
    assert row_text(ArticleRow(7, "", "", is_read=True)).endswith("    (no title) · waiting\n")


def test_an_event_says_what_it_is_and_whether_it_is_so() -> None:
    event = KnownEvent(4, "parade, Pyongyang", "parade", Interval(DAY, DAY), Factuality.PLANNED, articles=1, mentions=3)
    assert event_text(event) == "     4  parade, Pyongyang · 4 Sep 2023 · planned · 1 article\n"


def test_progress_fits_the_width() -> None:
    progress = Progress(Stage.ANNOTATING, 3, 16, "A very long title of an article")
    assert progress_text(progress, 30) == "annotating 3 of 16 · A very l…"
    assert progress_text(Progress(Stage.STARTING, 0, 0), 30) == "starting"


def test_a_report_counts_what_came_of_it() -> None:
    assert report_text(Report(added=1)) == "1 article added\n"
    assert report_text(Report(added=0, unchanged=2, problems=("x",))) == (
        "0 articles added, 2 were there already, 1 problem\n"
    )
