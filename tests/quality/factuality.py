"""How well the standing and the speaker of events are read (`python -m tests.quality.factuality`).

`factuality.jsonl` holds event words of the development data with labels given by a reader who did not see what the
program says of them: where they stand (offsets of the article's text; of `timelines`, its sentences joined by line
ends), how the article presents them, and to whom it leaves them (any of the spans will do; none means the article says
so itself; no field means that readers may differ). Sentences are split in halves by turns: rules were improved on the
first alone.

What the labels mean: *planned* is told as still to come (announced, ordered, foreseen), *possible* as alleged, supposed
or able to be, *denied* as not being so, *conditional* as either side of an "if"; all else is *asserted*, whoever says
so. A word that the program does not hold for an event counts as wrong.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateutil import parser as dates

from articles.annotation.annotator import annotate
from articles.annotation.engine import Engine, load_engine
from articles.model import UNDATED, Article, Basis, Block, BlockKind, EventMention, Factuality, Precision, Published
from tests.quality.event_corpora import DEFAULT_FOLDER

LABELS = Path(__file__).with_name("factuality.jsonl")
_FILES = {
    "events": "events/dev.jsonl",
    "wikinews": "wikinews/dev.jsonl",
    "times": "times/dev.jsonl",
    "timelines": "timelines/articles.jsonl",
}
_MISSING = "not found"
_EMPTY_WORDS = frozenset({"the", "of", "a", "an", "and"})
HALVES = ("improved on", "held out")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the program says of one labelled word, beside what a reader says."""

    half: str
    corpus: str
    words: str
    """The sentence, with the word in brackets."""
    gold: str
    found: str
    speakers: tuple[str, ...] | None
    """Who may be named as speaker; nothing for the article itself, None where readers may differ."""
    speaker: str

    @property
    def is_speaker_right(self) -> bool:
        """Whether the speaker is one of those that a reader names; names match by any word that tells."""
        if self.found == _MISSING or not self.speakers:
            return self.found != _MISSING and not self.speaker
        return any(_telling(self.speaker) & _telling(name) for name in self.speakers)


def _telling(name: str) -> set[str]:
    return set(name.lower().split()) - _EMPTY_WORDS


def answers(folder: Path, engine: Engine) -> Iterator[Answer]:
    """What the program says of every labelled word, article by article."""
    labels = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    sentences = list(dict.fromkeys((label["corpus"], label["id"], *label["sentence"]) for label in labels))
    half_of = {sentence: HALVES[number % len(HALVES)] for number, sentence in enumerate(sentences)}
    for corpus, file in _FILES.items():
        wanted = [label for label in labels if label["corpus"] == corpus]
        for record in _records(folder / file, {label["id"] for label in wanted}):
            text = record.get("text") or "\n".join(record["sentences"])
            events = _events(record, text, engine)
            for label in (label for label in wanted if label["id"] == record["id"]):
                half = half_of[corpus, record["id"], *label["sentence"]]
                yield _answer(label, half, text, events)


def _records(path: Path, wanted: set[str]) -> Iterator[dict[str, Any]]:
    for line in path.read_text("utf-8").splitlines() if path.is_file() else ():
        record = json.loads(line)
        if record["id"] in wanted:
            yield record


def _events(record: Mapping[str, Any], text: str, engine: Engine) -> dict[int, EventMention]:
    """The event mentions of an article by where they begin in its text, each line a paragraph."""
    starts: list[int] = []
    blocks: list[Block] = []
    offset = 0
    for line in text.split("\n"):
        if line.strip():
            starts.append(offset)
            blocks.append(Block(BlockKind.PARAGRAPH, line))
        offset += len(line) + 1
    article = Article("", tuple(blocks), published=_published(record))
    return {starts[event.block] + event.start: event for event in annotate(article, engine).events}


def _published(record: Mapping[str, Any]) -> Published:
    day = record.get("published") or record.get("dateline")
    return Published(dates.parse(day).date(), Precision.DAY, Basis.STATED) if day else UNDATED


