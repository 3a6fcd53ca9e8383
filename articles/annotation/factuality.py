"""Whether an event is told as having happened, planned, possible, denied or conditional."""

from __future__ import annotations

from articles.annotation.parse import ParsedBlock, Token
from articles.lexicon import event_lexicon
from articles.model import Factuality

_PLANNING = frozenset(
    "plan expect intend agree schedule prepare vow pledge promise order ask urge want seek aim hope decide set due "
    "invite offer propose demand await arrange anticipate instruct slate threaten prefer require need ready "
    "willing".split()
)
"""Words whose infinitive or object has not happened yet."""
_DENYING = frozenset(
    "deny refuse reject refute dismiss avoid prevent avert cancel rule fail decline foil thwart stop".split()
)
_DOUBTING = frozenset(
    "accuse allege suspect claim believe think speculate suggest fear estimate appear seem likely possible suppose "
    "reportedly allegedly probably perhaps possibly apparently unclear risk rumour rumor".split()
)
_PLANNED_ADJECTIVES = frozenset(
    "upcoming planned expected proposed scheduled future next forthcoming impending looming prospective".split()
)
_POSSIBLE_ADJECTIVES = frozenset("possible potential likely alleged suspected reported purported attempted".split())
_POSSIBLE_MODALS = frozenset("may might could can should".split())
_PLANNED_MODALS = frozenset("will shall wo 'll would".split())
_ADJUNCTS = frozenset("during after before following since amid despite until upon besides beyond".split())
"""Prepositions whose object is the setting of a clause, untouched by what the clause is said to be."""
_CONTENT_PREPOSITIONS = frozenset("of from for about against".split())
"""Prepositions whose object is what a verb plans, denies or suspects: "accused of providing"."""
_HABITS = frozenset(
    "usually often regularly customarily typically normally always generally frequently routinely "
    "sometimes annually".split()
)
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSE_LINKS = frozenset({"xcomp", "ccomp", "pcomp", "acl", "dobj", "pobj", "prep", "conj", "nsubjpass", "oprd"})
_DEPTH = 8


def factuality(block: ParsedBlock, token: Token) -> Factuality:
    """How the event that a word names is presented, from its own words and the clauses above it."""
    return _status(block, token, _DEPTH)


def _status(block: ParsedBlock, token: Token, depth: int) -> Factuality:
    if _is_denied_by_governor(block, token):
        return Factuality.DENIED
    own = _own_status(block, token)
    if own is not None:
        return own
    if depth == 0 or token.head == token.index:
        return Factuality.ASSERTED
    governor = block.tokens[token.head]
    if in_adjunct(block, token):
        return Factuality.ASSERTED
    if token.dep == "conj" and _starts_anew(block, token):
        return Factuality.ASSERTED
    if token.dep in _CLAUSE_LINKS:
        imposed = _imposed(block, token, governor)
        if imposed is not None or token.dep == "ccomp":
            return imposed or Factuality.ASSERTED
        return _status(block, governor, depth - 1)
    if token.dep == "advcl" and _has_infinitive_marker(block, token):
        return _status(block, governor, depth - 1)
    return Factuality.ASSERTED


def in_adjunct(block: ParsedBlock, token: Token) -> bool:
    """Whether a noun is the setting of a clause: "during his visit" has taken place, whatever was planned there."""
    return token.dep == "pobj" and block.tokens[token.head].lemma.lower() in _ADJUNCTS


def _starts_anew(block: ParsedBlock, token: Token) -> bool:
    """Whether a conjoined verb has a subject or a tense of its own, untouched by the first's."""
    if any(child.dep in ("nsubj", "nsubjpass") for child in block.children[token.index]):
        return True
    return token.tag in _FINITE and block.tokens[token.head].tag == "VB"


def _own_status(block: ParsedBlock, token: Token) -> Factuality | None:
    children = block.children[token.index]
    words = {child.text.lower() for child in children}
    if any(child.dep == "neg" for child in children) or "no" in words:
        return Factuality.DENIED
    if any(child.dep == "mark" and child.text.lower() in ("if", "unless") for child in children):
        return Factuality.CONDITIONAL
    modals = {child.text.lower() for child in children if child.dep == "aux"}
    if modals & _PLANNED_MODALS:
        return Factuality.PLANNED
    if modals & _POSSIBLE_MODALS:
        return Factuality.POSSIBLE
    modifiers = {
        form
        for child in children
        if child.dep in ("amod", "advmod")
        for form in (child.lemma.lower(), child.text.lower())
    }
    if token.pos in ("NOUN", "PROPN") and modifiers & _PLANNED_ADJECTIVES:
        return Factuality.PLANNED
    if modifiers & (_POSSIBLE_ADJECTIVES | _DOUBTING):
        return Factuality.POSSIBLE
    return None


def _is_denied_by_governor(block: ParsedBlock, token: Token) -> bool:
    """Whether the word is what somebody denies, refuses or averts: "denied that it would close", "averted a strike"."""
    governor = block.tokens[token.head]
    if governor.lemma.lower() in _CONTENT_PREPOSITIONS and token.dep in ("pcomp", "pobj"):
        governor = block.tokens[governor.head]
    denying = governor.index != token.index and governor.lemma.lower() in _DENYING
    return denying and token.dep in ("xcomp", "ccomp", "pcomp", "dobj", "pobj", "nsubjpass", "oprd")


def _imposed(block: ParsedBlock, token: Token, governor: Token) -> Factuality | None:
    """What the word above makes of this one: a plan, a denial, a suspicion."""
    lemma = governor.lemma.lower()
    if governor.dep == "prep" or governor.pos == "ADP":
        if governor.lemma.lower() not in _CONTENT_PREPOSITIONS:
            return None
        lemma = block.tokens[governor.head].lemma.lower()
    clause = token.dep in ("xcomp", "ccomp", "pcomp", "acl", "dobj", "pobj", "oprd")
    if not clause:
        return None
    if lemma in _PLANNING and (_has_infinitive_marker(block, token) or token.dep in ("ccomp", "dobj", "pcomp")):
        return Factuality.PLANNED
    if lemma in _DOUBTING:
        planned = _has_infinitive_marker(block, token) and governor.pos == "ADJ"
        return Factuality.PLANNED if planned else Factuality.POSSIBLE
    if lemma == "go" and _has_infinitive_marker(block, token) and governor.tag == "VBG":
        return Factuality.PLANNED
    return None


def _has_infinitive_marker(block: ParsedBlock, token: Token) -> bool:
    return any(child.dep == "aux" and child.text.lower() == "to" for child in block.children[token.index])


def is_frame(block: ParsedBlock, token: Token) -> bool:
    """Whether an event is told only as the occasion of another.

    So are "to mark the anniversary of the end of the war" and "on Monday, which marks the anniversary".
    """
    for current in (token, *block.ancestors(token)):
        if current.lemma.lower() == "anniversary" and current.index != token.index:
            return True
        subordinate = current.dep == "relcl" or (current.dep == "advcl" and _has_infinitive_marker(block, current))
        if subordinate and event_lexicon().verbs.get(current.lemma) == "celebrate":
            return True
    return False


def is_habit(block: ParsedBlock, token: Token) -> bool:
    """Whether an event is told as something that happens again and again: "usually stages its parades"."""
    clause = next((each for each in (token, *block.ancestors(token)) if each.tag.startswith("VB")), token)
    adverbs = {child.text.lower() for child in block.children[clause.index] if child.dep == "advmod"}
    determiners = {child.text.lower() for child in block.children[token.index] if child.dep == "det"}
    return bool(adverbs & _HABITS or determiners & {"every", "each"})
