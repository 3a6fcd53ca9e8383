"""Values to JSON and back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.library.codec import from_json, pack, to_json, unpack
from articles.model import Annotations, Article, Basis, EventSlots, Interval, Precision, Published, Relation
from tests.library.building import article, findings, slots

DAYS = st.dates()
INTERVALS = st.builds(Interval, DAYS, DAYS)
SLOTS = st.builds(
    EventSlots,
    article=st.integers(),
    index=st.integers(),
    lemma=st.text(),
    event_class=st.text(),
    actors=st.frozensets(st.integers()),
    actor_names=st.lists(st.tuples(st.integers(), st.text())).map(tuple),
    countries=st.frozensets(st.text()),
    interval=st.none() | INTERVALS,
    published=st.none() | DAYS,
    quantities=st.lists(st.tuples(st.floats(allow_nan=False), st.text(), st.text())).map(tuple),
    background=st.booleans(),
)


@given(SLOTS)
def test_slots_come_back(value: EventSlots) -> None:
    assert from_json(EventSlots, to_json(value)) == value
    assert unpack(EventSlots, pack(value)) == value


@given(st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))])))
def test_dates_come_back(moment: datetime) -> None:
    published = Published(moment.date(), Precision.MINUTE, Basis.STATED, ("said so",), moment)
    assert from_json(Published, to_json(published)) == published


def test_annotations_and_articles_come_back() -> None:
    assert unpack(Annotations, pack(findings())) == findings()
    assert unpack(Article, pack(article("Títle \ud800", "a", "b"))) == article("Títle \ud800", "a", "b")


def test_what_is_at_its_default_takes_no_room() -> None:
    assert json.loads(to_json(Annotations("engine"))) == {"engine": "engine"}
    assert len(to_json(slots(1, 0, (1, 2), date(2024, 3, 1)))) < 300


@dataclass(frozen=True)
class Older:
    """A value as one version had it."""

    name: str
    relation: Relation = Relation.REPEATS
    removed: int = 0


@dataclass(frozen=True)
class Newer:
    """The same value as another version has it."""

    name: str
    relation: Relation = Relation.REPEATS
    added: tuple[str, ...] = ("default",)


def test_values_of_another_version_still_load() -> None:
    assert from_json(Newer, to_json(Older("x", Relation.DIFFERS, 3))) == Newer("x", Relation.DIFFERS)


def test_what_is_no_value_is_refused() -> None:
    with pytest.raises(TypeError):
        to_json(object())
