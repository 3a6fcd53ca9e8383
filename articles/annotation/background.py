"""What is told only as the setting of something else: the occasion of an event, a habit, somebody's trade."""

from __future__ import annotations

from articles.annotation.factuality import has_infinitive_marker
from articles.annotation.parse import ParsedBlock, Token
from articles.lexicon import event_lexicon

_HABITS = frozenset(
    "usually often regularly customarily typically normally always generally frequently routinely "
    "sometimes annually previously repeatedly before".split()
)


def is_frame(block: ParsedBlock, token: Token) -> bool:
    """Whether an event is told only as the occasion of another.

    So are "to mark the anniversary of the end of the war" and "on Monday, which marks the anniversary".
    """
    for current in (token, *block.ancestors(token)):
        if current.lemma.lower() == "anniversary" and current.index != token.index:
            return True
        subordinate = current.dep == "relcl" or (current.dep == "advcl" and has_infinitive_marker(block, current))
        if subordinate and event_lexicon().verbs.get(current.lemma) == "celebrate":
            return True
    return False


def is_habit(block: ParsedBlock, token: Token) -> bool:
    """Whether an event is told as what happens again and again, or stands: "usually stages its parades"."""
    clause = next((each for each in (token, *block.ancestors(token)) if each.tag.startswith("VB")), token)
    adverbs = {child.text.lower() for child in block.children[clause.index] if child.dep == "advmod"}
    determiners = {child.text.lower() for child in block.children[token.index] if child.dep == "det"}
    return bool(adverbs & _HABITS or determiners & {"every", "each"}) or _is_standing(block, token)


def _is_standing(block: ParsedBlock, token: Token) -> bool:
    """Whether a verb in the present only says what somebody does for a living: "the company that runs the dam"."""
    return token.dep == "relcl" and token.tag in ("VBZ", "VBP") and not _has_auxiliary(block, token)


def _has_auxiliary(block: ParsedBlock, verb: Token) -> bool:
    return any(child.dep in ("aux", "auxpass") for child in block.children[verb.index])


def is_generic(block: ParsedBlock, token: Token) -> bool:
    """Whether a noun names a kind of event, of which something is always true: "flooding is nothing new here"."""
    verb = block.tokens[token.head]
    is_subject = token.pos == "NOUN" and token.dep == "nsubj" and verb.lemma == "be" and verb.tag in ("VBZ", "VBP")
    told_apart = {"det", "poss", "amod", "nummod", "prep", "acl", "relcl", "compound"}
    return is_subject and not any(child.dep in told_apart for child in block.children[token.index])
