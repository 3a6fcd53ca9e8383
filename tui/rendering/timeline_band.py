"""The band of a timeline: bars that tell how dense the events lie, and which of them stands where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from textual.content import Content

from articles.clock import day_in_words
from articles.model import DatedEvent
from articles.reading.timeline import Density, Unit
from tui.event_dates import event_days_words
from tui.rendering.rows import fit

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_POINTER = "▲"
_LOOSE_POINTER = "△"
"""Points to the unit after which something lies that is not dated so exactly."""
_GAP = "⋯"
"""Stands for more empty units than `_MOST_EMPTY`."""
_MOST_EMPTY = 3
_WIDEST_BAR = 4


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
    shown = _fitting(density, event, width)
    if shown is None or event is None:
        return Content("\n" * (height + 1))
    columns, cells = shown
    position = density.position(event)
    lines = [_bar_line(density, columns, cells, level, height, position) for level in reversed(range(height))]
    names = Content.styled(fit(_names(density, columns, cells), width), "$muted")
    at = columns.index(_Column(position)) * cells
    return Content("\n").join([*lines, names, _pointer_line(density, event, at, width)])


def unit_at(density: Density, event: DatedEvent | None, width: int, cell: int) -> int | None:
    """The position of the unit whose bar `band` draws at a cell, from 0 at the left; None where it draws none."""
    shown = _fitting(density, event, width)
    if shown is None:
        return None
    columns, cells = shown
    return columns[cell // cells].position if 0 <= cell // cells < len(columns) else None


def _fitting(density: Density, event: DatedEvent | None, width: int) -> tuple[Sequence[_Column], int] | None:
    """The columns that there is room for around the unit of an event, and how many cells each has."""
    columns = tuple(_columns(density))
    if not columns or event is None:
        return None
    cells = max(1, min(_WIDEST_BAR, width // len(columns)))
    seen = max(width // cells, 1)
    at = columns.index(_Column(density.position(event)))
    first = max(0, min(at - seen // 2, len(columns) - seen))
    return columns[first : first + seen], cells


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
