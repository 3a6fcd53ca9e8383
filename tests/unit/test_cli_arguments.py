"""What is typed after the program's name, put in the order of the parser."""

from __future__ import annotations

import pytest

from tui.arguments import routed

COMMANDS = ("read", "list", "tag")


@pytest.mark.parametrize(
    ("typed", "order"),
    [
        ("", "read"),
        ("a.txt b", "read a.txt b"),
        ("-", "read -"),
        ("list", "list"),
        ("list --json", "list --json"),
        ("--json list", "list --json"),
        ("--library f.db list -x", "list --library f.db -x"),
        ("--library list a.txt", "read --library list a.txt"),
        ("--library=f.db", "read --library=f.db"),
        ("./list", "read ./list"),
        ("-- list", "read -- list"),
        ("tag 3 -list", "tag 3 -list"),
        ("--help", "--help"),
        ("--json --version list", "--version"),
        ("list --help", "list --help"),
        ("--library", "read --library"),
    ],
)
def test_the_command_comes_first_and_is_read_where_none_is_named(typed: str, order: str) -> None:
    assert routed(typed.split(), COMMANDS) == order.split()
