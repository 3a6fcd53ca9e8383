"""The line at the bottom into which a search is typed, with what came of it at its end."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input, Label

from articles.text import one_line, printable
from tui.widgets.line_field import LineField

_MOST_OF_WITHIN = 24
"""Characters of an earlier search that are shown."""


class SearchLine(Horizontal):
    """A search as it is typed.

    Args:
        within: What was searched for in the list, where only that is searched through; empty for all articles.
        suggester: Completes what is typed; None for nothing.
    """

    class Typed(Message):
        """The text has changed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, within: str = "", suggester: Suggester | None = None) -> None:
        super().__init__()
        self._within = printable(one_line(within, _MOST_OF_WITHIN))
        self._input = LineField(
            placeholder='words, "phrases", -not, tag: person: place: after: is:unread',
            compact=True,
            suggester=suggester,
        )
        self._outcome = Label("", classes="outcome", markup=False)

    @property
    def text(self) -> str:
        """What is typed."""
        return self._input.value

    @property
    def field(self) -> LineField:
        """Where it is typed."""
        return self._input

    def compose(self) -> ComposeResult:
        """A slash, the text, and the outcome."""
        yield Label(f"in “{self._within}” /" if self._within else "/", id="slash", markup=False)
        yield self._input
        yield self._outcome

    def on_mount(self) -> None:
        """Take the keys."""
        self._input.focus()

    def tell(self, outcome: str, *, is_error: bool = False) -> None:
        """Say how many there are, or what is wrong with the query."""
        self._outcome.set_class(is_error, "error")
        self._outcome.update(printable(one_line(outcome)))

    @on(Input.Changed)
    def _pass_on(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))
