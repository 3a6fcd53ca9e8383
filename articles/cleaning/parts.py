"""What the settled lines of a page make: title, byline, outlet, date, blocks."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from articles.cleaning import outlets
from articles.cleaning.bylines import mail_domain, natural_case
from articles.cleaning.datelines import Dateline, opening_dateline, read_dateline
from articles.cleaning.dating import find_date, is_of_publication, stated
from articles.cleaning.headlines import without_suffix
from articles.cleaning.page import Page
from articles.model import UNDATED, Block, BlockKind, LineRole, Markup, Published

_KINDS = {
    LineRole.PARAGRAPH: BlockKind.PARAGRAPH,
    LineRole.HEADING: BlockKind.HEADING,
    LineRole.LIST_ITEM: BlockKind.LIST_ITEM,
    LineRole.QUOTATION: BlockKind.QUOTATION,
    LineRole.CAPTION: BlockKind.CAPTION,
}


def title_of(page: Page) -> str:
    """The title without an outlet's name behind it."""
    return "" if page.title is None else without_suffix(page.units[page.title].text)[0]


def byline_of(page: Page) -> str:
    """The first author named, or else the first contributor."""
    named = [byline for _, byline in sorted(page.bylines.items()) if byline.names]
    chosen = [byline for byline in named if not byline.secondary] or named
    return natural_case(chosen[0].names) if chosen else ""


def outlet_of(page: Page) -> str:
    """The outlet, from the most to the least deliberate statement of its name."""
    around = [
        unit.text for unit, phrase in zip(page.units, page.phrases, strict=True) if phrase and len(unit.text) <= 400
    ]
    texts = around + [unit.text for unit in page.units[page.body.end :] if len(unit.text) <= 400]
    top = [outlets.as_name(page.units[number].text, texts) for number in page.settled_as(LineRole.OUTLET)]
    behind_name = [byline.rest for byline in page.bylines.values() if outlets.is_masthead(byline.rest)]
    suffix = [without_suffix(page.units[page.title].text)[1]] if page.title is not None else []
    head = [unit.text for unit in page.units[page.body.start : page.body.start + 3]]
    domains = [outlets.from_mail(mail_domain(page.units[number].text)) for number in page.bylines]
    return (
        outlets.most_said(top[:1])
        or outlets.most_said([*behind_name, *suffix])
        or outlet_in(texts)
        or outlets.most_said(dateline.agency for dateline in datelines_of(page))
        or outlets.most_said(map(outlets.from_dateline, head))
        or outlets.most_said(domains)
    )


def outlet_in(texts: Sequence[str]) -> str:
    """The outlet that log-in, copyright or origin lines name, in that order of trust."""
    logins = [name for name in map(outlets.from_login, texts) if name and outlets.is_confirmed(name, texts)]
    return (
        outlets.most_said(logins)
        or outlets.most_said(map(outlets.from_copyright, texts))
        or outlets.most_said(map(outlets.from_origin, texts))
    )


def published_of(page: Page) -> Published:
    """The date in a date line or byline: the first that is not said to be of a later change, or else the first.

    Where there is none, that of a dateline.
    """
    found: list[Published] = []
    for number in sorted(page.settled_as(LineRole.DATE) + page.settled_as(LineRole.BYLINE)):
        words = page.units[number].text[:200]
        if date := find_date(words):
            published = stated(date, "the line", words)
            if is_of_publication(words):
                return published
            found.append(published)
    return found[0] if found else _dated_by(page)


def datelines_of(page: Page) -> tuple[Dateline, ...]:
    """The datelines that stand by themselves, and the one that the text begins with."""
    alone = [read_dateline(page.units[number].text) for number in page.settled_as(LineRole.DATELINE)]
    paragraphs = page.settled_as(LineRole.PARAGRAPH)
    opening = [opening_dateline(page.units[number].text) for number in paragraphs[:2]]
    return tuple(dateline for dateline in alone + opening if dateline)


def _dated_by(page: Page) -> Published:
    """The date of a dateline that stands by itself. One that the text begins with is read wherever it comes from."""
    for number in page.settled_as(LineRole.DATELINE):
        line = page.units[number].text
        dateline = read_dateline(line)
        if dateline and (date := find_date(dateline.day)):
            return stated(date, "the dateline", line)
    return UNDATED


def blocks_of(page: Page, markup: Sequence[tuple[Markup, ...]] = ()) -> tuple[Block, ...]:
    """The blocks in order, each with the markup that its unit has in the source.

    Args:
        page: A page of which every unit is settled.
        markup: The markup of each unit's text; empty for plain text.
    """
    blocks: list[Block] = []
    for number in range(len(page.units)):
        verdict = page.verdicts[number]
        last = blocks[-1] if blocks else None
        if verdict.role is LineRole.CREDIT and last and last.kind is BlockKind.CAPTION and not last.credit:
            blocks[-1] = dataclasses.replace(last, credit=verdict.credit)
        elif verdict.role in _KINDS and verdict.text:
            kept = _inside(markup[number] if markup else (), len(verdict.text))
            blocks.append(Block(_KINDS[verdict.role], verdict.text, verdict.credit, kept))
    return tuple(blocks)


def _inside(markup: Iterable[Markup], length: int) -> tuple[Markup, ...]:
    return tuple(mark for mark in markup if mark.end <= length)
