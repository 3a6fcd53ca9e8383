"""The timeline: above, how dense the events lie; below, the events in the order in which they happened."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from articles.clock import now
from articles.errors import BroadsheetError
from articles.library import Library
from articles.model import DatedEvent
from articles.query import of_articles, parse
from articles.reading.timeline import Density, Timeline, density, first_of, fitting_unit, next_in, timeline
from articles.text import one_line
from tui.commands import Pane
from tui.rendering.spans import safe
from tui.rendering.timeline import event_paragraphs
from tui.screens.event_screen import EventScreen
from tui.screens.searching import SEARCH_AFTER, as_typed
from tui.state import Frame, ReportsFrame, TimelineFrame
from tui.widgets.choice_column import ChoiceColumn
from tui.widgets.search_line import SearchLine
from tui.widgets.status_line import KeyLine
from tui.widgets.timeline_band import TimelineBand

_MEASURE = 120
_STORY_NAME = 60
"""Characters of the name of a story in the title."""
_NOTHING = "No event with a date here. Articles that tell when something happened make a timeline."


def load_timeline(library: Library, frame: TimelineFrame) -> Timeline:
    """Get the events that a query selects, of all articles or of those of a story.

    Raises:
        QueryError: The query cannot be understood.
    """
    return timeline(library, parse(frame.query) & of_articles(frame.articles))


class TimelineScreen(EventScreen):
    """Events in order, with a band that can be walked.

    Args:
        frame: What to show first.
        library: The library file.
        onward: What to open over it once it is there.
    """

    CSS_PATH = "timeline.tcss"

    def __init__(self, frame: TimelineFrame, library: Path, onward: tuple[Frame, ...] = ()) -> None:
        super().__init__(library, onward)
        self._frame = frame
        self._before = frame
        self._timeline = Timeline((), ())
        self._density = Density(fitting_unit(()))
        self._line: SearchLine | None = None
        self._title = Static(markup=False, id="timeline-title")
        self._band = TimelineBand()
        self._list = ChoiceColumn(id="timeline-list")
        self._list.measure = _MEASURE
        self._list.empty_text = "Looking …"
        self._keys = KeyLine()

    def compose(self) -> ComposeResult:
        """The title, the band, the events, and the keys."""
        yield self._title
        yield self._band
        yield self._list
        yield self._keys

    def on_mount(self) -> None:
        """Get the events."""
        self._give_keys()
        self.work(partial(self._loading, self._frame))

    def on_resize(self) -> None:
        """Fit band and events into the new width."""
        self._show()

    @property
    def keyed_pane(self) -> Pane:
        """The timeline, or its search line while that is open."""
        return Pane.SEARCH if self._line is not None else Pane.TIMELINE

    @property
    def frame(self) -> TimelineFrame:
        """What it shows, with the event under its cursor."""
        return replace(self._frame, event=self._list.cursor_key or 0)

    @property
    def events(self) -> tuple[DatedEvent, ...]:
        """The events that are shown."""
        return self._timeline.planned if self._frame.is_planned else self._timeline.happened

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        deeds: Mapping[str, Callable[[], object]] = {
            "timeline.next": lambda: self._list.move(1),
            "timeline.previous": lambda: self._list.move(-1),
            "timeline.next_unit": lambda: self._walk(1),
            "timeline.previous_unit": lambda: self._walk(-1),
            "timeline.page_down": lambda: self._list.page(1),
            "timeline.page_up": lambda: self._list.page(-1),
            "timeline.top": self._list.top,
            "timeline.bottom": self._list.bottom,
            "timeline.open": self._open,
            "timeline.planned": self._toggle_planned,
            "timeline.finer": lambda: self._change_unit(-1),
            "timeline.coarser": lambda: self._change_unit(1),
            "timeline.filter": self._filter,
            "timeline.help": lambda: self.broadsheet.show_help(Pane.TIMELINE),
            "timeline.close": lambda: self.dismiss(None),
            "search.accept": self._close_line,
            "search.cancel": self._forget_filter,
        }
        deeds[command_id]()

    @on(ChoiceColumn.Moved)
    def _point(self) -> None:
        self._show_band()

    @on(ChoiceColumn.Chosen)
    def _open(self) -> None:
        if event := self._list.cursor_key:
            self.open_over(ReportsFrame(event))

    @on(SearchLine.Typed)
    def _typed(self, message: SearchLine.Typed) -> None:
        wanted = replace(self.frame, query=as_typed(message.text).strip())
        if wanted.query != self._frame.query:
            self.work(partial(self._loading, wanted, after=SEARCH_AFTER))

    async def _loading(self, wanted: TimelineFrame, after: float = 0) -> None:
        await asyncio.sleep(after)
        try:
            self._timeline = await self.thread.ask(load_timeline, wanted)
        except BroadsheetError as error:
            self._tell(str(error), is_error=True)
            return
        self._frame = replace(self._frame, query=wanted.query)
        self._list.empty_text = _NOTHING
        self._show(at=wanted.event)
        self._tell(f"{len(self.events):,} events")
        self.go_onward()

    def _tell(self, words: str, *, is_error: bool = False) -> None:
        if self._line is not None:
            self._line.tell(words, is_error=is_error)
        elif is_error:
            self._title.update(Content.styled(f" {safe(one_line(words))}", "$error"))

    def _show(self, *, at: int | None = None) -> None:
        """Show the events as they are wanted, the cursor on one of them or where it is."""
        events = self.events
        unit = self._frame.unit or fitting_unit(events)
        self._density = density(events, unit)
        width = min(self._list.scrollable_content_region.width or self.size.width, _MEASURE + 4) - 4
        key = self._list.cursor_key if at is None else at or self._latest
        self._list.set_paragraphs(event_paragraphs(events, max(width, 20)), key=key)
        self._show_title()
        self._show_band()

    def _show_title(self) -> None:
        other = len(self._timeline.happened) + len(self._timeline.planned) - len(self.events)
        key = self.broadsheet.key_of("timeline.planned")
        apart = "planned, possible or denied"
        here, there = (apart, "happened") if self._frame.is_planned else ("happened", apart)
        words = f" Timeline · {len(self.events):,} {here} · {key}: {other:,} {there}"
        most = "" if self._timeline.is_whole else " · only the most reported"
        story = f" · {safe(one_line(self._frame.story, _STORY_NAME))}" if self._frame.story else ""
        query = f" · “{safe(one_line(self._frame.query))}”" if self._frame.query else ""
        self._title.update(Content.assemble((words, "bold"), (story, "$text"), (query, "$accent"), (most, "$muted")))

    def _show_band(self) -> None:
        self._band.show(self._density, self._current)

    @property
    def _latest(self) -> int:
        """Where to begin: with what happened last, or what is planned to come next."""
        if not self.events:
            return 0
        today = now().date()
        coming = [each for each in self.events if self._frame.is_planned and each.days.last >= today]
        return (coming[0] if coming else self.events[-1]).event.id

    @property
    def _current(self) -> DatedEvent | None:
        return next((each for each in self.events if each.event.id == self._list.cursor_key), None)

    def _walk(self, steps: int) -> None:
        """Go to the first event of another unit that has some."""
        if self._current is None:
            return
        there = next_in(self._density, self.events, self._current, steps)
        if there is not None:
            self._list.put_cursor(there.event.id)

    @on(TimelineBand.Chosen)
    def _go_to_unit(self, message: TimelineBand.Chosen) -> None:
        """Go to the first event of the unit whose bar was clicked on."""
        self._list.put_cursor(first_of(self._density, self.events, message.position).event.id)

    def _toggle_planned(self) -> None:
        self._frame = replace(self._frame, is_planned=not self._frame.is_planned, unit=None)
        self._show(at=0)

    def _change_unit(self, steps: int) -> None:
        self._frame = replace(self._frame, unit=self._density.unit.changed(steps))
        self._show()

    def _filter(self) -> None:
        self._before = self.frame
        self._line = SearchLine(self._frame.query)
        self.mount(self._line, before=self._keys)
        self._give_keys()

    def _close_line(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.remove()
        self._give_keys()

    def _forget_filter(self) -> None:
        self._close_line()
        self.work(partial(self._loading, self._before))

    def _give_keys(self) -> None:
        if self._line is None:
            self._list.focus()
        self._keys.show(self.broadsheet.footer_commands(self.keyed_pane))
