"""Writes which words may tell of one event (`python -m tests.training.word_senses DICT`), after WordNet.

DICT is the folder with its files `data.verb`, `index.verb`, `data.noun` and `index.noun`. Kept are the verbs of one
word, and of the nouns that its tagged texts hold those that come of a verb or name something that happens; of each its
first senses in their order, each with those of the words that are derived from it, and what these are kinds of.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from articles.linking import word_senses

TARGET = Path(word_senses.__file__).with_name(word_senses.SENSES_FILE)
_MOST_SENSES = 3
_HAPPENING_FILES = frozenset({"04", "11", "22"})
"""WordNet's lexicographer files of acts, events and processes."""
_DERIVED, _KIND_OF = "+", "@"
Word = tuple[list[str], ...]
"""The senses of a word, rank by rank."""
_NOTICE = """\
# Words that may tell of an event: the senses that each has or is derived from, the commonest first, and after a bar
# what these are kinds of.
# Made by `python -m tests.training.word_senses` from WordNet.
"""


@dataclass
class Synset:
    """A sense, with what it is derived from, by its words, and what it is a kind of."""

    happens: bool
    words: list[str]
    kinds: list[str] = field(default_factory=list)
    derived: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def read_synsets(folder: Path) -> dict[str, Synset]:
    """The senses of verbs and nouns by part of speech and number."""
    found: dict[str, Synset] = {}
    for part in ("verb", "noun"):
        for entry in _entries(folder / f"data.{part}"):
            words = [word.lower() for word in entry[4 : 4 + 2 * int(entry[3], 16) : 2]]
            synset = Synset(part == "verb" or entry[1] in _HAPPENING_FILES, words)
            start = 5 + 2 * len(words)
            for at in range(start, start + 4 * int(entry[start - 1]), 4):
                symbol, number, other, places = entry[at : at + 4]
                if symbol == _KIND_OF and other in "vn":
                    synset.kinds.append(other + number)
                elif symbol == _DERIVED and other in "vn" and int(places[:2], 16):
                    synset.derived[words[int(places[:2], 16) - 1]].append(other + number)
            found[part[0] + entry[0]] = synset
    return found


def read_words(folder: Path, synsets: dict[str, Synset]) -> dict[str, Word]:
    """The words that are kept."""
    words: defaultdict[str, Word] = defaultdict(lambda: tuple([] for _ in range(_MOST_SENSES)))
    kept: set[str] = set()
    for part in ("verb", "noun"):
        for entry in _entries(folder / f"index.{part}"):
            lemma, count = entry[0], int(entry[2])
            numbers = [part[0] + number for number in entry[-count:]][:_MOST_SENSES]
            is_tagged = int(entry[-count - 1]) > 0
            if not lemma.isalpha():
                continue
            happens = any(lemma in synsets[each].derived or synsets[each].happens for each in numbers)
            if part == "verb" or (is_tagged and happens):
                kept.add(lemma)
            for rank, number in zip(words[lemma], numbers, strict=False):
                rank += [number, *synsets[number].derived.get(lemma, ())]
    return {lemma: words[lemma] for lemma in sorted(kept)}


def _entries(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("  "):
                yield line.partition(" | ")[0].split()


def written(words: dict[str, Word], synsets: dict[str, Synset], licence: str) -> str:
    """The file's content. Senses that one word alone has are left out: they join it to nothing."""
    kinds = {
        lemma: sorted({kind for rank in ranks for sense in rank for kind in synsets[sense].kinds})
        for lemma, ranks in words.items()
    }
    bearers = Counter(
        sense for lemma, ranks in words.items() for sense in {*(each for rank in ranks for each in rank), *kinds[lemma]}
    )
    numbers = {sense: f"{at:x}" for at, sense in enumerate(sorted(s for s, count in bearers.items() if count > 1))}

    def told(senses: Iterable[str]) -> str:
        return " ".join(numbers[each] for each in dict.fromkeys(senses) if each in numbers)

    lines = [f"{lemma}: {';'.join(map(told, ranks))}|{told(kinds[lemma])}" for lemma, ranks in words.items()]
    notice = "".join(f"# {line}".rstrip() + "\n" for line in licence.splitlines())
    return f"{_NOTICE}#\n{notice}" + "".join(f"{line}\n" for line in lines)


def main(arguments: list[str] | None = None) -> None:
    """Reads WordNet and writes the file."""
    parser = argparse.ArgumentParser(prog="python -m tests.training.word_senses", description=__doc__)
    parser.add_argument("dict", type=Path, help="the folder of WordNet's database files")
    parser.add_argument("licence", type=Path, help="WordNet's licence, which goes into the file")
    chosen = parser.parse_args(arguments)
    synsets = read_synsets(chosen.dict)
    words = read_words(chosen.dict, synsets)
    TARGET.write_text(written(words, synsets, chosen.licence.read_text("utf-8").strip()), "utf-8")
    sys.stdout.write(f"{len(words)} words in {TARGET.name}, {TARGET.stat().st_size / 1000:.0f} kB\n")


if __name__ == "__main__":
    main()
