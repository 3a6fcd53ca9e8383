"""Choosing a tag by typing: which tags to suggest, and what is meant by what is typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.model import TagCount
from articles.text import fold, one_line

RECENT = 9
"""How many recent tags have a digit."""

_EXACT, _BEGINS, _WORD_BEGINS, _NEW, _HOLDS = range(5)
"""How well a tag fits what is typed; to make a new one is likelier to be meant than one that only holds it."""


@dataclass(frozen=True, slots=True)
class TagChoice:
    """A tag to put on an article, or to take off it."""

    name: str
    is_set: bool = True


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A tag that may be meant."""

    name: str
    articles: int = 0
    """How many articles bear it."""
    is_on: bool = False
    """Whether this article does."""
    is_new: bool = False
    digit: int = 0
    """The digit that picks it while nothing is typed; 0 for none."""


def suggestions(
    tags: Iterable[TagCount], *, on: Sequence[str], recent: Sequence[str], typed: str
) -> tuple[Suggestion, ...]:
    """The tags that may be meant by what is typed so far, the likeliest first.

    While nothing is typed, the recent ones come first, each with its digit. Otherwise the tags that begin with what
    is typed come first, then the one that would be new, then those that hold it. After a hyphen only the tags of the
    article are suggested.
    """
    counts = {tag.name: tag.articles for tag in tags}
    bearing = {fold(tag) for tag in on}
    names = list(on) if is_taking_off(typed) else list(dict.fromkeys((*recent[:RECENT], *counts)))
    wanted = tag_name(typed)
    if not wanted:
        digits = {name: number for number, name in enumerate(recent[:RECENT], 1)} if not typed else {}
        return tuple(
            Suggestion(name, counts.get(name, 0), fold(name) in bearing, digit=digits.get(name, 0)) for name in names
        )
    ranked = [(_rank(name, wanted), Suggestion(name, counts.get(name, 0), fold(name) in bearing)) for name in names]
    if not is_taking_off(typed) and all(rank != _EXACT for rank, _ in ranked):
        ranked.append((_NEW, Suggestion(wanted, is_new=True)))
    return tuple(found for rank, found in sorted(ranked, key=lambda pair: pair[0] or 0) if rank is not None)


def choice(typed: str, chosen: Suggestion) -> TagChoice:
    """What it means to apply a suggestion: a tag that the article bears is taken off, unless its name was typed."""
    if is_taking_off(typed):
        return TagChoice(chosen.name, is_set=False)
    return TagChoice(chosen.name, is_set=bool(tag_name(typed)) or not chosen.is_on)


def is_taking_off(typed: str) -> bool:
    """Whether a hyphen stands before the name, to take the tag off."""
    return typed.lstrip().startswith("-")


def tag_name(typed: str) -> str:
    """The name of a tag, without the hyphen or number sign that it may be typed with."""
    return one_line(typed).lstrip("-#").strip()


def _rank(name: str, wanted: str) -> int | None:
    """How well a tag fits; None where it does not."""
    folded, sought = fold(name), fold(wanted)
    if folded == sought:
        return _EXACT
    if folded.startswith(sought):
        return _BEGINS
    if any(word.startswith(sought) for word in folded.split()):
        return _WORD_BEGINS
    return _HOLDS if sought in folded else None
