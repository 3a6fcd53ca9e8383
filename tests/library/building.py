"""Small documents, annotations and links to put into a library."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from articles.library import Library
from articles.model import (
    UNDATED,
    Annotations,
    Article,
    Basis,
    Block,
    BlockKind,
    Difference,
    Entity,
    EntityKind,
    EventLink,
    EventMention,
    EventSlots,
    Factuality,
    Interval,
    Linked,
    Mention,
    Participant,
    Published,
    RawDocument,
    Relation,
    Role,
    Sentence,
    SourceFormat,
)

RETRIEVED_AT = datetime(2025, 6, 1, 12, 30, tzinfo=UTC)
MAYOR = Entity("Ana Ruiz", EntityKind.PERSON, ("Ruiz",), "ES")
TOWN = Entity("Cádiz", EntityKind.PLACE, (), "ES")
FIRST_SENTENCE = "Mayor Ana Ruiz opened the bridge in Cádiz."
SECOND_SENTENCE = "Critics called it late."


def raw(number: int) -> RawDocument:
    """A raw document unlike any of another number."""
    return RawDocument(f"raw {number}".encode(), f"/saved/{number}.txt", SourceFormat.TEXT, RETRIEVED_AT)


def article(title: str = "Bridge opens", *texts: str, outlet: str = "", published: Published = UNDATED) -> Article:
    """An article of paragraphs."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts or (f"{FIRST_SENTENCE} {SECOND_SENTENCE}",))
    return Article(title, blocks, outlet=outlet, published=published)


def stated(year: int, month: int, day: int) -> Published:
    """A date as a page states it."""
    return Published(date(year, month, day), basis=Basis.STATED)


def add(library: Library, number: int, *, published: Published = UNDATED, title: str = "", outlet: str = "") -> int:
    """Store an article; its id."""
    return library.store_article(
        raw(number), article(title or f"Bridge opens {number}", outlet=outlet, published=published)
    ).id


def findings(*, published: Published = UNDATED, factuality: Factuality = Factuality.ASSERTED) -> Annotations:
    """What is found in the first block of `article`: a mayor, a town, an opening, a call."""
    end = len(FIRST_SENTENCE)
    return Annotations(
        "test engine",
        published=published,
        sentences=(Sentence(0, 0, end), Sentence(0, end + 1, end + 1 + len(SECOND_SENTENCE))),
        entities=(MAYOR, TOWN),
        mentions=(Mention(0, 6, 14, 0), Mention(0, 36, 41, 1)),
        events=(
            EventMention(0, 15, 21, 0, "open", "opening", (Participant(Role.AGENT, "Ana Ruiz", 0),), 1, -1, factuality),
            EventMention(0, 51, 57, 1, "call", "statement"),
        ),
    )


def slots(identity: int, index: int, entity_ids: tuple[int, ...], day: date | None = None) -> EventSlots:
    """The slots of an event mention of `findings`."""
    if index == 1:
        return EventSlots(identity, 1, "call", "statement")
    mayor, town, *_ = entity_ids
    return EventSlots(
        identity,
        0,
        "open",
        "opening",
        actors=frozenset({mayor}),
        actor_names=((mayor, MAYOR.name), (town, TOWN.name)),
        countries=frozenset({"ES"}),
        places=frozenset({town}),
        interval=None if day is None else Interval(day, day),
        dated_by_text=day is not None,
    )


def annotate(
    library: Library,
    identity: int,
    *others: int,
    relation: Relation = Relation.SAME_EVENT,
    confidence: float = 0.9,
    day: date | None = None,
    found: Annotations | None = None,
) -> None:
    """Store the annotations of an article, its opening linked to the opening that the others report."""
    known = library.known_entities(["ana ruiz", "cadiz"])
    by_name = {entity.name: entity.id for entity in known}

    def make_links(_: Annotations, entity_ids: tuple[int, ...]) -> Linked:
        links = tuple(
            EventLink(
                (identity, 0), (other, 0), relation, confidence, ("Ana Ruiz",), (Difference("day", "mine", "yours"),)
            )
            for other in others
        )
        events = library.event_of([(other, 0) for other in others])
        joined = events[others[0], 0] if others else -1
        own = (slots(identity, 0, entity_ids, day), slots(identity, 1, entity_ids))
        return Linked(own, links, (joined, -2))

    made = found or findings()
    library.store_annotations(identity, made, [by_name.get(entity.name) for entity in made.entities], make_links)


def renamed(found: Annotations, name: str) -> Annotations:
    """The annotations with another mayor."""
    return replace(found, entities=(replace(MAYOR, name=name, aliases=()), TOWN))
