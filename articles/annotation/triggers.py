"""Event triggers: the verbs and event nouns of a block that report that something happened or is planned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.annotation.faint_triggers import faint_lemma, is_faint_trigger, surroundings
from articles.annotation.parse import ParsedBlock, Token
from articles.lexicon import event_lexicon

_NO_CLAUSE = frozenset({"aux", "auxpass", "cop", "amod", "compound", "prep"})
"""What a verb is that heads no clause: an auxiliary, a modifier, or a preposition like `according`."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that reports an event, with the verb that carries it where that is another word."""

    token: Token
    lemma: str
    event_class: str
    clause: Token | None = None
    """For a noun, the verb whose subject, object or setting it is: `lead` in "led delegations to the parade"."""
    light: tuple[Token, ...] = ()
    """For a noun, the verbs that say nothing beyond it: `hold` in "hold talks", "a parade held in the capital"."""
    is_faint: bool = False
    """Whether the lexicon does not hold the word for an event, and only its form, grammar and senses speak for one."""

    @property
    def is_noun(self) -> bool:
        """Whether the event is named by a noun."""
        return self.token.pos in ("NOUN", "PROPN")


def find_triggers(block: ParsedBlock, named: frozenset[int], timed: frozenset[int]) -> tuple[Trigger, ...]:
    """The triggers of a block in order of text: those that the lexicon knows, and fainter ones between them.

    Args:
        block: A block parsed with dependencies; without them nothing is found.
        named: Indexes of the tokens that belong to names of people, places and organisations.
        timed: Indexes of the tokens that belong to time expressions: March the month is no march.
    """
    known = known_triggers(block, named, timed)
    faint = _faint_triggers(block, named, timed, known)
    return tuple(sorted((*known, *faint), key=lambda trigger: trigger.token.index))


def known_triggers(block: ParsedBlock, named: frozenset[int], timed: frozenset[int]) -> tuple[Trigger, ...]:
    """The triggers of a block that the lexicon knows: its event nouns, and verbs that tell more than a state."""
    tokens = [token for token in block.tokens if token.index not in timed]
    nouns = tuple(_noun_trigger(block, token) for token in tokens if _is_event_noun(token, named))
    carried = {verb.index for trigger in nouns for verb in trigger.light}
    verbs = (
        Trigger(token, lemma, event_lexicon().verbs.get(lemma, lemma))
        for token in tokens
        if (lemma := _verb_lemma(block, token)) and token.index not in carried
    )
    return (*nouns, *verbs)


def _faint_triggers(
    block: ParsedBlock, named: frozenset[int], timed: frozenset[int], known: Sequence[Trigger]
) -> Iterator[Trigger]:
    around = surroundings(block, named, frozenset(trigger.token.index for trigger in known))
    spoken_for = timed | by_token(known).keys()
    for token in block.tokens:
        if token.index not in spoken_for and is_faint_trigger(around, token):
            lemma = faint_lemma(token)
            yield Trigger(token, lemma, _faint_class(token, lemma), clause=_noun_clause(block, token), is_faint=True)


def _faint_class(token: Token, lemma: str) -> str:
    words = event_lexicon().verbs if token.pos == "VERB" else event_lexicon().nouns
    return words.get(lemma, lemma)


def _noun_clause(block: ParsedBlock, token: Token) -> Token | None:
    return _clause(block, token) if token.pos in ("NOUN", "PROPN") else None


def _verb_lemma(block: ParsedBlock, token: Token) -> str:
    """The lemma of an event verb, with its particle where the lexicon knows the two together; empty for other words."""
    if token.pos != "VERB" or not token.tag.startswith("VB") or not token.text[0].isalpha() or token.dep in _NO_CLAUSE:
        return ""
    lexicon = event_lexicon()
    particles = (
        child
        for child in block.children[token.index]
        if child.dep in ("prt", "advmod") or (child.dep == "prep" and child.index == token.index + 1)
    )
    phrasal = (f"{token.lemma} {particle.text.lower()}" for particle in particles)
    known = next((lemma for lemma in phrasal if lemma in lexicon.verbs), token.lemma)
    return known if known not in lexicon.not_events and known.replace(" ", "").isalpha() else ""


def _is_event_noun(token: Token, named: frozenset[int]) -> bool:
    if token.pos not in ("NOUN", "PROPN") or token.dep == "compound":
        return False
    if token.pos == "PROPN" and token.index in named:
        return False
    return noun_lemma(token) in event_lexicon().nouns


def noun_lemma(token: Token) -> str:
    """The lemma of a noun in lower case; the tagger leaves the plural on what it takes for a name."""
    lemma = token.lemma.lower()
    nouns = event_lexicon().nouns
    if lemma not in nouns and lemma.endswith("s") and lemma[:-1] in nouns:
        return lemma[:-1]
    return lemma


def _noun_trigger(block: ParsedBlock, token: Token) -> Trigger:
    lemma = noun_lemma(token)
    clause = _clause(block, token)
    light = [
        child for child in block.children[token.index] if child.dep == "acl" and child.tag == "VBN" and _is_light(child)
    ]
    if clause is not None and _carries(block, clause, token):
        light.append(clause)
    return Trigger(token, lemma, event_lexicon().nouns[lemma], clause, tuple(light))


def _carries(block: ParsedBlock, clause: Token, noun: Token) -> bool:
    """Whether the verb of its clause adds nothing to an event noun: "hold talks", "the strike began"."""
    dep = _first_of_conjuncts(block, noun).dep
    if dep in ("dobj", "nsubjpass"):
        return _is_light(clause)
    return dep == "nsubj" and clause.lemma in event_lexicon().course_verbs


def _is_light(verb: Token) -> bool:
    return verb.lemma in event_lexicon().light_verbs


def _first_of_conjuncts(block: ParsedBlock, token: Token) -> Token:
    while token.dep == "conj":
        token = block.tokens[token.head]
    return token


def _clause(block: ParsedBlock, noun: Token) -> Token | None:
    """The verb in whose clause a noun stands as subject, object or setting."""
    current = _first_of_conjuncts(block, noun)
    governor = block.tokens[current.head]
    if current.dep == "pobj" and governor.dep == "prep":
        governor = block.tokens[governor.head]
    return governor if governor.tag.startswith("VB") and governor.index != noun.index else None


def governing_trigger(block: ParsedBlock, token: Token, by_token: dict[int, Trigger]) -> Trigger | None:
    """The trigger that a token belongs to: itself, or the nearest one among its governors.

    A light verb stands for its noun, so "on 27 July" in "held a parade on 27 July" belongs to the parade. What a second
    verb says belongs to the first only through such a verb: "nine died in 2019, and the town recalled it on Friday".
    """
    for current in (token, *block.ancestors(token)):
        if current.index in by_token:
            return by_token[current.index]
        if current.tag.startswith("VB") and current.dep in ("conj", "parataxis"):
            return None
    return None


def by_token(triggers: Sequence[Trigger]) -> dict[int, Trigger]:
    """The triggers by the index of each token that speaks for them, light verbs included."""
    table = {verb.index: trigger for trigger in triggers for verb in trigger.light}
    return table | {trigger.token.index: trigger for trigger in triggers}
