"""The program: `broadsheet`, or `python -m tui`. Answers what needs no library at once, and leaves with one line."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

INTERRUPTED = 128 + signal.SIGINT
_STOPPED = "stopped; what was added is kept, and the next run goes on"


def main() -> NoReturn:
    """Run the command that the process was started with and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(words: Sequence[str]) -> int:
    """Run one command.

    Args:
        words: What was typed after the program's name.

    Returns:
        0 when all was done, 1 when something failed, 2 when the command was not understood, 128 and the number of
        the signal when one ended it.
    """
    if list(words) == ["--version"]:
        return _print_version()
    _end_on_signals()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(words)
    except KeyboardInterrupt:
        code = INTERRUPTED
    if code == INTERRUPTED:
        _say(_STOPPED)
    return code


def _run(words: Sequence[str]) -> int:
    """Run one command, with every error told in one line."""
    from articles.errors import BroadsheetError

    try:
        from tui.arguments import routed
        from tui.cli import app, command_names

        app(routed(words, command_names()), prog_name="broadsheet")
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 0
    except BroadsheetError as error:
        _say(str(error))
        return 1
    except Exception as error:
        _say(f"something went wrong that should not have ({type(error).__name__}: {error})")
        return 1
    return 0


def _print_version() -> int:
    from importlib.metadata import version

    sys.stdout.write(f"broadsheet {version('broadsheet')}\n")
    return 0


def _say(problem: str) -> None:
    from tui.listings.output import print_problem

    print_problem(problem)


def _end_on_signals() -> None:
    """Let what ends the process from outside end it as an error would: the library closed, the screen put back."""
    for name in ("SIGTERM", "SIGHUP"):
        if number := getattr(signal, name, None):
            signal.signal(number, _leave)


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    sys.exit(128 + number)


if __name__ == "__main__":
    main()
