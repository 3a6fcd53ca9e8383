"""Articles compared, as rows of a column: side by side where there is room, one under the other elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from textual.content import Content

from articles.model import ArticleRow, Passage
from articles.reading.comparison import ReportComparison, ReportedSentence, Standing
from articles.text import one_line
from tui.dates import date_words
from tui.rendering.paragraphs import Paragraph
from tui.rendering.rows import fit
from tui.rendering.spans import safe, styled
from tui.rendering.wrapping import wrap

SIDE_BY_SIDE_FROM = 120
"""Width of the screen in columns from which articles stand side by side."""
ALONE = "only here"
"""The kind of what only one of the articles tells."""

_COLUMN_AT_LEAST = 36
_QUOTATION_MARKS = frozenset('"“”«»')
_BETWEEN = " │ "
_STYLES = {
    Standing.DISPUTED.value: "$relation-disputes",
    Standing.DIFFERING.value: "$relation-differs",
    Standing.AGREED.value: "$relation-same",
    ALONE: "$accent",
}


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One row: an event, or sentences that only one of the articles has."""

    kind: str
    """How the reports stand to each other, or `ALONE`."""
    title: str
    """The event; empty for what is told alone."""
    notes: tuple[str, ...]
    """What differs, a line each."""
    cells: tuple[tuple[ReportedSentence, ...], ...]
    """For each article what it says; nothing where it is silent."""

    def passage(self, column: int) -> Passage:
        """The sentence to open: the first of the article in a column, else of the first article that has one."""
        cell = self.cells[column] or next(each for each in self.cells if each)
        return cell[0].passage


def is_side_by_side(comparison: ReportComparison, width: int) -> bool:
    """Whether the articles have room side by side on a screen of so many columns."""
    return width >= SIDE_BY_SIDE_FROM and width // len(comparison.articles) >= _COLUMN_AT_LEAST


def rows_of(comparison: ReportComparison, *, side_by_side: bool) -> tuple[ComparedRow, ...]:
    """The rows: the events, then what each article tells alone, side by side or one article after the other."""
    rows = [
        ComparedRow(
            event.standing.value,
            one_line(event.event.label),
            tuple(
                f"{each.aspect}: {' / '.join(one_line(words) or '—' for words in each.told)}"
                for each in event.differences
            ),
            event.reports,
        )
        for event in comparison.events
    ]
    alone = [[(ReportedSentence(each),) for each in passages] for passages in comparison.alone]
    if side_by_side:
        cells: Iterator[tuple[tuple[ReportedSentence, ...], ...]] = zip_longest(*alone, fillvalue=())
    else:
        nothing: tuple[ReportedSentence, ...] = ()
        cells = (
            tuple(sentence if column == at else nothing for at in range(len(alone)))
            for column, sentences in enumerate(alone)
            for sentence in sentences
        )
    return (*rows, *(ComparedRow(ALONE, "", (), each) for each in cells))


def comparison_paragraphs(
    rows: Sequence[ComparedRow], articles: Sequence[ArticleRow], width: int, *, side_by_side: bool, column: int
) -> tuple[Paragraph, ...]:
    """The rows under the headings of their kinds; keyed by position.

    Args:
        rows: What to show.
        articles: The articles compared.
        width: Cells of a line.
        side_by_side: Whether each article has a column.
        column: The article that is chosen.
    """
    paragraphs: list[Paragraph] = []
    kind = ""
    for number, row in enumerate(rows):
        if row.kind != kind:
            kind = row.kind
            heading = kind.upper() if side_by_side or kind != ALONE else "ONLY IN ONE OF THEM"
            paragraphs.append(Paragraph(Content.styled(heading, _STYLES[kind]), gap=1 if paragraphs else 0))
        cells = [
            _cell(each, articles[at], is_named=not side_by_side, is_chosen=at == column)
            for at, each in enumerate(row.cells)
        ]
        body = beside(cells, width) if side_by_side else Content("\n").join(each for each in cells if each)
        head = [Content.styled(safe(row.title), "bold")] if row.title else []
        notes = [Content.styled(safe(each), "$relation-differs") for each in row.notes]
        paragraphs.append(
            Paragraph(Content("\n").join([*head, *notes, body]), key=number, gap=0 if row.kind == ALONE else 1)
        )
    return tuple(paragraphs)


def heads(articles: Sequence[ArticleRow], width: int, *, side_by_side: bool, column: int) -> Content:
    """Which articles are compared: masthead and date of each, and its title, the chosen one with a sign before it."""
    room = _room(width, len(articles)) if side_by_side else width
    cells = [_head(row, room, is_chosen=at == column) for at, row in enumerate(articles)]
    return beside(cells, width) if side_by_side else Content("\n").join(cell.split("\n")[0] for cell in cells)


def _head(row: ArticleRow, room: int, *, is_chosen: bool) -> Content:
    title = safe(one_line(row.title)) or "(no title)"
    name, date = safe(one_line(row.outlet)) or title, f" · {date_words(row.published)}"
    return Content.assemble(
        ("▸ " if is_chosen else "  ", "$accent bold"),
        (fit(name, max(room - len(date) - 2, 8)).rstrip(), "bold"),
        (date, "$muted"),
        f"\n  {fit(title, max(room - 2, 1)).rstrip()}" if row.outlet else "",
        strip_control_codes=False,
    )


def beside(cells: Sequence[Content], width: int) -> Content:
    """Texts in columns of equal width, each wrapped to its own.

    Args:
        cells: The texts.
        width: Cells that all have together.
    """
    room = _room(width, len(cells))
    wrapped = [[cell[start:end] for start, end in wrap(cell.plain, room)] for cell in cells]
    between = Content.styled(_BETWEEN, "$border")
    return Content("\n").join(
        between.join(line.pad_right(max(room - line.cell_length, 0)) for line in lines)
        for lines in zip_longest(*wrapped, fillvalue=Content(""))
    )


def _room(width: int, columns: int) -> int:
    return max((width - len(_BETWEEN) * (columns - 1)) // columns, 1)


def _cell(sentences: Sequence[ReportedSentence], article: ArticleRow, *, is_named: bool, is_chosen: bool) -> Content:
    """What one article says; where it has no column of its own, after its name."""
    if not sentences:
        return Content("")
    said = Content("\n").join(_sentence(each) for each in sentences)
    if not is_named:
        return said
    name = safe(one_line(article.outlet or article.title, 40)) or f"article {article.id}"
    return Content.assemble((f"{'▸' if is_chosen else ' '} {name}: ", "$accent"), strip_control_codes=False) + said


def _sentence(sentence: ReportedSentence) -> Content:
    text = sentence.passage.text.replace("\n", " ")
    content = styled(text, [(start, end, "$relation-differs underline") for start, end in sentence.marked])
    return content if _QUOTATION_MARKS & set(text) else Content("“") + content + "”"
