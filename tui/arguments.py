"""The words of the command line put in the order in which the parser takes them: command, options, arguments."""

from __future__ import annotations

from collections.abc import Collection, Sequence

READ = "read"
"""The command that is meant where none is named; it need not be typed."""
_ANSWERED_BY_GROUP = ("--help", "--version")
_WITH_VALUE = ("--library",)


def routed(words: Sequence[str], commands: Collection[str]) -> list[str]:
    """The words with the command first: the one that is named, else `read`.

    Options may stand before the command. A file that is named like a command is written with its folder, `./list`,
    or after `--`.

    Args:
        words: What the reader typed after the program's name.
        commands: The names of the commands.
    """
    position = 0
    while position < len(words) and words[position].startswith("-") and words[position] not in ("-", "--"):
        if words[position] in _ANSWERED_BY_GROUP:
            return [words[position]]
        position += 2 if words[position] in _WITH_VALUE else 1
    options, rest = list(words[:position]), list(words[position:])
    if rest and rest[0] in commands:
        return [rest[0], *options, *rest[1:]]
    return [READ, *options, *rest]
