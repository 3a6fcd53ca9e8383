"""Exercises of the commands about names: the cards, the list of names, its filter, and the choices."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot

from articles.model import Companion, EntityCorrection, EntityDeed, EntityKind, KnownEvent, Passage
from articles.query import Field, where
from tests.pilot.driving import do, press, room_of, shown_text, type_text
from tests.pilot.exercises import exercise, stored
from tui.commands import Pane
from tui.screens.choice_picker import ChoicePicker
from tui.screens.entity_card import EntityCardScreen
from tui.screens.entity_corrections import EntityCorrectionsScreen
from tui.screens.entity_list import EntityListScreen
from tui.screens.help import HelpScreen
from tui.screens.name_prompt import NamePrompt
from tui.screens.reading_room import ReadingRoom


async def open_names(pilot: Pilot[Any]) -> EntityListScreen:
    """Open the list of names."""
    await do(pilot, "app.entities")
    return list_of(pilot)


def list_of(pilot: Pilot[Any]) -> EntityListScreen:
    """The list of names, which is on the screen."""
    screen = pilot.app.screen
    assert isinstance(screen, EntityListScreen)
    return screen


async def open_card(pilot: Pilot[Any]) -> EntityCardScreen:
    """Open the card of the name that most articles have."""
    await open_names(pilot)
    await do(pilot, "names.open")
    return card_of(pilot)


def card_of(pilot: Pilot[Any]) -> EntityCardScreen:
    """The card, which is on the screen."""
    screen = pilot.app.screen
    assert isinstance(screen, EntityCardScreen)
    assert screen._view is not None
    return screen


def in_room(pilot: Pilot[Any]) -> ReadingRoom:
    """The reading room, which is on the screen."""
    assert isinstance(pilot.app.screen, ReadingRoom)
    return room_of(pilot)


async def to_part(pilot: Pilot[Any], kind: type) -> None:
    """Go to the first line of the card that leads to what is of a kind."""
    for _ in range(3):
        if isinstance(card_of(pilot)._card.selected, kind):
            return
        await do(pilot, "card.next_part")
    assert isinstance(card_of(pilot)._card.selected, kind)


@exercise("reader.entity")
async def _(pilot: Pilot[Any]) -> None:
    await do(pilot, "list.next", "list.open", "reader.next_entity")
    room = room_of(pilot)
    picked, shown = room.reader.entity, room.opening.shown
    assert picked is not None
    assert shown is not None
    await do(pilot, "reader.entity")
    assert card_of(pilot)._entity == shown.entities[picked]


@exercise("app.entities")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    with_names = room_of(pilot)._library.entity_listing.ids()
    assert screen.names.ids == with_names
    assert len(with_names) > 50


@exercise("card.next")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_card(pilot)
    await do(pilot, "card.next", "card.next")
    assert screen._card.cursor_key == 2


@exercise("card.previous")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_card(pilot)
    await do(pilot, "card.next", "card.next", "card.previous")
    assert screen._card.cursor_key == 1


@exercise("card.open")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_card(pilot)
    await to_part(pilot, Companion)
    companion = screen._card.selected
    assert isinstance(companion, Companion)
    await do(pilot, "card.open")
    assert screen._entity == companion.entity.id
    await do(pilot, "card.back")
    await to_part(pilot, KnownEvent)
    event = screen._card.selected
    assert isinstance(event, KnownEvent)
    await do(pilot, "card.open")
    room = in_room(pilot)
    assert room.listing.shown.text == event.label
    assert room.article_list.ids == room._library.ids(where(Field.EVENT, f"#{event.id}"))
    await open_card(pilot)
    await to_part(pilot, Passage)
    passage = card_of(pilot)._card.selected
    assert isinstance(passage, Passage)
    await do(pilot, "card.open")
    assert room.reader.article_id == passage.article
    assert room.reader.position == (passage.block, passage.trigger_start, passage.trigger_end)


@exercise("card.next_part")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_card(pilot)
    await do(pilot, "card.next_part")
    assert isinstance(screen._card.selected, KnownEvent)


@exercise("card.previous_part")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_card(pilot)
    await do(pilot, "card.next_part", "card.next_part", "card.previous_part", "card.previous_part")
    assert screen._card.cursor_key == 0


@exercise("card.page_down")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_card(pilot)
    await do(pilot, "card.page_down")
    assert screen._card.scroll_offset.y > 0


@exercise("card.page_up")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_card(pilot)
    await do(pilot, "card.page_down", "card.page_up")
    assert screen._card.scroll_offset.y == 0


@exercise("card.top")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_card(pilot)
    await do(pilot, "card.bottom", "card.top")
    assert screen._card.cursor_key == 0


@exercise("card.bottom")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_card(pilot)
    await do(pilot, "card.bottom")
    assert screen._view is not None
    assert screen._card.cursor_key == len(screen._view.targets) - 1


@exercise("card.articles")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_card(pilot)
    assert screen._view is not None
    entity = screen._view.card.entity
    await do(pilot, "card.articles")
    room = in_room(pilot)
    assert room.view.focused is Pane.LIST
    assert room.listing.shown.text == entity.name
    assert room.article_list.ids == room._library.ids(where(Field.ENTITY, f"#{entity.id}"))
    await do(pilot, "room.back")
    assert room.listing.shown.text == ""


@exercise("card.help")
async def _(pilot: Pilot[Any]) -> None:
    await open_card(pilot)
    await do(pilot, "card.help")
    assert isinstance(pilot.app.screen, HelpScreen)


@exercise("card.back")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_card(pilot)
    first = screen._entity
    await do(pilot, "card.next", "card.open")
    assert screen._entity != first
    await do(pilot, "card.back")
    assert (screen._entity, screen._card.cursor_key) == (first, 1)
    await do(pilot, "card.back")
    assert list_of(pilot).names.current is not None


@exercise("card.close")
async def _(pilot: Pilot[Any]) -> None:
    await open_card(pilot)
    await do(pilot, "card.next", "card.open", "card.close")
    list_of(pilot)


@exercise("names.next")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    await do(pilot, "names.next", "names.next")
    assert screen.names.cursor == 2


@exercise("names.previous")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    await do(pilot, "names.next", "names.next", "names.previous")
    assert screen.names.cursor == 1


@exercise("names.open")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    await do(pilot, "names.next", "names.open")
    assert card_of(pilot)._entity == screen.names.ids[1]


@exercise("names.filter")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    await do(pilot, "names.filter")
    await type_text(pilot, "polar")
    listed = names_listed(screen)
    assert listed
    assert [name for name in listed if not any(word.startswith("polar") for word in name.casefold().split())] == []
    assert screen.keyed_pane is Pane.FILTER


def names_listed(screen: EntityListScreen) -> list[str]:
    """Each listed name with its spellings."""
    rows = screen._entities.fetch(screen.names.ids)
    return [" ".join((row.entity.name, *row.entity.aliases)) for row in rows]


@exercise("names.kind")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    await do(pilot, "names.kind")
    assert isinstance(pilot.app.screen, ChoicePicker)
    await press(pilot, "2")
    rows = screen._entities.fetch(screen.names.ids)
    assert {row.entity.kind for row in rows} == {EntityKind.PERSON}


@exercise("names.sort")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    await do(pilot, "names.sort")
    await press(pilot, "3")
    listed = [row.entity.name for row in screen._entities.fetch(screen.names.ids)]
    assert listed == sorted(listed, key=lambda name: "".join(char.lower() if char.isascii() else char for char in name))


@exercise("names.articles")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    row = screen.names.current
    assert row is not None
    await do(pilot, "names.articles")
    room = in_room(pilot)
    assert room.article_list.ids == room._library.ids(where(Field.ENTITY, f"#{row.id}"))


@exercise("names.top")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    await do(pilot, "names.bottom", "names.top")
    assert screen.names.cursor == 0


@exercise("names.bottom")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    await do(pilot, "names.bottom")
    assert screen.names.cursor == len(screen.names.ids) - 1


@exercise("names.half_down")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    await do(pilot, "names.half_down")
    assert 1 < screen.names.cursor < screen.names.size.height


@exercise("names.half_up")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    await do(pilot, "names.half_down", "names.half_up")
    assert screen.names.cursor == 0


@exercise("names.page_down")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    await do(pilot, "names.half_down")
    half = screen.names.cursor
    await do(pilot, "names.top", "names.page_down")
    assert screen.names.cursor > half


@exercise("names.page_up")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    await do(pilot, "names.page_down", "names.page_up")
    assert screen.names.cursor == 0


@exercise("names.help")
async def _(pilot: Pilot[Any]) -> None:
    await open_names(pilot)
    await do(pilot, "names.help")
    assert isinstance(pilot.app.screen, HelpScreen)


@exercise("names.back")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    whole = len(screen.names.ids)
    await do(pilot, "names.filter")
    await type_text(pilot, "polar")
    await do(pilot, "filter.accept", "names.back")
    assert len(list_of(pilot).names.ids) == whole
    await do(pilot, "names.back")
    in_room(pilot)


@exercise("names.close")
async def _(pilot: Pilot[Any]) -> None:
    await open_names(pilot)
    await do(pilot, "names.close")
    in_room(pilot)


async def _filtered(pilot: Pilot[Any], text: str) -> EntityListScreen:
    """Open the list of names and type a filter."""
    screen = await open_names(pilot)
    await do(pilot, "names.filter")
    await type_text(pilot, text)
    return screen


@exercise("filter.accept")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _filtered(pilot, "polar")
    left = screen.names.ids
    await do(pilot, "filter.accept")
    assert screen.keyed_pane is Pane.NAMES
    assert screen.names.ids == left
    await do(pilot, "names.open")
    assert card_of(pilot)._entity == left[0]


@exercise("filter.next")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _filtered(pilot, "p")
    await do(pilot, "filter.next")
    assert screen.names.cursor == 1


@exercise("filter.previous")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _filtered(pilot, "p")
    await do(pilot, "filter.next", "filter.previous")
    assert screen.names.cursor == 0


@exercise("filter.cancel")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    whole = len(screen.names.ids)
    await do(pilot, "names.filter")
    await type_text(pilot, "polar")
    assert len(screen.names.ids) < whole
    await do(pilot, "filter.cancel")
    assert len(screen.names.ids) == whole
    assert screen.keyed_pane is Pane.NAMES


async def _choosing(pilot: Pilot[Any]) -> tuple[EntityListScreen, ChoicePicker]:
    """Open the choice of kinds."""
    screen = await open_names(pilot)
    await do(pilot, "names.kind")
    picker = pilot.app.screen
    assert isinstance(picker, ChoicePicker)
    return screen, picker


@exercise("choice.next")
async def _(pilot: Pilot[Any]) -> None:
    _, picker = await _choosing(pilot)
    await do(pilot, "choice.next")
    assert picker._position == 1


@exercise("choice.previous")
async def _(pilot: Pilot[Any]) -> None:
    _, picker = await _choosing(pilot)
    await do(pilot, "choice.next", "choice.previous")
    assert picker._position == 0


@exercise("choice.accept")
async def _(pilot: Pilot[Any]) -> None:
    screen, _ = await _choosing(pilot)
    await do(pilot, "choice.next", "choice.next", "choice.accept")
    rows = screen._entities.fetch(screen.names.ids)
    assert {row.entity.kind for row in rows} == {EntityKind.ORGANISATION}


@exercise("choice.cancel")
async def _(pilot: Pilot[Any]) -> None:
    screen, _ = await _choosing(pilot)
    whole = len(screen.names.ids)
    await do(pilot, "choice.next", "choice.cancel")
    assert len(list_of(pilot).names.ids) == whole


def _all_said(pilot: Pilot[Any]) -> list[EntityCorrection]:
    """All corrections of names in the library."""
    with stored(pilot) as library:
        return list(library.entity_corrections.all())


@exercise("card.rename")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_card(pilot)
    await do(pilot, "card.rename")
    assert isinstance(pilot.app.screen, NamePrompt)
    await type_text(pilot, " II")
    await do(pilot, "name.keep")
    assert screen._view is not None
    assert screen._view.card.entity.name.endswith(" II")


@exercise("card.kind")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_card(pilot)
    await do(pilot, "card.kind")
    await press(pilot, "8")
    assert screen._view is not None
    assert screen._view.card.entity.kind is EntityKind.WORK


@exercise("card.merge")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_card(pilot)
    one, other = list(room_of(pilot)._library.entity_listing.ids())[:2]
    await do(pilot, "card.merge")
    assert list_of(pilot).keyed_pane is Pane.FILTER
    await do(pilot, "filter.next", "filter.accept")
    assert card_of(pilot) is screen
    assert screen._view is not None
    assert screen._view.card.entity.id == other
    assert one not in room_of(pilot)._library.entity_listing.ids()


@exercise("card.split")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_card(pilot)
    await do(pilot, "card.split")
    assert "Go to a mention" in screen._status.message
    await to_part(pilot, Passage)
    mention = screen._card.selected
    assert isinstance(mention, Passage)
    await do(pilot, "card.split")
    await press(pilot, "2")
    await type_text(pilot, " of elsewhere")
    await do(pilot, "name.keep")
    (said,) = _all_said(pilot)
    assert (said.deed, said.article, said.spelling) == (EntityDeed.SPLIT, mention.article, "")
    with stored(pilot) as library:
        assert library.entity(said.into).name.endswith(" of elsewhere")
        assert said.into in library.entity_ids(mention.article)


@exercise("card.hide")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_card(pilot)
    hidden = screen._entity
    await do(pilot, "card.hide")
    assert "hidden" in shown_text(pilot)
    assert hidden not in room_of(pilot)._library.entity_listing.ids()


@exercise("card.undo")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_card(pilot)
    await do(pilot, "card.hide", "card.undo")
    assert _all_said(pilot) == []
    assert screen._entity in room_of(pilot)._library.entity_listing.ids()
    assert screen._status.message.startswith("Undone: ")


@exercise("names.rename")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    await do(pilot, "names.rename")
    await type_text(pilot, " II")
    await do(pilot, "name.keep")
    assert screen.names.current is not None
    assert screen.names.current.entity.name.endswith(" II")


@exercise("names.change_kind")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    await do(pilot, "names.change_kind")
    await press(pilot, "7")
    assert screen.names.current is not None
    assert screen.names.current.entity.kind is EntityKind.LAW


@exercise("names.merge")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    one, other = screen.names.ids[:2]
    await do(pilot, "names.merge", "filter.next", "filter.accept")
    assert list_of(pilot) is screen
    assert one not in screen.names.ids
    assert other in screen.names.ids


@exercise("names.hide")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    hidden = screen.names.ids[1]
    await do(pilot, "names.next", "names.hide")
    assert hidden not in screen.names.ids
    assert screen.names.cursor == 1


@exercise("names.undo")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    whole = screen.names.ids
    await do(pilot, "names.hide", "names.undo")
    assert screen.names.ids == whole


async def _open_corrections(pilot: Pilot[Any]) -> EntityCorrectionsScreen:
    """Hide two names and open the list of what was said."""
    await open_names(pilot)
    await do(pilot, "names.hide", "names.hide", "names.close", "app.entity_corrections")
    screen = pilot.app.screen
    assert isinstance(screen, EntityCorrectionsScreen)
    assert screen.deeds.selected is not None
    return screen


@exercise("names.corrections")
async def _(pilot: Pilot[Any]) -> None:
    await open_names(pilot)
    await do(pilot, "names.hide", "names.corrections")
    assert isinstance(pilot.app.screen, EntityCorrectionsScreen)


@exercise("app.entity_corrections")
async def _(pilot: Pilot[Any]) -> None:
    await _open_corrections(pilot)
    assert shown_text(pilot).count("is hidden") >= 2


@exercise("deeds.next")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_corrections(pilot)
    first = screen.deeds.selected
    await do(pilot, "deeds.next")
    assert screen.deeds.selected not in (None, first)


@exercise("deeds.previous")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_corrections(pilot)
    first = screen.deeds.selected
    await do(pilot, "deeds.next", "deeds.previous")
    assert screen.deeds.selected == first


@exercise("deeds.open")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_corrections(pilot)
    row = screen.deeds.selected
    assert row is not None
    await do(pilot, "deeds.open")
    assert card_of(pilot)._entity == row.correction.entity


@exercise("deeds.revoke")
async def _(pilot: Pilot[Any]) -> None:
    screen = await _open_corrections(pilot)
    row = screen.deeds.selected
    assert row is not None
    await do(pilot, "deeds.revoke")
    assert row.correction not in _all_said(pilot)
    assert len(_all_said(pilot)) == 1
    assert screen._status.message.startswith("Revoked: ")


@exercise("deeds.undo")
async def _(pilot: Pilot[Any]) -> None:
    await _open_corrections(pilot)
    before = _all_said(pilot)
    await do(pilot, "deeds.revoke", "deeds.undo")
    assert _all_said(pilot) == before


@exercise("deeds.close")
async def _(pilot: Pilot[Any]) -> None:
    await _open_corrections(pilot)
    await do(pilot, "deeds.close")
    in_room(pilot)


@exercise("name.keep")
async def _(pilot: Pilot[Any]) -> None:
    screen = await open_names(pilot)
    assert screen.names.current is not None
    before = screen.names.current.entity.name
    await do(pilot, "names.rename")
    await type_text(pilot, " II")
    await do(pilot, "name.keep")
    (said,) = _all_said(pilot)
    assert (said.deed, said.name) == (EntityDeed.RENAME, f"{before} II")


@exercise("name.cancel")
async def _(pilot: Pilot[Any]) -> None:
    await open_names(pilot)
    await do(pilot, "names.rename")
    await type_text(pilot, " II")
    await do(pilot, "name.cancel")
    list_of(pilot)
    assert _all_said(pilot) == []
