"""How much of what the pane shows unfolded is right in ordinary news (`python -m tests.quality ordinary`).

The corpora with marked events are full of reports of a few. Here each set is a day of Reuters and some of the BBC, of
which most articles have nothing to do with each other. What is shown unfolded between two sentences was judged by hand
(`ordinary.jsonl`, by the ids of the articles and the numbers of their sentences); what nobody judged yet is counted
apart, and `--show` prints it. The first three sets were looked at when rules were made, the last one was not.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from articles.annotation.annotator import annotate
from articles.annotation.engine import Engine, load_engine
from articles.linking.events import link
from articles.linking.slots import event_slots
from articles.model import LIKELY, Annotations, Article, EventLink, EventSlots, KnownEntity, Relation
from tests.bench.old_news import article
from tests.quality.entities import library_ids
from tests.quality.event_corpora import DEFAULT_FOLDER

_JUDGED = Path(__file__).with_name("ordinary.jsonl")
_REUTERS, _BBC = 100, 60
"""How many articles of each a set has."""
SETS = {"7-APR-1987": 1, "5-MAR-1987": 2, "9-APR-1987": 3, "13-APR-1987": 4}
"""The day of Reuters, and the seed by which articles of the BBC are drawn."""

COPY = "copy"
"""What is shown of sentences in the same words, which are easily told to be of one event; they are counted apart."""

Shown = tuple[str, int, str, int, str]
"""Id and sentence of an article, the same of another, and what is shown: the relation in the pane's words."""


@dataclass(frozen=True, slots=True)
class Read:
    """An article under its id, with what was found in it."""

    id: str
    article: Article
    annotations: Annotations
    slots: tuple[EventSlots, ...]

    def words(self, sentence: int) -> str:
        """A sentence as it stands in the text."""
        span = self.annotations.sentences[sentence]
        return self.article.text_of(span.block)[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What is shown unfolded, counted by whether it was judged to be right; and what nobody judged."""

    articles: int
    right: int
    wrong: int
    copies: tuple[int, int]
    """How many are shown in the same words, and how many of these are right."""
    unjudged: tuple[Shown, ...]

    def as_json(self) -> dict[str, int]:
        """The counts under their names."""
        return {
            "articles": self.articles,
            "right": self.right,
            "wrong": self.wrong,
            "copies": self.copies[0],
            "copies_right": self.copies[1],
            "unjudged": len(self.unjudged),
        }

    def __str__(self) -> str:
        copies, right = self.copies
        return (
            f"{self.articles} articles  unfolded, right {_share(self.right, self.right + self.wrong)},"
            f" copies {_share(right, copies)}, {len(self.unjudged)} unjudged"
        )


def _share(right: int, shown: int) -> str:
    return f"{right}/{shown}" + (f" = {right / shown:.3f}" if shown else "")


def read_set(folder: Path, day: str, engine: Engine) -> list[Read]:
    """The articles of a set, annotated in their order, their names joined as a library does."""
    reuters = [each for each in _records(folder / "scale" / "reuters.jsonl.gz") if each["published"].split()[0] == day]
    bbc = random.Random(SETS[day]).sample(_records(folder / "scale" / "bbc.jsonl.gz"), _BBC)
    known: list[KnownEntity] = []
    found = []
    for number, record in enumerate([*reuters[:_REUTERS], *bbc], 1):
        made = article(record, "")
        annotations = annotate(made, engine)
        ids = [identity + 1 for identity in library_ids(annotations.entities, known)]
        found.append(Read(str(record["id"]), made, annotations, event_slots(number, annotations, made, ids)))
    return found


def _records(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        raise SystemExit(f"{path} is not there: name a folder that holds it, or leave the folder out.")
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()]


def unfolded(read: Sequence[Read]) -> dict[Shown, EventLink]:
    """What the pane shows unfolded between two sentences, as a library that gets the articles one by one has it."""
    shown: dict[Shown, EventLink] = {}
    seen: list[EventSlots] = []
    for each in read:
        for made in link(each.slots, seen):
            if made.confidence >= LIKELY:
                shown.setdefault(_place(read, made), made)
        seen.extend(each.slots)
    return shown


def _place(read: Sequence[Read], made: EventLink) -> Shown:
    (here, mine), (there, theirs) = made.source, made.target
    one, other = read[here - 1], read[there - 1]
    return one.id, one.slots[mine].sentence, other.id, other.slots[theirs].sentence, _kind(made.relation)


def _kind(relation: Relation) -> str:
    """What is claimed: one event, told in the same words or not; that one denies the other, or came after it."""
    if relation is Relation.DISPUTES:
        return "dispute"
    if relation is Relation.REPEATS:
        return COPY
    return "one event" if relation.is_one_event else "order"


def judged() -> dict[Shown, bool]:
    """What was judged by hand."""
    lines = [json.loads(line) for line in _JUDGED.read_text("utf-8").splitlines() if line]
    return {(*line["one"], *line["other"], line["shown"]): line["right"] for line in lines}


def judge(read: Sequence[Read], shown: dict[Shown, EventLink]) -> Verdicts:
    """What was judged of what is shown."""
    known = judged()
    told = [known[each] for each in shown if each in known and each[4] != COPY]
    copies = [known[each] for each in shown if each in known and each[4] == COPY]
    return Verdicts(
        articles=len(read),
        right=sum(told),
        wrong=len(told) - sum(told),
        copies=(len(copies), sum(copies)),
        unjudged=tuple(each for each in shown if each not in known),
    )


def _told(read: Sequence[Read], shown: Shown, made: EventLink) -> Iterator[str]:
    one, other = (read[number - 1] for number in (made.source[0], made.target[0]))
    yield json.dumps({"one": shown[:2], "other": shown[2:4], "shown": shown[4]})
    yield f"    {made.relation.value} {made.confidence}  {'; '.join(made.because)}"
    for each, (number, index), sentence in ((one, made.source, shown[1]), (other, made.target, shown[3])):
        yield f"    [{each.article.title}] {read[number - 1].slots[index].lemma}: {each.words(sentence)}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures each set and prints the counts."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.ordinary", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--show", action="store_true", help="print what nobody judged yet, with its sentences")
    parser.add_argument("--json", action="store_true", help="print the counts as JSON")
    chosen = parser.parse_args(arguments)
    engine = load_engine()
    counts: dict[str, Verdicts] = {}
    unjudged: list[str] = []
    for day in SETS:
        read = read_set(chosen.folder, day, engine)
        shown = unfolded(read)
        counts[day] = judge(read, shown)
        unjudged.extend(line for each in counts[day].unjudged for line in _told(read, each, shown[each]))
    figures = {day: each.as_json() for day, each in counts.items()}
    words = [*(unjudged if chosen.show else ()), *(f"{day}: {each}" for day, each in counts.items())]
    print(json.dumps(figures) if chosen.json else "\n".join(words))  # noqa: T201 -- printing is what it is for


if __name__ == "__main__":
    main()
