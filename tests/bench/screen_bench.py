"""How long the screen takes on a pty. Run: python -m tests.bench.screen_bench [FOLDER]; FOLDER keeps the libraries.

Prints the first paint beside that of a bare Textual app with three empty panes, in turn in the same run; the first
paint at 100 and at 100,000 articles; and how long a `j` in the list takes to be answered at both.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from tests.bench.synthetic import synthetic_library

ROOT = Path(__file__).resolve().parents[2]
COLUMNS, LINES = 120, 36
SIZES = (100, 100_000)
RUNS = 9
KEYS = 60
_KEY_EVERY = 0.04
_PATIENCE = 20.0
_KIBI = 1024

BARE = """
from textual.app import App
from textual.containers import Horizontal
from textual.widget import Widget

class Pane(Widget):
    DEFAULT_CSS = "Pane { width: 1fr; border-left: solid gray; }"

class Bare(App):
    def compose(self):
        with Horizontal():
            yield Pane()
            yield Pane()
            yield Pane()

Bare().run()
"""
OURS = "import sys; from pathlib import Path; from tui.app import Broadsheet; Broadsheet(Path(sys.argv[1])).run()"
LAST_LINE = f"\x1b[{LINES};1H".encode()
FIRST_ROW = "●".encode()
CURSOR = "▌".encode()


class Terminal:
    """A program on a pty of its own."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": str(ROOT)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self.started = perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
        )
        os.close(slave)

    def wait_for(self, *wanted: bytes) -> float:
        """Read until all that is wanted has come; when that was."""
        seen = b""
        deadline = perf_counter() + _PATIENCE
        while not all(each in seen for each in wanted):
            if perf_counter() > deadline:
                raise TimeoutError(f"{wanted!r} did not come, but {seen[-300:]!r}")
            if select.select([self._master], [], [], 0.05)[0]:
                seen += os.read(self._master, 65536)
        return perf_counter()

    def wait_for_silence(self, seconds: float) -> None:
        """Read until nothing has come for so long."""
        while select.select([self._master], [], [], seconds)[0]:
            os.read(self._master, 65536)

    def type(self, text: str) -> float:
        """Type; when that was."""
        os.write(self._master, text.encode())
        return perf_counter()

    def peak_memory(self) -> float:
        """The most memory in MiB that the program has taken so far, as Linux tells it."""
        status = Path(f"/proc/{self._process.pid}/status").read_text("ascii")
        return int(status.partition("VmHWM:")[2].split()[0]) / _KIBI

    def close(self) -> None:
        """End the program."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        os.close(self._master)


@contextmanager
def terminal(*arguments: str) -> Iterator[Terminal]:
    """A program on a pty, ended at the end."""
    opened = Terminal(arguments)
    try:
        yield opened
    finally:
        opened.close()


def first_paint(program: str, *arguments: str, wanted: Sequence[bytes]) -> float:
    """Milliseconds from the start of a process to its first whole picture."""
    with terminal("-c", program, *arguments) as opened:
        return (opened.wait_for(*wanted) - opened.started) * 1000


def key_times(library: Path) -> list[float]:
    """Milliseconds from `j` to the cursor painted on the next row, for a key held down."""
    with terminal("-c", OURS, str(library)) as opened:
        opened.wait_for(FIRST_ROW, LAST_LINE)
        opened.wait_for_silence(1.0)
        times = []
        for _ in range(KEYS):
            pressed = opened.type("j")
            times.append((opened.wait_for(CURSOR) - pressed) * 1000)
            opened.wait_for_silence(_KEY_EVERY)
        return times


def libraries(folder: Path) -> dict[int, Path]:
    """The synthetic libraries in a folder, made where they are not there yet."""
    made = {}
    for rows in SIZES:
        made[rows] = folder / f"{rows}.library"
        if not made[rows].exists():
            synthetic_library(made[rows], rows, mentions=1)
    return made


def report(folder: Path) -> Iterator[str]:
    """The lines of the report."""
    made = libraries(folder)
    small, large = SIZES
    bare, at_small, at_large = [], [], []
    for _ in range(RUNS + 1):
        bare.append(first_paint(BARE, wanted=[LAST_LINE]))
        at_small.append(first_paint(OURS, str(made[small]), wanted=[FIRST_ROW, LAST_LINE]))
        at_large.append(first_paint(OURS, str(made[large]), wanted=[FIRST_ROW, LAST_LINE]))
    bare_time, small_time, large_time = (median(times[1:]) for times in (bare, at_small, at_large))
    yield f"first paint of bare Textual with three empty panes: {bare_time:.0f} ms"
    yield f"first paint at {small:,} articles: {small_time:.0f} ms, {small_time / bare_time:.2f} of bare (at most 1.5)"
    yield f"first paint at {large:,} articles: {large_time:.0f} ms, {large_time / small_time:.2f} of it (at most 1.3)"
    for rows, path in made.items():
        times = key_times(path)
        most = quantiles(times, n=20)[-1]
        yield f"a j at {rows:,} articles: median {median(times):.1f} ms, 95 % within {most:.1f} ms (at most 20)"


def main() -> None:
    """Print the report."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BROADSHEET_CONFIG"] = folder
        os.environ["PYTHONPYCACHEPREFIX"] = f"{folder}/compiled"
        kept = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder)
        for line in report(kept):
            print(line, flush=True)  # noqa: T201 - printing is what it is for


if __name__ == "__main__":
    main()
