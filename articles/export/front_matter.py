"""The YAML at the head of a note, which Obsidian shows as its properties."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from datetime import date

import yaml

from articles.text import one_line, printable

Property = str | int | bool | date | list[str]

_NOT_IN_TAG = re.compile(r"[^\w/-]+")
_DOUBLED = re.compile(r"\[(?=\[)|\](?=\])|<(?=%)")
"""What Obsidian, or a plugin that many use, makes something of even in a property: links and templates."""


def front_matter(properties: Mapping[str, Property]) -> str:
    """The properties between their two rules; what is empty is left out."""
    kept = {name: _harmless(value) for name, value in properties.items() if value not in ("", [])}
    return f"---\n{yaml.safe_dump(kept, sort_keys=False, allow_unicode=True, width=sys.maxsize)}---\n"


def obsidian_tag(name: str) -> str:
    """A tag as Obsidian takes it: without blanks, and not of digits alone; empty where nothing is left of it."""
    bare = _NOT_IN_TAG.sub("-", one_line(printable(name))).strip("-/")
    return f"_{bare}" if bare.isdigit() else bare


def _harmless(value: Property) -> Property:
    if isinstance(value, str):
        return _harmless_text(value)
    return [_harmless_text(each) for each in value] if isinstance(value, list) else value


def _harmless_text(text: str) -> str:
    return _DOUBLED.sub(lambda found: f"{found.group()} ", one_line(printable(text)))
