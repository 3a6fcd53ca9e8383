"""The tab with the events of an article and of what it is linked to, in the order in which they happened."""

from __future__ import annotations

from collections.abc import Sequence

from articles.reading.article_timeline import ReportedEvent
from tui.rendering.side_timeline import timeline_paragraphs
from tui.state import Place
from tui.widgets.side_tab import SideTab

NO_EVENTS = "No event of this article is dated."


class TimelineTab(SideTab):
    """Events, each of which opens its report; the cursor goes along with the paragraph that is read."""

    def __init__(self) -> None:
        super().__init__()
        self._events: tuple[ReportedEvent, ...] = ()
        self._shown: Place | None = None

    @property
    def selected_event(self) -> ReportedEvent | None:
        """The event under the cursor; None where there is none."""
        key = self.cursor_key
        return self._events[key] if key is not None else None

    @property
    def event(self) -> int | None:
        """Its library id."""
        return self.selected_event.dated.event.id if self.selected_event else None

    @property
    def other_article(self) -> int | None:
        """The article that its report stands in, where that is not the one being read."""
        if self.selected_event is None or self._shown is None:
            return None
        article = self.selected_event.report.article
        return article if article != self._shown.article else None

    def show(self, place: Place, events: Sequence[ReportedEvent]) -> None:
        """Show the events of an article, in order, with the cursor on the first of the block that is read.

        For the same block again the cursor stays on its event.
        """
        before, kept = self._shown, self.event
        self._shown, self._events = place, tuple(events)
        self.empty_text = NO_EVENTS
        again = before is not None and (before.article, before.block) == (place.article, place.block)
        wanted = (
            key
            for key, each in enumerate(self._events)
            if (each.dated.event.id == kept if again else place.block in each.blocks)
        )
        is_new = before is None or before.article != place.article
        self.renew(timeline_paragraphs(self._events, place.block), key=next(wanted, None), is_new=is_new)

    def open_selected(self) -> None:
        """Go to a sentence that reports the event."""
        if (chosen := self.selected_event) is not None:
            report = chosen.report
            self.post_message(self.OpenRequested(Place(report.article, report.block, report.start, report.end)))
