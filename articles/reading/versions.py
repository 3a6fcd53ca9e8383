"""Two versions of one text side by side: paragraph by paragraph, and word by word where a paragraph was changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, pairwise

from articles.library import Library
from articles.model import TITLE_BLOCK, Article, ArticleRow
from articles.text import plain_punctuation

_ALIKE = 0.35
"""Share of the words of two paragraphs or sentences in both, from which one is the other changed."""
_MOST_PAIRS = 70_000
"""Pairs of paragraphs that are held against each other; where there were more, all count as replaced."""
_MOST_WORDS = 300
"""Words of a paragraph from which it is compared sentence by sentence first."""
_MOST_WORD_PAIRS = 250_000
"""Of two stretches of words; where there were more, one is taken out and the other put in as a whole."""

_WORD = re.compile(r"\S+\s*")
_SENTENCE = re.compile(r".+?(?:[.!?][\"'”’)]*(?=\s)\s*|$)", re.DOTALL)


class Change(StrEnum):
    """What became of a stretch of text between two versions."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    """Of a paragraph that has stretches of the other kinds."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words that was kept, added or removed as a whole."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class ComparedParagraph:
    """A paragraph of either version, with what became of it."""

    change: Change
    pieces: tuple[Piece, ...]
    block: int | None
    """Its block in the newer version, `TITLE_BLOCK` for the title; None where it is not there any more."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All of two versions."""

    paragraphs: tuple[ComparedParagraph, ...]

    @property
    def added(self) -> int:
        """Words added."""
        return self._words(Change.ADDED)

    @property
    def removed(self) -> int:
        """Words removed."""
        return self._words(Change.REMOVED)

    def _words(self, change: Change) -> int:
        pieces = (piece for paragraph in self.paragraphs for piece in paragraph.pieces)
        return sum(len(piece.text.split()) for piece in pieces if piece.change is change)


@dataclass(frozen=True, slots=True)
class Version:
    """One of the articles with the same text, or what one of them was before its page was updated."""

    row: ArticleRow
    article: Article
    since_before: Comparison | None
    """How it differs from the version before it; None for the first."""
    is_current: bool = True
    """Whether it is what the article says now."""


def versions_of(library: Library, article_id: int) -> tuple[Version, ...]:
    """The versions of an article's text, in the order in which they appeared, each after what it was before.

    Raises:
        NotFoundError: No such article.
    """
    found = [each for row in library.versions.of(article_id) for each in _texts(library, row)]
    changes = [None, *(compare(before, after) for (_, before, _), (_, after, _) in pairwise(found))]
    return tuple(
        Version(row, article, since, is_current)
        for (row, article, is_current), since in zip(found, changes, strict=True)
    )


def _texts(library: Library, row: ArticleRow) -> Iterator[tuple[ArticleRow, Article, bool]]:
    """What an article was, as rows of their own, and last what it is now."""
    for text in library.earlier_texts(row.id) if row.earlier else ():
        words = sum(len(block.text.split()) for block in text.blocks)
        published = text.published if text.published.day else row.published
        yield replace(row, title=text.title, outlet=text.outlet, published=published, words=words), text, False
    yield row, library.article(row.id), True


def compare(before: Article, after: Article) -> Comparison:
    """What was added to, taken out of and changed in a text. Words that differ in case or typography are the same."""
    old = [before.title, *(block.text for block in before.blocks)]
    new = [after.title, *(block.text for block in after.blocks)]
    title = _paragraph(old[0], new[0], TITLE_BLOCK)
    body = _compared(old[1:], new[1:])
    return Comparison((title, *body) if title.pieces else tuple(body))


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[ComparedParagraph]:
    for before, after in _aligned(old, new):
        if before is None and after is not None:
            yield ComparedParagraph(Change.ADDED, (Piece(Change.ADDED, new[after]),), after)
        elif after is None and before is not None:
            yield ComparedParagraph(Change.REMOVED, (Piece(Change.REMOVED, old[before]),), None)
        elif before is not None and after is not None:
            yield _paragraph(old[before], new[after], after)


def _paragraph(old: str, new: str, block: int) -> ComparedParagraph:
    pieces = tuple(_joined(_pieces(old, new)))
    kinds = {piece.change for piece in pieces}
    change = kinds.pop() if len(kinds) == 1 else Change.CHANGED if kinds else Change.SAME
    return ComparedParagraph(change, pieces, block)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    for change, same in groupby(pieces, key=lambda piece: piece.change):
        yield Piece(change, "".join(piece.text for piece in same))


