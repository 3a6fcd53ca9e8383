"""`broadsheet events`: what happened, is planned or is denied, and how many report it."""

from __future__ import annotations

from articles.model import Factuality, KnownEvent
from articles.text import one_line
from tui.listings.wording import counted, interval_in_words


def event_text(event: KnownEvent) -> str:
    """One event on one line."""
    status = "" if event.factuality is Factuality.ASSERTED else event.factuality.value
    parts = (one_line(event.label), interval_in_words(event.interval), status, counted(event.articles, "article"))
    return f"{event.id:>6}  {' · '.join(part for part in parts if part)}\n"


def event_json(event: KnownEvent) -> dict[str, object]:
    """One event for a program. Days are None where they are not known."""
    return {
        "id": event.id,
        "label": event.label,
        "class": event.event_class,
        "first_day": event.interval.first.isoformat() if event.interval else None,
        "last_day": event.interval.last.isoformat() if event.interval else None,
        "factuality": event.factuality.value,
        "articles": event.articles,
        "mentions": event.mentions,
    }
