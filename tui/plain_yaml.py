"""Reads YAML as plain as that of our themes, which spares the first paint the import of a whole parser."""

from __future__ import annotations

import re

_LINE = re.compile(
    r'(?P<indent>  )?(?P<key>[a-z]+(?:-[a-z]+)*):(?: (?:"(?P<quoted>[ -!#-\[\]-~]*)"|(?P<word>[a-z]+(?:-[a-z]+)*)))?'
)
_MEANING_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "null"})
"""Bare words that YAML takes for something else than text, beside `true` and `false`."""


def plain_mapping(text: str) -> dict[str, object] | None:
    """What a text says in which every line is a comment, `key: word`, `key: "text"`, or such a line two deeper.

    Returns:
        The mapping; None where the text is any less plain, and a real parser has to read it.
    """
    mapping: dict[str, object] = {}
    inner: dict[str, object] | None = None
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line)
        if found is None or not _MEANING_WORDS.isdisjoint((found["key"], found["word"])):
            return None
        target = inner if found["indent"] else mapping
        value = _value(found)
        if target is None or found["key"] in ("true", "false", *target) or (found["indent"] and value is None):
            return None
        if not found["indent"]:
            inner = {} if value is None else None
        target[found["key"]] = inner if value is None else value
    return None if {} in mapping.values() else mapping


def _value(found: re.Match[str]) -> str | bool | None:
    if found["word"] in ("true", "false"):
        return found["word"] == "true"
    return found["word"] if found["quoted"] is None else found["quoted"]
