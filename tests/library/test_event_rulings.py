"""Rulings on links: made, revoked, restored; they bind on every linking and find their passages in changed texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articles.errors import LibraryError, NotFoundError
from articles.library import Library
from articles.model import (
    LIKELY,
    Annotations,
    Block,
    BlockKind,
    Entity,
    EntityKind,
    EventLink,
    EventRuling,
    Passage,
    Relation,
    Sentence,
)
from articles.relinking import link_ruled
from articles.run import link_article
from tests.library.naming import GIL, RUIZ, annotate_again, report

SANZ = Entity("Pedro Sanz", EntityKind.PERSON)
VEGA = Entity("Eva Vega", EntityKind.PERSON)


@pytest.fixture
def told(library: Library) -> Library:
    """Three reports of one meeting, and one of another."""
    report(library, 1, "Ana Ruiz met Pedro Sanz.", RUIZ, SANZ)
    report(library, 2, "At last Ana Ruiz met Pedro Sanz on Monday.", RUIZ, SANZ)
    report(library, 3, "Ana Ruiz and Pedro Sanz met.", RUIZ, SANZ)
    report(library, 4, "Juan Gil met Eva Vega in the evening.", GIL, VEGA)
    return library


def passage(library: Library, article: int) -> Passage:
    """The one sentence of an article."""
    (found,) = library.passages_of(article)
    return found


def rule(library: Library, here: int, there: int, *, is_same: bool) -> EventRuling:
    """Rule on the sentences of two articles, which are linked again as in the room."""
    made = library.event_rulings.rule(passage(library, here), passage(library, there), is_same)
    link_ruled(library, made)
    return made


def revoke(library: Library, ruling: EventRuling) -> EventRuling:
    """Revoke a ruling, and have the articles linked again."""
    revoked = library.event_rulings.revoke(ruling.id)
    link_ruled(library, revoked)
    return revoked


def link(library: Library, here: int, there: int) -> EventLink | None:
    """The one link from one article to another; None where there is none."""
    found = [each.link for each in library.links(here) if each.there.article == there]
    assert len(found) <= 1
    return found[0] if found else None


def partition(library: Library) -> set[frozenset[int]]:
    """The articles by the event that they report."""
    events = library.event_of([(article, 0) for article in range(1, 5)])
    return {
        frozenset(article for article, _ in events if events[article, 0] == event) for event in set(events.values())
    }


def state(library: Library) -> tuple[list[str], list[int]]:
    """All links with what they say, and the counts that the list shows."""
    links = [str(each.link) for article in range(1, 5) for each in library.links(article)]
    return sorted(links), [row.related for row in library.rows(range(1, 5))]


def reworded(library: Library, article: int, *before: str) -> None:
    """Clean an article anew, with other paragraphs before its own, and annotate it on the road of every run."""
    text = library.article(article)
    blocks = (*(Block(BlockKind.PARAGRAPH, each) for each in before), *text.blocks)
    found = library.annotations(article)
    assert found is not None
    library.replace_article(article, replace(text, blocks=blocks))
    by = len(before)
    moved = replace(
        found,
        sentences=tuple(replace(each, block=each.block + by) for each in found.sentences),
        mentions=tuple(replace(each, block=each.block + by) for each in found.mentions),
        events=tuple(replace(each, block=each.block + by) for each in found.events),
    )
    link_article(library, article, library.article(article), moved)


def test_three_reports_are_one_event_until_the_reader_parts_one_of_them(told: Library) -> None:
    assert partition(told) == {frozenset({1, 2, 3}), frozenset({4})}
    assert told.row(1).related == 2
    rule(told, 1, 2, is_same=False)
    assert link(told, 1, 2) is link(told, 2, 1) is None
    assert link(told, 1, 3) is not None
    assert partition(told) == {frozenset({1}), frozenset({2, 3}), frozenset({4})}
    assert [told.row(article).related for article in (1, 2, 3)] == [0, 1, 1]
    assert told.entity_corrections.awaiting_links() == ()


def test_a_third_report_is_of_the_event_of_one_of_two_that_are_parted(told: Library) -> None:
    before = [link(told, 3, other) for other in (1, 2)]
    assert all(each is not None and each.confidence >= LIKELY for each in before)
    made = rule(told, 1, 2, is_same=False)
    (third,) = (group for group in partition(told) if 3 in group)
    for other in (1, 2):
        found = link(told, 3, other)
        assert found is not None
        assert (found.confidence >= LIKELY) == (other in third)
    revoke(told, made)
    assert [link(told, 3, other) for other in (1, 2)] == before


def test_the_same_is_certain_from_both_sides_and_one_event(told: Library) -> None:
    assert link(told, 1, 4) is None
    rule(told, 4, 1, is_same=True)
    for here, there in ((1, 4), (4, 1)):
        made = link(told, here, there)
        assert made is not None
        assert (made.relation, made.confidence, made.because[0]) == (Relation.SAME_EVENT, 1.0, "you said so")
    assert partition(told) == {frozenset({1, 2, 3, 4})}
    assert told.row(4).related == 1


def test_what_was_doubtful_becomes_certain_and_keeps_its_reasons(told: Library) -> None:
    before = link(told, 1, 2)
    assert before is not None
    assert before.confidence < 1
    rule(told, 1, 2, is_same=True)
    after = link(told, 1, 2)
    assert after == replace(before, confidence=1.0, because=("you said so", *before.because))


@pytest.mark.parametrize("is_same", [True, False])
def test_a_ruling_that_is_revoked_leaves_no_trace(told: Library, is_same: bool) -> None:
    before, events = state(told), partition(told)
    made = rule(told, 1, 4 if is_same else 2, is_same=is_same)
    assert state(told) != before
    assert revoke(told, made) == made
    assert told.event_rulings.all() == ()
    assert (state(told), partition(told)) == (before, events)


def test_what_was_revoked_holds_again_when_it_is_restored(told: Library) -> None:
    made = rule(told, 1, 2, is_same=False)
    revoke(told, made)
    assert link(told, 1, 2) is not None
    restored = told.event_rulings.restore(made)
    assert restored == made
    link_ruled(told, restored)
    assert link(told, 1, 2) is None
    with pytest.raises(LibraryError, match="holds already"):
        told.event_rulings.restore(made)


def test_of_two_rulings_on_the_same_passages_the_last_holds(told: Library) -> None:
    first = rule(told, 1, 2, is_same=False)
    second = rule(told, 2, 1, is_same=True)
    assert partition(told) == {frozenset({1, 2, 3}), frozenset({4})}
    made = link(told, 1, 2)
    assert made is not None
    assert made.confidence == 1.0
    rows = told.event_rulings.rows(told.event_rulings.all())
    assert [(row.ruling.id, row.is_in_effect) for row in rows] == [(first.id, False), (second.id, True)]
    revoke(told, second)
    assert link(told, 1, 2) is None


@pytest.mark.parametrize("is_same", [True, False])
def test_it_binds_when_either_article_is_annotated_again(told: Library, is_same: bool) -> None:
    there = 4 if is_same else 2
    rule(told, 1, there, is_same=is_same)
    links, events = link(told, 1, there), partition(told)
    annotate_again(told, 1, RUIZ, SANZ)
    annotate_again(told, there, *((GIL, VEGA) if is_same else (RUIZ, SANZ)))
    assert (link(told, 1, there) is not None) == is_same
    assert links is None or link(told, 1, there) == links
    assert partition(told) == events


def test_it_binds_when_a_text_is_cleaned_anew_and_its_paragraphs_move(told: Library) -> None:
    rule(told, 1, 2, is_same=False)
    rule(told, 1, 4, is_same=True)
    reworded(told, 1, "Europe World Business", "By our correspondent")
    reworded(told, 4, "Nobody met anybody in this paragraph.")
    assert passage(told, 1).block == 2
    assert link(told, 1, 2) is None
    made = link(told, 1, 4)
    assert made is not None
    assert made.confidence == 1.0
    assert [row.is_in_effect for row in told.event_rulings.rows(told.event_rulings.all())] == [True, True]
    assert told.event_rulings.rows(told.event_rulings.all())[0].here == passage(told, 1)


def test_other_articles_change_nothing_about_it(told: Library) -> None:
    rule(told, 1, 2, is_same=False)
    rule(told, 1, 4, is_same=True)
    for number in range(5, 9):
        report(told, number, f"Number {number}: Ana Ruiz met Pedro Sanz.", RUIZ, SANZ)
    assert link(told, 1, 2) is None
    made = link(told, 1, 4)
    assert made is not None
    assert made.confidence == 1.0
    events = told.event_of([(1, 0), (2, 0), (4, 0)])
    assert events[1, 0] == events[4, 0] != events[2, 0]


def test_it_waits_while_its_passage_is_gone(told: Library) -> None:
    made = rule(told, 1, 2, is_same=False)
    text = told.article(2)
    gone = replace(text, blocks=(Block(BlockKind.PARAGRAPH, "Nothing of the kind is told here any more."),))
    told.replace_article(2, gone)
    link_article(told, 2, gone, Annotations("test engine", sentences=(Sentence(0, 0, 42),)))
    (row,) = told.event_rulings.rows([made])
    assert not row.is_in_effect
    assert row.there.text == "At last Ana Ruiz met Pedro Sanz on Monday."
    told.replace_article(2, text)
    annotate_again(told, 2, RUIZ, SANZ)
    assert told.event_rulings.rows([made])[0].is_in_effect
    assert link(told, 2, 1) is None


def test_what_cannot_be_ruled_is_told_and_nothing_is_stored(told: Library) -> None:
    one, other = passage(told, 1), passage(told, 2)
    with pytest.raises(LibraryError, match="both passages stand in one article"):
        told.event_rulings.rule(one, one, True)
    with pytest.raises(LibraryError, match="has changed since"):
        told.event_rulings.rule(one, replace(other, start=1), True)
    with pytest.raises(LibraryError, match="has changed since"):
        told.event_rulings.rule(one, replace(other, block=9), True)
    with pytest.raises(NotFoundError):
        told.event_rulings.rule(one, replace(other, article=99), True)
    with pytest.raises(NotFoundError, match="there is no ruling 7"):
        told.event_rulings.revoke(7)
    assert told.event_rulings.all() == ()
    assert told.entity_corrections.awaiting_links() == ()
    made = rule(told, 1, 2, is_same=False)
    with pytest.raises(LibraryError, match=f"said already: ruling {made.id}"):
        told.event_rulings.rule(other, one, False)


def test_links_that_were_not_made_to_the_end_are_awaited(told: Library) -> None:
    told.event_rulings.rule(passage(told, 1), passage(told, 2), False)
    assert set(told.entity_corrections.awaiting_links()) == {1, 2}
