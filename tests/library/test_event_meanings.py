"""What events mean: kept beside the annotations, given back with annotations and candidates, over every new linking."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from articles.library import Library
from articles.library.annotation_store import clear
from articles.model import Annotations
from articles.relinking import Relinking
from articles.run import link_article
from tests.library.building import add, annotate, findings
from tests.library.naming import RUIZ, found_in, number_of, report
from tests.unit.linking.test_meaning import ACROSS, UP

CALLED, OPENED = UP.meaning, ACROSS.meaning
TEXT = "Ana Ruiz met her critics."


def told(*meanings: bytes) -> Annotations:
    """What is found in the first block of an article, with what its events mean."""
    found = findings()
    events = (replace(event, meaning=each) for event, each in zip(found.events, meanings, strict=True))
    return replace(found, events=tuple(events), encoder="test encoder")


def kept(library: Library) -> int:
    """How many bytes of meanings are kept."""
    return int(library._connection.value("SELECT coalesce(sum(length(meanings)), 0) FROM event_meanings"))


def test_meanings_come_back_with_the_annotations_byte_for_byte(library: Library) -> None:
    add(library, 1)
    annotate(library, 1, found=told(OPENED, CALLED))
    assert library.annotations(1) == told(OPENED, CALLED)
    assert kept(library) == len(OPENED) + len(CALLED)


def test_an_event_without_a_meaning_comes_back_without_one(library: Library) -> None:
    add(library, 1)
    annotate(library, 1, found=told(b"", CALLED))
    assert library.annotations(1) == told(b"", CALLED)


def test_candidates_and_slots_bear_the_meanings_of_their_own_mentions(library: Library) -> None:
    for number, found in enumerate((told(OPENED, CALLED), findings()), 1):
        add(library, number)
        annotate(library, number, found=found)
    new = replace(library.event_slots([(1, 0)])[0], article=3, meaning=b"")
    meanings = {(each.article, each.index): each.meaning for each in library.event_candidates([new])}
    assert meanings == {(1, 0): OPENED, (1, 1): CALLED, (2, 0): b"", (2, 1): b""}
    assert [each.meaning for each in library.event_slots([(1, 1), (1, 0), (2, 0)])] == [CALLED, OPENED, b""]


def test_what_is_annotated_anew_or_waits_again_keeps_nothing_of_before(library: Library) -> None:
    add(library, 1)
    annotate(library, 1, found=told(OPENED, CALLED))
    annotate(library, 1, found=told(b"", OPENED))
    assert library.annotations(1) == told(b"", OPENED)
    annotate(library, 1)
    assert (library.annotations(1), kept(library)) == (findings(), 0)
    annotate(library, 1, found=told(OPENED, CALLED))
    with library._connection.transaction():
        clear(library._connection, 1)
    assert (library.annotations(1), kept(library)) == (None, 0)


def test_an_article_that_is_linked_again_is_linked_by_what_its_events_mean(library_path: Path) -> None:
    with Library.open(library_path) as library:
        identity = report(library, 1, TEXT, RUIZ)
        found = found_in(TEXT, (RUIZ,))
        found = replace(found, events=(replace(found.events[0], meaning=OPENED),), encoder="test encoder")
        link_article(library, identity, library.article(identity), found)
        library.entity_corrections.rename(number_of(library, "Ana Ruiz"), "Ana Torres")
        assert Relinking(library_path, on_progress=lambda _: None).link_awaiting().linked == 1
        (slots,) = library.event_slots([(identity, 0)])
        assert (slots.actor_names[0][1], slots.meaning) == ("Ana Torres", OPENED)
        annotations = library.annotations(identity)
        assert annotations is not None
        assert (annotations.encoder, annotations.events[0].meaning) == ("test encoder", OPENED)
