"""The clues in a text to the day it was written: anniversaries of dated days, and words like "later this week"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from articles.annotation.parse import ParsedBlock, Token
from articles.annotation.times.meaning import calendar_day
from articles.annotation.times.numbers import ORDINAL, ordinal
from articles.annotation.times.tense import Tense, head_token, tense_at
from articles.model import TimeExpression

_ANNIVERSARY = re.compile(rf"\b(?P<ordinal>{ORDINAL})[\s-]+(?:\w+\s)?anniversary\b", re.IGNORECASE)
_YEARLESS_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_YEARS = re.compile(r"(\d{4})(?:/(\d{4}))?")
_BEGINNING = re.compile(r"\b(?:start|outbreak|beginning|onset|launch)\b", re.IGNORECASE)
_ENDING = re.compile(r"\b(?:end|ending|armistice|truce|ceasefire|close)\b", re.IGNORECASE)
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "pobj", "acomp", "prep", "agent"})
_GENERIC = frozenset(
    "anniversary century day decade evening month morning night quarter time today tomorrow week weekend year "
    "yesterday dozen hundred thousand million country government leader man minister nation news official people "
    "person place plan president report representative source spokesman spokesperson spokeswoman state statement "
    "thing way woman word world".split()
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with the time expressions it holds."""

    block: ParsedBlock
    start: int
    end: int
    times: tuple[TimeExpression, ...]

    @property
    def text(self) -> str:
        """The sentence."""
        return self.block.text[self.start : self.end]

    def subjects_at(self, time: TimeExpression) -> frozenset[str]:
        """Lemmas of the common nouns in the clause of a time, without those that any clause may hold.

        They are the nouns over the time up to its verb, the verb's own arguments, and the noun it is said of.
        """
        head = head_token(self.block, time.start, time.end)
        if head is None or not head.dep:
            return frozenset()
        found: list[Token] = []
        for governor in self.block.ancestors(head):
            found.append(governor)
            if governor.pos in ("VERB", "AUX"):
                found += _arguments(self.block, governor)
                if governor.dep in ("relcl", "acl"):
                    found.append(self.block.tokens[governor.head])
                break
        nouns = {token.lemma.lower() for token in found if token.pos == "NOUN" and token.index != head.index}
        return frozenset(nouns - _GENERIC)

    def words_of(self, time: TimeExpression) -> str:
        """A time expression as it stands here."""
        return " ".join(self.block.text[time.start : time.end].split())

    def tense_of(self, time: TimeExpression) -> Tense:
        """Tense of the verb that governs it."""
        return tense_at(self.block, time.start, time.end)


@dataclass(frozen=True, slots=True)
class Anniversary:
    """An anniversary whose year can be told."""

    passage: Passage
    words: str
    """As it stands: `75th anniversary`."""
    founding_year: int
    year: int
    """Founding year and count together: the year in which it is kept."""
    day: date | None = None
    """The very day, where the text names it."""
    told_as: TimeExpression | None = None
    """The expression that names the day here, without a year: `Sept. 9`."""


def passages(blocks: Sequence[ParsedBlock], times: Sequence[TimeExpression]) -> tuple[Passage, ...]:
    """The sentences that hold a time expression or speak of an anniversary, in order."""
    of_block: dict[int, list[TimeExpression]] = {}
    for time in times:
        of_block.setdefault(time.block, []).append(time)
    return tuple(passage for block in blocks for passage in _of_block(block, of_block.get(block.block, [])))


def anniversaries(told: Sequence[Passage]) -> Iterator[Anniversary]:
    """Each anniversary whose founding year the text states: in the same sentence, or with the same day elsewhere."""
    stated = (_DAY.fullmatch(time.value) for passage in told for time in passage.times)
    full_days = [tuple(int(part) for part in day.groups()) for day in stated if day is not None]
    for passage in told:
        for match in _ANNIVERSARY.finditer(passage.text):
            count = ordinal(match["ordinal"])
            if count is None or not 1 <= count <= 1000:
                continue
            kept = _kept_on(passage, count, full_days) or _of_a_year(passage, match, count)
            if kept is not None:
                yield replace(kept, words=match.group())


def _arguments(block: ParsedBlock, verb: Token) -> list[Token]:
    """The heads of a verb's arguments, those of its prepositions and of a passive agent among them."""
    direct = [child for child in block.children[verb.index] if child.dep in _ARGUMENTS]
    nested = [inner for child in direct for inner in block.children[child.index] if inner.dep in ("pobj", "prep")]
    return direct + nested + [last for child in nested for last in block.children[child.index] if last.dep == "pobj"]


def _of_block(block: ParsedBlock, times: Sequence[TimeExpression]) -> Iterator[Passage]:
    waiting = 0
    for start, end in block.sentences or ((0, len(block.text)),):
        held: list[TimeExpression] = []
        while waiting < len(times) and times[waiting].start < end:
            held.append(times[waiting])
            waiting += 1
        if held or "anniversary" in block.text[start:end].lower():
            yield Passage(block, start, end, tuple(held))


def _kept_on(passage: Passage, count: int, full_days: Sequence[tuple[int, ...]]) -> Anniversary | None:
    """By its day: "on Sept. 9, the 75th anniversary", where some Sept. 9 with its year is told of in the text."""
    for time in passage.times:
        yearless = _YEARLESS_DAY.fullmatch(time.value)
        if yearless is None:
            continue
        month, number = int(yearless[1]), int(yearless[2])
        years = {year for year, *rest in full_days if rest == [month, number]}
        if len(years) != 1:
            continue
        founding = years.pop()
        day = calendar_day(founding + count, month, number)
        if day is not None:
            return Anniversary(passage, "", founding, founding + count, day, time)
    return None


def _of_a_year(passage: Passage, match: re.Match[str], count: int) -> Anniversary | None:
    """By a year in what follows it: "the 50th anniversary of the 1973 coup", "of the end of the 1950-53 war"."""
    after = passage.start + match.end()
    following = [time for time in passage.times if time.start >= after]
    for time in following:
        years = _YEARS.fullmatch(time.value)
        day = _DAY.fullmatch(time.value)
        between = passage.block.text[after : time.start]
        if day is not None:
            kept = calendar_day(int(day[1]) + count, int(day[2]), int(day[3]))
            return Anniversary(passage, "", int(day[1]), int(day[1]) + count, kept)
        founding = _founding_year(years, between) if years else None
        if founding is not None:
            yearless = [each for each in passage.times if _YEARLESS_DAY.fullmatch(each.value)]
            told_as = yearless[0] if len(yearless) == 1 else None
            parts = _YEARLESS_DAY.fullmatch(told_as.value) if told_as else None
            kept = calendar_day(founding + count, int(parts[1]), int(parts[2])) if parts else None
            return Anniversary(passage, "", founding, founding + count, kept, told_as)
    return None


def _founding_year(years: re.Match[str], between: str) -> int | None:
    first, last = int(years[1]), years[2]
    if last is None:
        return first
    if _ENDING.search(between):
        return int(last)
    return first if _BEGINNING.search(between) else None
