"""How many others report the same: texts are counted, not mastheads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articles.library import Library
from articles.reading.crossrefs import Elsewhere, cross_references, reported_elsewhere
from tests.library.building import stated
from tests.library.reports import Said, To, report

OPENED = Said("The bridge was opened on Thursday.", "opened")
WIRE = replace(OPENED, text=f"{OPENED.text} {'Nobody had thought that it would ever happen. ' * 8}")


@pytest.fixture
def copied(library: Library) -> Library:
    """A wire text under three mastheads, and one text of another's own, all of one event."""
    first = report(library, 1, WIRE, outlet="Wire", published=stated(2024, 5, 3))
    report(library, 2, WIRE, outlet="Echo", published=stated(2024, 5, 4), links=[To(0, first, 0)])
    report(library, 3, WIRE, outlet="Post", links=[To(0, 1, 0), To(0, 2, 0)])
    report(library, 4, OPENED, outlet="Courier", links=[To(0, each, 0) for each in (1, 2, 3)])
    return library


def related(library: Library) -> list[int]:
    """What the list says of each article."""
    return [library.row(article).related for article in (1, 2, 3, 4)]


def test_the_list_counts_copies_once_and_those_of_its_own_text_not_at_all(copied: Library) -> None:
    assert related(copied) == [1, 1, 1, 1]


def test_so_do_the_margin_and_the_pane(copied: Library) -> None:
    assert [reported_elsewhere(copied, article) for article in (1, 2, 3, 4)] == [{0: Elsewhere(1)}] * 4
    assert [group.reports for group in cross_references(copied, 4, 0)] == [1]


def test_a_text_that_only_its_copies_report_has_no_mark(library: Library) -> None:
    first = report(library, 1, WIRE, outlet="Wire")
    report(library, 2, WIRE, outlet="Echo", links=[To(0, first, 0)])
    assert reported_elsewhere(library, first) == {}
    assert library.row(first).related == 0
    assert [group.reports for group in cross_references(library, first, 0)] == [0]


def test_one_that_is_taken_apart_counts_by_itself_until_it_is_let_back_in(copied: Library) -> None:
    copied.versions.set_apart(3, True)
    assert related(copied) == [2, 2, 2, 2]
    copied.versions.set_apart(3, False)
    assert related(copied) == [1, 1, 1, 1]


def test_a_copy_that_is_annotated_anew_changes_nothing(copied: Library) -> None:
    article = copied.article(2)
    copied.replace_article(2, replace(article, blocks=(*article.blocks, article.blocks[0])))
    assert related(copied)[3] == 1
