"""The news that benchmarks of many articles read, Reuters of 1987 and the BBC of 2004, annotated once and then kept.

`python -m tests.bench.old_news FOLDER [MOST]` annotates into a folder, from which the benchmarks take what is there. A
run that was stopped goes on where it was.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from articles.annotation.annotator import annotate
from articles.annotation.engine import Engine, load_engine
from articles.library.codec import pack, unpack
from articles.model import UNDATED, Annotations, Article, Basis, Block, BlockKind, Published

DEFAULT_FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "scale"
_OUTLETS = {"reuters.jsonl.gz": "Reuters", "bbc.jsonl.gz": "BBC"}
_SEED = 1
_AT_ONCE = 20
"""Articles that a process is given at a time."""


def old_news(folder: Path = DEFAULT_FOLDER) -> list[Article]:
    """All articles, shuffled once for all, so that the first thousands are to each other as all are."""
    articles = [
        article(json.loads(line), outlet)
        for name, outlet in _OUTLETS.items()
        for line in gzip.decompress((folder / name).read_bytes()).decode("utf-8").splitlines()
    ]
    random.Random(_SEED).shuffle(articles)
    return articles


def article(record: Mapping[str, str], outlet: str) -> Article:
    """The article of a record, whose paragraphs stand apart by empty lines."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in record["text"].split("\n\n") if text.strip())
    return Article(record["title"], blocks, outlet=outlet, published=_published(record.get("published", "")))


def _published(stamp: str) -> Published:
    if not stamp:
        return UNDATED
    day = datetime.strptime(stamp.split()[0], "%d-%b-%Y").replace(tzinfo=UTC).date()
    return Published(day, basis=Basis.STATED)


def annotate_into(kept: Path, articles: Sequence[Article], processes: int = 1) -> None:
    """Annotate into a folder what is not there yet of articles, which are numbered in their order."""
    kept.mkdir(parents=True, exist_ok=True)
    missing = [(number, each) for number, each in enumerate(articles) if not _file(kept, number).exists()]
    if missing:
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
            for (number, _), packed in zip(missing, pool.map(_packed, missing, chunksize=_AT_ONCE), strict=True):
                part = kept / "part"
                part.write_bytes(packed)
                part.rename(_file(kept, number))


def found_in(kept: Path, number: int) -> Annotations:
    """What was found in the article of a number."""
    return unpack(Annotations, _file(kept, number).read_bytes())


def _file(kept: Path, number: int) -> Path:
    return kept / f"{number:05}.annotations"


def _packed(task: tuple[int, Article]) -> bytes:
    return pack(annotate(task[1], _engine()))


@cache
def _engine() -> Engine:
    return load_engine()


def main() -> None:
    """Annotate into a folder."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.old_news", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("most", nargs="?", type=int, help="annotate only the first so many")
    parser.add_argument("--processes", type=int, default=1)
    chosen = parser.parse_args()
    annotate_into(chosen.folder, old_news()[: chosen.most], chosen.processes)


if __name__ == "__main__":
    main()
