"""Tags: which articles bear them, other names for them, two that become one."""

from __future__ import annotations

import pytest

from articles.errors import LibraryError, NotFoundError
from articles.library import Library
from articles.model import TagCount
from tests.library.building import add


@pytest.fixture
def tagged(library: Library) -> Library:
    """Three articles: two bear the one tag, two the other."""
    ids = [add(library, number) for number in range(3)]
    library.tags.add(ids[:2], "Summit")
    library.tags.add(ids[1:], "meeting")
    return library


def borne(library: Library) -> dict[str, tuple[int, ...]]:
    return {tag.name: library.tags.articles(tag.name) for tag in library.tags.all()}


def test_of_some_articles_it_is_told_how_many_bear_each_tag(tagged: Library) -> None:
    assert tagged.tags.borne_by([1, 2]) == (TagCount("Summit", 2), TagCount("meeting", 1))
    assert tagged.tags.borne_by([]) == ()


def test_a_tag_keeps_its_articles_under_another_name(tagged: Library) -> None:
    renamed = tagged.tags.rename("summit", "Gipfel")
    assert borne(tagged) == {"Gipfel": (1, 2), "meeting": (2, 3)}
    tagged.tags.take_back(renamed)
    assert borne(tagged) == {"Summit": (1, 2), "meeting": (2, 3)}


def test_two_tags_become_one_and_are_two_again(tagged: Library) -> None:
    renamed = tagged.tags.rename("Summit", "MEETING")
    assert renamed.after == "meeting"
    assert borne(tagged) == {"meeting": (1, 2, 3)}
    tagged.tags.take_back(renamed)
    assert borne(tagged) == {"Summit": (1, 2), "meeting": (2, 3)}


def test_a_tag_can_be_spelt_otherwise(tagged: Library) -> None:
    renamed = tagged.tags.rename("summit", "SUMMIT")
    assert borne(tagged) == {"SUMMIT": (1, 2), "meeting": (2, 3)}
    tagged.tags.take_back(renamed)
    assert "Summit" in borne(tagged)


def test_what_cannot_be_renamed_stays_as_it_is(tagged: Library) -> None:
    before = borne(tagged)
    with pytest.raises(NotFoundError, match="no tag nothing"):
        tagged.tags.rename("nothing", "something")
    with pytest.raises(LibraryError, match="at most 64"):
        tagged.tags.rename("summit", "x" * 65)
    assert borne(tagged) == before
