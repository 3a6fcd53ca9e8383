"""What the library offers about rulings: that two passages report one event, or that they don't."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from articles.anchoring import Anchor, AnchorText
from articles.clock import now
from articles.errors import LibraryError
from articles.library import article_store, entity_correction_store, event_ruling_store
from articles.library.connection import Connection
from articles.model import EventMention, EventRuling, EventRulingRow, Passage, RuledPassage


class EventRulings:
    """The reader's rulings on links. Reached as `Library.event_rulings`.

    They bind whenever an article is linked. The two articles of one that is made or revoked are among
    `EntityCorrections.awaiting_links` until they have been linked again, which `articles.relinking` does.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rule(self, here: Passage, there: Passage, is_same: bool) -> EventRuling:
        """Say that two passages report one event, or that they don't.

        Raises:
            NotFoundError: One of the articles is not there.
            LibraryError: Both stand in one article, the text of one has changed since, or that was said already.
        """
        if here.article == there.article:
            raise LibraryError("both passages stand in one article", remedy="Choose one of another article")
        with self._connection.transaction():
            wanted = EventRuling(self._anchored(here), self._anchored(there), is_same)
            triggers = event_ruling_store.Triggers(self._connection)
            known = event_ruling_store.holding(triggers, event_ruling_store.about(self._connection, here.article))
            said = known.get(triggers.pair(wanted) or frozenset())
            if said is not None and said.is_same == is_same:
                raise LibraryError(f"that was said already: ruling {said.id}")
            return self._make(wanted)

    def revoke(self, identity: int) -> EventRuling:
        """Take a ruling back; what was said before it about the same passages holds again. Raises `NotFoundError`."""
        with self._connection.transaction():
            revoked = event_ruling_store.one(self._connection, identity)
            event_ruling_store.remove(self._connection, identity)
            self._await_links(revoked)
            return revoked

    def restore(self, ruling: EventRuling) -> EventRuling:
        """Put a ruling back that was revoked, in its place among the others; as it is stored.

        Raises:
            NotFoundError: One of the articles is no longer there.
            LibraryError: It has not been revoked.
        """
        with self._connection.transaction():
            if any(each.id == ruling.id for each in self.all()):
                raise LibraryError(f"ruling {ruling.id} holds already")
            for passage in (ruling.here, ruling.there):
                article_store.load(self._connection, passage.article)
            return self._make(ruling)

    def all(self) -> tuple[EventRuling, ...]:
        """All rulings, in the order in which they were made."""
        return event_ruling_store.every(self._connection)

    def rows(self, rulings: Iterable[EventRuling]) -> tuple[EventRulingRow, ...]:
        """Rulings as a list shows them, with where the passages stand and whether they are in effect."""
        triggers = event_ruling_store.Triggers(self._connection)
        in_effect = {each.id for each in event_ruling_store.holding(triggers, self.all()).values()}
        return tuple(
            EventRulingRow(
                each,
                event_ruling_store.shown(self._connection, each.here, triggers.mention(each.here)),
                event_ruling_store.shown(self._connection, each.there, triggers.mention(each.there)),
                each.id in in_effect,
            )
            for each in rulings
        )

    def place(self, passage: RuledPassage) -> tuple[int, int] | None:
        """The event mention, as article and index, that a passage reports; None while it is not there."""
        return event_ruling_store.Triggers(self._connection).mention(passage)

    def rulings_of(self, article: int, events: Mapping[int, EventMention]) -> dict[frozenset[tuple[int, int]], bool]:
        """What the reader says of event mentions of an article, as `articles.linking.clusters.assign` takes it.

        Args:
            article: Library id of the article.
            events: The event mentions that were found in it now, by their indexes.
        """
        own = {index: Anchor(event.block, event.start, event.end) for index, event in events.items()}
        triggers = event_ruling_store.Triggers(self._connection, {article: own})
        rulings = event_ruling_store.about(self._connection, article)
        return {pair: each.is_same for pair, each in event_ruling_store.holding(triggers, rulings).items()}

    def among(self, articles: Collection[int]) -> dict[frozenset[tuple[int, int]], bool]:
        """What the reader says of event mentions of some articles, as `articles.linking.clusters.assign` takes it."""
        rulings = event_ruling_store.among(self._connection, articles)
        triggers = event_ruling_store.Triggers(self._connection)
        return {pair: each.is_same for pair, each in event_ruling_store.holding(triggers, rulings).items()}

    def _make(self, ruling: EventRuling) -> EventRuling:
        made = event_ruling_store.insert(self._connection, ruling, ruling.made_at or now())
        self._await_links(made)
        return made

    def _await_links(self, ruling: EventRuling) -> None:
        entity_correction_store.await_links(self._connection, articles_of(ruling))

    def _anchored(self, passage: Passage) -> RuledPassage:
        article = article_store.load(self._connection, passage.article)
        is_there = -1 <= passage.block < len(article.blocks)
        if not is_there or article.text_of(passage.block)[passage.start : passage.end] != passage.text:
            raise LibraryError("the text of the article has changed since", remedy="Look at it again")
        anchor = Anchor(passage.block, passage.trigger_start, passage.trigger_end)
        quotation = AnchorText(article).quote(anchor)
        return RuledPassage(
            passage.article, quotation, anchor.block, anchor.start, anchor.end, passage.text, passage.start
        )


def articles_of(ruling: EventRuling) -> tuple[int, int]:
    """The two articles of a ruling."""
    return ruling.here.article, ruling.there.article
