"""What the entity list and an entity's card show of what the library holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from articles.model.article import UNDATED, Published
from articles.model.listing import KnownEntity


class EntitySort(StrEnum):
    """The orders of the entity list."""

    REPORTED = "reported"
    """Those that most articles name first."""
    MENTIONED = "mentioned"
    """Those that are named most often first."""
    NAME = "name"
    SEEN = "seen"
    """Those that were named last first."""


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One entity as a list shows it."""

    entity: KnownEntity
    last_seen: Published = UNDATED
    """The date of the newest dated article that names it."""

    @property
    def id(self) -> int:
        """The library id of the entity."""
        return self.entity.id


@dataclass(frozen=True, slots=True)
class Companion:
    """An entity that is named in the same articles as another one."""

    entity: KnownEntity
    shared: int
    """How many articles name both."""


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How often an entity is named in the articles of one month."""

    month: date
    """Its first day."""
    mentions: int
