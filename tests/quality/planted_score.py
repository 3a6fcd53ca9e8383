"""Prints which planted links the whole road finds: `python -m tests.quality.planted_score`.

A link counts as found when the pane shows unfolded, between the two sentences that hold its quotes, a link of its kind;
one event may also be shown as differing or repeated. A different event counts as found when the pane shows unfolded
nothing that says the two sentences report one event.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from articles.library import Library
from articles.model import LIKELY, LinkedPassages, Passage, Relation
from articles.pipeline import Pipeline
from articles.samples import sample_paths
from tests.quality.planted import PlantedLink, Quote, load_planted

_AGREEING = frozenset({Relation.SAME_EVENT, Relation.REPEATS, Relation.DIFFERS})
_ONE_EVENT = _AGREEING | {Relation.DISPUTES}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a planted link was found, and what the library says of its two sentences."""

    link: PlantedLink
    is_found: bool
    said: tuple[tuple[Relation, float], ...]


def score(library: Library) -> tuple[Verdict, ...]:
    """A verdict on every planted link, from a library that holds all the demo articles."""
    ids = {Path(library.raw_document(id_).origin).name: id_ for id_ in _all_ids(library)}
    return tuple(_verdict(library, ids, link) for link in load_planted().links)


def _all_ids(library: Library) -> range:
    return range(1, library.counts().articles + 1)


def _verdict(library: Library, ids: Mapping[str, int], planted: PlantedLink) -> Verdict:
    here = _place(library, ids, planted.here)
    there = _place(library, ids, planted.there)
    linked = library.links(here[0], here[1]) if here and there else ()
    between = [each for each in linked if there and _joins(each, here, there)]
    said = tuple((each.link.relation, each.link.confidence) for each in between)
    relations = {relation for relation, confidence in said if confidence >= LIKELY}
    match planted.kind:
        case "different event":
            is_found = bool(here and there) and not relations & _ONE_EVENT
        case "same event":
            is_found = bool(relations & _AGREEING)
        case kind:
            is_found = Relation(kind) in relations
    return Verdict(planted, is_found, said)


def _place(library: Library, ids: Mapping[str, int], quote: Quote) -> tuple[int, int, int] | None:
    """Article id, block and offset of the first place where a quote stands; None when cleaning has lost it."""
    article = library.article(ids[quote.file])
    for number, block in enumerate(article.blocks):
        offset = block.text.find(quote.text)
        if offset >= 0:
            return ids[quote.file], number, offset
    return None


def _joins(linked: LinkedPassages, here: tuple[int, int, int] | None, there: tuple[int, int, int]) -> bool:
    return here is not None and _holds(linked.here, here) and _holds(linked.there, there)


def _holds(passage: Passage, place: tuple[int, int, int]) -> bool:
    article, block, offset = place
    return (passage.article, passage.block) == (article, block) and passage.start <= offset < passage.end


def _line(verdict: Verdict) -> str:
    link = verdict.link
    said = ", ".join(f"{relation} {confidence:.2f}" for relation, confidence in verdict.said) or "nothing"
    mark = "found " if verdict.is_found else "MISSED"
    files = f"{link.here.file[:2]} {link.there.file[:2]}"
    return f"{mark} {link.kind:15} {files}  {link.here.text[:58]:58} | {link.there.text[:58]:58} | says {said}"


def main() -> None:
    """Adds the demo articles to a throw-away library; prints a line for each planted link and a sum for each kind."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite"
        Library.open(path).close()
        Pipeline(path).add([str(sample) for sample in sample_paths()])
        with Library.open(path) as library:
            verdicts = score(library)
    lines = [_line(verdict) for verdict in verdicts]
    planted = Counter(verdict.link.kind for verdict in verdicts)
    found = Counter(verdict.link.kind for verdict in verdicts if verdict.is_found)
    sums = [f"{kind}: {found[kind]} of {number}" for kind, number in planted.items()]
    sys.stdout.write("\n".join([*lines, "", *sums, ""]))


if __name__ == "__main__":
    main()
