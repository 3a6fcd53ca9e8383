"""`broadsheet timeline`: what happened in its order, and apart from it what is planned, possible or denied."""

from __future__ import annotations

from collections.abc import Iterator

from articles.model import DatedEvent, Factuality
from articles.reading.timeline import Timeline, exactness, name_of
from articles.text import one_line
from tui.event_dates import event_days_words
from tui.listings.wording import counted, wrapped

_DATE_CELLS = 22


def timeline_text(timeline: Timeline) -> Iterator[str]:
    """An event a line with its days, its name, how many texts report it, and a sentence that does."""
    if not (timeline.happened or timeline.planned):
        yield "No event with a date.\n"
        return
    if not timeline.is_whole:
        shown = len(timeline.happened) + len(timeline.planned)
        yield f"The {counted(shown, 'event')} that most report; --limit shows more\n"
    for event in timeline.happened:
        yield _line(event)
    if timeline.planned:
        yield "\nPlanned, possible or denied\n"
    for event in timeline.planned:
        yield _line(event)


def timeline_json(timeline: Timeline) -> dict[str, object]:
    """The timeline for a program. `precision` is `day`, `month`, `year` or `around`."""
    return {
        "events": [_event_json(event) for event in timeline.happened],
        "planned": [_event_json(event) for event in timeline.planned],
        "complete": timeline.is_whole,
    }


def _line(event: DatedEvent) -> str:
    known = event.event
    status = "" if known.factuality is Factuality.ASSERTED else known.factuality.value
    parts = (one_line(name_of(event)), status, counted(event.texts, "report"), f"“{one_line(event.sentence)}”")
    lead = f"{known.id:>6}  {event_days_words(event.days):<{_DATE_CELLS}}  "
    return wrapped(" · ".join(part for part in parts if part), lead, hanging=" " * len(lead))


def _event_json(event: DatedEvent) -> dict[str, object]:
    known, days = event.event, event.days
    return {
        "id": known.id,
        "label": known.label,
        "first_day": days.first.isoformat(),
        "last_day": days.last.isoformat(),
        "precision": exactness(days).value,
        "factuality": known.factuality.value,
        "reports": event.texts,
        "articles": known.articles,
        "sentence": event.sentence,
    }
