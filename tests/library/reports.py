"""Small reports of events, with what is found in them and how they are linked, to put into a library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from articles.library import Library
from articles.model import (
    UNDATED,
    Annotations,
    Difference,
    Entity,
    EntityKind,
    EventLink,
    EventMention,
    EventSlots,
    Factuality,
    Granularity,
    Interval,
    Linked,
    Mention,
    Participant,
    Published,
    Relation,
    Role,
    Sentence,
    TimeExpression,
    TimeType,
)
from tests.library.building import article, raw


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that reports an event."""

    text: str
    trigger: str
    """Its trigger, which is also the lemma and class of the event."""
    who: str = ""
    """A person in it, who does it."""
    place: str = ""
    """A place in it, where it happens."""
    when: str = ""
    """The words of it that tell the day."""
    day: date | None = None
    factuality: Factuality = Factuality.ASSERTED
    speaker: str = ""
    says: str = ""
    """A name in it, on whose word it stands."""


@dataclass(frozen=True, slots=True)
class To:
    """A link from a sentence to one of another article."""

    sentence: int
    article: int
    other: int
    """The sentence there."""
    relation: Relation = Relation.SAME_EVENT
    confidence: float = 0.9
    differences: tuple[Difference, ...] = ()
    joins: bool = True
    """Whether both are one event of the library."""


def report(
    library: Library,
    number: int,
    *said: Said,
    outlet: str = "",
    published: Published = UNDATED,
    links: Sequence[To] = (),
    title: str = "",
) -> int:
    """Store an article, a sentence a paragraph, with what is found in it; its id."""
    page = article(title or f"Report {number}", *(each.text for each in said), outlet=outlet, published=published)
    identity = library.store_article(raw(number), page).id
    found = findings_of(said, published)
    known = {entity.name: entity.id for entity in library.entities(limit=1000)}

    def make_links(_: Annotations, entity_ids: tuple[int, ...]) -> Linked:
        events = library.event_of((link.article, link.other) for link in links)
        joined = {link.sentence: events[link.article, link.other] for link in links if link.joins}
        return Linked(
            tuple(_slots(identity, at, each, found, entity_ids) for at, each in enumerate(said)),
            tuple(
                EventLink(
                    (identity, link.sentence),
                    (link.article, link.other),
                    link.relation,
                    link.confidence,
                    ("same day",),
                    link.differences,
                )
                for link in links
            ),
            tuple(joined.get(at, -at - 1) for at in range(len(said))),
        )

    library.store_annotations(identity, found, [known.get(entity.name) for entity in found.entities], make_links)
    return identity


def findings_of(said: Sequence[Said], published: Published = UNDATED) -> Annotations:
    """What is found in sentences, each of them a paragraph."""
    entities: dict[str, Entity] = {}
    mentions: list[Mention] = []
    times: list[TimeExpression] = []
    events: list[EventMention] = []
    for block, each in enumerate(said):
        named: dict[str, int] = {}
        kinds = ((each.who, EntityKind.PERSON), (each.place, EntityKind.PLACE), (each.says, EntityKind.ORGANISATION))
        for name, kind in kinds:
            if name:
                entities.setdefault(name, Entity(name, kind))
                start = each.text.index(name)
                named[name] = len(mentions)
                mentions.append(Mention(block, start, start + len(name), list(entities).index(name)))
        if each.when and each.day:
            start = each.text.index(each.when)
            days = Interval(each.day, each.day)
            end = start + len(each.when)
            value = each.day.isoformat()
            times.append(TimeExpression(block, start, end, TimeType.DATE, value, Granularity.DAY, days))
        start = each.text.index(each.trigger)
        events.append(
            EventMention(
                block,
                start,
                start + len(each.trigger),
                block,
                each.trigger,
                each.trigger,
                (Participant(Role.AGENT, each.who, named[each.who]),) if each.who else (),
                named.get(each.place, -1),
                len(times) - 1 if each.when else -1,
                each.factuality,
                each.speaker,
            )
        )
    sentences = tuple(Sentence(block, 0, len(each.text)) for block, each in enumerate(said))
    return Annotations(
        "test engine",
        published=published,
        sentences=sentences,
        entities=tuple(entities.values()),
        mentions=tuple(mentions),
        times=tuple(times),
        events=tuple(events),
    )


def _slots(identity: int, at: int, said: Said, found: Annotations, entity_ids: Sequence[int]) -> EventSlots:
    numbers = {entity.name: entity_ids[position] for position, entity in enumerate(found.entities)}
    named = [name for name in (said.who, said.place) if name]
    return EventSlots(
        identity,
        at,
        said.trigger,
        said.trigger,
        chain=at,
        actors=frozenset({numbers[said.who]} if said.who else ()),
        actor_names=tuple(sorted((numbers[name], name) for name in named)),
        places=frozenset({numbers[said.place]} if said.place else ()),
        interval=Interval(said.day, said.day) if said.day else None,
        dated_by_text=said.day is not None,
        factuality=said.factuality,
        speaker=said.speaker,
        claimants=frozenset({f"#{numbers[said.says]}"} if said.says else ()),
    )
