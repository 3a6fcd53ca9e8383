"""What is learnt of words beyond the lexicon, and what nouns mean: the shipped files, and how they are made."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.annotation.faint_triggers import trigger_weights
from articles.annotation.noun_senses import NounSense, noun_senses
from tests.training.mentions import Lesson, Word, learn, score, strictest, sums
from tests.training.noun_senses import read_senses, written

_DATA = """\
  a line of the licence
00000001 04 n 02 raid 0 foray 0 001 + 00000009 v 0101 | to come and take
00000002 06 n 01 raid 0 000 | a thing
00000003 06 n 01 brick 0 000 | of clay
00000004 11 n 01 mishap 0 000 | what goes wrong
"""
_INDEX = """\
  a line of the licence
brick n 1 0 1 0 00000003
foray n 1 1 + 1 0 00000001
mishap n 1 0 1 0 00000004
raid n 2 1 + 2 1 00000001 00000002
two_words n 1 0 1 0 00000001
"""


@pytest.mark.parametrize(
    ("noun", "kind"), [("parade", "group"), ("explosion", "event"), ("farmer", "person"), ("hammer", "artifact")]
)
def test_common_nouns_have_the_kind_of_their_first_sense(noun: str, kind: str) -> None:
    assert noun_senses()[noun].kind == kind


def test_nouns_are_read_from_wordnet_with_their_kind_verb_and_share_of_happening(tmp_path: Path) -> None:
    (tmp_path / "data.noun").write_text(_DATA)
    (tmp_path / "index.noun").write_text(_INDEX)
    senses = read_senses(tmp_path)
    assert senses == {
        "raid": NounSense("act", from_verb=True, happening=3),
        "foray": NounSense("act", from_verb=False, happening=4),
        "mishap": NounSense("event", from_verb=False, happening=4),
    }
    assert "act verb 3: raid\n" in written(senses, "a licence")
    assert written(senses, "a licence").count("# a licence") == 1


def test_weights_tell_things_from_happenings() -> None:
    weights = trigger_weights().by_trait
    assert weights["NOUN sense event"] > 0 > weights["NOUN sense person"]


def _word(*traits: str, marked: int = 0) -> Word:
    return Word(frozenset(traits), marked, is_known=False, topic="")


def test_traits_of_marked_words_get_weight_and_rare_ones_none() -> None:
    words = [_word("any", "noun", marked=1)] * 6 + [_word("any", "name")] * 6 + [_word("any", "rare")]
    weights = learn(words)
    assert weights["noun"] > 0 > weights["name"]
    assert "rare" not in weights
    totals = sums(words, weights)
    assert totals[0] > 0 > totals[6]


def test_the_strictest_threshold_that_loses_nothing_is_taken() -> None:
    lesson = Lesson((_word("a", marked=1), _word("b")), beyond=1)
    weighed = [0.55, -0.55]
    assert strictest(lesson, weighed) == 0.5
    found = score(lesson, weighed, 0.5)
    assert (found.precision, found.recall) == (1.0, 0.5)
