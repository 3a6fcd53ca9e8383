"""Who and what an article names: names found block by block, agreed on and joined over the whole article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.annotation.languages import ENGLISH
from articles.annotation.names.directions import directional_names
from articles.annotation.names.foreign import foreign_names
from articles.annotation.names.items import Item, items_of, with_likely_countries
from articles.annotation.names.joining import join
from articles.annotation.names.metonyms import acts_for
from articles.annotation.names.reading import Found, Reading, read
from articles.annotation.names.recall import headline_names, known_forms, recalled
from articles.annotation.names.spans import names_of
from articles.annotation.names.trimming import trimmed_people
from articles.annotation.names.walks import with_walks
from articles.annotation.parse import ParsedBlock
from articles.model import Entity, Mention, TimeExpression


@dataclass(frozen=True, slots=True)
class Names:
    """The entities of an article, and their mentions in order of text."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    """Each points at its entity by its position."""


def find_names(blocks: Sequence[ParsedBlock], times: Sequence[TimeExpression]) -> Names:
    """The names of an article.

    Args:
        blocks: Its blocks as the engine read them, the title among them.
        times: Its time expressions; what they cover is no name.
    """
    readings = [read(position, block, times) for position, block in enumerate(blocks)]
    found = _found_in(readings)
    items = items_of(readings, found)
    english = [reading for reading in readings if reading.parsed.language == ENGLISH]
    found += directional_names(english, items, [_claimed(found, reading) for reading in english])
    items = with_likely_countries(items_of(readings, found))
    joined, entity_of = join(items)
    entities = tuple(each.entity() for each in joined)
    mentions = tuple(_mention(item, blocks, entity_of[at], entities) for at, item in enumerate(items))
    return Names(with_walks(entities, mentions, items, blocks), mentions)


def _found_in(readings: Sequence[Reading]) -> list[Found]:
    """Names of the running text first; then what it names, found again where capitals or the model fail."""
    english = [reading for reading in readings if reading.parsed.language == ENGLISH]
    running = [reading for reading in english if not reading.is_headline_case]
    found = [each for reading in running for each in names_of(reading)]
    forms = known_forms(items_of(readings, found), readings)
    for reading in running:
        found += recalled(reading, forms, _claimed(found, reading))
    for reading in readings:
        if reading.parsed.language != ENGLISH:
            found += foreign_names(reading, forms)
        elif reading.is_headline_case:
            found += headline_names(reading, forms, names_of(reading))
    return trimmed_people(readings, found)


def _claimed(found: Iterable[Found], reading: Reading) -> set[int]:
    spans = (each for each in found if each.block == reading.position)
    return {index for each in spans for index in range(each.first, each.last)}


def _mention(item: Item, blocks: Sequence[ParsedBlock], entity: int, entities: Sequence[Entity]) -> Mention:
    block = blocks[item.found.block]
    start, end = block.tokens[item.found.first].start, block.tokens[item.found.last - 1].end - item.found.cut
    return Mention(block.block, start, end, entity, acts_for(item, block, entities[entity].kind))
