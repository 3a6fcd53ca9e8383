"""Whom and what an article names, as paragraphs of the side pane: those of the paragraph that is read first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from articles.reading.named_here import NamedHere
from articles.text import one_line
from tui.rendering.paragraphs import Paragraph
from tui.rendering.spans import safe


def ordered_for(named: Sequence[NamedHere], block: int) -> tuple[NamedHere, ...]:
    """Those that a block names first, the rest of the article's after them."""
    return tuple(sorted(named, key=lambda each: block not in each.mentions))


def entity_paragraphs(named: Sequence[NamedHere], block: int) -> tuple[Paragraph, ...]:
    """The names under two headings, each with its kind and how often it is named; keyed by position.

    Args:
        named: In the order of `ordered_for`.
        block: The block that is read.
    """
    here = [each for each in named if block in each.mentions]
    return (
        *_section("IN THIS PARAGRAPH", here, 0),
        *_section("IN THE ARTICLE", named[len(here) :], len(here)),
    )


def _section(heading: str, named: Iterable[NamedHere], first: int) -> tuple[Paragraph, ...]:
    rows = tuple(Paragraph(_content(each), key=first + at, gap=0) for at, each in enumerate(named))
    return (Paragraph(Content.styled(heading, "$accent"), gap=1 if first else 0), *rows) if rows else ()


def _content(named: NamedHere) -> Content:
    """`Sergei Shoigu · person · 5× · 2 articles`."""
    articles = f"{named.articles} articles" if named.articles > 1 else "only here"
    return Content.assemble(
        (safe(one_line(named.name)), f"$entity-{named.kind.value}"),
        (f" · {named.kind.value} · {named.times}× · {articles}", "$muted"),
        strip_control_codes=False,
    )
