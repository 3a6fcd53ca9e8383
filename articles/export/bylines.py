"""The names in a byline, as far as they can be told apart."""

from __future__ import annotations

import re

from articles.text import one_line

_BETWEEN = re.compile(r"\s*(?:,\s*and\s+|\s+and\s+|\s*&\s*|\s*;\s*|\s*,\s*)", re.IGNORECASE)
_PARTICLES = r"de|del|della|da|dos|di|du|la|le|van|von|der|den|ter|bin|ibn|al|el|y|e"
_PERSON = re.compile(rf"[^\W\d_][\w.'’-]*(?: (?:{_PARTICLES}|[^\W\d_][\w.'’-]*)){{1,4}}")


def authors(byline: str) -> tuple[tuple[str, ...], bool]:
    """The authors that a byline names, and whether they are people.

    Where it is not all names of people (`Ana Ruiz, Cádiz`, `Staff and agencies`), it is one author as it stands.
    """
    line = one_line(byline)
    names = tuple(name for name in _BETWEEN.split(line) if name)
    if names and all(_is_person(name) for name in names):
        return names, True
    return ((line,) if line else ()), False


def surname(byline: str) -> str:
    """The last name of the first author; empty where none is a person."""
    names, are_people = authors(byline)
    return names[0].split()[-1] if are_people else ""


def _is_person(name: str) -> bool:
    words = name.split()
    return bool(_PERSON.fullmatch(name)) and words[0][0].isupper() and words[-1][0].isupper()
