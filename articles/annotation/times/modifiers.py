"""The words around a time that shade it: early, late, about, at least, or so."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from articles.annotation.times.meaning import Meaning
from articles.annotation.times.scene import Scene
from articles.model import Granularity, Interval, TimeType

_OF_DATES = {
    "START": r"early|earlier|the (?:very )?(?:beginning|start) of(?: the)?|the early (?:part|days) of",
    "MID": r"mid|middle|the middle of(?: the)?|halfway through",
    "END": r"late|later|the (?:very )?end of(?: the)?|the latter part of|the close of",
    "APPROX": r"about|around|roughly|sometime|nearly|almost",
    "MORE_THAN": r"more than",
    "LESS_THAN": r"less than",
}
_OF_LENGTHS = {
    "APPROX": r"about|around|roughly|approximately|some|nearly|almost|close to|an estimated",
    "MORE_THAN": r"more than|well over|just over|over|longer than",
    "LESS_THAN": r"less than|fewer than|just under|under|barely",
    "EQUAL_OR_MORE": r"at least|no less than",
    "EQUAL_OR_LESS": r"at most|up to|no more than|as many as|as long as",
}
_AFTER = re.compile(
    r"\s+(?:(?P<APPROX>or so)|(?P<EQUAL_OR_MORE>or (?:more|later|longer))|(?P<EQUAL_OR_LESS>or (?:less|earlier)))\b",
    re.IGNORECASE,
)
_SIDES = re.compile(r"\b(?:(?P<BEFORE>before|prior\sto|ahead\sof)|(?P<AFTER>after))\s$")
_UNSHADED = re.compile(r"(?:the|this|these|those|last|next|past|coming|recent|every|each)\b", re.IGNORECASE)
_WIDEST = 32
_PARTS = ("START", "MID", "END")


def _before(table: dict[str, str]) -> re.Pattern[str]:
    groups = "|".join(rf"(?P<{name}>{words})".replace(" ", r"\s+") for name, words in table.items())
    return re.compile(rf"(?<![\w-])(?:{groups})(?:-|\s+)$", re.IGNORECASE)


_BEFORE_DATES = _before(_OF_DATES)
_BEFORE_LENGTHS = _before(_OF_LENGTHS)


@dataclass(frozen=True, slots=True)
class Shaded:
    """A meaning with the shading words around it taken in."""

    start: int
    end: int
    meaning: Meaning


def shade(scene: Scene, meaning: Meaning) -> Shaded:
    """Take in the modifiers right before and after an expression."""
    if meaning.type is TimeType.SET:
        return Shaded(scene.start, scene.end, meaning)
    before = _shading_before(scene, meaning)
    if meaning.granularity is Granularity.VAGUE and (before is None or before[1] not in _PARTS):
        return Shaded(scene.start, scene.end, meaning)
    after = _AFTER.match(scene.text, scene.end)
    start = before[0] if before else scene.start
    end = after.end() if after else scene.end
    if before:
        return Shaded(start, end, _shaded(scene, meaning, before[1], before[2]))
    if after and after.lastgroup:
        return Shaded(start, end, meaning.modified(after.lastgroup))
    side = _SIDES.search(scene.before) if meaning.type is TimeType.DATE else None
    return Shaded(start, end, meaning.modified(side.lastgroup) if side and side.lastgroup else meaning)


def _shading_before(scene: Scene, meaning: Meaning) -> tuple[int, str, str] | None:
    """Where the shading begins, the TIMEX3 mod that it gives, and its words."""
    is_length = meaning.type is TimeType.DURATION
    if is_length and _UNSHADED.match(scene.text, scene.start):
        return None
    window = max(scene.start - _WIDEST, 0)
    found = (_BEFORE_LENGTHS if is_length else _BEFORE_DATES).search(scene.text, window, scene.start)
    return (found.start(), found.lastgroup or "", found.group().strip().lower()) if found else None


def _shaded(scene: Scene, meaning: Meaning, modifier: str, words: str) -> Meaning:
    """With `earlier` and `later`, as far as publication and from it on; else by thirds."""
    days, span = meaning.interval, scene.span
    if words not in ("earlier", "later") or days is None or span is None or not days.overlaps(span):
        return meaning.modified(modifier)
    earlier = words == "earlier"
    days = (
        Interval(days.first, min(days.last, span.last)) if earlier else Interval(max(days.first, span.first), days.last)
    )
    return replace(meaning, interval=days, modifier=modifier)
