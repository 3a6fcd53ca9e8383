"""The full text of a summary: fetched, refused where it is none, and what the feed alone knew is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.errors import NotFoundError
from articles.library import Library
from articles.model import ArticleRow
from articles.recleaning import Recleaning
from articles.updating import Updating
from tests.serving import Answer, Server
from tests.unit.updating.feed_making import PARAGRAPHS, Item, feed, page


@pytest.fixture
def address(server: Server, library_path: Path) -> str:
    """Of the page of an article of which the library has the summary."""
    there = server.address("/2024/bridge")
    server.pages["/feed"] = feed(Item("1", "Bridge opens", there))
    report, _ = Updating(library_path).subscribe([server.address("/feed")])
    assert report.added == 1
    return there


def row(library_path: Path) -> ArticleRow:
    with Library.open(library_path) as library:
        return library.row(1)


def text(library_path: Path) -> str:
    with Library.open(library_path) as library:
        return "\n".join(block.text for block in library.article(1).blocks)


def test_the_page_takes_the_place_of_the_summary(server: Server, library_path: Path, address: str) -> None:
    assert row(library_path).is_summary
    server.pages["/2024/bridge"] = page("Mayor opens the harbour bridge")
    report = Updating(library_path).fetch([1])
    assert (report.changed, report.annotated, report.problems, report.articles) == (1, 1, (), (1,))
    assert not row(library_path).is_summary
    assert PARAGRAPHS[2] in text(library_path)
    with Library.open(library_path) as library:
        assert library.raw_document(1).origin == address
        assert len(library.earlier_raw_documents(1)) == 1


def test_what_only_the_feed_knew_is_kept(server: Server, library_path: Path, address: str) -> None:
    before = row(library_path)
    server.pages["/2024/bridge"] = page("Mayor opens the harbour bridge")
    Updating(library_path).fetch([1])
    after = row(library_path)
    assert (after.outlet, after.published.day) == ("Harbour Courier", before.published.day)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(status=404), "not found"),
        (Answer(status=403), "does not let"),
        (page("Consent", ["Accept."]), "no more than the summary"),
        (Answer(b"%PDF-1.7" + bytes(300), headers={"Content-Type": "application/pdf"}), "not text"),
        (Answer(b"", headers={"Content-Type": "text/html"}), "empty"),
    ],
)
def test_a_summary_stays_where_there_is_no_better_text(
    answer: Answer, reason: str, server: Server, library_path: Path, address: str
) -> None:
    before = text(library_path)
    server.pages["/2024/bridge"] = answer
    report = Updating(library_path).fetch([1])
    assert len(report.problems) == 1
    assert reason in report.problems[0]
    assert address in report.problems[0]
    assert row(library_path).is_summary
    assert text(library_path) == before


def test_the_feed_goes_on_without_touching_the_full_text(server: Server, library_path: Path, address: str) -> None:
    server.pages["/2024/bridge"] = page("Mayor opens the harbour bridge")
    Updating(library_path).fetch([1])
    server.pages["/feed"] = feed(Item("1", "Bridge opens", address, summary="Other words."), Item("2"))
    report = Updating(library_path).update()
    assert (report.added, report.changed) == (1, 0)
    assert PARAGRAPHS[2] in text(library_path)


def test_a_page_can_be_fetched_again(server: Server, library_path: Path, address: str) -> None:
    server.pages["/2024/bridge"] = page("Mayor opens the harbour bridge")
    Updating(library_path).fetch([1])
    assert Updating(library_path).fetch([1]).unchanged == 1
    server.pages["/2024/bridge"] = page("Mayor opens the harbour bridge", [*PARAGRAPHS, "It rained all day long."])
    assert Updating(library_path).fetch([1]).changed == 1
    server.pages["/2024/bridge"] = page("Mayor opens the harbour bridge", PARAGRAPHS[:1])
    report = Updating(library_path).fetch([1])
    assert "less than half" in report.problems[0]
    assert "It rained all day long." in text(library_path)


def test_an_article_without_an_address_says_so(library_path: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Ferry sails again\n\nThe ferry to Porto sailed again on Tuesday, its owner said.\n")
    Updating(library_path).add([str(file)])
    assert "no address is known" in Updating(library_path).fetch([1]).problems[0]
    with pytest.raises(NotFoundError):
        Updating(library_path).fetch([2])


def test_a_feed_cannot_lead_into_the_readers_own_network(server: Server, library_path: Path) -> None:
    """The feed is at 127.0.0.1 because the reader named it; another private host he never named."""
    server.pages["/feed"] = feed(Item("1", "Bridge", "http://10.1.2.3/admin"))
    Updating(library_path).subscribe([server.address("/feed")])
    report = Updating(library_path).fetch([1])
    assert len(report.problems) == 1
    assert "private" in report.problems[0]


def test_what_only_the_feed_knew_is_known_after_another_cleaning(
    server: Server, library_path: Path, address: str
) -> None:
    server.pages["/2024/bridge"] = page("Mayor opens the harbour bridge")
    Updating(library_path).fetch([1])
    before = row(library_path)
    report = Recleaning(library_path, on_progress=lambda progress: None).clean_again([1])
    assert (report.cleaned, report.changed) == (1, 0)
    assert (row(library_path).outlet, row(library_path).published) == ("Harbour Courier", before.published)
