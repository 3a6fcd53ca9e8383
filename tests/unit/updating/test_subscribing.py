"""What can be subscribed to: a feed, a site that names one, a folder, a list of feeds; and what can not."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.library import Library
from articles.model import SourceKind
from articles.updating import Updating
from articles.updating.subscribing import spelt_out
from tests.serving import Answer, Server
from tests.unit.updating.feed_making import Item, feed, page

LINKS = (
    '<link rel="alternate" type="application/rss+xml" title="All news" href="/all.xml">'
    '<link rel="alternate" type="application/atom+xml" title="Sport" href="/sport.xml">'
)


def addresses(library_path: Path) -> list[str]:
    with Library.open(library_path) as library:
        return [source.address for source in library.sources.all()]


def test_the_feed_of_a_site_is_found_and_the_others_are_named(server: Server, library_path: Path) -> None:
    server.pages["/"] = page("Courier", head=LINKS)
    server.pages["/all.xml"] = feed(Item("1"))
    report, made = Updating(library_path).subscribe([server.address("/")])
    assert (report.added, report.problems) == (1, ())
    assert [each.source.address for each in made] == [server.address("/all.xml")]
    assert len(report.notices) == 1
    assert f"Sport ({server.address('/sport.xml')})" in report.notices[0]
    assert [asked.path for asked in server.asked] == ["/", "/all.xml"]


def test_where_the_best_feed_cannot_be_read_the_next_one_is_taken(server: Server, library_path: Path) -> None:
    server.pages["/"] = page("Courier", head=LINKS)
    server.pages["/sport.xml"] = feed(Item("1"))
    Updating(library_path).subscribe([server.address("/")])
    assert addresses(library_path) == [server.address("/sport.xml")]


@pytest.mark.parametrize("head", ["", LINKS])
def test_a_page_without_a_feed_is_refused(head: str, server: Server, library_path: Path) -> None:
    server.pages["/"] = page("Courier", head=head)
    report, made = Updating(library_path).subscribe([server.address("/")])
    assert made == ()
    assert len(report.problems) == 1
    assert "feed" in report.problems[0]
    assert "\n" not in report.problems[0]


def test_a_site_cannot_name_a_feed_in_the_readers_own_network(server: Server, library_path: Path) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="http://10.1.2.3/feed">'
    server.pages["/"] = page("Courier", head=link)
    report, made = Updating(library_path).subscribe([server.address("/")])
    assert made == ()
    assert "private" in report.problems[0]


def test_a_list_of_feeds_is_subscribed_to_as_a_whole(server: Server, library_path: Path, tmp_path: Path) -> None:
    server.pages["/a.xml"] = feed(Item("1"))
    server.pages["/b.xml"] = Answer(status=404)
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        '<opml version="2.0"><body><outline text="World">'
        f'<outline text="Alpha" type="rss" xmlUrl="{server.address("/a.xml")}"/></outline>'
        f'<outline text="Beta" type="rss" xmlUrl="{server.address("/b.xml")}"/></body></opml>'
    )
    report, made = Updating(library_path).subscribe([str(opml)])
    assert (report.added, len(report.problems), len(made)) == (1, 1, 2)
    with Library.open(library_path) as library:
        kept = {(source.title, source.category, source.failures) for source in library.sources.all()}
    assert kept == {("Alpha", "World", 0), ("Beta", "", 1)}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("example.org", "https://example.org"),
        ("example.org/news?x=1", "https://example.org/news?x=1"),
        ("https://example.org", "https://example.org"),
        ("missing.txt", "missing.txt"),
        ("feeds.opml", "feeds.opml"),
        ("there.is", "there.is"),
        ("two words.org", "two words.org"),
        ("folder", "folder"),
        ("", ""),
    ],
)
def test_an_address_may_be_named_as_browsers_take_it(
    word: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there.is").touch()
    assert spelt_out(word) == expected


def test_a_folder_is_watched(library_path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("Ferry sails again\n\nThe ferry to Porto sailed again on Tuesday, its owner said.\n")
    report, made = Updating(library_path).subscribe([str(folder)])
    assert (report.added, made[0].source.kind, made[0].source.address) == (1, SourceKind.FOLDER, str(folder))


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("nowhere", "no such address, folder or file"),
        ("", "no such address, folder or file"),
        ("article.txt", "neither a folder nor a list of feeds"),
        ("http://127.0.0.1:1/feed", "refused"),
        ("bad.opml", "names no feed"),
    ],
)
def test_what_cannot_be_subscribed_to_is_told_in_a_line(
    word: str, reason: str, library_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text("Ferry sails again\n")
    (tmp_path / "bad.opml").write_text("<opml><body></body></opml>")
    report, made = Updating(library_path).subscribe([word])
    assert made == ()
    assert len(report.problems) == 1
    assert reason in report.problems[0]
    assert "\n" not in report.problems[0]
