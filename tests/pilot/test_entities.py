"""Names in the room: from a sentence to a card and back, from card to card, corrected and seen at once everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from articles.library import Library
from articles.model import EntityKind, KnownEvent, Passage, Relation
from tests.library.building import add, annotate, stated
from tests.pilot.conftest import Opened
from tests.pilot.driving import app_of, do, press, room_of, shown_text, type_text
from tests.pilot.entity_exercises import card_of, in_room, list_of, open_names, to_part
from tests.pilot.exercises import stored
from tests.pilot.settling import settle
from tui.commands import Pane
from tui.screens.entity_card import EntityCardScreen
from tui.screens.reading_room import ReadingRoom
from tui.widgets.reader import Reader


async def read_first(pilot: Pilot[Any]) -> ReadingRoom:
    """Open an article and pick out the first name in it."""
    await do(pilot, "list.next", "list.open", "reader.next_entity")
    return room_of(pilot)


def picked(room: ReadingRoom) -> int:
    """The library id of the name picked out in the reader."""
    assert room.reader.entity is not None
    assert room.opening.settled is not None
    return room.opening.settled.entities[room.reader.entity]


async def test_walking_the_names_tells_in_words_what_each_is(opened: Opened) -> None:
    async with opened() as pilot:
        named = (await read_first(pilot)).reader.named
        assert named is not None
        assert f"{named.name} · {named.kind.value}" in shown_text(pilot)


async def test_a_card_is_left_for_a_mention_and_found_again_there(opened: Opened) -> None:
    async with opened() as pilot:
        room = await read_first(pilot)
        came_from = room.opening.place.article
        await do(pilot, "reader.entity")
        await to_part(pilot, Passage)
        await do(pilot, "card.next")
        mention = card_of(pilot)._card.selected
        assert isinstance(mention, Passage)
        entity = card_of(pilot)._entity
        await do(pilot, "card.open")
        assert picked(in_room(pilot)) == entity
        assert room.reader.position == (mention.block, mention.trigger_start, mention.trigger_end)
        await do(pilot, "reader.entity")
        assert card_of(pilot)._entity == entity
        assert card_of(pilot)._card.selected == mention, "the cursor is where one left"
        await do(pilot, "card.close", "room.jump_back")
        assert in_room(pilot).opening.place.article == came_from


async def test_a_click_on_a_name_opens_its_card(opened: Opened) -> None:
    async with opened() as pilot:
        room = await read_first(pilot)
        assert room.opening.shown is not None
        assert room.opening.shown.view.annotations is not None
        entity, found = picked(room), room.opening.shown.view.annotations
        name = found.entities[room.reader.entity or 0].name
        rows = [strip.text for strip in room.reader.render_lines(room.reader.size.region)]
        row = next(number for number, text in enumerate(rows) if name in text)
        await pilot.click(Reader, offset=(rows[row].index(name) + 1, row))
        await settle(pilot)
        assert card_of(pilot)._entity == entity


async def test_a_paragraph_without_names_and_the_raw_text_say_so(opened: Opened) -> None:
    async with opened() as pilot:
        room = await read_first(pilot)
        await do(pilot, "reader.raw", "reader.entity")
        assert "w shows it" in in_room(pilot).status.message
        await do(pilot, "reader.raw")
        assert room.opening.shown is not None
        assert room.opening.shown.view.annotations is not None
        named = {mention.block for mention in room.opening.shown.view.annotations.mentions}
        bare = [block for block in range(len(room.opening.shown.view.article.blocks)) if block not in named]
        room.reader.put_cursor(bare[0])
        await do(pilot, "reader.entity")
        assert in_room(pilot).status.message == "There is no name in this paragraph."


async def test_before_an_article_is_annotated_its_names_are_awaited(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "failed.library"
    with Library.open(path) as library:
        library.mark_failed(add(library, 1), "no engine")
    async with opened(library=path) as pilot:
        await do(pilot, "list.open", "reader.entity")
        assert "not been annotated yet" in in_room(pilot).status.message


async def test_what_is_said_on_a_card_is_seen_in_the_text_and_the_list_and_undone_anywhere(opened: Opened) -> None:
    async with opened() as pilot:
        room = await read_first(pilot)
        entity = picked(room)
        await do(pilot, "reader.entity", "card.kind")
        await press(pilot, "7")
        assert "is of the kind law" in card_of(pilot)._status.message
        assert "· law" in shown_text(pilot)
        await do(pilot, "card.close")
        assert room.opening.shown is not None
        annotations = room.opening.shown.view.annotations
        assert annotations is not None
        assert annotations.entities[room.reader.entity or 0].kind is EntityKind.LAW
        assert picked(room) == entity, "the name is still picked out"
        await do(pilot, "marks.undo")
        assert "Undone" in room.status.message
        annotations = room.opening.shown.view.annotations
        assert annotations is not None
        assert annotations.entities[room.reader.entity or 0].kind is not EntityKind.LAW


async def test_a_hidden_name_is_no_longer_walked_in_the_text(opened: Opened) -> None:
    async with opened() as pilot:
        room = await read_first(pilot)
        hidden = picked(room)
        await do(pilot, "reader.entity", "card.hide", "card.close", "reader.top", "reader.next_entity")
        assert picked(room) != hidden
        await open_names(pilot)
        assert hidden not in list_of(pilot).names.ids
        await do(pilot, "names.undo")
        assert hidden in list_of(pilot).names.ids


async def test_enter_right_after_typing_means_what_the_filter_leaves(opened: Opened) -> None:
    async with opened() as pilot:
        screen = await open_names(pilot)
        one, other = screen._entities.fetch(screen.names.ids[:2])
        await do(pilot, "names.merge")
        await pilot.press(*other.entity.name, "enter")
        await settle(pilot)
        with stored(pilot) as library:
            (said,) = library.entity_corrections.all()
        assert said.entity == one.id
        assert library_name(pilot, said.into) == other.entity.name


def library_name(pilot: Pilot[Any], entity: int) -> str:
    with stored(pilot) as library:
        return library.entity(entity).name


async def test_what_cannot_be_is_told_in_one_line_and_changes_nothing(opened: Opened) -> None:
    async with opened() as pilot:
        screen = await open_names(pilot)
        await do(pilot, "names.merge", "filter.accept")
        assert screen._status.message.startswith("Not done: a name cannot be merged with itself")
        assert screen._status.is_error
        await do(pilot, "names.rename", "name.keep")
        assert "already" in screen._status.message
        with stored(pilot) as library:
            assert library.entity_corrections.all() == ()


async def test_a_name_that_is_split_off_and_taken_back_closes_its_card(opened: Opened) -> None:
    async with opened() as pilot:
        await open_names(pilot)
        await do(pilot, "names.open")
        await to_part(pilot, Passage)
        await do(pilot, "card.split")
        await press(pilot, "2")
        await type_text(pilot, " the Other")
        await do(pilot, "name.keep", "card.close", "names.filter")
        await type_text(pilot, "the other")
        await do(pilot, "filter.accept", "names.open")
        assert "the Other · " in shown_text(pilot)
        await do(pilot, "card.undo")
        assert not isinstance(pilot.app.screen, EntityCardScreen)
        assert list_of(pilot).names.ids.tolist() == []


async def test_links_follow_a_correction_in_the_background(opened: Opened) -> None:
    async with opened() as pilot:
        await open_names(pilot)
        await do(pilot, "names.merge", "filter.next", "filter.accept")
        with stored(pilot) as library:
            assert library.entity_corrections.awaiting_links() == ()


async def test_more_mentions_are_read_as_the_cursor_nears_the_last(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "many.library"
    with Library.open(path) as library:
        for number in range(1, 31):
            annotate(library, add(library, number, published=stated(2024, 1, number)))
    async with opened((80, 24), library=path) as pilot:
        await open_names(pilot)
        await do(pilot, "names.open")
        screen = card_of(pilot)
        assert screen._view is not None
        assert screen._view.looked_through < 30
        assert "… and" in "".join(each.content.plain for each in screen._card._paragraphs)
        for _ in range(30):
            await do(pilot, "card.bottom")
        assert screen._view.looked_through == 30
        assert len(screen._view.mentions) == 30


async def test_reports_of_an_event_are_listed_and_left_again(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "event.library"
    with Library.open(path) as library:
        first = add(library, 1)
        annotate(library, first)
        annotate(library, add(library, 2), first, relation=Relation.SAME_EVENT)
        add(library, 3)
    async with opened(library=path) as pilot:
        await open_names(pilot)
        await do(pilot, "names.open")
        await to_part(pilot, KnownEvent)
        await do(pilot, "card.open")
        room = in_room(pilot)
        assert room.view.focused is Pane.LIST
        assert sorted(room.article_list.ids) == [1, 2]
        await do(pilot, "room.back")
        assert len(room.article_list.ids) == 3


async def test_an_empty_library_has_an_empty_list_of_names(opened: Opened, tmp_path: Path) -> None:
    async with opened(library=tmp_path / "empty.library") as pilot:
        await do(pilot, "app.entities")
        assert "There is none here yet." in shown_text(pilot)
        for key in ("Enter", "a", "r", "c", "=", "x", "G", "ctrl-d"):
            await press(pilot, key)
        list_of(pilot)
        await do(pilot, "names.corrections")
        assert "You have not corrected any name yet." in shown_text(pilot)
        await do(pilot, "deeds.revoke", "deeds.open", "deeds.undo", "deeds.close")
        assert app_of(pilot).is_running
