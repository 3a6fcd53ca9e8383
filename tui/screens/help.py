"""The help screen: every key, those of the pane one comes from first."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.commands import Command, Pane, grouped
from tui.screens.keyed import KeyedScreen
from tui.widgets.status_line import KeyLine

_KEYS_CELLS = 18


class HelpScreen(ModalScreen[None], KeyedScreen[None]):
    """All keys, from the table of commands.

    Args:
        pane: The pane one comes from.
        commands: The commands with the keys they have now.
    """

    CSS_PATH = "help.tcss"

    def __init__(self, pane: Pane, commands: tuple[Command, ...]) -> None:
        super().__init__()
        self._pane = pane
        self._commands = commands
        self._page = VerticalScroll(Static(help_content(pane, commands), markup=False), id="help-page")

    def compose(self) -> ComposeResult:
        """The keys, and how to leave."""
        keys = KeyLine()
        keys.show(self.broadsheet.footer_commands(Pane.HELP))
        yield self._page
        yield keys

    @property
    def keyed_pane(self) -> Pane:
        """The help."""
        return Pane.HELP

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        deeds: Mapping[str, Callable[[], object]] = {
            "help.down": lambda: self._page.scroll_relative(y=1, animate=False),
            "help.up": lambda: self._page.scroll_relative(y=-1, animate=False),
            "help.page_down": lambda: self._page.scroll_page_down(animate=False),
            "help.page_up": lambda: self._page.scroll_page_up(animate=False),
            "help.close": lambda: self.dismiss(None),
        }
        deeds[command_id]()


def help_content(pane: Pane, commands: tuple[Command, ...]) -> Content:
    """The text of the help: a heading for each group of panes, and a line for each command."""
    groups = sorted(grouped(commands), key=lambda group: not any(pane in each.panes for each in group[1]))
    parts: list[Content] = []
    for heading, members in groups:
        parts.append(Content.styled(heading.upper(), "bold $accent"))
        parts.extend(_line(command) for command in members)
        parts.append(Content(""))
    return Content("\n").join(parts)


def _line(command: Command) -> Content:
    keys = " ".join(command.keys)
    return Content.assemble((f"  {keys:<{_KEYS_CELLS}} ", "bold"), (command.help, "$text"))
