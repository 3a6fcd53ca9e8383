"""What the reader says of entities, beside what was found: who is one with whom, who is not, and what they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from articles.model.annotations import EntityKind


class EntityDeed(StrEnum):
    """What the reader can do to an entity."""

    MERGE = "merge"
    """It is one with another one."""
    SPLIT = "split"
    """What is called so, in one article or in all, is somebody or something else."""
    RENAME = "rename"
    KIND = "kind"
    """It is of another kind."""
    HIDE = "hide"
    """It is no name worth showing."""


@dataclass(frozen=True, slots=True)
class EntityCorrection:
    """One thing that the reader has said of an entity. Of two about the same thing the later one holds."""

    entity: int
    """Library id of the entity that it is about."""
    deed: EntityDeed
    name: str = ""
    """RENAME: the new name. SPLIT: the name of the entity split off."""
    kind: EntityKind | None = None
    """KIND: the new kind. SPLIT: that of the entity split off."""
    into: int = 0
    """MERGE: the entity that it is one with. SPLIT: the entity that was split off."""
    article: int = 0
    """SPLIT: in this article only; 0 for all."""
    spelling: str = ""
    """SPLIT: only where it is called so, folded; empty for every mention in the article."""
    id: int = 0
    made_at: datetime | None = None
    """UTC."""


@dataclass(frozen=True, slots=True)
class EntityCorrectionRow:
    """A correction as a list shows it."""

    correction: EntityCorrection
    name: str
    """Of the entity: before it was renamed, where it is."""
    kind: EntityKind
    """Of the entity: before it was changed, where it is."""
    other: str = ""
    """The name of the entity that it is one with, or that was split off."""
    title: str = ""
    """Of the article in which it was split off."""
    articles: int = 0
    """How many articles it changes; none where what it speaks of is not there, or a later correction holds."""
