"""Feeds: subscribed to, updated, unchanged, moved, gone, to be left alone, and what of them is stored."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from articles.library import Library
from articles.model import ArticleState, Source
from articles.progress import Progress, Report, Stage
from articles.updating import Updating
from tests.serving import Answer, Asked, Server
from tests.unit.updating.feed_making import Item, feed, page


def titles(library_path: Path) -> set[str]:
    with Library.open(library_path) as library:
        return {row.title for row in library.rows(library.ids())}


def source(library_path: Path, identity: int = 1) -> Source:
    with Library.open(library_path) as library:
        return library.sources.one(identity)


def subscribe(library_path: Path, *words: str) -> Report:
    report, made = Updating(library_path).subscribe(words)
    assert made
    return report


def test_a_feed_that_is_subscribed_to_gives_its_articles(server: Server, library_path: Path) -> None:
    server.pages["/feed"] = feed(Item("1"), Item("2", link="https://courier.example/2", full="<p>All of it.</p>" * 30))
    report, made = Updating(library_path).subscribe([server.address("/feed?utm_source=x")])
    assert (report.added, report.annotated, report.sources, report.problems) == (2, 2, 1, ())
    assert [each.is_new for each in made] == [True]
    assert len(server.asked) == 1, "what was fetched to look at it is not fetched again"
    kept = source(library_path)
    assert (kept.address, kept.title, kept.home) == (
        server.address("/feed"),
        "Harbour Courier",
        "https://courier.example/",
    )
    assert kept.articles == 2
    assert kept.succeeded_at is not None
    with Library.open(library_path) as library:
        rows = {row.title: row for row in library.rows(library.ids())}
        assert {row.outlet for row in rows.values()} == {"Harbour Courier"}
        assert {row.state for row in rows.values()} == {ArticleState.READY}
        assert not rows["Story 2"].is_summary
        assert not rows["Story 1"].is_summary, "there is no address to fetch the full text from"


def test_only_what_is_new_or_has_changed_is_added(server: Server, library_path: Path) -> None:
    server.pages["/feed"] = feed(Item("1"), Item("2"))
    subscribe(library_path, server.address("/feed"))
    assert Updating(library_path).update() == Report(sources=1)
    server.pages["/feed"] = feed(Item("3"), Item("2", summary="Longer than before."), Item("1"))
    report = Updating(library_path).update()
    assert (report.added, report.changed, report.sources) == (1, 1, 1)
    assert titles(library_path) == {"Story 1", "Story 2", "Story 3"}


def test_a_server_that_says_that_nothing_has_changed_is_believed(server: Server, library_path: Path) -> None:
    def answer(asked: Asked) -> Answer:
        unchanged = asked.headers.get("if-none-match") == '"v1"'
        return Answer(status=304) if unchanged else feed(Item("1"), headers={"ETag": '"v1"'})

    server.pages["/feed"] = answer
    subscribe(library_path, server.address("/feed"))
    assert Updating(library_path).update() == Report(sources=1)
    assert source(library_path).validators.etag == '"v1"'
    assert source(library_path).failures == 0


def test_a_feed_that_has_moved_for_good_is_kept_where_it_is(server: Server, library_path: Path) -> None:
    server.pages["/old"] = feed(Item("1"))
    subscribe(library_path, server.address("/old"))
    server.pages["/old"] = Answer(status=301, headers={"Location": "/between"})
    server.pages["/between"] = Answer(status=308, headers={"Location": "/new"})
    server.pages["/new"] = feed(Item("1"), Item("2"))
    report = Updating(library_path).update()
    assert report.added == 1
    assert len(report.notices) == 1
    assert "moved for good" in report.notices[0]
    assert source(library_path).address == server.address("/new")


def test_a_feed_that_moves_to_another_one_says_so_and_stays(server: Server, library_path: Path) -> None:
    server.pages["/old"] = feed(Item("1"), title="Old Courier")
    server.pages["/new"] = feed(Item("2"), title="New Courier")
    subscribe(library_path, server.address("/old"), server.address("/new"))
    server.pages["/old"] = Answer(status=301, headers={"Location": "/new"})
    report = Updating(library_path).update()
    assert len(report.notices) == 1
    assert "already" in report.notices[0]
    with Library.open(library_path) as library:
        assert {each.address for each in library.sources.all()} == {server.address("/old"), server.address("/new")}


def test_a_feed_that_is_gone_is_left_out_until_it_is_subscribed_to_again(server: Server, library_path: Path) -> None:
    server.pages["/feed"] = feed(Item("1"))
    subscribe(library_path, server.address("/feed"))
    server.pages["/feed"] = Answer(status=410)
    report = Updating(library_path).update()
    assert len(report.problems) == 1
    assert "gone for good" in report.problems[0]
    gone = source(library_path)
    assert (gone.is_active, gone.articles) == (False, 1)
    assert "gone" in gone.note
    asked = len(server.asked)
    assert Updating(library_path).update() == Report()
    assert len(server.asked) == asked
    server.pages["/feed"] = feed(Item("1"), Item("2"))
    assert subscribe(library_path, server.address("/feed")).added == 1
    assert source(library_path).is_active


def test_a_source_that_is_out_of_rotation_is_asked_when_it_is_named(server: Server, library_path: Path) -> None:
    server.pages["/feed"] = feed(Item("1"))
    subscribe(library_path, server.address("/feed"))
    server.pages["/feed"] = Answer(status=410)
    Updating(library_path).update()
    server.pages["/feed"] = feed(Item("2"))
    assert Updating(library_path).update([1]).added == 1
    assert source(library_path).is_active


def test_a_server_that_wants_to_be_left_alone_is(
    server: Server, library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROADSHEET_NOW", "2025-06-01T12:00:00+00:00")
    server.pages["/feed"] = feed(Item("1"))
    subscribe(library_path, server.address("/feed"))
    server.pages["/feed"] = Answer(status=429, headers={"Retry-After": "3600"})
    report = Updating(library_path).update()
    assert len(report.problems) == 1
    asked = len(server.asked)
    monkeypatch.setenv("BROADSHEET_NOW", "2025-06-01T12:59:00+00:00")
    report = Updating(library_path).update()
    assert len(server.asked) == asked
    assert report.problems == ()
    assert len(report.notices) == 1
    assert "left alone until" in report.notices[0]
    monkeypatch.setenv("BROADSHEET_NOW", "2025-06-01T13:00:01+00:00")
    server.pages["/feed"] = feed(Item("1"), Item("2"))
    assert Updating(library_path).update().added == 1


def test_progress_counts_sources(server: Server, library_path: Path) -> None:
    for number in range(3):
        server.pages[f"/{number}"] = feed(Item(str(number)), title=f"Feed {number}")
    subscribe(library_path, *(server.address(f"/{number}") for number in range(3)))
    server.pages["/1"] = feed(Item("new"), title="Feed 1")
    seen: list[Progress] = []
    Updating(library_path, on_progress=seen.append).update()
    updating = [progress for progress in seen if progress.stage is Stage.UPDATING]
    assert {progress.total for progress in updating} == {3}
    assert [progress.done for progress in updating] == sorted(progress.done for progress in updating)
    assert updating[-1].done == 3
    assert "Story new" in {progress.title for progress in updating}


def test_an_update_that_is_stopped_keeps_what_it_has_and_the_next_one_goes_on(
    server: Server, library_path: Path
) -> None:
    cancelled = threading.Event()
    server.pages["/quick"] = feed(Item("1"), headers={"ETag": '"v1"'}, title="Quick")
    server.pages["/slow"] = feed(Item("2"), headers={"ETag": '"v1"'}, title="Slow")
    subscribe(library_path, server.address("/quick"), server.address("/slow"))

    def never(asked: Asked) -> Answer:
        server.leaving.wait()
        return feed(Item("2"))

    server.pages["/quick"] = feed(Item("1"), Item("3"), title="Quick")
    server.pages["/slow"] = never

    def stop(progress: Progress) -> None:
        if progress.stage is Stage.UPDATING and progress.done == 1:
            cancelled.set()

    report = Updating(library_path, on_progress=stop, cancelled=cancelled).update()
    assert report.is_cancelled
    assert (report.added, report.problems) == (1, ())
    assert source(library_path, 2).failures == 0
    server.pages["/slow"] = feed(Item("2"), Item("4"), title="Slow")
    assert Updating(library_path).update().added == 1
    assert titles(library_path) == {"Story 1", "Story 2", "Story 3", "Story 4"}


def test_an_item_that_broke_off_half_stored_is_delivered_again(server: Server, library_path: Path) -> None:
    """What a server is told to have seen, it never sends again: so it is told only once all is stored."""
    cancelled = threading.Event()
    server.pages["/feed"] = feed(*(Item(str(number)) for number in range(9)), headers={"ETag": '"v1"'})

    def stop(progress: Progress) -> None:
        if progress.title.startswith("Story"):
            cancelled.set()

    report, _ = Updating(library_path, on_progress=stop, cancelled=cancelled).subscribe([server.address("/feed")])
    assert report.is_cancelled
    assert 0 < report.added < 9
    assert source(library_path).validators.etag == ""
    assert Updating(library_path).update().added == 9 - report.added
    assert source(library_path).validators.etag == '"v1"'


def test_a_feed_without_validators_costs_no_worker_when_nothing_is_new(server: Server, library_path: Path) -> None:
    server.pages["/feed"] = feed(Item("1"))
    subscribe(library_path, server.address("/feed"))
    seen: list[Progress] = []
    Updating(library_path, on_progress=seen.append).update()
    assert Stage.STARTING not in {progress.stage for progress in seen}


def test_a_feed_that_is_named_to_be_added_is_subscribed_to(server: Server, library_path: Path) -> None:
    server.pages["/feed"] = feed(Item("1"))
    report = Updating(library_path).add([server.address("/feed")])
    assert (report.added, report.sources, report.problems) == (1, 1, ())
    assert report.notices == (f"{server.address('/feed')} is a feed; you are subscribed to it.",)
    assert Updating(library_path).add([server.address("/feed")]).added == 0


def test_a_page_that_is_named_becomes_an_article_once(server: Server, library_path: Path) -> None:
    server.pages["/2024/bridge"] = page("Mayor opens the harbour bridge")
    address = server.address("/2024/bridge")
    report = Updating(library_path).add([f"{address}?utm_source=letter", address])
    assert (report.added, report.problems) == (1, ())
    assert len(server.asked) == 1
    with Library.open(library_path) as library:
        assert library.raw_document(1).origin == address
    assert Updating(library_path).add([address]).unchanged == 1
    server.pages["/2024/bridge"] = page("Mayor opens the harbour bridge late")
    report = Updating(library_path).add([address])
    assert (report.added, report.changed) == (0, 1)
    assert titles(library_path) == {"Mayor opens the harbour bridge late"}


def test_a_front_page_is_no_article(server: Server, library_path: Path) -> None:
    server.pages["/"] = page(
        "Courier", head='<link rel="alternate" type="application/rss+xml" href="/feed" title="All news">'
    )
    report = Updating(library_path).add([server.address("/")])
    assert report.added == 0
    assert len(report.problems) == 1
    assert f"broadsheet subscribe {server.address('/')}" in report.problems[0]
    server.pages["/feed"] = feed(Item("1"))
    report = Updating(library_path).add([server.address("/")], subscribes_to_sites=True)
    assert (report.added, report.problems) == (1, ())
    assert source(library_path).address == server.address("/feed")


def test_files_and_addresses_can_be_named_together(server: Server, library_path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Ferry sails again\n\nThe ferry to Porto sailed again on Tuesday, its owner said.\n"
    )
    server.pages["/bridge"] = page("Mayor opens the harbour bridge")
    report = Updating(library_path).add([server.address("/bridge"), str(tmp_path / "a.txt"), server.address("/none")])
    assert report.added == 2
    assert len(report.problems) == 1
    assert "/none" in report.problems[0]
