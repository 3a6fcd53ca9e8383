"""The program among other programs: pipes that close, foreign encodings, interrupts, and what it imports for what."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Harbour reopens after storm repairs\n\nThe harbour of Holmport reopened on Monday — “at last”, the port said.\n"


def program(
    *words: str, environment: Mapping[str, str] | None = None, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        (sys.executable, "-m", "tui", *words),
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        check=False,
        timeout=300,
    )


def test_a_reader_that_stops_listening_is_no_failure(sample_library: Path) -> None:
    command = (sys.executable, "-m", "tui", "related", "1", "--json", "--library", str(sample_library))
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize("command", ["list", "digest", "events --json"])
def test_an_encoding_without_our_quotes_is_no_failure(command: str, sample_library: Path) -> None:
    environment = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    outcome = program(*command.split(), "--library", str(sample_library), environment=environment)
    assert (outcome.returncode, outcome.stderr) == (0, b"")
    assert outcome.stdout.isascii()


def test_standard_input_is_an_article(tmp_path: Path) -> None:
    library = ("--library", str(tmp_path / "library.sqlite3"))
    outcome = program("add", "-", "--json", *library, stdin=TEXT.encode())
    assert (outcome.returncode, json.loads(outcome.stdout)["added"]) == (0, 1)
    assert "“at last”" in program("show", "1", *library).stdout.decode()


def test_output_to_a_file_has_no_colours_and_no_cursor_movement(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(TEXT)
    outcome = program(str(page), "--library", str(tmp_path / "library.sqlite3"))
    assert outcome.returncode == 0
    assert b"Harbour reopens" in outcome.stdout
    assert b"\x1b" not in outcome.stdout + outcome.stderr
    assert outcome.stderr == b""


@pytest.mark.parametrize(
    "words", ["--version", "--help", "list --help", "list", "digest", "show 1", "tag 1 +x", "themes"]
)
def test_no_plain_command_loads_the_screen_or_the_language_model(words: str, sample_library: Path) -> None:
    probe = (
        "import sys; from tui.__main__ import run; run(sys.argv[1:]);"
        "print([name for name in ('textual', 'spacy', 'trafilatura', 'rich') if name in sys.modules], file=sys.stderr)"
    )
    outcome = subprocess.run(
        (sys.executable, "-c", probe, *words.split()),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "BROADSHEET_LIBRARY": str(sample_library)},
        check=True,
    )
    assert outcome.stderr == "[]\n"


def test_the_library_loads_without_screen_model_or_web_cleaner() -> None:
    probe = "import sys, articles.library; print({name.partition('.')[0] for name in sys.modules})"
    outcome = subprocess.run((sys.executable, "-c", probe), capture_output=True, text=True, cwd=ROOT, check=True)
    loaded = set(outcome.stdout.strip("{}\n").replace("'", "").split(", "))
    assert "articles" in loaded
    assert not loaded & {"textual", "rich", "spacy", "trafilatura", "lxml", "markdown_it", "dateutil", "yaml"}


def test_an_unforeseen_error_is_one_line_too(tmp_path: Path) -> None:
    probe = (
        "import sys, tui.cli; from tui.__main__ import run\n"
        "tui.cli.program.commands['themes'].callback = lambda as_json: 1 / 0\n"
        "sys.exit(run(['themes']))"
    )
    outcome = subprocess.run((sys.executable, "-c", probe), capture_output=True, text=True, cwd=ROOT, check=False)
    assert outcome.returncode == 1
    assert outcome.stderr.count("\n") == 1
    assert "ZeroDivisionError" in outcome.stderr
