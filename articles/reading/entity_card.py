"""An entity's card: who or what it is, when it is named, with whom, in which events, and every mention in context."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.errors import NotFoundError
from articles.library import Library
from articles.library.entity_facts import MOST_SHARED
from articles.model import (
    TITLE_BLOCK,
    Annotations,
    Article,
    ArticleRow,
    Companion,
    EntityCorrectionRow,
    KnownEntity,
    KnownEvent,
    Mention,
    MonthCount,
    Passage,
    Published,
)

_COMPANY = 10
_EVENTS = 10


@dataclass(frozen=True, slots=True)
class EntityCard:
    """What is known of one entity of the library."""

    entity: KnownEntity
    country: str
    """The country that it belongs to or is; empty where none is known."""
    seen: tuple[Published, Published] | None
    """The dates of the oldest and the newest dated article that names it; None where none has a date."""
    months: tuple[MonthCount, ...]
    """How often it is named in each month in which it is, the first first."""
    company: tuple[Companion, ...]
    """Who and what is named in the same articles most often."""
    looked_at: int
    """In how many of its articles, the newest ones, company was looked for."""
    events: tuple[KnownEvent, ...]
    """The events that it takes part in, or that take place there, the most reported first."""
    corrections: tuple[EntityCorrectionRow, ...]
    """What the reader has said of it, in that order."""
    articles: array[int]
    """All articles that name it, newest first."""


@dataclass(frozen=True, slots=True)
class ArticleMentions:
    """Where one article names an entity."""

    row: ArticleRow
    passages: tuple[Passage, ...]
    """The sentences that name it, in order; the span of the trigger is that of the first mention in it. The title is
    among them only where nothing else is."""


def entity_card(library: Library, identity: int) -> EntityCard:
    """The card of an entity.

    Raises:
        NotFoundError: There is no such entity.
    """
    entity, facts = library.entity(identity), library.entity_facts
    articles = facts.articles(entity)
    return EntityCard(
        entity,
        _country_name(entity.country),
        facts.seen(entity),
        facts.months(entity),
        facts.company(entity, articles, _COMPANY),
        min(len(articles), MOST_SHARED),
        facts.events(entity, _EVENTS),
        library.entity_corrections.rows(library.entity_corrections.of(entity.id)),
        articles,
    )


def _country_name(code: str) -> str:
    from articles.countries import country

    known = country(code) if code else None
    return known.name if known else ""


def mentions_of(library: Library, identity: int, articles: Iterable[int]) -> tuple[ArticleMentions, ...]:
    """Where each of some articles names an entity; articles that don't, or are gone, are left out."""
    found = (_in_article(library, identity, article) for article in articles)
    return tuple(each for each in found if each is not None)


def _in_article(library: Library, identity: int, article: int) -> ArticleMentions | None:
    try:
        row, annotations = library.row(article), library.annotations(article)
    except NotFoundError:
        return None
    if annotations is None:
        return None
    own = {position for position, entity in enumerate(library.entity_ids(article)) if entity == identity}
    mentions = [mention for mention in annotations.mentions if mention.entity in own]
    if not mentions:
        return None
    in_text = [mention for mention in mentions if mention.block != TITLE_BLOCK]
    mentions, text = in_text or mentions, library.article(article)
    return ArticleMentions(row, tuple(_passages(row, text, annotations, mentions)))


def _passages(
    row: ArticleRow, text: Article, annotations: Annotations, mentions: Sequence[Mention]
) -> Iterable[Passage]:
    """The sentences with the mentions in them, each once."""
    seen: set[tuple[int, int]] = set()
    for mention in sorted(mentions, key=lambda each: (each.block, each.start)):
        start, end = _sentence(annotations, text, mention)
        if (mention.block, start) not in seen:
            seen.add((mention.block, start))
            words = _block(text, mention.block)[start:end]
            place = (mention.block, start, end, words, mention.start, mention.end)
            yield Passage(row.id, row.title, row.outlet, row.published, *place)


def _sentence(annotations: Annotations, text: Article, mention: Mention) -> tuple[int, int]:
    """The span of the sentence that a mention stands in; the whole block where none is told."""
    spans = (
        (each.start, each.end)
        for each in annotations.sentences
        if each.block == mention.block and each.start <= mention.start < each.end
    )
    return next(spans, (0, len(_block(text, mention.block))))


def _block(text: Article, block: int) -> str:
    return text.title if block == TITLE_BLOCK else text.text_of(block)
