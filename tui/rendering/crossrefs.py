"""Cross-references as paragraphs of the side pane: headings, quoted sentences, reasons, differences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from articles.model import LIKELY, Difference, Factuality, Passage, Relation
from articles.reading.crossrefs import CrossReference, CrossReferenceGroup
from articles.reading.telling_words import aspect_words, telling_words, there_words
from articles.text import one_line
from tui.dates import date_words
from tui.rendering.paragraphs import Paragraph
from tui.rendering.spans import safe

FOLD = -1
"""The key of the line that stands for the doubtful references."""

_RELATION_STYLES = {
    Relation.SAME_EVENT: "$relation-same",
    Relation.REPEATS: "$relation-same",
    Relation.DIFFERS: "$relation-differs",
    Relation.DISPUTES: "$relation-disputes",
    Relation.FOLLOWED_BY: "$relation-follows",
    Relation.PRECEDED_BY: "$relation-follows",
}
_CERTAIN = 0.8
_REASONS_SHOWN = 3
TRIGGER = "$trigger"
"""How the trigger of an event is marked."""
_DIFFERING = "$relation-differs underline"
"""How the words are marked that tell what differs."""
_QUOTATION_MARKS = frozenset('"“”„«»')
_FACTUALITY_WORDS = {
    Factuality.PLANNED: "planned",
    Factuality.POSSIBLE: "possible",
    Factuality.DENIED: "denied",
    Factuality.CONDITIONAL: "conditional",
}


@dataclass(frozen=True, slots=True)
class Cut:
    """How much of a sentence is quoted. All in characters."""

    before: int
    """Before the words that matter."""
    after: int
    """From where they begin."""
    whole: int
    """Up to so many a sentence is quoted whole."""


LONG = Cut(100, 140, 290)
SHORT = Cut(50, 90, 170)
"""For two quotations under each other."""

Part = str | tuple[str, str] | Content


@dataclass(frozen=True, slots=True)
class PaneView:
    """How the reader wants the pane: what is unfolded, and how much of each reference is told."""

    unfolded: bool = False
    """Whether the doubtful references are shown."""
    in_full: bool = False
    """Whether whole sentences and all the evidence are shown."""


def references_of(groups: Sequence[CrossReferenceGroup]) -> tuple[CrossReference, ...]:
    """All references in the order of the pane, doubtful groups last; paragraphs are keyed by position here."""
    ordered = (*(group for group in groups if not group.doubtful), *(group for group in groups if group.doubtful))
    return tuple(reference for group in ordered for reference in group.references)


def pane_paragraphs(groups: Sequence[CrossReferenceGroup], view: PaneView) -> tuple[Paragraph, ...]:
    """The pane for one passage: groups under their headings, then the doubtful ones, folded to a line at first."""
    sure = [group for group in groups if not group.doubtful]
    doubtful = [group for group in groups if group.doubtful]
    count = sum(len(group.references) for group in sure)
    paragraphs = _group_paragraphs(sure, 0, view)
    if doubtful:
        folded = sum(len(group.references) for group in doubtful)
        paragraphs.append(Paragraph(_fold_line(folded, view.unfolded), key=FOLD))
        if view.unfolded:
            paragraphs += _group_paragraphs(doubtful, count, view)
    return tuple(paragraphs)


def heading(group: CrossReferenceGroup) -> Content:
    """The relation in capitals, the event, and how many texts report it; of copies alone, that they are copies."""
    relation, _, label = safe(one_line(group.heading)).partition(" · ")
    reports = f"{group.reports} report{'' if group.reports == 1 else 's'}" if group.reports else "copies of this text"
    style = "$doubtful" if group.doubtful else _RELATION_STYLES[group.relation]
    return _assemble((relation, style), (f" · {label}" if label else "", "bold"), (f" · {reports}", "$muted"))


def reference_content(reference: CrossReference, view: PaneView) -> Content:
    """One reference: who and when, how sure, what is said there, how it differs, and why it is held to belong."""
    marked = telling_words(reference.there, there_words(reference.differences))
    said = quotation(reference.there, in_full=view.in_full, marked=marked)
    parts: list[Part] = [*source_words(reference), "\n", said]
    for difference in reference.differences:
        parts += ["\n", difference_content(difference, reference.here, reference.there)]
    return _assemble(*parts, "\n", (reasoning(reference, view), "$muted italic"))


def reasoning(reference: CrossReference, view: PaneView) -> str:
    """How sure the reference is and why: `likely, because: same day · Sergei Shoigu · parade · 2 more`."""
    shown = reference.because if view.in_full else reference.because[:_REASONS_SHOWN]
    reasons = [safe(one_line(reason)) for reason in shown]
    if hidden := len(reference.because) - len(shown):
        reasons.append(f"{hidden} more")
    sure = sureness(reference.confidence)
    if view.in_full:
        sure = f"{sure} ({reference.confidence:.2f})"
    return f"{sure}, because: {' · '.join(reasons)}" if reasons else sure


def quotation(
    passage: Passage,
    *,
    in_full: bool,
    style: str = TRIGGER,
    marked: Sequence[tuple[int, int]] = (),
    cut: Cut = LONG,
) -> Content:
    """The sentence with its trigger marked, and what differs; unless in full, cut to what surrounds the first of these.

    It stands in quotation marks where it has none of its own.

    Args:
        passage: The sentence.
        in_full: Whether to quote all of it.
        style: How the trigger is marked; not at all where it is empty.
        marked: The words that tell what differs, as spans of the sentence; they are underlined.
        cut: How much to quote of a long sentence.
    """
    start = passage.trigger_start - passage.start
    end = passage.trigger_end - passage.start
    content = Content(safe(passage.text), strip_control_codes=False)
    if style and 0 <= start < end <= len(passage.text):
        content = content.stylize(style, start, end)
    for first, last in marked:
        content = content.stylize(_DIFFERING, first, last)
    around = min(marked, default=(start, end))
    first, last = (0, len(passage.text)) if in_full else excerpt(passage.text, *around, cut)
    opening, closing = ("", "") if _QUOTATION_MARKS & set(passage.text[first:last]) else ("“", "”")
    before, after = "…" if first else opening, "…" if last < len(passage.text) else closing
    return _assemble(before, content[first:last], after)


def excerpt(text: str, start: int, end: int, cut: Cut = LONG) -> tuple[int, int]:
    """The span of whole words around a place in a text that is worth quoting: all of a short text."""
    start = min(max(start, 0), len(text))
    room = cut.before + cut.after
    if len(text) <= cut.whole:
        return 0, len(text)
    first = max(min(start - cut.before, len(text) - room), 0)
    last = min(max(end, start) + room - (start - first), len(text))
    if first:
        blank = text.find(" ", first, start)
        first = blank + 1 if blank >= 0 else first
    if last < len(text):
        blank = text.rfind(" ", max(end, start), last)
        last = blank if blank >= 0 else last
    return first, last


def difference_content(difference: Difference, here_said: Passage, there_said: Passage) -> Content:
    """`figure: here “41 people”; there “at least 60”`.

    Args:
        difference: What differs.
        here_said: The sentence here.
        there_said: The sentence there.
    """
    here, there = (safe(one_line(words)) for words in (difference.here, difference.there))
    return _assemble(
        (f"{safe(one_line(aspect_words(difference, here_said, there_said)))}: ", "$relation-differs"),
        ("here ", "$muted"),
        f"“{here}”" if here else "nothing",
        ("; there ", "$muted"),
        f"“{there}”" if there else "nothing",
    )


def sureness(confidence: float) -> str:
    """A confidence in a word: certain, likely or possible."""
    if confidence >= _CERTAIN:
        return "certain"
    return "likely" if confidence >= LIKELY else "possible"


def _group_paragraphs(groups: Sequence[CrossReferenceGroup], first_key: int, view: PaneView) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    key = first_key
    for group in groups:
        paragraphs.append(Paragraph(heading(group)))
        for number, reference in enumerate(group.references):
            content = reference_content(reference, view)
            paragraphs.append(Paragraph(content, key=key, gap=1 if number else 0))
            key += 1
    return paragraphs


def source_words(reference: CrossReference) -> list[Part]:
    """Who says it there, when, and how: `Beira Weekly · 4 Sep 2023 · planned`."""
    there = reference.there
    name = safe(one_line(there.outlet)) or safe(one_line(there.title, 60)) or "no title"
    said = [f"says {safe(one_line(there.speaker))}"] if there.speaker else []
    status = _FACTUALITY_WORDS.get(there.factuality)
    remarks = [date_words(there.published), *([status] if status else []), *said]
    return [(name, "bold"), (f" · {' · '.join(remarks)}", "$muted")]


def _fold_line(count: int, unfolded: bool) -> Content:
    return _assemble(("▾ " if unfolded else "▸ ", "$accent"), (f"{count} doubtful", "$doubtful")) + _assemble(
        (f" (Enter to {'fold' if unfolded else 'unfold'})", "$muted")
    )


def _assemble(*parts: Part) -> Content:
    return Content.assemble(*parts, strip_control_codes=False)
