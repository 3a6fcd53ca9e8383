"""What others tell differently from an article, as paragraphs: both quotations; and what only one side tells."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from articles.model import Passage, Relation
from articles.reading.coverage import LeftOut
from articles.reading.crossrefs import CrossReference
from articles.reading.telling_words import aspect_words, here_words, telling_words, there_words
from articles.text import one_line
from tui.rendering.crossrefs import SHORT, TRIGGER, PaneView, difference_content, quotation, reasoning, source_words
from tui.rendering.paragraphs import Paragraph
from tui.rendering.spans import safe

Entry = CrossReference | Passage | LeftOut
"""What a paragraph stands for: a difference, a sentence that is only here, or an event that is only there."""

_HEADINGS = {Passage: "ONLY HERE", LeftOut: "ONLY THERE"}


def difference_paragraphs(entries: Sequence[Entry], view: PaneView) -> tuple[Paragraph, ...]:
    """The entries, keyed by position, those that only one side tells under headings of their own."""
    paragraphs: list[Paragraph] = []
    heading = ""
    for key, (before, entry) in enumerate(zip((None, *entries), entries, strict=False)):
        words = _HEADINGS.get(type(entry), "")
        if words != heading:
            heading = words
            paragraphs.append(Paragraph(Content.styled(words, "$accent"), gap=1 if paragraphs else 0))
        is_first = bool(paragraphs) and paragraphs[-1].key is None
        content = _content(entry, view, is_told_again=_is_of_one_sentence(before, entry))
        paragraphs.append(Paragraph(content, key=key, gap=0 if is_first or not paragraphs else 1))
    return tuple(paragraphs)


def _is_of_one_sentence(one: Entry | None, other: Entry) -> bool:
    """Whether two differences are of one sentence here, and in the same words of it."""
    if not (isinstance(one, CrossReference) and isinstance(other, CrossReference)):
        return False
    mine, theirs = (telling_words(each.here, here_words(each.differences)) for each in (one, other))
    return one.here.block == other.here.block and one.here.start == other.here.start and mine == theirs


def _content(entry: Entry, view: PaneView, *, is_told_again: bool) -> Content:
    if isinstance(entry, CrossReference):
        return _difference(entry, view, is_told_again=is_told_again)
    if isinstance(entry, LeftOut):
        return _left_out(entry, view)
    return quotation(entry, in_full=view.in_full, cut=SHORT)


def _difference(reference: CrossReference, view: PaneView, *, is_told_again: bool) -> Content:
    """Both sentences; the one here only where it does not stand right above."""
    here = telling_words(reference.here, here_words(reference.differences))
    there = telling_words(reference.there, there_words(reference.differences))
    style = "$relation-disputes" if reference.relation is Relation.DISPUTES else "$relation-differs"
    said = Content.styled("here: ", "$muted")
    lines = [
        Content.styled(heading_words(reference), style),
        said + (Content.styled("the same", "$muted") if is_told_again else _quoted(reference.here, here, view)),
        Content.assemble(*source_words(reference), strip_control_codes=False),
        _quoted(reference.there, there, view),
    ]
    if view.in_full or not (here and there):
        lines += [difference_content(each, reference.here, reference.there) for each in reference.differences]
    if view.in_full:
        lines.append(Content.styled(reasoning(reference, view), "$muted italic"))
    return Content("\n").join(lines)


def _quoted(passage: Passage, marked: Sequence[tuple[int, int]], view: PaneView) -> Content:
    """One of two sentences, with the words marked that differ, or else, where none do, its trigger."""
    style = "" if marked else TRIGGER
    return quotation(passage, in_full=view.in_full, style=style, marked=marked, cut=SHORT)


def heading_words(reference: CrossReference) -> str:
    """`DISPUTES`, or `DIFFERS` with the aspects: `DIFFERS · figure, day`."""
    if reference.relation is Relation.DISPUTES:
        return reference.relation.value.upper()
    told = (aspect_words(each, reference.here, reference.there) for each in reference.differences)
    aspects = ", ".join(dict.fromkeys(safe(one_line(words)) for words in told))
    return f"{Relation.DIFFERS.value.upper()}{' · ' if aspects else ''}{aspects}"


def _left_out(left: LeftOut, view: PaneView) -> Content:
    name = safe(one_line(left.best.outlet)) or safe(one_line(left.best.title, 60)) or "no title"
    return Content.assemble(
        (safe(one_line(left.event.label)), "bold"),
        (f" · {left.texts} reports", "$muted"),
        (f"\n{name}", "$muted"),
        "\n",
        quotation(left.best, in_full=view.in_full, cut=SHORT),
        strip_control_codes=False,
    )
