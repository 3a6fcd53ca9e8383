"""Cleaning again what is stored: a better cleaner over the raw bytes, with all that the reader made of it kept."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from articles.anchoring import AnchorText
from articles.cleaning import clean
from articles.cleaning.corrections import correction_of
from articles.library import Library
from articles.model import Annotations, Article, ArticleState, Block, BlockKind, RawDocument, SourceFormat
from articles.pipeline import Pipeline
from articles.progress import Progress, Stage
from articles.recleaning import Recleaning
from articles.run import OutdatedError, link_article
from tests.library.building import RETRIEVED_AT

SENTENCES = (
    "Mayor Ana Ruiz opened the harbour bridge in Lisbon on 3 March 2024.",
    "She said that it had cost 40 million euros and taken six years to build.",
    "Critics called it late, and said that nobody had asked for so dear a bridge.",
)
RAW = [
    RawDocument(
        "\n\n".join((f"Bridge {number} opens in the harbour", *SENTENCES, "Share this", "")).encode(),
        f"/saved/{number}.txt",
        SourceFormat.TEXT,
        RETRIEVED_AT,
    )
    for number in range(4)
]
NAVIGATION = "Home News Sport Weather"


def worse(raw: RawDocument) -> Article:
    """What a worse cleaner made of it: a menu in the text, and the last sentence left out."""
    good = clean(raw)
    return replace(good, blocks=(Block(BlockKind.PARAGRAPH, NAVIGATION), *good.blocks[:-1]))


@pytest.fixture(autouse=True)
def _without_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests are about the road, not about what is found on it."""
    monkeypatch.setenv("BROADSHEET_ENGINE", "plain")


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    """A library of four articles, of which a worse cleaner cleaned all but the last."""
    path = tmp_path / "library.broadsheet"
    with Library.open(path) as library:
        for number, raw in enumerate(RAW):
            library.store_article(raw, worse(raw) if number < 3 else clean(raw))
    Pipeline(path).annotate_pending()
    return path


def ignore(progress: Progress) -> None:
    """Be told."""


def highlight(library: Library, identity: int, words: str, note: str = "") -> int:
    anchor = AnchorText(library.article(identity)).places(words)[0]
    return library.mark_passage(identity, anchor, note).id


def test_a_better_cleaner_changes_what_it_cleans_better_and_keeps_what_the_reader_made(library_path: Path) -> None:
    with Library.open(library_path) as library:
        library.tags.add([1], "bridges")
        library.set_starred([1], True)
        library.set_read([1], True)
        kept = highlight(library, 1, "the harbour bridge")
        lost = highlight(library, 1, "News Sport", "why?")
        digests = [hashlib.sha256(library.raw_document(identity).content).digest() for identity in (1, 2, 3, 4)]
    seen: list[Progress] = []
    report = Recleaning(library_path, on_progress=seen.append).clean_again([1, 2, 3, 4])
    assert (report.cleaned, report.changed, report.problems, report.is_cancelled) == (4, 3, (), False)
    assert [mark.id for mark in report.lost] == [lost]
    assert [article.id for article in report.articles] == [1, 2, 3]
    assert [(each.done, each.total) for each in seen if each.stage is Stage.CLEANING] == [(n, 4) for n in (1, 2, 3, 4)]
    with Library.open(library_path) as library:
        assert [library.article(identity) for identity in (1, 2, 3, 4)] == [clean(raw) for raw in RAW]
        row = library.row(1)
        assert (row.tags, row.is_starred, row.is_read) == (("bridges",), True, True)
        placed, unplaced = library.passage_marks(1)
        assert (placed.id, placed.block, unplaced.id, unplaced.is_placed) == (kept, 0, lost, False)
        assert library.pending() == (3, 2, 1)
        assert digests == [hashlib.sha256(library.raw_document(identity).content).digest() for identity in (1, 2, 3, 4)]
    assert Pipeline(library_path).annotate_pending().annotated == 3
    assert Recleaning(library_path, on_progress=ignore).clean_again([1, 2, 3, 4]).changed == 0


def test_corrections_and_rules_survive_it(library_path: Path) -> None:
    with Library.open(library_path) as library:
        lines = library.article(1).lines
        number = next(number for number, line in enumerate(lines) if line.text == SENTENCES[0])
        library.corrections.correct(1, correction_of(lines, number, is_kept=False))
    report = Recleaning(library_path, on_progress=ignore).clean_again([1])
    assert report.changed == 1
    with Library.open(library_path) as library:
        assert [block.text for block in library.article(1).blocks] == list(SENTENCES[1:])


