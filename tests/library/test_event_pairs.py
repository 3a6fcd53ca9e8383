"""Events become one or part as articles come and go, by the pairs that the library keeps."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from articles.library import Library
from articles.library.event_pairs import MOST_MENTIONS
from articles.pipeline import Pipeline
from articles.relinking import link_ruled
from articles.run import link_article

MASTHEADS = ("The Harbour Post", "Coastal Echo", "Northern Ledger")
TEXTS = (
    "Ferry crew strike halts crossings at Lunde\n\nOSLO, 14 May 2024\n\nCrews of the Lunde ferry went on strike on "
    "Monday, 14 May 2024, and halted all crossings, the union Sjofolk said.",
    "Sjofolk strike stops Lunde ferries\n\nBERGEN, 14 May 2024\n\nThe union Sjofolk began a strike on the Lunde ferry "
    "on Monday, 14 May 2024. No boat left Lunde.",
    "Lunde ferries idle as Sjofolk strikes\n\nOSLO, 15 May 2024\n\nA strike by the union Sjofolk on 14 May 2024 left "
    "the Lunde ferry without crews for a day.",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library of three reports of one strike."""
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(f"{MASTHEADS[number]}\n\n{text}\n", "utf-8")
    made = tmp_path / "library"
    for number in range(len(TEXTS)):
        report = Pipeline(made).add([str(tmp_path / f"{number}.txt")])
        assert report.annotated == 1
    return made


def events(path: Path) -> list[tuple[int, int, int, str]]:
    """The event of each event mention, and what it is called."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "SELECT article, position, event, label FROM event_mention JOIN event ON event.id = event ORDER BY 1, 2"
        ).fetchall()


def strikes(library: Library) -> dict[int, set[int]]:
    """The articles of each event of a strike."""
    found: dict[int, set[int]] = {}
    for event in library.events():
        if event.event_class == "strike":
            found[event.id] = {each.article for each in library.event_passages(event.id)}
    return found


def test_three_reports_are_one_event_and_linking_them_again_changes_nothing(path: Path) -> None:
    with Library.open(path) as library:
        before = strikes(library)
        assert {1, 2, 3} in before.values()
        for article in (1, 2, 3):
            annotations = library.annotations(article)
            assert annotations is not None
            link_article(library, article, library.article(article), annotations)
            assert strikes(library) == before


def test_events_that_one_article_alone_reports_keep_their_identity_too(path: Path, tmp_path: Path) -> None:
    (tmp_path / "alone.txt").write_text(
        "A bridge collapsed near Arvika on 3 June 2024. Mayor Ina Moe resigned on 9 June 2024.", "utf-8"
    )
    assert Pipeline(path).add([str(tmp_path / "alone.txt")]).annotated == 1
    before = events(path)
    assert len({event for article, _, event, _ in before if article == 4}) > 1
    with Library.open(path) as library:
        for article in (4, 1, 2, 3):
            annotations = library.annotations(article)
            assert annotations is not None
            link_article(library, article, library.article(article), annotations)
            assert events(path) == before


def test_a_neighbourhood_is_bounded_and_the_nearest_of_a_large_event_are_in_it(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        ((event,),) = connection.execute("SELECT event FROM event_mention WHERE article = 1 LIMIT 1").fetchall()
        columns = (
            "event, block, sentence_start, sentence_end, sentence, trigger_start, trigger_end, factuality, speaker"
        )
        columns += ", slots"
        connection.execute(
            f"INSERT INTO event_mention (article, position, {columns}) SELECT article, 1000 + key, {columns}"
            " FROM event_mention CROSS JOIN json_each(?) WHERE event = ? AND article = 1 AND position < 1000",
            (json.dumps([0] * 2 * MOST_MENTIONS), event),
        )
    last = (1, 999 + 2 * MOST_MENTIONS)
    with Library.open(path) as library:
        known = library.event_neighbourhood([last])
    assert len(known.event_of) == MOST_MENTIONS
    assert last in known.event_of


def test_the_pairs_of_an_article_go_with_its_text(path: Path) -> None:
    before = pairs(path)
    assert before > 0
    with Library.open(path) as library:
        library.replace_article(3, replace(library.article(3), blocks=library.article(1).blocks[:1]))
        assert {1, 2} in strikes(library).values()
    assert 0 < pairs(path) < before


def test_an_event_is_named_by_the_reports_that_it_has(path: Path) -> None:
    with Library.open(path) as library:
        (event,) = (each for each in library.events() if each.event_class == "strike" and each.articles == 3)
        passages = {each.article: each for each in library.event_passages(event.id)}
        library.event_rulings.rule(passages[1], passages[3], is_same=False)
        (ruling,) = library.event_rulings.all()
        link_ruled(library, ruling)
        parted = strikes(library)
        assert {1, 2, 3} not in parted.values()
        assert all(library.event(each).label for each in parted)
        library.event_rulings.revoke(ruling.id)
        link_ruled(library, ruling)
        assert {1, 2, 3} in strikes(library).values()


def pairs(path: Path) -> int:
    """How many pairs a library keeps."""
    with closing(sqlite3.connect(path)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM event_pair").fetchone()
    return int(count)
