"""How well the side pane answers (`python -m tests.quality.pane`).

A query is a labelled sentence with an event that another article reports; what shares a chain with it elsewhere is
relevant. Ranked are the sentences that links lead to, best link first. Beside P@1, P@5 and MAP: of the pairs of
labelled sentences that the pane shows unfolded as one event, how many are, and how many queries get at least one.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from articles.annotation.engine import load_engine
from articles.model import LIKELY, EventLink
from tests.quality.event_corpora import (
    CORPORA,
    DEFAULT_FOLDER,
    Corpus,
    Place,
    installed_encoder,
    read_corpus,
    read_records,
)

_RANKED = 50
_FIRST = 5

Ranking = Mapping[Place, Sequence[tuple[Place, float]]]
"""For each sentence, the sentences elsewhere with their scores, best first."""


@dataclass(frozen=True, slots=True)
class PaneScores:
    """What is measured, with the counts that it rests on."""

    queries: int
    first: float
    first_five: float
    hit_of_five: float
    """Share of the queries with a right one among the first five."""
    mean_average: float
    unfolded: int
    """Pairs of labelled sentences shown unfolded as one event, each counted from both sides."""
    right: int
    answered: float
    """Share of the queries with a right unfolded link."""
    calibration: tuple[tuple[int, int], ...]
    """For each tenth of confidence, how many pairs of labelled sentences were linked with it, and how many rightly."""

    @property
    def precision(self) -> float:
        """Share of the unfolded pairs that are one event."""
        return self.right / (self.unfolded or 1)

    def as_json(self) -> dict[str, float]:
        """The figures under their names."""
        return {
            "p_at_1": self.first,
            "p_at_5": self.first_five,
            "hit_at_5": self.hit_of_five,
            "map": self.mean_average,
            "unfolded_precision": self.precision,
            "unfolded": self.unfolded,
            "answered": self.answered,
        }

    def __str__(self) -> str:
        bins = "  ".join(f".{at}: {right}/{shown}" for at, (shown, right) in enumerate(self.calibration) if shown)
        return (
            f"{self.queries} queries  P@1 {self.first:.3f}  P@5 {self.first_five:.3f}  "
            f"hit@5 {self.hit_of_five:.3f}  MAP {self.mean_average:.3f}  "
            f"unfolded {self.right}/{self.unfolded} = {self.precision:.3f}, for {self.answered:.3f} of the queries\n"
            f"    right by confidence  {bins}"
        )


def rank(corpus: Corpus, links: Iterable[EventLink]) -> Ranking:
    """The sentences that links lead to from each sentence, on either side, by the confidence of the best link."""
    best: dict[Place, dict[Place, float]] = defaultdict(dict)
    for each in links:
        if each.relation.is_one_event:
            places = (corpus.place_of(each.source), corpus.place_of(each.target))
            for here, there in (places, places[::-1]):
                best[here][there] = max(each.confidence, best[here].get(there, 0.0))
    return {here: sorted(found.items(), key=lambda item: (-item[1], item[0])) for here, found in best.items()}


def among_labelled(corpus: Corpus, ranking: Ranking) -> Ranking:
    """A ranking without the sentences of which it is not marked what they report."""
    labelled = set(corpus.labelled())
    return {here: [each for each in found if each[0] in labelled] for here, found in ranking.items()}


def score(corpus: Corpus, ranking: Ranking) -> PaneScores:
    """Measures a ranking over labelled sentences."""
    chains = corpus.chains()
    relevant = {
        here: {there for there in chains if there[0] != here[0] and chains[here] & chains[there]} for here in chains
    }
    queries = {here: found for here, found in relevant.items() if found}
    hits = {here: [there in queries[here] for there, _ in ranking.get(here, ())[:_RANKED]] for here in queries}
    labelled = set(corpus.labelled())
    pairs = [
        (confidence, there in relevant.get(here, ()))
        for here, found in ranking.items()
        for there, confidence in found
        if here in labelled and there in labelled
    ]
    unfolded = [is_right for confidence, is_right in pairs if confidence >= LIKELY]
    answered = [
        any(there in queries[here] and confidence >= LIKELY for there, confidence in ranking.get(here, ()))
        for here in queries
    ]
    return PaneScores(
        queries=len(queries),
        first=_mean([float(found[:1] == [True]) for found in hits.values()]),
        first_five=_mean([sum(hits[here][:_FIRST]) / min(_FIRST, len(queries[here])) for here in queries]),
        hit_of_five=_mean([float(any(found[:_FIRST])) for found in hits.values()]),
        mean_average=_mean([_average_precision(hits[here], len(queries[here])) for here in queries]),
        unfolded=len(unfolded),
        right=sum(unfolded),
        answered=_mean([float(each) for each in answered]),
        calibration=_calibration(pairs),
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / (len(values) or 1)


def _average_precision(hits: Sequence[bool], relevant: int) -> float:
    found = [at for at, is_right in enumerate(hits, 1) if is_right]
    return sum(count / at for count, at in enumerate(found, 1)) / relevant


def _calibration(pairs: Iterable[tuple[float, bool]]) -> tuple[tuple[int, int], ...]:
    bins = [[0, 0] for _ in range(10)]
    for confidence, is_right in pairs:
        chosen = bins[min(int(confidence * 10), 9)]
        chosen[0] += 1
        chosen[1] += is_right
    return tuple((shown, right) for shown, right in bins)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures each corpus of a folder and prints the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.pane", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument(
        "--predictions", type=Path, help="write the rankings over all sentences, one JSON object a line"
    )
    parser.add_argument("--encoder", action="store_true", help="tell what events mean by the sentence encoder")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    chosen = parser.parse_args(arguments)
    engine = load_engine()
    encoder = installed_encoder() if chosen.encoder else None
    scores: dict[str, PaneScores] = {}
    lines: list[str] = []
    for name in CORPORA if all((chosen.folder / each).is_dir() for each in CORPORA) else ("events",):
        corpus = read_corpus(read_records(chosen.folder, name), engine, encoder=encoder)
        everything = rank(corpus, corpus.links())
        scores[f"{name}, labelled sentences"] = score(corpus, among_labelled(corpus, everything))
        scores[f"{name}, all sentences"] = score(corpus, everything)
        lines.extend(json.dumps(line) for line in _predictions(corpus, everything))
    if chosen.predictions:
        chosen.predictions.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    figures = {name: each.as_json() for name, each in scores.items()}
    words = "\n".join(f"{name}: {each}" for name, each in scores.items())
    print(json.dumps(figures) if chosen.json else words)  # noqa: T201 -- printing is what it is for


def _predictions(corpus: Corpus, ranking: Ranking) -> Iterable[dict[str, object]]:
    for here in corpus.chains():
        ranked = [
            [corpus.article(number).record["id"], sentence, round(confidence, 4)]
            for (number, sentence), confidence in ranking.get(here, ())[:_RANKED]
        ]
        yield {"id": corpus.article(here[0]).record["id"], "sentence": here[1], "ranked": ranked}


if __name__ == "__main__":
    main()
