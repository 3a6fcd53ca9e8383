"""How well names are found and joined over articles, against entity chains (`python -m tests.quality.entities`).

Measured on Wikinews and, as a second yardstick of many subjects, on ECB+, which marks only those that take part in a
marked event: what is found beside them counts as wrong there, so that its precision is a lower bound.

A gold mention counts as a name when, its leading determiner or pronoun aside, its first word bears a capital and it
has at most six words. A predicted name finds a gold one when one lies inside the other; they are paired one to one,
the likest first. CoNLL F1 and pairs are measured over the names so paired, over all articles at once.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.annotation.engine import Engine, load_engine
from articles.annotation.names import find_names
from articles.annotation.times import find_times
from articles.linking.entities import joined, resolve
from articles.model import Entity, EntityKind, KnownEntity, Published
from tests.quality.coreference import Score, conll, matched, pairs

DEFAULT_FOLDER = Path(__file__).parents[3] / "shared" / "data"
_LEADING = re.compile(
    r"(?:(?:the|an?|this|that|these|those|its|their|his|her|our|my|your|some|any)\s+)+", re.IGNORECASE
)
_LONGEST_NAME = 6
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Inc|Corp|Co|Ltd|Jr|Sr)\.$")
CORPORA = ("wikinews", "events")
_TIMES = ("TIME_", "TIMEX")
"""How the tags begin of what ECB+ marks beside entities."""
_CROSS = "cross_"
_NOT_NAMES = frozenset({EntityKind.MONEY, EntityKind.QUANTITY})

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class NameScores:
    """What is measured."""

    mentions: Score
    exact: Score
    conll: float
    pairs: Score

    def as_json(self) -> dict[str, float]:
        """The figures under their names."""
        return {
            "mention_precision": self.mentions.precision,
            "mention_recall": self.mentions.recall,
            "mention_f1": self.mentions.f1,
            "exact_f1": self.exact.f1,
            "conll_f1": self.conll,
            "pair_precision": self.pairs.precision,
            "pair_recall": self.pairs.recall,
            "pair_f1": self.pairs.f1,
        }

    def __str__(self) -> str:
        return (
            f"mentions F1 {self.mentions.f1:.3f} (P {self.mentions.precision:.3f} R {self.mentions.recall:.3f})  "
            f"exact {self.exact.f1:.3f}  CoNLL {100 * self.conll:.1f}  "
            f"pairs F1 {self.pairs.f1:.3f} (P {self.pairs.precision:.3f} R {self.pairs.recall:.3f})"
        )


@dataclass(frozen=True, slots=True)
class PredictedName:
    """A name found in an article, with its cluster over all articles."""

    article: str
    start: int
    end: int
    cluster: str
    kind: str

    def as_json(self) -> str:
        """The name as a line of predictions."""
        return json.dumps(
            {"id": self.article, "start": self.start, "end": self.end, "cluster": self.cluster, "kind": self.kind}
        )


def read_articles(folder: Path, corpus: str = CORPORA[0]) -> list[dict[str, Any]]:
    """The articles of a corpus, or of a folder of the same format, without those set aside for training."""
    place = folder / corpus if (folder / corpus).is_dir() else folder
    files = sorted(path for path in place.glob("*.jsonl") if path.stem != "train")
    return [json.loads(line) for path in files for line in path.read_text("utf-8").splitlines() if line]


def with_one_chain(articles: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The articles with `cross_intra_X` and `intra_X` as one chain; none where no article has the former.

    Wikinews marks one company in some articles under the one name and in others under the other, so that whoever
    joins them rightly is charged with every pair between the two.
    """
    if not any(mention["chain"].startswith(_CROSS) for article in articles for mention in article["entities"]):
        return []
    return [
        {
            **article,
            "entities": [{**each, "chain": each["chain"].removeprefix(_CROSS)} for each in article["entities"]],
        }
        for article in articles
    ]


def predict(articles: Sequence[dict[str, Any]], engine: Engine) -> list[PredictedName]:
    """The names of all articles, joined over them in their order as a library would."""
    known: list[KnownEntity] = []
    predicted: list[PredictedName] = []
    for article in articles:
        text, sentences = article["text"], article["sentences"]
        blocks = engine.parse([(number, text[start:end]) for number, (start, end) in enumerate(sentences)])
        names = find_names(blocks, find_times(blocks, Published()))
        numbers = library_ids(names.entities, known)
        for mention in names.mentions:
            entity = names.entities[mention.entity]
            offset = sentences[mention.block][0]
            start, end = offset + mention.start, offset + mention.end
            cluster = str(numbers[mention.entity])
            predicted.append(PredictedName(article["id"], start, end, cluster, entity.kind.value))
    return predicted


