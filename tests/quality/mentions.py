"""How well event mentions are found (`python -m tests.quality.mentions`).

Over labelled sentences: a marked mention is found when its head word lies in a predicted trigger, and a predicted
trigger is right when the head word of a marked one lies in it. Wikinews marks only the events of its chains (80 in 179
sentences), so that its precision is a lower bound.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Hashable, Iterator, Mapping, Sequence
from pathlib import Path

from articles.annotation.engine import load_engine
from tests.quality.coreference import Score
from tests.quality.event_corpora import (
    DEFAULT_FOLDER,
    Corpus,
    Place,
    corpora_of,
    read_corpus,
    read_records,
)


def score(corpus: Corpus) -> Score:
    """Precision and recall of triggers."""
    gold: dict[Place, list[int]] = {}
    for mention in corpus.gold():
        gold.setdefault(mention.place, []).append(corpus.head(mention))
    found = right = predicted = 0
    for place in corpus.labelled():
        heads = gold.get(place, [])
        spans = list(triggers(corpus, place))
        predicted += len(spans)
        right += sum(any(start <= at < end for at in heads) for start, end in spans)
        found += sum(any(start <= at < end for start, end in spans) for at in heads)
    marked = sum(map(len, gold.values()))
    return Score(right / (predicted or 1), found / (marked or 1))


def triggers(corpus: Corpus, place: Place) -> Iterator[tuple[int, int]]:
    """The predicted triggers of a sentence, as spans of the article's text."""
    article = corpus.article(place[0])
    return (article.span(event) for event in article.events if event.block == place[1])


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures a folder and prints the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.mentions", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--predictions", type=Path, help="write what was found, one JSON object a line")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    chosen = parser.parse_args(arguments)
    engine = load_engine()
    figures: dict[str, dict[str, float]] = {}
    lines: list[str] = []
    for name in corpora_of(chosen.folder):
        corpus = read_corpus(read_records(chosen.folder, name), engine)
        if chosen.predictions:
            lines.extend(json.dumps(line) for line in predictions(corpus, corpus.clusters()))
        found = score(corpus)
        figures[name] = {"precision": found.precision, "recall": found.recall, "f1": found.f1}
    if chosen.predictions:
        chosen.predictions.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    words = "\n".join(
        f"{name}: mentions F1 {each['f1']:.3f} (P {each['precision']:.3f} R {each['recall']:.3f})"
        for name, each in figures.items()
    )
    print(json.dumps(figures) if chosen.json else words)  # noqa: T201 -- printing is what it is for


def predictions(corpus: Corpus, event_of: Mapping[tuple[int, int], Hashable]) -> Iterator[dict[str, object]]:
    """Every event mention with the event that it reports."""
    for number, article in enumerate(corpus.articles, 1):
        for index, mention in enumerate(article.events):
            start, end = article.span(mention)
            yield {
                "id": article.record["id"],
                "start": start,
                "end": end,
                "cluster": str(event_of.get((number, index), f"alone {number} {index}")),
            }


if __name__ == "__main__":
    main()
