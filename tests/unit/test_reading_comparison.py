"""Articles compared: what they tell alike, what differently, and what each tells alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from articles.errors import LibraryError, NotFoundError
from articles.library import Library
from articles.model import Difference, Factuality, Relation
from articles.reading.comparison import ComparedEvent, Standing, compare_reports
from articles.reading.differing import ToldDifferently
from tests.library.building import stated
from tests.library.reports import Said, To, report

OPENED = Said("Ana Ruiz opened the bridge in Cádiz.", "opened", "Ana Ruiz", "Cádiz")
COST = Said("The work cost 41 million euros.", "cost")
FERRY = Said("The ferry sank in March.", "sank")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.sqlite3") as opened:
        yield opened


def told(event: ComparedEvent) -> list[list[str]]:
    """The sentences of each article."""
    return [[each.passage.text for each in reports] for reports in event.reports]


def marked(event: ComparedEvent) -> list[list[str]]:
    """The marked words of each article."""
    return [
        [each.passage.text[start:end] for each in reports for start, end in each.marked] for reports in event.reports
    ]


def test_an_event_that_two_tell_is_agreed_and_the_rest_stands_alone(library: Library) -> None:
    one = report(library, 1, OPENED, FERRY)
    other = report(library, 2, COST, OPENED, links=[To(1, one, 0)])
    made = compare_reports(library, (one, other))
    (event,) = made.events
    assert event.standing is Standing.AGREED
    assert told(event) == [[OPENED.text], [OPENED.text]]
    assert [[each.text for each in passages] for passages in made.alone] == [[FERRY.text], [COST.text]]
    assert not made.is_one_text


def test_a_figure_that_differs_is_told_and_its_words_are_marked(library: Library) -> None:
    dearer = Said("The work cost 48 million euros.", "cost")
    one = report(library, 1, COST)
    differing = (Difference("figure", "48 million euros", "41 million euros"),)
    other = report(library, 2, dearer, links=[To(0, one, 0, Relation.DIFFERS, differences=differing)])
    (event,) = compare_reports(library, (one, other)).events
    assert event.standing is Standing.DIFFERING
    assert event.differences == (ToldDifferently("figure", ("41 million euros", "48 million euros")),)
    assert marked(event) == [["41 million euros"], ["48 million euros"]]


def test_of_three_that_tell_a_figure_those_that_agree_stand_together(library: Library) -> None:
    dearer = Said("The work cost 48 million euros.", "cost")
    differing = (Difference("figure", "48 million euros", "41 million euros"),)
    one, two = report(library, 1, COST), report(library, 2, COST)
    links = [To(0, each, 0, Relation.DIFFERS, differences=differing) for each in (one, two)]
    three = report(library, 3, dearer, links=[links[0], links[1]])
    made = compare_reports(library, (one, two, three))
    assert made.events[0].differences == (
        ToldDifferently("figure", ("41 million euros", "41 million euros", "48 million euros")),
    )


def test_the_words_that_tell_a_day_are_marked_though_it_is_told_by_its_date(library: Library) -> None:
    may = Said("It opened on Thursday.", "opened", when="Thursday", day=date(2024, 5, 2))
    june = Said("It opened on 3 May.", "opened", when="3 May", day=date(2024, 5, 3))
    one = report(library, 1, may)
    differing = (Difference("day", "3 May 2024", "2 May 2024"),)
    other = report(library, 2, june, links=[To(0, one, 0, Relation.DIFFERS, differences=differing)])
    (event,) = compare_reports(library, (one, other)).events
    assert marked(event) == [["Thursday"], ["3 May"]]


def test_a_place_differs_where_each_names_one_that_the_other_does_not(library: Library) -> None:
    elsewhere = Said("Ana Ruiz opened the bridge in Huelva.", "opened", "Ana Ruiz", "Huelva")
    one = report(library, 1, OPENED)
    other = report(library, 2, elsewhere, links=[To(0, one, 0)])
    (event,) = compare_reports(library, (one, other)).events
    assert event.standing is Standing.DIFFERING
    assert event.differences == (ToldDifferently("place", ("Cádiz", "Huelva")),)
    assert marked(event) == [["Cádiz"], ["Huelva"]]


def test_a_place_within_another_is_no_difference(library: Library) -> None:
    within = Said("Ana Ruiz opened the bridge in Puntales.", "opened", "Ana Ruiz", "Puntales")
    one = report(library, 1, OPENED)
    where = Said("Puntales is a part of Cádiz that grew.", "grew", place="Cádiz")
    other = report(library, 2, within, where, links=[To(0, one, 0)])
    (event,) = compare_reports(library, (one, other)).events
    assert event.standing is Standing.AGREED


def test_a_country_is_no_other_place_than_a_town(library: Library) -> None:
    wide = Said("Ana Ruiz opened the bridge in Spain.", "opened", "Ana Ruiz", "Spain")
    one = report(library, 1, OPENED)
    other = report(library, 2, wide, links=[To(0, one, 0)])
    assert compare_reports(library, (one, other)).events[0].standing is Standing.AGREED


def test_who_did_it_differs_where_each_names_another(library: Library) -> None:
    somebody = Said("Luis Vega opened the bridge in Cádiz.", "opened", "Luis Vega", "Cádiz")
    one = report(library, 1, OPENED)
    other = report(library, 2, somebody, links=[To(0, one, 0)])
    (event,) = compare_reports(library, (one, other)).events
    assert event.differences == (ToldDifferently("name", ("Ana Ruiz", "Luis Vega")),)
    assert marked(event) == [["Ana Ruiz"], ["Luis Vega"]]


def test_what_one_denies_is_disputed_and_comes_first(library: Library) -> None:
    denied = Said("Ana Ruiz denied that she opened it.", "opened", "Ana Ruiz", factuality=Factuality.DENIED)
    one = report(library, 1, COST, OPENED)
    other = report(library, 2, COST, denied, links=[To(0, one, 0), To(1, one, 1, Relation.DISPUTES, joins=False)])
    made = compare_reports(library, (one, other))
    assert [event.standing for event in made.events] == [Standing.DISPUTED, Standing.AGREED]
    assert told(made.events[0]) == [[OPENED.text], [denied.text]]
    assert made.alone == ((), ())


def test_a_doubtful_link_makes_no_row(library: Library) -> None:
    one = report(library, 1, OPENED)
    other = report(library, 2, OPENED, links=[To(0, one, 0, confidence=0.4, joins=False)])
    made = compare_reports(library, (one, other))
    assert made.events == ()
    assert [len(passages) for passages in made.alone] == [1, 1]


def test_two_events_of_one_article_stay_two_whatever_links_say(library: Library) -> None:
    again = Said("Years later she opened another one.", "opened")
    one = report(library, 1, OPENED, again)
    other = report(library, 2, OPENED, links=[To(0, one, 0), To(0, one, 1, confidence=0.6, joins=False)])
    made = compare_reports(library, (one, other))
    (event,) = made.events
    assert told(event) == [[OPENED.text], [OPENED.text]]
    assert made.alone == ((), ())


def test_no_event_is_shown_whose_sentences_all_stand_under_an_earlier_one(sample_library: Path) -> None:
    with Library.open(sample_library) as library:
        rows = library.rows(library.ids())
        flood = [row.id for row in rows if "Valdoria" in row.title]
        made = compare_reports(library, flood)
    shown = [
        {(each.passage.article, each.passage.text) for own in event.reports for each in own} for event in made.events
    ]
    assert len(shown) > 2
    assert not any(later <= earlier for at, later in enumerate(shown) for earlier in shown[:at])


def test_an_article_that_is_silent_leaves_its_place_empty(library: Library) -> None:
    one = report(library, 1, OPENED)
    two = report(library, 2, FERRY)
    three = report(library, 3, OPENED, links=[To(0, one, 0)])
    (event,) = compare_reports(library, (one, two, three)).events
    assert told(event) == [[OPENED.text], [], [OPENED.text]]


def test_one_article_alone_and_one_that_is_not_there_are_refused(library: Library) -> None:
    one = report(library, 1, OPENED, published=stated(2024, 5, 2))
    with pytest.raises(LibraryError, match="compared with itself"):
        compare_reports(library, (one, one))
    with pytest.raises(NotFoundError, match="no article 9"):
        compare_reports(library, (one, 9))
