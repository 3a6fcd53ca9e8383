"""Names of files that every system takes, that can be read, and that stay the same from one export to the next."""

from __future__ import annotations

import re
import unicodedata

_FORBIDDEN = re.compile(r"[<>:\"/\\|?*#^\[\]%`$&{}~!@=+;]")
_LONGEST = 80
"""Characters of the words in a name."""
_MOST_BYTES = 180
"""Bytes of them, so that the whole name stays below the 255 that file systems take."""


def file_name(number: int, words: str) -> str:
    """The name for something with a number in the library, without an ending: `12 Bridge opens`.

    The number in front makes it the only one of its folder whatever is done to case, and none that Windows keeps for
    itself (`CON`, `NUL`).
    """
    composed = unicodedata.normalize("NFC", words)
    shown = "".join(char if char.isprintable() else " " for char in _FORBIDDEN.sub(" ", composed))
    text = " ".join(shown.split())
    bare = _cut(text).rstrip(". ")
    return f"{number} {bare}" if bare else str(number)


def _cut(text: str) -> str:
    """As much of a text as a name has room for, up to the end of a word if it has several."""
    cut = text[:_LONGEST].encode("utf-8", "ignore")[:_MOST_BYTES].decode("utf-8", "ignore")
    return cut if cut == text else cut.rpartition(" ")[0] or cut
