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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles.cleaning import clean
from articles.clock import now
from articles.model import Article, BlockKind, LineRole, RawDocument, SourceFormat

DEFAULT_FOLDER = Path(__file__).parents[3] / "shared" / "data"
SETS = ("blocks", "inscriptis", "html")
_WORD = re.compile(r"\w+")
_KEPT = frozenset({LineRole.PARAGRAPH, LineRole.HEADING, LineRole.LIST_ITEM, LineRole.QUOTATION})
_GRAM = 4


@dataclass(frozen=True, slots=True)
class PageScore:
    """How one page was cleaned."""

    page: str
    text: float
    """F1 over word 4-grams."""
    lines: float
    """F1 over lines; that over 4-grams for HTML, whose lines are not labelled."""
    prediction: dict[str, Any]


def score_set(folder: Path, name: str) -> list[PageScore]:
    """The pages of one set, each with its scores, in the order of the files.

    Args:
        folder: A folder laid out as the development data are.
        name: One of `SETS`.
    """
    cleaning = folder / "cleaning"
    return list(_score_html(cleaning / "html") if name == "html" else _score_dumps(cleaning / f"{name}.jsonl.gz"))


def _score_dumps(path: Path) -> Iterator[PageScore]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for page in map(json.loads, stream):
            texts = [text.replace("\n", " ") for text, _ in page["lines"]]
            article = _cleaned("\n".join(texts).encode(), SourceFormat.TEXT)
            kept = [number for number, line in enumerate(article.lines) if line.role in _KEPT]
            score = gram_f1("\n".join(texts[number] for number in kept), page["gold"])
            labels = [label for _, label in page["lines"]]
            yield PageScore(page["id"], score, line_f1(kept, labels), {"id": page["id"], "kept": kept})


def _score_html(folder: Path) -> Iterator[PageScore]:
    for gold in map(json.loads, (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()):
        content = gzip.decompress((folder / f"{gold['id']}.html.gz").read_bytes())
        article = _cleaned(content, SourceFormat.HTML)
        text = "\n".join(block.text for block in article.blocks if block.kind is not BlockKind.CAPTION)
        score = gram_f1(text, gold["text"])
        yield PageScore(gold["id"], score, score, {"id": gold["id"], "text": text})


def _cleaned(content: bytes, source_format: SourceFormat) -> Article:
    return clean(RawDocument(content, "page", source_format, now()))


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


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures one set, or all three, and prints a line for each."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.cleaning", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--set", choices=SETS, dest="name")
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    names = (chosen.name,) if chosen.name else SETS
    scores = {name: score_set(chosen.folder, name) for name in names}
    if chosen.predictions:
        lines = [json.dumps(page.prediction, ensure_ascii=False) for name in names for page in scores[name]]
        chosen.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = {
        name: {
            "pages": len(pages),
            "gram_f1": round(mean([page.text for page in pages]), 4),
            "line_f1": round(mean([page.lines for page in pages]), 4),
        }
        for name, pages in scores.items()
    }
    if chosen.json:
        sys.stdout.write(json.dumps(found) + "\n")
    else:
        for name, measures in found.items():
            sys.stdout.write(
                f"cleaning {name}: " + ", ".join(f"{key} {value}" for key, value in measures.items()) + "\n"
            )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
