"""What the reader says of two passages, beside what was found: that they report one event, or that they don't."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from articles.model.corrections import Quotation
from articles.model.listing import Passage


@dataclass(frozen=True, slots=True)
class RuledPassage:
    """One of the two passages of a ruling: the trigger of an event mention, anchored by its words."""

    article: int
    """Library id of the article."""
    quotation: Quotation
    """The trigger with what stood around it when the ruling was made."""
    block: int
    start: int
    end: int
    """Where it stood then: a half-open span of the block."""
    sentence: str = ""
    """Its sentence, as it was then."""
    sentence_start: int = 0


@dataclass(frozen=True, slots=True)
class EventRuling:
    """One thing that the reader has said of two passages. Of two about the same passages the later one holds."""

    here: RuledPassage
    there: RuledPassage
    is_same: bool
    """Whether both report one event."""
    id: int = 0
    made_at: datetime | None = None
    """UTC."""


@dataclass(frozen=True, slots=True)
class EventRulingRow:
    """A ruling as a list shows it."""

    ruling: EventRuling
    here: Passage
    """As it stands in the article now; as it was, where it is not there."""
    there: Passage
    is_in_effect: bool
    """False where one of the passages is not there, or a later ruling on them holds."""
