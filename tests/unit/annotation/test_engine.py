"""The engines: offsets hold, long blocks are cut, the pinned weights are checked, and the choice can be overridden."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.annotation.annotator import annotate
from articles.annotation.engine import LONGEST_PIECE, PINNED_MODEL, PINNED_WEIGHTS, Engine, check_weights, load_engine
from articles.annotation.parse import ParsedBlock
from articles.annotation.plain_engine import PlainEngine
from articles.errors import AnnotationError
from articles.model import Article, Block, BlockKind, EntityKind
from articles.text import plain_punctuation


@pytest.fixture(scope="module")
def engine() -> Engine:
    return load_engine()


def assert_offsets_hold(block: ParsedBlock) -> None:
    plain = plain_punctuation(block.text)
    assert all(plain[token.start : token.end] == token.text for token in block.tokens)
    assert all(0 <= token.head < len(block.tokens) for token in block.tokens)
    assert [token.index for token in block.tokens] == list(range(len(block.tokens)))
    assert all(0 <= start < end <= len(plain) for start, end in block.sentences)


def test_typographic_quotes_are_read_as_plain_ones_at_the_same_offsets(engine: Engine) -> None:
    (block,) = engine.parse([(3, "Peru’s “Great March” began in Lima — at last.")])
    assert block.block == 3
    assert "’" in block.text
    assert_offsets_hold(block)
    assert ("Peru’s"[:4], "GPE") in {(block.text[name.start : name.start + 4], name.label) for name in block.names}


def test_a_very_long_block_is_read_in_pieces_and_is_one_block(engine: Engine) -> None:
    text = "Ministers met in Oslo. " * (LONGEST_PIECE // 20)
    (block,) = engine.parse([(0, text)])
    assert len(text) > LONGEST_PIECE
    assert_offsets_hold(block)
    assert block.tokens[-1].text == "."
    assert block.sentences[-1][1] <= len(text)


def test_a_long_line_without_spaces_is_read_too() -> None:
    (block,) = load_engine().parse([(0, "x" * (LONGEST_PIECE + 5))])
    assert_offsets_hold(block)


def test_blocks_come_back_in_their_order_with_their_numbers(engine: Engine) -> None:
    blocks = engine.parse([(-1, "A title"), (0, ""), (7, "One sentence.")])
    assert [block.block for block in blocks] == [-1, 0, 7]
    assert blocks[1].tokens == ()


def test_the_pinned_weights_pass_and_others_are_named(tmp_path: Path) -> None:
    for part in PINNED_WEIGHTS:
        (tmp_path / part).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / part).write_bytes(b"other weights")
    with pytest.raises(AnnotationError, match=r"ner/model.*weights") as caught:
        check_weights(tmp_path)
    assert PINNED_MODEL in str(caught.value)


def test_the_plain_engine_is_chosen_by_name_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADSHEET_ENGINE", "plain")
    assert "no language model" in load_engine().name


def test_an_engine_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADSHEET_ENGINE", "no_such_pipeline")
    with pytest.raises(AnnotationError, match="no_such_pipeline"):
        load_engine()


@pytest.mark.parametrize("prefix", ["", "spacy:"])
def test_any_spacy_pipeline_is_chosen_by_name_or_path(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, prefix: str
) -> None:
    import spacy
    from spacy.pipeline import EntityRuler

    german = spacy.blank("de")
    german.add_pipe("sentencizer")
    ruler = cast(EntityRuler, german.add_pipe("entity_ruler"))
    ruler.add_patterns([{"label": "LOC", "pattern": "Neustadt"}])
    german.to_disk(tmp_path / "my_german")
    monkeypatch.setenv("BROADSHEET_ENGINE", f"{prefix}{tmp_path / 'my_german'}")
    engine = load_engine()
    assert (engine.language, "my_german" in engine.name) == ("de", True)
    article = Article(
        "", (Block(BlockKind.PARAGRAPH, "Die Brücke in Neustadt ist noch nicht auf, und die Stadt ist arm."),)
    )
    found = annotate(article, engine)
    assert [(entity.name, entity.kind) for entity in found.entities] == [("Neustadt", EntityKind.PLACE)]
    assert found.events == ()


def test_the_plain_engine_splits_sentences_but_not_at_abbreviations() -> None:
    (block,) = PlainEngine().parse([(0, "Mr. Silva met Dr. Ito. They spoke on Sept. 9 in the U.S. about trade.")])
    assert [block.text[start:end] for start, end in block.sentences] == [
        "Mr. Silva met Dr. Ito.",
        "They spoke on Sept. 9 in the U.S. about trade.",
    ]


def test_the_plain_engine_marks_capitalised_words_as_names() -> None:
    (block,) = PlainEngine().parse([(0, "The mayor, Ana de Souza, left Porto Alegre’s harbour.")])
    assert [block.text[name.start : name.end] for name in block.names] == ["Ana de Souza", "Porto Alegre"]


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_the_plain_engine_keeps_offsets_on_any_text(text: str) -> None:
    (block,) = PlainEngine().parse([(0, text)])
    assert_offsets_hold(block)
