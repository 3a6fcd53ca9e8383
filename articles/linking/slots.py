"""Event mentions made comparable: names become library ids, and mentions of one event in one article share slots."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from articles.countries import country_named
from articles.lexicon import event_lexicon
from articles.linking.chains import chains
from articles.linking.figures import numbers_in, with_hedge, with_measure
from articles.linking.looking_back import looked_back_to, told_of_late
from articles.linking.terms import stems
from articles.linking.unplaced_days import unplaced
from articles.model import (
    Annotations,
    Article,
    Entity,
    EntityKind,
    EventMention,
    EventSlots,
    Mention,
    Quantity,
    Role,
)
from articles.text import fold

_ACTOR_KINDS = frozenset(
    {EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.PRODUCT, EntityKind.EVENT, EntityKind.LAW}
)
_AMOUNTS = frozenset({EntityKind.MONEY, EntityKind.QUANTITY})
_OPENING = 2
"""How many sentences open an article, its title among them."""
_COMPANY = 16
"""How many of the entities that an article names most make its company."""


def event_slots(
    article_id: int, annotations: Annotations, article: Article, entity_ids: Sequence[int]
) -> tuple[EventSlots, ...]:
    """The slots of an article's event mentions, in their order, without those too faint to be compared.

    Mentions that the article itself tells as one event share participants, place, time and figures, so that
    "the parade" knows what "a military parade in Pyongyang on July 27" said. Each keeps its own wording.

    Args:
        article_id: Library id of the article.
        annotations: What was found in it.
        article: Its text.
        entity_ids: Library id of each of the annotations' entities.
    """
    own = tuple(
        _own_slots(article_id, index, annotations, article, entity_ids) for index in range(len(annotations.events))
    )
    shared = list(own)
    for chain in chains(own, annotations.events):
        pooled = _pooled([own[position] for position in chain])
        for position in chain:
            shared[position] = replace(
                pooled,
                index=own[position].index,
                chain=own[chain[0]].index,
                lemma=own[position].lemma,
                told_quantities=own[position].quantities,
                context=own[position].context,
                is_noun=own[position].is_noun,
                is_faint=own[position].is_faint,
                sentence=own[position].sentence,
                befallen=own[position].befallen,
                doers=own[position].doers,
                others=own[position].others,
                meaning=own[position].meaning,
            )
    company, lead, around = _company(annotations, entity_ids), _lead(annotations, entity_ids), _around(annotations)
    opening = _opening(annotations, entity_ids)
    earlier, of_late = looked_back_to(own), told_of_late(own)
    return tuple(
        replace(
            slots,
            company=company,
            lead=lead,
            opening=opening,
            looks_back_to=earlier if slots.interval is None and slots.sentence not in of_late else (),
            around=around[slots.sentence] - {slots.event_class},
            nearby=numbers_in(article.text_of(event.block)) if slots.quantities else frozenset(),
        )
        for slots, event in zip(shared, annotations.events, strict=True)
    )


def _own_slots(
    article_id: int, index: int, annotations: Annotations, article: Article, entity_ids: Sequence[int]
) -> EventSlots:
    event = annotations.events[index]
    parties = [
        (party.role, annotations.mentions[party.mention])
        for party in event.participants
        if party.mention >= 0 and not _is_hidden(annotations, party.mention)
    ]
    taking_part = [mention for _, mention in parties]
    is_placed = event.place >= 0 and not _is_hidden(annotations, event.place)
    place = [annotations.mentions[event.place]] if is_placed else []
    named = {entity_ids[mention.entity]: annotations.entities[mention.entity] for mention in (*taking_part, *place)}
    actors = {entity_ids[mention.entity] for mention in taking_part if _is_actor(annotations.entities[mention.entity])}
    time = annotations.times[event.time] if event.time >= 0 else None
    return EventSlots(
        article=article_id,
        index=index,
        lemma=event.lemma,
        event_class=event.event_class,
        actors=frozenset(actors),
        agents=frozenset(entity_ids[mention.entity] for role, mention in parties if role is Role.AGENT),
        befallen=frozenset(entity_ids[entity] for entity in _befallen(annotations, event.event_class, parties)),
        actor_names=tuple(
            sorted((entity_id, entity.name) for entity_id, entity in named.items() if entity.kind not in _AMOUNTS)
        ),
        countries=frozenset(_countries(annotations, (*taking_part, *place))),
        places=frozenset(
            entity_ids[mention.entity] for mention in place if not _is_country(annotations.entities[mention.entity])
        ),
        interval=time.interval if time is not None else None,
        unplaced=unplaced(time.value) if time is not None and time.interval is None else "",
        dated_by_text=time is not None and time.interval is not None,
        published=annotations.published.day,
        factuality=event.factuality,
        speaker=event.speaker,
        claimants=_claimants(annotations, event, entity_ids),
        themes=frozenset(event.themes),
        quantities=tuple(
            (quantity.value, quantity.unit, _figure_words(article, quantity)) for quantity in event.quantities
        ),
        context=_telling_words(annotations, article, event),
        background=event.background,
        is_noun=event.is_noun,
        is_faint=event.is_faint,
        sentence=event.sentence,
        doers=_party_words(event, is_doing=True),
        others=_party_words(event, is_doing=False),
        meaning=event.meaning,
    )


def _befallen(annotations: Annotations, event_class: str, parties: Sequence[tuple[Role, Mention]]) -> set[int]:
    """The people whom something befalls, as positions of entities; in "Smith arrested for fraud" he is its subject."""
    if event_class not in event_lexicon().personal:
        return set()
    named = [(role, mention.entity) for role, mention in parties if role is not Role.OTHER]
    undergoing = [entity for role, entity in named if role is Role.PATIENT]
    people = undergoing or [entity for _, entity in named]
    return {entity for entity in people if annotations.entities[entity].kind is EntityKind.PERSON}


def _figure_words(article: Article, quantity: Quantity) -> str:
    """A figure as it stands in the text, with "at least" before it and "-year-old" after it."""
    text = article.text_of(quantity.block)
    return text[with_hedge(text, quantity.start) : with_measure(text, quantity.end)]


def _is_hidden(annotations: Annotations, mention: int) -> bool:
    return annotations.entities[annotations.mentions[mention].entity].is_hidden


def _party_words(event: EventMention, *, is_doing: bool) -> frozenset[str]:
    parties = (party for party in event.participants if (party.role is Role.AGENT) is is_doing)
    return frozenset(word for party in parties for word in stems(party.text))


def _is_actor(entity: Entity) -> bool:
    """Whether an entity takes part under its own name, not merely as its country."""
    if entity.is_hidden:
        return False
    return entity.kind in _ACTOR_KINDS and not (entity.kind is EntityKind.PLACE and entity.country)


def _is_party_or_town(entity: Entity) -> bool:
    """Whether an entity takes part under its own name, or is a place smaller than a country."""
    return not entity.is_hidden and entity.kind in _ACTOR_KINDS and not _is_country(entity)


def _is_country(entity: Entity) -> bool:
    return country_named(entity.name) is not None


def _countries(annotations: Annotations, mentions: Sequence[Mention]) -> set[str]:
    found = {mention.acts_for for mention in mentions}
    found |= {annotations.entities[mention.entity].country for mention in mentions}
    return found - {""}


def _claimants(annotations: Annotations, event: EventMention, entity_ids: Sequence[int]) -> frozenset[str]:
    """The speaker as keys: names that its words contain, and the countries these stand for."""
    if not event.speaker:
        return frozenset()
    spoken = f" {fold(event.speaker)} "
    keys: set[str] = set()
    for position, entity in enumerate(annotations.entities):
        names = () if entity.is_hidden else (entity.name, *entity.aliases)
        if any(f" {fold(name)} " in spoken for name in names):
            keys.add(entity.country if entity.country else f"#{entity_ids[position]}")
    return frozenset(keys)


def _telling_words(annotations: Annotations, article: Article, event: EventMention) -> frozenset[str]:
    sentence = annotations.sentences[event.sentence]
    return frozenset(stems(article.text_of(sentence.block)[sentence.start : sentence.end]))


def _around(annotations: Annotations) -> dict[int, frozenset[str]]:
    """The classes of the events of each sentence that has some."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for event in annotations.events:
        found[event.sentence].add(event.event_class)
    return {sentence: frozenset(classes) for sentence, classes in found.items()}


