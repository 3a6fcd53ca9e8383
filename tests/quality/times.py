"""How well time expressions are found and read, as TempEval-3 measures it (`python -m tests.quality.times`).

Relaxed F1 pairs spans that overlap, strict F1 those that are equal; value F1 counts the overlapping pairs whose TIMEX3
value is right, type F1 those whose type is (UzZaman et al., SemEval-2013 task 1).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from articles.annotation.engine import Engine, load_engine
from articles.annotation.times import find_times
from articles.model import UNDATED, Basis, Published

DEFAULT_FOLDER = Path(__file__).parents[3] / "shared" / "data"
_PARAGRAPH = re.compile(r"\S(?:(?!\n\s*\n).)*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression of an article, gold or predicted. Offsets are characters of the whole text, half-open."""

    article: str
    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class TimeScores:
    """Counts, and the measures made of them."""

    gold: int
    predicted: int
    overlapping: int
    equal: int
    right_type: int
    right_value: int

    @property
    def relaxed(self) -> float:
        """F1 over spans that overlap."""
        return self._f1(self.overlapping)

    @property
    def strict(self) -> float:
        """F1 over equal spans."""
        return self._f1(self.equal)

    @property
    def value(self) -> float:
        """F1 over overlapping spans with the right value."""
        return self._f1(self.right_value)

    @property
    def type(self) -> float:
        """F1 over overlapping spans of the right type."""
        return self._f1(self.right_type)

    def as_json(self) -> dict[str, float]:
        """The figures under their names."""
        return {
            "gold": self.gold,
            "predicted": self.predicted,
            "relaxed_precision": self.overlapping / max(self.predicted, 1),
            "relaxed_recall": self.overlapping / max(self.gold, 1),
            "relaxed_f1": self.relaxed,
            "strict_f1": self.strict,
            "type_f1": self.type,
            "value_f1": self.value,
        }

    def __str__(self) -> str:
        return (
            f"relaxed F1 {self.relaxed:.3f}  strict {self.strict:.3f}  value {self.value:.3f}  type {self.type:.3f}  "
            f"({self.gold} gold, {self.predicted} found)"
        )

    def _f1(self, right: int) -> float:
        return 2 * right / max(self.gold + self.predicted, 1)


def read_articles(folder: Path) -> list[dict[str, Any]]:
    """The articles of a folder laid out as the development data, without those set aside for training."""
    place = folder / "times" if (folder / "times").is_dir() else folder
    files = sorted(path for path in place.glob("*.jsonl") if path.stem != "train")
    return [json.loads(line) for path in files for line in path.read_text("utf-8").splitlines() if line]


def gold_of(articles: Sequence[Mapping[str, Any]]) -> list[Timex]:
    """The labelled expressions of all articles."""
    return [
        Timex(article["id"], time["start"], time["end"], time["type"], time["value"])
        for article in articles
        for time in article["times"]
    ]


def predict(articles: Sequence[Mapping[str, Any]], engine: Engine) -> list[Timex]:
    """The expressions found in all articles, each read paragraph by paragraph and resolved to its own date."""
    return [timex for article in articles for timex in _predict_one(article, engine)]


def score(gold: Sequence[Timex], predicted: Sequence[Timex]) -> TimeScores:
    """Measures predictions against gold; each expression is paired at most once, in order of text."""
    of_article: dict[str, list[Timex]] = {}
    for timex in sorted(gold, key=lambda each: each.start):
        of_article.setdefault(timex.article, []).append(timex)
    pairs = list(_pairs(of_article, sorted(predicted, key=lambda each: (each.article, each.start))))
    return TimeScores(
        gold=len(gold),
        predicted=len(predicted),
        overlapping=len(pairs),
        equal=sum((one.start, one.end) == (other.start, other.end) for one, other in pairs),
        right_type=sum(one.type == other.type for one, other in pairs),
        right_value=sum(one.value == other.value for one, other in pairs),
    )


def half_of(article: str) -> int:
    """The half that an article falls in by its name: rules were made on half 0, half 1 was kept aside."""
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % 2


def _pairs(gold: Mapping[str, Sequence[Timex]], predicted: Sequence[Timex]) -> Iterator[tuple[Timex, Timex]]:
    taken: set[Timex] = set()
    for timex in predicted:
        over = [
            other
            for other in gold.get(timex.article, ())
            if other not in taken and other.start < timex.end and timex.start < other.end
        ]
        if over:
            likest = max(over, key=lambda other: min(timex.end, other.end) - max(timex.start, other.start))
            taken.add(likest)
            yield timex, likest


def _predict_one(article: Mapping[str, Any], engine: Engine) -> Iterator[Timex]:
    stated = article.get("published")
    published = Published(date.fromisoformat(stated[:10]), basis=Basis.STATED) if stated else UNDATED
    paragraphs = list(_PARAGRAPH.finditer(article["text"]))
    blocks = engine.parse([(number, paragraph.group().rstrip()) for number, paragraph in enumerate(paragraphs)])
    for time in find_times(blocks, published):
        offset = paragraphs[time.block].start()
        yield Timex(article["id"], offset + time.start, offset + time.end, time.type.value, time.value)


def _write(predicted: Sequence[Timex], path: Path) -> None:
    lines = (
        {"id": each.article, "start": each.start, "end": each.end, "type": each.type, "value": each.value}
        for each in predicted
    )
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures a folder, writes predictions where asked, prints the figures; of each half too on our own data."""
    parser = argparse.ArgumentParser(prog="tests.quality times", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--predictions", type=Path, help="write what was found there, as JSON Lines")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    articles = read_articles(chosen.folder)
    if not articles:
        parser.error(f"{chosen.folder} holds no articles with time expressions")
    gold, predicted = gold_of(articles), predict(articles, load_engine())
    if chosen.predictions:
        _write(predicted, chosen.predictions)
    scores = {"all": score(gold, predicted)}
    for half, name in enumerate(("developed on", "kept aside") if chosen.folder == DEFAULT_FOLDER else ()):
        mine = [[each for each in side if half_of(each.article) == half] for side in (gold, predicted)]
        scores[name] = score(*mine)
    if chosen.json:
        sys.stdout.write(json.dumps({name: each.as_json() for name, each in scores.items()}) + "\n")
    else:
        sys.stdout.writelines(f"times, {name:13} {each}\n" for name, each in scores.items())
    return 0


if __name__ == "__main__":
    sys.exit(main())
