"""Scraped plain text to an article, line by line, with a reason for what became of each line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articles.cleaning.line_model import LineModel
from articles.cleaning.page import Page, Verdict
from articles.cleaning.parts import blocks_of, byline_of, outlet_of, published_of, title_of
from articles.cleaning.rules import settle_page
from articles.cleaning.units import split_units
from articles.model import Article, Line, LineRole

_BLANK = Verdict(LineRole.BLANK, "")


def clean_text(text: str, model: LineModel | None = None) -> Article:
    """The article in a scraped text.

    Args:
        text: The whole text, already made printable.
        model: The line model that judges scraped pages; the shipped one where none is given.

    Returns:
        Title, byline, outlet and date as far as the text states them, the blocks in order, and every line of the
        text with its role and reason. Without any prose there are no blocks.
    """
    lines = text.split("\n")
    page = settle_page(split_units(lines), model=model)
    return Article(
        title=title_of(page),
        blocks=blocks_of(page),
        byline=byline_of(page),
        outlet=outlet_of(page),
        published=published_of(page),
        lines=tuple(judged_lines(lines, page)),
    )


def judged_lines(lines: Sequence[str], page: Page) -> Iterator[Line]:
    """Every line of a text in order with the role and reason of the unit that it is of."""
    of_line = {
        line: page.verdicts[number]
        for number, unit in enumerate(page.units)
        for line in range(unit.first, unit.last + 1)
    }
    for number, text in enumerate(lines):
        verdict = of_line.get(number, _BLANK)
        yield Line(text, verdict.role, verdict.reason, verdict.category)
