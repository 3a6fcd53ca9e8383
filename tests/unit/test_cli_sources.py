"""The commands for sources: subscribe, update, sources, unsubscribe, fetch, export, and add with an address."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from articles.sources.opml import read_opml
from tests.serving import Answer, Server, serving
from tests.unit.cli_running import Outcome, broadsheet
from tests.unit.updating.feed_making import Item, feed, page

Run = Callable[..., Outcome]


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as started:
        started.pages["/feed"] = feed(Item("1", link=started.address("/1")), Item("2"))
        yield started


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("BROADSHEET_ENGINE", "plain")

    def with_library(*words: str) -> Outcome:
        return broadsheet(capsys, *words, "--library", str(tmp_path / "library.sqlite3"))

    return with_library


def test_subscribe_says_what_was_subscribed_to_and_what_it_brought(run: Run, server: Server) -> None:
    outcome = run("subscribe", server.address("/feed"))
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "subscribed to 1: Harbour Courier\n1 source read, 2 articles added\n"
    assert run("subscribe", server.address("/feed")).out.startswith("you had subscribed to 1: Harbour Courier\n")


def test_subscribe_as_json(run: Run, server: Server) -> None:
    answer = run("subscribe", server.address("/feed"), "--json").json
    assert [(each["id"], each["new"], each["articles"]) for each in answer["subscriptions"]] == [(1, True, 2)]
    assert (answer["report"]["added"], answer["report"]["sources"], answer["report"]["problems"]) == (2, 1, [])


def test_update_adds_what_is_new_and_names_what_cannot_be_read(run: Run, server: Server) -> None:
    server.pages["/gone"] = feed(Item("a"), title="Gone")
    run("subscribe", server.address("/feed"), server.address("/gone"))
    server.pages["/feed"] = feed(Item("3"), Item("2", summary="Longer than before."))
    server.pages["/gone"] = Answer(status=410)
    outcome = run("update")
    assert outcome.code == 1
    assert outcome.err.count("\n") == 1
    assert outcome.err.startswith(f"broadsheet: {server.address('/gone')}: gone for good")
    assert outcome.out == "1 source read, 1 article added, 1 changed, 1 problem\n"
    quiet = run("update")
    assert (quiet.code, quiet.err, quiet.out) == (0, "", "1 source read, nothing new\n")


def test_update_as_json_of_one_source(run: Run, server: Server) -> None:
    server.pages["/other"] = feed(Item("a"), title="Other")
    run("subscribe", server.address("/feed"))
    run("subscribe", server.address("/other"))
    server.pages["/feed"] = feed(Item("3"))
    server.pages["/other"] = feed(Item("b"), title="Other")
    answer = run("update", "2", "--json").json
    assert set(answer) == {
        "added",
        "changed",
        "unchanged",
        "annotated",
        "articles",
        "sources",
        "notices",
        "problems",
    }
    assert (answer["added"], answer["sources"], len(answer["articles"])) == (1, 1, 1)


def test_a_moved_feed_is_told_and_is_no_failure(run: Run, server: Server) -> None:
    run("subscribe", server.address("/feed"))
    server.pages["/new"] = server.pages["/feed"]
    server.pages["/feed"] = Answer(status=301, headers={"Location": "/new"})
    outcome = run("update")
    assert outcome.code == 0
    assert outcome.err.count("\n") == 1
    assert "moved for good" in outcome.err


def test_update_without_a_source_says_how_to_get_one(run: Run, server: Server) -> None:
    run("subscribe", server.address("/feed"))
    run("unsubscribe", "1")
    outcome = run("update")
    assert outcome.code == 0
    assert "broadsheet subscribe URL" in outcome.out


def test_sources_lists_each_with_its_state(run: Run, server: Server, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    server.pages["/bad"] = feed(Item("x"), title="Bad")
    run("subscribe", server.address("/feed"), server.address("/bad"), str(tmp_path / "news"))
    server.pages["/bad"] = Answer(status=503)
    run("update")
    answer = run("sources", "--json").json["sources"]
    assert {each["kind"] for each in answer} == {"feed", "folder"}
    keys = "id kind title address category home articles active checked succeeded not_before failures note"
    assert all(set(each) == set(keys.split()) for each in answer)
    text = run("sources").out
    assert "Harbour Courier · 2 articles · checked" in text
    assert server.address("/feed") in text
    assert "failed 1 time\n" in text
    assert "! the server has trouble (503)" in text
    assert str(tmp_path / "news") in text


@pytest.mark.parametrize("by", ["id", "address", "tracked"])
def test_unsubscribe_keeps_the_articles_and_can_be_taken_back(by: str, run: Run, server: Server) -> None:
    address = server.address("/feed")
    run("subscribe", address)
    words = {"id": "1", "address": address, "tracked": f"{address}?utm_source=x"}
    outcome = run("unsubscribe", words[by])
    assert (outcome.code, outcome.out) == (0, "no longer subscribed to Harbour Courier; its 2 articles stay\n")
    assert run("sources", "--json").json == {"sources": []}
    assert run("list", "--json").json["found"] == 2
    assert run("subscribe", address, "--json").json["report"]["added"] == 0


def test_unsubscribe_of_a_folder_by_its_path(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news").mkdir()
    monkeypatch.chdir(tmp_path)
    run("subscribe", "news")
    assert run("unsubscribe", "news").code == 0


@pytest.mark.parametrize("words", [("unsubscribe", "7"), ("unsubscribe", "nowhere"), ("update", "7"), ("fetch", "7")])
def test_what_is_not_there_is_told_in_one_line(words: tuple[str, ...], run: Run, server: Server) -> None:
    run("subscribe", server.address("/feed"))
    outcome = run(*words)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)


@pytest.mark.parametrize("command", ["update", "sources", "unsubscribe 1", "fetch 1", "export --format opml"])
def test_nothing_is_made_where_there_is_no_library(command: str, run: Run, tmp_path: Path) -> None:
    outcome = run(*command.split())
    assert outcome.code == 1
    assert "no library here yet" in outcome.err
    assert not (tmp_path / "library.sqlite3").exists()


@pytest.mark.parametrize(
    "words", ["subscribe", "fetch", "fetch x", "update x", "unsubscribe", "export", "export --format pdf"]
)
def test_misuse_is_exit_code_2(words: str, run: Run) -> None:
    assert run(*words.split()).code == 2


def test_fetch_puts_the_page_in_the_place_of_the_summary(run: Run, server: Server) -> None:
    run("subscribe", server.address("/feed"))
    summary = run("list", "is:summary", "--json").json["articles"][0]
    assert summary["summary"]
    assert "summary" in run("list", "is:summary").out
    identity = str(summary["id"])
    assert f"broadsheet fetch {identity}\n" in run("show", identity).out
    missing = run("fetch", identity)
    assert (missing.code, missing.out) == (1, "0 articles fetched, 1 problem\n")
    server.pages["/1"] = page("Mayor opens the harbour bridge")
    assert run("fetch", identity).out == "1 article fetched\n"
    assert run("list", "is:summary", "--json").json["found"] == 0
    assert run("fetch", identity, "--json").json["unchanged"] == 1


def test_feeds_go_out_as_opml_and_come_in_again(run: Run, server: Server, tmp_path: Path) -> None:
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        '<opml version="2.0"><body><outline text="World"><outline text="Alpha &amp; Omega" type="rss"'
        f' xmlUrl="{server.address("/feed")}"/></outline></body></opml>'
    )
    (tmp_path / "news").mkdir()
    run("subscribe", str(opml), str(tmp_path / "news"))
    outcome = run("export", "--format", "opml")
    assert outcome.code == 0
    (only,) = read_opml(outcome.out.encode())
    assert (only.address, only.title, only.category) == (server.address("/feed"), "Alpha & Omega", "World")
    assert run("export", "--format", "opml", "--json").json == {
        "feeds": [{"address": only.address, "title": only.title, "category": only.category}]
    }


def test_add_takes_an_address_and_subscribes_to_a_feed(run: Run, server: Server) -> None:
    server.pages["/bridge"] = page("Mayor opens the harbour bridge")
    outcome = run("add", server.address("/bridge?utm_medium=x"))
    assert (outcome.code, outcome.out, outcome.err) == (0, "1 article added\n", "")
    outcome = run("add", server.address("/feed"), "--json")
    assert outcome.json["added"] == 2
    assert outcome.json["notices"] == [f"{server.address('/feed')} is a feed; you are subscribed to it."]
    assert outcome.code == 0


def test_an_address_without_a_command_is_added_and_the_digest_printed(run: Run, server: Server) -> None:
    server.pages["/bridge"] = page("Mayor opens the harbour bridge")
    outcome = run(server.address("/bridge"))
    assert outcome.code == 0
    assert "Mayor opens the harbour bridge" in outcome.out


def test_the_articles_of_a_source_can_be_listed(run: Run, server: Server) -> None:
    run("subscribe", server.address("/feed"))
    assert run("list", "feed:harbour", "--json").json["found"] == 2
    assert run("list", "feed:#1", "--json").json["found"] == 2
