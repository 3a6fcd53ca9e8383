"""The events of a timeline as text: their days, what each is, how many report it, and how one of them does."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content, Span

from articles.model import DatedEvent, Factuality
from articles.reading.timeline import name_of
from articles.text import one_line
from tui.event_dates import event_days_words
from tui.rendering.paragraphs import Paragraph
from tui.rendering.rows import fit
from tui.rendering.spans import safe

_DATE_CELLS = 20
_BEFORE_TRIGGER = 3
"""A sentence that is cut at both ends begins by so many parts of its room before the event's trigger."""


def event_paragraphs(events: Sequence[DatedEvent], width: int) -> tuple[Paragraph, ...]:
    """The events under their years, each with its days, its name, how many report it, and how one of them does.

    The keys are the ids of the events.

    Args:
        events: In order.
        width: Cells of a line.
    """
    paragraphs: list[Paragraph] = []
    heading = ""
    for event in events:
        words = str(event.days.first.year)
        if words != heading:
            heading = words
            paragraphs.append(Paragraph(Content.styled(words, "bold $accent"), gap=1 if paragraphs else 0))
        lead = fit(event_days_words(event.days), _DATE_CELLS)
        paragraphs.append(Paragraph(event_content(event, width - _DATE_CELLS), key=event.event.id, lead=lead, gap=0))
    return tuple(paragraphs)


def event_content(event: DatedEvent, width: int) -> Content:
    """An event in two lines: what it is, and as much of a sentence that reports it as there is room for."""
    known = event.event
    status = "" if known.factuality is Factuality.ASSERTED else f" · {known.factuality.value}"
    reports = f" · {event.texts} reports" if event.texts > 1 else ""
    name = fit(one_line(name_of(event)), max(width - len(status) - len(reports), 8)).rstrip()
    sentence, start, end = _glimpse(event, max(width, 8))
    text, spans = "", []
    for part, style in ((name, "bold"), (status, "$doubtful"), (reports, "$accent"), ("\n", ""), (sentence, "$muted")):
        spans.append(Span(len(text), len(text) + len(part), style))
        text += part
    before = len(text) - len(sentence)
    spans.append(Span(before + start, before + end, "$trigger"))
    return Content(
        safe(text), [span for span in spans if span.style and span.start < span.end], strip_control_codes=False
    )


def _glimpse(event: DatedEvent, width: int) -> tuple[str, int, int]:
    """What fits on a line of the sentence around the event's trigger, and where in it the trigger stands."""
    sentence, start, end = event.sentence.replace("\n", " "), event.trigger_start, event.trigger_end
    first, lead = 0, ""
    if cell_len(sentence[:end]) > width - 2:
        blank = sentence.find(" ", max(start - width // _BEFORE_TRIGGER, 0), start)
        first, lead = (blank + 1 if blank >= 0 else start), "…"
    shown = lead + sentence[first:]
    if cell_len(shown) > width:
        shown = fit(shown, width)
    moved = len(lead) - first
    return shown, min(start + moved, len(shown)), min(end + moved, len(shown))
