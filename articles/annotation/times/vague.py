"""References that no calendar holds: now, recently, in the past, soon."""

from __future__ import annotations

from articles.annotation.times.meaning import Meaning, vague
from articles.annotation.times.rule import Core, Words, rule
from articles.annotation.times.scene import Scene
from articles.annotation.times.tense import Tense
from articles.model import Granularity, TimeType


def read_past(words: Words, scene: Scene) -> Meaning | None:
    """`recently`, `in the past`, `previously`."""
    return vague("PAST_REF")


def read_present(words: Words, scene: Scene) -> Meaning | None:
    """`now`, `currently`, `at the moment`."""
    return vague("PRESENT_REF", scene.span)


def read_a_while(words: Words, scene: Scene) -> Meaning | None:
    """`a while`, `for some time`: a length in no unit."""
    return Meaning(TimeType.DURATION, "PXX", Granularity.VAGUE)


def read_some_day(words: Words, scene: Scene) -> Meaning | None:
    """`one day` with a verb of the future."""
    ahead = scene.before.endswith((" will ", " may ", " would ", "'ll ")) or scene.tense is Tense.FUTURE
    return vague("FUTURE_REF") if ahead else None


def read_future(words: Words, scene: Scene) -> Meaning | None:
    """`soon`, `in the future`."""
    return vague("FUTURE_REF")


_UNITS = "days|weeks|months|years|decades"
_AFTER_THE_PAST = "and|but|or|that|when|by|was|is|it|he|she|they|we"
_PAST = (
    "(?:(?:more|most) )?recently",
    "lately",
    rf"recent (?:{_UNITS})(?: and (?:{_UNITS}))?",
    "recent",
    rf"the (?:recent |distant )?past(?=\s?[.,;:?!)]|$| (?:[a-z]+ )?(?:{_AFTER_THE_PAST})\b)",
    "long ago",
    "the old days",
)
_AFTER_FOR = r"(?<=for\s)"
_PRESENT = (
    "now(?! that)",
    "nowadays",
    "currently",
    "presently",
    "these days",
    "at (?:present|the moment|this (?:point|time))",
)
_FUTURE = (
    "the (?:near |foreseeable |distant |immediate )?future",
    "the (?:near|short|long) term",
    rf"the (?:{_UNITS}) (?:ahead|to come)",
    "a later date",
    "soon(?! as)",
)
RULES = (
    rule(Core.UNIT, r"\b(?:one|some) day\b", read_some_day),
    rule(
        Core.VAGUE,
        rf"\ba (?:long |little |short )?while\b(?! (?:ago|back|later))|{_AFTER_FOR}(?:some|a long) time\b",
        read_a_while,
    ),
    rule((Core.VAGUE, Core.UNIT), rf"\b(?:{'|'.join(_PAST)})(?!\w)", read_past),
    rule(Core.VAGUE, r"\bthen~current\b", read_past),
    rule(Core.VAGUE, rf"\b(?:{'|'.join(_PRESENT)}|current)\b", read_present),
    rule((Core.VAGUE, Core.UNIT), rf"\b(?:{'|'.join(_FUTURE)})\b", read_future),
    rule(Core.UNIT, r"\b(?:previous|past|earlier|former) (?:days|weeks|months|years|decades|centuries)\b", read_past),
)
