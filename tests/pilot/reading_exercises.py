"""Exercises of the commands for how articles were read: trying again what the language engine failed on."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot

from articles.model import ArticleState
from tests.pilot.driving import do, room_of, shown_text
from tests.pilot.exercises import exercise, stored
from tests.pilot.settling import settle

REASON = "the process that read it died 2 times"


async def fail_current(pilot: Pilot[Any]) -> int:
    """Let the article under the cursor be one that the engine failed on; its id."""
    room = room_of(pilot)
    row = room.article_list.current
    assert row is not None
    with stored(pilot) as library:
        library.mark_failed(row.id, f"{row.title}: {REASON}.")
    room.listing.refresh()
    await settle(pilot)
    return row.id


@exercise("article.retry")
async def _(pilot: Pilot[Any]) -> None:
    room = room_of(pilot)
    room.run_command("article.retry")
    await settle(pilot)
    assert "no article" in room.status.message
    failed = await fail_current(pilot)
    await do(pilot, "room.reader", "room.zen")
    assert f"nothing is highlighted: {REASON}" in " ".join(shown_text(pilot).split())
    room.run_command("article.retry")
    await settle(pilot)
    assert room.status.message == "Trying one article again"
    with stored(pilot) as library:
        assert library.row(failed).state is ArticleState.READY
    assert REASON not in shown_text(pilot)
