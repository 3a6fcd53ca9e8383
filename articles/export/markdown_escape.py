"""Text of others in Markdown, where it makes no markup, no HTML and no links of its own."""

from __future__ import annotations

import re

_ANYWHERE = re.compile(r"([\\`*_{}\[\]<>~|$#^=&%])")
_NUMBER_AT_START = re.compile(r"^(\s*\d{1,9})([.)])", re.MULTILINE)
_SIGN_AT_START = re.compile(r"^(\s*)([-+:])", re.MULTILINE)


def escaped(text: str) -> str:
    """The text on one line, to be read as just these words (CommonMark, and what Obsidian adds to it)."""
    line = " ".join(text.split())
    line = _ANYWHERE.sub(r"\\\1", line)
    line = _NUMBER_AT_START.sub(r"\1\\\2", line)
    return _SIGN_AT_START.sub(r"\1\\\2", line)


def link(words: str, target: str) -> str:
    """A link; the words are Markdown already."""
    address = "".join(_CODED.get(char, char) for char in target)
    return f"[{words}](<{address}>)"


_CODED = {"<": "%3C", ">": "%3E", "\n": "%0A", "\r": "%0D", "\\": "%5C"}
