"""Exercises of the commands that select a passage in the reader."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot

from articles.model import PassageMark
from tests.pilot.driving import do, room_of, shown_text, type_text
from tests.pilot.exercises import exercise, stored
from tui.commands import Pane
from tui.passage import Passage
from tui.screens.help import HelpScreen


async def _select(pilot: Pilot[Any]) -> Passage:
    """Select the first sentence of the longest paragraph of the first article that has one of several sentences."""
    room = room_of(pilot)
    for row in room._library.rows(room.article_list.ids):
        article, found = room._library.article(row.id), room._library.annotations(row.id)
        assert found is not None
        counts = {block: sum(each.block == block for each in found.sentences) for block in range(len(article.blocks))}
        block = next((number for number, count in counts.items() if count > 2 and number), None)
        if block is not None:
            room.article_list.move_to_article(row.id)
            await do(pilot, "list.open")
            room.reader.put_cursor(block)
            break
    await do(pilot, "reader.passage")
    return _selected(pilot)


def _selected(pilot: Pilot[Any]) -> Passage:
    passage = room_of(pilot).passages._passage
    assert passage is not None
    return passage


def _marks(pilot: Pilot[Any]) -> tuple[PassageMark, ...]:
    with stored(pilot) as library:
        return library.passage_marks()


@exercise("reader.passage")
async def _(pilot: Pilot[Any]) -> None:
    passage = await _select(pilot)
    assert (passage.start, passage.end) == passage.sentences[0]
    assert room_of(pilot).keyed_pane is Pane.PASSAGE
    assert room_of(pilot).reader.position[1:] == passage.sentences[0]


@exercise("passage.next")
async def _(pilot: Pilot[Any]) -> None:
    passage = await _select(pilot)
    await do(pilot, "passage.next")
    assert (_selected(pilot).start, _selected(pilot).end) == passage.sentences[1]
    for _ in passage.sentences:
        await do(pilot, "passage.next")
    assert _selected(pilot).text != passage.text
    assert room_of(pilot).keyed_pane is Pane.PASSAGE


@exercise("passage.previous")
async def _(pilot: Pilot[Any]) -> None:
    passage = await _select(pilot)
    await do(pilot, "passage.previous")
    before = _selected(pilot)
    assert before.text != passage.text
    assert (before.start, before.end) == before.sentences[-1]
    await do(pilot, "passage.next")
    assert _selected(pilot) == passage


@exercise("passage.more")
async def _(pilot: Pilot[Any]) -> None:
    passage = await _select(pilot)
    await do(pilot, "passage.more")
    assert (_selected(pilot).start, _selected(pilot).end) == (passage.start, passage.sentences[1][1])


@exercise("passage.fewer")
async def _(pilot: Pilot[Any]) -> None:
    passage = await _select(pilot)
    await do(pilot, "passage.more", "passage.fewer")
    assert _selected(pilot) == passage


@exercise("passage.longer")
async def _(pilot: Pilot[Any]) -> None:
    passage = await _select(pilot)
    await do(pilot, "passage.longer")
    assert len(_selected(pilot).words.split()) == len(passage.words.split()) + 1


@exercise("passage.shorter")
async def _(pilot: Pilot[Any]) -> None:
    passage = await _select(pilot)
    await do(pilot, "passage.shorter")
    assert _selected(pilot).words.split() == passage.words.split()[:-1]


@exercise("passage.later")
async def _(pilot: Pilot[Any]) -> None:
    passage = await _select(pilot)
    await do(pilot, "passage.later")
    assert _selected(pilot).words.split() == passage.words.split()[1:]


@exercise("passage.earlier")
async def _(pilot: Pilot[Any]) -> None:
    passage = await _select(pilot)
    await do(pilot, "passage.later", "passage.earlier")
    assert _selected(pilot) == passage


@exercise("passage.whole")
async def _(pilot: Pilot[Any]) -> None:
    await _select(pilot)
    await do(pilot, "passage.whole")
    assert _selected(pilot).words == _selected(pilot).text.strip()


@exercise("passage.highlight")
async def _(pilot: Pilot[Any]) -> None:
    passage = await _select(pilot)
    await do(pilot, "passage.highlight")
    (mark,) = _marks(pilot)
    assert (mark.quotation.exact, mark.note) == (passage.words, "")
    assert "┃" in shown_text(pilot)
    assert room_of(pilot).keyed_pane is Pane.READER
    await do(pilot, "marks.undo")
    assert _marks(pilot) == ()
    await do(pilot, "marks.redo")
    assert _marks(pilot) == (mark,)
    await do(pilot, "reader.passage", "passage.highlight")
    assert _marks(pilot) == ()
    await do(pilot, "marks.undo")
    assert _marks(pilot) == (mark,)


@exercise("passage.note")
async def _(pilot: Pilot[Any]) -> None:
    passage = await _select(pilot)
    await do(pilot, "passage.note")
    await type_text(pilot, "who says so?")
    await do(pilot, "note.keep")
    (mark,) = _marks(pilot)
    assert (mark.quotation.exact, mark.note) == (passage.words, "who says so?")
    assert "who says so?" in shown_text(pilot)


@exercise("passage.copy")
async def _(pilot: Pilot[Any]) -> None:
    passage = await _select(pilot)
    row = room_of(pilot).current_row
    assert row is not None
    await do(pilot, "passage.copy", "choice.accept")
    copied = pilot.app.clipboard
    assert copied.startswith(f"“{passage.words}” — ")
    assert row.title in copied
    assert not room_of(pilot).passages.is_open
    await do(pilot, "reader.passage", "passage.copy", "choice.next", "choice.accept")
    assert pilot.app.clipboard.startswith("> ")


@exercise("passage.help")
async def _(pilot: Pilot[Any]) -> None:
    await _select(pilot)
    await do(pilot, "passage.help")
    assert isinstance(pilot.app.screen, HelpScreen)


@exercise("passage.close")
async def _(pilot: Pilot[Any]) -> None:
    await _select(pilot)
    await do(pilot, "passage.close")
    room = room_of(pilot)
    assert not room.passages.is_open
    assert room.keyed_pane is Pane.READER
    assert room.reader.position[1:] == (0, 0)
    assert _marks(pilot) == ()
