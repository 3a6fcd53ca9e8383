"""Text of one block put together from pieces, with what its source emphasised or linked."""

from __future__ import annotations

import re

from articles.model import Block, Markup, MarkupKind
from articles.text import printable

_SPACES = re.compile(r"\s+")


class InlineText:
    """Collects pieces of text, with single spaces, and the stretches of it that are marked up."""

    def __init__(self) -> None:
        self._text = ""
        self._markup: list[Markup] = []

    @property
    def length(self) -> int:
        """How many characters have been collected: where the next piece begins."""
        return len(self._text)

    def add(self, piece: str) -> None:
        """Adds a piece; white space in it counts as one space, and as none at the beginning or after a space."""
        single = _SPACES.sub(" ", printable(piece))
        self._text += single.lstrip() if not self._text or self._text.endswith(" ") else single

    def mark(self, start: int, kind: MarkupKind, target: str = "", *, end: int | None = None) -> None:
        """Marks what has been added since `start`, or up to `end`; nothing, where that is blank."""
        stretch = self._text[start:end]
        if stretch.strip():
            start += len(stretch) - len(stretch.lstrip())
            self._markup.append(Markup(start, start + len(stretch.strip()), kind, printable(target)))

    def finish(self) -> tuple[str, tuple[Markup, ...]]:
        """The text without a space at its end, and its markup in order."""
        text = self._text.rstrip()
        return text, tuple(sorted(self._markup, key=lambda each: (each.start, -each.end)))


_ALL_LINKED = 0.9


def is_only_links(block: Block) -> bool:
    """Whether hardly any of a block's text is outside links."""
    linked = sum(mark.end - mark.start for mark in block.markup if mark.kind is MarkupKind.LINK)
    return linked >= len(block.text) * _ALL_LINKED
