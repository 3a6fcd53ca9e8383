"""Markdown to an article: front matter, blocks with their links and emphasis, and the page's own lines left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from articles.cleaning.front_matter import FrontMatter, read_front_matter
from articles.cleaning.headlines import without_suffix
from articles.cleaning.inline_text import is_only_links
from articles.cleaning.markdown_blocks import MarkdownBlock, markdown_blocks
from articles.cleaning.page import Page, Verdict
from articles.cleaning.page_phrases import page_phrase
from articles.cleaning.parts import blocks_of, byline_of, outlet_of, published_of, title_of
from articles.cleaning.plain_text import judged_lines
from articles.cleaning.rules import settle_page
from articles.cleaning.units import Unit
from articles.model import Article, Block, ChromeCategory, Line, LineRole

_NO_TEXT = "Markdown's own marks, or an address, without text"


def clean_markdown(text: str) -> Article:
    """The article in a Markdown document.

    Args:
        text: The whole document, decoded and printable.

    Returns:
        The article: what its front matter states comes before what its text states. HTML in it is shown as its text
        without tags, and never obeyed.
    """
    lines = text.split("\n")
    front = read_front_matter(lines)
    sources = tuple(markdown_blocks("\n".join([""] * front.lines + lines[front.lines :])))
    page = settle_page([_unit(source) for source in sources], front.title or _title(sources))
    for number, source in enumerate(sources):
        if source.is_exact:
            page.verdicts[number] = Verdict(LineRole.PARAGRAPH, "of a table, or of code", source.block.text)
    return Article(
        title=front.title or title_of(page),
        blocks=tuple(_blocks(page, sources)),
        byline=front.byline or byline_of(page),
        outlet=front.outlet or outlet_of(page),
        published=front.published if front.published.day else published_of(page),
        address=front.address,
        language=front.language,
        lines=tuple(_lines(lines, front, page)),
    )


def _blocks(page: Page, sources: Sequence[MarkdownBlock]) -> Iterator[Block]:
    """The blocks of the article, with the numbers and the depth that they have in the source."""
    verdicts = [page.verdicts[number] for number in range(len(sources))]
    pairs = zip(sources, verdicts, strict=True)
    kept = [source.block for source, verdict in pairs if verdict.text and not verdict.role.is_dropped]
    for block, own in zip(blocks_of(page, [source.block.markup for source in sources]), kept, strict=True):
        yield replace(block, marker=own.marker, depth=own.depth)


def _unit(source: MarkdownBlock) -> Unit:
    block = source.block
    return Unit(source.first, source.last, block.text, kind=block.kind, only_links=is_only_links(block))


def _title(sources: Sequence[MarkdownBlock]) -> str:
    """The first of the headings of the highest level."""
    headings = [source for source in sources if source.level and not page_phrase(_unit(source))]
    top = min((source.level for source in headings), default=0)
    return next((without_suffix(source.block.text)[0] for source in headings if source.level == top), "")


def _lines(lines: Sequence[str], front: FrontMatter, page: Page) -> Iterator[Line]:
    for number, line in enumerate(judged_lines(lines, page)):
        if number < front.lines:
            yield Line(line.text, *front.roles[number])
        elif line.role is LineRole.BLANK and line.text.strip():
            yield Line(line.text, LineRole.CHROME, _NO_TEXT, ChromeCategory.OTHER)
        else:
            yield line
