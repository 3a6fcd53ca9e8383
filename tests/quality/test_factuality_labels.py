"""The hand-made labels of factuality and speaker: enough of them, varied, and without the text they are made from."""

from __future__ import annotations

import json
from collections import Counter

from articles.model import Factuality
from tests.quality.factuality import LABELS

_ROWS = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]


def test_labels_cover_many_sentences_of_every_source_and_every_standing() -> None:
    assert len({(row["corpus"], row["id"], *row["sentence"]) for row in _ROWS}) >= 150
    assert {row["corpus"] for row in _ROWS} == {"events", "wikinews", "times", "timelines"}
    told = Counter(row["factuality"] for row in _ROWS)
    assert set(told) == {each.value for each in Factuality}
    assert max(told.values()) < len(_ROWS) / 2


def test_labels_hold_offsets_and_no_text() -> None:
    for row in _ROWS:
        assert row.keys() <= {"corpus", "id", "sentence", "at", "factuality", "speakers"}
        first, last = row["sentence"]
        start, end = row["at"]
        assert first <= start < end <= last
        assert all(0 <= one < other for one, other in row.get("speakers", []))


def test_no_word_is_labelled_twice() -> None:
    places = [(row["corpus"], row["id"], *row["at"]) for row in _ROWS]
    assert len(places) == len(set(places))
