"""Reading short texts for the tests of names."""

from __future__ import annotations

from dataclasses import dataclass

from articles.annotation.engine import Engine
from articles.annotation.names import Names, find_names
from articles.annotation.times import find_times
from articles.model import TITLE_BLOCK, Entity, EntityKind, Mention, Published


@dataclass(frozen=True)
class Read:
    """What was found in a text, by the words that a test speaks of."""

    texts: dict[int, str]
    names: Names

    @property
    def kinds(self) -> dict[str, EntityKind]:
        """The kind of each mention, by its words."""
        return {self.words(each): self.names.entities[each.entity].kind for each in self.names.mentions}

    def words(self, mention: Mention) -> str:
        """A mention as it stands in the text."""
        return self.texts[mention.block][mention.start : mention.end]

    def entity(self, words: str) -> Entity:
        """The entity that a mention with these words names; the first one's."""
        return next(self.names.entities[each.entity] for each in self.names.mentions if self.words(each) == words)

    def same(self, *words: str) -> bool:
        """Whether the first mentions with these words are one entity."""
        return len({id(self.entity(each)) for each in words}) == 1

    def acting(self) -> list[tuple[str, str]]:
        """The mentions under which a government acts, with its code."""
        return [(self.words(each), each.acts_for) for each in self.names.mentions if each.acts_for]


def read(engine: Engine, *paragraphs: str, title: str = "") -> Read:
    """Finds the names of an article given as paragraphs."""
    texts = {**({TITLE_BLOCK: title} if title else {}), **dict(enumerate(paragraphs))}
    blocks = engine.parse(list(texts.items()))
    return Read(texts, find_names(blocks, find_times(blocks, Published())))
