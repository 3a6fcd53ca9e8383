"""The facade of the library: everything that other rooms may ask of it, each question delegated to one module."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from articles.anchoring import Anchor
from articles.library import (
    annotation_store,
    article_entities,
    article_store,
    checking,
    corrected_text,
    deliveries,
    entity_store,
    event_dating,
    event_days,
    event_pairs,
    event_store,
    link_store,
    listing,
    marks,
    passage_marks,
    slot_index,
    story_evidence,
)
from articles.library.annotation_store import MakeLinks
from articles.library.connection import Connection
from articles.library.corrections import Corrections
from articles.library.entity_corrections import EntityCorrections
from articles.library.entity_facts import EntityFacts
from articles.library.entity_listing import EntityListing
from articles.library.event_rulings import EventRulings
from articles.library.migrating import open_library_file
from articles.library.sources import Sources
from articles.library.tag_rules import TagRules
from articles.library.tags import Tags
from articles.library.versions import Versions
from articles.library.views import Views
from articles.linking.clusters import Neighbourhood
from articles.model import (
    Annotations,
    Article,
    ArticleAddress,
    ArticleRow,
    DatedEvent,
    Delivery,
    EventSlots,
    KnownEntity,
    KnownEvent,
    LibraryCounts,
    LinkedPassages,
    Passage,
    PassageMark,
    Published,
    RawDocument,
    Recleaned,
    StoredArticle,
)
from articles.query import Query

_EVERYTHING = Query()


class Library:
    """An open library. It belongs to the thread that opened it; open it once more for another thread.

    Every method raises `LibraryError` where the file cannot be read or written (damaged, disk full, read-only).
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.sources = Sources(connection)
        """The feeds and watched folders that articles come from."""
        self.tags = Tags(connection)
        """The tags that the reader gives to articles."""
        self.tag_rules = TagRules(connection)
        """By which articles get tags when they come."""
        self.corrections = Corrections(connection)
        """What the reader says of lines, and of all articles of an outlet."""
        self.entity_listing = EntityListing(connection)
        """The names of the library in order, for lists of them."""
        self.entity_facts = EntityFacts(connection)
        """When, with whom and in which events an entity is named."""
        self.entity_corrections = EntityCorrections(connection)
        """What the reader says of entities."""
        self.versions = Versions(connection)
        """The articles that have the same text."""
        self.views = Views(connection)
        """Searches that the reader keeps under a name."""
        self.event_rulings = EventRulings(connection)
        """What the reader says of links: that two passages report one event, or that they don't."""

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a library, creating it where there is none and migrating it where it is older.

        Raises:
            LibraryVersionError: The file is another program's, or of a newer version; it was not touched.
            LibraryError: The file cannot be opened.
        """
        return cls(open_library_file(path))

    def close(self) -> None:
        """Close the library; a second time does nothing."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self._connection.path

    def data_version(self) -> int:
        """A number that changes when another connection has written."""
        version: int = self._connection.value("PRAGMA data_version")
        return version

    def snapshot(self) -> AbstractContextManager[None]:
        """The context in which all answers are of one moment, whatever others write; nothing is written inside."""
        return self._connection.snapshot()

    def store_article(self, raw: RawDocument, article: Article) -> StoredArticle:
        """Store an article, by the rules of its outlet, with its raw bytes in one transaction.

        The same bytes again change nothing.
        """
        return corrected_text.store(self._connection, raw, article)

    def replace_article(self, identity: int, article: Article) -> Recleaned:
        """Put another cleaning of an article, with the reader's corrections, in place of the stored one.

        Where its text has changed it waits for annotation again. The reader's marks on it stay; those in the text are
        put in their places again, and those that have none any more are told.

        Raises:
            NotFoundError: There is no such article.
        """
        with self._connection.transaction():
            return corrected_text.replace(self._connection, identity, article)

    def preview_replacement(self, identity: int, article: Article) -> Recleaned:
        """What `replace_article` would do. Raises `NotFoundError`."""
        return corrected_text.preview(self._connection, identity, article)

    def deliver(self, delivery: Delivery, article: Article) -> StoredArticle:
        """Store what a source delivered or an address holds: a new article, or another version of the one it is."""
        return deliveries.store(self._connection, delivery, article)

    def delivered(self, delivery: Delivery) -> int | None:
        """The article that the very same was delivered of before, by whatever way; None where there is none."""
        return deliveries.known(self._connection, delivery)

    def store_version(self, identity: int, delivery: Delivery, article: Article) -> bool:
        """Put the full text, or a newer one, of an article in place of the stored one; it waits for annotation again.

        The raw bytes of the one before are kept, and the reader's marks on it stay.

        Returns:
            False where it reads the same and stays as it is.

        Raises:
            NotFoundError: There is no such article.
        """
        with self._connection.transaction():
            return deliveries.store_version(self._connection, identity, delivery, article)

    def earlier_raw_documents(self, identity: int) -> tuple[RawDocument, ...]:
        """The raw documents of an article's earlier versions, the last first."""
        return deliveries.earlier(self._connection, identity)

    def earlier_texts(self, identity: int) -> tuple[Article, ...]:
        """What an article was before its text was replaced by another version, as it was read then, the first first."""
        return deliveries.earlier_texts(self._connection, identity)

    def address(self, identity: int) -> ArticleAddress | None:
        """Where an article can be read, as far as that is known. Raises `NotFoundError`."""
        return deliveries.address(self._connection, identity)

    def article(self, identity: int) -> Article:
        """The cleaned article, dated as its page states. Raises `NotFoundError`."""
        return article_store.load(self._connection, identity)

    def raw_document(self, identity: int) -> RawDocument:
        """The bytes as they came. Raises `NotFoundError`."""
        return article_store.load_raw(self._connection, identity)

    def pending(self) -> tuple[int, ...]:
        """The articles that wait for annotation, newest first."""
        return article_store.pending(self._connection)

    def mark_failed(self, identity: int, reason: str) -> None:
        """Set an article aside that the engine failed on. Raises `NotFoundError`."""
        article_store.mark_failed(self._connection, identity, reason)

    def failure(self, identity: int) -> str:
        """Why the engine failed on an article; empty where it did not."""
        return article_store.failure(self._connection, identity)

    def retry_failed(self) -> tuple[int, ...]:
        """Let the articles that were set aside wait for annotation again; which those are."""
        return article_store.retry_failed(self._connection)

    def store_annotations(
        self, identity: int, annotations: Annotations, entities: Sequence[int | None], make_links: MakeLinks
    ) -> None:
        """Store what was found in an article in one transaction, in place of what was found in it before.

        Args:
            identity: Library id of the article.
            annotations: What was found in it.
            entities: For each of its entities the id of the known one, or None where it is new.
            make_links: Called inside the transaction with the annotations, as the reader's corrections make them,
                and the library ids of their entities.

        Raises:
            NotFoundError: There is no such article.
        """
        annotation_store.store(self._connection, identity, annotations, entities, make_links)

    def annotations(self, identity: int) -> Annotations | None:
        """What was found in an article, as the reader says it is; None while it waits. Raises `NotFoundError`."""
        return annotation_store.load(self._connection, identity)

    def dated_by_events(self, identity: int) -> Published:
        """The date of an article without one of its own, by the events it reports, with the evidence; else undated."""
        return event_dating.dated(self._connection, identity)

    def entity_ids(self, identity: int) -> tuple[int, ...]:
        """The library id of each entity of an article's annotations, as the reader says they are."""
        return article_entities.of_article(self._connection, identity)

    def known_entities(self, keys: Iterable[str]) -> tuple[KnownEntity, ...]:
        """What one of the folded spellings may name, as it was found, the most reported first.

        Where the reader has given another name or kind, an entity is there once more as the reader says it is.
        """
        return entity_store.with_keys(self._connection, keys)

    def entities(self, query: Query = _EVERYTHING, limit: int = 200) -> tuple[KnownEntity, ...]:
        """The entities of the articles that a query selects, counted within them, the most reported first."""
        return entity_store.selected(self._connection, query, limit)

    def entity(self, identity: int) -> KnownEntity:
        """An entity as the reader says it is, or the one that it is one with. Raises `NotFoundError`."""
        return entity_store.one(self._connection, identity)

    def event_candidates(self, slots: Sequence[EventSlots], *, limit: int = 1500) -> tuple[EventSlots, ...]:
        """All event mentions of the other articles that may report the same events, those that share most first."""
        return slot_index.candidates(self._connection, slots, limit)

    def event_slots(self, pairs: Iterable[tuple[int, int]]) -> tuple[EventSlots, ...]:
        """The slots of stored event mentions, given as article and index."""
        return slot_index.of_mentions(self._connection, tuple(pairs))

    def event_of(self, pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], int]:
        """The event that each event mention, given as article and index, belongs to."""
        return event_store.of_mentions(self._connection, tuple(pairs))

    def event_neighbourhood(self, mentions: Iterable[tuple[int, int]]) -> Neighbourhood:
        """All mentions of the events of some, given as article and index, the most telling first."""
        return event_pairs.neighbourhood(self._connection, mentions)

    def events(self, query: Query = _EVERYTHING, limit: int = 200) -> tuple[KnownEvent, ...]:
        """The events of the articles that a query selects, counted within them, the most reported first."""
        return event_store.selected(self._connection, query, limit)

    def event(self, identity: int) -> KnownEvent:
        """An event. Raises `NotFoundError`."""
        return event_store.one(self._connection, identity)

    def dated_events(self, query: Query = _EVERYTHING, limit: int = 200) -> tuple[tuple[DatedEvent, ...], bool]:
        """The events whose days are known of the articles that a query selects, and whether these are all.

        Where there are too many, the most reported are chosen.
        """
        return event_days.selected(self._connection, query, limit)

    def dated(self, events: Iterable[int]) -> tuple[DatedEvent, ...]:
        """Those of some events whose days are known; what was merely said left out."""
        return event_days.of_events(self._connection, events)

    def event_passages(self, identity: int) -> tuple[Passage, ...]:
        """The sentences that report an event, in the order their articles appeared. Raises `NotFoundError`."""
        return event_store.passages(self._connection, identity)

    def shared_events(self, articles: Iterable[int]) -> dict[int, dict[int, int]]:
        """For each of some articles how often it reports each event that another article of the library does too."""
        return story_evidence.shared_events(self._connection, articles)

    def event_labels(self, events: Iterable[int]) -> dict[int, str]:
        """What events are called."""
        return story_evidence.labels(self._connection, events)

    def sharing_events(self, articles: Iterable[int]) -> tuple[int, ...]:
        """Some articles with those that report an event that one of them reports."""
        return story_evidence.sharing_events(self._connection, tuple(articles))

    def people_of(self, articles: Iterable[int]) -> dict[int, list[tuple[int, str, int]]]:
        """For each of some articles the people it names, the hidden left out: number, name, and how often."""
        return story_evidence.people(self._connection, articles)

    def event_claimants(self, identity: int) -> dict[tuple[int, int, int], frozenset[str]]:
        """On whose word each report of an event stands, by article, block and trigger.

        Governments are ISO codes of their countries, others `#` and the number of their entity.
        """
        return event_store.claimants(self._connection, identity)

    def passages_of(self, article: int) -> tuple[Passage, ...]:
        """The sentences of an article that report an event, in the order of the text, once for each event mention."""
        return event_store.passages_of(self._connection, article)

    def links(self, article: int, block: int | None = None) -> tuple[LinkedPassages, ...]:
        """The links of an article, or of one block of it, the surest first, `here` being the article asked about."""
        return link_store.of_article(self._connection, article, block)

    def ids(
        self,
        query: Query = _EVERYTHING,
        *,
        sort: str = "published",
        limit: int | None = None,
        is_folded: bool = True,
    ) -> array[int]:
        """The ids of the articles that a query selects, in one of the orders of `SORTS`.

        Args:
            query: Which articles.
            sort: The order.
            limit: How many at most.
            is_folded: Whether of articles with the same text one stands for all that the query selects, unless the
                reader has unfolded them: then they stand together.
        """
        return listing.ids(self._connection, query, sort=sort, limit=limit, is_folded=is_folded)

    def rows(self, ids: Iterable[int]) -> tuple[ArticleRow, ...]:
        """The rows of articles, in the order of their ids; ids that are not there are left out."""
        return listing.rows(self._connection, ids)

    def row(self, identity: int) -> ArticleRow:
        """The row of one article. Raises `NotFoundError`."""
        return listing.row(self._connection, identity)

    @property
    def version(self) -> int:
        """The version of the file, which is that of the newest migration."""
        return checking.version(self._connection)

    def damage(self) -> tuple[str, ...]:
        """What SQLite finds wrong in the file, a line each; it looks at all of it, which takes a while."""
        return checking.damage(self._connection)

    def counts(self) -> LibraryCounts:
        """How much the library holds."""
        return listing.counts(self._connection)

    def set_read(self, ids: Iterable[int], is_read: bool) -> tuple[int, ...]:
        """Mark articles as read or unread; those that were not so before."""
        return marks.set_read(self._connection, ids, is_read)

    def set_starred(self, ids: Iterable[int], is_starred: bool) -> tuple[int, ...]:
        """Star articles or take the star away; those that were not so before."""
        return marks.set_starred(self._connection, ids, is_starred)

    def passage_marks(self, identity: int | None = None) -> tuple[PassageMark, ...]:
        """The highlights and notes of one article, or of all, in the order of the text; the lost ones last."""
        if identity is None:
            return passage_marks.every(self._connection)
        return passage_marks.of_article(self._connection, identity)

    def find_passage_marks(self, words: str = "") -> tuple[PassageMark, ...]:
        """The marks of all articles with words beginning so in their note or passage, article by article."""
        return passage_marks.find(self._connection, words)

    def mark_passage(self, identity: int, anchor: Anchor | None, note: str = "") -> PassageMark:
        """Highlight a passage of an article, or write a note about it, or about the whole of it where that is None.

        Raises:
            NotFoundError: There is no such article.
            LibraryError: There is no such passage, or the note is too long.
        """
        return passage_marks.add(self._connection, identity, anchor, note)

    def write_note(self, mark: int, note: str) -> PassageMark:
        """Change the note of a mark; the mark as it was. Raises `NotFoundError`, `LibraryError` for one too long."""
        return passage_marks.set_note(self._connection, mark, note)

    def remove_passage_mark(self, mark: int) -> PassageMark:
        """Take a highlight or note away; the mark that it was. Raises `NotFoundError`."""
        return passage_marks.remove(self._connection, mark)

    def put_back_passage_mark(self, mark: PassageMark) -> PassageMark:
        """Store a mark that was removed, with the number that it had. Raises `NotFoundError`."""
        return passage_marks.put_back(self._connection, mark)
