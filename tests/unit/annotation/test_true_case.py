"""Headlines in title case, read in the case of running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.annotation.engine import load_engine
from articles.annotation.true_case import true_cased

BODY = "The mayor said that she would open the bridge when the river falls, and close the old one."


@pytest.mark.parametrize(
    ("headline", "read"),
    [
        ("Mayor To Open Bridge When River Falls", "Mayor to open bridge when river falls"),
        ("Ana Ruiz To Open Cádiz Bridge", "Ana Ruiz to open Cádiz bridge"),
        ("MAYOR TO OPEN BRIDGE IN CÁDIZ", "MAYOR to open bridge in CÁDIZ"),
        ("Mayor opens the bridge on Monday", "Mayor opens the bridge on Monday"),
        ("Ana Ruiz", "Ana Ruiz"),
        (BODY, BODY),
    ],
)
def test_what_the_article_writes_small_is_read_small_in_its_headline(headline: str, read: str) -> None:
    assert true_cased([headline, BODY]) == [read, BODY]


@given(st.lists(st.text(), max_size=4))
def test_nothing_moves(texts: list[str]) -> None:
    assert [len(each) for each in true_cased(texts)] == [len(each) for each in texts]


def test_the_verb_of_a_headline_is_read_and_its_words_stay_as_they_stand() -> None:
    headline, _ = load_engine().parse([(0, "Ana Ruiz To Open New Bridge In Cadiz"), (1, BODY)])
    assert [token.text for token in headline.tokens] == headline.text.split()
    assert next(token.pos for token in headline.tokens if token.text == "Open") == "VERB"
