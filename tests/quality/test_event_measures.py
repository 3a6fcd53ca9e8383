"""The measures of events: what is right scores full marks, and what is missed or too much costs."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.model import EventLink, Relation
from tests.quality.coreference import Clustering, conll, lea, pairs
from tests.quality.ordinary import COPY, judge, judged
from tests.quality.timelines import Placed, score

GOLD: Clustering = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 3}


def test_the_same_clusters_score_full_marks() -> None:
    assert conll(GOLD, GOLD) == pytest.approx(1)
    assert lea(GOLD, GOLD).f1 == pairs(GOLD, GOLD).f1 == pytest.approx(1)


def test_lea_weighs_the_links_that_are_found_by_the_size_of_their_cluster() -> None:
    split = {**GOLD, "c": 4}
    assert lea(GOLD, split).recall == pytest.approx((3 * 1 / 3 + 2 + 1) / 6)
    assert lea(GOLD, split).precision == pytest.approx((2 + 2 + 1) / 6)


def test_timelines_are_held_against_each_other_by_their_order() -> None:
    first, second, third = (("1", number, "opened") for number in range(3))
    gold = {"Ana Ruiz": [Placed(first, 1, "2024-06-03"), Placed(second, 2, "2024-06-05")]}
    assert score(gold, gold)[0].f1 == pytest.approx(1)
    turned = {"Ana Ruiz": [Placed(second, 1, "2024-06-03"), Placed(first, 2, "2024-06-05")]}
    assert score(gold, turned)[0].f1 == 0
    assert score(gold, turned)[1:] == (0.0, 2)
    more = {"Ana Ruiz": [*gold["Ana Ruiz"], Placed(third, 3, "2024-06-07")]}
    assert score(gold, more)[0].precision == pytest.approx(0.5)
    assert score(gold, more)[0].recall == pytest.approx(1)


def test_every_judgement_of_ordinary_news_is_of_one_pair_of_sentences() -> None:
    lines = (Path(__file__).parent / "ordinary.jsonl").read_text("utf-8").splitlines()
    assert len(judged()) == len(lines) > 200
    assert {shown for *_, shown in judged()} == {"one event", COPY, "order", "dispute"}


def test_copies_and_what_nobody_judged_are_counted_apart() -> None:
    (right, _), (copy, _) = (
        next(each for each in judged().items() if each[0][4] == kind) for kind in ("one event", COPY)
    )
    link = EventLink((1, 0), (2, 0), Relation.SAME_EVENT, 0.9)
    counted = judge((), {right: link, copy: link, ("none", 1, "none", 2, "one event"): link})
    assert counted.right + counted.wrong == counted.copies[0] == len(counted.unjudged) == 1
