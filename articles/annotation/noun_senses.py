"""What a noun means first of all, after WordNet: an act, an event, a person, a thing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

SENSES_FILE = "noun_senses.txt"
HAPPENING = frozenset({"act", "event", "process", "phenomenon"})
"""WordNet's kinds of noun that name what happens."""
FIFTHS = 5


@dataclass(frozen=True, slots=True)
class NounSense:
    """The kind of a noun's first sense, and how far its senses speak of what happens."""

    kind: str
    """WordNet's name for it: `act`, `event`, `person`, `artifact`."""
    from_verb: bool
    """Whether a verb of the same stem has that meaning: `parade`, to parade."""
    happening: int
    """How many fifths of its senses, the first ones counting most, name what happens."""


@cache
def noun_senses() -> dict[str, NounSense]:
    """The common nouns of English by lemma, read once in each process."""
    text = resources.files("articles.annotation").joinpath(SENSES_FILE).read_text("utf-8")
    senses: dict[str, NounSense] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            head, _, words = line.partition(": ")
            kind, from_verb, happening = head.split()
            senses.update(dict.fromkeys(words.split(), NounSense(kind, from_verb == "verb", int(happening))))
    return senses
