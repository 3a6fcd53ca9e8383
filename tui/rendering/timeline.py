"""The timeline as text: a band of bars that tells how dense the events lie, and the events below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from rich.cells import cell_len
from textual.content import Content, Span

from articles.clock import day_in_words
from articles.model import DatedEvent, Factuality
from articles.reading.timeline import Density, Unit, name_of
from articles.text import one_line
from tui.event_dates import event_days_words
from tui.rendering.paragraphs import Paragraph
from tui.rendering.rows import fit
from tui.rendering.spans import safe

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_POINTER = "▲"
_LOOSE_POINTER = "△"
"""Points to the unit after which something lies that is not dated so exactly."""
_GAP = "⋯"
"""Stands for more empty units than `_MOST_EMPTY`."""
_MOST_EMPTY = 3
_WIDEST_BAR = 4
_DATE_CELLS = 20
_BEFORE_TRIGGER = 3
"""A sentence that is cut at both ends begins by so many parts of its room before the event's trigger."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the band: a unit with events, by its position, or what lies between two such."""

    position: int | None
    is_gap: bool = False


def band(density: Density, event: DatedEvent | None, width: int, height: int) -> Content:
    """The bars of the units that have events, what begins where below them, and a pointer to one of them.

    Args:
        density: How many events lie in each unit.
        event: The event to whose unit to point; None where there are no events.
        width: Cells.
        height: Lines of bars.
    """
    columns = tuple(_columns(density))
    if not columns or event is None:
        return Content("\n" * (height + 1))
    position = density.position(event)
    cells = max(1, min(_WIDEST_BAR, width // len(columns)))
    places = {column.position: at for at, column in enumerate(columns) if column.position is not None}
    seen = max(width // cells, 1)
    first = max(0, min(places[position] - seen // 2, len(columns) - seen))
    shown = columns[first : first + seen]
    lines = [_bar_line(density, shown, cells, level, height, position) for level in reversed(range(height))]
    names = Content.styled(fit(_names(density, shown, cells), width), "$muted")
    at = (places[position] - first) * cells
    return Content("\n").join([*lines, names, _pointer_line(density, event, at, width)])


def event_paragraphs(events: Sequence[DatedEvent], width: int) -> tuple[Paragraph, ...]:
    """The events under their years, each with its days, its name, how many report it, and how one of them does.

    The keys are the ids of the events.

    Args:
        events: In order.
        width: Cells of a line.
    """
    paragraphs: list[Paragraph] = []
    heading = ""
    for event in events:
        words = str(event.days.first.year)
        if words != heading:
            heading = words
            paragraphs.append(Paragraph(Content.styled(words, "bold $accent"), gap=1 if paragraphs else 0))
        lead = fit(event_days_words(event.days), _DATE_CELLS)
        paragraphs.append(Paragraph(event_content(event, width - _DATE_CELLS), key=event.event.id, lead=lead, gap=0))
    return tuple(paragraphs)


def event_content(event: DatedEvent, width: int) -> Content:
    """An event in two lines: what it is, and as much of a sentence that reports it as there is room for."""
    known = event.event
    status = "" if known.factuality is Factuality.ASSERTED else f" · {known.factuality.value}"
    reports = f" · {event.texts} reports" if event.texts > 1 else ""
    name = fit(one_line(name_of(event)), max(width - len(status) - len(reports), 8)).rstrip()
    sentence, start, end = _glimpse(event, max(width, 8))
    text, spans = "", []
    for part, style in ((name, "bold"), (status, "$doubtful"), (reports, "$accent"), ("\n", ""), (sentence, "$muted")):
        spans.append(Span(len(text), len(text) + len(part), style))
        text += part
    before = len(text) - len(sentence)
    spans.append(Span(before + start, before + end, "$trigger"))
    return Content(
        safe(text), [span for span in spans if span.style and span.start < span.end], strip_control_codes=False
    )


def _glimpse(event: DatedEvent, width: int) -> tuple[str, int, int]:
    """What fits on a line of the sentence around the event's trigger, and where in it the trigger stands."""
    sentence, start, end = event.sentence.replace("\n", " "), event.trigger_start, event.trigger_end
    first, lead = 0, ""
    if cell_len(sentence[:end]) > width - 2:
        blank = sentence.find(" ", max(start - width // _BEFORE_TRIGGER, 0), start)
        first, lead = (blank + 1 if blank >= 0 else start), "…"
    shown = lead + sentence[first:]
    if cell_len(shown) > width:
        shown = fit(shown, width)
    moved = len(lead) - first
    return shown, min(start + moved, len(shown)), min(end + moved, len(shown))


def _columns(density: Density) -> Iterator[_Column]:
    for position, (before, first) in enumerate(pairwise((None, *density.firsts))):
        empty = 0 if before is None or first is None else _units_between(density.unit, before, first)
        if empty > _MOST_EMPTY:
            yield _Column(None, is_gap=True)
        else:
            yield from (_Column(None) for _ in range(empty))
        yield _Column(position)


def _units_between(unit: Unit, before: date, after: date) -> int:
    """How many units lie between two, both given by their first days."""
    if unit is Unit.DAY:
        return (after - before).days - 1
    if unit is Unit.MONTH:
        return 12 * (after.year - before.year) + after.month - before.month - 1
    return after.year - before.year - 1


def _bar_line(
    density: Density, columns: Sequence[_Column], cells: int, level: int, height: int, pointed: int
) -> Content:
    """One line of the bars, the lowest being level 0."""
    most = max(density.counts)
    line: list[tuple[str, str]] = []
    for column in columns:
        if column.position is None:
            text, style = (_GAP if column.is_gap and level == 0 else " ").ljust(cells), "$muted"
        else:
            eighths = max(round(density.counts[column.position] / most * height * 8), 1) - level * 8
            bar = _EIGHTHS[max(0, min(eighths, 8))] * max(cells - 1, 1)
            text = bar.ljust(cells)
            style = "$accent bold" if column.position == pointed else "$relation-follows"
        line.append((text, style))
    return Content.assemble(*line)


def _names(density: Density, columns: Sequence[_Column], cells: int) -> str:
    """What begins where: months below days, years below months, decades below years, as far as there is room."""
    line = ""
    last = ""
    for at, column in enumerate(columns):
        if column.position is None:
            continue
        name = _period(density.unit, density.firsts[column.position])
        if name != last and len(line) < at * cells + bool(not line):
            line = line.ljust(at * cells) + name + " "
            last = name
    return line


def _period(unit: Unit, first: date) -> str:
    """The period above a unit, by its name."""
    if unit is Unit.DAY:
        return f"{first:%b %Y}"
    return str(first.year) if unit is Unit.MONTH else f"{first.year // 10 * 10}s"


def _pointer_line(density: Density, event: DatedEvent, at: int, width: int) -> Content:
    position, unit = density.position(event), density.unit
    if unit is Unit.YEAR or unit.holds(event.days):
        count, pointer = density.counts[position], _POINTER
        words = f"{_unit_words(unit, density.firsts[position])} · {count} event{'' if count == 1 else 's'}"
    else:
        words, pointer = f"{event_days_words(event.days)} · not known to the {unit.value}", _LOOSE_POINTER
    if at + len(words) + 2 <= width:
        return Content.assemble(" " * at, (f"{pointer} ", "$accent bold"), (words, "$text"))
    before = fit(words, max(at - 1, 0)).rstrip()
    return Content.assemble(" " * (at - len(before) - 1), (before, "$text"), (f" {pointer}"[-at - 1 :], "$accent bold"))


def _unit_words(unit: Unit, first: date) -> str:
    if unit is Unit.DAY:
        return day_in_words(first)
    return f"{first:%b %Y}" if unit is Unit.MONTH else str(first.year)
