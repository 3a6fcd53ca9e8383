"""What the reader says of entities, applied on top of what was found. What was found is not changed by it.

Mentions and their indexes never move, so that whatever refers to them stays true: a mention is only given another
entity, which stands at the end of the entities, or, where no mention is left to what was found, in its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from articles.model import Annotations, Article, Entity, EntityCorrection, EntityDeed, EntityKind, Mention
from articles.text import fold


@dataclass(frozen=True, slots=True)
class SplitRule:
    """A split as it is applied to an article."""

    correction: int
    """Id of the correction."""
    sources: frozenset[int]
    """The entities that it takes mentions from, as they were found or split off: those that were one at the time."""
    into: int
    article: int
    """0 for all."""
    spelling: str
    """Folded; empty for all."""

    def is_about(self, article: int) -> bool:
        """Whether it can change something in an article."""
        return self.article in (0, article)


@dataclass(frozen=True, slots=True)
class SplitOff:
    """The mentions in one article that a split gives to another entity."""

    rule: SplitRule
    position: int
    """Of the other entity among the article's, to which some are added at the end. It may be at several."""
    mentions: tuple[int, ...]
    """Their indexes."""


@dataclass(frozen=True, slots=True)
class ShownAs:
    """What an entity of an article is, as far as the reader says otherwise than what was found."""

    position: int
    name: str = ""
    """Empty, as the next two, for what was found."""
    kind: EntityKind | None = None
    country: str = ""
    is_hidden: bool = False
    aliases: tuple[str, ...] = ()
    """Of one at the end: its other spellings."""
    mentions: tuple[int, ...] = ()
    """Those that were split off for it; empty where it was not split off."""


def merged_into(corrections: Iterable[EntityCorrection], *, before: int | None = None) -> dict[int, int]:
    """For each entity that is one with another one the entity that stands for both.

    Args:
        corrections: All that hold.
        before: Only what was said before the correction of this id.
    """
    one_with = {
        each.entity: each.into
        for each in corrections
        if each.deed is EntityDeed.MERGE and (before is None or each.id < before)
    }
    return {entity: _root(entity, one_with) for entity in one_with}


def _root(entity: int, one_with: Mapping[int, int]) -> int:
    while entity in one_with:
        entity = one_with[entity]
    return entity


def split_rules(corrections: Sequence[EntityCorrection]) -> tuple[SplitRule, ...]:
    """The splits in the order in which they are applied, which is that in which they were made."""
    splits = (each for each in corrections if each.deed is EntityDeed.SPLIT)
    return tuple(_rule(corrections, split) for split in sorted(splits, key=lambda each: each.id))


def _rule(corrections: Sequence[EntityCorrection], split: EntityCorrection) -> SplitRule:
    roots = merged_into(corrections, before=split.id)
    root = roots.get(split.entity, split.entity)
    sources = {split.entity, root, *(entity for entity, shown in roots.items() if shown == root)}
    return SplitRule(split.id, frozenset(sources), split.into, split.article, fold(split.spelling))


def split_off(
    annotations: Annotations, article: Article, ids: Sequence[int], rules: Sequence[SplitRule]
) -> tuple[SplitOff, ...]:
    """The mentions of an article that splits give to other entities.

    Args:
        annotations: What was found in it.
        article: Its text.
        ids: The library id of each of its entities as it was found.
        rules: Those that can change something in it, in their order: the later ones see what the earlier ones did.
    """
    moved: dict[int, SplitRule] = {}
    for rule in rules:
        for index, mention in enumerate(annotations.mentions):
            holder = moved[index].into if index in moved else ids[mention.entity]
            if holder in rule.sources and rule.spelling in ("", _called(article, mention)):
                moved[index] = rule
    taken = {rule: sorted(index for index in moved if moved[index] is rule) for rule in rules}
    return tuple(_placed(annotations, {rule: indexes for rule, indexes in taken.items() if indexes}))


def _called(article: Article, mention: Mention) -> str:
    """What a mention spells, folded."""
    return fold(article.text_of(mention.block)[mention.start : mention.end])


def _placed(annotations: Annotations, taken: Mapping[SplitRule, Sequence[int]]) -> Iterator[SplitOff]:
    """Give what was split off its positions: those of entities that no mention is left to, else one at the end."""
    named = [mention.entity for mention in annotations.mentions]
    left = Counter(named)
    left.subtract(named[index] for indexes in taken.values() for index in indexes)
    emptied = {position for position in named if not left[position]}
    end = len(annotations.entities)
    for rule, indexes in taken.items():
        own = emptied & {named[index] for index in indexes}
        emptied -= own
        home = min(own, default=end)
        end += home == end
        at: dict[int, list[int]] = {}
        for index in indexes:
            at.setdefault(named[index] if named[index] in own else home, []).append(index)
        for position, mentions in sorted(at.items()):
            yield SplitOff(rule, position, tuple(mentions))


def corrected(annotations: Annotations, shown: Iterable[ShownAs]) -> Annotations:
    """What was found in an article as the reader says it is.

    Args:
        annotations: What was found.
        shown: What the reader says of its entities, those at the end in their order.
    """
    entities = list(annotations.entities)
    mentions = list(annotations.mentions)
    for each in sorted(shown, key=lambda one: one.position):
        if each.position < len(annotations.entities):
            entities[each.position] = _shown(annotations.entities[each.position], each)
        else:
            former = {annotations.mentions[index].entity for index in each.mentions}
            entities.append(_apart(annotations.entities[min(former)], each))
            for position in former:
                entities[position] = _without_spellings_of(entities[-1], entities[position])
        for index in each.mentions:
            mentions[index] = replace(mentions[index], entity=each.position)
    return replace(annotations, entities=tuple(entities), mentions=tuple(mentions))


def _apart(taken_for: Entity, shown: ShownAs) -> Entity:
    """What stands at the end, of which the article says nothing but how it is called."""
    return Entity(
        shown.name or taken_for.name,
        shown.kind or taken_for.kind,
        shown.aliases,
        shown.country,
        is_hidden=shown.is_hidden,
    )


def _without_spellings_of(other: Entity, entity: Entity) -> Entity:
    taken = {fold(spelling) for spelling in (other.name, *other.aliases)}
    return replace(entity, aliases=tuple(spelling for spelling in entity.aliases if fold(spelling) not in taken))


def _shown(entity: Entity, shown: ShownAs) -> Entity:
    name = shown.name or entity.name
    spellings = dict.fromkeys((entity.name, *entity.aliases))
    return replace(
        entity,
        name=name,
        kind=shown.kind or entity.kind,
        aliases=tuple(spelling for spelling in spellings if spelling != name),
        country=shown.country or entity.country,
        is_hidden=shown.is_hidden,
    )
