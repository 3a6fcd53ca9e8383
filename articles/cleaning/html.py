"""HTML to an article: its body, what the page states by its metadata, and each line accounted for."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import escape

from articles.cleaning.marked_heads import shown_publication
from articles.cleaning.marked_rules import settle_marked
from articles.cleaning.metadata import PageMetadata, natural_names, read_metadata
from articles.cleaning.page import Page
from articles.cleaning.page_body import MarkedPage, find_body, marked_page
from articles.cleaning.page_lines import page_lines
from articles.cleaning.page_tree import address_saved_from, parse_page, without_control_references
from articles.cleaning.parts import blocks_of, byline_of, outlet_of, published_of, title_of
from articles.cleaning.plain_text import clean_text
from articles.model import Article, Block, ChromeCategory, Line, LineRole, Published
from articles.text import printable

_CLOCK = re.compile(r"\d:\d\d")
_NOTHING_GIVEN = PageMetadata()
_TOO_LITTLE = 0.2
"""Share of the text in the metadata below which what the page shows is only its beginning, or something else."""
_NOT_STATED = "not in the article's text as the page's metadata give it"


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
    if sum(len(marked.lines[number].text) for number in body) < _TOO_LITTLE * len(stated.text):
        return _of_stated_text(marked, stated)
    if not body:
        return _with_metadata(clean_text("\n".join(line.text for line in marked.lines)), stated)
    article = _article(marked, body, stated)
    return _with_metadata(
        article, dataclasses.replace(stated, published=article.published if article.published.day else stated.published)
    )


def clean_fragment(fragment: str, given: PageMetadata = _NOTHING_GIVEN) -> Article:
    """The article in a piece of HTML that holds nothing else, as a feed gives it with an item.

    Args:
        fragment: The source, decoded and printable; it may be text without any tag.
        given: What the feed says of the item.

    Returns:
        All of its text but for links to elsewhere at its end and the like; no blocks where there is no text in it.
    """
    tree = parse_page(without_control_references(f"<body>{fragment}</body>"))
    marked = marked_page(page_lines(tree) if tree is not None else ())
    if not marked.lines:
        return _with_metadata(Article("", ()), given)
    return _with_metadata(_article(marked, frozenset(range(len(marked.lines))), given), given)


def _of_stated_text(marked: MarkedPage, stated: PageMetadata) -> Article:
    """The article that the metadata of a page hold and the page itself does not: its scripts would have shown it."""
    paragraphs = (line if line.startswith("<") else f"<p>{escape(line)}</p>" for line in stated.text.split("\n"))
    article = clean_fragment(printable("".join(paragraphs)), stated)
    left_out = tuple(Line(line.text, LineRole.CHROME, _NOT_STATED, ChromeCategory.OTHER) for line in marked.lines)
    return dataclasses.replace(article, lines=article.lines + left_out)


def _article(marked: MarkedPage, body: frozenset[int], stated: PageMetadata) -> Article:
    page = settle_marked(marked, body, stated.title, outlet_known=bool(stated.outlet))
    verdicts = [page.verdicts[number] for number in range(len(marked.lines))]
    return Article(
        title=title_of(page),
        blocks=tuple(_blocks(marked, page)),
        byline=natural_names(byline_of(page)),
        outlet=outlet_of(page),
        published=_published(page, stated.published),
        lines=tuple(
            Line(line.text, verdict.role, verdict.reason, verdict.category)
            for line, verdict in zip(marked.lines, verdicts, strict=True)
        ),
    )


def _published(page: Page, stated: Published) -> Published:
    """The date that the metadata state, as the page shows it where that is a neighbouring day: that of its own zone."""
    shown = shown_publication(page)
    if stated.day is None:
        return shown if shown.day else published_of(page)
    moment = stated.moment
    tells_zone = moment is not None and moment.utcoffset() != timedelta(0)
    tells_time = moment is not None or any(_CLOCK.search(words) for words in stated.evidence)
    is_neighbour = shown.day is not None and abs(shown.day - stated.day) == timedelta(days=1)
    if tells_zone or not tells_time or not is_neighbour:
        return stated
    return dataclasses.replace(
        stated, day=shown.day, precision=shown.precision, evidence=stated.evidence + shown.evidence
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
