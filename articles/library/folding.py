"""Lists in which one article stands for all that have the same text, and those that the reader has unfolded."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles.library.connection import Connection


@dataclass(frozen=True, slots=True)
class Hidden:
    """What a hidden article is hidden behind."""

    shown: int
    """The article that stands for it in a folded list."""
    is_unfolded: bool
    """Whether the reader wants to see it nevertheless."""


def unfold(connection: Connection, listed: array[int]) -> array[int]:
    """A list without hidden articles, with those that the reader has unfolded below the one that stands for them."""
    below: dict[int, list[int]] = {}
    for shown, article in connection.rows(
        "SELECT shown, article.id FROM version_group CROSS JOIN version ON in_group = version_group.id"
        " CROSS JOIN article ON article.id = version.article WHERE is_unfolded = 1 AND is_hidden = 1"
        " ORDER BY version_group.id, listed DESC, article.id DESC"
    ):
        below.setdefault(shown, []).append(article)
    return gathered(listed, below)


def fold(connection: Connection, listed: array[int]) -> array[int]:
    """A list, which may hold hidden articles, folded: of those with the same text one remains, whichever is in it."""
    joined = connection.value("SELECT group_concat(id) FROM article WHERE is_hidden = 1")
    found = set(json.loads(f"[{joined or ''}]")).intersection(listed)
    if not found:
        return listed
    rows = connection.rows(
        "SELECT version.article, shown, is_unfolded FROM json_each(?) AS wanted"
        " CROSS JOIN version ON version.article = wanted.value CROSS JOIN version_group ON version_group.id = in_group",
        (json.dumps(list(found)),),
    )
    return folded(listed, {article: Hidden(shown, bool(is_unfolded)) for article, shown, is_unfolded in rows})


def folded(listed: Iterable[int], hidden: Mapping[int, Hidden]) -> array[int]:
    """A list folded: of articles with the same text the one shown remains, or the first where that is not in the list.

    What the reader has unfolded stands below it.
    """
    whole = array("q", listed)
    present = set(whole)
    leaders: dict[int, int] = {}
    below: dict[int, list[int]] = {}
    kept = array("q")
    for article in whole:
        behind = hidden.get(article)
        if behind is None:
            kept.append(article)
            continue
        leader = leaders.setdefault(behind.shown, behind.shown if behind.shown in present else article)
        if leader == article:
            kept.append(article)
        elif behind.is_unfolded:
            below.setdefault(leader, []).append(article)
    return gathered(kept, below)


def gathered(listed: array[int], below: Mapping[int, Sequence[int]]) -> array[int]:
    """A list with other articles put in below some of its own."""
    if not below:
        return listed
    places = [(place, article) for place, article in enumerate(listed) if article in below]
    whole = listed[:]
    for place, article in reversed(places):
        whole[place + 1 : place + 1] = array("q", below[article])
    return whole
