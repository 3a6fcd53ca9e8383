"""What the reader says of entities, applied to what was found: mentions never move, and every index stays true."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articles.linking.entity_corrections import (
    ShownAs,
    SplitOff,
    SplitRule,
    corrected,
    merged_into,
    split_off,
    split_rules,
)
from articles.model import (
    Annotations,
    Article,
    Block,
    BlockKind,
    Entity,
    EntityCorrection,
    EntityDeed,
    EntityKind,
    Mention,
)

PERSON, PLACE = EntityKind.PERSON, EntityKind.PLACE
TEXT = "Ruiz and Ana Ruiz met Gil."
ARTICLE = Article("Gil", (Block(BlockKind.PARAGRAPH, TEXT),))
FOUND = Annotations(
    "test",
    entities=(Entity("Ana Ruiz", PERSON, ("Ruiz",), "ES"), Entity("Gil", PERSON)),
    mentions=(Mention(0, 0, 4, 0), Mention(0, 9, 17, 0), Mention(0, 22, 25, 1), Mention(-1, 0, 3, 1)),
)


def rule(number: int, *sources: int, into: int, spelling: str = "", article: int = 0) -> SplitRule:
    return SplitRule(number, frozenset(sources), into, article, spelling)


def merge(number: int, entity: int, into: int) -> EntityCorrection:
    return EntityCorrection(entity, EntityDeed.MERGE, into=into, id=number)


def split(number: int, entity: int, into: int, spelling: str = "") -> EntityCorrection:
    return EntityCorrection(entity, EntityDeed.SPLIT, into=into, spelling=spelling, id=number)


def test_what_is_one_with_what_is_one_stands_for_the_last() -> None:
    said = (merge(1, 10, 20), merge(2, 20, 30), merge(3, 40, 30))
    assert merged_into(said) == {10: 30, 20: 30, 40: 30}
    assert merged_into(said, before=2) == {10: 20}


def test_a_split_takes_from_all_that_were_one_when_it_was_said() -> None:
    said = (merge(1, 10, 20), split(2, 20, 50, "RÚIZ"), merge(3, 30, 20))
    assert split_rules(said) == (rule(2, 10, 20, into=50, spelling="ruiz"),)
    assert split_rules(said[1:])[0].sources == {20}


def test_splits_are_in_the_order_in_which_they_were_said() -> None:
    assert [each.into for each in split_rules((split(7, 1, 70), split(5, 1, 50)))] == [50, 70]


def test_one_spelling_is_split_off_at_the_end() -> None:
    rules = (rule(1, 10, into=50, spelling="ruiz"),)
    assert split_off(FOUND, ARTICLE, (10, 20), rules) == (SplitOff(rules[0], 2, (0,)),)


def test_what_no_mention_is_left_to_is_replaced() -> None:
    rules = (rule(1, 20, into=50),)
    assert split_off(FOUND, ARTICLE, (10, 20), rules) == (SplitOff(rules[0], 1, (2, 3)),)


def test_two_that_are_split_off_as_one_are_both_replaced() -> None:
    rules = (rule(1, 10, 20, into=50),)
    assert split_off(FOUND, ARTICLE, (10, 20), rules) == (SplitOff(rules[0], 0, (0, 1)), SplitOff(rules[0], 1, (2, 3)))


def test_a_later_split_takes_from_an_earlier_one() -> None:
    rules = (rule(1, 10, into=50), rule(2, 50, into=60, spelling="ruiz"))
    assert split_off(FOUND, ARTICLE, (10, 20), rules) == (SplitOff(rules[0], 0, (1,)), SplitOff(rules[1], 2, (0,)))
    assert split_off(FOUND, ARTICLE, (10, 20), rules[1:]) == ()


def test_a_given_name_keeps_the_found_one_as_a_spelling() -> None:
    changed = corrected(FOUND, [ShownAs(0, "Ruiz", PLACE)])
    assert changed.entities == (Entity("Ruiz", PLACE, ("Ana Ruiz",), "ES"), FOUND.entities[1])
    assert changed.mentions == FOUND.mentions


def test_what_is_hidden_stays_where_it_is() -> None:
    changed = corrected(FOUND, [ShownAs(1, is_hidden=True)])
    assert [entity.is_hidden for entity in changed.entities] == [False, True]
    assert changed.mentions == FOUND.mentions


def test_what_is_split_off_stands_at_the_end() -> None:
    changed = corrected(FOUND, [ShownAs(2, "Luis Ruiz", PERSON, aliases=("Ruiz",), mentions=(0,))])
    assert changed.entities == (
        Entity("Ana Ruiz", PERSON, (), "ES"),
        FOUND.entities[1],
        Entity("Luis Ruiz", PERSON, ("Ruiz",)),
    )
    assert [mention.entity for mention in changed.mentions] == [2, 0, 1, 1]


rules = st.lists(
    st.builds(
        SplitRule,
        st.integers(1, 9),
        st.frozensets(st.sampled_from([10, 20, 50, 60]), min_size=1),
        st.sampled_from([50, 60, 70]),
        st.just(0),
        st.sampled_from(["", "ruiz", "gil", "ana ruiz"]),
    ),
    max_size=4,
    unique_by=lambda each: each.correction,
)


@given(rules=rules)
def test_every_mention_has_one_entity_that_some_mention_names(rules: list[SplitRule]) -> None:
    apart = split_off(FOUND, ARTICLE, (10, 20), rules)
    moved = [index for each in apart for index in each.mentions]
    assert len(moved) == len(set(moved))
    assert len({each.position for each in apart}) == len(apart)
    shown = [ShownAs(each.position, str(each.rule.into), PERSON, mentions=each.mentions) for each in apart]
    changed = corrected(FOUND, shown)
    assert [(each.block, each.start, each.end) for each in changed.mentions] == [
        (each.block, each.start, each.end) for each in FOUND.mentions
    ]
    assert {mention.entity for mention in changed.mentions} == set(range(len(changed.entities)))
