"""Cards and rows of names as text: what is told, what is cut, and that nothing in a name is obeyed."""

from __future__ import annotations

from array import array
from dataclasses import replace
from datetime import date

import pytest
from rich.cells import cell_len

from articles.model import (
    ArticleRow,
    Basis,
    Companion,
    EntityCorrection,
    EntityCorrectionRow,
    EntityDeed,
    EntityKind,
    EntityRow,
    EntitySort,
    Factuality,
    KnownEntity,
    KnownEvent,
    MonthCount,
    Passage,
    Published,
)
from articles.reading.entity_card import ArticleMentions, EntityCard
from tests.library.building import stated
from tui.rendering.entity_card import CardView, aliases_words, card_paragraphs
from tui.rendering.entity_rows import entity_line, heading_line
from tui.rendering.month_line import month_line
from tui.state import Place

RUIZ = KnownEntity(7, "Ana Ruiz", EntityKind.PERSON, ("Ruiz", "Mayor Ruiz"), "ES", 3, 5)
CADIZ = KnownEntity(8, "Cádiz", EntityKind.PLACE, (), "ES", 9, 20)
OPENING = KnownEvent(4, "opening, Cádiz", "opening", None, Factuality.PLANNED, 2, 2)
SENTENCE = "Mayor Ana Ruiz opened the bridge."
PASSAGE = Passage(11, "Bridge opens", "Bay Courier", stated(2024, 5, 3), 0, 0, len(SENTENCE), SENTENCE, 6, 14)
ROW = ArticleRow(11, "Bridge opens", "Bay Courier", stated(2024, 5, 3))
CARD = EntityCard(
    RUIZ,
    "Spain",
    (stated(2024, 3, 1), stated(2024, 5, 3)),
    (MonthCount(date(2024, 3, 1), 1), MonthCount(date(2024, 5, 1), 4)),
    (Companion(CADIZ, 2),),
    3,
    (OPENING,),
    (),
    array("q", (11, 12, 13)),
)
VIEW = CardView(CARD, (ArticleMentions(ROW, (PASSAGE,)),), 1)


def lines(view: CardView) -> list[str]:
    return [f"{each.lead}{each.content.plain}" for each in card_paragraphs(view, 80)]


def test_a_card_tells_who_when_with_whom_in_what_and_where() -> None:
    assert lines(VIEW) == [
        "Ana Ruiz · person · Spain",
        "also Ruiz, Mayor Ruiz",
        "first seen 1 Mar 2024 · last seen 3 May 2024",
        "Mar 2024 ▂·█ May 2024 · most: 4 in May 2024",
        "NAMED WITH · in its 3 articles",
        "  Cádiz · place · 2 articles",
        "EVENTS · that it takes part in, most reported first",
        "  opening, Cádiz · planned · 2 reports",
        "MENTIONS · 5 mentions in 3 articles",
        "Bridge opens · 3 May 2024 · Bay Courier",
        "  “Mayor Ana Ruiz opened the bridge.”",
        "… and 2 articles more",
    ]


def test_the_lines_that_lead_somewhere_are_keyed_in_their_order() -> None:
    keyed = [each.key for each in card_paragraphs(VIEW, 80) if each.key is not None]
    assert keyed == [0, 1, 2]
    assert VIEW.targets == (Companion(CADIZ, 2), OPENING, PASSAGE)
    assert VIEW.parts == (0, 1, 2)
    assert replace(VIEW, card=replace(CARD, company=())).parts == (0, 1)


def test_a_line_is_found_again_in_another_state_of_the_card() -> None:
    fewer = replace(VIEW, card=replace(CARD, company=(), events=(replace(OPENING, articles=9),)))
    assert [fewer.key_like(target) for target in VIEW.targets] == [None, 0, 1]
    assert VIEW.key_of(Place(11, 0, 6, 14)) == 2
    assert VIEW.key_of(Place(12, 0, 6, 14)) is None


def test_a_card_with_nothing_to_tell_is_short() -> None:
    bare = KnownEntity(1, "Spain", EntityKind.PLACE, country="ES")
    card = EntityCard(bare, "Spain", None, (), (), 0, (), (), array("q"))
    assert lines(CardView(card)) == ["Spain · place", "not in any article", "MENTIONS · 0 mentions in 0 articles"]


def test_what_was_said_of_a_name_stands_on_its_card() -> None:
    said = EntityCorrectionRow(EntityCorrection(7, EntityDeed.RENAME, "Ana Ruiz"), "Ana Ruis", EntityKind.PERSON)
    hidden = replace(CARD, entity=replace(RUIZ, is_hidden=True), corrections=(said,))
    shown = lines(replace(VIEW, card=hidden))
    assert shown[0] == "Ana Ruiz · person · Spain · hidden"
    assert "✎ Ana Ruis is called Ana Ruiz" in shown


def test_nothing_in_a_name_is_obeyed_and_the_longest_is_cut() -> None:
    hostile = replace(RUIZ, name="[bold]x\x1b[2J\u202e" + "y" * 500, aliases=("a\nb", "\x07"))
    card = replace(CARD, entity=hostile, company=(Companion(hostile, 1),))
    shown = lines(replace(VIEW, card=card))
    assert "\x1b" not in "".join(shown)
    assert "\u202e" not in "".join(shown)
    assert shown[0].startswith("[bold]x␛[2J�yyy")
    assert max(len(line) for line in shown) < 140
    assert shown[1] == "also a b, ␇"


def test_of_many_spellings_a_dozen_are_told() -> None:
    many = replace(RUIZ, aliases=tuple(f"Ruiz {number}" for number in range(15)))
    assert aliases_words(many).endswith("Ruiz 11 and 3 more")


MONTHS = tuple(MonthCount(date(2023, month, 1), count) for month, count in ((1, 1), (4, 31), (6, 16)))


def test_months_are_blocks_with_both_ends_and_the_peak_in_words() -> None:
    assert month_line(MONTHS, 80) == "Jan 2023 ▁··█·▅ Jun 2023 · most: 31 in Apr 2023"
    assert month_line(MONTHS[:1], 80, undated=3) == "1 mention in Jan 2023 · 3 undated"
    assert month_line((), 80) == ""


def test_more_months_than_fit_are_put_together_and_none_is_lost() -> None:
    long = (*MONTHS, MonthCount(date(2043, 2, 1), 16))
    line = month_line(long, 76)
    assert len(line) <= 76
    assert line.startswith("Jan 2023 █")
    assert "▃" in line


@pytest.mark.parametrize("width", [30, 60, 80, 160])
@pytest.mark.parametrize("name", ["Ana Ruiz", "橋" * 90, "x" * 300, "", "[bold]\x1b[2J"])
def test_a_row_is_as_wide_as_it_is_to_be(width: int, name: str) -> None:
    row = EntityRow(replace(RUIZ, name=name, articles=12_345), Published(date(2024, 5, 3), basis=Basis.INFERRED))
    line = entity_line(row, width)
    assert sum(cell_len(piece.text) for piece in line) == width
    assert "\x1b" not in "".join(piece.text for piece in line)
    assert sum(cell_len(piece.text) for piece in entity_line(None, width)) == width


def test_the_columns_stand_above_what_they_name() -> None:
    row = EntityRow(RUIZ, stated(2024, 5, 3))
    text = "".join(piece.text for piece in entity_line(row, 80))
    heading = heading_line(80, EntitySort.SEEN)
    assert text.index("person") == heading.index("kind")
    assert text.index("3 May 2024") == heading.index("last seen")
    assert "last seen▾" in heading
    assert text.index("Ana Ruiz") == heading.index("name")
