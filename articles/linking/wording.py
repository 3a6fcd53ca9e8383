"""The wording of a text, as texts are compared by it: its words, the runs of them, its figures and its names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from articles.model import Article, Basis, BlockKind
from articles.text import fold, plain_punctuation

LEAST_WORDS = 13
"""A text of fewer words says too little to be told from others of its kind. It has no signature."""
SHORT = 60
"""Words below which the title counts as part of the text: in a table of figures it alone says whose they are."""

_RUN = 3
"""Words a run. One word replaced changes three runs; reports from one template have few runs without a figure."""
_MOST_CAPITALS = 0.5
"""Share of capitalised words above which capitals say nothing about names."""


_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\d+(?:[.,/:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)?")
"""A figure, a word, or one character of a script that has no spaces between words."""
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
        return len(self.words) < SHORT


def wording(article: Article) -> Wording:
    """What of an article is compared."""
    body = plain_punctuation("\n".join(block.text for block in article.blocks if block.kind in _COMPARED))
    words, title = _words(body), _words(article.title)
    figures = frozenset(filter(_is_figure, (*words, *title) if len(words) < SHORT else words))
    stated = article.published.day if article.published.basis is Basis.STATED else None
    return Wording(words, frozenset(runs_of(words)), figures, _names(body) - figures, frozenset(title), stated)


def runs_of(words: Sequence[str]) -> Iterator[str]:
    """All runs of three words, in their order; of fewer words the one run that they are."""
    return (" ".join(words[start : start + _RUN]) for start in range(max(len(words) - _RUN + 1, 1)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))


def _is_figure(word: str) -> bool:
    return word[0].isdigit() or word in _NUMERALS


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
