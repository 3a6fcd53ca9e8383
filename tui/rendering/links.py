"""The links in an article, in the order in which a reader at a paragraph would look for them."""

from __future__ import annotations

from typing import NamedTuple

from articles.model import Article, MarkupKind
from articles.sources.addresses import shown_address
from articles.text import one_line

_WORDS = 40


class ShownLink(NamedTuple):
    """A link."""

    address: str
    words: str
    """Its words and where it leads."""


def links_from(article: Article, block: int) -> tuple[ShownLink, ...]:
    """The links to the web in an article, each address once: those of a paragraph first, then those below, then above.

    Args:
        article: The article.
        block: The paragraph.
    """
    numbers = range(len(article.blocks))
    start = max(block, 0)
    found: dict[str, ShownLink] = {}
    for number in (*numbers[start:], *numbers[:start]):
        text = article.blocks[number].text
        for markup in article.blocks[number].markup:
            if markup.kind is MarkupKind.LINK and markup.target.startswith(("http://", "https://")):
                words = one_line(text[markup.start : markup.end], _WORDS)
                found.setdefault(markup.target, ShownLink(markup.target, f"{words} · {shown_address(markup.target)}"))
    return tuple(found.values())