def test_a_trial_changes_nothing(library_path: Path) -> None:
    before = library_path.read_bytes()
    report = Recleaning(library_path, on_progress=ignore).clean_again([1, 2, 3, 4], is_trial=True)
    assert (report.cleaned, report.changed) == (4, 3)
    with Library.open(library_path) as library:
        assert library.article(1) == worse(RAW[0])
    assert library_path.read_bytes() == before


def test_what_can_not_be_cleaned_any_more_stays_as_it_is(library_path: Path) -> None:
    with Library.open(library_path) as library:
        odd = replace(RAW[0], content=b"Share this\n", origin="/saved/odd.txt")
        identity = library.store_article(odd, worse(RAW[0])).id
    report = Recleaning(library_path, on_progress=ignore).clean_again([identity, 1])
    assert (report.cleaned, report.changed) == (1, 1)
    assert len(report.problems) == 1
    assert report.problems[0].startswith(f"Article {identity} stays as it was: /saved/odd.txt: no article could be")
    with Library.open(library_path) as library:
        assert library.article(identity) == worse(RAW[0])


def test_what_is_gone_meanwhile_is_passed_over(library_path: Path) -> None:
    assert Recleaning(library_path, on_progress=ignore).clean_again([9, 1]).cleaned == 1


def test_a_run_that_is_cancelled_keeps_what_was_done(library_path: Path) -> None:
    cancelled = threading.Event()

    def cancel(progress: Progress) -> None:
        if progress.stage is Stage.CLEANING:
            cancelled.set()

    report = Recleaning(library_path, on_progress=cancel, cancelled=cancelled).clean_again([1, 2, 3, 4])
    assert (report.cleaned, report.is_cancelled) == (1, True)
    with Library.open(library_path) as library:
        assert library.article(1) == clean(RAW[0])
        assert library.article(3) == worse(RAW[2])


def test_rules_are_applied_one_article_after_another_and_go_on_where_they_were_stopped(library_path: Path) -> None:
    with Library.open(library_path) as library:
        for identity in (1, 2, 3, 4):
            library.replace_article(identity, replace(library.article(identity), outlet="The Harbour Post"))
        lines = library.article(1).lines
        number = next(number for number, line in enumerate(lines) if line.text == SENTENCES[0])
        library.corrections.always(1, correction_of(lines, number, is_kept=False))
        assert library.corrections.awaiting() == (4, 3, 2)
    cancelled = threading.Event()
    stopped = Recleaning(library_path, on_progress=lambda _: cancelled.set(), cancelled=cancelled).apply_rules()
    assert (stopped.changed, stopped.is_cancelled) == (1, True)
    seen: list[Progress] = []
    rest = Recleaning(library_path, on_progress=seen.append).apply_rules()
    assert (rest.changed, rest.is_cancelled) == (2, False)
    assert [(each.stage, each.done, each.total) for each in seen] == [
        (Stage.CORRECTING, 1, 2),
        (Stage.CORRECTING, 2, 2),
    ]
    with Library.open(library_path) as library:
        assert all(SENTENCES[0] not in [block.text for block in library.article(n).blocks] for n in (1, 2, 3, 4))


def test_what_was_found_in_a_text_is_not_stored_with_another_one(library_path: Path) -> None:
    with Library.open(library_path) as library:
        before = library.article(1)
        library.replace_article(1, clean(RAW[0]))
        with pytest.raises(OutdatedError):
            link_article(library, 1, before, Annotations("test engine"))
        assert (library.annotations(1), library.row(1).state) == (None, ArticleState.WAITING)


def test_an_article_that_is_corrected_while_it_is_annotated_is_annotated_again(library_path: Path) -> None:
    with Library.open(library_path) as library:
        library.replace_article(1, replace(worse(RAW[0]), title="Another title"))
        library.replace_article(2, replace(worse(RAW[1]), title="Another title"))

    def correct(progress: Progress) -> None:
        if progress.stage is Stage.ANNOTATING and progress.done == 1:
            with Library.open(library_path) as library:
                library.replace_article(1, clean(RAW[0]))

    report = Pipeline(library_path, on_progress=correct).annotate_pending()
    assert report.problems == ()
    with Library.open(library_path) as library:
        assert library.pending() == ()
        found = library.annotations(1)
        assert found is not None
        assert {sentence.block for sentence in found.sentences} <= {-1, *range(len(library.article(1).blocks))}
