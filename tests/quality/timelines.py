"""How well an entity's events are put in order (`python -m tests.quality.timelines`), on SemEval-2015 task 4.

An entity's events are those in which a party bears its name; an event lies on the day that its report tells, or on the
day of the report. Measured is how the events stand to each other, two by two: of the relations that a timeline states
(between neighbours in its order), how many follow from the other (UzZaman and Allen 2011, as the task does), over all
entities at once; and of the events found, how many have the right date.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from articles.annotation.engine import Engine, load_engine
from articles.linking.slots import event_slots
from articles.model import Annotations, EventSlots, Factuality, Interval
from articles.text import fold
from tests.quality.coreference import Score
from tests.quality.event_corpora import DEFAULT_FOLDER, AnnotatedArticle, annotated

Key = tuple[str, int, str]
"""An event: id of its article, number of its sentence, and its trigger."""
_UNTOLD = frozenset({Factuality.DENIED, Factuality.CONDITIONAL})


@dataclass(frozen=True, slots=True)
class Placed:
    """An event on a timeline."""

    key: Key
    order: int
    when: str
    """As TIMEX3 has it: `2008-01-09`, `2008-01`, `2008`."""


Timelines = Mapping[str, Sequence[Placed]]
"""The events of each entity."""


def read_gold(folder: Path) -> Timelines:
    """The marked timelines, without the events that nobody can place."""
    return {
        line["entity"]: [
            Placed((mention["article"], int(mention["sentence"]), _word(mention["trigger"])), int(event["order"]), when)
            for event in line["events"]
            if not (when := event["when"]).startswith("XXXX")
            for mention in event["mentions"]
        ]
        for line in map(json.loads, (folder / "timelines.jsonl").read_text("utf-8").splitlines())
    }


def _word(trigger: str) -> str:
    return fold(trigger.replace("_", " "))


def read_articles(folder: Path, engine: Engine) -> list[AnnotatedArticle]:
    """The articles, annotated."""
    return [annotated(_record(json.loads(line)), engine) for line in _lines(folder / "articles.jsonl")]


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line]


def _record(article: Mapping[str, Any]) -> dict[str, Any]:
    """An article laid out as those of the other corpora are."""
    spans, at = [], 0
    for sentence in article["sentences"]:
        spans.append([at, at + len(sentence)])
        at += len(sentence) + 1
    return {**article, "text": "\n".join(article["sentences"]), "sentences": spans, "dateline": article["published"]}


def predict(articles: Sequence[AnnotatedArticle], entities: Sequence[str]) -> Timelines:
    """What the program finds of each entity, in the order of days."""
    found: dict[str, list[tuple[Interval, Key]]] = {entity: [] for entity in entities}
    for number, article in enumerate(articles, 1):
        names = article.annotations.entities
        slots = event_slots(number, article.annotations, article.article, range(1, len(names) + 1))
        for entity in entities:
            bearers = {at for at, each in enumerate(names, 1) if _is_named(entity, (each.name, *each.aliases))}
            for each in slots:
                if bearers & (each.actors | each.agents) and each.factuality not in _UNTOLD and not each.is_faint:
                    days = _days(each, article.annotations)
                    if days is not None:
                        found[entity].append((days, _key(article, each)))
    return {entity: list(_ordered(events)) for entity, events in found.items()}


def _is_named(entity: str, names: Sequence[str]) -> bool:
    wanted = fold(entity)
    return any(fold(name) == wanted or f" {fold(name)} " in f" {wanted} " for name in names)


def _days(slots: EventSlots, annotations: Annotations) -> Interval | None:
    day = annotations.published.day
    return slots.interval or (Interval(day, day) if day else None)


def _key(article: AnnotatedArticle, slots: EventSlots) -> Key:
    event = article.annotations.events[slots.index]
    text = article.article.text_of(event.block)[event.start : event.end]
    return (article.record["id"], event.block, fold(text))


def _ordered(events: Sequence[tuple[Interval, Key]]) -> Iterator[Placed]:
    firsts = sorted({days.first for days, _ in events})
    for days, key in sorted(events, key=lambda each: (each[0].first, each[1])):
        yield Placed(key, firsts.index(days.first) + 1, _when(days))


def _when(days: Interval) -> str:
    """The days as TIMEX3 has them, as exactly as they are known."""
    if days.days == 1:
        return days.first.isoformat()
    if days.first.year != days.last.year:
        return f"{days.first:%Y}"
    is_year = (days.first, days.last) == (date(days.first.year, 1, 1), date(days.first.year, 12, 31))
    return f"{days.first:%Y}" if is_year or days.first.month != days.last.month else f"{days.first:%Y-%m}"


def score(gold: Timelines, predicted: Timelines) -> tuple[Score, float, int]:
    """The score over relations, the share of right dates among the events found, and how many were found."""
    right_of_own = own_total = right_of_gold = gold_total = dated = found = 0
    for entity, marked in gold.items():
        theirs, mine = {each.key: each for each in marked}, {each.key: each for each in predicted.get(entity, ())}
        for ours, others in ((mine, theirs), (theirs, mine)):
            stated = list(_stated(list(ours.values())))
            right = sum(_holds(one, other, others) for one, other in stated)
            if ours is mine:
                right_of_own, own_total = right_of_own + right, own_total + len(stated)
            else:
                right_of_gold, gold_total = right_of_gold + right, gold_total + len(stated)
        found += len(theirs.keys() & mine.keys())
        dated += sum(theirs[key].when == mine[key].when for key in theirs.keys() & mine.keys())
    return Score(right_of_own / (own_total or 1), right_of_gold / (gold_total or 1)), dated / (found or 1), found


def _stated(timeline: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """The relations from which all others follow: of each event to the next."""
    return pairwise(sorted(timeline, key=lambda each: each.order))


def _holds(one: Placed, other: Placed, timeline: Mapping[Key, Placed]) -> bool:
    mine, theirs = timeline.get(one.key), timeline.get(other.key)
    if mine is None or theirs is None:
        return False
    return (one.order < other.order) is (mine.order < theirs.order) and (one.order == other.order) is (
        mine.order == theirs.order
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures a folder and prints the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.timelines", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--predictions", type=Path, help="write what was found, one JSON object a line")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    chosen = parser.parse_args(arguments)
    folder = chosen.folder / "timelines" if (chosen.folder / "timelines").is_dir() else chosen.folder
    gold = read_gold(folder)
    predicted = predict(read_articles(folder, load_engine()), list(gold))
    if chosen.predictions:
        chosen.predictions.write_text("".join(f"{json.dumps(line)}\n" for line in _predictions(predicted)), "utf-8")
    found, dated, events = score(gold, predicted)
    figures = {"precision": found.precision, "recall": found.recall, "f1": found.f1, "dates": dated, "events": events}
    words = (
        f"timelines: F1 {100 * found.f1:.1f} (P {100 * found.precision:.1f} R {100 * found.recall:.1f})  "
        f"right date {dated:.3f} of {events} events found, of {sum(map(len, gold.values()))}"
    )
    print(json.dumps(figures) if chosen.json else words)  # noqa: T201 -- printing is what it is for


def _predictions(timelines: Timelines) -> Iterator[dict[str, object]]:
    for entity, events in timelines.items():
        for each in events:
            article, sentence, trigger = each.key
            yield {
                "entity": entity,
                "order": each.order,
                "when": each.when,
                "article": article,
                "sentence": sentence,
                "trigger": trigger,
            }


if __name__ == "__main__":
    main()
