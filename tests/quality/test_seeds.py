"""The two real articles, from their files to what the pane shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from articles.library import Library
from articles.model import (
    TITLE_BLOCK,
    Annotations,
    Basis,
    EntityKind,
    Factuality,
    KnownEntity,
    Precision,
    Relation,
)
from articles.pipeline import Pipeline
from articles.reading.crossrefs import CrossReference, CrossReferenceGroup, cross_references

FIRST = "Alongside Kim Jong Un"
SECOND = "likely to attend another"


@pytest.fixture(scope="module")
def library(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Both articles, annotated and linked."""
    path = tmp_path_factory.mktemp("seeds") / "library.sqlite3"
    report = Pipeline(path).add([str(seeds)])
    assert (report.annotated, report.problems) == (2, ())
    with Library.open(path) as opened:
        yield opened


def number(library: Library, title: str) -> int:
    """The article whose title holds these words."""
    return next(row.id for row in library.rows(library.ids()) if title in row.title)


def groups(library: Library, title: str, words: str) -> tuple[CrossReferenceGroup, ...]:
    """What the pane shows unfolded beside the block that holds these words."""
    article = number(library, title)
    blocks = library.article(article).blocks
    block = next(at for at, each in enumerate(blocks) if words in each.text)
    return tuple(group for group in cross_references(library, article, block) if not group.doubtful)


def shown(found: tuple[CrossReferenceGroup, ...], relation: Relation) -> list[CrossReference]:
    """The references of one relation."""
    return [reference for group in found if group.relation is relation for reference in group.references]


def entity(library: Library, name: str) -> KnownEntity:
    """The one entity of the library that goes by this name."""
    (found,) = [each for each in library.entities(limit=1000) if name in (each.name, *each.aliases)]
    return found


def test_the_parade_of_july_is_one_event_in_both_and_says_why(library: Library) -> None:
    parade = groups(library, FIRST, "held to commemorate the 70th anniversary")
    same = shown(parade, Relation.SAME_EVENT)
    july = [reference for reference in same if "on July 27" in reference.there.text]
    assert july
    assert {"parade", "70th anniversary", "Pyongyang"} <= set(july[0].because)


def test_the_parade_of_september_follows_as_a_plan_and_is_never_the_same(library: Library) -> None:
    parade = groups(library, FIRST, "held to commemorate the 70th anniversary")
    later = ("later this week", "Sept. 9", "upcoming")
    one = [
        reference
        for relation in (Relation.SAME_EVENT, Relation.REPEATS, Relation.DIFFERS, Relation.DISPUTES)
        for reference in shown(parade, relation)
    ]
    assert not [reference for reference in one if any(words in reference.there.text for words in later)]
    following = shown(parade, Relation.FOLLOWED_BY)
    assert [reference for reference in following if any(words in reference.there.text for words in later)]
    assert any("9 September 2023" in group.heading for group in parade if group.relation is Relation.FOLLOWED_BY)


def test_the_accusations_of_arms_deals_meet_their_denial(library: Library) -> None:
    claims = groups(library, FIRST, "has accused Pyongyang of providing weapons")
    disputed = shown(claims, Relation.DISPUTES)
    assert [reference for reference in disputed if "artillery" in reference.there.text]
    assert all("denied" in reference.here.text for reference in disputed)


def test_reasons_are_words(library: Library) -> None:
    parade = groups(library, FIRST, "held to commemorate the 70th anniversary")
    reasons = {reason for group in parade for reference in group.references for reason in reference.because}
    assert "North Korea" in reasons
    assert not {reason for reason in reasons if len(reason) < 3}


def test_spellings_of_one_person_are_one_and_namesakes_are_not(library: Library) -> None:
    kim = entity(library, "Kim Jong Un")
    assert kim == entity(library, "Kim Jong-un")
    assert kim.kind is EntityKind.PERSON
    assert kim.articles == 2
    assert entity(library, "Shoigu") == entity(library, "Sergei Shoigu")
    assert entity(library, "Kim Il Sung").id != kim.id
    assert entity(library, "Kim Il Sung Square").kind is EntityKind.PLACE


def test_the_north_is_north_korea(library: Library) -> None:
    assert entity(library, "North").id == entity(library, "North Korea").id


@pytest.mark.parametrize(("capital", "country"), [("Moscow", "RU"), ("Pyongyang", "KP")])
def test_acts_of_a_capital_are_its_government_s(library: Library, capital: str, country: str) -> None:
    annotations = library.annotations(number(library, SECOND))
    assert annotations is not None
    acting = {
        mention.acts_for
        for mention in annotations.mentions
        if annotations.entities[mention.entity].name == capital and mention.acts_for
    }
    assert acting == {country}


def found_in(library: Library, title: str, words: str) -> tuple[Annotations, int, str]:
    """What was found in the article whose title holds some words, and its block that holds others."""
    identity = number(library, title)
    annotations = library.annotations(identity)
    assert annotations is not None
    blocks = library.article(identity).blocks
    block = next(at for at, each in enumerate(blocks) if words in each.text)
    return annotations, block, blocks[block].text


def times_of(library: Library, title: str, words: str) -> dict[str, str]:
    """The time expressions of such a block, with their values."""
    annotations, block, text = found_in(library, title, words)
    return {text[each.start : each.end]: each.value for each in annotations.times if each.block == block}


def kinds_of(library: Library, title: str, words: str) -> dict[str, EntityKind]:
    """The names in such a block, with their kinds."""
    annotations, block, text = found_in(library, title, words)
    kinds = {each: annotations.entities[each.entity].kind for each in annotations.mentions if each.block == block}
    return {text[each.start : each.end]: kind for each, kind in kinds.items()}


