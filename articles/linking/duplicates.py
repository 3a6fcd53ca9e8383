"""The same text again: wire copy under other mastheads, shortened copy, and later versions of one page.

Two texts are held against each other by their wording, which minds figures, names and dates: copy keeps figures and
names and follows within days, where reports that are made from one template (earnings, balances, prices of the day)
share their wording from week to week and differ in just these.

The thresholds were set on Reuters-21578 with copies edited by `tests.quality.edits`; `tests.quality.near_duplicates`
measures what they come to.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from articles.linking.signatures import LEAD
from articles.linking.wording import Wording, runs_of
from articles.text import fold

_VERY_SHORT = 25
"""Words below which the title tells more than the text."""
_LEAST_RUNS = 0.55
"""Of the runs of the shorter text, those that stand in the longer one. One word in ten replaced leaves .73."""
_NEARLY_ALL = 0.9
_OTHER_FIGURES = 0.25
_OTHER_NAMES = 0.3
"""Of the figures and names of the shorter text, those that may be missing from the longer. Templates: most of them."""
_ONE_FIGURE_FROM = 0.7
_ONE_FIGURE_FROM_IF_SHORT = 0.8
_ONE_NAME_FROM = 0.6
"""Share of common runs from which one figure, or one name, may differ besides: the one that was corrected."""
_OTHER_TITLE = 0.4
_OTHER_TITLE_IF_VERY_SHORT = 0.25
"""Of the words of the shorter title, those that may be missing from the other, where the text is short."""
_SAME_DAYS = 3
"""Days between two publications up to which one may be an edited version of the other; after that it must hold
`_NEARLY_ALL` of it, and the figures and names, since reports made from one template come daily or weekly."""
_OTHER_FACTS_LATER = 0.1
_CLOSE = 0.5
"""Resemblance from which two texts belong together whatever else is like them."""
_LEAST_RATIO = 0.2
"""Length of the shorter text in that of the longer: a brief within a round-up of ten is no version of it."""
_CUT = 0.5
_LEAST_LEAD = 0.4
"""A text of less than half the length is the longer one cut from its end, and so begins as that does: of the runs of
its beginning, those that stand in the first three times as many words there. A page with two reports joins neither."""
_AS_FULL = 0.95


def is_same_text(one: Wording, other: Wording) -> bool:
    """Whether one text is the other again: copied, shortened, corrected, or brought up to date."""
    shorter, longer = sorted((one, other), key=_length)
    if not shorter.is_comparable or not _can_be_version(shorter, longer):
        return False
    shared = 1 - _missing(shorter.runs, longer.runs) / len(shorter.runs)
    known = frozenset(longer.words) | (longer.title if shorter.is_short else frozenset())
    figures, names = _missing(shorter.figures, known), _missing(shorter.names, known)
    if _is_later(one.day, other.day):
        facts = len(shorter.figures) + len(shorter.names)
        return shared >= _NEARLY_ALL and figures + names <= _OTHER_FACTS_LATER * facts
    one_figure_from = _ONE_FIGURE_FROM_IF_SHORT if shorter.is_short else _ONE_FIGURE_FROM
    return (
        shared >= _LEAST_RUNS
        and figures <= _OTHER_FIGURES * len(shorter.figures) + (shared >= one_figure_from)
        and names <= _OTHER_NAMES * len(shorter.names) + (shared >= _ONE_NAME_FROM)
    )


def resemblance(one: Wording, other: Wording) -> float:
    """Share of the runs of both texts that stand in both."""
    return len(one.runs & other.runs) / (len(one.runs | other.runs) or 1)


def ties(likeness: Mapping[int, float], parts: Container[int]) -> tuple[int, ...]:
    """With which of the articles that have the same text as a new one it belongs together.

    With all that resemble it closely, which may join two groups. Where none does, it is a short piece of a longer text,
    or has a short piece of itself there: then with one at most, and with none that belongs to a fuller one already. A
    few general words that begin ten reports, kept alone, would otherwise make one group of them.

    Args:
        likeness: The resemblance of each article with the same text.
        parts: Articles that belong together with a fuller one.
    """
    close = tuple(each for each, like in likeness.items() if like >= _CLOSE)
    whole = [each for each in likeness if each not in parts]
    return close or tuple(sorted(whole, key=lambda each: (-likeness[each], each))[:1])


def _can_be_version(shorter: Wording, longer: Wording) -> bool:
    """Whether length, beginning and title leave it open that one text is the other again."""
    ratio = len(shorter.words) / len(longer.words)
    if ratio < _LEAST_RATIO or (ratio < _CUT and not _begins_alike(shorter, longer)):
        return False
    if not shorter.is_short:
        return True
    fewer, more = sorted((shorter.title, longer.title), key=len)
    most = _OTHER_TITLE_IF_VERY_SHORT if len(shorter.words) < _VERY_SHORT else _OTHER_TITLE
    return _missing(fewer, more) <= most * len(fewer)


def _begins_alike(shorter: Wording, longer: Wording) -> bool:
    lead = frozenset(runs_of(shorter.words[:LEAD]))
    return _missing(lead, frozenset(runs_of(longer.words[: 3 * LEAD]))) <= (1 - _LEAST_LEAD) * len(lead)


def _missing(part: frozenset[str], whole: frozenset[str]) -> int:
    return len(part - whole)


def _length(text: Wording) -> tuple[int, tuple[str, ...], list[str], list[str]]:
    """Sort key that puts the shorter of two texts first, whichever way round they are given."""
    return len(text.words), text.words, sorted(text.names), sorted(text.figures)


def _is_later(one: date | None, other: date | None) -> bool:
    """Whether one is known to have appeared some time after the other."""
    return one is not None and other is not None and abs((one - other).days) > _SAME_DAYS


@dataclass(frozen=True, slots=True)
class Version:
    """One of the articles that have the same text, as the one to show of them is chosen."""

    article: int
    """Library id."""
    outlet: str
    words: int
    listed: int
    """The minute by which lists are ordered."""


def shown_of(versions: Sequence[Version]) -> int:
    """The article that stands for all of them in a folded list.

    Of each outlet only the latest counts, for that is what its page says now, unless it is a mere piece of the text.
    Of these the fullest, and of those that are as full, give or take a sentence, the one that appeared first: whose
    report it is.
    """
    latest: dict[str, Version] = {}
    most = max(version.words for version in versions)
    for version in sorted(versions, key=lambda each: (each.listed, each.article)):
        if version.words >= _CUT * most:
            latest[fold(version.outlet)] = version
    most = max(version.words for version in latest.values())
    full = [version for version in latest.values() if version.words >= _AS_FULL * most]
    return min(full, key=lambda each: (each.listed, each.article)).article
