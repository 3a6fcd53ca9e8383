"""HTML to an article: its body, what the page states by its metadata, and each line accounted for."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date

from articles.cleaning.marked_rules import settle_marked
from articles.cleaning.metadata import PageMetadata, natural_names, read_metadata
from articles.cleaning.page import Page
from articles.cleaning.page_body import MarkedPage, find_body, marked_page
from articles.cleaning.page_lines import page_lines
from articles.cleaning.page_tree import address_saved_from, parse_page, without_control_references
from articles.cleaning.parts import blocks_of, byline_of, outlet_of, published_of, title_of
from articles.cleaning.plain_text import clean_text
from articles.model import Article, Block, Line

_NOTHING_GIVEN = PageMetadata()


def clean_html(page: str, given: PageMetadata = _NOTHING_GIVEN, *, latest: date = date.max) -> Article:
    """The article in an HTML page, or in a fragment of one.

    Args:
        page: The page's source, decoded and printable.
        given: What is known of the article from elsewhere, as from a feed; it comes before what the page states.
        latest: The last day that the page could have been published on; a later one is not believed.

    Returns:
        The article; where no sentence is made out in the page's structure, what the rules for plain text find in
        its lines.
    """
    source = without_control_references(page)
    tree = parse_page(source)
    if tree is None:
        return _with_metadata(clean_text(source), given)
    stated = _first_stated(given, read_metadata(tree, latest))
    stated = dataclasses.replace(stated, address=stated.address or address_saved_from(source))
    marked = marked_page(page_lines(tree))
    body = find_body(marked, tree, stated.text)
    if not body:
        return _with_metadata(clean_text("\n".join(line.text for line in marked.lines)), stated)
    settled = settle_marked(marked, body, stated.title, outlet_known=bool(stated.outlet))
    return _with_metadata(_article(marked, settled), stated)


def _article(marked: MarkedPage, page: Page) -> Article:
    verdicts = [page.verdicts[number] for number in range(len(marked.lines))]
    return Article(
        title=title_of(page),
        blocks=tuple(_blocks(marked, page)),
        byline=natural_names(byline_of(page)),
        outlet=outlet_of(page),
        published=published_of(page),
        lines=tuple(
            Line(line.text, verdict.role, verdict.reason) for line, verdict in zip(marked.lines, verdicts, strict=True)
        ),
    )


def _blocks(marked: MarkedPage, page: Page) -> Iterator[Block]:
    """The blocks of the article, with the links, the numbers and the depth that they have in the page."""
    kept = {number for number, verdict in page.verdicts.items() if verdict.text}
    markup = [line.markup if number in kept else () for number, line in enumerate(marked.lines)]
    for block, number in zip(blocks_of(page, markup), sorted(kept), strict=True):
        line = marked.lines[number]
        if line.marker or line.depth:
            block = dataclasses.replace(block, marker=line.marker, depth=line.depth)
        yield block


def _first_stated(first: PageMetadata, second: PageMetadata) -> PageMetadata:
    """What the first states, and of what it is silent on the second."""
    return PageMetadata(
        title=first.title or second.title,
        byline=first.byline or second.byline,
        outlet=first.outlet or second.outlet,
        published=first.published if first.published.day else second.published,
        address=first.address or second.address,
        language=first.language or second.language,
        text=first.text or second.text,
    )


def _with_metadata(article: Article, page: PageMetadata) -> Article:
    return dataclasses.replace(
        article,
        title=page.title or article.title,
        byline=page.byline or article.byline,
        outlet=page.outlet or article.outlet,
        published=page.published if page.published.day or not article.published.day else article.published,
        address=page.address,
        language=page.language,
    )
