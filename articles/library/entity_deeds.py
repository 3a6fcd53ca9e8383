"""What follows at once from a correction of an entity, or from its being taken back: names, lists and counts.

All that is shown follows from what was found and from the corrections that hold, whatever came before them. The links
of the articles concerned are not made here: they await it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from articles.library import article_entities, entity_correction_store
from articles.library.connection import Connection
from articles.library.entity_founding import forget_unused, give
from articles.linking.entity_corrections import SplitRule, merged_into, split_rules
from articles.model import EntityCorrection, EntityDeed


def make(connection: Connection, wanted: EntityCorrection, made_at: datetime) -> EntityCorrection:
    """Store a correction and apply it, inside a transaction; as it is stored."""
    before = entity_correction_store.every(connection)
    made = entity_correction_store.insert(connection, wanted, made_at)
    _settle(connection, made, before)
    return made


def take_back(connection: Connection, correction: EntityCorrection) -> None:
    """Remove a correction and what it did, inside a transaction."""
    before = entity_correction_store.every(connection)
    entity_correction_store.remove(connection, correction.id)
    _settle(connection, correction, before)
    forget_unused(connection, (correction.entity, correction.into))


def _settle(connection: Connection, changed: EntityCorrection, before: Sequence[EntityCorrection]) -> None:
    after = entity_correction_store.every(connection)
    if changed.deed in (EntityDeed.MERGE, EntityDeed.SPLIT):
        _merge(connection, merged_into(before), merged_into(after))
        _split(connection, set(split_rules(before)) ^ set(split_rules(after)))
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
    shown = "SELECT coalesce(stands_for, id) FROM entity WHERE id = ?"
    _await_links(connection, f"entity = ({shown})", entity)


def _merge(connection: Connection, before: dict[int, int], after: dict[int, int]) -> None:
    """Show entities as what stands for them now."""
    for entity in sorted(before.keys() | after.keys()):
        former, shown = before.get(entity, entity), after.get(entity, entity)
        if former == shown:
            continue
        own = "found IS NULL AND entity = ?" if former == entity else "found = ?"
        _await_links(connection, own, entity)
        is_another = shown != entity
        connection.run("UPDATE entity SET stands_for = ? WHERE id = ?", (shown if is_another else None, entity))
        connection.run(
            f"UPDATE article_entity SET entity = ?, found = ? WHERE {own}",
            (shown, entity if is_another else None, entity),
        )
        article_entities.recount(connection, (former, shown))


def _split(connection: Connection, changed: set[SplitRule]) -> None:
    """Apply the splits anew to all articles in which a change of some of them can tell."""
    articles = {article for rule in changed for article in _concerned(connection, rule)}
    moved = [article for article in sorted(articles) if article_entities.place_again(connection, article)]
    entity_correction_store.await_links(connection, moved)


def _concerned(connection: Connection, rule: SplitRule) -> set[int]:
    if rule.article:
        return {rule.article}
    named = {article for source in rule.sources for article in article_entities.naming(connection, source)}
    return named | {article for (article,) in connection.rows("SELECT DISTINCT article FROM split_off")}


def _await_links(connection: Connection, condition: str, entity: int) -> None:
    connection.run(
        f"INSERT OR IGNORE INTO awaiting_links SELECT article FROM article_entity WHERE {condition}", (entity,)
    )
