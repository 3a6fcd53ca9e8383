"""The tabs of the side pane as text, at three sizes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from articles.library import Library
from articles.model import Difference, Relation
from tests.library.building import stated
from tests.library.reports import Said, To, report
from tests.pilot.conftest import Opened
from tests.pilot.driving import press, shown_text, type_text
from tests.snapshots.pictures import SIZES, check
from tui.state import Tab

OPENED = Said(
    "Mayor Ana Ruiz opened the bridge in Cádiz on Thursday, after a night in which nobody in the old town slept.",
    "opened",
    "Ana Ruiz",
    "Cádiz",
    "Thursday",
    date(2024, 5, 2),
)
EARLIER = Said(
    "[bold]Work[/] was said to have been opened on Friday by Ana Ruiz, the mayor of Cádiz, who denied it.",
    "opened",
    "Ana Ruiz",
    "Cádiz",
    "Friday",
    date(2024, 5, 3),
)
CHEAP = Said("The bridge, nine years in the making, cost 41 million euros, the mayor said.", "cost", "")
DEAR = Said("It cost 48 million euros, a third more than was planned when the work began.", "cost", "")
STRIKE = Said("Dockers began a strike in Cádiz\x1b[2J the day after.", "strike", place="Cádiz")
VISIT = Said("Juan Gil paid the town a visit.", "visit", "Juan Gil")


@pytest.fixture
def told_library(tmp_path: Path) -> Path:
    """An article from which others differ in a day and a figure; it alone has a strike, and it leaves out a visit."""
    path = tmp_path / "told.library"
    back = (Difference("figure", "48 million euros", "41 million euros"),)
    days = (Difference("day", "3 May 2024", "2 May 2024"),)
    with Library.open(path) as library:
        first = report(
            library,
            1,
            OPENED,
            CHEAP,
            STRIKE,
            outlet="Bay Courier",
            published=stated(2024, 5, 6),
            title="A bridge at last",
        )
        second = report(
            library,
            2,
            EARLIER,
            DEAR,
            VISIT,
            outlet="The Lantern",
            published=stated(2024, 5, 4),
            title="Nine years",
            links=[
                To(0, first, 0, Relation.DIFFERS, differences=days),
                To(1, first, 1, Relation.DIFFERS, differences=back),
            ],
        )
        links = [To(0, first, 0), To(0, second, 0), To(1, second, 2)]
        report(library, 3, OPENED, VISIT, outlet="Echo", published=stated(2024, 5, 5), title="Opened", links=links)
    return path


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_tabs_one_after_the_other(opened: Opened, told_library: Path, size: tuple[int, int]) -> None:
    async with opened(size, library=told_library) as pilot:
        await press(pilot, "Enter", "m")
        await type_text(pilot, "Who paid?")
        await press(pilot, "Enter", "3")
        shown = []
        for _ in Tab:
            shown.append(shown_text(pilot))
            await press(pilot, "}")
        check(f"tabs-{size[0]}x{size[1]}", f"\n{'=' * size[0]}\n".join(shown))
