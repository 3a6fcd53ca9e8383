"""Whether an event is told as having happened, planned, possible, denied or conditional."""

from __future__ import annotations

from collections.abc import Sequence

from articles.annotation.parse import ParsedBlock, Token
from articles.lexicon import event_lexicon
from articles.model import Factuality

_PLANNING = frozenset(
    "plan expect intend agree schedule prepare vow pledge promise order ask urge want seek aim hope decide set due "
    "invite offer propose demand await arrange anticipate instruct slate threaten prefer require need ready "
    "willing vote".split()
)
"""Words whose infinitive or object has not happened yet."""
_DIRECTING = frozenset("tell exhort encourage advise command direct call".split())
"""Verbs whose infinitive somebody is told to do: "told customers to wait"."""
_HOLDING = frozenset("think believe expect suppose imagine".split())
"""Verbs whose own negation is that of what they hold: "I don't think it will rain"."""
_DENYING = frozenset("deny refuse reject refute dismiss rule fail decline unable".split())
_AVERTING = frozenset("avoid prevent avert cancel foil thwart stop repulse repel deter escape".split())
"""Words whose object did not come about, though nobody disputes it."""
_PLAN_NOUNS = frozenset("plan aim goal intention hope proposal task target decision purpose ambition".split())
"""Subjects of which a plan is said: "the plan is to"."""
_NEGATIVES = frozenset({"no", "none", "neither", "nobody", "nothing"})
_DOUBTING = frozenset(
    "accuse allege suspect claim believe think speculate suggest fear estimate appear seem likely possible suppose "
    "reportedly allegedly supposedly purportedly probably perhaps possibly apparently unclear unknown uncertain "
    "doubtful risk rumour rumor".split()
)
_PLANNED_ADJECTIVES = frozenset(
    "upcoming planned expected proposed scheduled future next forthcoming impending looming prospective".split()
)
_PLANNED_PARTICIPLES = frozenset("planned scheduled slated proposed expected envisaged".split())
"""Participles that follow a noun whose event is still to come: "a walkout planned for May"."""
_DEMANDING = frozenset("ask demand urge want request seek call insist appeal press".split())
"""Verbs whose object somebody only wishes for: who asks that nothing be closed denies no closure."""
_POSSIBLE_ADJECTIVES = frozenset("possible potential likely alleged suspected reported purported attempted".split())
_POSSIBLE_MODALS = frozenset("may might could can should".split())
_PLANNED_MODALS = frozenset("will shall wo 'll would".split())
_CONDITIONS = frozenset({"if", "unless"})
_NOT_YET = frozenset({Factuality.PLANNED, Factuality.CONDITIONAL})
_ADJUNCTS = frozenset("during after before following since amid despite until upon besides beyond".split())
"""Prepositions whose object is the setting of a clause, untouched by what the clause is said to be."""
_ATTENDING = frozenset("attend join see witness lead".split())
"""Verbs of being at an event, which may take place without the one who is not."""
_GROUNDS = frozenset("for about over after despite because".split())
"""Prepositions whose object stands, whatever is said not to have been done for it."""
_CONTENT_PREPOSITIONS = frozenset("of from for about against".split())
"""Prepositions whose object is what a verb plans, denies or suspects: "accused of providing"."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSE_LINKS = frozenset({"xcomp", "ccomp", "pcomp", "acl", "dobj", "pobj", "prep", "conj", "nsubjpass", "oprd"})
_DEPTH = 8


def factuality(block: ParsedBlock, token: Token) -> Factuality:
    """How the event that a word names is presented, from its own words and the clauses above it."""
    return _status(block, token, _DEPTH)


def _status(block: ParsedBlock, token: Token, depth: int) -> Factuality:
    if _is_object_of(block, token, _DENYING):
        return Factuality.DENIED
    if _is_object_of(block, token, _AVERTING):
        return Factuality.POSSIBLE
    if _is_not_held(block, token):
        return Factuality.DENIED
    own = _own_status(block, token)
    if own is Factuality.DENIED and _is_demanded(block, token):
        return Factuality.CONDITIONAL
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
        above = _status(block, governor, depth - 1)
        return _untouched(block, token, governor, above)
    if token.dep == "advcl" and has_infinitive_marker(block, token):
        return _status(block, governor, depth - 1)
    waits = token.dep == "advcl" and governor.tag.startswith("VB") and not _is_over(block, token, governor)
    if waits and _status(block, governor, depth - 1) in _NOT_YET:
        return Factuality.CONDITIONAL
    return Factuality.ASSERTED


def _untouched(block: ParsedBlock, token: Token, governor: Token, above: Factuality) -> Factuality:
    """What a clause makes of an event noun in it: nothing, where its verb is another event than the noun's.

    "Did not hold talks" denies the talks; "did not condemn the attack" denies no attack.
    """
    is_noun = token.pos in ("NOUN", "PROPN")
    if is_noun and governor.tag.startswith("VB") and not carries_noun(governor):
        told_of = token.dep in ("nsubj", "nsubjpass", "dobj") and not _is_definite(block, token)
        return above if above is Factuality.PLANNED and told_of else Factuality.ASSERTED
    if (
        is_noun
        and above is Factuality.DENIED
        and (_is_ground(block, token, governor) or is_missed(block, token, governor))
    ):
        return Factuality.ASSERTED
    return above


def is_missed(block: ParsedBlock, noun: Token, verb: Token) -> bool:
    """Whether somebody was only not there: "did not attend the parade" does not deny that there was one."""
    return verb.lemma in _ATTENDING and _is_definite(block, noun)


def _is_ground(block: ParsedBlock, noun: Token, preposition: Token) -> bool:
    """Whether a noun is only what something else is said of: "did not blame him for the war", "no reason for the raid".

    "Did not take part in the talks" and "no reports of an attack" do touch the event itself.
    """
    if noun.dep != "pobj" or preposition.dep != "prep" or not _is_definite(block, noun):
        return False
    above = block.tokens[preposition.head]
    return preposition.lemma.lower() in _GROUNDS and above.lemma not in _DENYING and not carries_noun(above)


def carries_noun(verb: Token) -> bool:
    """Whether a verb is one with its event noun, or tells its course, so that it decides whether the event is real."""
    lexicon = event_lexicon()
    return verb.lemma in lexicon.light_verbs or verb.lemma in lexicon.course_verbs


def _is_definite(block: ParsedBlock, noun: Token) -> bool:
    return any(child.text.lower() in ("the", "this", "that", "its", "their") for child in block.children[noun.index])


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
    if not children:
        return _said_of_subject(block, token)
    words = {child.text.lower() for child in children}
    if any(child.dep == "neg" for child in children) or "no" in words:
        return Factuality.DENIED
    supposed = _supposed(block, token)
    if supposed is not None:
        return supposed
    if token.tag.startswith("VB") and _has_negative_party(block, token):
        return Factuality.DENIED
    modals = {child.text.lower() for child in children if child.dep == "aux"}
    if modals & (_PLANNED_MODALS | _POSSIBLE_MODALS) and any(_is_condition(block, child) for child in children):
        return Factuality.CONDITIONAL
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
    if token.pos in ("NOUN", "PROPN") and (modifiers & _PLANNED_ADJECTIVES or _is_called_planned(children)):
        return Factuality.PLANNED
    if modifiers & (_POSSIBLE_ADJECTIVES | _DOUBTING):
        return Factuality.POSSIBLE
    return _said_of_subject(block, token)


def _is_called_planned(children: Sequence[Token]) -> bool:
    """Whether a participle after a noun says that its event is to come: "talks scheduled for Friday"."""
    return any(child.dep == "acl" and child.text.lower() in _PLANNED_PARTICIPLES for child in children)


def _is_over(block: ParsedBlock, verb: Token, governor: Token) -> bool:
    """Whether a clause tells of the past beside one that is to come: "will arrive days after it was hit".

    Beside "would" it does not: "would arrive before it was hit" reports what somebody said of the future.
    """
    if any(child.text.lower() == "would" for child in block.children[governor.index]):
        return False
    auxiliaries = (child for child in block.children[verb.index] if child.dep in ("aux", "auxpass"))
    return any(word.tag == "VBD" for word in (verb, *auxiliaries))


def _is_demanded(block: ParsedBlock, token: Token) -> bool:
    """Whether a clause is what somebody asks for, or what a promise that is asked for would say."""
    while token.dep == "conj":
        token = block.tokens[token.head]
    if token.dep not in ("ccomp", "acl"):
        return False
    above = block.tokens[token.head]
    while above.dep in ("dobj", "pobj", "prep") and above.lemma.lower() not in _DEMANDING:
        above = block.tokens[above.head]
    return above.lemma.lower() in _DEMANDING


def _said_of_subject(block: ParsedBlock, token: Token) -> Factuality | None:
    """What an adjective says of an event that is its subject: "a strike is likely", "talks are planned"."""
    if token.dep != "nsubj":
        return None
    verb = block.tokens[token.head]
    said = {child.lemma.lower() for child in block.children[verb.index] if child.dep in ("acomp", "oprd")}
    if not said & (_POSSIBLE_ADJECTIVES | _DOUBTING):
        return None
    return Factuality.DENIED if _is_negated(block, verb) else Factuality.POSSIBLE


def _supposed(block: ParsedBlock, token: Token) -> Factuality | None:
    """What the word that opens a clause makes of its verb: "if it rains", "asked if it rained", "as if it rained"."""
    marks = {child.text.lower() for child in block.children[token.index] if child.dep in ("mark", "advmod")}
    if "whether" in marks or (token.dep == "ccomp" and "if" in marks) or {"as", "if"} <= marks:
        return Factuality.POSSIBLE
    return Factuality.CONDITIONAL if marks & _CONDITIONS else None


def _is_condition(block: ParsedBlock, clause: Token) -> bool:
    """Whether a clause tells under what condition the one above it holds; "unless" only tells what may call it off."""
    marks = {child.text.lower() for child in block.children[clause.index] if child.dep == "mark"}
    return clause.dep == "advcl" and "if" in marks and _supposed(block, clause) is Factuality.CONDITIONAL


def _is_negated(block: ParsedBlock, word: Token) -> bool:
    """Whether a word, or the verb that carries it as complement, is negated: "not expected", "are not likely"."""
    carrier = block.tokens[word.head] if word.dep in ("acomp", "oprd") else word
    return any(child.dep == "neg" for each in (word, carrier) for child in block.children[each.index])


def _is_not_held(block: ParsedBlock, token: Token) -> bool:
    """Whether somebody does not hold, plan or expect what the word tells of."""
    governor = block.tokens[token.head]
    if token.dep not in ("ccomp", "xcomp") or governor.index == token.index or not _is_negated(block, governor):
        return False
    lemma = governor.lemma.lower()
    foreseen = lemma in _PLANNING | _DOUBTING and has_infinitive_marker(block, token)
    return foreseen or (lemma in _HOLDING and token.dep == "ccomp")


def _has_negative_party(block: ParsedBlock, verb: Token) -> bool:
    """Whether a verb's subject or object says that it did not happen: "no warning was given", "had no plans"."""
    parties = [child for child in block.children[verb.index] if child.dep in ("nsubj", "nsubjpass", "dobj")]
    words = (party.text.lower() for party in parties)
    determiners = (child.text.lower() for party in parties for child in block.children[party.index])
    return any(word in _NEGATIVES for word in words) or any(word in ("no", "neither") for word in determiners)


