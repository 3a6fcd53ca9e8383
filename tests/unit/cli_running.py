"""Runs the program in this process, as if its words had been typed, and gives what came of it."""

from __future__ import annotations

import json
import signal
from dataclasses import dataclass
from typing import Any

import pytest

from tui.__main__ import run


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run of the program ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - JSON is whatever it is
        """What was printed, read as JSON."""
        return json.loads(self.out)


def broadsheet(capsys: pytest.CaptureFixture[str], *words: str) -> Outcome:
    """Run the program; the handlers that it sets for signals are put back."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    capsys.readouterr()
    try:
        code = run(words)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    printed = capsys.readouterr()
    return Outcome(code, printed.out, printed.err)
