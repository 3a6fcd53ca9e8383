"""A line in which some words are written, with what they are about above it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from articles.text import one_line, printable
from tui.screens.keyed import KeyedScreen
from tui.widgets.line_field import LineField
from tui.widgets.status_line import KeyLine


class WordsPrompt(ModalScreen[str | None], KeyedScreen[str | None]):
    """Asks for words. Its result is the words on one line, or None to leave everything as it is.

    Its pane, which the subclass tells, has two commands: `keep` and `cancel`.

    Args:
        about: What the words are about.
        words: What stands there already.
    """

    CSS_PATH = "words_prompt.tcss"
    placeholder: str = ""
    """What stands in the empty line."""

    def __init__(self, about: str, words: str) -> None:
        super().__init__()
        self._about = about
        self._input = LineField(
            printable(one_line(words)), placeholder=self.placeholder, compact=True, select_on_focus=False
        )

    def compose(self) -> ComposeResult:
        """What it is about, the line to write in, and the keys."""
        keys = KeyLine()
        keys.show(self.broadsheet.footer_commands(self.keyed_pane))
        with Vertical(id="words-prompt"):
            yield Static(printable(one_line(self._about)), id="words-about", markup=False)
            yield self._input
            yield keys

    def on_mount(self) -> None:
        """Take the keys."""
        self._input.focus()

    @property
    def field(self) -> LineField:
        """The line to type in."""
        return self._input

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        deeds: Mapping[str, Callable[[], object]] = {
            f"{self.keyed_pane}.keep": lambda: self.dismiss(one_line(printable(self._input.value))),
            f"{self.keyed_pane}.cancel": lambda: self.dismiss(None),
        }
        deeds[command_id]()
