"""`broadsheet entity`: the card of somebody or something, with the newest mentions in context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.library import Library
from articles.model import Factuality, KnownEvent, Passage
from articles.reading.entity_card import ArticleMentions, EntityCard, entity_card, mentions_of
from articles.text import one_line
from tui.dates import date_words
from tui.listings.articles import published_json
from tui.listings.entities import entity_json
from tui.listings.entity_corrections import correction_text, corrections_json
from tui.listings.events import event_json
from tui.listings.wording import counted, wrapped

_ARTICLES = 20
"""Articles, the newest, whose mentions are printed."""


@dataclass(frozen=True, slots=True)
class ShownCard:
    """A card with its newest mentions."""

    card: EntityCard
    mentions: tuple[ArticleMentions, ...]


def read_card(library: Library, identity: int) -> ShownCard:
    """The card of an entity.

    Raises:
        NotFoundError: No such entity.
    """
    card = entity_card(library, identity)
    return ShownCard(card, mentions_of(library, card.entity.id, card.articles[:_ARTICLES]))


def card_text(shown: ShownCard) -> Iterator[str]:
    """The card to read."""
    card, entity = shown.card, shown.card.entity
    about = (entity.kind.value, card.country, "hidden" if entity.is_hidden else "")
    yield f"{one_line(entity.name)} · {' · '.join(part for part in about if part)}\n"
    if entity.aliases:
        yield wrapped(f"also {', '.join(map(one_line, entity.aliases))}")
    yield f"{counted(entity.mentions, 'mention')} in {counted(entity.articles, 'article')}{_seen_words(card)}\n"
    if card.months:
        months = (f"{each.month:%b %Y} {each.mentions:,}" for each in card.months)
        yield wrapped(f"mentions by month: {', '.join(months)}")
    yield from map(correction_text, card.corrections)
    if card.company:
        yield "\nNamed with\n"
    for each in card.company:
        named = each.entity
        yield f"{named.id:>6}  {named.kind.value:<12}  {one_line(named.name)} · {counted(each.shared, 'article')}\n"
    if card.events:
        yield "\nEvents\n"
    yield from (_event_text(event) for event in card.events)
    if shown.mentions:
        yield "\nMentions\n"
    for article in shown.mentions:
        yield from _mentions_text(article)
    if (left := len(card.articles) - _ARTICLES) > 0:
        yield f"\n… and {counted(left, 'article')} more\n"


def card_json(shown: ShownCard) -> dict[str, object]:
    """The card for a program. Days are None where none is known."""
    card, entity = shown.card, shown.card.entity
    return {
        **entity_json(entity),
        "is_hidden": entity.is_hidden,
        "first_seen": published_json(card.seen[0]) if card.seen else None,
        "last_seen": published_json(card.seen[1]) if card.seen else None,
        "months": [{"month": f"{each.month:%Y-%m}", "mentions": each.mentions} for each in card.months],
        "named_with": [
            {"id": each.entity.id, "name": each.entity.name, "kind": each.entity.kind.value, "articles": each.shared}
            for each in card.company
        ],
        "events": [event_json(event) for event in card.events],
        "passages": [_passage_json(each) for article in shown.mentions for each in article.passages],
        **corrections_json(card.corrections),
    }


def _seen_words(card: EntityCard) -> str:
    if card.seen is None:
        return ""
    first, last = map(date_words, card.seen)
    return f" · {first}" if first == last else f" · {first} to {last}"


def _event_text(event: KnownEvent) -> str:
    status = "" if event.factuality is Factuality.ASSERTED else event.factuality.value
    parts = (one_line(event.label), status, counted(event.articles, "report"))
    return f"{event.id:>6}  {' · '.join(part for part in parts if part)}\n"


def _mentions_text(article: ArticleMentions) -> Iterator[str]:
    row = article.row
    source: Sequence[str] = (one_line(row.title) or "(no title)", date_words(row.published), one_line(row.outlet))
    yield f"{row.id:>6}  {' · '.join(part for part in source if part)}\n"
    for passage in article.passages:
        yield wrapped(f"“{one_line(passage.text)}”", " " * 8)


def _passage_json(passage: Passage) -> dict[str, object]:
    return {
        "article": passage.article,
        "block": passage.block,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "mention_start": passage.trigger_start,
        "mention_end": passage.trigger_end,
    }
