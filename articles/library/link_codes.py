"""How links are kept in few bytes: relations as numbers, confidence in thousandths, and words said once for all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from articles.library.connection import Connection
from articles.model import LIKELY, Difference, Relation

RELATION_NUMBERS = {
    Relation.SAME_EVENT: 1,
    Relation.REPEATS: 2,
    Relation.DIFFERS: 3,
    Relation.DISPUTES: 4,
    Relation.FOLLOWED_BY: 5,
    Relation.PRECEDED_BY: 6,
}
"""They stand in libraries: a new relation gets a new number."""
_RELATIONS = {number: relation for relation, number in RELATION_NUMBERS.items()}
_THOUSAND = 1000
LIKELY_THOUSANDTHS = round(LIKELY * _THOUSAND)
"""`LIKELY` as it is stored."""


def listed(relations: Iterable[Relation]) -> str:
    """Relations as what `IN` takes."""
    return f"({', '.join(str(RELATION_NUMBERS[relation]) for relation in relations)})"


def relation_of(number: int) -> Relation:
    """The relation with a number."""
    return _RELATIONS[number]


def thousandths(confidence: float) -> int:
    """A confidence as it is stored."""
    return round(confidence * _THOUSAND)


def confidence_of(stored: int) -> float:
    """The confidence that was stored."""
    return stored / _THOUSAND


def intern(connection: Connection, words: Iterable[str]) -> dict[str, int]:
    """The ids of words, those that are new entered."""
    wanted = sorted(set(words))
    connection.run_many("INSERT OR IGNORE INTO link_words (words) VALUES (?)", [(each,) for each in wanted])
    return {each: connection.value("SELECT id FROM link_words WHERE words = ?", (each,)) for each in wanted}


def words_of(connection: Connection, packed: Iterable[str]) -> dict[str, str]:
    """The words of ids, each as it stands in packed columns."""
    wanted = {int(each) for ids in packed for each in ids.split()}
    rows = connection.rows(
        "SELECT link_words.id, words FROM json_each(?) AS wanted CROSS JOIN link_words ON link_words.id = wanted.value",
        (json.dumps(sorted(wanted)),),
    )
    return {str(identity): words for identity, words in rows}


def packed_words(words: Sequence[str], ids: Mapping[str, int]) -> str:
    """Words as their ids."""
    return " ".join(str(ids[each]) for each in words)


def unpacked_words(packed: str, words: Mapping[str, str]) -> tuple[str, ...]:
    """The words that were packed."""
    return tuple(words[each] for each in packed.split())


def told(differences: Iterable[Difference]) -> tuple[str, ...]:
    """Differences as a row of words."""
    return tuple(word for each in differences for word in (each.aspect, each.here, each.there))


def differences_of(words: Sequence[str]) -> tuple[Difference, ...]:
    """The differences that a row of words told."""
    return tuple(Difference(*words[start : start + 3]) for start in range(0, len(words), 3))
