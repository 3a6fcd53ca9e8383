"""A program run in a real pseudo-terminal, its screen drawn by pyte and its bytes kept."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

PROGRAM = (sys.executable, "-m", "tui")
PATIENCE_SECONDS = 60.0
"""How long something that must come may take on a busy machine."""


class Session:
    """A process with a terminal of its own. Leaving its context ends the process.

    Args:
        command: What to run.
        columns: Width of the terminal in cells.
        rows: Its height.
        environment: What differs from this process's environment; None takes a variable away.
        folder: The working folder.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 120,
        rows: int = 36,
        environment: Mapping[str, str | None] | None = None,
        folder: Path | None = None,
    ) -> None:
        self.written = b""
        """All that the program has sent to the terminal."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._terminal, inner = pty.openpty()
        self._set_size(columns, rows)
        self.process = subprocess.Popen(
            command,
            stdin=inner,
            stdout=inner,
            stderr=inner,
            env=_environment(environment or {}),
            cwd=folder,
            start_new_session=True,
            preexec_fn=_own_terminal,
        )
        os.close(inner)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._terminal)

    @property
    def text(self) -> str:
        """What the screen shows now."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def press(self, keys: str) -> None:
        """Type on the keyboard."""
        os.write(self._terminal, keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the program is told by the system."""
        self._screen.resize(rows, columns)
        self._set_size(columns, rows)

    def send(self, number: signal.Signals) -> None:
        """Send the process a signal."""
        self.process.send_signal(number)

    def await_text(self, text: str) -> None:
        """Read until the screen shows a text."""
        self.await_screen(lambda screen: text in screen)

    def await_screen(self, holds: Callable[[str], bool]) -> None:
        """Read until something holds of the text of the screen.

        Raises:
            AssertionError: It did not come in time, or the program ended without it.
        """
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not holds(self.text):
            if not self._read(deadline) and not holds(self.text):
                raise AssertionError(f"the program ended; its screen was:\n{self.text}")

    def end(self) -> int:
        """Read until the program has ended; its exit code, negative for a signal."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while self._read(deadline):
            pass
        return self.process.wait(max(deadline - time.monotonic(), 1))

    def _read(self, deadline: float) -> bool:
        """Take in what the program sends next; False once it has closed its terminal."""
        ready, _, _ = select.select((self._terminal,), (), (), max(deadline - time.monotonic(), 0))
        if not ready:
            raise AssertionError(f"nothing came in {PATIENCE_SECONDS:.0f} seconds; the screen was:\n{self.text}")
        try:
            sent = os.read(self._terminal, 65_536)
        except OSError:
            return False
        self.written += sent
        with contextlib.suppress(Exception):  # pyte does not know every sequence; what it draws is all we ask of it
            self._stream.feed(sent)
        return bool(sent)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def _own_terminal() -> None:
    """Make the pseudo-terminal the controlling one, so that Ctrl-C and a new size reach the process."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    merged = {**os.environ, "TERM": "xterm-256color", **changes}
    return {name: value for name, value in merged.items() if value is not None}
