"""The terminal: whether there is one, and the reading room opened in it and closed again whatever ends it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app import Broadsheet


def has_screen() -> bool:
    """Whether there is a terminal that can show a screen, or a browser in its place (`broadsheet serve`)."""
    if os.environ.get("TEXTUAL_DRIVER"):
        return True
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def open_room(library: Path, paths: Sequence[str]) -> int:
    """Open the reading room and stay in it until the reader leaves or a signal ends it.

    Args:
        library: The library file; it is created where there is none.
        paths: What to add to it once the room is open.

    Returns:
        The exit code.

    Raises:
        LibraryError: The library cannot be opened. The terminal was not touched.
    """
    import asyncio

    from tui.app import Broadsheet

    return asyncio.run(_stay(Broadsheet(library, paths)))


async def _stay(room: Broadsheet) -> int:
    """Run the room, closed by a signal as it is by the reader: the screen put back, the library closed."""
    import asyncio

    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        if number := getattr(signal, name, None):
            with suppress(NotImplementedError):  # Windows has no such handlers
                loop.add_signal_handler(number, room.exit, None, 128 + number)
    await room.run_async()
    return room.return_code or 0
