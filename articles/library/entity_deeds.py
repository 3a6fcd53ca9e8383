"""What follows at once from a correction of an entity, or from its being taken back: names, lists and counts.

All that is shown follows from what was found and from the corrections that hold, whatever came before them. The links
of the articles concerned are not made here: they await it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import datetime

from articles.library import article_entities, entity_correction_store
from articles.library.connection import Connection
from articles.library.entity_founding import forget_unused, give
from articles.linking.entity_corrections import SplitRule, merged_into, split_rules
from articles.model import EntityCorrection, EntityDeed

AT_ONCE = 100
"""Articles that a split is applied to at once; to the others when they are linked again, which can be stopped."""


def make(connection: Connection, wanted: EntityCorrection, made_at: datetime, *, reading: int = 0) -> EntityCorrection:
    """Store a correction and apply it, inside a transaction; as it is stored.

    Args:
        connection: The library.
        wanted: The correction.
        made_at: When it is made.
        reading: The article that is being read, to which a split is applied first.
    """
    before = entity_correction_store.every(connection)
    made = entity_correction_store.insert(connection, wanted, made_at)
    _settle(connection, made, before, reading)
    return made


def take_back(connection: Connection, correction: EntityCorrection, *, reading: int = 0) -> None:
    """Remove a correction and what it did, inside a transaction; the article being read first."""
    before = entity_correction_store.every(connection)
    entity_correction_store.remove(connection, correction.id)
    _settle(connection, correction, before, reading)
    forget_unused(connection, (correction.entity, correction.into))


def _settle(
    connection: Connection, changed: EntityCorrection, before: Sequence[EntityCorrection], reading: int
) -> None:
    after = entity_correction_store.every(connection)
    if changed.deed in (EntityDeed.MERGE, EntityDeed.SPLIT):
        _merge(connection, merged_into(before), merged_into(after))
        _split(connection, set(split_rules(before)), set(split_rules(after)), reading)
    else:
        _give(connection, changed.entity, after)


def _give(connection: Connection, entity: int, corrections: Sequence[EntityCorrection]) -> None:
    """Name an entity, say its kind and hide it as the last corrections about that do."""
    about = {each.deed: each for each in corrections if each.entity == entity}
    renamed, recast = about.get(EntityDeed.RENAME), about.get(EntityDeed.KIND)
    give(
        connection,
        entity,
        renamed.name if renamed else None,
        recast.kind if recast else None,
        is_hidden=EntityDeed.HIDE in about,
    )
    shown = connection.value("SELECT coalesce(stands_for, id) FROM entity WHERE id = ?", (entity,))
    entity_correction_store.await_links(connection, article_entities.showing(connection, shown))


def _merge(connection: Connection, before: Mapping[int, int], after: Mapping[int, int]) -> None:
    """Show entities as what stands for them now."""
    for entity in sorted(before.keys() | after.keys()):
        former, shown = before.get(entity, entity), after.get(entity, entity)
        if former != shown:
            entity_correction_store.await_links(connection, article_entities.naming(connection, entity))
            article_entities.show_as(connection, entity, shown)
            article_entities.recount(connection, (former, shown))


def _split(connection: Connection, before: Set[SplitRule], after: Set[SplitRule], reading: int) -> None:
    """Apply the splits anew to all articles in which a change of some of them can tell."""
    changed = before ^ after
    if not changed:
        return
    if all(rule.article for rule in changed):
        articles = sorted({rule.article for rule in changed})
    else:
        articles = _in_order(connection, _concerned(connection, changed, after - before), changed, reading)
    moved = [article for article in articles[:AT_ONCE] if article_entities.place_again(connection, article)]
    entity_correction_store.await_links(connection, moved)
    entity_correction_store.await_links(connection, articles[AT_ONCE:], is_sure=False)


def _concerned(connection: Connection, changed: Set[SplitRule], added: Set[SplitRule]) -> set[int]:
    """Articles in which one of the splits, or one that was made after it, has found mentions, or may find some."""
    first = min(rule.correction for rule in changed)
    found = connection.rows("SELECT DISTINCT article FROM split_off WHERE correction >= ?", (first,))
    sources = {source for rule in added if not rule.article for source in rule.sources}
    named = {article for source in sources for article in article_entities.naming(connection, source)}
    return named | {article for (article,) in found} | {rule.article for rule in changed if rule.article}


def _in_order(connection: Connection, articles: Set[int], changed: Set[SplitRule], reading: int) -> list[int]:
    """The article that is being read first, then those with the words of a split, and of each the newest."""
    with_words = {
        article
        for spelling in sorted({rule.spelling for rule in changed})
        for (article,) in connection.rows(
            "SELECT rowid FROM article_words WHERE article_words MATCH ?", (f'"{spelling.replace(chr(34), "")}"',)
        )
    }
    return sorted(articles, key=lambda each: (each != reading, each not in with_words, -each))
