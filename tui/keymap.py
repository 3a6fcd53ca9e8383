"""Which command a key means: single keys and sequences such as `gg` and `]u`, in each pane."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace

from tui.commands import COMMANDS, Command, Pane

_NAMED = {
    "Enter": "enter",
    "Esc": "escape",
    "Tab": "tab",
    "S-Tab": "shift+tab",
    "space": "space",
    "Up": "up",
    "Down": "down",
    "Left": "left",
    "Right": "right",
    "S-Left": "shift+left",
    "S-Right": "shift+right",
    "Home": "home",
    "End": "end",
    "PgUp": "pageup",
    "PgDn": "pagedown",
}
_MODIFIED = re.compile(r"(ctrl|alt)-(.+)")


@dataclass(frozen=True, slots=True)
class Step:
    """What a key press comes to."""

    command: str = ""
    """Id of the command that is now complete; empty for none."""
    pending: tuple[str, ...] = ()
    """The keys of a sequence that is not complete yet."""
    is_elsewhere: bool = False
    """Whether the sequence is complete but means something in other panes only, so that its last key means nothing."""

    @property
    def is_taken(self) -> bool:
        """Whether the key was used up."""
        return bool(self.command or self.pending or self.is_elsewhere)


class Keymap:
    """The keys of every pane.

    Args:
        commands: The table of commands.
        chosen: The ids of those that the reader gave keys; these come before all others.
    """

    def __init__(self, commands: Iterable[Command] = COMMANDS, chosen: Container[str] = ()) -> None:
        self.commands = tuple(commands)
        self._by_pane: dict[Pane, dict[tuple[str, ...], str]] = {pane: {} for pane in Pane}
        for command in sorted(self.commands, key=lambda command: (command.id in chosen, -len(command.panes))):
            for pane in command.panes:
                self._by_pane[pane].update({strokes(key): command.id for key in command.keys})
        self._sequences = {sequence for table in self._by_pane.values() for sequence in table if len(sequence) > 1}
        self._prefixes = {sequence[:length] for sequence in self._sequences for length in range(1, len(sequence))}

    def step(self, pane: Pane, pending: tuple[str, ...], stroke: str) -> Step:
        """What a key press means after the keys that are pending.

        A key that does not continue a pending sequence is taken by itself. A sequence of another pane means nothing
        here, and nor do its keys.
        """
        sequence = (*pending, stroke)
        if command := self._by_pane[pane].get(sequence):
            return Step(command=command)
        if sequence in self._prefixes:
            return Step(pending=sequence)
        if sequence in self._sequences:
            return Step(is_elsewhere=True)
        return self.step(pane, (), stroke) if pending else Step()


def strokes(key: str) -> tuple[str, ...]:
    """The strokes, named as the framework names them, of a key as the help writes it: `gg`, `ctrl-d`, `Enter`."""
    if named := _NAMED.get(key):
        return (named,)
    if modified := _MODIFIED.fullmatch(key):
        return (f"{modified[1]}+{_NAMED.get(modified[2], modified[2])}",)
    return tuple(key)


def rebound(
    keys: Mapping[str, str], commands: Iterable[Command] = COMMANDS
) -> tuple[tuple[Command, ...], tuple[str, ...]]:
    """The commands with the keys that the reader chose, and the ids among the choices that no command has."""
    table = tuple(commands)
    chosen = tuple(
        replace(command, keys=tuple(keys[command.id].split())) if command.id in keys else command for command in table
    )
    known = {command.id for command in table}
    return chosen, tuple(id for id in keys if id not in known)


def conflicts(keys: Mapping[str, str], commands: Iterable[Command]) -> tuple[str, ...]:
    """What the keys that the reader chose take away from other commands, a few words each.

    Args:
        keys: The reader's choice, by command id.
        commands: All commands with the keys that they have now.
    """
    table = tuple(commands)
    found = []
    for chosen in (each for each in table if each.id in keys):
        for other in (each for each in table if each.id != chosen.id and set(each.panes) & set(chosen.panes)):
            pane = next(pane for pane in chosen.panes if pane in other.panes)
            for key in chosen.keys:
                if clash := next((each for each in other.keys if _clash(strokes(key), strokes(each))), None):
                    found.append(f"{key} for {chosen.id} and {clash} for {other.id} exclude each other ({pane})")
    return tuple(dict.fromkeys(found))


def _clash(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one of two sequences is the other, or how it begins."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]
