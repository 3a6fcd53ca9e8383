"""The traps of news, each in other countries and years: what is no one event is not shown as one, what is one is."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from articles.library import Library
from articles.model import LIKELY, LinkedPassages, Relation
from articles.pipeline import Pipeline

TRAPS = Path(__file__).with_name("event_traps.yaml")
_ONE_EVENT = frozenset({Relation.SAME_EVENT, Relation.REPEATS, Relation.DIFFERS})


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence of one report and one of another, each by some of its words."""

    number: int
    """Which of the traps they belong to."""
    trap: str
    here: str
    there: str
    relation: Relation = Relation.SAME_EVENT

    def __str__(self) -> str:
        return f"{self.trap}: {self.here}"


def traps() -> list[dict[str, object]]:
    """The traps as they are written down."""
    found = yaml.safe_load(TRAPS.read_text("utf-8"))
    assert isinstance(found, list)
    return found


def pairs(kind: str) -> list[Pair]:
    """The pairs of all traps that are apart, together or missed."""
    found = []
    for number, trap in enumerate(traps()):
        listed = trap.get(kind, [])
        assert isinstance(listed, list)
        for here, there, *relation in listed:
            found.append(Pair(number, str(trap["trap"]), here, there, *(Relation(each) for each in relation)))
    return found


def page(lines: Sequence[str], date: str) -> str:
    """A report as a web page; without a date where it has none."""
    title, *paragraphs = (html.escape(line) for line in lines)
    dated = f'<meta property="article:published_time" content="{date}T12:00:00Z">' if date else ""
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<html><head><title>{title}</title>{dated}</head><body><article><h1>{title}</h1>\n{body}</article></body>"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """All reports of all traps, annotated and linked."""
    folder = tmp_path_factory.mktemp("traps")
    paths = []
    for number, trap in enumerate(traps()):
        reports = trap["reports"]
        assert isinstance(reports, list)
        for position, report in enumerate(reports):
            path = folder / f"{number}-{position}.html"
            path.write_text(page(report["text"].splitlines(), str(report.get("date", ""))), "utf-8")
            paths.append(str(path))
    done = Pipeline(folder / "library.sqlite3").add(paths)
    assert (done.annotated, done.problems) == (len(paths), ())
    with Library.open(folder / "library.sqlite3") as opened:
        yield opened


def shown(library: Library, pair: Pair) -> set[Relation]:
    """What the library shows unfolded between the two sentences of a pair."""
    names = {Path(library.raw_document(each).origin).name: each for each in range(1, library.counts().articles + 1)}
    here, there = names[f"{pair.number}-0.html"], names[f"{pair.number}-1.html"]
    assert any(pair.here in block.text for block in library.article(here).blocks)
    assert any(pair.there in block.text for block in library.article(there).blocks)
    return {linked.link.relation for linked in library.links(here) if is_between(linked, pair, there)}


def is_between(linked: LinkedPassages, pair: Pair, there: int) -> bool:
    """Whether a link that is believed connects the two sentences of a pair."""
    believed = linked.there.article == there and linked.link.confidence >= LIKELY
    return believed and pair.here in linked.here.text and pair.there in linked.there.text


@pytest.mark.parametrize("pair", pairs("apart"), ids=str)
def test_what_is_no_one_event_is_not_shown_as_one(library: Library, pair: Pair) -> None:
    assert not shown(library, pair) & (_ONE_EVENT | {Relation.DISPUTES})


@pytest.mark.parametrize("pair", pairs("undisputed"), ids=str)
def test_what_nobody_denies_is_not_shown_as_disputed(library: Library, pair: Pair) -> None:
    assert Relation.DISPUTES not in shown(library, pair)


@pytest.mark.parametrize("pair", pairs("together"), ids=str)
def test_what_is_one_event_or_comes_of_it_is_shown(library: Library, pair: Pair) -> None:
    expected = _ONE_EVENT if pair.relation is Relation.SAME_EVENT else {pair.relation}
    assert shown(library, pair) & expected


def test_reports_of_different_matters_are_not_linked(library: Library) -> None:
    names = {each: Path(library.raw_document(each).origin).name for each in range(1, library.counts().articles + 1)}
    links = (linked for each in names for linked in library.links(each) if linked.link.confidence >= LIKELY)
    matters = [(names[linked.here.article], names[linked.there.article]) for linked in links]
    assert [(one, other) for one, other in matters if one.split("-")[0] != other.split("-")[0]] == []
