"""The commands of the help."""

from __future__ import annotations

from tui.commands.command import Command, Pane, move

IN_HELP: tuple[Command, ...] = (
    move("help.down", "j Down", "down", "Scroll down.", Pane.HELP),
    move("help.up", "k Up", "up", "Scroll up.", Pane.HELP),
    move("help.page_down", "space PgDn", "page down", "Scroll a page down.", Pane.HELP),
    move("help.page_up", "b PgUp", "page up", "Scroll a page up.", Pane.HELP),
    move("help.close", "Esc q ?", "close", "Close the help.", Pane.HELP, in_footer=True),
)
"""In the order of the help."""
