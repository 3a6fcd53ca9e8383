"""The screens about events as text, at three sizes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from articles.library import Library
from articles.model import Difference, Factuality, Relation
from tests.library.building import add, annotate, findings, stated
from tests.library.reports import Said, To, report
from tests.pilot.conftest import Opened
from tests.pilot.driving import press, shown_text
from tests.snapshots.pictures import OPENING, SIZES, check


@pytest.fixture
def events_library(tmp_path: Path) -> Path:
    """An opening that three articles report, planned in a fourth, and one of long ago."""
    path = tmp_path / "events.library"
    planned = findings(factuality=Factuality.PLANNED)
    with Library.open(path) as library:
        numbers = [
            add(library, number, published=stated(2024, 5, number), title=f"The bridge, day {number}", outlet=outlet)
            for number, outlet in enumerate(("Bay Courier", "The Lantern", "Delta Wire", "Inland Gazette"), 1)
        ]
        first, second, third, fourth = numbers
        annotate(library, first, day=OPENING)
        annotate(library, second, first, day=OPENING)
        annotate(library, third, first, relation=Relation.DIFFERS, day=OPENING)
        annotate(library, fourth, day=date(1987, 6, 1))
        for number, day in enumerate((date(2024, 5, 4), date(2024, 5, 9), date(2024, 5, 9)), 5):
            annotate(library, add(library, number, published=stated(2024, 5, 9), outlet="Echo"), day=day)
        annotate(library, add(library, 8, published=stated(2024, 5, 1)), day=date(2024, 6, 1), found=planned)
    return path


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_timeline(opened: Opened, events_library: Path, size: tuple[int, int]) -> None:
    async with opened(size, library=events_library) as pilot:
        await press(pilot, "gt", "h")
        check(f"timeline-{size[0]}x{size[1]}", shown_text(pilot))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_reports_of_an_event(opened: Opened, events_library: Path, size: tuple[int, int]) -> None:
    async with opened(size, library=events_library) as pilot:
        await press(pilot, "gt", "gg", "j", "Enter", "j")
        check(f"reports-{size[0]}x{size[1]}", shown_text(pilot))


@pytest.fixture
def compared_library(tmp_path: Path) -> Path:
    """Two articles that agree on an opening, differ on a figure, and each tell something alone."""
    path = tmp_path / "compared.library"
    opened_it = Said("Mayor Ana Ruiz opened the bridge in Cádiz on Thursday.", "opened", "Ana Ruiz", "Cádiz")
    cheap = Said("The bridge, nine years in the making, cost 41 million euros, the mayor said.", "cost")
    dear = Said("It cost 48 million euros, a third more than was planned when work began.", "cost")
    rain = Said("It rained all day.", "rained")
    ferry = Said("The ferry line, which has carried the town for a century, closed on the same day.", "closed")
    differing = (Difference("figure", "48 million euros", "41 million euros"),)
    with Library.open(path) as library:
        first = report(
            library,
            1,
            opened_it,
            cheap,
            rain,
            outlet="Bay Courier",
            published=stated(2024, 5, 3),
            title="A bridge at last",
        )
        links = [To(0, first, 0), To(1, first, 1, Relation.DIFFERS, differences=differing)]
        report(
            library,
            2,
            opened_it,
            dear,
            ferry,
            outlet="The Lantern",
            published=stated(2024, 5, 4),
            title="After nine years and three mayors the town has its second bridge, and nobody to thank for it",
            links=links,
        )
    return path


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_two_articles_compared(opened: Opened, compared_library: Path, size: tuple[int, int]) -> None:
    async with opened(size, library=compared_library) as pilot:
        await press(pilot, "c", "j", "c", "j", "l")
        check(f"compare-{size[0]}x{size[1]}", shown_text(pilot))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_list_by_story(opened: Opened, compared_library: Path, size: tuple[int, int]) -> None:
    async with opened(size, library=compared_library) as pilot:
        await press(pilot, "E", "j")
        check(f"stories-{size[0]}x{size[1]}", shown_text(pilot))
