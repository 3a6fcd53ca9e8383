"""Pages dumped to plain text, each line labelled, as `../shared/data/README.md` describes them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

KINDS = ("blocks", "inscriptis")
"""The two ways in which pages were dumped."""
_LEAST_AGREEMENT = 0.7
"""How alike two extractors' readings of a page must be for its labels to be believed."""


@dataclass(frozen=True, slots=True)
class Dump:
    """One dumped page."""

    page: str
    domain: str
    kind: str
    language: str
    is_silver: bool
    """Whether its labels are those on which two extractors agree, and no human's."""
    lines: tuple[str, ...]
    labels: tuple[int, ...]
    """1 for a line of the article, 0 for one of the page around it, -1 where that is not known."""
    gold: str
    """The article's body."""


def read_dumps(path: Path) -> Iterator[Dump]:
    """The pages of a file, in its order."""
    kind = path.name.partition(".")[0].removeprefix("silver-")
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for page in map(json.loads, stream):
            silver = "agree" in page
            if silver and page["agree"] < _LEAST_AGREEMENT:
                continue
            lines = tuple(text.replace("\n", " ") for text, _ in page["lines"])
            labels = tuple(label for _, label in page["lines"])
            domain = page.get("domain") or page["id"]
            yield Dump(page["id"], domain, kind, page.get("lang", "en"), silver, lines, labels, page["gold"])


def training_dumps(folder: Path) -> list[Dump]:
    """All pages of a folder that there is something to learn from: the silver ones first, then those of the set."""
    paths = [folder / "cleaning" / f"{prefix}{kind}.jsonl.gz" for prefix in ("silver-", "") for kind in KINDS]
    return [page for path in paths if path.is_file() for page in read_dumps(path)]


def has_silver(folder: Path) -> bool:
    """Whether a folder has the pages that the model is trained on."""
    return all((folder / "cleaning" / f"silver-{kind}.jsonl.gz").is_file() for kind in KINDS)
