"""Passages: sentences that report an event, with what is needed to cite them and to open them where they stand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from articles.library.connection import Connection
from articles.library.dates import published
from articles.model import Factuality, Passage, Published

MENTION_COLUMNS = (
    "article",
    "block",
    "sentence_start",
    "sentence_end",
    "sentence",
    "trigger_start",
    "trigger_end",
    "factuality",
    "speaker",
    "event",
)
"""The columns of `event_mention` that `passage` takes, in its order."""


@dataclass(frozen=True, slots=True)
class Citation:
    """How an article is cited."""

    title: str
    outlet: str
    published: Published


def citations(connection: Connection, articles: Iterable[int]) -> dict[int, Citation]:
    """How articles are cited, by their ids."""
    rows = connection.rows(
        "SELECT article.id, title, outlet, day, precision, basis, moment FROM json_each(?) AS wanted"
        " CROSS JOIN article ON article.id = wanted.value",
        (json.dumps(sorted(set(articles))),),
    )
    return {identity: Citation(title, outlet, published(*dated)) for identity, title, outlet, *dated in rows}


def mention_columns(table: str) -> str:
    """The columns of a passage, qualified with the name that `event_mention` has in a statement."""
    return ", ".join(f"{table}.{column}" for column in MENTION_COLUMNS)


def passage(cited: Mapping[int, Citation], row: Sequence[Any]) -> Passage:
    """A passage from the columns of its event mention and the citation of its article."""
    article, block, start, end, text, trigger_start, trigger_end, factuality, speaker, event = row
    citation = cited[article]
    return Passage(
        article,
        citation.title,
        citation.outlet,
        citation.published,
        block,
        start,
        end,
        text,
        trigger_start,
        trigger_end,
        Factuality(factuality),
        speaker,
        event,
    )
