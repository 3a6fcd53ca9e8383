"""What was found in one article: names, times and event mentions, as spans of its blocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from articles.model.article import UNDATED, Published


class EntityKind(StrEnum):
    """The kinds of thing that names name."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    NATIONALITY = "nationality"
    EVENT = "event"
    PRODUCT = "product"
    LAW = "law"
    WORK = "work"
    MONEY = "money"
    QUANTITY = "quantity"


class Walk(StrEnum):
    """Walks of life that hardly anybody leaves for another."""

    PUBLIC = "public"
    """Politics, law, business and arms, between which people do change."""
    SPORT = "sport"
    ARTS = "arts"
    SCIENCE = "science"
    FAITH = "faith"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a span of one block."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that one article names, under every name it uses there."""

    name: str
    """The fullest name, without article or possessive."""
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    """The other spellings and short forms found in this article."""
    country: str = ""
    """ISO 3166-1 alpha-2 code of the country that the name names, belongs to or stands for."""
    walks: tuple[Walk, ...] = ()
    """Of a person: the walks of life that the article says it is of."""
    beside: tuple[str, ...] = ()
    """Of a person: the organisations that are named beside it."""
    is_hidden: bool = False
    """Whether the reader does not want to see it as a name: it is not highlighted, walked, listed or linked by."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an entity."""

    block: int
    start: int
    end: int
    entity: int
    """Index into the annotations' entities."""
    acts_for: str = ""
    """ISO code of the country whose government acts here under this name, as Moscow does in "Moscow denied"."""


class TimeType(StrEnum):
    """The TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Granularity(StrEnum):
    """The unit that a time expression speaks in."""

    PART_OF_DAY = "part of day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Interval:
    """The days that a time expression covers, both ends included."""

    first: date
    last: date

    def overlaps(self, other: Interval) -> bool:
        """Whether some day lies in both."""
        return self.first <= other.last and other.first <= self.last

    @property
    def days(self) -> int:
        """How many days it covers, at least 1."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A span with its normalised value (TIMEX3) and the days it covers."""

    block: int
    start: int
    end: int
    type: TimeType
    value: str
    """TIMEX3 value: `2023-07-27`, `XXXX-07-27` while no year is known, `P3D`, `2023-W36`, `PAST_REF`."""
    granularity: Granularity
    interval: Interval | None = None
    """None while the value cannot be placed on the calendar."""
    modifier: str = ""
    """TIMEX3 mod: `START`, `MID`, `END`, `APPROX`, `BEFORE`, `AFTER`; empty for none."""


class Role(StrEnum):
    """What a participant does in an event."""

    AGENT = "agent"
    PATIENT = "patient"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Participant:
    """A named or described party to an event."""

    role: Role
    text: str
    """The head word or name as it stands in the article."""
    mention: int = -1
    """Index into the annotations' mentions; -1 for a party without a name, as "the two delegations"."""


class Factuality(StrEnum):
    """How an article presents an event."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    CONDITIONAL = "conditional"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure that belongs to an event: `at least 41 people`, `75th anniversary`, `$3.2 billion`."""

    block: int
    start: int
    end: int
    value: float
    unit: str
    """What is counted, folded: a noun lemma, a currency code, or `ordinal`."""


@dataclass(frozen=True, slots=True)
class EventMention:
    """A trigger with its participants, place and time, in one sentence."""

    block: int
    start: int
    end: int
    """The span of the trigger: a verb, an event noun, or a light verb with its noun."""
    sentence: int
    """Index into the annotations' sentences."""
    lemma: str
    """Lemma of the word that carries the meaning: `parade` in "held a parade"."""
    event_class: str
    """The class that the lexicon gives the lemma, or the lemma itself."""
    participants: tuple[Participant, ...] = ()
    place: int = -1
    """Index into the annotations' mentions; -1 for none."""
    time: int = -1
    """Index into the annotations' time expressions; -1 for none."""
    factuality: Factuality = Factuality.ASSERTED
    speaker: str = ""
    """Who says so, where the article leaves it to somebody: `TASS`, `National Intelligence Service`."""
    themes: tuple[str, ...] = ()
    """Lemmas of what it is about, beside the names: `weapon`, `speech`."""
    quantities: tuple[Quantity, ...] = ()
    is_noun: bool = False
    """Whether a noun names it, so that "the parade" can refer back to it."""
    indefinite: bool = False
    """Whether the article brings it up as a new one: "a parade", "another parade"."""
    background: bool = False
    """Whether it is told only as the occasion of another event ("to mark the end of the war"), or of many at once."""
    is_faint: bool = False
    """Whether its word is no event word of the lexicon, so that it is shown, but is no ground for links by itself."""
    meaning: bytes = b""
    """What the trigger means where it stands: a vector of signed bytes, of which only the direction says something;
    empty without a sentence encoder."""


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that was found in one article. Indexes between the parts are positions in these tuples."""

    engine: str
    """Name and version of the engine and model that made them."""
    language: str = "en"
    published: Published = UNDATED
    """The article's date, inferred from its text where its page states none."""
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    events: tuple[EventMention, ...] = ()
    encoder: str = ""
    """Name and version of the sentence encoder that told what the events mean; empty where there was none."""
