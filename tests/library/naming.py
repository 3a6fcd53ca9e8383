"""Articles that name somebody, stored and linked on the road that real ones take."""

from __future__ import annotations

import re

from articles.library import Library
from articles.model import (
    Annotations,
    Article,
    Block,
    BlockKind,
    Entity,
    EntityKind,
    EventMention,
    Mention,
    Participant,
    Role,
    Sentence,
)
from articles.run import link_article
from tests.library.building import raw

PERSON, ORGANISATION, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE
RUIZ = Entity("Ana Ruiz", PERSON, ("Ruiz",), "ES")
GIL = Entity("Juan Gil", PERSON, ("Gil",), "ES")
HARBOUR = Entity("Harbour Board", ORGANISATION)
CADIZ = Entity("Cádiz", PLACE)


def report(library: Library, number: int, text: str, *entities: Entity) -> int:
    """Store an article of one paragraph in which the entities are found, and link it; its id."""
    article = Article(f"Report {number}", (Block(BlockKind.PARAGRAPH, text),))
    identity = library.store_article(raw(number), article).id
    annotate_again(library, identity, *entities)
    return identity


def annotate_again(library: Library, identity: int, *entities: Entity) -> None:
    """Find the entities in a stored article, as a later run does."""
    article = library.article(identity)
    link_article(library, identity, article, found_in(article.text_of(0), entities))


def found_in(text: str, entities: tuple[Entity, ...]) -> Annotations:
    """Every place at which the text spells one of the entities, all of them meeting in one event."""
    spellings = {spelling: number for number, each in enumerate(entities) for spelling in (each.name, *each.aliases)}
    pattern = "|".join(re.escape(spelling) for spelling in sorted(spellings, key=len, reverse=True))
    mentions = tuple(Mention(0, *found.span(), spellings[found[0]]) for found in re.finditer(pattern, text))
    parties = tuple(
        Participant(Role.AGENT if not number else Role.PATIENT, text[mention.start : mention.end], number)
        for number, mention in enumerate(mentions)
    )
    trigger = text.index("met")
    event = EventMention(0, trigger, trigger + 3, 0, "meet", "meeting", parties)
    return Annotations(
        "test engine", sentences=(Sentence(0, 0, len(text)),), entities=entities, mentions=mentions, events=(event,)
    )


def names_in(library: Library, identity: int) -> list[str]:
    """What each mention of an article is shown to name, in their order; those that are hidden left out."""
    annotations = library.annotations(identity)
    assert annotations is not None
    entities = [annotations.entities[mention.entity] for mention in annotations.mentions]
    return [entity.name for entity in entities if not entity.is_hidden]


def number_of(library: Library, name: str) -> int:
    """The id of the entity that is shown under a name."""
    (found,) = [each.id for each in library.entities() if each.name == name]
    return found
