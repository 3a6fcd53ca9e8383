"""How much of the article, and how little else, cleaning keeps (`python -m tests.quality.cleaning`).

Mean over pages of the F1 of word 4-grams of the kept text against the gold body, as the article extraction benchmark
of scrapinghub measures it; for dumps also the F1 over lines.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.cleaning import clean
from articles.cleaning.line_model import LineModel
from articles.cleaning.plain_text import clean_text
from articles.clock import now
from articles.model import Article, BlockKind, LineRole, RawDocument, SourceFormat
from tests.training.dumps import Dump, read_dumps

DEFAULT_FOLDER = Path(__file__).parents[3] / "shared" / "data"
SETS = ("blocks", "inscriptis", "html")
_WORD = re.compile(r"\w+")
_KEPT = frozenset({LineRole.PARAGRAPH, LineRole.HEADING, LineRole.LIST_ITEM, LineRole.QUOTATION})
_GRAM = 4

ModelFor = Callable[[str], LineModel | None]
"""The line model that judges the pages of a domain; None for the shipped one."""


@dataclass(frozen=True, slots=True)
class PageScore:
    """How one page was cleaned."""

    page: str
    domain: str
    text: float
    """F1 over word 4-grams."""
    lines: float
    """F1 over lines; that over 4-grams for HTML, whose lines are not labelled."""
    prediction: dict[str, Any]


def shipped(_domain: str) -> None:
    """The shipped model, whatever the domain."""


def score_set(folder: Path, name: str, models: ModelFor = shipped) -> list[PageScore]:
    """The pages of one set, each with its scores, in the order of the files; none where the folder has no such set.

    Args:
        folder: A folder laid out as the development data are.
        name: One of `SETS`.
        models: The line model for a page of a domain, for dumps.
    """
    cleaning = folder / "cleaning"
    if name == "html":
        return list(_score_html(cleaning / "html")) if (cleaning / "html" / "gold.jsonl").is_file() else []
    path = cleaning / f"{name}.jsonl.gz"
    return [_score_dump(dump, models) for dump in read_dumps(path)] if path.is_file() else []


def _score_dump(dump: Dump, models: ModelFor) -> PageScore:
    article = clean_text("\n".join(dump.lines), models(dump.domain))
    kept = [number for number, line in enumerate(article.lines) if line.role in _KEPT]
    score = gram_f1("\n".join(dump.lines[number] for number in kept), dump.gold)
    return PageScore(dump.page, dump.domain, score, line_f1(kept, dump.labels), {"id": dump.page, "kept": kept})


def _score_html(folder: Path) -> Iterator[PageScore]:
    for gold in map(json.loads, (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()):
        content = gzip.decompress((folder / f"{gold['id']}.html.gz").read_bytes())
        article = _cleaned(content)
        text = "\n".join(block.text for block in article.blocks if block.kind is not BlockKind.CAPTION)
        score = gram_f1(text, gold["text"])
        yield PageScore(gold["id"], "", score, score, {"id": gold["id"], "text": text})


def _cleaned(content: bytes) -> Article:
    return clean(RawDocument(content, "page", SourceFormat.HTML, now()))


def gram_f1(kept: str, gold: str) -> float:
    """F1 of the word 4-grams of two texts, counted as often as they occur; 1 where both are empty."""
    ours, theirs = _grams(kept), _grams(gold)
    if not ours or not theirs:
        return float(ours == theirs)
    return 2 * (ours & theirs).total() / (ours.total() + theirs.total())


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + _GRAM]) for at in range(max(1, len(words) - _GRAM + 1)) if words)


def line_f1(kept: Sequence[int], labels: Sequence[int]) -> float:
    """F1 over the lines labelled 1, those labelled -1 left out; 1 where nothing was to be kept and nothing was."""
    chosen = [number for number in kept if labels[number] >= 0]
    right = sum(labels[number] == 1 for number in chosen)
    total = len(chosen) + labels.count(1)
    return 2 * right / total if total else 1.0


def mean(scores: Sequence[float]) -> float:
    """The mean, 0 of nothing."""
    return sum(scores) / len(scores) if scores else 0.0


@dataclass(frozen=True, slots=True)
class Measure:
    """A set, measured in one way."""

    name: str
    pages: list[PageScore]

    @property
    def figures(self) -> dict[str, float]:
        """What is measured, rounded to four places."""
        texts, lines = [page.text for page in self.pages], [page.lines for page in self.pages]
        return {"pages": len(self.pages), "gram_f1": round(mean(texts), 4), "line_f1": round(mean(lines), 4)}

    def __str__(self) -> str:
        return f"cleaning {self.name}: " + ", ".join(f"{key} {value}" for key, value in self.figures.items())


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures one set, or all there are, and prints a line for each."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.cleaning", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--set", choices=SETS, dest="name")
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--cross-validated", action="store_true", help="also by models that have learnt from no page of the same site"
    )
    chosen = parser.parse_args(arguments)
    names = (chosen.name,) if chosen.name else SETS
    measures = [Measure(name, score_set(chosen.folder, name)) for name in names]
    if chosen.predictions:
        lines = [json.dumps(page.prediction, ensure_ascii=False) for each in measures for page in each.pages]
        chosen.predictions.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    if chosen.cross_validated:
        from tests.quality.cleaning_folds import cross_validated

        measures += cross_validated(chosen.folder, [name for name in names if name != "html"])
    show(measures, as_json=chosen.json)
    return 0


def show(measures: Sequence[Measure], *, as_json: bool) -> None:
    """Prints measures, a line each or as one JSON object; those without a page are left out."""
    found = [measure for measure in measures if measure.pages]
    if as_json:
        sys.stdout.write(json.dumps({measure.name: measure.figures for measure in found}) + "\n")
    else:
        sys.stdout.write("".join(f"{measure}\n" for measure in found))


if __name__ == "__main__":
    raise SystemExit(main())
