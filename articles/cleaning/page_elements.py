"""What the elements of an HTML page, and the classes on them, say of the text in them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from articles.model import BlockKind, MarkupKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SILENT = frozenset("script style noscript template svg iframe object select title math video audio canvas".split())
"""Elements whose text nobody sees."""
BLOCKS = frozenset(
    "address article aside blockquote body br button dd details dialog div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr label legend li main menu nav ol option p pre section summary table"
    " tbody td tfoot th thead time tr ul".split()
)
"""Elements that begin and end a line."""
CONTAINERS = frozenset("article aside body details dialog div footer form header main nav section".split())
"""Elements that hold paragraphs."""
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
CELLS = frozenset(("td", "th"))
LISTS = frozenset(("ol", "ul", "menu"))
_IN_CELLS = frozenset(("p", "br", "div", "time"))
WHOLE = frozenset(("body", "main", "article"))
"""Elements that hold all of a page or article, so that their classes say nothing of a part."""
APART = frozenset(("aside", "nav", "footer", "button"))
"""Elements that set apart what is in them."""
_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTATION,
    "p": BlockKind.PARAGRAPH,
    "pre": BlockKind.PARAGRAPH,
    "dd": BlockKind.PARAGRAPH,
    "dt": BlockKind.PARAGRAPH,
    "tr": BlockKind.PARAGRAPH,
}
MARKS = {
    "a": MarkupKind.LINK,
    "b": MarkupKind.STRONG,
    "strong": MarkupKind.STRONG,
    "em": MarkupKind.EMPHASIS,
    "i": MarkupKind.EMPHASIS,
    "code": MarkupKind.CODE,
    "kbd": MarkupKind.CODE,
}
STRUCTURE = BLOCKS.union(MARKS)
_MEASURED = 400
"""How much of an element's classes is looked at."""
_SHOWN_ON_POINTING = re.compile(
    r"\b(?:roll-?over|tool-?tip|pop-?over|hover-?card|fly-?out)[\w-]*-(?:block|content|body|box)\b", re.IGNORECASE
)
"""Classes of what a page shows only while the mouse points at a word."""
_APART_CLASS = re.compile(
    r"(?:^|[\s_-])(?:related|recommend(?:ed|ation)?s?|read-?more|read-?next|newsletters?|sign-?up|subscri(?:be|ption)s?"
    r"|promo(?:tion)?s?|teasers?|cta|outbrain|taboola|sponsored|advert(?:isement)?s?|ads?|social|share|sharing|comments?"
    r"|sidebar|breadcrumbs?|tags?|tag-?list|author-?bio|bio)(?=$|[\s_-])",
    re.IGNORECASE,
)
"""Classes of what a page sets apart from its article."""


class Said(NamedTuple):
    """What the classes of an element say of it."""

    is_apart: bool = False
    is_caption: bool = False
    is_hidden: bool = False


@lru_cache(maxsize=4096)
def said_by(classes: str) -> Said:
    """What the value of an element's `class` says of it."""
    measured = classes[:_MEASURED]
    if not measured:
        return Said()
    return Said(
        _APART_CLASS.search(measured) is not None,
        "caption" in measured.lower(),
        _SHOWN_ON_POINTING.search(measured) is not None,
    )


def number_of(stated: str | None, otherwise: int) -> int:
    """The number that a list or an item states, if it is one of few digits."""
    return int(stated) if stated and stated.isascii() and stated.isdigit() and len(stated) <= 6 else otherwise


def kind_of(tag: str, around: BlockKind | None) -> BlockKind | None:
    """The kind of the text in an element, given that of the element around it; None of text in no such element."""
    if tag in HEADINGS:
        return BlockKind.HEADING
    if tag == "figcaption":
        return BlockKind.CAPTION
    if around is not None and around is not BlockKind.PARAGRAPH:
        return around
    return _KINDS.get(tag, around)


def is_leaf(container: HtmlElement) -> bool:
    """Whether a container holds nothing but text and inline elements, as a paragraph does."""
    return all(child.tag == "br" or child.tag not in BLOCKS for child in container)


def is_simple_row(row: HtmlElement) -> bool:
    """Whether a row is of a table of facts, and not of one that lays out a page."""
    cells = [child for child in row if child.tag in CELLS]
    return len(cells) >= 2 and all(
        inner.tag not in BLOCKS or inner.tag in _IN_CELLS for cell in cells for inner in cell.iterdescendants()
    )
