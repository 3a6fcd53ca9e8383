"""What connects articles: event mentions resolved over the library, and the explained links between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from articles.model.annotations import Factuality, Interval

LIKELY = 0.5
"""Confidence from which a link is believed; below it, it is doubtful."""


class Relation(StrEnum):
    """How a passage of one article stands to a passage of another, read from the first to the second."""

    SAME_EVENT = "same event"
    REPEATS = "repeats"
    """The same event in the same words: wire copy."""
    DIFFERS = "differs"
    """The same event with another figure, date, place or name."""
    DISPUTES = "disputes"
    """Asserted in one, denied in the other."""
    FOLLOWED_BY = "followed by"
    PRECEDED_BY = "preceded by"

    @property
    def is_one_event(self) -> bool:
        """Whether both passages report one event, not one that came before or after the other."""
        return self not in (Relation.FOLLOWED_BY, Relation.PRECEDED_BY)

    @property
    def reverse(self) -> Relation:
        """The same relation read from the second passage to the first."""
        swapped = {Relation.FOLLOWED_BY: Relation.PRECEDED_BY, Relation.PRECEDED_BY: Relation.FOLLOWED_BY}
        return swapped.get(self, self)


@dataclass(frozen=True, slots=True)
class EventSlots:
    """An event mention as linking compares it: resolved over the library, away from its text."""

    article: int
    """Library id of the article."""
    index: int
    """Position among the article's event mentions."""
    lemma: str
    event_class: str
    chain: int = 0
    """Position of the first event mention that the article tells as the same event; its own where there is none."""
    actors: frozenset[int] = frozenset()
    """Library ids of the entities that take part."""
    agents: frozenset[int] = frozenset()
    """Library ids of the entities that do it, whatever their kind."""
    befallen: frozenset[int] = frozenset()
    """Library ids of the people whom it befalls, where its class is of what befalls one person at a time."""
    actor_names: tuple[tuple[int, str], ...] = ()
    """Their ids with the names to show in a reason."""
    countries: frozenset[str] = frozenset()
    """ISO codes of the countries that act, are acted on, or are named by nationality."""
    places: frozenset[int] = frozenset()
    """Library ids of the places it happened in."""
    interval: Interval | None = None
    """When it happened, as far as the text says; None when it does not."""
    unplaced: str = ""
    """The weekday or day of the year that the text tells where it cannot be placed on the calendar: `XXXX-WXX-4`."""
    dated_by_text: bool = False
    """Whether the interval is the event's own, not merely that of the article's publication."""
    published: date | None = None
    looks_back_to: tuple[Interval, ...] = ()
    """Times long before the article, of which it tells other events."""
    factuality: Factuality = Factuality.ASSERTED
    speaker: str = ""
    claimants: frozenset[str] = frozenset()
    """Who says so, as keys that two articles can share: ISO codes of governments, `#id` of other entities."""
    themes: frozenset[str] = frozenset()
    quantities: tuple[tuple[float, str, str], ...] = ()
    """Value, unit and the words as they stand."""
    told_quantities: tuple[tuple[float, str, str], ...] = ()
    """Those of the sentence itself, where `quantities` gathers what the article says of the event anywhere."""
    nearby: frozenset[float] = frozenset()
    """The numbers in digits of its paragraph, where the article tells a figure of the event."""
    context: frozenset[str] = frozenset()
    """Stems of the telling words of the sentence, for likeness of wording."""
    company: frozenset[int] = frozenset()
    """Library ids of the entities that stand out in the article, whether or not they take part."""
    lead: int = 0
    """Library id of the person that the article names most; 0 where it names nobody."""
    opening: frozenset[int] = frozenset()
    """Library ids of the parties and towns that the article's title and its first sentence name."""
    background: bool = False
    is_noun: bool = False
    is_faint: bool = False
    sentence: int = 0
    """Position of the sentence among the article's."""
    doers: frozenset[str] = frozenset()
    """Stems of the words for those that do it, with or without a name."""
    others: frozenset[str] = frozenset()
    """Stems of the words for the other parties."""
    around: frozenset[str] = frozenset()
    """Classes of the other events of the sentence."""
    meaning: bytes = b""
    """What the trigger means where it stands: a vector of signed bytes; empty without a sentence encoder."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What one report says here and another says there of the same event."""

    aspect: str
    """What differs: `figure`, `day`, `place`, `name` or `wording`."""
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class EventLink:
    """A scored, explained link from an event mention of one article to one of another."""

    source: tuple[int, int]
    """Article id and event index on this side."""
    target: tuple[int, int]
    relation: Relation
    confidence: float
    """0 to 1: the chance that a careful reader would agree."""
    because: tuple[str, ...] = ()
    """Reasons, strongest first, each a few words: `same day`, `Sergei Shoigu`, `parade`."""
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking found for one article, ready to be stored."""

    slots: tuple[EventSlots, ...] = ()
    links: tuple[EventLink, ...] = ()
    events: tuple[int, ...] = ()
    """The event that each of the slots reports: the id of a known one, or a negative number for a new one, which all
    slots with that number found together."""
    moves: tuple[tuple[tuple[int, int], int], ...] = ()
    """Event mentions of other articles, as article and index, with the event that they are of from now on."""
    pairs: tuple[tuple[tuple[int, int], tuple[int, int], float], ...] = ()
    """Pairs of event mentions, one of them the article's, with the chance that both are of one event."""
