"""The table of commands, and the keys that are read from it."""

from __future__ import annotations

import pytest

from tui.commands import BY_ID, COMMANDS, ROOM, Pane, commands_of, grouped, key_table_markdown
from tui.keymap import Keymap, Step, conflicts, rebound, strokes


def test_ids_are_unique_and_everything_is_said_in_a_sentence() -> None:
    assert len(BY_ID) == len(COMMANDS)
    assert all(command.help.endswith(".") and command.title for command in COMMANDS)


@pytest.mark.parametrize("pane", Pane)
def test_no_key_means_two_things_in_one_pane(pane: Pane) -> None:
    keys = [strokes(key) for command in commands_of(pane) for key in command.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("pane", Pane)
def test_no_key_begins_a_sequence_and_means_something_by_itself(pane: Pane) -> None:
    keys = {strokes(key) for command in commands_of(pane) for key in command.keys}
    assert not any(key[:length] in keys for key in keys for length in range(1, len(key)))


def test_a_command_without_a_key_can_be_chosen_by_name() -> None:
    assert all(command.in_palette for command in COMMANDS if not command.keys)


def test_the_manual_lists_every_key_once() -> None:
    table = key_table_markdown()
    assert "| list | `j` `Down` | Go to the next article. |" in table
    assert "| everywhere | `/` |" in table
    assert len(table.splitlines()) == 2 + sum(bool(command.keys) for command in COMMANDS)


def test_the_help_groups_commands_by_where_they_work() -> None:
    headings = [heading for heading, _ in grouped()]
    assert headings[0] == "list"
    assert "everywhere" in headings
    assert "list and reader" in headings


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("j", ("j",)),
        ("gg", ("g", "g")),
        ("]u", ("]", "u")),
        ("ctrl-d", ("ctrl+d",)),
        ("alt-Left", ("alt+left",)),
        ("S-Tab", ("shift+tab",)),
        ("Enter", ("enter",)),
        ("<", ("<",)),
    ],
)
def test_a_key_is_written_as_readers_say_it(key: str, expected: tuple[str, ...]) -> None:
    assert strokes(key) == expected


def test_a_sequence_waits_for_its_end() -> None:
    keymap = Keymap()
    assert keymap.step(Pane.LIST, (), "g") == Step(pending=("g",))
    assert keymap.step(Pane.LIST, ("g",), "g") == Step(command="list.top")


def test_a_key_that_does_not_continue_a_sequence_counts_by_itself() -> None:
    assert Keymap().step(Pane.LIST, ("g",), "j") == Step(command="list.next")
    assert Keymap().step(Pane.LIST, ("]",), "Z") == Step()


def test_a_sequence_of_another_pane_means_nothing_here_and_nor_do_its_keys() -> None:
    keymap = Keymap()
    assert keymap.step(Pane.READER, (), "]") == Step(pending=("]",))
    assert keymap.step(Pane.READER, ("]",), "u").command == ""
    assert keymap.step(Pane.SIDE, (), "[") == Step(pending=("[",))
    assert keymap.step(Pane.SIDE, ("[",), "u").is_taken


def test_the_same_key_means_another_thing_in_another_pane() -> None:
    keymap = Keymap()
    assert [keymap.step(pane, (), "j").command for pane in ROOM] == ["list.next", "reader.next", "side.next"]
    assert not keymap.step(Pane.SEARCH, (), "j").is_taken


def test_the_reader_can_choose_other_keys() -> None:
    commands, unknown = rebound({"list.next": "n ctrl-n", "list.sideways": "x"})
    assert unknown == ("list.sideways",)
    keymap = Keymap(commands)
    assert keymap.step(Pane.LIST, (), "n").command == "list.next"
    assert keymap.step(Pane.LIST, (), "j") == Step()
    assert keymap.step(Pane.READER, (), "n").command == "search.next"


def test_the_table_has_no_two_commands_of_one_pane_alone_on_one_key() -> None:
    for pane in Pane:
        own = [strokes(key) for command in COMMANDS if command.panes == (pane,) for key in command.keys]
        assert len(own) == len(set(own)), pane


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"list.next": "n"}, "n for list.next and n for search.next exclude each other (list)"),
        ({"list.open": "g"}, "g for list.open and gg for list.top exclude each other (list)"),
        ({"reader.next": "j Down"}, ""),
        ({"list.next": "ctrl-n"}, ""),
    ],
)
def test_keys_that_the_reader_chose_and_others_have_are_named(keys: dict[str, str], words: str) -> None:
    commands, _ = rebound(keys)
    found = conflicts(keys, commands)
    assert (words in found) if words else not found