def _answer(label: Mapping[str, Any], half: str, text: str, events: Mapping[int, EventMention]) -> Answer:
    start, end = label["at"]
    first, last = label["sentence"]
    event = events.get(start)
    return Answer(
        half=half,
        corpus=label["corpus"],
        words=f"{text[first:start]}[{text[start:end]}]{text[end:last]}",
        gold=label["factuality"],
        found=event.factuality.value if event else _MISSING,
        speakers=tuple(text[one:other] for one, other in label["speakers"]) if "speakers" in label else None,
        speaker=event.speaker if event else "",
    )


def report(found: Sequence[Answer]) -> dict[str, dict[str, float]]:
    """Share of right answers of each half and of all: factuality, speaker, and speaker where there is one."""
    halves = {half: [each for each in found if each.half == half] for half in HALVES} | {"all": list(found)}
    return {half: _figures(each) for half, each in halves.items()}


def _figures(found: Sequence[Answer]) -> dict[str, float]:
    scored = [each for each in found if each.speakers is not None]
    named = [each for each in scored if each.speakers]
    return {
        "words": len(found),
        "factuality": sum(each.gold == each.found for each in found) / (len(found) or 1),
        "speaker": sum(each.is_speaker_right for each in scored) / (len(scored) or 1),
        "speaker where there is one": sum(each.is_speaker_right for each in named) / (len(named) or 1),
    }


def confusion(found: Sequence[Answer]) -> str:
    """A table of what a reader says (rows) against what the program says (columns)."""
    kinds = [each.value for each in Factuality]
    told = Counter((each.gold, each.found) for each in found)
    head = "".join(f"{kind:>12}" for kind in (*kinds, _MISSING))
    rows = (f"{gold:12}" + "".join(f"{told[gold, kind]:12}" for kind in (*kinds, _MISSING)) for gold in kinds)
    return "\n".join((f"{'':12}{head}", *rows))


def speaker_confusion(found: Sequence[Answer]) -> str:
    """The same for the speaker: rows are what a reader says, columns what the program says."""
    columns = ("the article", "right one", "another")
    told: Counter[tuple[str, str]] = Counter()
    for each in (each for each in found if each.speakers is not None):
        said = "the article" if not each.speaker else "right one" if each.is_speaker_right else "another"
        told["somebody" if each.speakers else "the article", said] += 1
    rows = (
        f"{gold:12}" + "".join(f"{told[gold, kind]:12}" for kind in columns) for gold in ("the article", "somebody")
    )
    return "\n".join((f"{'':12}" + "".join(f"{kind:>12}" for kind in columns), *rows))


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the share of right answers and the confusion tables; with `--errors`, what is wrong in the first half."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.factuality", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--errors", action="store_true", help="show what is wrong in the half that may be improved on")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    chosen = parser.parse_args(arguments)
    found = list(answers(chosen.folder, load_engine()))
    figures = report(found)
    lines = [
        f"{half:12} {each['words']:.0f} words: factuality {each['factuality']:.3f}, speaker {each['speaker']:.3f} "
        f"({each['speaker where there is one']:.3f} where there is one)"
        for half, each in figures.items()
    ]
    if chosen.errors:
        lines.extend(_errors(each for each in found if each.half == HALVES[0]))
    lines.extend(("", confusion(found), "", speaker_confusion(found)))
    print(json.dumps(figures) if chosen.json else "\n".join(lines))  # noqa: T201 -- printing is what it is for


def _errors(found: Iterator[Answer]) -> Iterator[str]:
    for each in found:
        if each.gold != each.found:
            yield f"{each.gold}, not {each.found}: {each.words}"
        if each.speakers is not None and not each.is_speaker_right:
            yield f"said by {each.speakers}, not {each.speaker!r}: {each.words}"


if __name__ == "__main__":
    main()
