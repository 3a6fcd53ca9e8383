"""Each command on a library of the samples, as text and as JSON, in the form that the README promises."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from articles.library import Library
from tests.unit.cli_running import Outcome, broadsheet
from tui.cli import program

ARTICLE_KEYS = {
    "id": int,
    "title": str,
    "byline": str,
    "outlet": str,
    "published": dict,
    "blocks": list,
    "dropped": list,
    "entities": list,
    "times": list,
    "events": list,
    "tags": list,
    "failure": str,
}
SPAN = {"block", "start", "end", "text"}

Run = Callable[..., Outcome]


@pytest.fixture
def run(sample_library: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def with_library(*words: str) -> Outcome:
        return broadsheet(capsys, *words, "--library", str(sample_library))

    return with_library


@pytest.fixture
def shown(run: Run) -> list[dict[str, Any]]:
    """Every sample as `show --json` gives it."""
    return [
        run("show", str(article["id"]), "--json").json for article in run("list", "--all", "--json").json["articles"]
    ]


def test_list_gives_a_line_an_article_newest_first(run: Run) -> None:
    lines = run("list").out.splitlines()
    assert len(lines) == 15
    assert sum(line.endswith(" · 2 versions") for line in lines) == 1
    assert len(run("list", "--all").out.splitlines()) == 16
    assert any("Dockside Bulletin" in line for line in lines)
    assert run("list", "--sort", "title", "--limit", "3").out.count("\n") == 3


def test_list_takes_queries_with_hyphens_and_spaces(run: Run) -> None:
    everything = run("list", "--json").json["found"]
    with_word = run("list", "Valdoria", "--json").json["found"]
    without_word = run("list", "-Valdoria", "--json").json["found"]
    assert 0 < with_word < everything
    assert with_word + without_word == everything


def test_show_gives_the_article_in_the_form_of_the_readme(shown: list[dict[str, Any]]) -> None:
    for article in shown:
        assert {key: type(value) for key, value in article.items()} == ARTICLE_KEYS
        assert set(article["published"]) == {"date", "precision", "basis", "evidence"}
        assert all(set(block) == {"kind", "text"} for block in article["blocks"])
        assert all(set(line) == {"text", "reason"} and line["reason"] for line in article["dropped"])
        for entity in article["entities"]:
            assert set(entity) == {"id", "name", "kind", "aliases", "mentions"}
        for time in article["times"]:
            assert set(time) == SPAN | {"type", "value", "first_day", "last_day", "granularity"}
        for event in article["events"]:
            assert set(event) == SPAN | {
                "lemma",
                "class",
                "participants",
                "place",
                "time",
                "factuality",
                "speaker",
            }
            assert all(set(each) == {"role", "text", "entity"} for each in event["participants"])
            assert event["place"] is None or set(event["place"]) == {"text", "entity"}


def test_spans_point_at_their_text_and_indexes_at_what_they_name(shown: list[dict[str, Any]]) -> None:
    assert all(article["entities"] and article["times"] and article["events"] for article in shown)
    for article in shown:
        texts = {-1: article["title"], **dict(enumerate(block["text"] for block in article["blocks"]))}
        known = {entity["id"] for entity in article["entities"]}
        for span in _spans(article):
            assert texts[span["block"]][span["start"] : span["end"]] == span["text"]
        for event in article["events"]:
            assert event["time"] is None or 0 <= event["time"] < len(article["times"])
            assert all(each["entity"] is None or each["entity"] in known for each in event["participants"])


def test_show_prints_title_paragraphs_and_names(run: Run, shown: list[dict[str, Any]]) -> None:
    article = shown[0]
    text = run("show", str(article["id"])).out
    assert text.startswith(article["title"])
    assert all(" ".join(block["text"].split()) in text for block in article["blocks"])
    assert "left out; --json tells which" in text


def test_related_lists_every_block_with_its_links(run: Run, shown: list[dict[str, Any]]) -> None:
    links = 0
    for article in shown:
        answer = run("related", str(article["id"]), "--json").json
        assert set(answer) == {"id", "headline", "paragraphs", "only_here", "only_there"}
        assert [paragraph["index"] for paragraph in answer["paragraphs"]] == list(range(len(article["blocks"])))
        for link in (link for paragraph in answer["paragraphs"] for link in paragraph["links"]):
            assert set(link) == {
                "relation",
                "article",
                "title",
                "sentence",
                "confidence",
                "because",
                "differences",
            }
            assert link["article"] != article["id"]
            assert 0 <= link["confidence"] <= 1
            links += 1
    assert links > 20


def test_related_prints_why_and_leaves_doubtful_ones_to_be_asked_for(run: Run) -> None:
    identity = run("list", "Hydroven", "--json").json["articles"][0]["id"]
    text = run("related", str(identity)).out
    assert "because: " in text
    assert len(run("related", str(identity), "--doubtful").out) >= len(text.rpartition("\n\n")[0])


def test_entities_and_events_tell_how_many_articles_name_them(run: Run) -> None:
    entities = run("entities", "--json", "--limit", "5").json["entities"]
    assert [set(entity) for entity in entities] == [
        {"id", "name", "kind", "aliases", "country", "articles", "mentions"}
    ] * 5
    assert entities[0]["name"] in run("entities").out
    events = run("events", "--json").json["events"]
    keys = {"id", "label", "class", "first_day", "last_day", "factuality", "articles", "mentions"}
    assert all(set(event) == keys for event in events)
    assert max(event["articles"] for event in events) > 1
    assert events[0]["label"] in run("events").out


def test_tags_are_added_and_taken_off_by_sign(run: Run) -> None:
    assert run("tag", "1", "+naval", "+two words").out == "#naval #two words\n"
    assert run("tag", "1", "-naval", "--json").json == {"id": 1, "tags": ["two words"]}
    assert run("tag", "1").out == "#two words\n"
    assert [each["id"] for each in run("list", 'tag:"two words"', "--json").json["articles"]] == [1]


def test_a_tag_without_a_sign_is_a_misuse_and_changes_nothing(run: Run) -> None:
    outcome = run("tag", "1", "+fine", "naval")
    assert outcome.code == 2
    assert "+NAME" in outcome.err
    assert run("tag", "1").out == "no tags\n"


def test_all_articles_of_a_query_are_tagged_at_once(run: Run) -> None:
    found = {each["id"] for each in run("list", "said", "--all", "--json").json["articles"]}
    outcome = run("tag", "--where", "said", "+show", "-gone", "--json").json
    assert found
    assert {*outcome["changes"][0]["changed"]} == found
    assert outcome["changes"][1] == {"tag": "gone", "added": False, "changed": []}
    assert run("tag", "--where", "said", "+show").out == f"tagged #show: 0 of {len(found)} articles\n"
    assert run("tags").out == f"{len(found):>7}  #show\n"


def test_a_view_is_kept_listed_and_forgotten(run: Run) -> None:
    found = [each["id"] for each in run("list", "said", "--sort", "oldest", "--json").json["articles"]]
    told = f"{len(found):>7}  What they say: said\n"
    assert run("views", "keep", "What they say", "said", "--sort", "oldest").out == told
    assert run("views").out == told
    assert [each["id"] for each in run("list", "--view", "what they say", "--json").json["articles"]] == found
    assert run("list", "is:starred", "--view", "what they say").out == ""
    assert run("views", "--json").json == {
        "views": [{"name": "What they say", "query": "said", "sort": "oldest", "articles": len(found)}]
    }
    assert run("views", "forget", "what they say").code == 0
    assert run("views").out == ""
    assert run("list", "--view", "gone").code == 1
    assert run("views", "keep", "x").code == 2


def test_a_rule_for_a_tag_is_tried_made_and_revoked(run: Run) -> None:
    found = run("list", "said", "--all").out
    assert run("tags", "whenever", "said", "--tag", "told", "--try").out == found
    assert run("tags", "whenever").out == "no rules for tags\n"
    assert run("tags", "whenever", "said", "--tag", "#told").out == "     1  #told whenever said\n"
    assert run("tags").out == ""
    assert run("tags", "whenever", "said", "--tag", "heard", "--now", "--json").json["rules"][1]["tag"] == "heard"
    assert run("tags").out == f"{found.count(chr(10)):>7}  #heard\n"
    assert run("tags", "whenever", "--revoke", "1").out == "     2  #heard whenever said\n"
    assert run("tags", "whenever", "said").code == 2


def test_a_tag_is_renamed_and_becomes_one_with_another(run: Run) -> None:
    run("tag", "1", "+summit")
    run("tag", "2", "+meeting")
    assert run("tags", "rename", "summit", "Gipfel").out == "#summit is called #Gipfel now, on 1 article.\n"
    assert run("tags", "rename", "#Gipfel", "MEETING").out == "#Gipfel and #meeting are one tag now, on 2 articles.\n"
    assert run("tags", "--json").json == {"tags": [{"name": "meeting", "articles": 2}]}
    outcome = run("tags", "rename", "summit", "other")
    assert (outcome.code, outcome.out) == (1, "")
    assert "there is no tag summit" in outcome.err


@pytest.mark.parametrize("words", [("tag",), ("tag", "one", "+x"), ("tag", "--where", "said")])
def test_tagging_nothing_or_nowhere_is_a_misuse(run: Run, words: tuple[str, ...]) -> None:
    outcome = run(*words)
    assert (outcome.code, outcome.out) == (2, "")


def test_what_the_engine_failed_on_is_told_listed_and_tried_again(
    run: Run, sample_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROADSHEET_ENGINE", "plain")
    assert run("retry").out == "There is no article that the language engine failed on.\n"
    with Library.open(sample_library) as library:
        library.mark_failed(2, "It failed.")
    assert [each["id"] for each in run("list", "is:failed", "--json").json["articles"]] == [2]
    assert "Not annotated: It failed. Try again: broadsheet retry" in " ".join(run("show", "2").out.split())
    assert run("show", "2", "--json").json["failure"] == "It failed."
    assert run("retry", "--json").json["annotated"] == 1
    assert run("list", "is:failed").out == ""
    assert run("show", "2", "--json").json["failure"] == ""


def test_digest_names_each_article_with_date_entities_and_what_others_say(run: Run) -> None:
    text = run("digest").out
    answer = run("digest", "--json").json
    articles = [article for story in answer["stories"] for article in story["articles"]]
    assert answer["found"] == len(articles) == 16
    for article in articles:
        assert " ".join(article["title"].split()) in text
    assert all(article["entities"] for article in articles)
    assert sum(bool(article["cross_references"]) for article in articles) >= 8
    assert any(len(story["articles"]) >= 3 for story in answer["stories"])
    assert "names: " in text


def test_adding_the_samples_again_changes_nothing(run: Run) -> None:
    from articles.samples import sample_paths

    before = run("digest", "--json").out
    outcome = run("add", *map(str, sample_paths()), "--json")
    assert outcome.json["added"] == 0
    assert outcome.json["unchanged"] == 16
    assert sorted(outcome.json["articles"]) == list(range(1, 17))
    assert run("digest", "--json").out == before


def test_without_a_terminal_the_room_is_a_digest(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Harbour reopens after storm repairs\n\n"
        "The harbour of Holmport reopened on Monday after repairs, the port said.\n"
    )
    outcome = run(str(page))
    assert outcome.code == 0
    assert "Harbour reopens after storm repairs" in outcome.out
    assert run("--json").json["found"] == 17


def test_demo_prints_the_digest_of_the_samples(capsys: pytest.CaptureFixture[str]) -> None:
    assert broadsheet(capsys, "demo", "--json").json["found"] == 16


def test_themes_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    names = {theme["name"] for theme in broadsheet(capsys, "themes", "--json").json["themes"]}
    assert {"light", "dark", "high-contrast"} <= names
    assert "* dark" in broadsheet(capsys, "themes").out


@pytest.mark.parametrize("name", program.commands)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = broadsheet(capsys, name, "--help")
    assert outcome.code == 0
    assert outcome.out.startswith(f"Usage: broadsheet {name}")
    assert "--json" in outcome.out


def _spans(article: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from article["times"]
    yield from article["events"]
    for entity in article["entities"]:
        yield from entity["mentions"]
