"""The one table of commands. Keys, footer, palette, help screen and the manual's key table all come from it."""

from __future__ import annotations

from collections.abc import Iterable

from tui.commands.command import ROOM, Command, Pane
from tui.commands.entities import ABOUT_ENTITIES
from tui.commands.events import ABOUT_EVENTS
from tui.commands.help import IN_HELP
from tui.commands.notebook import IN_NOTEBOOK
from tui.commands.overlays import IN_OVERLAYS
from tui.commands.passage import IN_PASSAGE
from tui.commands.room import IN_ROOM

COMMANDS: tuple[Command, ...] = (
    *IN_ROOM,
    *IN_PASSAGE,
    *IN_OVERLAYS,
    *IN_NOTEBOOK,
    *ABOUT_ENTITIES,
    *ABOUT_EVENTS,
    *IN_HELP,
)
"""Every command, in the order of the help screen."""

BY_ID = {command.id: command for command in COMMANDS}


def commands_of(pane: Pane, commands: Iterable[Command] = COMMANDS) -> tuple[Command, ...]:
    """The commands that have a meaning in a pane, those of this pane alone first."""
    return tuple(sorted((each for each in commands if pane in each.panes), key=lambda command: len(command.panes)))


def grouped(commands: Iterable[Command] = COMMANDS) -> tuple[tuple[str, tuple[Command, ...]], ...]:
    """The commands that have keys, under the headings of the help."""
    groups: dict[str, list[Command]] = {}
    for command in commands:
        if command.keys:
            groups.setdefault(_heading(command.panes), []).append(command)
    return tuple((heading, tuple(commands)) for heading, commands in groups.items())


def key_table_markdown(commands: Iterable[Command] = COMMANDS) -> str:
    """The table of keys as the manual prints it, in Markdown."""
    rows = [
        f"| {_heading(command.panes)} | {' '.join(_code(key) for key in command.keys)} | {command.help} |"
        for command in commands
        if command.keys
    ]
    return "\n".join(("| where | keys | what happens |", "|---|---|---|", *rows)) + "\n"


def _heading(panes: tuple[Pane, ...]) -> str:
    return "everywhere" if panes == ROOM else " and ".join(panes)


def _code(key: str) -> str:
    return f"`{key}`"
