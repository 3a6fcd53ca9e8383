"""The band of the timeline and the lines of its events, as text."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from rich.cells import cell_len

from articles.model import DatedEvent, Factuality, Interval, KnownEvent
from articles.reading.timeline import Unit, density
from tests.unit.test_reading_timeline import MAY, dated, many
from tui.event_dates import event_days_words
from tui.rendering.timeline import event_content, event_paragraphs
from tui.rendering.timeline_band import band, unit_at

SENTENCE = "After nine years and three mayors, to everybody's relief, the second bridge of the town was opened."


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (MAY, MAY, "2 May 2024"),
        (date(2024, 5, 1), date(2024, 5, 31), "May 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2024, 5, 4), date(2024, 5, 10), "~4–10 May 2024"),
        (date(2024, 5, 28), date(2024, 6, 3), "~28 May–3 Jun 2024"),
        (date(2024, 6, 1), date(2024, 8, 31), "~Jun–Aug 2024"),
        (date(2023, 12, 1), date(2024, 2, 29), "~Dec 2023–Feb 2024"),
        (date(1950, 1, 1), date(1953, 12, 31), "~1950–1953"),
    ],
)
def test_no_more_is_said_of_a_date_than_is_known(first: date, last: date, words: str) -> None:
    assert event_days_words(Interval(first, last)) == words


def test_bars_are_as_high_as_events_are_many_and_the_pointer_tells_where_one_is() -> None:
    events = many(MAY, MAY, MAY, MAY, MAY + timedelta(days=1))
    lines = band(density(events, Unit.DAY), events[0], 40, 2).plain.splitlines()
    assert [line.rstrip() for line in lines] == ["███", "███ ▄▄▄", "May 2024", "▲ 2 May 2024 · 4 events"]


def test_what_lies_far_apart_is_drawn_near_with_a_sign_between() -> None:
    events = many(date(1948, 9, 9), MAY, MAY + timedelta(days=2))
    lines = band(density(events, Unit.DAY), events[2], 40, 1).plain.splitlines()
    assert lines[0].rstrip() == "███ ⋯   ███     ███"
    assert lines[1].rstrip() == "Sep 1948        May 2024"
    assert lines[2].rstrip() == "                ▲ 4 May 2024 · 1 event"


def test_an_event_that_is_not_dated_so_exactly_is_pointed_to_loosely() -> None:
    events = [*many(MAY), dated(date(2024, 6, 1), date(2024, 6, 30), 9)]
    lines = band(density(events, Unit.DAY), events[1], 60, 1).plain.splitlines()
    assert lines[-1].rstrip() == "△ Jun 2024 · not known to the day"


@pytest.mark.parametrize("width", [10, 40, 61, 200])
def test_no_line_of_the_band_is_wider_than_the_screen(width: int) -> None:
    events = many(*(MAY + timedelta(days=3 * number) for number in range(150)))
    counted = density(events, Unit.DAY)
    for event in events:
        lines = band(counted, event, width, 3).plain.split("\n")
        assert len(lines) == 5
        assert all(cell_len(line) <= width for line in lines)
        assert "▲" in lines[-1]


@pytest.mark.parametrize("width", [10, 40, 61, 200])
def test_a_bar_is_found_where_it_is_drawn(width: int) -> None:
    events = many(*(MAY + timedelta(days=3 * number) for number in range(150)))
    counted = density(events, Unit.DAY)
    for event in events:
        pointer = band(counted, event, width, 3).plain.split("\n")[-1].index("▲")
        assert unit_at(counted, event, width, pointer) == counted.position(event)
        assert unit_at(counted, event, width, width + 4) is None


def test_without_events_the_band_is_blank() -> None:
    assert band(density((), Unit.DAY), None, 40, 2).plain.strip() == ""


def long_event(factuality: Factuality = Factuality.ASSERTED) -> DatedEvent:
    """An event whose sentence is longer than a line."""
    days = Interval(MAY, MAY)
    start = SENTENCE.index("opened")
    event = KnownEvent(7, "opening, Cádiz, 2 May 2024", "opening", days, factuality, 3, 3)
    return DatedEvent(event, days, 3, SENTENCE, start, start + 6)


def test_an_event_is_told_in_two_lines_with_the_words_that_tell_it_in_sight() -> None:
    name, sentence = event_content(long_event(), 50).plain.split("\n")
    assert name == "opening, Cádiz · 3 reports"
    assert sentence.startswith("…")
    assert "opened" in sentence
    assert cell_len(sentence) <= 50


def test_what_is_not_told_as_done_says_so() -> None:
    assert "opening, Cádiz · planned · 3 reports" in event_content(long_event(Factuality.PLANNED), 60).plain


def test_a_sentence_from_outside_cannot_break_the_line() -> None:
    event = DatedEvent(long_event().event, Interval(MAY, MAY), 1, "It\nopened \x1b[31m[b]now[/b].", 3, 9)
    assert event_content(event, 60).plain.split("\n")[1] == "It opened ␛[31m[b]now[/b]."


def test_events_stand_under_their_years() -> None:
    paragraphs = event_paragraphs(many(date(2023, 1, 2), MAY, MAY), 60)
    assert [paragraph.content.plain.split("\n")[0] for paragraph in paragraphs if paragraph.key is None] == [
        "2023",
        "2024",
    ]
    assert [paragraph.key for paragraph in paragraphs if paragraph.key is not None] == [1, 2, 3]
