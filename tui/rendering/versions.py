"""Two versions of a text as paragraphs of a column: what was added, taken out and changed, by sign and by colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from textual.content import Content

from articles.model import TITLE_BLOCK
from articles.reading.versions import Change, ComparedParagraph, Comparison, Piece, Version
from articles.text import one_line, printable
from tui.dates import date_words
from tui.rendering.paragraphs import Paragraph
from tui.rendering.rows import fit
from tui.rendering.spans import safe

_SIGNS = {Change.ADDED: "+", Change.REMOVED: "-", Change.CHANGED: "~", Change.SAME: ""}
_STYLES = {Change.ADDED: "$relation-same underline", Change.REMOVED: "$relation-disputes strike"}
_BRACKETS = {Change.ADDED: ("[+", "+]"), Change.REMOVED: ("[-", "-]")}
"""What stands around a changed stretch, so that it is told without colour, as wdiff writes it."""
_CONTEXT = 1
"""Paragraphs that are shown before and after a change though they are the same."""
_DATE_CELLS = 13
_WORDS_CELLS = 13
_SINCE_CELLS = 14
_REMARK_CELLS = 8
_OUTLET_CELLS = 30


def comparison_paragraphs(comparison: Comparison) -> tuple[Paragraph, ...]:
    """What changed, with some of what did not around it. The keys count the changes from 0."""
    numbered: list[tuple[int | None, ComparedParagraph]] = []
    changes = 0
    for paragraph in comparison.paragraphs:
        is_same = paragraph.change is Change.SAME
        numbered.append((None if is_same else changes, paragraph))
        changes += not is_same
    if not changes:
        return _unchanged(comparison.paragraphs)
    shown: list[Paragraph] = []
    for is_same, group in groupby(numbered, key=lambda each: each[0] is None):
        members = list(group)
        if is_same:
            shown.extend(
                _folded([each for _, each in members], is_first=not shown, is_last=members[-1] == numbered[-1])
            )
        else:
            shown.extend(_paragraph(each, key) for key, each in members)
    return tuple(shown)


def version_line(version: Version, width: int, *, at_cursor: bool, remark: str = "") -> Content:
    """One version of the list: when and where it appeared, how long it is, how much it differs from the one before."""
    row = version.row
    since = "" if version.since_before is None else difference_words(version.since_before)
    room = max(width - 2 - _DATE_CELLS - _WORDS_CELLS - _SINCE_CELLS - _REMARK_CELLS, 8)
    outlet = printable(one_line(row.outlet)) or "(no outlet)"
    line = Content.assemble(
        ("▌ " if at_cursor else "  ", "$accent"),
        (fit(date_words(row.published, _DATE_CELLS), _DATE_CELLS), "$muted"),
        (fit(outlet, min(room, _OUTLET_CELLS)), "bold $text" if at_cursor else "$text"),
        (f"{row.words:>{_WORDS_CELLS - 6},} words", "$muted"),
        (f"  {since:<{_SINCE_CELLS - 2}}", "$accent"),
        (f" {remark}", "$muted"),
        strip_control_codes=False,
    )
    return line.stylize_before("on $cursor") if at_cursor else line


def difference_words(comparison: Comparison) -> str:
    """How much two versions differ: `+34 -12`, `no change`."""
    counts = (("+", comparison.added), ("-", comparison.removed))
    return " ".join(f"{sign}{number:,}" for sign, number in counts if number) or "no change"


def _unchanged(paragraphs: Sequence[ComparedParagraph]) -> tuple[Paragraph, ...]:
    """A text as it is, to be scrolled through."""
    return tuple(_paragraph(each, number) for number, each in enumerate(paragraphs))


def _folded(same: Sequence[ComparedParagraph], *, is_first: bool, is_last: bool) -> Iterator[Paragraph]:
    """Paragraphs that are the same, those that touch no change told by their number."""
    before = 0 if is_first else _CONTEXT
    after = 0 if is_last else _CONTEXT
    hidden = len(same) - before - after
    if hidden < 2:
        yield from (_paragraph(each, None) for each in same)
        return
    yield from (_paragraph(each, None) for each in same[:before])
    yield Paragraph(Content.styled(f"⋯ {hidden} paragraphs are the same", "$muted italic"))
    yield from (_paragraph(each, None) for each in same[len(same) - after :])


def _paragraph(paragraph: ComparedParagraph, key: int | None) -> Paragraph:
    pieces = paragraph.pieces
    if paragraph.change is Change.CHANGED:
        content = Content("").join(_piece(each) for each in pieces)
    else:
        style = _STYLES.get(paragraph.change, "$text" if key is not None else "$muted")
        content = Content.styled(safe("".join(each.text for each in pieces)), style, strip_control_codes=False)
    if paragraph.block == TITLE_BLOCK:
        content = content.stylize("bold")
    return Paragraph(content, key=key, mark=_SIGNS[paragraph.change], mark_style="bold $accent")


def _piece(piece: Piece) -> Content:
    text = piece.text.rstrip()
    if piece.change is Change.SAME:
        return Content(safe(piece.text), strip_control_codes=False)
    opening, closing = _BRACKETS[piece.change]
    return Content.assemble(
        (opening, "$muted"), (safe(text), _STYLES[piece.change]), (closing, "$muted"), " ", strip_control_codes=False
    )
