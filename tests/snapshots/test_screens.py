"""The screens as text, at three sizes. BROADSHEET_UPDATE_SNAPSHOTS=1 writes them anew; read the difference."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from articles.library import Library
from articles.model import UNDATED, Annotations, Basis, Difference, Factuality, Linked, Precision, Published, Relation
from tests.library.building import add, annotate, article, findings, raw, stated
from tests.library.reports import Said, To, report
from tests.pilot.conftest import Opened
from tests.pilot.conftest import opened as opened
from tests.pilot.driving import press, shown_text, type_text
from tests.unit.linking.test_duplicates import REPORT

FOLDER = Path(__file__).parent
SIZES = [(60, 20), (80, 24), (160, 50)]


OPENING = date(2024, 5, 2)


@pytest.fixture(scope="session")
def demo_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few articles written down here, so that nothing but the screen can change the pictures."""
    path = tmp_path_factory.mktemp("snapshots") / "bridge.library"
    inferred = Published(date(2024, 4, 29), Precision.WEEK, Basis.INFERRED, ("“on Thursday”: 2 May 2024",))
    with Library.open(path) as library:
        first = add(library, 1, published=stated(2024, 5, 3), title="Mayor opens the bridge", outlet="Bay Courier")
        second = add(
            library,
            2,
            published=stated(2024, 5, 2),
            title="After nine years and three mayors, Cádiz has its second bridge, and nobody to thank for it",
            outlet="The Lantern",
        )
        third = add(library, 3, published=inferred, title="Bridge to open “within days”", outlet="Delta Wire")
        fourth = add(library, 4, published=UNDATED, title="橋が開通した", outlet="湾岸新聞")
        fifth = add(
            library, 5, published=stated(2024, 3, 30), title="Ferry line sees no future", outlet="Inland Gazette"
        )
        annotate(library, first, day=OPENING)
        annotate(library, second, first, day=OPENING)
        annotate(library, third, first, relation=Relation.DIFFERS, confidence=0.6)
        for unrelated in (fourth, fifth):
            library.store_annotations(unrelated, Annotations("test engine"), [], lambda _: Linked((), (), ()))
        library.add_tag([first], "bridges")
    return path


def check(name: str, text: str) -> None:
    """Compare with the text kept under a name, or keep it."""
    kept = FOLDER / f"{name}.txt"
    if os.environ.get("BROADSHEET_UPDATE_SNAPSHOTS") == "1":
        kept.write_text(text + "\n", encoding="utf-8")
    assert kept.is_file(), f"{kept.name} is not there: run with BROADSHEET_UPDATE_SNAPSHOTS=1"
    assert text + "\n" == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_list_with_the_article_under_its_cursor(opened: Opened, size: tuple[int, int]) -> None:
    async with opened(size) as pilot:
        await press(pilot, "j", "j", "*")
        check(f"list-{size[0]}x{size[1]}", shown_text(pilot))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_an_article_being_read(opened: Opened, size: tuple[int, int]) -> None:
    async with opened(size) as pilot:
        await press(pilot, "j", "Enter")
        check(f"reader-{size[0]}x{size[1]}", shown_text(pilot))


async def test_a_search_as_it_is_typed(opened: Opened) -> None:
    async with opened((80, 24)) as pilot:
        await press(pilot, "/")
        await type_text(pilot, "ferr")
        check("search-80x24", shown_text(pilot))


@pytest.fixture
def versions_library(tmp_path: Path) -> Path:
    """Three versions of one text: as it was first published, as another paper copied it, and brought up to date."""
    path = tmp_path / "versions.library"
    copied = (REPORT[0].replace("Tuesday", "Wednesday"), *REPORT[1:4])
    later = (*REPORT[:2], "The board has since named 3 June as the first day of work.", *REPORT[2:])
    with Library.open(path) as library:
        for number, (outlet, paragraphs) in enumerate((("Bay Courier", REPORT), ("Echo", copied), ("Wire", later)), 1):
            page = article("Dredging to begin", *paragraphs, outlet=outlet, published=stated(2024, 5, number))
            identity = library.store_article(raw(number), page).id
            library.store_annotations(identity, Annotations("test engine"), [], lambda _: Linked((), (), ()))
    return path


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_text_with_its_versions_listed(opened: Opened, versions_library: Path, size: tuple[int, int]) -> None:
    async with opened(size, library=versions_library) as pilot:
        folded = shown_text(pilot)
        await press(pilot, "d")
        check(f"versions-listed-{size[0]}x{size[1]}", f"{folded}\n{'=' * size[0]}\n{shown_text(pilot)}")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_what_changed_in_a_version(opened: Opened, versions_library: Path, size: tuple[int, int]) -> None:
    async with opened(size, library=versions_library) as pilot:
        await press(pilot, "D", "k")
        check(f"versions-{size[0]}x{size[1]}", shown_text(pilot))


async def test_the_keys(opened: Opened) -> None:
    async with opened((100, 60)) as pilot:
        await press(pilot, "?")
        check("help-100x60", shown_text(pilot))


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
