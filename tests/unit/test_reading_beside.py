"""What the side pane asks for beside the cross-references: differences, coverage, the timeline and the names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from articles.library import Library
from articles.model import Difference, EntityKind, Factuality, Passage, Relation
from articles.reading.article_differences import article_differences
from articles.reading.article_timeline import article_timeline
from articles.reading.coverage import Coverage, coverage
from articles.reading.crossrefs import Elsewhere, cross_references, reported_elsewhere
from articles.reading.named_here import named_here
from articles.reading.telling_words import telling_words
from tests.library.building import stated
from tests.library.reports import Said, To, report

JUNE = date(2024, 6, 3)
TOLL = Said("The flood killed 41 people in Cádiz.", "flood", place="Cádiz", when="", day=None)
HIGHER = Said("The flood killed 48 people in Cádiz.", "flood", place="Cádiz")
HELD = Said("Ana Ruiz held a parade in Cádiz on 3 June.", "parade", "Ana Ruiz", "Cádiz", "3 June", JUNE)
STRIKE = Said("Dockers began a strike in Cádiz.", "strike", place="Cádiz")
VISIT = Said("Ana Ruiz paid a visit to Cádiz.", "visit", "Ana Ruiz", "Cádiz")
DENIED = Said("Nobody held a parade.", "parade", factuality=Factuality.DENIED)
GREW = (Difference("figure", "41 people", "48 people"),)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.sqlite3") as opened:
        yield opened


def test_differences_stand_in_the_order_of_the_text_each_once(library: Library) -> None:
    one = report(library, 1, HELD, TOLL, published=stated(2024, 6, 4))
    back = (Difference("figure", "48 people", "41 people"),)
    for number in (2, 3):
        report(library, number, HIGHER, links=[To(0, one, 1, Relation.DIFFERS, differences=back)])
    report(library, 4, DENIED, links=[To(0, one, 0, Relation.DISPUTES)])
    report(library, 5, HIGHER, links=[To(0, one, 1, Relation.DIFFERS, 0.4, back)])
    found = article_differences(library, one)
    assert [(each.relation, each.here.text) for each in found] == [
        (Relation.DISPUTES, HELD.text),
        (Relation.DIFFERS, TOLL.text),
    ]
    assert found[1].differences == GREW
    assert reported_elsewhere(library, one) == {0: Elsewhere(1, True), 1: Elsewhere(2, True)}


def test_how_a_likely_same_event_is_worded_differently_is_told_beside_it(library: Library) -> None:
    here = Said("A parade marked the end of the Garlic War.", "parade")
    there = Said("A parade marked the end of open hostilities.", "parade")
    one = report(library, 1, here)
    report(library, 2, there, links=[To(0, one, 0)])
    report(library, 3, there, links=[To(0, one, 0, Relation.SAME_EVENT, 0.3, joins=False)])
    worded = Difference("wording", "end of the Garlic War", "end of open hostilities")
    groups = cross_references(library, one, 0)
    assert {(each.there.article, each.differences) for group in groups for each in group.references} == {
        (2, (worded,)),
        (3, ()),
    }
    assert [each.relation for each in article_differences(library, one)] == [Relation.SAME_EVENT]
    assert reported_elsewhere(library, one) == {0: Elsewhere(1, is_differing=True)}


def covered(library: Library, article: int) -> tuple[list[str], list[tuple[str, int, str]]]:
    """What is only here, and what is only there with how many tell it and the best sentence."""
    found = coverage(library, article)
    return (
        [each.text for each in found.only_here],
        [(each.event.event_class, each.texts, each.best.text) for each in found.only_there],
    )


def test_of_a_story_it_is_told_what_one_tells_alone_and_what_it_leaves_out(library: Library) -> None:
    one = report(library, 1, HELD, STRIKE)
    other = report(library, 2, HELD, VISIT, links=[To(0, one, 0)])
    report(library, 3, HELD, VISIT, links=[To(0, one, 0), To(0, other, 0), To(1, other, 1)])
    assert covered(library, one) == ([STRIKE.text], [("visit", 2, VISIT.text)])
    assert covered(library, other) == ([], [])


def test_what_one_other_tells_or_a_doubt_touches_is_not_said_to_be_missing(library: Library) -> None:
    one = report(library, 1, HELD, STRIKE, VISIT)
    other = report(library, 2, HELD, VISIT, links=[To(0, one, 0), To(1, one, 2, confidence=0.4, joins=False)])
    strikes = To(1, one, 1, confidence=0.35, joins=False)
    report(library, 3, HELD, STRIKE, VISIT, links=[To(0, one, 0), strikes, To(2, other, 1)])
    assert covered(library, one) == ([], [])


def test_of_an_article_that_stands_alone_nothing_is_told(library: Library) -> None:
    one = report(library, 1, HELD, STRIKE)
    report(library, 2, VISIT)
    assert coverage(library, one) == Coverage()


def test_copies_of_a_text_are_no_others(library: Library) -> None:
    words = " ".join(["The town council of the old port met again to hear of the parade and the long strike."] * 3)
    copied = Said(words, "parade", place="")
    one = report(library, 1, copied, STRIKE, title="Parade")
    report(library, 2, copied, STRIKE, title="Parade", links=[To(0, one, 0), To(1, one, 1)])
    assert len(library.versions.of(one)) == 2
    assert coverage(library, one) == Coverage()
    assert reported_elsewhere(library, one) == {}
    assert article_differences(library, one) == ()


def test_the_timeline_holds_the_events_of_the_article_and_of_its_links(library: Library) -> None:
    earlier = Said("In May Juan Gil held a parade on 3 May.", "parade", "Juan Gil", when="3 May", day=date(2024, 5, 3))
    said = Said("Juan Gil made a statement on 9 May.", "statement", "Juan Gil", when="9 May", day=date(2024, 5, 9))
    one = report(library, 1, STRIKE, HELD, said)
    other = report(library, 2, HELD, links=[To(0, one, 1)])
    report(library, 3, earlier, links=[To(0, one, 1, Relation.FOLLOWED_BY, joins=False)])
    found = article_timeline(library, one)
    assert [(each.dated.days.first, each.blocks, each.report.article) for each in found] == [
        (date(2024, 5, 3), frozenset(), 3),
        (JUNE, {1}, other),
    ]


def test_names_are_counted_by_paragraph_and_over_the_library(library: Library) -> None:
    one = report(library, 1, HELD, VISIT, STRIKE)
    report(library, 2, VISIT)
    found = {each.name: each for each in named_here(library, one)}
    assert list(found) == ["Cádiz", "Ana Ruiz"]
    ruiz = found["Ana Ruiz"]
    assert (ruiz.kind, dict(ruiz.mentions), ruiz.times, ruiz.articles) == (EntityKind.PERSON, {0: 1, 1: 1}, 2, 2)


def said(text: str, trigger: str) -> Passage:
    """A sentence in the middle of its block."""
    at = text.index(trigger) + 50
    return Passage(1, "", "", stated(2024, 6, 4), 0, 50, 50 + len(text), text, at, at + len(trigger))


def marked(passage: Passage, aspect: str, words: str) -> list[str]:
    """The words that are marked."""
    return [passage.text[start:end] for start, end in telling_words(passage, [(aspect, words)])]


def test_the_words_that_differ_are_found_whole(library: Library) -> None:
    toll = said("Of 141 people 41 people died.", "died")
    assert marked(toll, "figure", "41 people") == ["41 people"]
    assert marked(toll, "figure", "7") == []
    assert marked(toll, "wording", "") == []


def test_a_day_is_found_in_whatever_words_stand_nearest_to_the_trigger() -> None:
    opened = said("On Monday he said the gates were opened on Friday, March 13, by the firm.", "opened")
    assert marked(opened, "day", "13 March 2026") == ["Friday, March 13"]
    assert marked(said("The gates were opened.", "opened"), "day", "13 March 2026") == []
