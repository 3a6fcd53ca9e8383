"""How well the same text is found again (`python -m tests.quality.near_duplicates`).

Edited copies of articles (`tests.quality.edits`) are put into a library among all the others, in any order. Right are
the pairs of a copy and its article that stand in one group. The collection has copies of its own: pairs that nobody
planted are held against an exact measure that shares nothing with the finder, the longest common sequences of words of
both (Ratcliff and Obershelp), and the figures of precision are given with those and without them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from articles.library import Library
from articles.model import UNDATED, Article, Basis, Block, BlockKind, Published, RawDocument, SourceFormat
from tests.quality.cleaning import DEFAULT_FOLDER
from tests.quality.edits import KINDS

PLANTED = 2000
LEAST_WORDS = 20
"""Words of an article from which it is taken to be copied."""
_SEED = 1987
_ALIKE = 0.8
"""Share of the words of the shorter text, title and all, that stand in the longer one in the same order."""
_LATEST = 2
"""Days after its article on which a copy appears at the latest."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of the library to be made."""

    article: Article
    original: int
    """Position of the article that it was copied from; its own where it is no copy."""
    kind: str = ""
    """How it was edited; empty for an original."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What was found, with what it took."""

    planted: Mapping[str, int]
    """Copies of each kind."""
    found: Mapping[str, int]
    """Those that stand in one group with their article."""
    others: tuple[tuple[Pair, float], ...]
    """The pairs of originals in one group, with their likeness by the exact measure."""
    mixed: int
    """Pairs of a copy and an article that it is no copy of, whose article is not in one group with that one."""
    articles: int
    seconds: float
    processor_seconds: float

    @property
    def recall(self) -> float:
        """Share of the planted pairs that are found."""
        return sum(self.found.values()) / (sum(self.planted.values()) or 1)

    @property
    def alike(self) -> int:
        """Pairs that nobody planted but that are the same text by the exact measure."""
        return sum(likeness >= _ALIKE for _, likeness in self.others)

    @property
    def precision(self) -> float:
        """Share of the pairs found that are right: planted, or the same text by the exact measure."""
        right = sum(self.found.values()) + self.alike
        return right / (right + len(self.others) - self.alike + self.mixed or 1)

    @property
    def strict_precision(self) -> float:
        """The same with every pair that was not planted held to be wrong."""
        right = sum(self.found.values())
        return right / (right + len(self.others) + self.mixed or 1)

    def as_json(self) -> dict[str, object]:
        """The figures under their names."""
        return {
            "recall": round(self.recall, 4),
            "precision": round(self.precision, 4),
            "precision_of_planted_alone": round(self.strict_precision, 4),
            "recall_by_kind": {kind: round(self.found[kind] / self.planted[kind], 4) for kind in self.planted},
            "pairs_not_planted": len(self.others),
            "of_these_alike": self.alike,
            "articles": self.articles,
            "seconds": round(self.seconds, 1),
            "processor_seconds": round(self.processor_seconds, 1),
        }

    def __str__(self) -> str:
        kinds = "".join(
            f"    {kind:<12}{self.found[kind]:>5} of {self.planted[kind]:<5}{KINDS[kind].strength}\n"
            for kind in self.planted
        )
        return (
            f"recall {self.recall:.4f}  precision {self.precision:.4f} "
            f"({self.alike} of {len(self.others)} pairs that were not planted are alike; with all of them wrong "
            f"{self.strict_precision:.4f})\n"
            f"{self.articles} articles stored and compared in {self.seconds:.1f} s "
            f"({self.processor_seconds:.1f} s of processor time)\n{kinds}"
        )


