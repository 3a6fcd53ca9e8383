"""Writes what nouns mean first of all (`python -m tests.training.noun_senses DICT`), from WordNet's database files.

DICT is the folder with `data.noun` and `index.noun` of WordNet 3.1. Kept are the nouns of one word that its tagged
texts hold, and those whose first sense is something that happens.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from articles.annotation import noun_senses
from articles.annotation.noun_senses import FIFTHS, HAPPENING, NounSense

TARGET = Path(noun_senses.__file__).with_name(noun_senses.SENSES_FILE)
_KINDS = (
    "tops act animal artifact attribute body cognition communication event feeling food group location motive object "
    "person phenomenon plant possession process quantity relation shape state substance time"
).split()
"""WordNet's lexicographer files of nouns, in their order."""
_FIRST_NOUN_FILE = 3
_COMMENT = "  "
_NOTICE = """\
# Nouns by what they mean first of all: kind of the first sense, whether a verb of the same stem has that meaning, and
# how many fifths of the senses name what happens. Made by `python -m tests.training.noun_senses` from WordNet 3.1.
"""


def read_senses(folder: Path) -> dict[str, NounSense]:
    """The senses of the nouns that are kept, by lemma."""
    kinds: dict[str, str] = {}
    from_verbs: set[tuple[str, str]] = set()
    for fields in _entries(folder / "data.noun"):
        kinds[fields[0]] = _KINDS[int(fields[1]) - _FIRST_NOUN_FILE]
        from_verbs.update((lemma, fields[0]) for lemma in _derived(fields))
    senses: dict[str, NounSense] = {}
    for fields in _entries(folder / "index.noun"):
        lemma, count, pointers = fields[0], int(fields[2]), int(fields[3])
        places, tagged = fields[-count:], int(fields[5 + pointers])
        first = kinds[places[0]]
        if lemma.replace("-", "").isalpha() and (tagged or first in HAPPENING):
            happening = _share([kinds[place] in HAPPENING for place in places])
            senses[lemma] = NounSense(first, (lemma, places[0]) in from_verbs, happening)
    return senses


def _entries(path: Path) -> Iterator[list[str]]:
    for line in path.read_text("latin-1").splitlines():
        if not line.startswith(_COMMENT):
            yield line.partition("|")[0].split()


def _derived(fields: Sequence[str]) -> Iterator[str]:
    """The words of a sense from which a verb is derived: pointers `+` to verbs."""
    count = int(fields[3], 16)
    words = [fields[4 + 2 * number].lower() for number in range(count)]
    pointers = fields[5 + 2 * count :]
    for symbol, _, part, ends in zip(*(pointers[step::4] for step in range(4)), strict=False):
        if symbol == "+" and part == "v":
            source = int(ends[:2], 16)
            yield from words[source - 1 : source] if source else words


def _share(happens: Sequence[bool]) -> int:
    """How many fifths of the senses name what happens, each weighing less than the one before; 4 for all."""
    weights = [1 / rank for rank in range(1, len(happens) + 1)]
    share = sum(weight for weight, each in zip(weights, happens, strict=True) if each) / sum(weights)
    return min(int(share * FIFTHS), FIFTHS - 1)


def written(senses: Mapping[str, NounSense], licence: str) -> str:
    """The senses as the file that the program reads, headed by the licence they come under."""
    groups: dict[str, list[str]] = defaultdict(list)
    for lemma, sense in sorted(senses.items()):
        groups[f"{sense.kind} {'verb' if sense.from_verb else '-'} {sense.happening}"].append(lemma)
    notice = "".join(f"# {line}".rstrip() + "\n" for line in licence.splitlines())
    return f"{_NOTICE}#\n{notice}" + "".join(f"{head}: {' '.join(words)}\n" for head, words in sorted(groups.items()))


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads WordNet and writes the file."""
    parser = argparse.ArgumentParser(prog="python -m tests.training.noun_senses", description=__doc__)
    parser.add_argument("dict", type=Path, help="the folder of WordNet's database files")
    parser.add_argument("licence", type=Path, help="the file that holds its licence")
    chosen = parser.parse_args(arguments)
    senses = read_senses(chosen.dict)
    TARGET.write_text(written(senses, chosen.licence.read_text("utf-8").strip()), "utf-8")
    sys.stdout.write(f"{len(senses)} nouns in {TARGET}\n")


if __name__ == "__main__":
    main()
