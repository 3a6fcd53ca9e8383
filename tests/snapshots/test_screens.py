"""The screens of reading as text, at three sizes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from articles.annotation.plain_engine import PlainEngine
from articles.library import Library
from articles.model import (
    UNDATED,
    Annotations,
    Entity,
    EntityKind,
    Linked,
    Mention,
)
from tests.library.building import MAYOR, TOWN, add, annotate, article, findings, raw, stated
from tests.library.naming import GIL, RUIZ, report
from tests.pilot.conftest import Opened
from tests.pilot.driving import press, shown_text, type_text
from tests.snapshots.pictures import SIZES, check
from tests.unit.linking.test_duplicates import REPORT


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


async def test_articles_that_are_selected(opened: Opened) -> None:
    async with opened((80, 24)) as pilot:
        await press(pilot, "v", "v", "V", "j")
        check("selected-80x24", shown_text(pilot))


async def test_a_tag_for_several_articles(opened: Opened) -> None:
    async with opened((80, 24)) as pilot:
        await press(pilot, "v", "v", "t")
        await type_text(pilot, "ports")
        await press(pilot, "Enter", "t")
        check("tag-picker-80x24", shown_text(pilot))
        await press(pilot, "Esc", "g#")
        check("tags-80x24", shown_text(pilot))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_passage_its_note_and_the_notebook(opened: Opened, size: tuple[int, int]) -> None:
    async with opened(size) as pilot:
        await press(pilot, "j", "Enter", "j", "v", "l")
        name = f"{size[0]}x{size[1]}"
        check(f"passage-{name}", shown_text(pilot))
        await press(pilot, "m")
        await type_text(pilot, "Is **this** so?")
        await press(pilot, "ctrl-j")
        await type_text(pilot, "- ask the port")
        check(f"note-{name}", shown_text(pilot))
        await press(pilot, "Enter", "j", "v", "Enter", "gm")
        check(f"notebook-{name}", shown_text(pilot))


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
            library.store_annotations(identity, Annotations("test engine"), [], lambda *_: Linked((), (), ()))
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


async def test_an_article_in_another_language_read_without_a_model(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "german.library"
    with Library.open(path) as library:
        page = article("Die Brücke ist offen", "Die Bürgermeisterin hat die Brücke eröffnet.", outlet="Hafenblatt")
        identity = library.store_article(raw(1), page).id
        found = Annotations(PlainEngine.name, language="de")
        library.store_annotations(identity, found, [], lambda _, __: Linked((), (), ()))
    async with opened((80, 24), library=path) as pilot:
        await press(pilot, "Enter")
        check("german-without-a-model-80x24", shown_text(pilot))


async def test_the_keys(opened: Opened) -> None:
    async with opened((100, 60)) as pilot:
        await press(pilot, "?")
        check("help-100x60", shown_text(pilot))


@pytest.fixture
def names_library(tmp_path: Path) -> Path:
    """Articles that name people and places: with many spellings, with a name far too long, and with a hostile one."""
    path = tmp_path / "names.library"
    people = (
        Entity("Ana Ruiz", EntityKind.PERSON, ("Ruiz", "Mayor Ruiz", "A. Ruiz"), "ES"),
        Entity(
            "Llanfairpwllgwyngyll Association for the Preservation of Very Long Names " * 2, EntityKind.ORGANISATION
        ),
        Entity("[bold red]Eve[/]\x1b[2J\u202eevE", EntityKind.PRODUCT),
        Entity("湾岸新聞社", EntityKind.ORGANISATION),
    )
    with Library.open(path) as library:
        for number in range(1, 6):
            day = UNDATED if number == 4 else stated(2024, number, 2 * number)
            identity = add(library, number, published=day, outlet="Bay Courier")
            found = findings()
            more = people[: number - 1]
            own = tuple(Mention(0, 15, 21, 2 + place) for place in range(len(more[1:])))
            entities = (*(more[:1] or (MAYOR,)), TOWN, *more[1:])
            annotate(library, identity, found=replace(found, entities=entities, mentions=(*found.mentions, *own)))
    return path


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_card_of_a_name(opened: Opened, names_library: Path, size: tuple[int, int]) -> None:
    async with opened(size, library=names_library) as pilot:
        await press(pilot, "Enter", "Enter")
        card = shown_text(pilot)
        await press(pilot, "G")
        check(f"card-{size[0]}x{size[1]}", f"{card}\n{'=' * size[0]}\n{shown_text(pilot)}")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_list_of_names(opened: Opened, names_library: Path, size: tuple[int, int]) -> None:
    async with opened(size, library=names_library) as pilot:
        await press(pilot, "g", "e", "j")
        check(f"names-{size[0]}x{size[1]}", shown_text(pilot))


async def test_a_filter_of_names_that_leaves_none(opened: Opened, names_library: Path) -> None:
    async with opened((80, 24), library=names_library) as pilot:
        await press(pilot, "g", "e", "/")
        await type_text(pilot, "nobody")
        check("names-none-80x24", shown_text(pilot))


async def test_names_that_were_corrected(opened: Opened, names_library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADSHEET_NOW", "2025-06-01T12:00:00+00:00")
    async with opened((80, 24), library=names_library) as pilot:
        await press(pilot, "g", "e", "x", "j", "r")
        await type_text(pilot, " of Cádiz")
        await press(pilot, "Enter", "g", "n")
        check("names-corrected-80x24", shown_text(pilot))


async def test_what_was_said_of_links(opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADSHEET_NOW", "2025-06-01T12:00:00+00:00")
    path = tmp_path / "meetings.library"
    with Library.open(path) as library:
        report(library, 1, "Ana Ruiz met Juan Gil.", RUIZ, GIL)
        report(library, 2, "At last Ana Ruiz met Juan Gil, [bold]who[/] did not say why\x1b[2J.", RUIZ, GIL)
        (one,), (other,) = library.passages_of(1), library.passages_of(2)
        library.event_rulings.rule(one, other, False)
        library.event_rulings.rule(one, other, True)
    async with opened((80, 24), library=path) as pilot:
        await press(pilot, "gs")
        check("rulings-80x24", shown_text(pilot))
