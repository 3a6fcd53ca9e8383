"""Views: searches kept under a name."""

from __future__ import annotations

import pytest

from articles.errors import LibraryError, NotFoundError
from articles.library import Library
from articles.query import parse

FLOOD = parse('flood -"dry spell" OR place:Valdoria after:2024-03')


def test_a_view_is_kept_as_it_would_be_typed(library: Library) -> None:
    view = library.views.save("The  Flood", FLOOD, "oldest")
    assert (view.name, view.sort, parse(view.query)) == ("The Flood", "oldest", FLOOD)
    assert library.views.one("the flood") == view
    assert library.views.all() == (view,)


def test_another_search_under_the_same_name_takes_its_place(library: Library) -> None:
    first = library.views.save("Flood", FLOOD, "oldest")
    second = library.views.save("flood", parse("dam"), "published")
    assert library.views.all() == (second,)
    assert second.id == first.id


def test_a_view_that_was_forgotten_comes_back_to_its_place(library: Library) -> None:
    first, second = (library.views.save(name, FLOOD, "oldest") for name in ("one", "two"))
    assert library.views.remove("ONE") == first
    assert library.views.all() == (second,)
    library.views.put_back(first)
    library.views.put_back(first)
    assert library.views.all() == (first, second)


@pytest.mark.parametrize("name", ["", " ", "-", "x" * 65])
def test_a_view_without_a_name_is_refused(library: Library, name: str) -> None:
    with pytest.raises(LibraryError, match="a view needs a name"):
        library.views.save(name, FLOOD, "oldest")
    assert library.views.all() == ()


def test_a_view_that_is_not_there_is_told(library: Library) -> None:
    with pytest.raises(NotFoundError, match="there is no view x"):
        library.views.remove("x")
