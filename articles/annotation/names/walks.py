"""Walks of life: what an article says a person is, by which two people of one name are told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from articles.annotation.names.items import Item
from articles.annotation.parse import ParsedBlock, Token
from articles.model import Entity, EntityKind, Mention, Walk

MOST_BESIDE = 8
"""Organisations kept of those that are named beside a person."""

_PUBLIC = """
    premier chancellor minister senator congressman congresswoman governor mayor lawmaker mp ambassador envoy
    president secretary diplomat politician councillor councilman candidate judge justice attorney lawyer prosecutor
    sheriff constable detective inspector general admiral colonel lieutenant brigadier sergeant banker ceo cfo
    chairman chairwoman businessman businesswoman entrepreneur investor tycoon executive
"""
_SPORT = """
    coach striker forward goalkeeper goalie midfielder defender winger fullback halfback quarterback linebacker
    cornerback tailback pitcher catcher shortstop outfielder infielder slugger batsman bowler sprinter boxer golfer
    swimmer skater jockey footballer cricketer cyclist gymnast athlete wrestler skier player teammate rb qb wr
    rookie centre-back heavyweight middleweight olympian
"""
_ARTS = """
    actor actress singer songwriter musician guitarist drummer rapper composer painter sculptor novelist poet
    playwright comedian dancer filmmaker choreographer
"""
_SCIENCE = """
    professor scientist physicist chemist biologist astronomer geologist mathematician researcher historian
    philosopher neuroscientist statistician archaeologist engineer surgeon epidemiologist psychologist
"""
_FAITH = "pope cardinal archbishop bishop rabbi imam ayatollah priest pastor monk nun"
_WALKS = {
    word: walk
    for walk, words in (
        (Walk.PUBLIC, _PUBLIC),
        (Walk.SPORT, _SPORT),
        (Walk.ARTS, _ARTS),
        (Walk.SCIENCE, _SCIENCE),
        (Walk.FAITH, _FAITH),
    )
    for word in words.split()
}
"""What can be said of people of one walk alone; a doctor, a captain or a director may be of several."""


def with_walks(
    entities: Sequence[Entity],
    mentions: Sequence[Mention],
    items: Sequence[Item],
    blocks: Sequence[ParsedBlock],
) -> tuple[Entity, ...]:
    """The entities, each person with the walks of life it is said to be of, and the organisations named beside it.

    Args:
        entities: What an article names.
        mentions: Where it does.
        items: The names of the mentions, in the same order.
        blocks: The blocks that the names were found in.
    """
    walks: dict[int, dict[Walk, None]] = {}
    beside: dict[int, dict[str, None]] = {}
    bodies: dict[int, dict[str, None]] = {}
    for mention in mentions:
        if entities[mention.entity].kind is EntityKind.ORGANISATION:
            bodies.setdefault(mention.block, {})[entities[mention.entity].name] = None
    for mention, item in zip(mentions, items, strict=True):
        if entities[mention.entity].kind is EntityKind.PERSON:
            said = dict.fromkeys(filter(None, map(_WALKS.get, _said_of(item, blocks[item.found.block]))))
            walks.setdefault(mention.entity, {}).update(said)
            beside.setdefault(mention.entity, {}).update(bodies.get(mention.block, {}))
    return tuple(
        replace(entity, walks=tuple(walks[at]), beside=tuple(beside[at])[:MOST_BESIDE]) if at in walks else entity
        for at, entity in enumerate(entities)
    )


def _said_of(item: Item, block: ParsedBlock) -> Iterator[str]:
    """The words for what a person is: before the name, in apposition to it, or after `is`."""
    yield from item.found.role.split()
    name = block.head_of(block.tokens[item.found.first].start, block.tokens[item.found.last - 1].end)
    if name is None or not name.dep:
        return
    governor = block.tokens[name.head]
    if name.dep == "appos" and governor.pos == "NOUN":
        yield governor.lemma
    yield from (token.lemma for token in block.children[name.index] if token.dep == "appos")
    if name.dep == "nsubj" and governor.lemma == "be":
        yield from _attributes(governor, block)


def _attributes(verb: Token, block: ParsedBlock) -> Iterator[str]:
    return (token.lemma for token in block.children[verb.index] if token.dep == "attr")
