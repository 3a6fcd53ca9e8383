"""The help screen: every key, those of the pane one comes from first."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.app import ComposeResult, RenderResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widget import Widget

from tui.commands import Command, Pane, grouped
from tui.rendering.wrapping import wrap
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
        self._page = VerticalScroll(HelpKeys(pane, commands), id="help-page")

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


class HelpKeys(Widget):
    """The text of the help, as wide as there is room."""

    def __init__(self, pane: Pane, commands: tuple[Command, ...]) -> None:
        super().__init__()
        self._pane = pane
        self._commands = commands

    def render(self) -> RenderResult:
        """The lines, broken to the width there is."""
        return help_content(self._pane, self._commands, self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as that takes."""
        return len(help_content(self._pane, self._commands, width).plain.splitlines())


def help_content(pane: Pane, commands: tuple[Command, ...], width: int) -> Content:
    """The text of the help: a heading for each group of panes, and a line for each command, or more that hang."""
    groups = sorted(grouped(commands), key=lambda group: not any(pane in each.panes for each in group[1]))
    parts: list[Content] = []
    for heading, members in groups:
        parts.append(Content.styled(heading.upper(), "bold $accent"))
        parts.extend(_line(command, width) for command in members)
        parts.append(Content(""))
    return Content("\n").join(parts)


def _line(command: Command, width: int) -> Content:
    keys = f"  {' '.join(command.keys):<{_KEYS_CELLS}} "
    hanging = "\n" + " " * (_KEYS_CELLS + 3)
    words = hanging.join(command.help[start:end] for start, end in wrap(command.help, width - len(keys)))
    return Content.assemble((keys, "bold"), (words, "$text"))