def _pieces(old: str, new: str) -> Iterator[Piece]:
    old_words, new_words = _WORD.findall(old), _WORD.findall(new)
    if len(old_words) < _MOST_WORDS and len(new_words) < _MOST_WORDS:
        yield from _word_pieces(old_words, new_words)
        return
    before, after = _SENTENCE.findall(old), _SENTENCE.findall(new)
    for one, other in _aligned(before, after):
        yield from _word_pieces(
            [] if one is None else _WORD.findall(before[one]), [] if other is None else _WORD.findall(after[other])
        )


def _word_pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    one, other = [_key(word) for word in old], [_key(word) for word in new]
    start, end = _ends_alike(one, other)
    middle, theirs = range(start, len(one) - end), range(start, len(other) - end)
    yield from _piece(Change.SAME, new[:start])
    if len(middle) * len(theirs) > _MOST_WORD_PAIRS:
        yield from _piece(Change.REMOVED, old[start : len(one) - end])
        yield from _piece(Change.ADDED, new[start : len(other) - end])
    else:
        matcher = SequenceMatcher(None, one[start : len(one) - end], other[start : len(other) - end], autojunk=False)
        for kind, first, last, their_first, their_last in matcher.get_opcodes():
            if kind == "equal":
                yield from _piece(Change.SAME, new[start + their_first : start + their_last])
            else:
                yield from _piece(Change.REMOVED, old[start + first : start + last])
                yield from _piece(Change.ADDED, new[start + their_first : start + their_last])
    yield from _piece(Change.SAME, new[len(other) - end :])


def _piece(change: Change, words: Sequence[str]) -> Iterator[Piece]:
    if words:
        yield Piece(change, "".join(words))


def _ends_alike(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """How many words are the same at the beginning of both, and at the end."""
    shorter = min(len(one), len(other))
    start = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    rest = shorter - start
    end = next((at for at in range(rest) if one[-1 - at] != other[-1 - at]), rest)
    return start, end


def _key(text: str) -> str:
    """What two words or paragraphs are compared by."""
    return " ".join(plain_punctuation(text).casefold().split())


def _aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Which of the old belongs to which of the new, in order; None on the side where there is none."""
    matcher = SequenceMatcher(None, list(map(_key, old)), list(map(_key, new)), autojunk=False)
    for kind, first, last, their_first, their_last in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(range(first, last), range(their_first, their_last), strict=True)
        else:
            yield from _paired(old, new, range(first, last), range(their_first, their_last))


def _paired(
    old: Sequence[str], new: Sequence[str], ours: range, theirs: range
) -> Iterator[tuple[int | None, int | None]]:
    """Pair what is alike among stretches of old and new that are not the same, keeping both orders."""
    pairs = _best_pairs([old[each] for each in ours], [new[each] for each in theirs])
    first, second = ours.start, theirs.start
    for one, other in [*((ours[a], theirs[b]) for a, b in pairs), (ours.stop, theirs.stop)]:
        yield from ((each, None) for each in range(first, one))
        yield from ((None, each) for each in range(second, other))
        if one < ours.stop and other < theirs.stop:
            yield one, other
        first, second = one + 1, other + 1


def _best_pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs, in order on both sides, that are most alike taken together (as in Needleman and Wunsch, 1970)."""
    if not old or not new or len(old) * len(new) > _MOST_PAIRS:
        return []
    words, their_words = [set(_key(each).split()) for each in old], [set(_key(each).split()) for each in new]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    chosen: set[tuple[int, int]] = set()
    for a in range(len(old) - 1, -1, -1):
        for b in range(len(new) - 1, -1, -1):
            likeness = _likeness(words[a], their_words[b])
            best[a][b] = max(best[a + 1][b], best[a][b + 1])
            paired = best[a + 1][b + 1] + likeness
            if likeness >= _ALIKE and paired > best[a][b]:
                best[a][b] = paired
                chosen.add((a, b))
    return list(_path(best, chosen))


def _path(best: Sequence[Sequence[float]], chosen: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    a = b = 0
    while a < len(best) - 1 and b < len(best[0]) - 1:
        if (a, b) in chosen:
            yield a, b
            a, b = a + 1, b + 1
        elif best[a + 1][b] >= best[a][b + 1]:
            a += 1
        else:
            b += 1


def _likeness(one: set[str], other: set[str]) -> float:
    if one.isdisjoint(other):
        return 0
    return len(one & other) / min(len(one), len(other))
