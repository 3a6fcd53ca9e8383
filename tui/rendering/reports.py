"""The reports of an event as paragraphs: who, when, on whose word, and the sentence with its trigger marked."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from articles.model import Factuality, Passage
from articles.text import one_line
from tui.dates import date_words
from tui.rendering.crossrefs import quotation
from tui.rendering.paragraphs import Paragraph
from tui.rendering.spans import safe


def report_paragraphs(passages: Sequence[Passage]) -> tuple[Paragraph, ...]:
    """The sentences that report an event, in the order in which their articles appeared; keyed by position."""
    return tuple(Paragraph(report_content(each), key=number) for number, each in enumerate(passages))


def report_content(passage: Passage) -> Content:
    """One report: masthead, title, date, what is planned or denied, whose word it is, and the sentence."""
    outlet = safe(one_line(passage.outlet))
    title = safe(one_line(passage.title, 80)) or "(no title)"
    status = "" if passage.factuality is Factuality.ASSERTED else passage.factuality.value
    said = f"says {safe(one_line(passage.speaker))}" if passage.speaker else ""
    remarks = " · ".join(part for part in (date_words(passage.published), status, said) if part)
    return Content.assemble(
        (outlet or title, "bold"),
        (f" · {title}" if outlet else "", "$text"),
        (f" · {remarks}\n", "$muted"),
        quotation(passage, in_full=True),
        strip_control_codes=False,
    )
