"""The README says what is so: its keys, its commands, its JSON and the files it points to.

After a change of the keys: `python -m tests.packaging.test_readme` writes the tables anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.pilot.tasks import task_table
from tests.unit.cli_running import broadsheet
from tui.cli import program
from tui.commands import key_table_markdown

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
KEYS = re.compile(r"(?<=<!-- keys: made from tui/commands -->\n).*?(?=<!-- end of keys -->)", re.DOTALL)

TASKS = re.compile(r"(?<=<!-- tasks: made from tests/pilot/tasks.py -->\n).*?(?=<!-- end of tasks -->)", re.DOTALL)


def test_the_table_of_tasks_is_that_of_the_tests() -> None:
    found = TASKS.search(README.read_text(encoding="utf-8"))
    assert found is not None
    assert found[0] == task_table()


def test_the_table_of_keys_is_that_of_the_commands() -> None:
    found = KEYS.search(README.read_text(encoding="utf-8"))
    assert found is not None
    assert found[0] == key_table_markdown()


def test_every_command_is_described_and_no_other() -> None:
    described = set(re.findall(r"^    broadsheet ([a-z]+)", README.read_text(encoding="utf-8"), re.MULTILINE))
    assert described == {name for name, command in program.commands.items() if not command.hidden}


def test_every_target_of_make_that_is_described_is_there() -> None:
    described = set(re.findall(r"^    make ([a-z]+)", README.read_text(encoding="utf-8"), re.MULTILINE))
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert described
    assert described <= targets


def test_every_file_that_is_linked_is_there() -> None:
    linked = re.findall(r"\]\((?!http)([^)]+)\)", README.read_text(encoding="utf-8"))
    assert "docs/screen.svg" in linked
    assert [path for path in linked if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("command", ["show", "related"])
def test_the_json_has_the_keys_of_its_example(
    command: str, sample_library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = ("--library", str(sample_library))
    broadsheet(capsys, "tag", "1", "+flood", *library)
    answers = [broadsheet(capsys, command, str(identity), "--json", *library).json for identity in range(1, 17)]
    assert set(_keys(_example(command))) == {key for answer in answers for key in _keys(answer)}


def _example(command: str) -> Mapping[str, Any]:
    text = README.read_text(encoding="utf-8").partition(f"<!-- example: {command} -->\n```json\n")[2]
    parsed: Mapping[str, Any] = json.loads(text.partition("```")[0])
    return parsed


def _keys(value: object, path: str = "") -> Iterator[str]:
    """The path of every key in a JSON value, positions in lists left out: `events.participants.role`."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield f"{path}{key}"
            yield from _keys(item, f"{path}{key}.")
    elif isinstance(value, list):
        for item in value:
            yield from _keys(item, path)


if __name__ == "__main__":
    text = KEYS.sub(lambda _: key_table_markdown(), README.read_text(encoding="utf-8"))
    README.write_text(TASKS.sub(lambda _: task_table(), text), encoding="utf-8")
