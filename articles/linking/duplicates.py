"""Finding the same text again: wire copy under other mastheads, shortened copy, and later versions of one page.

Candidates come from MinHash signatures over runs of three words (Broder, On the resemblance and containment of
documents, 1997), cut into bands that are looked up in an index (Indyk and Motwani, Approximate nearest neighbors,
1998). A candidate is believed when it passes an exact comparison, which minds figures, names and dates: copy keeps
figures and names and follows within days, where reports that are made from one template (earnings, balances, prices of
the day) share their wording from week to week and differ in just these.

The thresholds were set on Reuters-21578 with copies edited by `tests.quality.edits`; `tests.quality.near_duplicates`
measures what they come to.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from articles.model import Article, Basis, BlockKind
from articles.text import fold, plain_punctuation

METHOD = 1
"""To be raised when signatures come out otherwise than before; stored ones of another method are made anew."""
LEAST_WORDS = 13
"""A text of fewer words says too little to be told from others of its kind. It has no signature."""
LEAST_AGREEMENT = 0.12
"""Share of equal values in two signatures below which an exact comparison is not worth its time."""

_RUN = 3
"""Words a run. One word replaced changes three runs; reports from one template have few runs without a figure."""
_LEAD = 25
"""Words of the beginning, which has a signature of its own: copy that was cut to a third still shares that."""
_ROWS = 2
_WHOLE_BANDS = 30
_LEAD_BANDS = 8
"""Texts with a share s of their runs in common meet in one of 30 bands of two with the chance 1 - (1 - s²)³⁰: .94 at
s = .3, .9999 at .5, and .003 at .01, which is what unrelated news has in common."""
_SEED = 20070
_KEY_BITS = 21
"""Bits of each value that a key holds: with the number of the band, 48 for two rows, six bytes in the index."""

_SHORT = 60
_VERY_SHORT = 25
"""Words below which the title counts as part of the text: in a table of figures it alone says whose they are."""
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
_MOST_CAPITALS = 0.5
"""Share of capitalised words above which capitals say nothing about names."""

_WORD = re.compile(r"\d+(?:[.,/:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)?")
_NUMERALS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_COMPARED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.HEADING})
_SENTENCE_ENDS = ".!?:\"'\n"


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as it is compared: words without case, accents and typography."""

    words: tuple[str, ...]
    """Those of the body, without captions."""
    runs: frozenset[str]
    figures: frozenset[str]
    """In digits or in words; those of the title too where the text is short."""
    names: frozenset[str]
    """What is capitalised within a sentence; nothing where too much is capitalised to tell."""
    title: frozenset[str]
    day: date | None = None
    """When it was published, as its page states it."""

    @property
    def is_comparable(self) -> bool:
        """Whether there is enough of it to be told from other texts."""
        return len(self.words) >= LEAST_WORDS

    @property
    def is_short(self) -> bool:
        """Whether its title is needed to know it by."""
        return len(self.words) < _SHORT


def wording(article: Article) -> Wording:
    """What of an article is compared."""
    body = plain_punctuation("\n".join(block.text for block in article.blocks if block.kind in _COMPARED))
    words, title = _words(body), _words(article.title)
    figures = frozenset(filter(_is_figure, (*words, *title) if len(words) < _SHORT else words))
    stated = article.published.day if article.published.basis is Basis.STATED else None
    return Wording(words, frozenset(_runs(words)), figures, _names(body) - figures, frozenset(title), stated)


def signature(text: Wording) -> tuple[int, ...]:
    """The MinHash values of a text, 32 bits each, those of its beginning last; none where it is not comparable."""
    from rensa import RMinHash

    if not text.is_comparable:
        return ()
    values: list[int] = []
    for runs, bands in ((text.runs, _WHOLE_BANDS), (frozenset(_runs(text.words[:_LEAD])), _LEAD_BANDS)):
        minhash = RMinHash(bands * _ROWS, _SEED)
        minhash.update(sorted(runs))
        values.extend(minhash.digest())
    return tuple(values)


def band_keys(values: Sequence[int]) -> tuple[int, ...]:
    """The keys, of 48 bits, under which a text with this signature is looked up: one a band."""
    bands = (values[start : start + _ROWS] for start in range(0, len(values), _ROWS))
    return tuple(_key(number, band) for number, band in enumerate(bands))


def agreement(one: Sequence[int], other: Sequence[int]) -> float:
    """Share of equal values in two signatures, which estimates how many of their runs two texts have in common."""
    return sum(map(int.__eq__, one, other)) / (len(one) or 1)


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
    lead = frozenset(_runs(shorter.words[:_LEAD]))
    return _missing(lead, frozenset(_runs(longer.words[: 3 * _LEAD]))) <= (1 - _LEAST_LEAD) * len(lead)


def _missing(part: frozenset[str], whole: frozenset[str]) -> int:
    return len(part - whole)


def _length(text: Wording) -> tuple[int, tuple[str, ...], list[str], list[str]]:
    """Sort key that puts the shorter of two texts first, whichever way round they are given."""
    return len(text.words), text.words, sorted(text.names), sorted(text.figures)


def _is_later(one: date | None, other: date | None) -> bool:
    """Whether one is known to have appeared some time after the other."""
    return one is not None and other is not None and abs((one - other).days) > _SAME_DAYS


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))


def _is_figure(word: str) -> bool:
    return word[0].isdigit() or word in _NUMERALS


def _runs(words: Sequence[str]) -> Iterator[str]:
    return (" ".join(words[start : start + _RUN]) for start in range(max(len(words) - _RUN + 1, 1)))


def _names(text: str) -> frozenset[str]:
    """The capitalised words that do not begin a sentence, folded."""
    found = list(_WORD.finditer(text))
    capitalised = [each for each in found if each[0][0].isupper()]
    if len(capitalised) > _MOST_CAPITALS * len(found):
        return frozenset()
    inside = " ".join(each[0] for each in capitalised if not _begins_sentence(text, each.start()))
    return frozenset(_words(inside))


def _begins_sentence(text: str, start: int) -> bool:
    return text[max(start - 4, 0) : start].rstrip(" ")[-1:] in ("", *_SENTENCE_ENDS)


def _key(number: int, band: Sequence[int]) -> int:
    key = number
    for value in band:
        key = key << _KEY_BITS | value & (1 << _KEY_BITS) - 1
    return key


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
