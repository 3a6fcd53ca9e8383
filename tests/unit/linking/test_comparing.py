"""What event mentions are measured by, and which of two articles are compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from numpy.typing import NDArray

from articles.linking.comparing import compare, look, near_articles, pairs_between
from articles.linking.pair_features import GROUPS, NAMES
from articles.linking.pair_model import shipped_scorer
from articles.linking.sentence_features import NAMES as SENTENCE_NAMES
from articles.linking.sentence_features import most, sentence_features, sentence_pairs, told_by_sentence
from articles.linking.terms import Nearness, alike, stems, terms_of, weight
from articles.linking.word_senses import kinship
from articles.model import EventSlots, Interval

MAYOR, TOWN = 1, 2
MAY_1 = Interval(date(2024, 5, 1), date(2024, 5, 1))
JUNE_3 = Interval(date(2024, 6, 3), date(2024, 6, 3))
OPENED = EventSlots(
    article=1,
    index=0,
    lemma="open",
    event_class="opening",
    actors=frozenset({MAYOR}),
    agents=frozenset({MAYOR}),
    places=frozenset({TOWN}),
    interval=JUNE_3,
    dated_by_text=True,
    context=frozenset(stems("Mayor Ruiz opened the new bridge over the Tarva near Lugo on Monday")),
    company=frozenset({MAYOR, TOWN}),
    lead=MAYOR,
    doers=frozenset({"ruiz"}),
    others=frozenset(stems("bridge")),
)
INAUGURATED = replace(
    OPENED,
    article=2,
    lemma="inaugurate",
    sentence=1,
    context=frozenset(stems("The bridge over the Tarva was inaugurated by Ruiz, with 300 guests from Lugo")),
)
ELSEWHERE = replace(
    OPENED,
    article=3,
    lemma="lose",
    event_class="lose",
    context=frozenset(stems("Striker Okafor lost his place in the squad before the derby")),
)


def test_stems_are_words_without_endings_and_without_what_every_text_has() -> None:
    assert stems("The doors were opened, opening and opens 1,300") == ("door", "open", "open", "open", "1,300")
    assert stems("bridges") == stems("bridge")


def test_a_word_that_no_story_of_the_table_holds_weighs_most() -> None:
    assert weight("tarva") > weight("new")


def test_articles_of_one_story_are_alike_and_others_are_not() -> None:
    mine, theirs, others = terms_of([OPENED]), terms_of([INAUGURATED]), terms_of([ELSEWHERE])
    assert alike(mine, mine) == pytest.approx(1)
    assert alike(mine, theirs) == pytest.approx(alike(theirs, mine))
    assert alike(mine, theirs) > 0.3 > alike(mine, others)
    assert list(near_articles(mine, {2: theirs, 3: others})) == [2]


@pytest.mark.parametrize(("one", "other"), [("murder", "slay"), ("death", "die"), ("earthquake", "quake")])
def test_words_of_one_sense_are_akin(one: str, other: str) -> None:
    assert kinship(one, other) == kinship(other, one) > 0.2


def test_words_of_no_common_sense_are_not_akin() -> None:
    assert kinship("host", "walk") == 0.0
    assert kinship("host", "no such word") == 0.0


def test_features_have_names_and_are_the_same_from_either_side() -> None:
    mine, theirs = terms_of([OPENED]), terms_of([INAUGURATED])
    there = look([(OPENED, INAUGURATED, Nearness.of(mine, theirs))])[0].tolist()
    back = look([(INAUGURATED, OPENED, Nearness.of(theirs, mine))])[0].tolist()
    assert len(there) == len(NAMES) == len(set(NAMES)) == sum(map(len, GROUPS.values()))
    assert there == pytest.approx(back)


def test_every_sentence_is_compared_with_every_other_of_a_near_article() -> None:
    other = replace(OPENED, article=2, index=1, sentence=2, lemma="lose", event_class="lose", context=frozenset())
    pairs = list(pairs_between([OPENED], [INAUGURATED, other]))
    assert [(one.index, two.index) for one, two in pairs] == [(0, 0), (0, 1)]


def test_only_near_articles_are_compared() -> None:
    compared = compare([OPENED], [INAUGURATED, ELSEWHERE])
    assert [each.other for each in compared] == [INAUGURATED]
    assert all(0 < each.chance < 1 and 0 < each.sentences < 1 for each in compared)
    assert compare([OPENED], [ELSEWHERE]) == ()


def test_two_sentences_are_measured_by_their_likeliest_pair() -> None:
    near = Nearness.of(terms_of([OPENED]), terms_of([INAUGURATED]))
    pairs = [(OPENED, INAUGURATED, near), (OPENED, ELSEWHERE, near), (OPENED, INAUGURATED, near)]
    places, groups = sentence_pairs(pairs)
    assert places == [((1, 0), (2, 1)), ((1, 0), (3, 0))]
    assert groups.tolist() == [0, 1, 0]
    told = told_by_sentence([OPENED, INAUGURATED, ELSEWHERE])
    rows = sentence_features(
        look(pairs),
        np.array([0.2, 0.9, 0.4], np.float32),
        groups,
        [(told[here], told[there]) for here, there in places],
    )
    assert rows.shape == (2, len(SENTENCE_NAMES))
    assert _column(rows, "best") == pytest.approx([0.4, 0.9])
    assert _column(rows, "second") == pytest.approx([0.2, 0])


def test_what_two_sentences_tell_is_all_that_their_event_mentions_tell() -> None:
    guests = replace(
        INAUGURATED,
        index=1,
        lemma="invite",
        told_quantities=((300, "guest", "300 guests"),),
        themes=frozenset({"bridge"}),
        interval=None,
    )
    here = replace(OPENED, told_quantities=((300, "guest", "three hundred guests"),), themes=frozenset({"bridge"}))
    near = Nearness.of(terms_of([here]), terms_of([INAUGURATED]))
    pairs = [(here, INAUGURATED, near), (here, ELSEWHERE, near)]
    told = told_by_sentence([here, INAUGURATED, guests, replace(ELSEWHERE, interval=MAY_1)])
    places, groups = sentence_pairs(pairs)
    facing = [(told[here], told[there]) for here, there in places]
    rows = sentence_features(look(pairs), np.array([0.5, 0.5], np.float32), groups, facing)
    assert _column(rows, "figures told") == [1, 0]
    assert _column(rows, "themes told") == [1, 0]
    assert _column(rows, "days told") == [1, -1]
    assert _column(rows, "later sentence") == [1, 0]


def test_the_most_of_a_group_leaves_out_what_is_not_known() -> None:
    found = most(np.array([0.2, np.nan, 0.4, np.nan], np.float32), np.array([0, 0, 0, 1], np.intp), 2)
    assert found[0] == pytest.approx(0.4)
    assert np.isnan(found[1])


def test_pairs_whose_meanings_are_not_known_are_judged_without_them() -> None:
    near = Nearness.of(terms_of([OPENED]), terms_of([INAUGURATED]))
    table = look([(OPENED, INAUGURATED, near)] * 3)
    chances = shipped_scorer().pair_chances(table, np.array([np.nan, 0.95, 0.0], np.float32))
    alone = shipped_scorer().pair_chances(table[:1], np.array([np.nan], np.float32))
    assert chances[0] == alone[0] == pytest.approx(shipped_scorer().plain.pair.probabilities(table)[0])
    assert chances[1] > chances[2]


def _column(rows: NDArray[np.float32], name: str) -> list[float]:
    found: list[float] = rows[:, SENTENCE_NAMES.index(name)].tolist()
    return found
