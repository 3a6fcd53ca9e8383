"""Links that await what was said of names are made when the room is opened, and right after it is said there."""

from __future__ import annotations

import shutil
from pathlib import Path

from articles.library import Library
from tests.pilot.conftest import Opened
from tests.pilot.driving import app_of, room_of
from tests.pilot.settling import settle


def number_of(library: Library, name: str) -> int:
    (found,) = [each.id for each in library.entities(limit=1000) if each.name == name]
    return found


async def test_links_that_were_not_made_to_the_end_are_when_the_room_is_opened(
    opened: Opened, demo_library: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(demo_library, tmp_path / "own.library"))
    with Library.open(path) as library:
        library.entity_corrections.rename(number_of(library, "Helena Vasques"), "Helena Prado")
        assert len(library.entity_corrections.awaiting_links()) == 6
    async with opened(library=path):
        with Library.open(path) as library:
            assert library.entity_corrections.awaiting_links() == ()


async def test_the_pane_tells_reasons_by_the_name_that_was_given(opened: Opened) -> None:
    async with opened() as pilot:
        room = room_of(pilot)
        with Library.open(room._library.path) as library:
            corrected = number_of(library, "Helena Vasques")
            library.entity_corrections.rename(corrected, "Helena Prado")
            (article, *_) = library.entity_corrections.awaiting_links()
        app_of(pilot).link_again()
        await settle(pilot)
        with Library.open(room._library.path) as library:
            assert library.entity_corrections.awaiting_links() == ()
            because = {reason for each in library.links(article) for reason in each.link.because}
            assert "Helena Vasques" not in because
        assert room.status.progress == ""
