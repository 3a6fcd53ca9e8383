"""How fast one worker annotates, and how the screen fares meanwhile: python -m tests.bench.annotation_bench [FILE].

FILE holds an article a line, as JSON with `title` and `text` (it may be gzipped); without it the sample articles are
read. Each article is read once by each of two processes, three where there is a sentence encoder, a handful in turn, so
that all meet the same weather on the machine; each tells its own peak of memory. Then 500 articles, of FILE or else of
the news of 1987 where that lies beside the checkout, are annotated beside a reading room, whose longest pause is told.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import resource
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter
from typing import TypeAlias

from articles.annotation.annotator import annotate
from articles.annotation.encoder import load_encoder, why_not
from articles.annotation.engine import BATCH_SIZE, PINNED_MODEL, load_engine
from articles.cleaning import clean
from articles.model import Article, Block, BlockKind
from articles.samples import sample_paths
from articles.sources.files import read_file
from tests.bench import pause_bench

LEAST_SPEED = 0.85
"""The least speed of the whole, as a part of that of the bare pipeline."""
MOST_MEMORY = 1.3
"""The most memory of the whole, as a multiple of that of the bare pipeline."""

_OLD_NEWS = Path(__file__).resolve().parents[3] / "shared" / "data" / "scale" / "reuters.jsonl.gz"
_AT_ONCE = 5
_MEBI = 1024
"""Kibibytes, in which Linux tells the peak of memory."""

Work: TypeAlias = Callable[[Article], object]


def whole_annotation() -> Work:
    """All that a worker does with an article where there is no sentence encoder."""
    engine = load_engine()
    return lambda article: annotate(article, engine)


def with_encoder() -> Work:
    """All that a worker does with an article where there is one."""
    engine, encoder = load_engine(), load_encoder()
    return lambda article: annotate(article, engine, encoder)


def bare_pipeline() -> Work:
    """Tagger, parser, lemmatizer and entity recogniser over the same blocks, and nothing done with the result."""
    import spacy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pipeline = spacy.load(PINNED_MODEL)
    return lambda article: list(pipeline.pipe([article.title, *_paragraphs(article)], batch_size=BATCH_SIZE))


def _paragraphs(article: Article) -> Iterator[str]:
    return (block.text for block in article.blocks)


def serve(pipe: Connection, make: Callable[[], Work]) -> None:
    """Run in a process of its own: answers articles with the seconds they took, and the end with the peak in MiB."""
    work = make()
    while articles := pipe.recv():
        start = perf_counter()
        for article in articles:
            work(article)
        pipe.send(perf_counter() - start)
    pipe.send(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEBI)


def measured(articles: Sequence[Article]) -> dict[str, tuple[float, float]]:
    """For each kind of work the seconds for all articles but the first, which warms up, and the peak in MiB."""
    context = multiprocessing.get_context("spawn")
    pipes: dict[str, Connection] = {}
    kinds = (bare_pipeline, whole_annotation) if why_not() else (bare_pipeline, whole_annotation, with_encoder)
    for make in kinds:
        pipes[make.__name__], far = context.Pipe()
        context.Process(target=serve, args=(far, make), daemon=True).start()
    seconds = dict.fromkeys(pipes, 0.0)
    for pipe in pipes.values():
        _asked(pipe, articles[:1])
    for first in range(1, len(articles), _AT_ONCE):
        for name, pipe in pipes.items():
            seconds[name] += _asked(pipe, articles[first : first + _AT_ONCE])
    return {name: (seconds[name], _asked(pipe, ())) for name, pipe in pipes.items()}


def _asked(pipe: Connection, articles: Sequence[Article]) -> float:
    pipe.send(tuple(articles))
    answer: float = pipe.recv()
    return answer


def encoder_report(articles: Sequence[Article], figures: Mapping[str, tuple[float, float]]) -> str:
    """What the sentence encoder costs: the sentences that it reads in a second, and how the whole fares with it."""
    if with_encoder.__name__ not in figures:
        return f"sentence encoder: none ({why_not()})"
    engine = load_engine()
    sentences = sum(len({event.sentence for event in annotate(article, engine).events}) for article in articles[1:])
    (bare, bare_peak), (read, peak) = (figures[make.__name__] for make in (whole_annotation, with_encoder))
    return (
        f"sentence encoder: {sentences / max(read - bare, 1e-9):,.0f} sentences with events a second on one thread,"
        f" speed {bare / read:.2f} of that without, {peak - bare_peak:,.0f} MiB more at peak"
    )


def read_articles(path: Path | None, most: int) -> list[Article]:
    """The articles of a file of JSON Lines, or the samples."""
    if path is None:
        return [clean(read_file(file)) for file in sample_paths()][:most]
    lines = (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8")
    with lines:
        records = [json.loads(line) for line, _ in zip(lines, range(most), strict=False)]
    return [_article(record.get("title", ""), record["text"]) for record in records]


def _article(title: str, text: str) -> Article:
    return Article(title, tuple(Block(BlockKind.PARAGRAPH, line) for line in text.splitlines() if line.strip()))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print both, and how the whole compares with the bare pipeline."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.annotation_bench", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--most", type=int, default=200, help="read at most so many articles for speed and memory")
    parser.add_argument("--waiting", type=int, default=500, help="annotate so many articles beside the room")
    chosen = parser.parse_args(arguments)
    articles = read_articles(chosen.file, chosen.most)
    words = sum(len(block.text.split()) for article in articles[1:] for block in article.blocks)
    figures = measured(articles)
    for name, (seconds, peak) in figures.items():
        _write(f"{name.replace('_', ' '):<20}{words / seconds:>9,.0f} words a second{peak:>9,.0f} MiB at peak")
    (bare, bare_peak), (whole, whole_peak) = (figures[make.__name__] for make in (bare_pipeline, whole_annotation))
    _write(
        f"{len(articles)} articles, {words:,} words: speed {bare / whole:.2f} (at least {LEAST_SPEED}),"
        f" memory {whole_peak / bare_peak:.2f} (at most {MOST_MEMORY})"
    )
    _write(encoder_report(articles, figures))
    file = chosen.file or (_OLD_NEWS if _OLD_NEWS.exists() else None)
    for line in pause_bench.report(read_articles(file, chosen.waiting) if file else (), chosen.waiting):
        _write(line)


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
