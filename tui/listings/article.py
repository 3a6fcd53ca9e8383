"""`broadsheet show`: one article with all that was found in it and all that was dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.library import Library
from articles.model import (
    UNDATED,
    Annotations,
    Article,
    ArticleRow,
    Block,
    BlockKind,
    EntityKind,
    EventMention,
    Mention,
    Participant,
    Published,
    TimeExpression,
)
from articles.text import one_line
from tui.dates import date_words, evidence_words
from tui.listings.articles import published_json
from tui.listings.wording import counted, wrapped

_LEADS = {BlockKind.HEADING: "## ", BlockKind.CAPTION: "[photo] "}
_NAMED = {EntityKind.PERSON: "People", EntityKind.ORGANISATION: "Organisations", EntityKind.PLACE: "Places"}


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """All that the library knows of an article."""

    row: ArticleRow
    article: Article
    annotations: Annotations
    entity_ids: tuple[int, ...]
    """The library id of each entity of the annotations."""
    failure: str = ""
    """Why the language engine failed on it; empty where it did not."""
    by_events: Published = UNDATED
    """Its date by the events that it reports, where it has none of its own."""

    @property
    def published(self) -> Published:
        """The date that its page states, else the one that its text was found to imply, else that of its events."""
        known = (self.article.published, self.annotations.published, self.by_events)
        return next((each for each in known if each.day is not None), self.annotations.published)


def read_article(library: Library, identity: int) -> ShownArticle:
    """An article with what was found in it; with nothing found while it waits.

    Raises:
        NotFoundError: No such article.
    """
    annotations = library.annotations(identity) or Annotations(engine="")
    return ShownArticle(
        library.row(identity),
        library.article(identity),
        annotations,
        library.entity_ids(identity),
        library.failure(identity),
        library.dated_by_events(identity),
    )


def article_text(shown: ShownArticle) -> str:
    """The article to read."""
    blocks = "".join(f"\n{_block_text(block)}" for block in shown.article.blocks)
    found = "".join(_found(shown))
    return f"{wrapped(shown.article.title or '(no title)')}{_details(shown)}{blocks}" + (f"\n{found}" if found else "")


def article_json(shown: ShownArticle) -> dict[str, object]:
    """The article for a program. Spans are half-open, in characters of the block's text; block -1 is the title."""
    article, annotations = shown.article, shown.annotations
    return {
        "id": shown.row.id,
        "title": article.title,
        "byline": article.byline,
        "outlet": article.outlet,
        "published": published_json(shown.published),
        "blocks": [{"kind": block.kind.value, "text": block.text} for block in article.blocks],
        "dropped": [{"text": line.text, "reason": line.reason} for line in article.dropped],
        "entities": _entities(shown),
        "times": [_time(article, time) for time in annotations.times],
        "events": [_event(shown, event) for event in annotations.events],
        "tags": list(shown.row.tags),
        "failure": shown.failure,
    }


def _details(shown: ShownArticle) -> str:
    byline = one_line(shown.article.byline)
    parts = (byline and f"By {byline}", one_line(shown.article.outlet), date_words(shown.published))
    details = wrapped(" · ".join(part for part in parts if part))
    if evidence := evidence_words(shown.published):
        details += wrapped(evidence)
    if shown.row.is_summary:
        details += wrapped(f"Only a summary. Its full text: broadsheet fetch {shown.row.id}")
    if shown.failure:
        details += wrapped(f"Not annotated: {one_line(shown.failure)} Try again: broadsheet retry")
    if shown.row.tags:
        details += wrapped(" ".join(f"#{one_line(tag)}" for tag in shown.row.tags))
    return details


def _lead(block: Block) -> str:
    if block.kind is BlockKind.LIST_ITEM:
        return f"{'  ' * block.depth}{block.marker or '-'} "
    return "> " * (block.depth + 1) if block.kind is BlockKind.QUOTATION else _LEADS.get(block.kind, "  " * block.depth)


def _block_text(block: Block) -> str:
    lead = _lead(block)
    credit = f" ({one_line(block.credit)})" if block.credit else ""
    return wrapped(f"{block.text}{credit}", lead, hanging=" " * len(lead))


def _found(shown: ShownArticle) -> Iterator[str]:
    for kind, heading in _NAMED.items():
        found = (entity for entity in shown.annotations.entities if entity.kind is kind and not entity.is_hidden)
        names = dict.fromkeys(one_line(entity.name) for entity in found)
        if names:
            yield wrapped(f"{heading}: {', '.join(names)}")
    if dropped := len(shown.article.dropped):
        yield wrapped(f"{counted(dropped, 'line')} of the page left out; --json tells which, and why")


def _entities(shown: ShownArticle) -> list[dict[str, object]]:
    mentions: list[list[dict[str, object]]] = [[] for _ in shown.annotations.entities]
    for mention in shown.annotations.mentions:
        mentions[mention.entity].append(_span(shown.article, mention))
    return [
        {
            "id": shown.entity_ids[position],
            "name": entity.name,
            "kind": entity.kind.value,
            "aliases": list(entity.aliases),
            "mentions": mentions[position],
        }
        for position, entity in enumerate(shown.annotations.entities)
        if not entity.is_hidden
    ]


def _span(article: Article, place: Mention | TimeExpression | EventMention) -> dict[str, object]:
    text = article.text_of(place.block)[place.start : place.end]
    return {"block": place.block, "start": place.start, "end": place.end, "text": text}


def _time(article: Article, time: TimeExpression) -> dict[str, object]:
    return {
        **_span(article, time),
        "type": time.type.value,
        "value": time.value,
        "first_day": time.interval.first.isoformat() if time.interval else None,
        "last_day": time.interval.last.isoformat() if time.interval else None,
        "granularity": time.granularity.value,
    }


def _event(shown: ShownArticle, event: EventMention) -> dict[str, object]:
    return {
        **_span(shown.article, event),
        "lemma": event.lemma,
        "class": event.event_class,
        "participants": [_participant(shown, participant) for participant in event.participants],
        "place": _place(shown, event.place),
        "time": event.time if event.time >= 0 else None,
        "factuality": event.factuality.value,
        "speaker": event.speaker,
    }


def _participant(shown: ShownArticle, participant: Participant) -> dict[str, object]:
    entity = _entity_id(shown, participant.mention)
    return {"role": participant.role.value, "text": participant.text, "entity": entity}


def _place(shown: ShownArticle, mention: int) -> dict[str, object] | None:
    if mention < 0:
        return None
    return {
        "text": _span(shown.article, shown.annotations.mentions[mention])["text"],
        "entity": _entity_id(shown, mention),
    }


def _entity_id(shown: ShownArticle, mention: int) -> int | None:
    if mention < 0:
        return None
    position = shown.annotations.mentions[mention].entity
    return None if shown.annotations.entities[position].is_hidden else shown.entity_ids[position]