def read_articles(path: Path) -> list[Article]:
    """The articles of a gzipped file with a JSON object a line: title, text, published, dateline."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return [_article(record) for record in map(json.loads, stream)]


def plant(articles: Sequence[Article], number: int, *, seed: int, is_dated: bool) -> list[Entry]:
    """The articles with edited copies of some of them, in any order.

    Args:
        articles: What to choose from.
        number: How many copies, of each kind as many.
        seed: Another seed gives others.
        is_dated: Whether anything of it has a date.
    """
    chance = Random(seed)
    entries = [Entry(article, position) for position, article in enumerate(articles)]
    long = [entry for entry in entries if _words(entry.article) >= LEAST_WORDS]
    chosen = chance.sample(long, min(number, len(long)))
    stock = [entry.article for entry in long]
    kinds = list(KINDS)
    for position, entry in enumerate(chosen):
        kind = kinds[position % len(kinds)]
        copy = KINDS[kind].edit(entry.article, chance, stock)
        entries.append(Entry(_appearing_later(copy, chance.randint(0, _LATEST)), entry.original, kind))
    chance.shuffle(entries)
    if is_dated:
        return entries
    return [replace(each, article=replace(each.article, published=UNDATED)) for each in entries]


def score(entries: Sequence[Entry], articles: Sequence[Article], path: Path) -> Scores:
    """Store all in a library that is made for it, and see what came together."""
    start, processor_start = perf_counter(), process_time()
    with Library.open(path) as library:
        stored = {library.store_article(_raw(number), each.article).id: each for number, each in enumerate(entries)}
        seconds, processor_seconds = perf_counter() - start, process_time() - processor_start
        groups = list(_groups(library, stored))
    found: Counter[str] = Counter()
    others: set[Pair] = set()
    mixed: set[Pair] = set()
    for pair in (each for group in groups for each in combinations(group, 2)):
        originals = tuple(sorted({each.original for each in pair}))
        if len(originals) == 1:
            found.update(each.kind for each in pair if each.kind)
        elif any(each.kind for each in pair):
            mixed.add((originals[0], originals[1]))
        else:
            others.add((originals[0], originals[1]))
    return Scores(
        planted=Counter(each.kind for each in entries if each.kind),
        found=found,
        others=tuple((pair, likeness(*(articles[each] for each in pair))) for pair in sorted(others)),
        mixed=len(mixed - others),
        articles=len(entries),
        seconds=seconds,
        processor_seconds=processor_seconds,
    )


def likeness(one: Article, other: Article) -> float:
    """Share of the words of the shorter of two texts, titles included, that stand in the other in the same order."""
    shorter, longer = sorted((_text(one).split(), _text(other).split()), key=len)
    matcher = SequenceMatcher(None, shorter, longer, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / (len(shorter) or 1)


def _groups(library: Library, stored: Mapping[int, Entry]) -> Iterator[list[Entry]]:
    members: dict[int, list[Entry]] = defaultdict(list)
    for row in library.rows(stored):
        if row.group:
            members[row.group].append(stored[row.id])
    yield from members.values()


def _article(record: Mapping[str, str]) -> Article:
    day = datetime.strptime(record["published"].split()[0], "%d-%b-%Y").replace(tzinfo=UTC).date()
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in record["text"].split("\n\n") if text.strip())
    return Article(record["title"], blocks, outlet="Reuters", published=Published(day, basis=Basis.STATED))


def _appearing_later(article: Article, days: int) -> Article:
    day: date | None = article.published.day
    if day is None:
        return article
    return replace(article, published=Published(day + timedelta(days=days), basis=Basis.STATED))


def _raw(number: int) -> RawDocument:
    return RawDocument(b"%d" % number, f"/archive/{number}.txt", SourceFormat.TEXT, datetime(2025, 6, 1, tzinfo=UTC))


def _text(article: Article) -> str:
    return " ".join((article.title, *(block.text for block in article.blocks))).casefold()


def _words(article: Article) -> int:
    return sum(len(block.text.split()) for block in article.blocks)


def main(arguments: Sequence[str] | None = None) -> None:
    """Plants, measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.near_duplicates", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--number", type=int, default=PLANTED, help="how many copies")
    parser.add_argument("--seed", type=int, default=_SEED, help="another one plants others")
    parser.add_argument("--undated", action="store_true", help="take all dates away")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--predictions", type=Path, help="write the pairs that were not planted, as JSON")
    chosen = parser.parse_args(arguments)
    articles = read_articles(chosen.folder / "scale" / "reuters.jsonl.gz")
    entries = plant(articles, chosen.number, seed=chosen.seed, is_dated=not chosen.undated)
    with tempfile.TemporaryDirectory() as folder:
        scores = score(entries, articles, Path(folder) / "library.sqlite3")
    if chosen.predictions:
        lines = [
            json.dumps({"alike": round(alike, 3), "texts": [_text(articles[each])[:600] for each in pair]})
            for pair, alike in scores.others
        ]
        chosen.predictions.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    sys.stdout.write(f"{json.dumps(scores.as_json())}\n" if chosen.json else f"near-duplicates: {scores}")


if __name__ == "__main__":
    main()