def _lead(annotations: Annotations, entity_ids: Sequence[int]) -> int:
    """The person whom an article names most; 0 where it names nobody."""
    named = Counter(
        mention.entity
        for mention in annotations.mentions
        if annotations.entities[mention.entity].kind is EntityKind.PERSON
        and not annotations.entities[mention.entity].is_hidden
    )
    return entity_ids[named.most_common(1)[0][0]] if named else 0


def _company(annotations: Annotations, entity_ids: Sequence[int]) -> frozenset[int]:
    named = Counter(mention.entity for mention in annotations.mentions)
    telling = [entity for entity, _ in named.most_common() if _is_actor(annotations.entities[entity])]
    return frozenset(entity_ids[entity] for entity in telling[:_COMPANY])


def _opening(annotations: Annotations, entity_ids: Sequence[int]) -> frozenset[int]:
    """The parties and towns of the title and the first sentence, or of the first two where there is no title."""
    first = {(each.block, each.start, each.end) for each in annotations.sentences[:_OPENING]}
    return frozenset(
        entity_ids[mention.entity]
        for mention in annotations.mentions
        if _is_party_or_town(annotations.entities[mention.entity])
        and any(block == mention.block and start <= mention.start < end for block, start, end in first)
    )


def _pooled(members: Sequence[EventSlots]) -> EventSlots:
    """What the mentions of one event in one article say together; the closest date wins."""
    dated = [member for member in members if member.interval is not None]
    closest = min(dated, key=lambda member: member.interval.days if member.interval else 0, default=members[0])
    return replace(
        members[0],
        actors=frozenset().union(*(member.actors for member in members)),
        agents=frozenset().union(*(member.agents for member in members)),
        actor_names=tuple(sorted({pair for member in members for pair in member.actor_names})),
        countries=frozenset().union(*(member.countries for member in members)),
        places=frozenset().union(*(member.places for member in members)),
        interval=closest.interval,
        unplaced=next((member.unplaced for member in members if member.unplaced), "") if not dated else "",
        dated_by_text=closest.dated_by_text,
        themes=frozenset().union(*(member.themes for member in members)),
        quantities=tuple(dict.fromkeys(quantity for member in members for quantity in member.quantities)),
    )
