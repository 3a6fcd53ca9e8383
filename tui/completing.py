"""Completing a query as it is typed: the field that is begun, or the tag, name or condition after it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass

from textual.suggester import Suggester

from articles.query import Condition, Field
from articles.text import fold, one_line

Names = Callable[[Field, str], Awaitable[Iterable[str]]]
"""Gives the tags or names that begin with some words and may stand after a field, the likeliest first."""

_LAST = re.compile(r"(?:^|\s)-?(?:(?P<field>[A-Za-z]+):)?(?P<typed>[^\s\":]*)$")
_LEAST = 2
"""Letters of a field from which it is completed."""
_FIELDS = tuple(field.value for field in Field if field is not Field.TEXT)
_NAMED = frozenset({Field.TAG, Field.PERSON, Field.ORGANISATION, Field.PLACE, Field.ENTITY})


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The last term of a query that is being typed."""

    field: Field | None
    """None while no colon is typed."""
    typed: str
    """What stands after the colon, or all of it."""


def unfinished(text: str) -> Unfinished | None:
    """The last term of a query; None where nothing of it can be completed, as inside of a quotation."""
    found = _LAST.search(text)
    if found is None or text.count('"') % 2:
        return None
    name = (found["field"] or "").casefold()
    if not name:
        return Unfinished(None, found["typed"]) if len(found["typed"]) >= _LEAST else None
    return Unfinished(Field(name), found["typed"]) if name in _FIELDS else None


def completion(text: str, candidates: Iterable[str]) -> str | None:
    """The query with its last term completed by the first candidate that begins with what is typed of it.

    Blanks become hyphens, which mean the same in a query and need no quotation marks.
    """
    term = unfinished(text)
    if term is None:
        return None
    wanted = fold(term.typed)
    for candidate in candidates:
        value = one_line(candidate).replace(" ", "-")
        if len(value) > len(term.typed) and fold(value).startswith(wanted) and '"' not in value:
            return text[: len(text) - len(term.typed)] + value
    return None


class QuerySuggester(Suggester):
    """Completes queries.

    Args:
        names: Gives tags and names from the library.
    """

    def __init__(self, names: Names) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._names = names

    async def get_suggestion(self, value: str) -> str | None:
        """The whole query with its last term completed; None where there is nothing to complete it with."""
        term = unfinished(value)
        if term is None:
            return None
        if term.field is None:
            return completion(value, (f"{field}:" for field in _FIELDS)) if term.typed else None
        if term.field is Field.IS:
            return completion(value, (condition.value for condition in Condition))
        if term.field in _NAMED and term.typed:
            return completion(value, await self._names(term.field, term.typed))
        return None
