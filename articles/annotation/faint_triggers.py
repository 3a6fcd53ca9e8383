"""Words beyond the lexicon that tell of something happening: a linear reading of their form, grammar and senses.

The weights are learnt from the annotated sentences of ECB+ by `python -m tests.training.mentions`. What they find is
an event mention to a reader, but no ground for a link: the lexicon alone says which words tell one event from another.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from articles.annotation.noun_senses import HAPPENING, noun_senses
from articles.annotation.parse import ParsedBlock, Token
from articles.lexicon import event_lexicon

WEIGHTS_FILE = "trigger_weights.json"
_CANDIDATES = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})
_VERBAL_PARTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "aux", "auxpass", "neg", "acomp", "attr", "xcomp", "ccomp", "prt", "agent", "dative"}
)
_NOMINAL_PARTS = frozenset({"prep", "nummod", "poss", "amod", "compound", "acl", "relcl", "conj", "appos"})
_MODIFIERS = frozenset({"compound", "amod", "nmod"})
_DETERMINERS = {"the": "the", "a": "a", "an": "a", "another": "a", "this": "this", "that": "this", "any": "any"} | {
    "no": "no",
    "its": "whose",
    "his": "whose",
    "her": "whose",
    "their": "whose",
}
_TITLE_SHARE = 0.6
"""Share of capitalised words from which a sentence is a headline in title case."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A learnt linear model over traits of a word."""

    by_trait: Mapping[str, float]
    threshold: float
    """The sum from which a word is taken for a trigger."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of a block before its words are weighed."""

    block: ParsedBlock
    named: frozenset[int]
    """Indexes of the tokens that belong to names of any kind."""
    triggers: frozenset[int]
    """Indexes of the triggers that the lexicon knows."""
    is_title_case: bool


@cache
def trigger_weights() -> Weights:
    """The learnt weights, read once in each process."""
    tables = json.loads(resources.files("articles.annotation").joinpath(WEIGHTS_FILE).read_text("utf-8"))
    return Weights(tables["weights"], tables["threshold"])


def surroundings(block: ParsedBlock, named: frozenset[int], triggers: frozenset[int]) -> Surroundings:
    """A block as the words in it are weighed."""
    words = [token.text for token in block.tokens if token.text.isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return Surroundings(block, named, triggers, capitals > _TITLE_SHARE * len(words))


def is_candidate(around: Surroundings, token: Token) -> bool:
    """Whether a word may tell of something happening at all: no auxiliary, and no part of a name."""
    if token.pos not in _CANDIDATES or (token.pos == "PROPN" and token.index in around.named):
        return False
    return any(map(str.isalpha, token.text))


def is_faint_trigger(around: Surroundings, token: Token) -> bool:
    """Whether a word that the lexicon does not hold for a trigger tells of something happening."""
    if not is_candidate(around, token):
        return False
    model = trigger_weights()
    weights = model.by_trait
    here = sum(weights.get(trait, 0.0) for trait in dict.fromkeys(_context_traits(around, token)))
    return here + _weight_of_word(token.pos, faint_lemma(token)) > model.threshold


def faint_lemma(token: Token) -> str:
    """The lemma of a word in lower case, without the ending that the tagger leaves on what it takes for a name."""
    lemma = token.lemma.lower()
    inflected = token.pos == "PROPN" and lemma.endswith("s") and not lemma.endswith("ss") and len(lemma) > len("was")
    return lemma[:-1] if inflected else lemma


def traits(around: Surroundings, token: Token) -> Iterator[str]:
    """What speaks for or against a word's telling of something that happens, each trait a key of the weights."""
    yield from _word_traits(token.pos, faint_lemma(token))
    yield from _context_traits(around, token)


@lru_cache(maxsize=8192)
def _weight_of_word(pos: str, lemma: str) -> float:
    """What the weights make of a word wherever it stands."""
    weights = trigger_weights().by_trait
    return sum(weights.get(trait, 0.0) for trait in dict.fromkeys(_word_traits(pos, lemma)))


def _word_traits(pos: str, lemma: str) -> Iterator[str]:
    """The traits of a word wherever it stands: itself, where the lexicon has it, what it means."""
    yield "any"
    yield f"{pos} in {_lexical_kind(lemma)}"
    if pos != "PROPN":
        yield f"{pos} = {lemma}"
    if pos == "PROPN" and lemma in event_lexicon().verbs:
        yield "PROPN verb"
    if pos != "VERB":
        yield from _sense(pos, lemma)


def _context_traits(around: Surroundings, token: Token) -> Iterator[str]:
    """The traits of a word where it stands: its place in the clause and what hangs on it."""
    yield f"{token.pos} {token.dep}"
    if token.index in around.triggers:
        yield f"{token.pos} known"
    if token.index in around.named:
        yield f"{token.pos} named"
    if around.is_title_case:
        yield f"{token.pos} titled"
    yield from _verbal(around, token) if token.pos == "VERB" else _nominal(around, token)


def _lexical_kind(lemma: str) -> str:
    lexicon = event_lexicon()
    tables = {
        "nouns": lexicon.nouns,
        "verbs": lexicon.verbs,
        "light": lexicon.light_verbs,
        "not": lexicon.not_events,
    }
    return "+".join(name for name, words in tables.items() if lemma in words) or "none"


def _verbal(around: Surroundings, token: Token) -> Iterator[str]:
    yield f"{token.dep} of {around.block.tokens[token.head].pos}"
    for child in around.block.children[token.index]:
        if child.dep in _VERBAL_PARTS:
            yield f"has {child.dep}"
        if child.dep == "dobj" and child.index in around.triggers:
            yield f"has event as dobj {token.lemma.lower() in event_lexicon().light_verbs}"


def _nominal(around: Surroundings, token: Token) -> Iterator[str]:
    pos = token.pos
    yield _place_in_clause(around, token)
    determined = False
    for child in around.block.children[token.index]:
        if child.dep in ("det", "poss"):
            determined = True
            yield f"{pos} after {_DETERMINERS.get(child.text.lower(), 'other')}"
        if child.dep in _NOMINAL_PARTS:
            yield f"{pos} has {child.dep}"
    if not determined:
        yield f"{pos} bare {token.tag}"
    if token.index and token.text[:1].isupper():
        yield f"{pos} capital"
    if pos == "ADJ":
        yield f"ADJ {token.dep} {around.block.tokens[token.head].lemma.lower()}"


def _sense(pos: str, lemma: str) -> Iterator[str]:
    sense = noun_senses().get(lemma)
    if sense is None:
        yield f"{pos} sense unknown"
        return
    yield f"{pos} sense {sense.kind}"
    yield f"{pos} sense {sense.kind in HAPPENING} verb {sense.from_verb}"
    yield f"{pos} sense happening {sense.happening}"


def _place_in_clause(around: Surroundings, token: Token) -> str:
    governor = around.block.tokens[token.head]
    if token.dep == "pobj":
        return f"{token.pos} in {governor.text.lower()}"
    if token.dep in _MODIFIERS:
        return f"{token.pos} modifies {'event' if governor.index in around.triggers else governor.pos}"
    is_plain = governor.pos == "AUX" or governor.lemma in _plain_verbs()
    return f"{token.pos} {token.dep} of {governor.lemma.lower() if is_plain else governor.pos}"


@cache
def _plain_verbs() -> frozenset[str]:
    """Verbs that say little of what happens to their object."""
    lexicon = event_lexicon()
    return lexicon.light_verbs | lexicon.course_verbs | lexicon.not_events
