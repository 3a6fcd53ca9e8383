"""Names in blocks of another language than English: what a model of that language marks, else only the surest."""

from __future__ import annotations

from collections.abc import Iterator

from articles.annotation.names.reading import FIGURES, Found, Reading
from articles.annotation.names.recall import KnownForms, known_at
from articles.annotation.names.tables import Listed, listed_at
from articles.countries import Naming
from articles.model import EntityKind
from articles.naming import is_acronym

_SURE = frozenset({Naming.COUNTRY, Naming.CAPITAL})
_SHORTEST = 4
"""Letters of a listed name that is no word of another language by chance."""


def foreign_names(reading: Reading, forms: KnownForms) -> list[Found]:
    """The names of a block that no rule for English may be applied to.

    Without a model for its language these are countries and capitals that are spelt alike in English, well-known
    acronyms, and people whom the English parts of the article name in full.
    """
    if reading.marked:
        spans = (span for span in reading.marked if span.kind not in FIGURES and span.first < span.last)
        return [Found(reading.position, span.first, span.last, span.kind) for span in spans]
    return list(_sure_names(reading, forms))


def _sure_names(reading: Reading, forms: KnownForms) -> Iterator[Found]:
    index = 0
    while index < len(reading.tokens):
        person = known_at(reading, index, forms, set())
        listed = listed_at(reading, index, len(reading.tokens))
        found = None
        if person is not None and person.kind is EntityKind.PERSON and person.last - person.first > 1:
            found = person
        elif listed is not None and _is_sure(reading, listed):
            found = Found(reading.position, index, listed.last, listed.kind, certain=True, country=listed.country)
        if found is not None:
            yield found
        index = found.last if found is not None else index + 1


def _is_sure(reading: Reading, listed: Listed) -> bool:
    text = reading.text(listed.first, listed.last)
    if len(text) < _SHORTEST or not text[0].isupper() or listed.first in reading.openings:
        return False
    return listed.naming in _SURE or (listed.naming is None and is_acronym(text))
