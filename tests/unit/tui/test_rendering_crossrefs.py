"""The side pane's text: headings, quotations, reasons and differences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from articles.model import Basis, Difference, Factuality, Passage, Published, Relation
from articles.reading.crossrefs import CrossReference, CrossReferenceGroup
from tui.rendering.crossrefs import (
    FOLD,
    PaneView,
    difference_content,
    excerpt,
    heading,
    pane_paragraphs,
    quotation,
    reasoning,
    reference_content,
    references_of,
    sureness,
)

SENTENCE = "They led their delegations to the military parade on July 27."
THERE = Passage(
    2,
    "Officials at a parade",
    "Korea JoongAng Daily",
    Published(date(2023, 9, 4), basis=Basis.STATED),
    block=7,
    start=100,
    end=100 + len(SENTENCE),
    text=SENTENCE,
    trigger_start=143,
    trigger_end=149,
)
REFERENCE = CrossReference(
    Relation.SAME_EVENT, 0.9, ("same day", "Sergei Shoigu", "parade", "Pyongyang", "70th"), here=THERE, there=THERE
)


def group(*references: CrossReference, doubtful: bool = False) -> CrossReferenceGroup:
    return CrossReferenceGroup("SAME EVENT · parade, Pyongyang", Relation.SAME_EVENT, 1, doubtful, references)


def test_a_heading_names_relation_event_and_reports() -> None:
    assert heading(group(REFERENCE)).plain == "SAME EVENT · parade, Pyongyang · 1 report"


def test_a_reference_says_who_when_what_and_why() -> None:
    assert reference_content(REFERENCE, PaneView()).plain.split("\n") == [
        "Korea JoongAng Daily · 4 Sep 2023",
        f"“{SENTENCE}”",
        "certain, because: same day · Sergei Shoigu · parade · 2 more",
    ]


def test_all_the_evidence_is_shown_in_full() -> None:
    words = "certain (0.90), because: same day · Sergei Shoigu · parade · Pyongyang · 70th"
    assert reasoning(REFERENCE, PaneView(in_full=True)) == words


def test_the_trigger_is_marked_in_the_quotation() -> None:
    content = quotation(THERE, in_full=True)
    assert [content.plain[start:end] for start, end, _ in content.spans] == ["parade"]


def test_a_plan_and_a_speaker_are_told() -> None:
    there = Passage(
        3, "[bold]Plans", "", Published(), 0, 0, 4, "Soon", 0, 4, factuality=Factuality.PLANNED, speaker="TASS"
    )
    content = reference_content(CrossReference(Relation.FOLLOWED_BY, 0.6, (), there, there), PaneView())
    assert content.plain.split("\n") == ["[bold]Plans · undated · planned · says TASS", "“Soon”", "likely"]


def test_a_sentence_with_quotation_marks_of_its_own_gets_no_others() -> None:
    there = Passage(3, "", "", Published(), 0, 0, 14, "He said “no”.", 3, 7)
    assert quotation(there, in_full=False).plain == "He said “no”."


def test_a_difference_quotes_both_sides() -> None:
    content = difference_content(Difference("figure", "41 people", "at least 60"), THERE, THERE)
    assert content.plain == "figure: here “41 people”; there “at least 60”"


def test_a_count_that_grew_from_one_day_to_the_next_is_told_as_a_later_one() -> None:
    sunday, monday = (replace(THERE, published=Published(date(2024, 6, day))) for day in (2, 3))
    grown = Difference("figure", "41 people", "60 people")
    assert difference_content(grown, sunday, monday).plain == "later figure: here “41 people”; there “60 people”"
    shrunk = Difference("figure", "60 people", "41 people")
    assert difference_content(shrunk, monday, sunday).plain.startswith("earlier figure: ")
    for either in (difference_content(shrunk, sunday, monday), difference_content(grown, sunday, sunday)):
        assert either.plain.startswith("figure: ")


def test_the_words_that_differ_are_marked_in_the_quotation() -> None:
    said = replace(THERE, text="It killed 41 people, not 410.", start=0, end=29, trigger_start=3, trigger_end=9)
    reference = replace(REFERENCE, there=said, differences=(Difference("figure", "38 people", "41 people"),))
    content = reference_content(reference, PaneView())
    marked = [content.plain[span.start : span.end] for span in content.spans if "underline" in str(span.style)]
    assert marked == ["41 people"]


def test_doubtful_references_are_folded_to_one_line() -> None:
    groups = (group(REFERENCE, doubtful=True), group(REFERENCE))
    folded = pane_paragraphs(groups, PaneView())
    assert [paragraph.key for paragraph in folded] == [None, 0, FOLD]
    assert folded[-1].content.plain == "▸ 1 doubtful (Enter to unfold)"
    unfolded = pane_paragraphs(groups, PaneView(unfolded=True))
    assert [paragraph.key for paragraph in unfolded] == [None, 0, FOLD, None, 1]
    assert len(references_of(groups)) == 2


@pytest.mark.parametrize(("confidence", "word"), [(0.95, "certain"), (0.5, "likely"), (0.49, "possible")])
def test_confidence_in_a_word(confidence: float, word: str) -> None:
    assert sureness(confidence) == word


def test_a_long_sentence_is_cut_at_words_around_its_trigger() -> None:
    text = "alpha " * 60 + "parade " + "omega " * 60
    start = text.index("parade")
    first, last = excerpt(text, start, start + 6)
    assert first > 0
    assert last < len(text)
    assert text[first - 1] == " "
    assert "parade" in text[first:last]
    assert last - first <= 240


def test_a_trigger_beyond_the_sentence_does_no_harm() -> None:
    assert excerpt("word " * 100, 900, 910)[1] <= 500
