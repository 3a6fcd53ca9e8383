"""Rules for tags: what they give to articles that come, and what the reader has the last word on."""

from __future__ import annotations

import pytest

from articles.errors import LibraryError, NotFoundError
from articles.library import Library
from articles.query import Query, parse
from tests.library.building import add, annotate


def arrive(library: Library, number: int) -> int:
    """Let an article come, with what was found in it."""
    identity = add(library, number)
    annotate(library, identity)
    return identity


@pytest.mark.parametrize("query", ["bridge", "person:Ruiz place:Cádiz", "title:Bridge OR nothing", "-dam"])
def test_what_comes_and_is_found_is_tagged(library: Library, query: str) -> None:
    before = arrive(library, 1)
    library.tag_rules.add(parse(query), "Crossings")
    assert library.tag_rules.would_tag(parse(query), "crossings") == (before,)
    assert library.tags.all() == ()
    after = arrive(library, 2)
    assert library.tags.articles("Crossings") == (after,)


def test_what_is_not_found_is_not_tagged(library: Library) -> None:
    library.tag_rules.add(parse("person:Nobody"), "x")
    arrive(library, 1)
    assert library.tags.all() == ()


def test_a_tag_that_the_reader_took_off_does_not_come_back(library: Library) -> None:
    library.tag_rules.add(parse("bridge"), "Crossings")
    article = arrive(library, 1)
    library.tags.remove([article], "crossings")
    annotate(library, article)
    assert library.tags.all() == ()
    assert library.tag_rules.would_tag(parse("bridge"), "Crossings") == ()
    library.tags.add([article], "Crossings")
    library.tags.rename("Crossings", "Bridges")
    annotate(library, article)
    assert [tag.name for tag in library.tags.all()] == ["Bridges"]


def test_a_rule_gives_the_tag_under_its_other_name(library: Library) -> None:
    library.tag_rules.add(parse("bridge"), "Crossings")
    other = library.tag_rules.add(parse("nothing"), "Bridges")
    arrive(library, 1)
    renamed = library.tags.rename("crossings", "Bridges")
    assert [rule.tag for rule in library.tag_rules.all()] == ["Bridges", "Bridges"]
    library.tags.take_back(renamed)
    assert [rule.tag for rule in library.tag_rules.all()] == ["Crossings", "Bridges"]
    assert library.tag_rules.all()[1] == other


def test_what_was_taken_off_stays_off_under_another_name(library: Library) -> None:
    library.tag_rules.add(parse("bridge"), "Crossings")
    refused, other = arrive(library, 1), arrive(library, 2)
    library.tags.remove([refused], "Crossings")
    library.tags.rename("Crossings", "Bridges")
    annotate(library, refused)
    assert library.tags.articles("Bridges") == (other,)


def test_a_rule_is_revoked_and_made_again(library: Library) -> None:
    rule = library.tag_rules.add(parse("bridge"), "x")
    assert library.tag_rules.revoke(rule.id) == rule
    arrive(library, 1)
    assert library.tags.all() == ()
    library.tag_rules.put_back(rule)
    assert library.tag_rules.all() == (rule,)
    with pytest.raises(NotFoundError):
        library.tag_rules.revoke(99)


def test_a_rule_without_a_query_or_a_tag_or_twice_is_refused(library: Library) -> None:
    library.tag_rules.add(parse("bridge"), "x")
    for query, tag in ((Query(), "x"), (parse("bridge"), ""), (parse("bridge"), "x")):
        with pytest.raises(LibraryError):
            library.tag_rules.add(query, tag)
    assert len(library.tag_rules.all()) == 1