def test_times_are_counted_from_the_week_that_the_anniversaries_tell(library: Library) -> None:
    assert times_of(library, SECOND, "the previous evening") == {
        "July 28": "2023-07-28",
        "the previous evening": "2023-07-27TEV",
        "1950-53": "1950/1953",
    }
    assert times_of(library, SECOND, "interview with Russian state") == {
        "Saturday": "2023-09-02",
        "Sept. 9": "2023-09-09",
        "current": "PRESENT_REF",
    }
    assert times_of(library, SECOND, "formally established")["Sept. 9, 1948"] == "1948-09-09"
    assert times_of(library, SECOND, "plans to visit China") == {
        "Friday": "2023-09-01",
        "soon": "FUTURE_REF",
        "July": "2023-07",
        "October": "2023-10",
    }
    assert times_of(library, SECOND, "launched a full-scale") == {"February last year": "2022-02"}
    assert times_of(library, SECOND, "Satellite images") == {"recent weeks": "PAST_REF"}


def test_what_only_looks_like_a_name_is_none(library: Library) -> None:
    visit = kinds_of(library, FIRST, "COVID-19")
    assert not {"COVID-19", "Defence", "defense"} & visit.keys()
    assert visit["Sergei Shoigu"] is EntityKind.PERSON
    founding = kinds_of(library, SECOND, "formally established")
    assert (founding["North"], founding["Kim Il Sung"]) == (EntityKind.PLACE, EntityKind.PERSON)
    both = [library.annotations(number(library, title)) for title in (FIRST, SECOND)]
    names = {entity.name for found in both if found for entity in found.entities}
    assert not {"Defense", "Defence", "Twitter", "Facebook", "Yonhap", "It", "Its", "His"} & names


def test_names_are_whole_and_no_more_than_that(library: Library) -> None:
    title = library.annotations(number(library, FIRST))
    assert title is not None
    text = library.article(number(library, FIRST)).title
    words = [text[each.start : each.end] for each in title.mentions if each.block == TITLE_BLOCK]
    assert words == ["Russian", "Chinese", "North Korea", "Kim Jong Un"]
    service = kinds_of(library, SECOND, "National Intelligence Service")
    assert (service["Seoul"], service["National Intelligence Service"]) == (EntityKind.PLACE, EntityKind.ORGANISATION)
    summit = kinds_of(library, SECOND, "trilateral summit")
    assert (summit["Yoon Suk Yeol"], summit["Camp David"]) == (EntityKind.PERSON, EntityKind.PLACE)
    weapons = kinds_of(library, FIRST, "Hwasong-17")
    assert {weapons["Hwasong-17"], weapons["Hwasong-18"]} == {EntityKind.PRODUCT}
    assert kinds_of(library, FIRST, "Victory Day")["Victory Day"] is EntityKind.EVENT


def factuality_of(library: Library, title: str, words: str, trigger: str) -> tuple[Factuality, str]:
    """Whether the event of a trigger in such a block is asserted, planned or denied, and who says so."""
    annotations, block, text = found_in(library, title, words)
    found = next(each for each in annotations.events if each.block == block and text[each.start : each.end] == trigger)
    return found.factuality, found.speaker


@pytest.mark.parametrize(
    ("title", "words", "trigger", "factuality", "speaker"),
    [
        (FIRST, "showcased its latest", "showcased", Factuality.ASSERTED, ""),
        (FIRST, "has accused Pyongyang", "providing", Factuality.POSSIBLE, "United States"),
        (FIRST, "has accused Pyongyang", "transactions", Factuality.DENIED, "North Korea"),
        (FIRST, "believed to have the range", "strike", Factuality.POSSIBLE, ""),
        (SECOND, "expected to be present", "parade", Factuality.PLANNED, ""),
        (SECOND, "interview with Russian state", "send", Factuality.PLANNED, "Russian Ambassador"),
        (SECOND, "most recent military parade", "parade", Factuality.ASSERTED, ""),
        (SECOND, "most recent military parade", "led", Factuality.ASSERTED, ""),
        (
            SECOND,
            "National Intelligence Service",
            "visit",
            Factuality.ASSERTED,
            "Seoul’s National Intelligence Service",
        ),
        (SECOND, "plans to visit China", "meet", Factuality.PLANNED, "Vladimir Putin"),
        (SECOND, "refused to blame", "blame", Factuality.DENIED, ""),
    ],
)
def test_what_happened_is_told_from_what_was_planned_or_denied_and_who_says_so(
    library: Library, title: str, words: str, trigger: str, factuality: Factuality, speaker: str
) -> None:
    assert factuality_of(library, title, words, trigger) == (factuality, speaker)


def test_the_second_is_dated_to_its_week_and_the_first_is_not_dated(library: Library) -> None:
    second = library.annotations(number(library, SECOND))
    assert second is not None
    assert (second.published.day, second.published.precision) == (date(2023, 9, 4), Precision.WEEK)
    assert second.published.basis is Basis.INFERRED
    assert any("75th anniversary" in evidence for evidence in second.published.evidence)
    first = library.annotations(number(library, FIRST))
    assert first is not None
    assert (first.published.day, first.published.basis) == (None, Basis.UNKNOWN)


def test_the_first_is_dated_by_the_parade_that_the_second_dates(library: Library) -> None:
    first = number(library, FIRST)
    published = library.row(first).published
    assert published.day == date(2023, 7, 27)
    assert (published.precision, published.basis) == (Precision.ON_OR_AFTER, Basis.INFERRED)
    evidence = library.dated_by_events(first).evidence
    assert "parade, Pyongyang, 27 July 2023, told by Korea JoongAng Daily" in evidence
    assert library.article(first).published.day is None
