"""How long cleaning takes, beside annotating and beside trafilatura. Run: python -m tests.bench.cleaning_bench.

All is measured in one run, when it is warm, in processor time, which other programs add little to; each figure is the
median of some calls, or the sum of the medians of pages.
"""

from __future__ import annotations

import gzip
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

from articles.annotation.annotator import annotate
from articles.annotation.engine import load_engine
from articles.cleaning.html import clean_html
from articles.cleaning.plain_text import clean_text
from articles.samples import sample_paths
from tests.quality.cleaning import DEFAULT_FOLDER

LINES = 185
_REPEATS = 15
_REPEATS_OF_ANNOTATING = 7
_REPEATS_OF_PAGE = 3
_AREAS = "World Europe Africa Asia Americas Coast".split()
_SECTIONS = "News Business Sport Culture Weather Podcasts Jobs Travel".split()
_BUTTONS = ("Share on Facebook", "Tweet", "Email this story", "Print", "2 comments", "Sign up for our newsletter")


def dump() -> str:
    """A scraped page of `LINES` lines: menus and buttons, the longest sample article, links to other stories."""
    texts = [path.read_text(encoding="utf-8") for path in sample_paths() if path.suffix == ".txt"]
    page = [line for line in max(texts, key=len).splitlines() if line.strip()]
    headlines = [line for text in texts for line in text.splitlines() if 4 <= len(line.split()) <= 14]
    menu = [f"{area} {section}" for area in _AREAS for section in _SECTIONS]
    links = [f"{headline}, {number}" for number in range(1, LINES) for headline in headlines]
    return "\n".join([*menu, *_BUTTONS, *page, "Related stories", *links][:LINES])


def report() -> Iterator[str]:
    """A line for each measure."""
    text = dump()
    cleaning = _milliseconds(lambda: clean_text(text))
    article, engine = clean_text(text), load_engine()
    annotating = _milliseconds(lambda: annotate(article, engine), repeats=_REPEATS_OF_ANNOTATING)
    yield f"cleaning a dump of {LINES} lines{cleaning:>30.1f} ms  (at most 25)"
    yield f"annotating its article{annotating:>39.1f} ms"
    yield f"cleaning, of the time that annotating takes{cleaning / annotating:>18.3f}     (at most 0.1)"
    pages = html_pages()
    ours = sum(_milliseconds(partial(clean_html, page), repeats=_REPEATS_OF_PAGE) for page in pages)
    theirs = sum(_milliseconds(partial(_by_trafilatura, page), repeats=_REPEATS_OF_PAGE) for page in pages)
    yield f"cleaning an HTML page, mean of {len(pages):<3}{ours / len(pages):>28.1f} ms"
    yield f"the same by trafilatura alone{theirs / len(pages):>32.1f} ms"
    yield f"cleaning, of the time that trafilatura takes{ours / theirs:>17.2f}      (at most 1.3)"


def html_pages(folder: Path = DEFAULT_FOLDER) -> Sequence[str]:
    """Saved pages: the marked ones where they are at hand, else the samples."""
    saved = sorted((folder / "cleaning" / "html").glob("*.html.gz"))
    if saved:
        return [gzip.decompress(path.read_bytes()).decode("utf-8", "replace") for path in saved]
    return [path.read_text(encoding="utf-8") for path in sample_paths() if path.suffix == ".html"]


def _by_trafilatura(page: str) -> None:
    """The least that it can be asked for: neither metadata nor a text written out."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    trafilatura.bare_extraction(page)


def _milliseconds(ask: Callable[[], object], repeats: int = _REPEATS) -> float:
    """The median of the processor time of some calls, after one that warms up."""
    ask()
    times = []
    for _ in range(repeats):
        start = process_time()
        ask()
        times.append(process_time() - start)
    return median(times) * 1000


def main() -> None:
    """Print each measure as it is done."""
    for line in report():
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
