"""Corrections, rules and passage marks in the library: applied on top, kept through every cleaning, undone exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from articles.anchoring import Anchor, AnchorText
from articles.cleaning.corrections import correction_of
from articles.errors import LibraryError, NotFoundError
from articles.library import Library
from articles.model import (
    Article,
    ArticleState,
    Block,
    BlockKind,
    Decider,
    Line,
    LineCorrection,
    LineRole,
    OutletRule,
    PassageMark,
    Quotation,
)
from articles.query import parse
from tests.library.building import FIRST_SENTENCE, SECOND_SENTENCE, annotate, raw

SHARE = "Share 14 times"


def page(*kept: str, outlet: str = "The Courier", share: str = SHARE) -> Article:
    """A page whose prose is kept and whose button is dropped."""
    texts = kept or (FIRST_SENTENCE, SECOND_SENTENCE)
    prose = [Line(text, LineRole.PARAGRAPH, "sentences in the body of the article") for text in texts]
    lines = (prose[0], Line(share, LineRole.CHROME, "buttons of the page"), *prose[1:])
    return Article("Bridge opens", tuple(Block(BlockKind.PARAGRAPH, text) for text in texts), "", outlet, lines=lines)


def texts(library: Library, identity: int) -> list[str]:
    return [block.text for block in library.article(identity).blocks]


def of_line(article: Article, words: str, *, is_kept: bool) -> LineCorrection:
    number = next(number for number, line in enumerate(article.lines) if line.text == words)
    return correction_of(article.lines, number, is_kept=is_kept)


@pytest.fixture
def stored(library: Library) -> int:
    identity = library.store_article(raw(1), page()).id
    annotate(library, identity)
    return identity


def put_in_order(library: Library) -> list[int]:
    """Apply rules to all that awaits them; which articles did."""
    awaiting = library.corrections.awaiting()
    return [identity for identity in awaiting if library.corrections.apply(identity).is_changed]


def highlight(library: Library, identity: int, words: str, note: str = "") -> PassageMark:
    return library.mark_passage(identity, AnchorText(library.article(identity)).places(words)[0], note)


def marked(library: Library, marks: Sequence[PassageMark]) -> list[str | None]:
    """The words that marks stand on now; None for a lost one."""
    return [
        library.article(mark.article).text_of(mark.block)[mark.start : mark.end] if mark.is_placed else None
        for mark in marks
    ]


def test_a_restored_line_is_read_searched_and_annotated_anew(library: Library, stored: int) -> None:
    outcome = library.corrections.correct(stored, of_line(page(), SHARE, is_kept=True))
    assert outcome.is_changed
    assert texts(library, stored) == [FIRST_SENTENCE, SHARE, SECOND_SENTENCE]
    assert list(library.ids(parse("share"))) == [stored]
    assert library.row(stored).state is ArticleState.WAITING
    assert library.corrections.machine_text(stored) == page()


def test_the_opposite_correction_leaves_no_trace(library: Library, stored: int) -> None:
    before = library.article(stored)
    for words in (SHARE, SECOND_SENTENCE):
        is_dropped = words == SHARE
        library.corrections.correct(stored, of_line(before, words, is_kept=is_dropped))
        assert library.article(stored) != before
        assert len(library.corrections.of_article(stored)) == 1
        library.corrections.correct(stored, of_line(before, words, is_kept=not is_dropped))
        assert library.article(stored) == before
        assert library.corrections.of_article(stored) == ()


def test_a_correction_outlives_another_cleaning(library: Library, stored: int) -> None:
    library.corrections.correct(stored, of_line(page(), SECOND_SENTENCE, is_kept=False))
    outcome = library.replace_article(stored, page(FIRST_SENTENCE, "It rained.", SECOND_SENTENCE))
    assert texts(library, stored) == [FIRST_SENTENCE, "It rained."]
    assert outcome.unplaced == ()


def test_a_correction_whose_line_is_gone_is_told_and_kept(library: Library, stored: int) -> None:
    correction = of_line(page(), SECOND_SENTENCE, is_kept=False)
    library.corrections.correct(stored, correction)
    outcome = library.replace_article(stored, page(FIRST_SENTENCE, "It rained."))
    assert outcome.unplaced == library.corrections.of_article(stored) == (correction,)


def test_a_line_that_is_not_there_can_not_be_corrected(library: Library, stored: int) -> None:
    with pytest.raises(NotFoundError, match="no line “Subscribe” in article 1"):
        library.corrections.correct(stored, LineCorrection(Quotation("Subscribe"), 0, is_kept=False))


def test_the_last_line_of_an_article_stays(library: Library, stored: int) -> None:
    library.corrections.correct(stored, of_line(page(), FIRST_SENTENCE, is_kept=False))
    with pytest.raises(LibraryError, match="nothing would be left"):
        library.corrections.correct(stored, of_line(page(), SECOND_SENTENCE, is_kept=False))
    assert texts(library, stored) == [SECOND_SENTENCE]


def test_only_other_lines_leave_the_annotations_alone(library: Library, stored: int) -> None:
    found = library.annotations(stored)
    better = replace(page(), lines=(*page().lines, Line("Footer", LineRole.CHROME, "legal")))
    assert not library.replace_article(stored, better).is_changed
    assert library.article(stored).lines == better.lines
    assert (library.annotations(stored), library.row(stored).state) == (found, ArticleState.READY)


def test_what_another_cleaning_would_change_is_told_and_not_done(library: Library, stored: int) -> None:
    highlight(library, stored, "called it late")
    before = library.article(stored)
    outcome = library.preview_replacement(stored, page(FIRST_SENTENCE))
    assert (outcome.is_changed, len(outcome.lost)) == (True, 1)
    assert library.article(stored) == before
    assert all(mark.is_placed for mark in library.passage_marks(stored))


def test_a_rule_is_for_articles_that_are_there_and_those_to_come(library: Library, stored: int) -> None:
    other = library.store_article(raw(2), page(outlet="the courier", share="Share 2 times")).id
    foreign = library.store_article(raw(3), page(outlet="The Echo")).id
    rule, _ = library.corrections.always(stored, of_line(page(), SHARE, is_kept=True))
    assert library.corrections.awaiting() == (other,)
    assert put_in_order(library) == [other]
    later = library.store_article(raw(4), page(share="Share 5 times")).id
    assert [SHARE in texts(library, stored), "Share 2 times" in texts(library, other)] == [True, True]
    assert "Share 5 times" in texts(library, later)
    assert texts(library, foreign) == [FIRST_SENTENCE, SECOND_SENTENCE]
    assert library.corrections.rules() == (replace(rule, articles=3, lines=3),)
    assert library.corrections.of_article(stored) == ()
    assert library.article(other).lines[1].decided_by is Decider.RULE


def test_a_revoked_rule_changes_every_article_back(library: Library, stored: int) -> None:
    other = library.store_article(raw(2), page()).id
    before = library.article(stored)
    rule, _ = library.corrections.always(stored, of_line(page(), SHARE, is_kept=True))
    put_in_order(library)
    assert library.corrections.revoke_rule(rule.id).example == SHARE
    assert sorted(put_in_order(library)) == [stored, other]
    assert library.article(stored) == library.article(other) == before
    assert library.corrections.rules() == ()
    with pytest.raises(NotFoundError, match="no rule 1"):
        library.corrections.revoke_rule(rule.id)


def test_what_is_said_of_one_article_outweighs_the_rule_and_a_new_rule_the_old(library: Library, stored: int) -> None:
    library.corrections.always(stored, of_line(page(), SHARE, is_kept=True))
    library.corrections.correct(stored, of_line(page(), SHARE, is_kept=False))
    assert SHARE not in texts(library, stored)
    assert library.corrections.of_article(stored) == (of_line(page(), SHARE, is_kept=False),)
    library.corrections.always(stored, of_line(page(), SHARE, is_kept=False))
    assert [rule.is_kept for rule in library.corrections.rules()] == [False]


def test_an_article_of_no_known_outlet_gets_no_rule(library: Library) -> None:
    identity = library.store_article(raw(1), page(outlet="")).id
    with pytest.raises(LibraryError, match="no outlet"):
        library.corrections.always(identity, of_line(page(), SHARE, is_kept=True))
    assert library.corrections.rules() == ()


def test_an_outlet_that_says_anything_is_only_text(library: Library) -> None:
    nasty = "'; DROP TABLE article; -- %"
    identity = library.store_article(raw(1), page(outlet=nasty)).id
    library.corrections.always(identity, of_line(page(), SHARE, is_kept=True))
    assert [rule.outlet for rule in library.corrections.rules()] == [nasty]


def test_a_rule_that_was_revoked_can_be_made_again(library: Library, stored: int) -> None:
    rule, _ = library.corrections.always(stored, of_line(page(), SHARE, is_kept=True))
    library.corrections.revoke_rule(rule.id)
    put_in_order(library)
    again = library.corrections.add_rule(rule)
    put_in_order(library)
    assert SHARE in texts(library, stored)
    assert library.corrections.rules() == (replace(again, articles=1, lines=1),)
    assert isinstance(again, OutletRule)


def test_marks_move_with_their_words_and_stay_lost_only_while_these_are_gone(library: Library, stored: int) -> None:
    kept = highlight(library, stored, "opened the bridge")
    lost = highlight(library, stored, "called it late", "who did?")
    about = library.mark_passage(stored, None, "the second of March")
    outcome = library.replace_article(stored, page("It rained in Porto.", FIRST_SENTENCE))
    assert [mark.id for mark in outcome.lost] == [lost.id]
    marks = library.passage_marks(stored)
    assert [mark.id for mark in marks] == [about.id, kept.id, lost.id]
    assert marked(library, marks) == ["", "opened the bridge", None]
    assert (marks[1].block, marks[2].note) == (1, "who did?")
    back = library.replace_article(stored, page())
    assert [mark.id for mark in back.found] == [lost.id]
    assert marked(library, library.passage_marks(stored)) == ["", "opened the bridge", "called it late"]


def test_a_correction_moves_marks_too(library: Library, stored: int) -> None:
    mark = highlight(library, stored, "Critics")
    library.corrections.correct(stored, of_line(page(), SHARE, is_kept=True))
    assert [(each.block, each.start) for each in library.passage_marks(stored)] == [(2, 0)]
    outcome = library.corrections.correct(stored, of_line(page(), SECOND_SENTENCE, is_kept=False))
    assert [each.id for each in outcome.lost] == [mark.id]


def test_a_note_is_changed_taken_away_and_put_back(library: Library, stored: int) -> None:
    mark = highlight(library, stored, "Critics", "which?")
    assert library.write_note(mark.id, " who? ") == mark
    changed = library.passage_marks(stored)[0]
    assert changed.note == "who?"
    assert library.remove_passage_mark(mark.id) == changed
    assert library.passage_marks() == ()
    assert library.put_back_passage_mark(changed) == changed
    assert library.passage_marks() == (changed,)


@pytest.mark.parametrize("anchor", [Anchor(5, 0, 1), Anchor(0, 3, 3), Anchor(0, 0, 999), Anchor(-2, 0, 1)])
def test_a_passage_that_is_not_there_can_not_be_marked(library: Library, stored: int, anchor: Anchor) -> None:
    with pytest.raises(LibraryError, match="no such passage"):
        library.mark_passage(stored, anchor)


def test_notes_are_bounded_and_made_safe(library: Library, stored: int) -> None:
    assert highlight(library, stored, "Critics", "a\x1b[2Jb").note == "a␛[2Jb"
    with pytest.raises(LibraryError, match="at most 10,000 characters"):
        highlight(library, stored, "Critics", "x" * 10_001)
    with pytest.raises(LibraryError, match="needs a passage"):
        library.mark_passage(stored, None)


@pytest.mark.parametrize(
    "ask",
    [
        lambda library: library.mark_passage(7, None, "x"),
        lambda library: library.write_note(7, "x"),
        lambda library: library.remove_passage_mark(7),
        lambda library: library.corrections.machine_text(7),
        lambda library: library.corrections.apply(7),
        lambda library: library.preview_replacement(7, page()),
    ],
)
def test_what_is_not_there_is_named(library: Library, ask: object) -> None:
    assert callable(ask)
    with pytest.raises(NotFoundError, match=r"no (article|mark) 7"):
        ask(library)
