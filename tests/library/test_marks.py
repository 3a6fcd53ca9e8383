"""Read, star and tags."""

from __future__ import annotations

import pytest

from articles.errors import LibraryError, NotFoundError
from articles.library import Library
from articles.model import TagCount
from articles.query import parse
from tests.library.building import add, annotate


def test_reading_and_starring_say_what_changed(library: Library) -> None:
    ids = [add(library, number) for number in range(3)]
    assert library.set_read(ids[:2], True) == (1, 2)
    assert library.set_read(ids, True) == (3,)
    assert library.set_read(ids, False) == (1, 2, 3)
    assert library.set_starred([2], True) == (2,)
    assert library.row(2).is_starred
    assert library.counts().unread == 3


def test_marks_on_articles_that_are_not_there_change_nothing(library: Library) -> None:
    assert library.set_read([5], True) == ()
    assert library.tags.remove([5], "x") == ()


def test_spellings_of_one_tag_are_one_tag_shown_as_first_written(library: Library) -> None:
    ids = [add(library, number) for number in range(2)]
    assert library.tags.add(ids, "Far  Café") == (1, 2)
    assert library.tags.add(ids, "far cafe") == ()
    assert library.tags.all() == (TagCount("Far Café", 2),)
    assert library.row(1).tags == ("Far Café",)
    assert list(library.ids(parse('tag:"FAR CAFE"'))) == [2, 1]
    assert list(library.ids(parse('tag:"far c*"'))) == [2, 1]


def test_a_tag_that_nobody_bears_is_forgotten(library: Library) -> None:
    add(library, 1)
    library.tags.add([1], "once")
    assert library.tags.remove([1], "ONCE") == (1,)
    assert library.tags.all() == ()
    assert library.row(1).tags == ()


def test_the_most_used_tag_comes_first(library: Library) -> None:
    ids = [add(library, number) for number in range(3)]
    library.tags.add(ids[:1], "few")
    library.tags.add(ids, "many")
    assert [tag.name for tag in library.tags.all()] == ["many", "few"]


@pytest.mark.parametrize("name", ["", "  ", "\n", "-", "\u200b", "x" * 65])
def test_a_tag_without_a_name_or_with_too_long_a_one_is_refused(library: Library, name: str) -> None:
    add(library, 1)
    with pytest.raises(LibraryError):
        library.tags.add([1], name)
    assert library.tags.all() == ()


def test_tagging_an_article_that_is_not_there_tags_none(library: Library) -> None:
    add(library, 1)
    with pytest.raises(NotFoundError, match="no article 9"):
        library.tags.add([1, 9], "x")
    assert library.tags.all() == ()


def test_a_tag_on_nothing_makes_no_tag(library: Library) -> None:
    assert library.tags.add([], "x") == ()
    assert library.tags.all() == ()


def test_a_tag_shows_no_control_characters(library: Library) -> None:
    add(library, 1)
    library.tags.add([1], "a\x1b[31m\u202eb\ud800")
    assert library.tags.all()[0].name.isprintable()


def test_marks_survive_another_annotation(library: Library) -> None:
    add(library, 1)
    annotate(library, 1)
    library.tags.add([1], "kept")
    library.set_read([1], True)
    library.set_starred([1], True)
    annotate(library, 1)
    row = library.row(1)
    assert (row.tags, row.is_read, row.is_starred) == (("kept",), True, True)
