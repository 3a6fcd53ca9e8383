"""The line model: its trees, its file, its training, and what is made of what it says."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from articles.boosted_trees import Forest, arrays_of, forest_in
from articles.cleaning import line_context, line_features
from articles.cleaning.judging import chosen
from articles.cleaning.line_columns import greatest_sum, run_length, shifted, since, smoothed
from articles.cleaning.line_features import look
from articles.cleaning.line_model import MODEL_FILE, shipped_model
from articles.cleaning.rules import settle_by_rules
from articles.cleaning.units import split_units
from tests.training import cleaning as training
from tests.training.dumps import Dump
from tests.training.examples import examples_of
from tests.unit.cleaning.pages import PROSE, TITLE

CHROME = (
    "Home",
    "World",
    "Share on Facebook",
    "Sign up for our newsletter",
    "Related stories",
    "Ferry fares rise again",
)


def column(*values: float) -> NDArray[np.float32]:
    return np.array(values, dtype=np.float32)


def stump(feature: int, threshold: float, low: float, high: float) -> Forest:
    """One tree of one question."""
    return Forest(
        np.array([feature, 0, 0], dtype=np.intp),
        column(threshold, np.inf, np.inf),
        np.array([1, 1, 2], dtype=np.intp),
        column(0.0, low, high),
        np.array([0], dtype=np.intp),
        depth=1,
    )


def test_a_row_goes_to_the_first_child_up_to_the_threshold() -> None:
    found = stump(1, 2.0, -1.0, 1.0).probabilities(np.array([[9, 2.0], [9, 2.1]], dtype=np.float32))
    assert found.tolist() == pytest.approx([1 / (1 + np.e), np.e / (1 + np.e)], rel=1e-5)


def test_what_a_column_adds_is_put_down_to_it() -> None:
    rows = np.array([[9, 3.0], [9, 1.0]], dtype=np.float32)
    assert stump(1, 2.0, -1.0, 1.0).shares(rows).tolist() == [[0.0, 1.0], [0.0, -1.0]]


def test_a_forest_survives_its_file(tmp_path: Path) -> None:
    forest = stump(1, 2.0, -1.0, 1.0)
    np.savez_compressed(tmp_path / "model.npz", allow_pickle=False, **arrays_of(forest, "first"))
    again = forest_in(np.load(tmp_path / "model.npz", allow_pickle=False), "first")
    rows = np.array([[0, 1.0], [0, 5.0]], dtype=np.float32)
    assert again.probabilities(rows).tolist() == forest.probabilities(rows).tolist()


def test_the_shares_of_the_shipped_model_add_up_to_what_it_says() -> None:
    table = look(settle_by_rules(split_units([*CHROME, TITLE, *PROSE])))
    first = shipped_model().first
    base = first.value[first.root].sum()
    likely = first.probabilities(table)
    assert base + first.shares(table).sum(axis=1) == pytest.approx(np.log(likely / (1 - likely)), abs=1e-2)


def test_the_shipped_model_is_small_and_fits_the_columns_of_this_version() -> None:
    model = shipped_model()
    assert (Path(line_features.__file__).parent / MODEL_FILE).stat().st_size <= 200_000
    assert model.first.feature.max() < len(line_features.NAMES)
    assert model.second.feature.max() < len(line_features.NAMES) + len(line_context.NAMES)


def test_each_line_has_each_column() -> None:
    table = look(settle_by_rules(split_units([*CHROME, TITLE, *PROSE])))
    assert table.shape == (len(CHROME) + 1 + len(PROSE), len(line_features.NAMES))
    guess = np.linspace(0, 1, len(table), dtype=np.float32)
    assert line_context.look_again(table[:, 0], guess).shape == (len(table), len(line_context.NAMES))
    assert np.isfinite(table).all()


@given(st.lists(st.text(max_size=40), min_size=1, max_size=12))
def test_any_page_can_be_looked_at(lines: list[str]) -> None:
    units = split_units([line.replace("\n", " ").replace("\r", " ") for line in lines])
    if units:
        likelihoods = shipped_model().likelihoods(look(settle_by_rules(units)))
        assert ((likelihoods >= 0) & (likelihoods <= 1)).all()


def test_columns_are_seen_from_each_line() -> None:
    assert shifted(column(1, 2, 3), 1).tolist() == [2, 3, -1]
    assert shifted(column(1, 2, 3), -2).tolist() == [-1, -1, 1]
    assert shifted(column(1, 2), 5).tolist() == [-1, -1]
    assert smoothed(column(0, 3, 6), 1).tolist() == [1.5, 3.0, 4.5]
    assert since(np.array([False, True, False, False])).tolist() == [60, 60, 1, 2]
    assert run_length(np.array([True, True, False, True])).tolist() == [2, 2, 0, 1]
    assert greatest_sum(column(-1, 2, -1, 3)).tolist() == [0, 2, 1, 4]


def test_the_lines_of_the_greatest_expected_f1_are_chosen() -> None:
    words = column(20, 20, 20, 20)
    assert chosen(column(0.9, 0.1, 0.95, 0.02), words) == [0, 2]
    assert chosen(column(0.48, 0.45, 0.05, 0.01), words) == [0, 1]  # unsure of all, so more is kept
    assert chosen(column(0.3, 0.2, 0.05, 0.01), words) == []
    assert chosen(column(0.99, 0.99, 0.99, 0.4), words) == [0, 1, 2]


def invented_dumps() -> list[Dump]:
    """A few pages, each of a site of its own."""
    return [
        Dump(
            f"page {number}", f"site{number}.example", "blocks", "en", False,
            (*CHROME, TITLE, *PROSE[number % 3 :], *CHROME[::-1]),
            (*[0] * len(CHROME), 0, *[1] * len(PROSE[number % 3 :]), *[0] * len(CHROME)),
            "\n".join(PROSE[number % 3 :]),
        )
        for number in range(12)
    ]  # fmt: skip


def test_training_gives_the_same_model_for_the_same_pages() -> None:
    examples = [example for dump in invented_dumps() for example in examples_of(dump)]
    models = [training.train(examples, folds=2) for _ in range(2)]
    for one, other in ((models[0].first, models[1].first), (models[0].second, models[1].second)):
        assert all(
            np.array_equal(one_part, arrays_of(other, "x")[name]) for name, one_part in arrays_of(one, "x").items()
        )
    assert len(models[0].first.root) > 0


def test_trees_of_lightgbm_say_the_same_here() -> None:
    import lightgbm

    chance = np.random.default_rng(3)
    table = chance.random((400, 6)).astype(np.float32)
    labels = (table[:, 0] + table[:, 1] * table[:, 2] > 0.8).astype(np.int8)
    rows = lightgbm.Dataset(table, labels)
    booster = lightgbm.train({"objective": "binary", "verbose": -1, "num_threads": 1}, rows, num_boost_round=12)
    from tests.training.growing import forest_of

    forest = forest_of(booster.dump_model()["tree_info"])
    assert forest.probabilities(table) == pytest.approx(np.asarray(booster.predict(table)), abs=1e-4)


def test_each_page_gives_itself_and_two_pieces_to_learn_from() -> None:
    [whole, bare, piece] = examples_of(invented_dumps()[0])
    assert len(whole.labels) > len(piece.labels) >= len(bare.labels) == len(PROSE)
    assert (bare.labels == 1).all()
    assert not list(examples_of(replace(invented_dumps()[0], lines=("x",) * 2000, labels=(0,) * 2000)))


def test_numpy_is_loaded_by_judging_and_by_nothing_before() -> None:
    probe = (
        "import sys, articles.cleaning; print([name for name in ('numpy', 'lightgbm', 'yaml') if name in sys.modules])"
    )
    run = subprocess.run((sys.executable, "-c", probe), capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
