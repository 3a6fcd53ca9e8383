"""What the reader says holds: after more articles, another cleaning, another annotation, and on another machine."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from articles.anchoring import AnchorText
from articles.cleaning.corrections import correction_of
from articles.library import Library
from articles.linking.rulings import YOU_SAID_SO
from articles.model import LIKELY, BlockKind, EntityKind, KnownEntity, LinkedPassages
from articles.pipeline import Pipeline
from articles.query import parse
from articles.recleaning import Recleaning
from articles.relinking import Relinking, link_ruled

NEW = """Harbour of Holmport quiet as dockers wait

The dockers of Holmport waited on Tuesday for word from Halvard Lines. Maureen Doyle said the strike would go on.
"""


@dataclass(frozen=True, slots=True)
class Said:
    """What the reader has said, and where that is seen."""

    merged: int
    into: int
    renamed: int
    hidden: int
    line: str
    article: int
    """Which the line, the note and the tag are of."""
    same: LinkedPassages
    apart: LinkedPassages


@pytest.fixture(scope="module")
def said(made_samples: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Said]:
    """The demo articles in a library of which the reader has corrected much, added from a folder."""
    path = Path(shutil.copy(made_samples, tmp_path_factory.mktemp("corrected") / "library.sqlite3"))
    with Library.open(path) as library:
        made = corrected(library)
    link_what_awaits(path)
    return path, made


def corrected(library: Library) -> Said:
    """Correct names, lines and links, and mark an article."""
    names = library.entity_corrections
    people = [each for each in library.entities(limit=400) if each.kind is EntityKind.PERSON]
    one, other, third, fourth = people[:4]
    names.merge(one.id, other.id)
    names.rename(third.id, "Somebody Else")
    names.hide(fourth.id)
    article, line = a_dropped_line(library)
    library.corrections.correct(article, correction_of(library.article(article).lines, line, is_kept=True))
    words = next(each.text for each in library.article(article).blocks if each.kind is BlockKind.PARAGRAPH)[:30]
    library.mark_passage(article, AnchorText(library.article(article)).places(words)[0], "worth a call")
    library.tags.add([article], "checked")
    library.set_starred([article], True)
    doubtful, sure = links_to_rule(library, without=article)
    for linked, is_same in ((doubtful, True), (sure, False)):
        link_ruled(library, library.event_rulings.rule(linked.here, linked.there, is_same))
    return Said(
        one.id, other.id, third.id, fourth.id, library.article(article).lines[line].text, article, doubtful, sure
    )


def a_dropped_line(library: Library) -> tuple[int, int]:
    """A line that cleaning has dropped from an article, by its number."""
    for article in sorted(library.ids()):
        for number, line in enumerate(library.article(article).lines):
            if line.role.is_dropped and len(line.text) > 20:
                return article, number
    raise AssertionError("nothing was dropped")


def links_to_rule(library: Library, without: int) -> tuple[LinkedPassages, LinkedPassages]:
    """A doubtful link and a believed one, neither of which touches an article."""
    found = [
        each
        for article in sorted(library.ids())
        for each in library.links(article)
        if without not in (each.here.article, each.there.article) and each.link.relation.is_one_event
    ]
    doubtful = next(each for each in found if each.link.confidence < LIKELY)
    ends = {doubtful.here.article, doubtful.there.article}
    sure = next(
        each
        for each in found
        if each.link.confidence >= LIKELY and ends.isdisjoint({each.here.article, each.there.article})
    )
    return doubtful, sure


def link_what_awaits(path: Path) -> None:
    """Annotate and link what waits for it, as the room does in the background."""
    Pipeline(path).annotate_pending()
    assert Relinking(path, on_progress=lambda progress: None).link_awaiting().problems == ()


def between(library: Library, linked: LinkedPassages) -> list[LinkedPassages]:
    """The links between the sentences of two passages, wherever these stand now, that make one event of them."""
    return [
        each
        for each in library.links(linked.here.article)
        if (each.here.text, each.there.text) == (linked.here.text, linked.there.text)
        and each.there.article == linked.there.article
        and each.link.relation.is_one_event
    ]


def assert_holds(path: Path, said: Said) -> None:
    """What the reader said is what a screen shows."""
    with Library.open(path) as library:
        shown: dict[int, KnownEntity] = {each.id: each for each in library.entities(limit=1000)}
        assert said.merged not in shown
        assert library.entity(said.merged).id == said.into
        assert shown[said.renamed].name == "Somebody Else"
        assert said.hidden not in shown
        assert any(block.text == said.line for block in library.article(said.article).blocks)
        row = library.row(said.article)
        assert ("checked" in row.tags, row.is_starred) == (True, True)
        (note,) = library.passage_marks(said.article)
        assert (note.note, note.is_placed) == ("worth a call", True)
        same = max(between(library, said.same), key=lambda linked: linked.link.confidence)
        assert (same.link.confidence, same.link.because[0]) == (1.0, YOU_SAID_SO)
        assert same.here.event == same.there.event
        assert between(library, said.apart) == []
        assert [row.is_in_effect for row in library.event_rulings.rows(library.event_rulings.all())] == [True, True]


def test_it_holds_at_once(said: tuple[Path, Said]) -> None:
    assert_holds(*said)


def test_it_holds_after_more_articles(said: tuple[Path, Said], tmp_path: Path) -> None:
    path = Path(shutil.copy(said[0], tmp_path / "library.sqlite3"))
    (tmp_path / "new.txt").write_text(NEW, "utf-8")
    assert Pipeline(path).add([str(tmp_path / "new.txt")]).added == 1
    link_what_awaits(path)
    assert_holds(path, said[1])


def test_it_holds_after_all_is_cleaned_and_annotated_again(said: tuple[Path, Said], tmp_path: Path) -> None:
    path = Path(shutil.copy(said[0], tmp_path / "library.sqlite3"))
    with Library.open(path) as library:
        everything = sorted(library.ids())
    assert Recleaning(path, on_progress=lambda progress: None).clean_again(everything).problems == ()
    with Library.open(path) as library:
        for article in everything:
            library.mark_failed(article, "to be annotated again")
        assert len(library.retry_failed()) == len(everything)
    link_what_awaits(path)
    with Library.open(path) as library:
        assert library.pending() == ()
    assert_holds(path, said[1])


def test_it_holds_on_another_machine_and_can_be_taken_back_there(
    said: tuple[Path, Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "another home" / "moved.sqlite3"
    elsewhere.parent.mkdir()
    shutil.copy(said[0], elsewhere)
    monkeypatch.setenv("HOME", str(elsewhere.parent))
    monkeypatch.chdir(elsewhere.parent)
    assert_holds(elsewhere, said[1])
    with Library.open(elsewhere) as library:
        for each in reversed(library.entity_corrections.all()):
            library.entity_corrections.revoke(each.id)
        for ruling in reversed(library.event_rulings.all()):
            link_ruled(library, library.event_rulings.revoke(ruling.id))
    link_what_awaits(elsewhere)
    with Library.open(elsewhere) as library:
        shown = {each.id: each.name for each in library.entities(limit=1000)}
        assert {said[1].merged, said[1].renamed, said[1].hidden} <= shown.keys()
        assert "Somebody Else" not in shown.values()
        assert between(library, said[1].apart) != []
        assert not any(YOU_SAID_SO in each.link.because for each in between(library, said[1].same))
        assert list(library.ids(parse("tag:checked"))) == [said[1].article]
