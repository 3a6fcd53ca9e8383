"""Names that can be picked out: in order, nested, hidden, and those that are only figures."""

from __future__ import annotations

from dataclasses import replace

from articles.model import Annotations, Entity, EntityKind, Mention
from tui.rendering.mentions import first_mention, mention_covering, mention_spanning, next_mention, shown_mentions

BANK = Entity("Bank of Velda", EntityKind.ORGANISATION)
VELDA = Entity("Velda", EntityKind.PLACE)
SUM = Entity("$3 billion", EntityKind.MONEY)
FOUND = Annotations(
    "by hand",
    entities=(VELDA, BANK, SUM),
    mentions=(Mention(0, 8, 13, 0), Mention(0, 0, 13, 1), Mention(2, 0, 10, 2), Mention(2, 20, 25, 0)),
)


def test_of_nested_names_the_longest_is_meant() -> None:
    assert mention_covering(FOUND, 0, 9) == 1
    assert mention_covering(FOUND, 0, 13) is None
    assert first_mention(FOUND, 0) == 1


def test_a_sum_of_money_is_no_first_name() -> None:
    assert first_mention(FOUND, 2) == 3
    assert first_mention(FOUND, 1) is None


def test_a_span_is_a_mention_only_where_it_is_all_of_it() -> None:
    assert mention_spanning(FOUND, 0, 8, 13) == 0
    assert mention_spanning(FOUND, 0, 8, 12) is None


def test_they_follow_each_other_from_block_to_block() -> None:
    assert next_mention(FOUND, (0, 8, 0), 1) == 2
    assert next_mention(FOUND, (2, 20, 3), 1) is None
    assert next_mention(FOUND, (2, 0, 2), -1) == 0


def test_what_is_hidden_is_not_there() -> None:
    hidden = replace(FOUND, entities=(VELDA, replace(BANK, is_hidden=True), SUM))
    assert list(shown_mentions(hidden)) == [0, 2, 3]
    assert mention_covering(hidden, 0, 2) is None
    assert first_mention(hidden, 0) == 0


def test_before_anything_is_found_there_are_none() -> None:
    assert shown_mentions(None) == {}
    assert next_mention(None, (0, 0, 0), 1) is None
    assert first_mention(None, 0) is None
