"""An article as paragraphs of a column: title, dateline and blocks, with names, times and events marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from textual.content import Content

from articles.model import (
    TITLE_BLOCK,
    Annotations,
    Article,
    Basis,
    Block,
    BlockKind,
    MarkupKind,
    PassageMark,
    Published,
)
from articles.text import one_line
from tui.dates import date_words, evidence_words, time_words
from tui.rendering import passage_marks
from tui.rendering.article_view import ArticleView
from tui.rendering.block_text import StyledSpan, block_content, block_lead
from tui.rendering.paragraphs import Paragraph
from tui.rendering.spans import safe, styled

if TYPE_CHECKING:
    from articles.reading.crossrefs import Elsewhere

_RECOGNISED = 60
"""Characters by which a paragraph is known again in a longer version of its text."""
_DIFFERING = "≠"
"""Stands in the margin before the number of others that report a paragraph, where one of them differs from it."""
_MOST_COUNTED = 99
_TRIGGER_STYLE = "$trigger-quiet"
"""Quieter than the same role in a quotation: nearly every sentence of the news reports something."""


class Highlights(Enum):
    """Which of the things found in an article its text shows."""

    ALL = "all"
    NAMES = "names"
    EVENTS = "events"
    NONE = "none"

    @property
    def next(self) -> Highlights:
        """The one that comes after it when they are cycled through."""
        order = tuple(Highlights)
        return order[(order.index(self) + 1) % len(order)]


@dataclass(frozen=True, slots=True)
class Found:
    """The highlighted spans of an article, by block."""

    spans: Mapping[int, tuple[StyledSpan, ...]]

    def within(self, block: int) -> tuple[StyledSpan, ...]:
        """The spans in a block, the most important first."""
        return self.spans.get(block, ())


def find_spans(annotations: Annotations | None, highlights: Highlights) -> Found:
    """What to highlight: names before times before events, and of nested names the longest first.

    Names that the reader has hidden are none. Faint event mentions are left in peace: with them nearly every line
    would be marked.
    """
    by_block: dict[int, list[StyledSpan]] = defaultdict(list)
    if annotations is None or highlights is Highlights.NONE:
        return Found({})
    if highlights is not Highlights.EVENTS:
        for mention in sorted(annotations.mentions, key=lambda each: each.start - each.end):
            entity = annotations.entities[mention.entity]
            if not entity.is_hidden:
                by_block[mention.block].append((mention.start, mention.end, f"$entity-{entity.kind.value}"))
    if highlights is not Highlights.NAMES:
        for time in annotations.times:
            by_block[time.block].append((time.start, time.end, "$date"))
        for event in (event for event in annotations.events if not event.is_faint):
            by_block[event.block].append((event.start, event.end, _TRIGGER_STYLE))
    return Found({block: tuple(spans) for block, spans in by_block.items()})


def article_paragraphs(view: ArticleView, highlights: Highlights) -> tuple[Paragraph, ...]:
    """The whole article. The keys are block numbers, `TITLE_BLOCK` for the title; dateline and notes have none.

    Args:
        view: The article, and what is known of it.
        highlights: Which of the annotations to show.
    """
    found = find_spans(view.annotations, highlights)
    marked = passage_marks.by_block(view.marks)
    article = view.article
    paragraphs = [
        _title(article, found.within(TITLE_BLOCK), view.margin.get(TITLE_BLOCK), marked.get(TITLE_BLOCK, ())),
        Paragraph(dateline(article, view.published), gap=0),
        *((_tags(view.tags),) if view.tags else ()),
        *((Paragraph(Content.styled(view.remark, "italic $muted"), gap=0),) if view.remark else ()),
        *passage_marks.notes(marked.get(TITLE_BLOCK, ()), len(article.title)),
    ]
    for number, (block, before) in enumerate(zip(article.blocks, (None, *article.blocks), strict=False)):
        here = marked.get(number, ())
        others = view.margin.get(number)
        paragraphs.append(block_paragraph(block, number, found.within(number), others, after=before, marks=here))
        paragraphs.extend(passage_marks.notes(here, len(block.text)))
    return (*paragraphs, *passage_marks.lost(view.marks))


def same_block(before: Article, after: Article, block: int) -> int:
    """The block of another text of an article at which one reads on.

    The one that says what the block says, or else begins as it does, or else the one that stands as far down.
    """
    if block < 0:
        return block
    text = before.blocks[block].text if block < len(before.blocks) else ""
    alike = [number for number, each in enumerate(after.blocks) if each.text == text]
    if alike:
        earlier = sum(each.text == text for each in before.blocks[:block])
        return alike[min(earlier, len(alike) - 1)]
    beginning = text[:_RECOGNISED]
    longer = (number for number, each in enumerate(after.blocks) if beginning and each.text.startswith(beginning))
    return min(longer, key=lambda number: abs(number - block), default=max(min(block, len(after.blocks) - 1), 0))


def _title(
    article: Article, found: tuple[StyledSpan, ...], others: Elsewhere | None, marks: tuple[PassageMark, ...]
) -> Paragraph:
    length = len(article.title)
    passages = passage_marks.passages(marks, length)
    text = styled(article.title or "(no title)", [(0, length or 10, "bold")], found, passages)
    return Paragraph(
        text,
        key=TITLE_BLOCK,
        mark=margin_mark(others),
        mark_style=_mark_style(others),
        signs=passage_marks.signs(marks, length),
    )


def block_paragraph(
    block: Block,
    number: int,
    found: tuple[StyledSpan, ...],
    others: Elsewhere | None = None,
    *,
    after: Block | None = None,
    marks: tuple[PassageMark, ...] = (),
) -> Paragraph:
    """One block.

    Args:
        block: What to show.
        number: Its number in the article.
        found: The highlighted spans in it, the most important first.
        others: How many other articles report something in it; None where nobody does.
        after: The block before it; items of a list, rows and lines of code stand close together.
        marks: The reader's marks in it.
    """
    lead, rule = block_lead(block)
    close = after is not None and any(alike(block) and alike(after) for alike in (_is_in_list, _is_code, _is_row))
    return Paragraph(
        block_content(block, found, passage_marks.passages(marks, len(block.text))),
        key=number,
        mark=margin_mark(others),
        mark_style=_mark_style(others),
        lead=lead,
        rule=rule,
        gap=0 if close else 1,
        signs=passage_marks.signs(marks, len(block.text)),
    )


def _is_in_list(block: Block) -> bool:
    return block.kind is BlockKind.LIST_ITEM


def _is_row(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and " | " in block.text


def _is_code(block: Block) -> bool:
    return any(mark.kind is MarkupKind.CODE and mark.end - mark.start == len(block.text) for mark in block.markup)


def dateline(article: Article, published: Published) -> Content:
    """Byline, outlet, date and time on one line, and on the next the evidence where no page states the date."""
    byline = safe(one_line(article.byline))
    outlet = safe(one_line(article.outlet))
    when = "italic $muted" if published.basis is Basis.INFERRED else "$muted"
    parts: list[tuple[str, str]] = [(text, "$muted") for text in (byline and f"By {byline}", outlet) if text]
    parts.append((", ".join(words for words in (date_words(published), time_words(published)) if words), when))
    evidence = evidence_words(published)
    separated = [part for each in parts for part in ((" · ", "$muted"), each)][1:]
    return Content.assemble(*separated, (evidence and f"\n{evidence}", when), strip_control_codes=False)


def _tags(tags: Iterable[str]) -> Paragraph:
    """The reader's tags on a line of their own."""
    line = "  ".join(f"#{safe(one_line(tag))}" for tag in tags)
    return Paragraph(Content.styled(line, "$tag", strip_control_codes=False), gap=0)


def margin_mark(others: Elsewhere | None) -> str:
    """What stands beside a paragraph that others report on: `+3`, `≠3` where one of them differs; else nothing."""
    if others is None:
        return ""
    if others.texts > _MOST_COUNTED:
        return f"{_DIFFERING if others.is_differing else ''}{_MOST_COUNTED}{'' if others.is_differing else '+'}"
    return f"{_DIFFERING if others.is_differing else '+'}{others.texts}"


def _mark_style(others: Elsewhere | None) -> str:
    return "$relation-differs" if others is not None and others.is_differing else "$muted"
