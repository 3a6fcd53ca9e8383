"""`broadsheet events`: what happened, is planned or is denied, and how many report it."""

from __future__ import annotations

from collections.abc import Iterable

from articles.model import Factuality, KnownEvent
from articles.text import one_line
from tui.listings.wording import counted, interval_in_words


def event_text(event: KnownEvent) -> str:
    """One event on one line."""
    status = "" if event.factuality is Factuality.ASSERTED else event.factuality.value
    parts = (one_line(event.label), interval_in_words(event.interval), status, counted(event.articles, "article"))
    return f"{event.id:>6}  {' · '.join(part for part in parts if part)}\n"


def events_json(events: Iterable[KnownEvent]) -> dict[str, object]:
    """The events, the most reported first. Days are None where they are not known."""
    return {
        "events": [
            {
                "id": event.id,
                "label": event.label,
                "class": event.event_class,
                "first_day": event.interval.first.isoformat() if event.interval else None,
                "last_day": event.interval.last.isoformat() if event.interval else None,
                "factuality": event.factuality.value,
                "articles": event.articles,
                "mentions": event.mentions,
            }
            for event in events
        ]
    }
