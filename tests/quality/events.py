"""How well events are joined over articles (`python -m tests.quality.events [--gold-mentions]`).

With gold mentions, the program reads the words that are marked and joins them, the whole split at once. Without, it
finds its own, and what is marked and what it found are held against each other without singletons, which the corpus
marks and a library would not show: CoNLL F1 over all mentions of either side, and the pairs of them that are one event.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Container, Hashable, Mapping, Sequence
from pathlib import Path

from articles.annotation.engine import load_engine
from tests.quality.ablation import ablation
from tests.quality.baseline import same_lemma
from tests.quality.coreference import Clustering, conll, lea, pairs
from tests.quality.event_corpora import (
    DEFAULT_FOLDER,
    Corpus,
    corpora_of,
    installed_encoder,
    read_corpus,
    read_records,
)
from tests.quality.marked_events import Mentions
from tests.quality.mentions import predictions

Clusters = Mapping[tuple[int, int], Hashable]
"""The cluster of each event mention, by article and index."""


def score_marked(corpus: Corpus, clusters: Clusters) -> dict[str, float]:
    """The figures over marked mentions; one that was not read stands alone."""
    return _figures(*marked_clusterings(corpus, clusters))


def marked_clusterings(
    corpus: Corpus, clusters: Clusters, topics: Container[str] | None = None
) -> tuple[Clustering, Clustering]:
    """The marked chains and the clusters of marked mentions, of all topics or of some; one that was not read alone."""
    at = {
        (number, article.span(event)[0]): clusters[number, index]
        for number, article in enumerate(corpus.articles, 1)
        for index, event in enumerate(article.events)
        if (number, index) in clusters
    }
    gold: dict[Hashable, Hashable] = {}
    own: dict[Hashable, Hashable] = {}
    for position, mention in enumerate(corpus.gold()):
        if topics is None or corpus.article(mention.place[0]).record["topic"] in topics:
            gold[position] = mention.chain
            own[position] = at.get((mention.place[0], corpus.head(mention)), ("alone", position))
    return gold, own


def score_found(corpus: Corpus, clusters: Clusters) -> dict[str, float]:
    """The figures over found and marked mentions of labelled sentences, those left out that stand alone on a side."""
    labelled = set(corpus.labelled())
    marked: Clustering = {
        (mention.place[0], corpus.head(mention)): mention.chain for mention in reversed(corpus.gold())
    }
    found: Clustering = {
        (number, article.span(event)[0]): clusters[number, index]
        for number, article in enumerate(corpus.articles, 1)
        for index, event in enumerate(article.events)
        if (number, event.block) in labelled and (number, index) in clusters
    }
    gold, own = _without_singletons(marked), _without_singletons(found)
    every = gold.keys() | own.keys()
    return _figures(
        {mention: gold.get(mention, ("none", mention)) for mention in every},
        {mention: own.get(mention, ("none", mention)) for mention in every},
    )


def _without_singletons(clustering: Clustering) -> dict[Hashable, Hashable]:
    sizes = Counter(clustering.values())
    return {mention: cluster for mention, cluster in clustering.items() if sizes[cluster] > 1}


def _figures(gold: Clustering, own: Clustering) -> dict[str, float]:
    linked = pairs(gold, own)
    return {
        "conll": conll(gold, own),
        "lea": lea(gold, own).f1,
        "pairs_f1": linked.f1,
        "precision": linked.precision,
        "recall": linked.recall,
    }


def _told(name: str, figures: Mapping[str, float]) -> str:
    return (
        f"{name:<44} CoNLL {100 * figures['conll']:5.1f}  LEA {100 * figures['lea']:5.1f}  pairs F1 "
        f"{figures['pairs_f1']:.3f} (P {figures['precision']:.3f} R {figures['recall']:.3f})"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures each corpus of a folder and prints the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.events", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--gold-mentions", action="store_true", help="join the marked mentions, not those found")
    parser.add_argument("--predictions", type=Path, help="write what was found, one JSON object a line")
    parser.add_argument("--ablation", action="store_true", help="tell what each group of features brings (minutes)")
    parser.add_argument("--encoder", action="store_true", help="tell what events mean by the sentence encoder")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    chosen = parser.parse_args(arguments)
    engine = load_engine()
    encoder = installed_encoder() if chosen.encoder else None
    if chosen.ablation:
        print("\n".join(ablation(chosen.folder, engine, encoder)))  # noqa: T201 -- printing is what it is for
        return
    mentions = Mentions.MARKED if chosen.gold_mentions else Mentions.FOUND
    score = score_marked if chosen.gold_mentions else score_found
    figures: dict[str, dict[str, float]] = {}
    lines: list[str] = []
    for name in corpora_of(chosen.folder):
        corpus = read_corpus(read_records(chosen.folder, name), engine, mentions, encoder)
        clusters = corpus.marked_clusters() if chosen.gold_mentions else corpus.clusters()
        lines.extend(json.dumps(line) for line in predictions(corpus, clusters))
        figures[name] = score(corpus, clusters)
        figures[f"{name}, same lemma in like articles"] = score(corpus, same_lemma(corpus))
    if chosen.predictions:
        chosen.predictions.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    words = "\n".join(_told(name, each) for name, each in figures.items())
    print(json.dumps(figures) if chosen.json else words)  # noqa: T201 -- printing is what it is for


if __name__ == "__main__":
    main()
