"""The program: `broadsheet`, or `python -m tui`. Answers what needs no library at once; tells errors in one line."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn


def main() -> NoReturn:
    """Run the command that the process was started with and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(words: Sequence[str]) -> int:
    """Run one command.

    Args:
        words: What was typed after the program's name.

    Returns:
        0 when all was done, 1 when something failed, 2 when the command was not understood; when a signal ended it,
        128 and the number of the signal.
    """
    if list(words) == ["--version"]:
        return _print_version()
    _end_on_signals()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        return _run(words)
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 0


def _run(words: Sequence[str]) -> int:
    """Run one command, with every error told in one line."""
    import click

    from articles.errors import BroadsheetError, QueryError
    from tui.cli import program
    from tui.command_parts import INTERRUPTED
    from tui.listings.output import print_problem

    try:
        code = program.main(list(words), prog_name="broadsheet", standalone_mode=False)
    except click.ClickException as misuse:
        misuse.show()
        return misuse.exit_code
    except QueryError as error:
        print_problem(str(error))
        return 2
    except BroadsheetError as error:
        print_problem(str(error))
        return 1
    except Exception as error:
        print_problem(f"something went wrong that should not have ({type(error).__name__}: {error})")
        return 1
    if code == INTERRUPTED:
        print_problem("stopped; what was done is kept, and the next run goes on")
    return code if isinstance(code, int) else 0


def _print_version() -> int:
    from importlib.metadata import version

    sys.stdout.write(f"broadsheet, version {version('broadsheet')}\n")
    return 0


def _end_on_signals() -> None:
    """Let what ends the process from outside end it as an error would: the library closed, the screen put back."""
    for name in ("SIGTERM", "SIGHUP"):
        if number := getattr(signal, name, None):
            signal.signal(number, _leave)


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    sys.exit(128 + number)


if __name__ == "__main__":
    main()
