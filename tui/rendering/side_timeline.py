"""The events of an article as paragraphs of the side pane: when, what, and how many report it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from articles.model import DatedEvent, Factuality
from articles.reading.article_timeline import ReportedEvent
from articles.reading.timeline import name_of
from articles.text import one_line
from tui.event_dates import event_days_words
from tui.rendering.paragraphs import Paragraph
from tui.rendering.spans import safe

HERE = "• "
"""Stands before the events of the paragraph that is read."""


def timeline_paragraphs(events: Sequence[ReportedEvent], block: int) -> tuple[Paragraph, ...]:
    """The events, keyed by position; those of the block that is read with a sign before them.

    Args:
        events: In order.
        block: The block that is read.
    """
    return tuple(
        Paragraph(
            _content(event.dated),
            key=key,
            lead=HERE if block in event.blocks else " " * len(HERE),
            lead_style="$accent",
            gap=0,
        )
        for key, event in enumerate(events)
    )


def _content(event: DatedEvent) -> Content:
    """`27 Jul 2023 · 3 reports`, and under it the event."""
    known = event.event
    remarks = [f"{event.texts} reports"] if event.texts > 1 else []
    if known.factuality is not Factuality.ASSERTED:
        remarks.append(known.factuality.value)
    return Content.assemble(
        (event_days_words(event.days), "$date"),
        ("".join(f" · {remark}" for remark in remarks), "$muted"),
        ("\n", ""),
        (safe(one_line(name_of(event))), "bold"),
        strip_control_codes=False,
    )
