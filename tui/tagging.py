"""Choosing a tag by typing: which tags to suggest, and what is meant by what is typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.fuzzy import Matcher

from articles.model import TagCount
from articles.text import fold, one_line

RECENT = 9
"""How many recent tags have a digit."""

_EXACT, _BEGINS, _WORD_BEGINS, _NEW, _HOLDS, _SCATTERED = range(6)
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
    on: int = 0
    """How many of the articles to be tagged do."""
    is_on: bool = False
    """Whether all of those do."""
    is_new: bool = False
    digit: int = 0
    """The digit that picks it while nothing is typed; 0 for none."""


def suggestions(
    tags: Iterable[TagCount], *, on: Sequence[TagCount], of: int = 1, recent: Sequence[str], typed: str
) -> tuple[Suggestion, ...]:
    """The tags that may be meant by what is typed so far, the likeliest first.

    While nothing is typed, the recent ones come first, each with its digit. Otherwise the tags that begin with what
    is typed come first, then the one that would be new, then those that hold it, and last those that have its letters
    in their order. After a hyphen only the tags that are on one of the articles are suggested.

    Args:
        tags: All tags.
        on: Those that the articles to be tagged bear, with how many of these do.
        of: How many articles are to be tagged.
        recent: Tags used lately, the last first.
        typed: What is typed so far.
    """
    counts = {tag.name: tag.articles for tag in tags}
    bearing = {fold(tag.name): tag.articles for tag in on}

    def suggestion(name: str, digit: int = 0) -> Suggestion:
        borne = bearing.get(fold(name), 0)
        return Suggestion(name, counts.get(name, 0), borne, borne >= of, digit=digit)

    own = [tag.name for tag in on]
    names = own if is_taking_off(typed) else list(dict.fromkeys((*recent[:RECENT], *counts)))
    wanted = tag_name(typed)
    if not wanted:
        digits = {name: number for number, name in enumerate(recent[:RECENT], 1)} if not typed else {}
        return tuple(suggestion(name, digits.get(name, 0)) for name in names)
    matcher = Matcher(fold(wanted))
    ranked = [(_rank(name, wanted, matcher), suggestion(name)) for name in names]
    if not is_taking_off(typed) and all(rank is None or rank[0] != _EXACT for rank, _ in ranked):
        ranked.append(((_NEW, 0.0), Suggestion(wanted, is_new=True)))
    fitting = [(rank, found) for rank, found in ranked if rank is not None]
    return tuple(found for _, found in sorted(fitting, key=lambda pair: pair[0]))


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


def _rank(name: str, wanted: str, matcher: Matcher) -> tuple[int, float] | None:
    """How well a tag fits, the less the better; None where it does not."""
    folded, sought = fold(name), fold(wanted)
    if folded == sought:
        return _EXACT, 0
    if folded.startswith(sought):
        return _BEGINS, 0
    if any(word.startswith(sought) for word in folded.split()):
        return _WORD_BEGINS, 0
    if sought in folded:
        return _HOLDS, 0
    score = matcher.match(folded)
    return (_SCATTERED, -score) if score > 0 else None
