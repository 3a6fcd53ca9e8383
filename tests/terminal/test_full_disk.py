"""Adding to a disk that is full: one line, no traceback, and what was stored before is there."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from articles.library import Library

pytest.importorskip("resource", reason="file sizes can be limited on POSIX only")

ROOT = Path(__file__).parents[2]
ADDS_ON_A_FULL_DISK = """
import resource, sys
from tui.__main__ import run

if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
    sys.exit(run(sys.argv[1:]))
"""


def test_adding_to_a_full_disk_ends_in_one_line_and_loses_nothing(tmp_path: Path) -> None:
    letters = random.Random(7)
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for number in range(40):
        words = " ".join(letters.randbytes(4).hex() for _ in range(4_000))
        (inbox / f"{number:02}.txt").write_text(f"The port of Holmport said on Monday {words}.\n", encoding="utf-8")
    program = tmp_path / "program.py"
    program.write_text(ADDS_ON_A_FULL_DISK, encoding="utf-8")
    library = tmp_path / "library.sqlite3"
    done = subprocess.run(
        [sys.executable, str(program), "add", str(inbox), "--library", str(library)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT), "BROADSHEET_ENGINE": "plain"},
    )
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("broadsheet: ")
    assert "disk" in line
    with Library.open(library) as opened:
        assert 0 < opened.counts().articles < 40
        assert all(opened.article(identity).blocks for identity in opened.ids())
