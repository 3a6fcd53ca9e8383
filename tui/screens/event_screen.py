"""What the screens about events have in common: they open each other and articles, and one can come back to them."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

from tui.library_thread import LibraryThread
from tui.screens.keyed import KeyedScreen
from tui.state import CompareFrame, Departure, Frame, Place, ReportsFrame, TimelineFrame


def screen_of(frame: Frame, library: Path, onward: tuple[Frame, ...] = ()) -> EventScreen:
    """The screen that shows what a frame says, and over it, once it is there, those of the frames after it."""
    match frame:
        case TimelineFrame():
            from tui.screens.timeline import TimelineScreen

            return TimelineScreen(frame, library, onward)
        case ReportsFrame():
            from tui.screens.reports import ReportsScreen

            return ReportsScreen(frame, library, onward)
        case CompareFrame():
            from tui.screens.compare import CompareScreen

            return CompareScreen(frame, library, onward)


class EventScreen(KeyedScreen[Departure | None]):
    """A screen about events over a library. Its result is the place in an article that was opened from it.

    Args:
        library: The library file.
        onward: What to open over it once it is there.
    """

    AUTO_FOCUS = ""

    def __init__(self, library: Path, onward: tuple[Frame, ...] = ()) -> None:
        super().__init__()
        self.library = library
        self.thread = LibraryThread(library, type(self).__name__)
        self._onward = onward

    @property
    def frame(self) -> Frame:
        """What it shows and where its cursor is, from which it can be opened again."""
        raise NotImplementedError

    def on_unmount(self) -> None:
        """Let go of the library."""
        self.thread.close()

    def work(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Do something that waits; whatever else is still at work is given up for it."""
        begun: Callable[[], Any] = work
        self.run_worker(begun, group="events", exclusive=True)

    def open_article(self, place: Place) -> None:
        """Open an article and leave, to come back by the list of jumps."""
        self.dismiss(Departure(place, (self.frame,)))

    def open_over(self, frame: Frame, onward: tuple[Frame, ...] = ()) -> None:
        """Open another screen over this one; an article that is opened there is opened from here too."""
        self.app.push_screen(screen_of(frame, self.library, onward), self._returned)

    def go_onward(self) -> None:
        """Open what was open over this screen when it was left."""
        if self._onward:
            (frame, *rest), self._onward = self._onward, ()
            self.open_over(frame, tuple(rest))

    def _returned(self, departure: Departure | None) -> None:
        if departure is not None:
            self.dismiss(replace(departure, frames=(self.frame, *departure.frames)))
