"""What the library offers about corrections of entities: who is one with whom, who is not, and what they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from articles.clock import now
from articles.errors import LibraryError, NotFoundError
from articles.library import annotation_store, article_store, entity_correction_store, entity_store
from articles.library.annotation_store import MakeLinks
from articles.library.connection import Connection
from articles.model import Entity, EntityCorrection, EntityCorrectionRow, EntityDeed, EntityKind, KnownEntity
from articles.text import fold, one_line, printable

LONGEST_NAME = 200
"""Characters that a name may have."""


class EntityCorrections:
    """The corrections of a library's entities. Reached as `Library.entity_corrections`.

    What is said of an entity that is one with another one is said of that. Names, lists and counts follow at once, and
    for articles to come as well. Links follow when `link_again` has been called for each of `awaiting_links`, which
    `articles.relinking` does; a run of it that is stopped goes on where it was.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def merge(self, entity: int, into: int) -> EntityCorrection:
        """Say that an entity is one with another one, under whose name both are shown.

        Raises:
            NotFoundError: There is no such entity.
            LibraryError: They are one already.
        """
        with self._connection.transaction():
            one, other = self._shown(entity), self._shown(into)
            if one.id == other.id:
                what = "a name cannot be merged with itself" if entity == into else "they are one already"
                raise LibraryError(f"{what}: {other.name}")
            return self._make(EntityCorrection(one.id, EntityDeed.MERGE, into=other.id))

    def split(
        self, entity: int, name: str = "", *, article: int = 0, spelling: str = "", reading: int = 0
    ) -> EntityCorrection:
        """Say that what is called so is somebody or something else than the entity that it was taken for.

        Where many articles name it, all but the newest ones follow when they are linked again.

        Args:
            entity: What it was taken for.
            name: The name of what is split off; without one, the spelling, or the name that it was taken for.
            article: The article in which that is so; 0 for all.
            spelling: What it is called; empty for every mention in that article.
            reading: The article that is being read, which follows at once in any case.

        Raises:
            NotFoundError: There is no such entity, or no such mention of it.
            LibraryError: Neither an article nor a spelling is given, or the name is too long.
        """
        called = _checked(spelling) if spelling.strip() else ""
        if not article and not called:
            raise LibraryError("not everything can be split off", remedy="Say in which article, or what it is called")
        with self._connection.transaction():
            taken_for = self._shown(entity)
            if article:
                article_store.load(self._connection, article)
            chosen = _checked(name if name.strip() else called or taken_for.name)
            if called and not self._is_called(taken_for, called):
                raise NotFoundError(_nowhere(taken_for.name, article, called))
            founded = self._found(chosen, taken_for.kind, called)
            wanted = EntityCorrection(
                taken_for.id, EntityDeed.SPLIT, chosen, taken_for.kind, founded, article, spelling=called
            )
            made = self._make(wanted, reading)
            if not entity_correction_store.splits_anything(self._connection, made.id):
                raise NotFoundError(_nowhere(taken_for.name, article, called))
            return made

    def rename(self, entity: int, name: str) -> EntityCorrection:
        """Give an entity another name; it is still found by those that it had.

        Raises:
            NotFoundError: There is no such entity.
            LibraryError: The name is empty or too long, or it is called so.
        """
        chosen = _checked(name)
        with self._connection.transaction():
            shown = self._shown(entity)
            if shown.name == chosen:
                raise LibraryError(f"it is called {chosen} already")
            return self._make(EntityCorrection(shown.id, EntityDeed.RENAME, chosen))

    def set_kind(self, entity: int, kind: EntityKind) -> EntityCorrection:
        """Say that an entity is of another kind, in whatever article names it. Raises `NotFoundError`."""
        with self._connection.transaction():
            return self._make(EntityCorrection(self._shown(entity).id, EntityDeed.KIND, kind=kind))

    def hide(self, entity: int) -> EntityCorrection:
        """Say that an entity is no name worth showing: it is left out of texts, lists and links.

        Raises:
            NotFoundError: There is no such entity.
            LibraryError: It is hidden already.
        """
        with self._connection.transaction():
            shown = self._shown(entity)
            if shown.is_hidden:
                raise LibraryError(f"{shown.name} is hidden already")
            return self._make(EntityCorrection(shown.id, EntityDeed.HIDE))

    def revoke(self, identity: int, *, reading: int = 0) -> EntityCorrection:
        """Take a correction back; what was said before it about the same holds again.

        Args:
            identity: The number of the correction.
            reading: The article that is being read, which follows at once in any case.

        Raises:
            NotFoundError: There is none with this number.
        """
        from articles.library import entity_deeds

        with self._connection.transaction():
            revoked = entity_correction_store.one(self._connection, identity)
            entity_deeds.take_back(self._connection, revoked, reading=reading)
            return revoked

    def restore(self, correction: EntityCorrection, *, reading: int = 0) -> EntityCorrection:
        """Put a correction back that was revoked, in its place among the others; as it is stored.

        Args:
            correction: The correction as it was.
            reading: The article that is being read, which follows at once in any case.

        Raises:
            NotFoundError: What it is about is no longer there.
            LibraryError: It has not been revoked, or contradicts what was said since.
        """
        with self._connection.transaction():
            if any(each.id == correction.id for each in self.all()):
                raise LibraryError(f"correction {correction.id} holds already")
            entity_store.found(self._connection, correction.entity)
            if correction.deed is EntityDeed.MERGE:
                self._check_merge(correction)
            if correction.deed is EntityDeed.SPLIT:
                correction = self._with_entity(correction)
            return self._make(correction, reading)

    def all(self) -> tuple[EntityCorrection, ...]:
        """All corrections of entities, in the order in which they were made."""
        return entity_correction_store.every(self._connection)

    def of(self, entity: int) -> tuple[EntityCorrection, ...]:
        """The corrections that make an entity what it is shown as, those of what it stands for included."""
        return entity_correction_store.about(self._connection, entity_store.members(self._connection, entity))

    def rows(self, corrections: Iterable[EntityCorrection]) -> tuple[EntityCorrectionRow, ...]:
        """Corrections as a list shows them, with names and what they change."""
        return tuple(entity_correction_store.row(self._connection, each) for each in corrections)

    def found(self, entity: int) -> KnownEntity:
        """An entity as it was found, whatever the reader makes of it. Raises `NotFoundError`."""
        return entity_store.found(self._connection, entity)

    def awaiting_links(self) -> tuple[int, ...]:
        """The articles whose links don't follow yet from what was said of their entities, newest first."""
        return entity_correction_store.awaiting_links(self._connection)

    def link_again(self, article: int, make_links: MakeLinks) -> bool:
        """Make the links of an article anew in one transaction.

        Args:
            article: Library id of the article.
            make_links: Called inside the transaction with its corrected annotations and the ids of their entities.

        Returns:
            False where there is nothing to link yet, since the article waits for annotation.

        Raises:
            NotFoundError: There is no such article.
        """
        return annotation_store.link_again(self._connection, article, make_links)

    def _shown(self, entity: int) -> KnownEntity:
        return entity_store.one(self._connection, entity)

    def _make(self, correction: EntityCorrection, reading: int = 0) -> EntityCorrection:
        from articles.library import entity_deeds

        return entity_deeds.make(self._connection, correction, correction.made_at or now(), reading=reading)

    def _is_called(self, shown: KnownEntity, spelling: str) -> bool:
        """Whether some article may call an entity so, as far as its spellings were all kept."""
        from articles.linking.entities import MOST_ALIASES

        known = [
            entity_store.found(self._connection, each) for each in entity_store.members(self._connection, shown.id)
        ]
        spellings = {fold(each) for entity in known for each in (entity.name, *entity.aliases)}
        return fold(spelling) in spellings or any(len(entity.aliases) >= MOST_ALIASES for entity in known)

    def _found(self, name: str, kind: EntityKind, called: str, identity: int | None = None) -> int:
        from articles.library.entity_founding import founded

        aliases = (called,) if called and called != name else ()
        return founded(self._connection, Entity(name, kind, aliases), identity)

    def _with_entity(self, split: EntityCorrection) -> EntityCorrection:
        """A split with the entity that it made, which is made again where it is no longer there."""
        if split.article:
            article_store.load(self._connection, split.article)
        taken_by = entity_store.name_of(self._connection, split.into)
        if taken_by == split.name:
            return split
        kind = split.kind or entity_store.found(self._connection, split.entity).kind
        free = split.into if taken_by is None else None
        return replace(split, into=self._found(split.name, kind, split.spelling, free))

    def _check_merge(self, merge: EntityCorrection) -> None:
        if any(each.deed is EntityDeed.MERGE and each.entity == merge.entity for each in self.all()):
            raise LibraryError("it is one with another name by now", remedy="Revoke that first")
        if self._shown(merge.into).id == merge.entity:
            raise LibraryError("they are one already, the other way round", remedy="Revoke that first")


def _checked(name: str) -> str:
    chosen = one_line(printable(name))
    if not any(char.isalnum() for char in chosen):
        raise LibraryError("a name needs a letter or a digit")
    if len(chosen) > LONGEST_NAME:
        raise LibraryError(f"a name may have {LONGEST_NAME} characters, this one has {len(chosen)}")
    return chosen


def _nowhere(name: str, article: int, called: str) -> str:
    if not called:
        return f"article {article} does not name {name}"
    return f"article {article} does not call {name} “{called}”" if article else f"no article calls {name} “{called}”"