def library_ids(entities: Sequence[Entity], known: list[KnownEntity]) -> list[int]:
    """The number of each entity among those known, to which new ones are added as a library does."""
    numbers: list[int] = []
    for entity, found in zip(entities, resolve(entities, tuple(known)), strict=True):
        number = len(known) if found is None else found
        if found is None:
            known.append(_known(number, entity, 1))
        else:
            old = known[found]
            before = Entity(old.name, old.kind, old.aliases, old.country, old.walks, old.beside)
            known[found] = _known(found, joined(before, entity), old.articles + 1)
        numbers.append(number)
    return numbers


def _known(number: int, entity: Entity, articles: int) -> KnownEntity:
    return KnownEntity(
        number,
        entity.name,
        entity.kind,
        entity.aliases,
        entity.country,
        articles,
        walks=entity.walks,
        beside=entity.beside,
    )


def score(articles: Sequence[dict[str, Any]], predicted: Sequence[PredictedName]) -> NameScores:
    """Measures predictions in the labelled sentences."""
    gold_cluster: dict[Any, Any] = {}
    own_cluster: dict[Any, Any] = {}
    found = exact = named = said = 0
    for article in articles:
        labelled = [article["sentences"][number] for number in article["annotated"]]
        gold = dict(_gold_names(article))
        own = {
            trimmed(article["text"], each.start, each.end): each.cluster
            for each in predicted
            if each.article == article["id"]
            and EntityKind(each.kind) not in _NOT_NAMES
            and any(start <= each.start and each.end <= end for start, end in labelled)
        }
        paired = matched(list(gold), list(own), _likeness)
        named, said, found = named + len(gold), said + len(own), found + len(paired)
        exact += len(gold.keys() & own.keys())
        for theirs, mine in paired:
            gold_cluster[article["id"], theirs] = gold[theirs]
            own_cluster[article["id"], theirs] = own[mine]
    return NameScores(
        Score(found / (said or 1), found / (named or 1)),
        Score(exact / (said or 1), exact / (named or 1)),
        conll(gold_cluster, own_cluster),
        pairs(gold_cluster, own_cluster),
    )


def _gold_names(article: dict[str, Any]) -> Iterator[tuple[Span, str]]:
    for mention in article["entities"]:
        if mention.get("tag", "").startswith(_TIMES):
            continue
        start, end = trimmed(article["text"], mention["start"], mention["end"])
        words = article["text"][start:end].split()
        if 0 < len(words) <= _LONGEST_NAME and any(map(str.isupper, words[0])):
            yield (start, end), mention["chain"]


def trimmed(text: str, start: int, end: int) -> Span:
    """A span without its leading determiners and pronouns, its possessive and its final punctuation."""
    if leading := _LEADING.match(text[start:end]):
        start += leading.end()
    if text[start:end].endswith("'s"):
        end -= 2
    while end > start and text[end - 1] in " .,;:\"'`" and not _ABBREVIATED.search(text[start:end]):
        end -= 1
    return start, end


def _likeness(one: Span, other: Span) -> float:
    """How much of their union two spans share, where one lies inside the other; more where they end together."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    if shared < min(one[1] - one[0], other[1] - other[0]):
        return 0.0
    return shared / (max(one[1], other[1]) - min(one[0], other[0]) or 1) + (one[1] == other[1])


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures a folder and prints the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.entities", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--predictions", type=Path, help="write what was found, one JSON object a line")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    chosen = parser.parse_args(arguments)
    engine = load_engine()
    scores: dict[str, NameScores] = {}
    lines: list[str] = []
    for corpus in CORPORA if all((chosen.folder / name).is_dir() for name in CORPORA) else CORPORA[:1]:
        articles = read_articles(chosen.folder, corpus)
        predicted = predict(articles, engine)
        lines.extend(each.as_json() for each in predicted)
        scores[corpus] = score(articles, predicted)
        if one_chain := with_one_chain(articles):
            scores[f"{corpus}_one_chain"] = score(one_chain, predicted)
    if chosen.predictions:
        chosen.predictions.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    words = "\n".join(f"{corpus}: {figures}" for corpus, figures in scores.items())
    print(json.dumps(_as_json(scores)) if chosen.json else words)  # noqa: T201 -- printing is what it is for


def _as_json(scores: Mapping[str, NameScores]) -> dict[str, Any]:
    """The figures of the first corpus, and those of others under their names."""
    first = CORPORA[0]
    return {**scores[first].as_json(), **{name: each.as_json() for name, each in scores.items() if name != first}}


if __name__ == "__main__":
    main()
