"""Links as the reader's rulings leave them, on slots filled by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from articles.linking.rulings import YOU_SAID_SO, EventsApart, ruled
from articles.model import LIKELY, Difference, EventLink, EventSlots, Factuality, Interval, Relation

MINE = EventSlots(1, 0, "strike", "strike", sentence=3)
BESIDE = replace(MINE, index=1, lemma="walk out")
BELOW = replace(MINE, index=2, sentence=4)
THEIRS = EventSlots(2, 0, "strike", "strike", sentence=5)
BESIDE_THEIRS = replace(THEIRS, index=1)


def linked(one: EventSlots, other: EventSlots, relation: Relation = Relation.SAME_EVENT) -> EventLink:
    return EventLink((one.article, one.index), (other.article, other.index), relation, 0.4, ("strike",))


def pair(one: EventSlots, other: EventSlots) -> frozenset[tuple[int, int]]:
    return frozenset({(one.article, one.index), (other.article, other.index)})


def apply(
    links: list[EventLink], rulings: dict[frozenset[tuple[int, int]], bool], *others: EventSlots
) -> tuple[EventLink, ...]:
    return ruled(links, rulings, (MINE, BESIDE, BELOW), others or (THEIRS, BESIDE_THEIRS))


def test_without_rulings_links_stay_as_they_are() -> None:
    links = [linked(MINE, THEIRS), linked(BELOW, THEIRS, Relation.FOLLOWED_BY)]
    assert apply(links, {}) == tuple(links)


def test_what_is_not_the_same_parts_the_two_sentences_and_no_others() -> None:
    below = linked(BELOW, THEIRS)
    links = [linked(MINE, THEIRS), linked(BESIDE, BESIDE_THEIRS), linked(MINE, THEIRS, Relation.FOLLOWED_BY), below]
    assert apply(links, {pair(MINE, THEIRS): False}) == (below,)


def test_what_is_said_to_be_the_same_stands_in_a_sentence_that_was_parted_otherwise() -> None:
    rulings = {pair(MINE, THEIRS): False, pair(BESIDE, THEIRS): True}
    (kept,) = apply([linked(MINE, THEIRS), linked(BESIDE, THEIRS)], rulings)
    assert (kept.source, kept.confidence) == ((1, 1), 1.0)


def test_what_is_the_same_keeps_how_it_differs_and_comes_neither_before_nor_after() -> None:
    differs = replace(linked(MINE, THEIRS, Relation.DIFFERS), differences=(Difference("figure", "two", "three"),))
    (kept,) = apply([differs, linked(MINE, THEIRS, Relation.PRECEDED_BY)], {pair(MINE, THEIRS): True})
    assert kept == replace(differs, confidence=1.0, because=(YOU_SAID_SO, "strike"))


def test_what_was_not_linked_is_linked_with_what_differs() -> None:
    told = Interval(date(2024, 6, 3), date(2024, 6, 3)), Interval(date(2024, 6, 9), date(2024, 6, 9))
    mine, theirs = (replace(each, interval=day) for each, day in zip((MINE, THEIRS), told, strict=True))
    (made,) = ruled((), {pair(mine, theirs): True}, (mine,), (theirs,))
    assert (made.source, made.target) == ((1, 0), (2, 0))
    assert (made.confidence, made.because[0]) == (1.0, YOU_SAID_SO)
    assert made.relation.is_one_event


def test_what_one_denies_is_disputed_also_where_the_reader_links_it() -> None:
    denied = replace(THEIRS, factuality=Factuality.DENIED, actors=frozenset({7}))
    (made,) = ruled((), {pair(MINE, denied): True}, (replace(MINE, actors=frozenset({7})),), (denied,))
    assert (made.relation, made.confidence) == (Relation.DISPUTES, 1.0)


def test_a_ruling_on_what_is_not_compared_changes_nothing() -> None:
    far = EventSlots(9, 0, "strike", "strike")
    links = [linked(MINE, THEIRS)]
    assert apply(links, {pair(MINE, far): True, pair(BELOW, far): False}) == tuple(links)


def test_a_third_report_is_doubtful_beside_the_one_that_it_does_not_go_with() -> None:
    third = EventSlots(3, 0, "strike", "strike")
    events = EventsApart({pair(MINE, THEIRS): False}, {(1, 0): -1, (2, 0): 7, (3, 0): 7})
    link = replace(linked(MINE, third), confidence=0.8)
    (made,) = ruled([link], {}, (MINE,), (third,), events)
    assert made.confidence < LIKELY
    assert ruled([link], {}, (MINE,), (third,), EventsApart({}, {})) == (link,)
    follows = replace(link, relation=Relation.FOLLOWED_BY)
    assert ruled([follows], {}, (MINE,), (third,), events) == (follows,)
