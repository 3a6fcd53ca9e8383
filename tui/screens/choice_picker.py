"""A few choices under each other, of which one is taken by its digit or letter, or with the cursor and Enter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from string import ascii_lowercase, digits

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from articles.text import one_line, printable
from tui.commands import Pane
from tui.screens.keyed import KeyedScreen
from tui.widgets.status_line import KeyLine

_SIGNS = digits[1:] + digits[0] + "".join(letter for letter in ascii_lowercase if letter not in "jkq")
"""What stands before the choices; letters that are keys are left out."""


class ChoicePicker(ModalScreen[int | None], KeyedScreen[int | None]):
    """Asks for one of a few. Its result is the position of the choice, or None.

    Args:
        about: What is to be chosen.
        choices: What there is to choose from, in a few words each.
        at: The one that the cursor is on at first.
        moved: Called with the position of each choice that the cursor comes to.
    """

    CSS_PATH = "choice_picker.tcss"

    def __init__(
        self, about: str, choices: Sequence[str], *, at: int = 0, moved: Callable[[int], object] | None = None
    ) -> None:
        super().__init__()
        self._moved = moved
        self._about = about
        self._choices = choices
        self._position = at
        self._list = Static(markup=False)

    def compose(self) -> ComposeResult:
        """What it is about, the choices, and the keys."""
        keys = KeyLine()
        keys.show(self.broadsheet.footer_commands(Pane.CHOICE))
        with Vertical(id="choice-picker"):
            yield Static(printable(one_line(self._about)), id="choice-about", markup=False)
            yield self._list
            yield keys

    def on_mount(self) -> None:
        """Show the choices."""
        self._show()

    @property
    def keyed_pane(self) -> Pane:
        """The choice."""
        return Pane.CHOICE

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        deeds: Mapping[str, Callable[[], object]] = {
            "choice.next": lambda: self._move(1),
            "choice.previous": lambda: self._move(-1),
            "choice.accept": lambda: self.dismiss(self._position),
            "choice.cancel": lambda: self.dismiss(None),
        }
        deeds[command_id]()

    def on_key(self, event: events.Key) -> None:
        """Take the sign of a choice."""
        sign = event.character or ""
        position = _SIGNS.find(sign) if len(sign) == 1 else -1
        if 0 <= position < len(self._choices):
            event.stop()
            event.prevent_default()
            self.dismiss(position)

    def _move(self, steps: int) -> None:
        self._position = (self._position + steps) % len(self._choices)
        self._show()
        if self._moved is not None:
            self._moved(self._position)

    def _show(self) -> None:
        lines = [
            _line(_SIGNS[position : position + 1], choice, at_cursor=position == self._position)
            for position, choice in enumerate(self._choices)
        ]
        self._list.update(Content("\n").join(lines))


def _line(sign: str, choice: str, *, at_cursor: bool) -> Content:
    line = Content.assemble(
        ("▌" if at_cursor else " ", "$accent"),
        (f"{sign or ' '}  ", "bold $accent"),
        (printable(one_line(choice)), "bold $text" if at_cursor else "$text"),
        " ",
        strip_control_codes=False,
    )
    return line.stylize_before("on $cursor") if at_cursor else line
