"""The keys that correct a name, the same on its card and in the list: what they ask, and what they say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from articles.model import EntityKind, KnownEntity, Passage
from articles.text import one_line
from tui.screens.choice_picker import ChoicePicker
from tui.screens.name_prompt import NamePrompt

if TYPE_CHECKING:
    from tui.screens.entities import Entities, EntityChoice

_LONGEST = 60


def rename(screen: Screen[EntityChoice], entities: Entities, entity: KnownEntity) -> None:
    """Ask for another name."""

    def named(name: str | None) -> None:
        if name is not None:
            entities.correcting.correct(lambda corrections: corrections.rename(entity.id, name))

    screen.app.push_screen(NamePrompt(f"What is {_short(entity.name)} to be called?", entity.name), named)


def change_kind(screen: Screen[EntityChoice], entities: Entities, entity: KnownEntity) -> None:
    """Ask for another kind."""
    kinds = tuple(EntityKind)

    def chosen(at: int | None) -> None:
        if at is not None and kinds[at] is not entity.kind:
            entities.correcting.correct(lambda corrections: corrections.set_kind(entity.id, kinds[at]))

    picker = ChoicePicker(f"What is {_short(entity.name)}?", kinds, at=kinds.index(entity.kind))
    screen.app.push_screen(picker, chosen)


def merge(screen: Screen[EntityChoice], entities: Entities, entity: KnownEntity) -> None:
    """Ask which other name it is one with."""
    from tui.screens.entity_list import EntityListScreen

    def picked(other: EntityChoice | None) -> None:
        if isinstance(other, KnownEntity):
            entities.correcting.correct(lambda corrections: corrections.merge(entity.id, other.id))

    screen.app.push_screen(EntityListScreen(entities, is_one_with=entity), picked)


def split(screen: Screen[EntityChoice], entities: Entities, entity: KnownEntity, mention: Passage) -> None:
    """Ask what of a mention is somebody else, and who that is."""
    called = mention.text[mention.trigger_start - mention.start : mention.trigger_end - mention.start]
    ways = (
        (f"“{_short(called)}” in this article is somebody or something else", mention.article, called),
        ("every mention in this article is", mention.article, ""),
        (f"“{_short(called)}” in all articles is", 0, called),
    )

    def chosen(at: int | None) -> None:
        if at is None:
            return
        _, article, spelling = ways[at]

        def named(name: str | None) -> None:
            if name is not None:
                reading = entities.correcting.reading
                entities.correcting.correct(
                    lambda corrections: corrections.split(
                        entity.id, name, article=article, spelling=spelling, reading=reading
                    )
                )

        screen.app.push_screen(NamePrompt("What is it called?", one_line(called)), named)

    picker = ChoicePicker(f"What is not {_short(entity.name)}?", [words for words, _, _ in ways])
    screen.app.push_screen(picker, chosen)


def hide(entities: Entities, entity: KnownEntity) -> None:
    """Show it as a name no more."""
    entities.correcting.correct(lambda corrections: corrections.hide(entity.id))


def _short(name: str) -> str:
    return one_line(name, _LONGEST)
