"""Selecting a passage of a paragraph by sentences and words, as a frozen span whose ends can be moved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.model import Annotations

Span = tuple[int, int]
"""Half-open offsets of characters."""

_WORD = re.compile(r"\S+")
_SENTENCE = re.compile(r"\S.*?(?:[.!?…][\"'”’»)\]]*(?=\s|$)|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of one paragraph. It is never empty where the paragraph is not."""

    text: str
    """The paragraph."""
    sentences: tuple[Span, ...]
    """Of the paragraph, in order; at least one."""
    start: int
    end: int

    @property
    def words(self) -> str:
        """What it says."""
        return self.text[self.start : self.end]

    def sentence(self, steps: int) -> Passage | None:
        """The sentence so many further on; None beyond the paragraph."""
        here = self._sentence_at(self.start) + steps
        return self._of(self.sentences[here]) if 0 <= here < len(self.sentences) else None

    def more_sentences(self, steps: int) -> Passage:
        """It with its end so many sentences further on, or back; it keeps the one in which it begins."""
        last = self._sentence_at(self.end - 1) + steps
        last = max(self._sentence_at(self.start), min(last, len(self.sentences) - 1))
        return replace(self, end=self.sentences[last][1])

    def end_by_words(self, steps: int) -> Passage:
        """It with its end so many words further on, or back; one word is left at least."""
        words = self._word_spans()
        last = max(at for at, (start, _) in enumerate(words) if start < self.end)
        first = max(at for at, (start, _) in enumerate(words) if start <= self.start)
        return replace(self, end=words[max(first, min(last + steps, len(words) - 1))][1])

    def start_by_words(self, steps: int) -> Passage:
        """It with its beginning so many words further on, or back; one word is left at least."""
        words = self._word_spans()
        last = max(at for at, (start, _) in enumerate(words) if start < self.end)
        first = max(at for at, (start, _) in enumerate(words) if start <= self.start)
        return replace(self, start=words[max(0, min(first + steps, last))][0])

    def whole(self) -> Passage:
        """All of the paragraph."""
        return self._of((self.sentences[0][0], self.sentences[-1][1]))

    def _of(self, span: Span) -> Passage:
        return replace(self, start=span[0], end=span[1])

    def _sentence_at(self, offset: int) -> int:
        """The sentence that holds a character, or else the one before it."""
        return max((at for at, (start, _) in enumerate(self.sentences) if start <= offset), default=0)

    def _word_spans(self) -> Sequence[Span]:
        """The words, without what lies outside of the sentences."""
        return [found.span() for found in _WORD.finditer(self.text)]


def passage_in(
    text: str, block: int, annotations: Annotations | None, *, at: Span = (0, 0), is_last: bool = False
) -> Passage | None:
    """A passage to begin with: what is picked out in a paragraph, or its first or last sentence.

    Args:
        text: The paragraph.
        block: Its number, by which its sentences are known.
        annotations: What was found in the article, with its sentences; without it they are told by their full stops.
        at: What is picked out in it; empty for nothing.
        is_last: Whether the last sentence is meant, where nothing is picked out.

    Returns:
        None where there are no words.
    """
    if not text.strip():
        return None
    known = annotations.sentences if annotations else ()
    found = [(each.start, each.end) for each in known if each.block == block and text[each.start : each.end].strip()]
    sentences = tuple(_trimmed(text, span) for span in found) or tuple(
        _trimmed(text, match.span()) for match in _SENTENCE.finditer(text)
    )
    start, end = at if at[0] < at[1] <= len(text) else sentences[-1 if is_last else 0]
    return Passage(text, sentences, start, end)


def _trimmed(text: str, span: Span) -> Span:
    """A span without the blanks at its ends."""
    start, end = span
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
