"""What the reader has done and how to undo it, and what was undone and how to do it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

REMEMBERED = 200
"""How many deeds can be undone."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that was done. To undo it and to do it again can take turns for ever."""

    undo: Callable[[], object]
    redo: Callable[[], object]


class History:
    """The deeds of a session, the last first."""

    def __init__(self) -> None:
        self._done: list[Deed] = []
        self._undone: list[Deed] = []

    def remember(self, deed: Deed) -> None:
        """Add what has just been done; what was undone before it can't be done again."""
        self._done = [*self._done[1 - REMEMBERED :], deed]
        self._undone.clear()

    def undo(self) -> bool:
        """Undo the last deed; False where there is none."""
        if not self._done:
            return False
        deed = self._done.pop()
        self._undone.append(deed)
        deed.undo()
        return True

    def redo(self) -> bool:
        """Do again what was undone last; False where nothing was."""
        if not self._undone:
            return False
        deed = self._undone.pop()
        self._done.append(deed)
        deed.redo()
        return True
