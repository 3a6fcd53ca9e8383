"""The addresses of links as whole addresses, wherever the page gives only a part."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urljoin

from articles.model import Article, Block, Markup, MarkupKind

_WHOLE = ("http://", "https://", "mailto:", "tel:")


def with_whole_links(article: Article) -> Article:
    """The article with its links relative to its address, and without those that lead nowhere else.

    What a link of another kind (`javascript:`, `cid:`, `file:`) says stays as text.
    """
    if not any(mark.kind is MarkupKind.LINK for block in article.blocks for mark in block.markup):
        return article
    return replace(article, blocks=tuple(_block(block, article.address) for block in article.blocks))


def _block(block: Block, address: str) -> Block:
    marks = tuple(kept for mark in block.markup if (kept := _mark(mark, address)))
    return block if marks == block.markup else replace(block, markup=marks)


def _mark(mark: Markup, address: str) -> Markup | None:
    target = mark.target
    if mark.kind is not MarkupKind.LINK or target.lower().startswith(_WHOLE):
        return mark
    if target.startswith("#") or _has_scheme(target):
        return None
    try:
        return replace(mark, target=urljoin(address, target)) if address else mark
    except ValueError:
        return None


def _has_scheme(target: str) -> bool:
    scheme, colon, _ = target.partition(":")
    return bool(colon) and scheme[:1].isalpha() and all(char.isalnum() or char in "+-." for char in scheme)
