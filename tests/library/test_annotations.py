"""Annotations, entities, events and links, and the counts that follow from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from articles.errors import LibraryError, NotFoundError
from articles.library import Library
from articles.model import (
    Annotations,
    ArticleState,
    Basis,
    Difference,
    EntityKind,
    EventLink,
    Factuality,
    Interval,
    Linked,
    Published,
    Relation,
)
from articles.query import parse
from tests.library.building import FIRST_SENTENCE, add, annotate, findings, renamed, slots, stated

MARCH_1 = date(2024, 3, 1)


@pytest.fixture
def pair(library: Library) -> Library:
    """Two articles that report one opening, the second linked to the first."""
    add(library, 1, outlet="Courier", published=stated(2024, 3, 1))
    add(library, 2, outlet="Lantern", published=stated(2024, 3, 2))
    annotate(library, 1)
    annotate(library, 2, 1, day=MARCH_1)
    return library


def test_annotations_come_back_as_they_were_stored(library: Library) -> None:
    add(library, 1)
    assert library.annotations(1) is None
    annotate(library, 1)
    assert library.annotations(1) == findings()
    assert library.row(1).state is ArticleState.READY
    assert library.pending() == ()


def test_an_inferred_date_moves_the_row_and_leaves_the_article_as_cleaned(library: Library) -> None:
    add(library, 1)
    add(library, 2, published=stated(2024, 5, 1))
    assert list(library.ids()) == [1, 2]
    inferred = Published(MARCH_1, basis=Basis.INFERRED, evidence=("the 10th anniversary of 2014",))
    annotate(library, 1, found=findings(published=inferred))
    assert library.row(1).published == replace(inferred, evidence=())
    assert list(library.ids()) == [2, 1]
    assert library.article(1).published.day is None
    annotate(library, 1)
    assert library.row(1).published.day is None
    assert list(library.ids()) == [1, 2]


def test_a_known_entity_is_joined_and_a_new_one_founded(pair: Library) -> None:
    assert pair.entity_ids(1) == pair.entity_ids(2) == (1, 2)
    mayor, town = pair.entities()
    assert (mayor.name, mayor.kind, mayor.aliases, mayor.articles, mayor.mentions) == (
        "Ana Ruiz",
        EntityKind.PERSON,
        ("Ruiz",),
        2,
        2,
    )
    assert (town.name, town.country, town.articles) == ("Cádiz", "ES", 2)
    assert pair.entity(1) == mayor


def test_an_entity_takes_over_the_fuller_name_and_every_spelling(pair: Library) -> None:
    add(pair, 3)
    with_middle_name = renamed(findings(), "Ana María Ruiz")
    pair.store_annotations(3, with_middle_name, [1, 2], lambda _, ids: Linked())
    mayor = pair.entity(1)
    assert mayor.name == "Ana María Ruiz"
    assert set(mayor.aliases) == {"Ana Ruiz", "Ruiz"}
    assert list(pair.ids(parse("person:maria"))) == [3, 2, 1]
    assert [entity.id for entity in pair.known_entities(["ana maria ruiz"])] == [1]


def test_entities_are_counted_within_the_articles_of_a_query(pair: Library) -> None:
    assert [(entity.id, entity.articles) for entity in pair.entities(parse("source:courier"))] == [(1, 1), (2, 1)]
    assert pair.entities(parse("source:nowhere")) == ()
    assert len(pair.entities(limit=1)) == 1


def test_the_passages_of_an_entity_are_its_sentences_newest_article_first(pair: Library) -> None:
    passages = pair.entity_passages(1)
    assert [(each.article, each.outlet, each.text) for each in passages] == [
        (2, "Lantern", FIRST_SENTENCE),
        (1, "Courier", FIRST_SENTENCE),
    ]
    assert passages[0].text[passages[0].trigger_start : passages[0].trigger_end] == "Ana Ruiz"
    assert len(pair.entity_passages(1, limit=1)) == 1


def test_a_linked_mention_joins_the_event_which_takes_the_most_exact_name(pair: Library) -> None:
    events = pair.event_of([(1, 0), (2, 0), (1, 1), (9, 9)])
    assert events[1, 0] == events[2, 0] != events[1, 1]
    assert (9, 9) not in events
    event = pair.event(events[1, 0])
    assert (event.label, event.articles, event.mentions) == ("opening, Cádiz, 1 March 2024", 2, 2)
    assert event.interval == Interval(MARCH_1, MARCH_1)
    assert pair.events()[0] == event
    assert list(pair.ids(parse('event:"1 march 2024"'))) == [2, 1]
    assert [each.articles for each in pair.events(parse("source:lantern"))] == [1, 1]


def test_the_passages_of_an_event_are_in_the_order_of_their_articles(pair: Library) -> None:
    passages = pair.event_passages(pair.event_of([(1, 0)])[1, 0])
    assert [(each.article, each.text, each.event) for each in passages] == [
        (1, FIRST_SENTENCE, 1),
        (2, FIRST_SENTENCE, 1),
    ]


def test_mentions_that_share_a_negative_number_found_one_event(library: Library) -> None:
    add(library, 1)
    library.store_annotations(
        1, findings(), [None, None], lambda _, ids: Linked((slots(1, 0, ids), slots(1, 1, ids)), (), (-5, -5))
    )
    events = library.event_of([(1, 0), (1, 1)])
    assert events[1, 0] == events[1, 1]
    assert library.counts().events == 1


def test_an_event_is_as_sure_as_its_surest_report(library: Library) -> None:
    for number in (1, 2):
        add(library, number)
    annotate(library, 1, found=findings(factuality=Factuality.PLANNED))
    assert library.event(1).factuality is Factuality.PLANNED
    annotate(library, 2, 1)
    assert library.event(1).factuality is Factuality.ASSERTED


def test_a_link_is_read_from_either_side(pair: Library) -> None:
    add(pair, 3)
    annotate(pair, 3, 1, relation=Relation.FOLLOWED_BY, confidence=0.7)
    (forward,) = pair.links(3)
    assert forward.link == EventLink(
        (3, 0), (1, 0), Relation.FOLLOWED_BY, 0.7, ("Ana Ruiz",), (Difference("day", "mine", "yours"),)
    )
    backward = pair.links(1)[1]
    assert backward.link == EventLink(
        (1, 0), (3, 0), Relation.PRECEDED_BY, 0.7, ("Ana Ruiz",), (Difference("day", "yours", "mine"),)
    )
    assert (backward.here, backward.there) == (forward.there, forward.here)
    assert backward.here.outlet == "Courier"
    assert backward.here.published.day == MARCH_1


def test_links_are_asked_for_by_block_and_come_surest_first(pair: Library) -> None:
    add(pair, 3)
    annotate(pair, 3, 1, confidence=0.95)
    assert [each.link.confidence for each in pair.links(1)] == [0.95, 0.9]
    assert pair.links(1, 0) == pair.links(1)
    assert pair.links(1, 5) == ()
    assert pair.links(99) == ()


def test_of_two_links_between_the_same_mentions_the_surer_is_kept(pair: Library) -> None:
    def make_links(_: Annotations, ids: tuple[int, ...]) -> Linked:
        links = [EventLink((2, 0), (1, 0), Relation.SAME_EVENT, sure) for sure in (0.4, 0.8, 0.6)]
        return Linked((slots(2, 0, ids),), (*links, EventLink((2, 0), (2, 1), Relation.REPEATS, 1.0)), (1,))

    pair.store_annotations(2, findings(), [1, 2], make_links)
    assert [each.link.confidence for each in pair.links(2)] == [0.8]


def test_related_articles_are_counted_where_the_link_is_likely(pair: Library) -> None:
    for number in (3, 4, 5):
        add(pair, number)
    annotate(pair, 3, 1, 2, relation=Relation.DISPUTES)
    annotate(pair, 4, 1, relation=Relation.FOLLOWED_BY)
    annotate(pair, 5, 1, confidence=0.4)
    assert [row.related for row in pair.rows([1, 2, 3, 4, 5])] == [2, 2, 2, 0, 0]
    assert list(pair.ids(parse("is:differs"), sort="added")) == [3, 2, 1]
    assert list(pair.ids(parse("is:related"), sort="related")) == [2, 3, 1]


def test_the_tallies_are_those_of_a_count(pair: Library) -> None:
    add(pair, 3)
    annotate(pair, 3, 1, 2)
    annotate(pair, 2)
    pair.store_annotations(1, renamed(findings(), "Juan Gil"), [None, 2], lambda _, ids: Linked())
    counts = pair.counts()
    for table, counted in (("entity", counts.entities), ("event", counts.events), ("link", counts.links)):
        assert counted == pair._connection.value(f"SELECT count(*) FROM {table}")
    assert counts.entities == 3


def everything(library: Library) -> list[object]:
    """All that another annotation with the same outcome must leave as it was."""
    ids = library.ids(sort="added")
    return [
        library.rows(ids),
        library.entities(),
        [(event.label, event.articles, event.mentions) for event in library.events()],
        [(each.link, each.here.text, each.there.text) for identity in ids for each in library.links(identity)],
        library.counts(),
        library._connection.rows("SELECT key, mentions FROM slot_key WHERE mentions > 0 ORDER BY key"),
    ]


def test_annotating_again_replaces_what_was_there(pair: Library) -> None:
    before = everything(pair)
    annotate(pair, 2, 1, day=MARCH_1)
    assert everything(pair) == before


def test_what_nothing_names_any_more_is_forgotten(pair: Library) -> None:
    for number in (1, 2):
        pair.store_annotations(number, Annotations("test"), [], lambda _, ids: Linked())
    counts = pair.counts()
    assert (counts.entities, counts.events, counts.links) == (0, 0, 0)
    assert [row.related for row in pair.rows([1, 2])] == [0, 0]
    assert list(pair.ids(parse("person:ruiz"))) == []
    assert list(pair.ids(parse("event:open"))) == []


def test_when_linking_fails_nothing_changes(pair: Library) -> None:
    before = everything(pair)

    def fails(_: Annotations, ids: tuple[int, ...]) -> Linked:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        pair.store_annotations(2, renamed(findings(), "Ana María Ruiz"), [1, None], fails)
    assert everything(pair) == before


def test_an_entity_that_is_not_there_is_told(library: Library) -> None:
    add(library, 1)
    with pytest.raises(NotFoundError, match="no entity 77"):
        library.store_annotations(1, findings(), [77, None], lambda _, ids: Linked())
    assert library.annotations(1) is None


@pytest.mark.parametrize("ask", [Library.entity, Library.event, Library.entity_passages, Library.event_passages])
def test_an_unknown_number_is_named(library: Library, ask: object) -> None:
    assert callable(ask)
    with pytest.raises(NotFoundError, match=r"no e[a-z]+ 7"):
        ask(library, 7)


def test_annotating_an_article_that_is_not_there_is_told(library: Library) -> None:
    with pytest.raises(LibraryError, match="no article 7"):
        library.store_annotations(7, findings(), [None, None], lambda _, ids: Linked())


def test_candidates_share_a_party_a_place_or_a_country_and_class(pair: Library) -> None:
    asked = slots(9, 0, pair.entity_ids(1))
    assert [(each.article, each.index) for each in pair.event_candidates([asked])] == [(2, 0), (2, 1), (1, 0), (1, 1)]
    stranger = replace(asked, actors=frozenset(), actor_names=(), places=frozenset(), lemma="inaugurate")
    assert {each.article for each in pair.event_candidates([stranger])} == {1, 2}
    elsewhere = replace(stranger, countries=frozenset({"PT"}))
    assert pair.event_candidates([elsewhere]) == ()


def test_candidates_are_of_other_articles_and_come_as_they_were_stored(pair: Library) -> None:
    ids = pair.entity_ids(1)
    assert pair.event_candidates([slots(1, 0, ids)])[0] == slots(2, 0, ids, MARCH_1)
    assert {each.article for each in pair.event_candidates([slots(1, 0, ids)])} == {2}
    assert {each.article for each in pair.event_candidates([slots(9, 0, ids)], limit=1)} == {2}
    assert pair.event_candidates([]) == ()


def test_those_that_share_more_come_first(library: Library) -> None:
    for number in (1, 2, 3):
        add(library, number)
        annotate(library, number, day=date(2024, number, 10))
    asked = slots(9, 0, library.entity_ids(1), date(2024, 2, 20))
    assert library.event_candidates([asked])[0].article == 2
