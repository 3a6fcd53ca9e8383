"""How far work on a library has come, and what it did in the end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What a run is doing."""

    STARTING = "starting"
    """A worker process has been started and is getting ready."""
    ADDING = "adding"
    UPDATING = "updating"
    """Looking at sources, and adding what is new there. What is counted is sources."""
    FETCHING = "fetching"
    """Fetching pages. What is counted is addresses."""
    CLEANING = "cleaning"
    """Stored raw bytes are cleaned again."""
    CORRECTING = "applying rules"
    """Rules of the reader's, which have changed, are applied."""
    LINKING = "linking"
    """Links are made anew, since the reader has corrected names."""
    ANNOTATING = "annotating"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come."""

    stage: Stage
    done: int
    total: int
    """0 while it is not known how many there are."""
    title: str = ""
    """The article, or source, that was finished last."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did."""

    added: int = 0
    unchanged: int = 0
    """Documents that the library held already."""
    problems: tuple[str, ...] = ()
    """One line for each thing that failed."""
    annotated: int = 0
    articles: tuple[int, ...] = ()
    """Library ids of what was named or delivered, new or not."""
    is_cancelled: bool = False
    changed: int = 0
    """Articles of which another version came."""
    sources: int = 0
    """Feeds and folders that were looked at with success."""
    notices: tuple[str, ...] = ()
    """One line for each thing that is worth knowing and is no failure."""
