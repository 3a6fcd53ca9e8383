"""What the reader says of names: at once in texts, lists and counts, kept over every run, and taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from articles.errors import LibraryError, NotFoundError
from articles.library import Library
from articles.library.annotation_store import clear
from articles.library.entity_deeds import AT_ONCE
from articles.model import Entity, EntityCorrection, EntityDeed, EntityKind, KnownEntity
from articles.query import parse
from articles.relinking import Relinking
from tests.library.naming import (
    CADIZ,
    GIL,
    HARBOUR,
    ORGANISATION,
    PERSON,
    PLACE,
    RUIZ,
    annotate_again,
    names_in,
    number_of,
    report,
)

FIRST = "Ana Ruiz met Juan Gil of the Harbour Board in Cádiz. Ruiz was late."
SECOND = "Ana Ruiz met the Harbour Board. Ruiz left, and Ruiz came back."
THIRD = "Juan Gil met the Harbour Board in Cádiz."


@pytest.fixture
def told(library: Library) -> Library:
    """Three articles: Ruiz is named in two of them, Gil in two, the board in all."""
    report(library, 1, FIRST, RUIZ, GIL, HARBOUR, CADIZ)
    report(library, 2, SECOND, RUIZ, HARBOUR)
    report(library, 3, THIRD, GIL, HARBOUR, CADIZ)
    return library


@pytest.fixture
def ruiz(told: Library) -> int:
    return number_of(told, "Ana Ruiz")


@pytest.fixture
def gil(told: Library) -> int:
    return number_of(told, "Juan Gil")


def listed(library: Library) -> dict[str, tuple[int, int]]:
    """The entities in lists, by name: articles and mentions."""
    return {each.name: (each.articles, each.mentions) for each in library.entities()}


def everything(library: Library) -> list[object]:
    """All that is shown of names, and the links; which events these make depends on what was linked first."""
    ids = library.ids(is_folded=False)
    return [
        *shown(library),
        {(each.link.source, each.link.target, each.link.relation) for one in ids for each in library.links(one)},
    ]


def shown(library: Library) -> list[object]:
    """All that is shown of names."""
    ids = sorted(library.ids(is_folded=False))
    return [
        sorted(library.entities(), key=lambda entity: entity.id),
        [(library.annotations(each), library.entity_ids(each)) for each in ids],
        library.counts().entities,
        sorted(
            library.known_entities(["ana ruiz", "ruiz", "juan gil", "gil", "harbour board", "board", "cadiz"]),
            key=_by_id,
        ),
        [list(library.ids(parse(f"entity:{word}"))) for word in ("ruiz", "gil", "harbour", "cadiz", "maria")],
        library.entity_corrections.all(),
    ]


def _by_id(entity: KnownEntity) -> tuple[int, str, str]:
    return entity.id, entity.name, entity.kind


def check(library: Library) -> None:
    """The counts of entities are those of a count, and no row refers to what is not there."""
    connection = library._connection
    assert connection.rows("PRAGMA foreign_key_check") == []
    named: Counter[int] = Counter()
    mentioned: Counter[int] = Counter()
    for article in library.ids(is_folded=False):
        annotations = library.annotations(article)
        assert annotations is not None
        ids = library.entity_ids(article)
        assert len(ids) == len(annotations.entities)
        here = Counter(ids[mention.entity] for mention in annotations.mentions)
        named.update(here.keys())
        mentioned.update(here)
    counted = {each.id: (each.articles, each.mentions) for each in library.entities(limit=1000)}
    hidden = {identity for (identity,) in connection.rows("SELECT id FROM entity WHERE is_hidden = 1")}
    assert counted == {each: (named[each], mentioned[each]) for each in named if each not in hidden}
    assert library.counts().entities == len(counted)


def link_again(library: Library) -> None:
    assert Relinking(library.path, on_progress=lambda _: None).link_awaiting().problems == ()
    assert library.entity_corrections.awaiting_links() == ()


def test_a_new_name_is_shown_at_once_and_the_old_one_still_finds_it(told: Library, ruiz: int) -> None:
    before = everything(told)
    made = told.entity_corrections.rename(ruiz, " Ana\nMaría Ruiz ")
    assert (made.deed, made.name, made.id, made.made_at is not None) == (EntityDeed.RENAME, "Ana María Ruiz", 1, True)
    entity = told.entity(ruiz)
    assert (entity.name, set(entity.aliases), entity.articles) == ("Ana María Ruiz", {"Ana Ruiz", "Ruiz"}, 2)
    assert names_in(told, 2) == ["Ana María Ruiz", "Harbour Board", "Ana María Ruiz", "Ana María Ruiz"]
    assert list(told.ids(parse("person:maria"))) == list(told.ids(parse('person:"ana ruiz"'))) == [2, 1]
    assert told.entity_corrections.found(ruiz).name == "Ana Ruiz"
    check(told)
    told.entity_corrections.revoke(made.id)
    assert everything(told) == before


def test_both_names_are_found_again_in_articles_to_come(told: Library, ruiz: int) -> None:
    told.entity_corrections.rename(ruiz, "Ana Torres")
    fourth = report(told, 4, "Ana Ruiz met nobody.", Entity("Ana Ruiz", PERSON))
    fifth = report(told, 5, "Ana Torres met nobody.", Entity("Ana Torres", PERSON))
    assert told.entity_ids(fourth) == told.entity_ids(fifth) == (ruiz,)
    assert names_in(told, fourth) == names_in(told, fifth) == ["Ana Torres"]
    assert told.entity(ruiz).articles == 4
    check(told)


def test_the_last_name_holds_until_it_is_revoked(told: Library, ruiz: int) -> None:
    corrections = told.entity_corrections
    first, second = corrections.rename(ruiz, "Ana Torres"), corrections.rename(ruiz, "Ana Sanz")
    assert [row.articles for row in corrections.rows(corrections.all())] == [0, 2]
    corrections.revoke(first.id)
    assert told.entity(ruiz).name == "Ana Sanz"
    corrections.restore(first)
    assert told.entity(ruiz).name == "Ana Sanz"
    corrections.revoke(second.id)
    assert told.entity(ruiz).name == "Ana Torres"
    assert corrections.of(ruiz) == (first,)


def test_a_fuller_name_that_is_found_later_does_not_replace_a_given_one(told: Library, ruiz: int) -> None:
    made = told.entity_corrections.rename(ruiz, "Anita")
    report(told, 4, "Ana Lucía Ruiz met nobody.", Entity("Ana Lucía Ruiz", PERSON, ("Ana Ruiz",)))
    assert (told.entity(ruiz).name, told.entity(ruiz).articles) == ("Anita", 3)
    told.entity_corrections.revoke(made.id)
    assert told.entity(ruiz).name == "Ana Lucía Ruiz"
    assert list(told.ids(parse("person:anita"))) == []
    check(told)


def test_another_kind_is_shown_at_once_and_searched_by(told: Library) -> None:
    before = everything(told)
    board = number_of(told, "Harbour Board")
    made = told.entity_corrections.set_kind(board, PLACE)
    assert told.entity(board).kind is PLACE
    annotations = told.annotations(1)
    assert annotations is not None
    assert annotations.entities[2].kind is PLACE
    assert (list(told.ids(parse("place:harbour"))), list(told.ids(parse("org:harbour")))) == ([3, 2, 1], [])
    told.entity_corrections.revoke(made.id)
    assert everything(told) == before


@pytest.mark.parametrize("kind", [ORGANISATION, PERSON])
def test_what_was_said_to_be_of_another_kind_is_found_again_as_either(told: Library, kind: EntityKind) -> None:
    board = number_of(told, "Harbour Board")
    told.entity_corrections.set_kind(board, PERSON)
    fourth = report(told, 4, "The Harbour Board met.", Entity("Harbour Board", kind))
    assert told.entity_ids(fourth) == (board,)
    annotations = told.annotations(fourth)
    assert annotations is not None
    assert [entity.kind for entity in annotations.entities] == [PERSON]


def test_what_is_hidden_is_in_no_list_and_takes_part_in_nothing(told: Library, ruiz: int) -> None:
    before = everything(told)
    made = told.entity_corrections.hide(ruiz)
    assert listed(told).keys() == {"Harbour Board", "Juan Gil", "Cádiz"}
    assert "Ana Ruiz" not in {each.name for each in told.entities(parse("id:1"))}
    assert list(told.ids(parse("person:ruiz"))) == []
    assert list(told.ids(parse(f"entity:#{ruiz}"))) == [2, 1]
    assert told.entity(ruiz).is_hidden
    assert names_in(told, 1) == ["Juan Gil", "Harbour Board", "Cádiz"]
    annotations = told.annotations(1)
    assert annotations is not None
    assert annotations.mentions[4].entity == 0
    check(told)
    link_again(told)
    slots = told._connection.value("SELECT slots FROM event_mention WHERE article = 2")
    assert "Ruiz" not in slots
    told.entity_corrections.revoke(made.id)
    link_again(told)
    assert everything(told) == before


def test_what_is_hidden_stays_hidden_in_articles_to_come(told: Library, ruiz: int) -> None:
    told.entity_corrections.hide(ruiz)
    fourth = report(told, 4, "Ana Ruiz met Juan Gil.", RUIZ, GIL)
    assert names_in(told, fourth) == ["Juan Gil"]
    assert told.entity_ids(fourth)[0] == ruiz


def test_two_that_are_one_share_lists_and_counts(told: Library, ruiz: int, gil: int) -> None:
    before = everything(told)
    made = told.entity_corrections.merge(gil, ruiz)
    assert (made.entity, made.into) == (gil, ruiz)
    assert listed(told) == {"Ana Ruiz": (3, 7), "Harbour Board": (3, 3), "Cádiz": (2, 2)}
    assert told.entity(gil) == told.entity(ruiz)
    assert set(told.entity(ruiz).aliases) == {"Ruiz", "Juan Gil", "Gil"}
    assert names_in(told, 3) == ["Ana Ruiz", "Harbour Board", "Cádiz"]
    assert list(told.ids(parse("person:gil"))) == list(told.ids(parse("person:ruiz"))) == [3, 2, 1]
    assert list(told.ids(parse(f"entity:#{gil}"))) == [3, 2, 1]
    assert {passage.article for passage in told.entity_passages(gil)} == {1, 2, 3}
    check(told)
    told.entity_corrections.revoke(made.id)
    assert everything(told) == before


def test_two_that_are_one_leave_no_doubt_in_articles_to_come(told: Library) -> None:
    other = report(told, 4, "Ana Ruiz met nobody.", Entity("Ana Ruiz", PERSON, (), "PT"))
    spanish, portuguese = (told.entity_ids(article)[0] for article in (1, other))
    assert spanish != portuguese
    doubtful = report(told, 5, "Ana Ruiz met nobody.", Entity("Ana Ruiz", PERSON))
    assert told.entity_ids(doubtful)[0] not in (spanish, portuguese)
    told.entity_corrections.merge(portuguese, spanish)
    told.entity_corrections.merge(told.entity_ids(doubtful)[0], spanish)
    certain = report(told, 6, "Ana Ruiz met nobody.", Entity("Ana Ruiz", PERSON))
    assert told.entity_ids(certain) == (spanish,)
    check(told)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_three_that_are_one_are_taken_apart_in_any_order(
    told: Library, ruiz: int, gil: int, order: tuple[int, int]
) -> None:
    before = everything(told)
    board = number_of(told, "Harbour Board")
    made = (told.entity_corrections.merge(gil, ruiz), told.entity_corrections.merge(ruiz, board))
    assert listed(told) == {"Harbour Board": (3, 10), "Cádiz": (2, 2)}
    assert told.entity_ids(1) == (board, board, board, number_of(told, "Cádiz"))
    check(told)
    told.entity_corrections.revoke(made[order[0]].id)
    assert listed(told)["Harbour Board"] == ((3, 8) if order[0] == 0 else (3, 3))
    check(told)
    told.entity_corrections.revoke(made[order[1]].id)
    assert everything(told) == before


def test_what_is_said_of_one_that_is_merged_is_said_of_both(told: Library, ruiz: int, gil: int) -> None:
    merged = told.entity_corrections.merge(gil, ruiz)
    renamed = told.entity_corrections.rename(gil, "Ana Gil")
    assert renamed.entity == ruiz
    assert names_in(told, 3)[0] == names_in(told, 2)[0] == "Ana Gil"
    assert told.entity_corrections.of(gil) == (merged, renamed)
    told.entity_corrections.revoke(merged.id)
    assert (told.entity(gil).name, told.entity(ruiz).name) == ("Juan Gil", "Ana Gil")


def test_in_one_article_somebody_else_bears_the_name(told: Library, ruiz: int) -> None:
    before = everything(told)
    mentions = told.annotations(2)
    made = told.entity_corrections.split(ruiz, "Ana Ruiz (poet)", article=2)
    assert listed(told)["Ana Ruiz"] == (1, 2)
    assert listed(told)["Ana Ruiz (poet)"] == (1, 3)
    assert names_in(told, 1)[0] == "Ana Ruiz"
    assert names_in(told, 2) == ["Ana Ruiz (poet)", "Harbour Board", "Ana Ruiz (poet)", "Ana Ruiz (poet)"]
    assert told.entity_ids(2) == (made.into, number_of(told, "Harbour Board"))
    assert [passage.article for passage in told.entity_passages(made.into)] == [2]
    after = told.annotations(2)
    assert mentions is not None
    assert after is not None
    assert [(each.start, each.entity) for each in after.mentions] == [
        (each.start, each.entity) for each in mentions.mentions
    ]
    check(told)
    told.entity_corrections.revoke(made.id)
    assert everything(told) == before


def test_one_spelling_in_one_article_is_somebody_else(told: Library, ruiz: int) -> None:
    before = everything(told)
    made = told.entity_corrections.split(ruiz, article=2, spelling="RUIZ")
    assert names_in(told, 2) == ["Ana Ruiz", "Harbour Board", "RUIZ", "RUIZ"]
    assert told.entity_ids(2) == (ruiz, number_of(told, "Harbour Board"), made.into)
    annotations = told.annotations(2)
    assert annotations is not None
    assert [mention.entity for mention in annotations.mentions] == [0, 1, 2, 2]
    assert names_in(told, 1)[-1] == "Ana Ruiz"
    check(told)
    told.entity_corrections.revoke(made.id)
    assert everything(told) == before


def test_one_spelling_everywhere_is_somebody_else_in_articles_to_come_too(told: Library, ruiz: int) -> None:
    made = told.entity_corrections.split(ruiz, "Pedro Ruiz", spelling="Ruiz")
    assert listed(told)["Ana Ruiz"] == (2, 2)
    assert listed(told)["Pedro Ruiz"] == (2, 3)
    assert told.entity(ruiz).aliases == ()
    fourth = report(told, 4, "Ruiz met Ana Ruiz.", RUIZ)
    assert names_in(told, fourth) == ["Pedro Ruiz", "Ana Ruiz"]
    fifth = report(told, 5, "Ruiz met nobody.", Entity("Ruiz", PERSON, (), "ES"))
    assert told.entity_ids(fifth) == (made.into,)
    sixth = report(told, 6, "Pedro Ruiz met nobody.", Entity("Pedro Ruiz", PERSON))
    assert told.entity_ids(sixth) == (made.into,)
    check(told)


def test_a_split_in_one_article_leaves_articles_to_come_as_they_would_be(told: Library) -> None:
    board = number_of(told, "Harbour Board")
    made = told.entity_corrections.split(board, article=2)
    assert told.entity(made.into).name == "Harbour Board"
    fourth = report(told, 4, "The Harbour Board met.", HARBOUR)
    assert told.entity_ids(fourth) == (board,)


def test_what_was_split_off_can_itself_be_split_and_merged(told: Library, ruiz: int, gil: int) -> None:
    before = everything(told)
    corrections = told.entity_corrections
    off = corrections.split(ruiz, "Pedro Ruiz", spelling="Ruiz")
    again = corrections.split(off.into, "Luis Ruiz", article=2)
    assert names_in(told, 1) == ["Ana Ruiz", "Juan Gil", "Harbour Board", "Cádiz", "Pedro Ruiz"]
    assert names_in(told, 2) == ["Ana Ruiz", "Harbour Board", "Luis Ruiz", "Luis Ruiz"]
    merged = corrections.merge(off.into, gil)
    assert names_in(told, 1)[-1] == "Juan Gil"
    check(told)
    corrections.revoke(off.id)
    assert names_in(told, 1)[-1] == names_in(told, 2)[-1] == "Ana Ruiz"
    assert [row.articles for row in corrections.rows(corrections.all())] == [0, 0]
    check(told)
    corrections.restore(off)
    assert names_in(told, 2)[-1] == "Luis Ruiz"
    assert names_in(told, 1)[-1] == "Juan Gil"
    for each in (off, merged, again):
        corrections.revoke(each.id)
    assert everything(told) == before


def test_a_split_of_two_that_are_one_holds_for_both_and_for_those_alone(told: Library, ruiz: int, gil: int) -> None:
    corrections = told.entity_corrections
    merged = corrections.merge(gil, ruiz)
    split = corrections.split(ruiz, "Somebody", article=1)
    assert names_in(told, 1) == ["Somebody", "Somebody", "Harbour Board", "Cádiz", "Somebody"]
    check(told)
    corrections.revoke(merged.id)
    assert names_in(told, 1) == ["Somebody", "Juan Gil", "Harbour Board", "Cádiz", "Somebody"]
    corrections.restore(merged)
    assert names_in(told, 1)[1] == "Somebody"
    corrections.revoke(split.id)
    assert names_in(told, 1)[:2] == ["Ana Ruiz", "Ana Ruiz"]
    check(told)


def test_every_correction_survives_another_annotation(told: Library, ruiz: int, gil: int) -> None:
    corrections = told.entity_corrections
    corrections.rename(ruiz, "Ana Torres")
    corrections.hide(number_of(told, "Cádiz"))
    corrections.set_kind(number_of(told, "Harbour Board"), PLACE)
    split = corrections.split(ruiz, article=2, spelling="Ruiz")
    corrections.merge(split.into, gil)
    link_again(told)
    before = everything(told)
    annotate_again(told, 1, RUIZ, GIL, HARBOUR, CADIZ)
    annotate_again(told, 2, RUIZ, HARBOUR)
    annotate_again(told, 3, GIL, HARBOUR, CADIZ)
    assert everything(told) == before
    check(told)


def test_every_correction_survives_that_all_is_forgotten_and_comes_back(told: Library, ruiz: int, gil: int) -> None:
    corrections = told.entity_corrections
    corrections.rename(ruiz, "Ana Torres")
    corrections.split(ruiz, "Pedro Ruiz", spelling="Ruiz")
    corrections.merge(gil, ruiz)
    before = [names_in(told, article) for article in (1, 2, 3)]
    with told._connection.transaction():
        for article in (1, 2, 3):
            clear(told._connection, article)
    assert told.entities() == ()
    assert told.counts().entities == 0
    assert [row.articles for row in corrections.rows(corrections.all())] == [0, 0, 0]
    annotate_again(told, 3, GIL, HARBOUR, CADIZ)
    annotate_again(told, 2, RUIZ, HARBOUR)
    annotate_again(told, 1, RUIZ, GIL, HARBOUR, CADIZ)
    assert [names_in(told, article) for article in (1, 2, 3)] == before
    check(told)


def test_a_split_whose_spelling_is_cleaned_away_waits_until_it_is_there_again(told: Library, ruiz: int) -> None:
    corrections = told.entity_corrections
    made = corrections.split(ruiz, "Pedro Ruiz", article=2, spelling="Ruiz")
    article = told.article(2)
    told.replace_article(
        2, replace(article, blocks=(replace(article.blocks[0], text="Ana Ruiz met the Harbour Board."),))
    )
    annotate_again(told, 2, RUIZ, HARBOUR)
    assert names_in(told, 2) == ["Ana Ruiz", "Harbour Board"]
    assert [row.articles for row in corrections.rows((made,))] == [0]
    assert "Pedro Ruiz" not in listed(told)
    assert told.entity(made.into).articles == 0
    told.replace_article(2, article)
    annotate_again(told, 2, RUIZ, HARBOUR)
    assert names_in(told, 2) == ["Ana Ruiz", "Harbour Board", "Pedro Ruiz", "Pedro Ruiz"]
    check(told)


def test_a_name_that_another_bears_takes_nothing_from_it(told: Library, ruiz: int, gil: int) -> None:
    told.entity_corrections.rename(ruiz, "Juan Gil")
    annotate_again(told, 3, GIL, HARBOUR, CADIZ)
    assert told.entity_ids(3)[0] == gil
    assert told.entity_corrections.split(gil, "Ana Ruiz", article=3).into != ruiz
    fourth = report(told, 4, "Ana Ruiz met nobody.", RUIZ)
    assert told.entity_ids(fourth) == (ruiz,)
    check(told)


def test_what_only_a_correction_kept_is_forgotten_with_it(told: Library, gil: int) -> None:
    made = told.entity_corrections.rename(gil, "Juan Sanz")
    annotate_again(told, 1, RUIZ, HARBOUR, CADIZ)
    annotate_again(told, 3, HARBOUR, CADIZ)
    assert told.entity(gil).articles == 0
    assert told.entity_corrections.revoke(made.id) == made
    with pytest.raises(NotFoundError):
        told.entity(gil)
    with pytest.raises(NotFoundError, match=f"no entity {gil}"):
        told.entity_corrections.restore(made)


def test_a_correction_comes_back_as_it_was(told: Library, ruiz: int, gil: int) -> None:
    corrections = told.entity_corrections
    made = [
        corrections.split(ruiz, "Pedro Ruiz", spelling="Ruiz"),
        corrections.rename(gil, "Juan Sanz"),
        corrections.set_kind(gil, PLACE),
        corrections.merge(gil, ruiz),
        corrections.hide(ruiz),
    ]
    before = everything(told)
    for each in reversed(made):
        assert corrections.revoke(each.id) == each
    assert [corrections.restore(each) for each in made] == made
    assert everything(told) == before
    with pytest.raises(LibraryError, match="holds already"):
        corrections.restore(made[0])


def test_a_split_comes_back_where_its_number_was_given_to_another_entity(told: Library, ruiz: int) -> None:
    made = told.entity_corrections.split(ruiz, "Pedro Ruiz", article=2, spelling="Ruiz")
    told.entity_corrections.revoke(made.id)
    newcomer = report(told, 4, "The Fish Guild met.", Entity("Fish Guild", ORGANISATION))
    assert told.entity_ids(newcomer) == (made.into,)
    back = told.entity_corrections.restore(made)
    assert back.into != made.into
    assert replace(back, into=made.into) == made
    assert names_in(told, 2)[-1] == "Pedro Ruiz"
    assert names_in(told, newcomer) == ["Fish Guild"]


def test_what_is_split_off_is_of_the_kind_that_it_was_taken_for(told: Library, ruiz: int) -> None:
    corrections = told.entity_corrections
    recast = corrections.set_kind(ruiz, PLACE)
    made = corrections.split(ruiz, "Ruiz Square", article=2)
    corrections.revoke(recast.id)
    corrections.revoke(made.id)
    corrections.restore(made)
    assert (told.entity(made.into).kind, told.entity(ruiz).kind) == (PLACE, PERSON)


def test_a_split_does_not_come_back_to_an_article_that_is_gone(told: Library, ruiz: int) -> None:
    made = told.entity_corrections.split(ruiz, "Pedro Ruiz", article=2)
    told.entity_corrections.revoke(made.id)
    told._connection.run("DELETE FROM article WHERE id = 2")
    with pytest.raises(NotFoundError, match="no article 2"):
        told.entity_corrections.restore(made)


def test_a_merging_does_not_come_back_against_what_was_said_since(told: Library, ruiz: int, gil: int) -> None:
    corrections = told.entity_corrections
    first = corrections.merge(gil, ruiz)
    corrections.revoke(first.id)
    other_way = corrections.merge(ruiz, gil)
    with pytest.raises(LibraryError, match="the other way round"):
        corrections.restore(first)
    corrections.revoke(other_way.id)
    corrections.merge(gil, number_of(told, "Cádiz"))
    with pytest.raises(LibraryError, match="another name by now"):
        corrections.restore(first)


@pytest.mark.parametrize("name", ["", "  \n", "—", "x" * 201])
def test_a_name_must_be_one(told: Library, ruiz: int, name: str) -> None:
    with pytest.raises(LibraryError, match="a name"):
        told.entity_corrections.rename(ruiz, name)
    assert told.entity_corrections.all() == ()


def test_a_name_cannot_obey_a_terminal(told: Library, ruiz: int) -> None:
    told.entity_corrections.rename(ruiz, "Ana\x1b[2J")
    assert told.entity(ruiz).name == "Ana␛[2J"


def test_what_cannot_be_said_is_told_in_one_line_and_changes_nothing(told: Library, ruiz: int, gil: int) -> None:
    corrections = told.entity_corrections
    before = everything(told)
    with pytest.raises(LibraryError, match="with itself: Ana Ruiz"):
        corrections.merge(ruiz, ruiz)
    with pytest.raises(LibraryError, match="called Ana Ruiz already"):
        corrections.rename(ruiz, "Ana Ruiz")
    with pytest.raises(LibraryError, match="not everything can be split off"):
        corrections.split(ruiz, "Nobody")
    with pytest.raises(NotFoundError, match="no article calls Ana Ruiz “Torres”"):
        corrections.split(ruiz, "Nobody", spelling="Torres")
    with pytest.raises(NotFoundError, match="article 3 does not name Ana Ruiz"):
        corrections.split(ruiz, "Nobody", article=3)
    with pytest.raises(NotFoundError, match="article 3 does not call Ana Ruiz “Ruiz”"):
        corrections.split(ruiz, "Nobody", article=3, spelling="Ruiz")
    with pytest.raises(NotFoundError, match="no article 77"):
        corrections.split(ruiz, "Nobody", article=77)
    unknown: list[Callable[[], EntityCorrection]] = [
        lambda: corrections.rename(77, "Nobody"),
        lambda: corrections.set_kind(77, PLACE),
        lambda: corrections.hide(77),
        lambda: corrections.merge(ruiz, 77),
        lambda: corrections.split(77, "Nobody", article=1),
    ]
    for deed in unknown:
        with pytest.raises(NotFoundError, match="no entity 77"):
            deed()
    with pytest.raises(NotFoundError, match="no correction 77"):
        corrections.revoke(77)
    assert everything(told) == before
    corrections.hide(gil)
    with pytest.raises(LibraryError, match="hidden already"):
        corrections.hide(gil)
    corrections.merge(gil, ruiz)
    with pytest.raises(LibraryError, match="one already: Ana Ruiz"):
        corrections.merge(ruiz, gil)


def test_corrections_are_listed_with_names_and_titles(told: Library, ruiz: int, gil: int) -> None:
    corrections = told.entity_corrections
    corrections.rename(ruiz, "Ana Torres")
    corrections.set_kind(ruiz, PLACE)
    corrections.split(gil, "Another Gil", article=3)
    corrections.merge(gil, ruiz)
    rows = corrections.rows(corrections.all())
    assert [(row.correction.deed, row.name, row.kind, row.other, row.title, row.articles) for row in rows] == [
        (EntityDeed.RENAME, "Ana Ruiz", PLACE, "", "", 2),
        (EntityDeed.KIND, "Ana Torres", PERSON, "", "", 2),
        (EntityDeed.SPLIT, "Juan Gil", PERSON, "Another Gil", "Report 3", 1),
        (EntityDeed.MERGE, "Juan Gil", PERSON, "Ana Torres", "", 1),
    ]


def test_a_split_of_many_articles_is_seen_at_once_in_what_is_read_and_then_everywhere(library: Library) -> None:
    articles = [report(library, number, "Ruiz met Ana Ruiz.", RUIZ) for number in range(AT_ONCE + 5)]
    (ruiz,) = library.entity_ids(articles[0])
    before = shown(library)
    made = library.entity_corrections.split(ruiz, "Pedro Ruiz", spelling="Ruiz", reading=articles[0])
    assert names_in(library, articles[0]) == names_in(library, articles[-1]) == ["Pedro Ruiz", "Ana Ruiz"]
    assert library.entity(made.into).articles == AT_ONCE
    link_again(library)
    assert library.entity(made.into).articles == AT_ONCE + 5
    check(library)
    library.entity_corrections.revoke(made.id, reading=articles[1])
    assert names_in(library, articles[1]) == ["Ana Ruiz", "Ana Ruiz"]
    assert library.entity(made.into).articles == 5
    link_again(library)
    assert shown(library) == before


def test_a_correction_that_fails_half_way_leaves_all_as_it_was(told: Library, ruiz: int) -> None:
    before = everything(told)
    told._connection.run(
        "CREATE TRIGGER fails BEFORE INSERT ON awaiting_links BEGIN SELECT RAISE(ABORT, 'no more'); END"
    )
    with pytest.raises(LibraryError, match="no more"):
        told.entity_corrections.hide(ruiz)
    with pytest.raises(LibraryError, match="no more"):
        told.entity_corrections.split(ruiz, article=2)
    assert everything(told) == before


def test_corrections_are_there_when_the_library_is_opened_again(library_path: Path) -> None:
    with Library.open(library_path) as library:
        report(library, 1, FIRST, RUIZ, GIL, HARBOUR, CADIZ)
        made: EntityCorrection = library.entity_corrections.rename(number_of(library, "Ana Ruiz"), "Ana Torres")
    with Library.open(library_path) as library:
        assert library.entity_corrections.all() == (made,)
        assert names_in(library, 1)[0] == "Ana Torres"
