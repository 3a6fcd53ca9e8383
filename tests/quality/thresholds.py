"""How well thresholds hold on topics that they were not chosen on (`python -m tests.quality thresholds`).

Two are chosen on ECB+ dev: from which mean chance mentions join one event, and from which confidence the pane shows a
link unfolded. For each topic both are chosen on the others, and measured on it, beside those that the program has.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, stdev

from articles.annotation.engine import load_engine
from articles.linking.comparing import joins_from
from articles.model import LIKELY
from tests.quality.coreference import conll
from tests.quality.event_corpora import (
    DEFAULT_FOLDER,
    AnnotatedArticle,
    Corpus,
    Place,
    annotated,
    read_records,
    with_mentions,
)
from tests.quality.events import Clusters, marked_clusterings
from tests.quality.joining import joined
from tests.quality.marked_events import Mentions
from tests.quality.pane import Ranking, among_labelled, rank

_JOINS = (0.2, 0.22, 0.24, 0.26, 0.28, 0.3, 0.35, 0.4)
_UNFOLDED = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)
_PRECISION = 0.92
"""Share of the unfolded pairs that have to be one event."""


@dataclass(frozen=True, slots=True)
class Held:
    """What came of a threshold on one topic that it was not chosen on, and of the program's own there."""

    topic: str
    chosen: float
    found: tuple[float, ...]
    own: tuple[float, ...]


def joining_by_topic(corpus: Corpus) -> list[Held]:
    """CoNLL F1 of each topic, mentions joined from the chance that is best for the others."""
    own = joins_from(corpus.articles[0].slots)
    grid = sorted({*_JOINS, own})
    steps = tuple(corpus.marked_steps())
    scores = {joins: _conll_by_topic(corpus, joined(steps, joins)) for joins in grid}
    held = []
    for topic in _topics(corpus):
        chosen = max(grid, key=lambda joins: mean(score for each, score in scores[joins].items() if each != topic))
        held.append(Held(topic, chosen, (scores[chosen][topic],), (scores[own][topic],)))
    return held


def unfolding_by_topic(corpus: Corpus, ranking: Ranking) -> list[Held]:
    """Precision of what each topic unfolds, and the share of its sentences that have a counterpart and are shown one.

    Chosen is the lowest from which the other topics are precise enough together.
    """
    topics = _topics(corpus)
    counts = {at: {topic: _unfolded(corpus, ranking, topic, at) for topic in topics} for at in {*_UNFOLDED, LIKELY}}
    held = []
    for topic in topics:
        precise = [at for at in _UNFOLDED if _is_precise([counts[at][each] for each in topics if each != topic])]
        chosen = min(precise, default=max(_UNFOLDED))
        held.append(Held(topic, chosen, _shares(counts[chosen][topic]), _shares(counts[LIKELY][topic])))
    return held


def _is_precise(counted: Sequence[tuple[int, int, int, int]]) -> bool:
    shown, right = (sum(each[at] for each in counted) for at in (0, 1))
    return right >= _PRECISION * shown


def _shares(counted: tuple[int, int, int, int]) -> tuple[float, float]:
    shown, right, answered, queries = counted
    return right / (shown or 1), answered / (queries or 1)


def _unfolded(corpus: Corpus, ranking: Ranking, topic: str, at: float) -> tuple[int, int, int, int]:
    """Pairs shown unfolded from a confidence on, those of one event, sentences that got such a one, and all queries."""
    chains = corpus.chains()

    def is_right(here: Place, there: Place) -> bool:
        return bool(chains.get(here, frozenset()) & chains.get(there, frozenset()))

    shown = right = answered = queries = 0
    for here in corpus.labelled():
        if corpus.article(here[0]).record["topic"] != topic:
            continue
        verdicts = [is_right(here, there) for there, confidence in ranking.get(here, ()) if confidence >= at]
        shown += len(verdicts)
        right += sum(verdicts)
        if any(is_right(here, there) for there in chains if there[0] != here[0]):
            queries += 1
            answered += any(verdicts)
    return shown, right, answered, queries


def _conll_by_topic(corpus: Corpus, clusters: Clusters) -> dict[str, float]:
    return {topic: 100 * conll(*marked_clusterings(corpus, clusters, {topic})) for topic in _topics(corpus)}


def _topics(corpus: Corpus) -> list[str]:
    return sorted({article.record["topic"] for article in corpus.articles})


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures both thresholds and prints a line for each topic, the means and their spread."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.thresholds", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    chosen = parser.parse_args(arguments)
    engine = load_engine()
    read: list[AnnotatedArticle] = [annotated(record, engine) for record in read_records(chosen.folder, "events")]
    joining = joining_by_topic(with_mentions(read, Mentions.MARKED))
    found = with_mentions(read, Mentions.FOUND)
    unfolding = unfolding_by_topic(found, among_labelled(found, rank(found, found.links())))
    tables = {
        "joined from": (joining, ("CoNLL",)),
        "unfolded from": (unfolding, ("precision", "answered")),
    }
    figures = {name: [_as_json(each) for each in held] for name, (held, _) in tables.items()}
    words = "\n".join(line for name, table in tables.items() for line in _told(name, *table))
    print(json.dumps(figures) if chosen.json else words)  # noqa: T201 -- printing is what it is for


def _as_json(held: Held) -> dict[str, object]:
    return {"topic": held.topic, "chosen": held.chosen, "held": held.found, "own": held.own}


def _told(name: str, held: Sequence[Held], measures: Sequence[str]) -> list[str]:
    lines = [f"{name:<16} chosen on the others   {'  '.join(measures)}   with the program's own"]
    lines += [
        f"  topic {each.topic:<8} {each.chosen:>8.2f}        {_figures(each.found)}      {_figures(each.own)}"
        for each in held
    ]
    for at, measure in enumerate(measures):
        theirs, own = ([each[at] for each in side] for side in zip(*((e.found, e.own) for e in held), strict=True))
        lines.append(
            f"  {measure}: mean {mean(theirs):.3f}, deviation {stdev(theirs):.3f}; "
            f"with the program's own {mean(own):.3f}, {stdev(own):.3f}"
        )
    return lines


def _figures(values: Sequence[float]) -> str:
    return "  ".join(f"{value:>8.3f}" for value in values)


if __name__ == "__main__":
    main()