def _is_object_of(block: ParsedBlock, token: Token, verbs: frozenset[str]) -> bool:
    """Whether the word is what one of these verbs is about: "denied that it would close", "averted a strike"."""
    governor = block.tokens[token.head]
    if governor.lemma.lower() in _CONTENT_PREPOSITIONS and token.dep in ("pcomp", "pobj"):
        governor = block.tokens[governor.head]
    said = governor.index != token.index and governor.lemma.lower() in verbs
    return said and token.dep in ("xcomp", "ccomp", "pcomp", "dobj", "pobj", "nsubjpass", "oprd")


def _says_plan(block: ParsedBlock, governor: Token) -> bool:
    """Whether a clause says what a plan is: "the plan is to ..."."""
    subjects = (child for child in block.children[governor.index] if child.dep == "nsubj")
    return governor.lemma == "be" and any(subject.lemma.lower() in _PLAN_NOUNS for subject in subjects)


def _imposed(block: ParsedBlock, token: Token, governor: Token) -> Factuality | None:
    """What the word above makes of this one: a plan, a denial, a suspicion."""
    lemma = governor.lemma.lower()
    measured = {lemma} | {child.text.lower() for child in block.children[governor.index]}
    if measured & {"enough", "too"} and has_infinitive_marker(block, token):
        return Factuality.POSSIBLE
    if governor.dep == "prep" or governor.pos == "ADP":
        if governor.lemma.lower() not in _CONTENT_PREPOSITIONS:
            return None
        lemma = block.tokens[governor.head].lemma.lower()
    clause = token.dep in ("xcomp", "ccomp", "pcomp", "acl", "dobj", "pobj", "oprd")
    if not clause:
        return None
    if _says_plan(block, governor) and has_infinitive_marker(block, token):
        return Factuality.PLANNED
    if lemma in _PLANNING and (has_infinitive_marker(block, token) or token.dep in ("ccomp", "dobj", "pcomp")):
        return Factuality.PLANNED
    if lemma in _DIRECTING and token.dep in ("xcomp", "ccomp") and has_infinitive_marker(block, token):
        return Factuality.PLANNED
    if lemma in _DOUBTING or (lemma == "be" and _is_called_doubtful(block, governor)):
        planned = lemma == "likely" and has_infinitive_marker(block, token)
        return Factuality.PLANNED if planned else Factuality.POSSIBLE
    if lemma == "go" and has_infinitive_marker(block, token) and governor.tag == "VBG":
        return Factuality.PLANNED
    return None


def _is_called_doubtful(block: ParsedBlock, verb: Token) -> bool:
    """Whether a clause calls something doubtful: "it is possible to", "it is unclear that"."""
    said = (child.lemma.lower() for child in block.children[verb.index] if child.dep == "acomp")
    return any(adjective in _DOUBTING and adjective != "likely" for adjective in said)


def has_infinitive_marker(block: ParsedBlock, token: Token) -> bool:
    """Whether a verb is an infinitive with its "to"."""
    return any(child.dep == "aux" and child.text.lower() == "to" for child in block.children[token.index])
