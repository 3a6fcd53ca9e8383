"""HTML to an article: the body by trafilatura, what the page states by its metadata, each line accounted for."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from articles.cleaning.alignment import home_blocks
from articles.cleaning.extraction import extract_blocks
from articles.cleaning.inline_text import is_only_links
from articles.cleaning.metadata import PageMetadata, read_metadata
from articles.cleaning.page import is_prose
from articles.cleaning.page_tree import PageLine, page_lines, parse_page, without_control_references
from articles.cleaning.parts import blocks_of, byline_of, outlet_of, published_of, title_of
from articles.cleaning.plain_text import clean_text, judged_lines
from articles.cleaning.rules import settle_page
from articles.cleaning.units import Unit
from articles.model import Article, Block, BlockKind, Markup, MarkupKind

_MarkedUnit: TypeAlias = tuple[Unit, tuple[Markup, ...]]


def clean_html(page: str) -> Article:
    """The article in an HTML page.

    Args:
        page: The page's source, decoded and printable.

    Returns:
        The article; where trafilatura finds no sentence, what the rules for plain text find in the page's lines.
    """
    source = without_control_references(page)
    tree = parse_page(source)
    if tree is None:
        return clean_text(source)
    metadata = read_metadata(tree)
    shown = page_lines(tree)
    blocks = extract_blocks(source)
    if not any(is_prose(Unit(0, 0, block.text)) for block in blocks):
        return _with_metadata(clean_text("\n".join(line.text for line in shown)), metadata)
    pairs = tuple(_units(shown, blocks))
    settled = settle_page([unit for unit, _ in pairs], metadata.title)
    article = Article(
        title=title_of(settled),
        blocks=blocks_of(settled, [markup for _, markup in pairs]),
        byline=byline_of(settled),
        outlet=outlet_of(settled),
        published=published_of(settled),
        lines=tuple(judged_lines([line.text for line in shown], settled)),
    )
    return _with_metadata(article, metadata)


def _units(shown: Sequence[PageLine], blocks: Sequence[Block]) -> Iterator[_MarkedUnit]:
    """Each block as a unit at its place in the page, and each line that is of none as a unit left out."""
    homes = home_blocks([line.text for line in shown], [block.text for block in blocks])
    done = 0
    for number, (line, home) in enumerate(zip(shown, homes, strict=True)):
        if home < 0:
            kind = BlockKind.CAPTION if line.caption else None
            yield Unit(number, number, line.text, kind=kind, left_out=True), ()
        elif home >= done:
            for block in blocks[done:home]:
                yield _unit(block, number, number - 1), block.markup
            yield from _units_of_block(shown, blocks[home], number, _last_line(homes, number))
            done = home + 1
    for block in blocks[done:]:
        yield _unit(block, len(shown), len(shown) - 1), block.markup


def _units_of_block(shown: Sequence[PageLine], block: Block, first: int, last: int) -> Iterator[_MarkedUnit]:
    """One unit, or one for each of its lines where those are whole sentences: paragraphs that were run together."""
    lines = [Unit(number, number, shown[number].text) for number in range(first, last + 1)]
    if sum(map(is_prose, lines)) >= 2:
        for line in lines:
            yield line, tuple(_links(line.text, shown[line.first].links))
        return
    links = [link for line in shown[first : last + 1] for link in line.links]
    markup = tuple(sorted((*block.markup, *_links(block.text, links)), key=lambda mark: (mark.start, -mark.end)))
    yield _unit(dataclasses.replace(block, markup=markup), first, last), markup


def _links(text: str, links: Sequence[tuple[str, str]]) -> Iterator[Markup]:
    """Where in a text the words of links stand, which are in the order of the text."""
    cursor = 0
    for words, target in links:
        at = text.find(words, cursor)
        if at >= 0:
            cursor = at + len(words)
            yield Markup(at, cursor, MarkupKind.LINK, target)


def _last_line(homes: Sequence[int], first: int) -> int:
    """The last of the lines from `first` on that are of one block."""
    last = first
    while last + 1 < len(homes) and homes[last + 1] == homes[first]:
        last += 1
    return last


def _unit(block: Block, first: int, last: int) -> Unit:
    return Unit(first, last, block.text, kind=block.kind, only_links=is_only_links(block))


def _with_metadata(article: Article, page: PageMetadata) -> Article:
    return dataclasses.replace(
        article,
        title=page.title or article.title,
        byline=page.byline or article.byline,
        outlet=page.outlet or article.outlet,
        published=page.published if page.published.day else article.published,
        address=page.address,
        language=page.language,
    )
