"""Linking again what names a corrected entity: its progress, its end, and going on where it was stopped."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from articles.errors import LibraryError
from articles.library import Library
from articles.model import LIKELY, Article, Entity, EntityKind, Linked
from articles.progress import Progress, Stage
from articles.relinking import Relinking, link_ruled
from tests.library.naming import GIL, RUIZ, number_of, report

SANZ = Entity("Pedro Sanz", EntityKind.PERSON)


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    """A library of three reports of one meeting, the third of which calls Ana Ruiz by another name."""
    path = tmp_path / "library"
    with Library.open(path) as library:
        report(library, 1, "Ana Ruiz met Pedro Sanz.", RUIZ, SANZ)
        report(library, 2, "At last Ana Ruiz met Pedro Sanz on Monday.", RUIZ, SANZ)
        report(library, 3, "Juan Gil met Pedro Sanz.", GIL, SANZ)
    return path


def reasons(library: Library, article: int) -> dict[int, tuple[str, ...]]:
    """Why an article is held to report one event with others, by these."""
    likely = (each for each in library.links(article) if each.link.confidence >= LIKELY)
    return {each.there.article: each.link.because for each in likely}


def test_what_is_one_is_linked_and_what_is_apart_no_more(library_path: Path) -> None:
    with Library.open(library_path) as library:
        assert reasons(library, 3) == {}
        ruiz, gil = number_of(library, "Ana Ruiz"), number_of(library, "Juan Gil")
        made = library.entity_corrections.merge(gil, ruiz)
        assert library.entity_corrections.awaiting_links() == (3,)
        report = Relinking(library_path, on_progress=lambda _: None).link_awaiting()
        assert (report.linked, report.problems, report.is_cancelled) == (1, (), False)
        assert reasons(library, 3).keys() == {1, 2}
        assert library.row(1).related == 2
        library.entity_corrections.revoke(made.id)
        Relinking(library_path, on_progress=lambda _: None).link_awaiting()
        assert reasons(library, 3) == {}
        assert library.row(1).related == 1


def test_reasons_and_events_are_told_by_the_name_that_was_given(library_path: Path) -> None:
    with Library.open(library_path) as library:
        library.entity_corrections.rename(number_of(library, "Ana Ruiz"), "Ana Torres")
        Relinking(library_path, on_progress=lambda _: None).link_awaiting()
        assert "Ana Torres" in reasons(library, 1)[2]
        assert "Ana Torres" in reasons(library, 2)[1]
        assert sorted(event.label for event in library.events()) == [
            "meeting, Ana Torres, Pedro Sanz",
            "meeting, Juan Gil, Pedro Sanz",
        ]


def test_progress_is_told_article_by_article(library_path: Path) -> None:
    with Library.open(library_path) as library:
        library.entity_corrections.hide(number_of(library, "Ana Ruiz"))
    seen: list[Progress] = []
    assert Relinking(library_path, on_progress=seen.append).link_awaiting().linked == 2
    assert seen == [Progress(Stage.LINKING, 1, 2, "Report 2"), Progress(Stage.LINKING, 2, 2, "Report 1")]
    assert Relinking(library_path, on_progress=seen.append).link_awaiting().linked == 0


def test_what_was_stopped_goes_on_the_next_time(library_path: Path) -> None:
    with Library.open(library_path) as library:
        library.entity_corrections.hide(number_of(library, "Ana Ruiz"))
    cancelled = threading.Event()
    stopped = Relinking(library_path, on_progress=lambda _: cancelled.set(), cancelled=cancelled).link_awaiting()
    assert (stopped.linked, stopped.is_cancelled) == (1, True)
    with Library.open(library_path) as library:
        assert library.entity_corrections.awaiting_links() == (1,)
        assert Relinking(library_path, on_progress=lambda _: None).link_awaiting().linked == 1
        assert library.entity_corrections.awaiting_links() == ()


def test_what_is_corrected_meanwhile_is_linked_in_the_same_run(library_path: Path) -> None:
    with Library.open(library_path) as library:
        library.entity_corrections.hide(number_of(library, "Ana Ruiz"))

    def correct(progress: Progress) -> None:
        if progress.done == 1:
            with Library.open(library_path) as other:
                other.entity_corrections.rename(number_of(other, "Juan Gil"), "Juan Gil Sanz")

    assert Relinking(library_path, on_progress=correct).link_awaiting().linked == 3
    with Library.open(library_path) as library:
        assert library.entity_corrections.awaiting_links() == ()


def test_what_waits_for_annotation_or_is_gone_needs_no_links(library_path: Path) -> None:
    with Library.open(library_path) as library:
        library.entity_corrections.hide(number_of(library, "Ana Ruiz"))
        article = library.article(1)
        library.replace_article(1, Article("Another", article.blocks[:0]))
        library._connection.run("INSERT OR IGNORE INTO awaiting_links VALUES (1, 1)")
        assert set(library.entity_corrections.awaiting_links()) == {1, 2}
        assert Relinking(library_path, on_progress=lambda _: None).link_awaiting().problems == ()
        assert library.entity_corrections.awaiting_links() == ()
        assert library.annotations(1) is None


def test_an_article_whose_links_cannot_be_made_is_told_and_the_others_are_linked(library_path: Path) -> None:
    with Library.open(library_path) as library:
        ruiz, sanz = library.entity_ids(2)
        annotations = library.annotations(2)
        assert annotations is not None
        nowhere = replace(annotations, events=(replace(annotations.events[0], sentence=7),))
        library.store_annotations(2, nowhere, [ruiz, sanz], lambda *_: Linked())
        library.entity_corrections.rename(ruiz, "Ana Torres")
    report = Relinking(library_path, on_progress=lambda _: None).link_awaiting()
    assert report.problems == ("article 2: its links could not be made anew (IndexError: tuple index out of range).",)
    assert report.linked == 1
    with Library.open(library_path) as library:
        assert library.entity_corrections.awaiting_links() == (2,)


def test_a_ruling_whose_links_cannot_be_made_is_told_and_awaits_them(library_path: Path) -> None:
    with Library.open(library_path) as library:
        (one,), (other,) = library.passages_of(1), library.passages_of(2)
        made = library.event_rulings.rule(one, other, False)
        annotations = library.annotations(2)
        assert annotations is not None
        nowhere = replace(annotations, events=(replace(annotations.events[0], sentence=7),))
        library.store_annotations(2, nowhere, library.entity_ids(2), lambda *_: Linked())
        with pytest.raises(LibraryError, match="article 2: its links could not be made anew"):
            link_ruled(library, made)
        assert 1 in library.entity_corrections.awaiting_links()
