"""The same text again: what is one text, what only looks like one, and how candidates are found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.linking.duplicates import Version, is_same_text, shown_of, ties
from articles.linking.signatures import agreement, band_keys, signature
from articles.linking.wording import LEAST_WORDS, wording
from articles.model import Article, Basis, Block, BlockKind, Published

REPORT = (
    "The harbour board of Northport said on Tuesday that dredging of the southern channel will begin in June, two years"
    " later than planned.",
    "Chairwoman Ana Ruiz told reporters that the contract with Delta Marine had been signed for 41.5 million euros,"
    " after a court in Valdoria rejected the appeal of a rival bidder.",
    "The channel silted up after the storms of 2019, and ships of more than 9,000 tonnes have had to wait for the tide"
    " ever since.",
    "Fishermen fear for the mussel banks off Cape Sorrow. “Nobody has asked us,” said Jon Okafor, who speaks for forty"
    " crews in the town.",
    "Work is to be finished by the spring of 2027, and the board expects 300 more ships a year after that.",
)
OTHER = (
    "Grain exporters in the inland provinces have agreed to store part of the harvest until prices recover.",
    "The scheme, which the ministry of farming will pay for, starts in the autumn and covers 120 silos.",
    "Critics called it a gift to a handful of large farms that had asked for it since the winter.",
)


def text(*paragraphs: str, title: str = "Dredging to begin in June", day: date | None = None) -> Article:
    blocks = tuple(Block(BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs)
    published = Published() if day is None else Published(day, basis=Basis.STATED)
    return Article(title, blocks, published=published)


def same(one: Article, other: Article) -> bool:
    return is_same_text(wording(one), wording(other))


def meet(one: Article, other: Article) -> bool:
    """Whether one is found as a candidate of the other."""
    keys = [set(band_keys(signature(wording(each)))) for each in (one, other)]
    return bool(keys[0] & keys[1])


COPIES = {
    "the same again": text(*REPORT),
    "under another masthead": text(f"NORTHPORT (Wire) - {REPORT[0]}", *REPORT[1:], title="Southern channel at last"),
    "cut from the end": text(*REPORT[:2]),
    "brought up to date": text(REPORT[0], OTHER[0], *REPORT[1:], OTHER[2]),
    "one figure corrected": text(*(paragraph.replace("41.5", "45.1") for paragraph in REPORT)),
    "one name corrected": text(*(paragraph.replace("Okafor", "Okafur") for paragraph in REPORT)),
    "in capitals": text(*(paragraph.upper() for paragraph in REPORT)),
    "with other typography": text(*(paragraph.replace("“", '"').replace("”", '"') for paragraph in REPORT)),
    "with the page around it": text(
        OTHER[2], *REPORT, "Read more about the harbour, and tell us what you think of it."
    ),
}


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_a_text_that_was_edited_is_found_and_known_again(copy: Article) -> None:
    original = text(*REPORT)
    assert meet(original, copy)
    assert same(original, copy)
    assert same(copy, original)


def test_another_report_of_the_same_day_is_another_text() -> None:
    assert not same(text(*REPORT), text(*OTHER))
    assert not meet(text(*REPORT), text(*OTHER))


TEMPLATE = (
    "{company} said net profit in the quarter ended {month} 31 was {profit} million dollars against {before} million a"
    " year earlier, as sales rose {rise} percent to {sales} million. Chief executive {chief} said the company expects"
    " the rest of the year to be as good, and its board declared a dividend of {dividend} cents a share."
)
FIRST = TEMPLATE.format(
    company="Alder Foods", month="March", profit=12.4, before=9.1, rise=14, sales=310, chief="Mary Voss", dividend=15
)
SECOND = TEMPLATE.format(
    company="Bright Rail", month="March", profit=33.7, before=30.2, rise=6, sales=805, chief="Luis Haro", dividend=40
)


def test_two_reports_from_one_template_are_two_texts() -> None:
    assert not same(text(FIRST, title="Alder Foods quarter"), text(SECOND, title="Bright Rail quarter"))
    assert not same(text(FIRST, title="Quarter results"), text(SECOND, title="Quarter results"))


DAILY = (
    "Ships waiting at Northport: five vessels were loading grain and three more were expected by the port exchange in"
    " the course of the day, with berths {berths} and {others} closed for repairs until the end of the week."
)


def test_reports_of_different_days_need_to_be_the_same_in_full() -> None:
    monday, corrected = DAILY.format(berths=4, others=9), DAILY.format(berths=4, others=8)
    first = text(monday, title="Ships at Northport", day=date(2024, 3, 4))
    assert same(first, text(corrected, title="Ships at Northport", day=date(2024, 3, 5)))
    assert not same(first, text(corrected, title="Ships at Northport", day=date(2024, 3, 12)))
    assert same(first, text(monday, title="Ships at Northport", day=date(2024, 3, 12)))


def test_a_short_text_is_known_by_its_title_too() -> None:
    table = "Quarterly dividend 15 cents against 15 cents before, payable April 30 to holders of record of April 14."
    assert same(text(table, title="Alder Foods sets quarterly"), text(table, title="Alder Foods sets quarterly payout"))
    assert not same(text(table, title="Alder Foods sets quarterly"), text(table, title="Bright Rail sets quarterly"))


def test_too_few_words_are_never_held_for_a_version() -> None:
    few = text("Please log in to read on, or become a member today.")
    assert len(wording(few).words) < LEAST_WORDS
    assert signature(wording(few)) == ()
    assert not same(few, few)


def test_a_brief_within_a_round_up_is_no_version_of_it() -> None:
    round_up = text(*OTHER, *REPORT, title="News in brief")
    assert not same(text(REPORT[2], title="News in brief"), round_up)


def test_a_page_with_two_reports_is_no_version_of_the_second() -> None:
    assert not same(text(*OTHER), text(*REPORT, *OTHER))


def test_a_script_without_spaces_is_compared_by_its_characters() -> None:
    original = text(
        "湾岸市の市長は火曜日、二年遅れていた南水路の浚渫工事を六月に始めると発表した。", title="浚渫工事、六月に開始"
    )
    later = text(
        "湾岸市の市長は火曜日、二年遅れていた南水路の浚渫工事を七月に始めると発表した。", title="浚渫工事、七月に開始"
    )
    other = text("内陸の穀物輸出業者は、価格が戻るまで収穫の一部を倉庫に保管することで合意した。", title="穀物を保管")
    assert meet(original, later)
    assert same(original, later)
    assert not same(original, other)


def test_captions_are_not_compared() -> None:
    original = text(*REPORT)
    pictured = replace(original, blocks=(*original.blocks, Block(BlockKind.CAPTION, OTHER[0])))
    assert wording(pictured) == wording(original)


SENTENCES = st.lists(st.sampled_from([*REPORT, *OTHER, FIRST, SECOND]), min_size=1, max_size=6).map(
    lambda paragraphs: text(*paragraphs)
)


@given(SENTENCES, SENTENCES)
def test_it_does_not_matter_which_comes_first(one: Article, other: Article) -> None:
    assert same(one, other) == same(other, one)
    assert agreement(signature(wording(one)), signature(wording(other))) == agreement(
        signature(wording(other)), signature(wording(one))
    )


@given(st.text(max_size=400))
def test_every_text_is_a_version_of_itself_if_it_can_be_compared(words: str) -> None:
    read = wording(text(words))
    assert is_same_text(read, read) == read.is_comparable
    assert wording(text(words)) == read
    assert signature(read) == signature(read)
    assert all(0 <= key < 2**48 for key in band_keys(signature(read)))


def test_close_ones_belong_together_and_of_the_others_one_at_most() -> None:
    assert ties({1: 0.9, 2: 0.6, 3: 0.2}, parts=set()) == (1, 2)
    assert ties({1: 0.2, 2: 0.3, 3: 0.3}, parts=set()) == (2,)
    assert ties({1: 0.2, 2: 0.3}, parts={2}) == (1,)
    assert ties({2: 0.3}, parts={2}) == ()
    assert ties({}, parts=set()) == ()


def test_the_fullest_stands_for_all_and_of_one_outlet_its_latest() -> None:
    wire = Version(1, "Wire", words=300, listed=10)
    assert shown_of([wire, Version(2, "Ledger", words=150, listed=5)]) == 1
    assert shown_of([wire, Version(2, "Ledger", words=305, listed=20)]) == 1
    assert shown_of([wire, Version(2, "Ledger", words=400, listed=20)]) == 2
    assert shown_of([wire, Version(2, "WIRE", words=290, listed=20)]) == 2
    assert shown_of([wire, Version(2, "Wire", words=40, listed=20)]) == 1
