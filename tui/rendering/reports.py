"""The reports of an event as text: its trail above, and each report with its sentence and whose word it is."""

from __future__ import annotations

from textual.content import Content

from articles.model import Factuality, Passage
from articles.reading.trail import ReportingText, Trail, masthead
from articles.text import one_line
from tui.dates import date_words
from tui.listings.trail import copies_words, trail_words
from tui.rendering.crossrefs import quotation
from tui.rendering.paragraphs import Paragraph
from tui.rendering.spans import safe


def trail_content(trail: Trail) -> Content:
    """The event, and its trail in a few lines."""
    event = trail.event
    status = "" if event.factuality is Factuality.ASSERTED else f" · {event.factuality.value}"
    extent, *lines = trail_words(trail)
    return Content.assemble(
        (safe(one_line(event.label)), "bold"),
        (status, "$doubtful"),
        (f" · {extent}", "$muted"),
        *(part for line in lines for part in _line(line, is_warning=bool(trail.only_source))),
        strip_control_codes=False,
    )


def report_paragraphs(trail: Trail) -> tuple[Paragraph, ...]:
    """The sentences that report an event, text by text in the order in which they appeared; keyed by position."""
    paragraphs: list[Paragraph] = []
    for text in trail.texts:
        for number, passage in enumerate(text.passages):
            content = quotation(passage, in_full=True) if number else _first(text)
            remark = _remark(passage)
            if number and remark:
                content = content + Content.styled(f" · {remark}", "$muted")
            paragraphs.append(Paragraph(content, key=len(paragraphs), gap=0 if number else 1))
    return tuple(paragraphs)


def _line(line: str, *, is_warning: bool) -> tuple[tuple[str, str], ...]:
    name, _, words = line.partition(": ")
    style = "$relation-differs" if is_warning and name == "one source only" else "$text"
    return ((f"\n{name}: ", "$muted"), (safe(words), style))


def _first(text: ReportingText) -> Content:
    """The first sentence of a text, after who printed it, when, and who else did."""
    passage = text.passages[0]
    name, title = safe(masthead(passage)), safe(one_line(passage.title, 80))
    remarks = (date_words(passage.published), _remark(passage), safe(copies_words(text)))
    return Content.assemble(
        (name, "bold"),
        (f" · {title}" if title and passage.outlet else "", "$text"),
        (f" · {' · '.join(remark for remark in remarks if remark)}\n", "$muted"),
        quotation(passage, in_full=True),
        strip_control_codes=False,
    )


def _remark(passage: Passage) -> str:
    status = "" if passage.factuality is Factuality.ASSERTED else passage.factuality.value
    said = f"says {safe(one_line(passage.speaker))}" if passage.speaker else ""
    return " · ".join(part for part in (status, said) if part)
