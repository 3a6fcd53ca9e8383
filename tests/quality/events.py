"""How well events are joined over articles (`python -m tests.quality.events`).

Gold mentions: each marked mention takes the event of the trigger in which its head word lies, or stands alone where
none was found; CoNLL F1 and pairs over the whole split at once.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from articles.annotation.engine import load_engine
from tests.quality.coreference import Score, conll, pairs
from tests.quality.event_corpora import DEFAULT_FOLDER, Corpus, corpora_of, read_corpus, read_records
from tests.quality.mentions import head, predictions


def score(corpus: Corpus) -> tuple[float, Score]:
    """CoNLL F1, and precision and recall of pairs of mentions."""
    event_of = corpus.clusters()
    spans = {
        (number, *corpus.article(number).span(corpus.article(number).events[index])): event
        for (number, index), event in event_of.items()
    }
    gold: dict[object, str] = {}
    own: dict[object, str] = {}
    for position, mention in enumerate(corpus.gold()):
        number, at = mention.place[0], head(corpus, mention)
        found = (event for (article, start, end), event in spans.items() if article == number and start <= at < end)
        gold[position] = mention.chain
        own[position] = str(next(found, f"alone {position}"))
    return conll(gold, own), pairs(gold, own)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures each corpus of a folder and prints the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.events", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--predictions", type=Path, help="write what was found, one JSON object a line")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    chosen = parser.parse_args(arguments)
    engine = load_engine()
    figures: dict[str, dict[str, float]] = {}
    lines: list[str] = []
    for name in corpora_of(chosen.folder):
        corpus = read_corpus(read_records(chosen.folder, name), engine)
        lines.extend(json.dumps(line) for line in predictions(corpus))
        mean, found = score(corpus)
        figures[name] = {"conll": mean, "precision": found.precision, "recall": found.recall, "f1": found.f1}
    if chosen.predictions:
        chosen.predictions.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    words = "\n".join(
        f"{name}: CoNLL {100 * each['conll']:.1f}  pairs F1 {each['f1']:.3f} "
        f"(P {each['precision']:.3f} R {each['recall']:.3f})"
        for name, each in figures.items()
    )
    print(json.dumps(figures) if chosen.json else words)  # noqa: T201 -- printing is what it is for


if __name__ == "__main__":
    main()
