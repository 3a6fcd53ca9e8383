"""Given names: which words are one, and which are short for which."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class GivenNames:
    """The table of given names, all folded."""

    names: frozenset[str]
    full_forms: dict[str, frozenset[str]]
    """For each short form, the names that it may stand for; a full form stands for itself."""


@cache
def given_names() -> GivenNames:
    """The table that lies beside this module."""
    import yaml

    text = resources.files("articles").joinpath("given_names.yaml").read_text("utf-8")
    table = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    forms: dict[str, set[str]] = {}
    for row in table["short"]:
        for form in row:
            forms.setdefault(form, set()).add(row[0])
    return GivenNames(
        frozenset(forms).union(table["given"].split()), {form: frozenset(full) for form, full in forms.items()}
    )


def is_given_name(folded: str) -> bool:
    """Whether a folded word is nearly always a person's first name."""
    return folded in given_names().names


def is_short_for(one: str, other: str) -> bool:
    """Whether two folded given names can be one: `Fred` and `Frederick`, `Kate` and `Katie`, not `Joan` and `John`.

    Two full names never are, though a short form is common to both: `Alexander` and `Alexandra`.
    """
    forms = given_names().full_forms
    return one != other and not forms.get(one, frozenset()).isdisjoint(forms.get(other, ()))
