"""Who says so: the speaker to whom an article leaves what it tells."""

from __future__ import annotations

from articles.annotation.parse import ParsedBlock, Token
from articles.lexicon import event_lexicon

_SPEECH_CLASSES = frozenset(
    {"statement", "accuse", "deny", "condemn", "threaten", "promise", "propose", "admit", "publish"}
)
_SPEECH_VERBS = frozenset("believe think expect suspect estimate tweet testify post predict forecast".split())
_BELIEFS = frozenset("believe think suspect estimate allege presume rumor rumour report say".split())
"""Verbs that take an infinitive right after them in the passive alone: "believed to have"."""
_TOLD = frozenset({"VBD", "VBZ", "VBP"})
_BESIDE = frozenset("think believe tweet warn admit predict recall continue conclude complain joke".split())
"""Verbs beside those of saying that stand after what somebody says."""
_OWN_ACTS = frozenset({"refuse", "decline"})
"""Verbs of speech whose infinitive is what the speaker does, not what is said: "refused to sign"."""
_CUTS = frozenset({",", '"', "''", "”", "'", "’", "--", "–", "—"})
_ASIDE = frozenset({"punct", "prep", "npadvmod", "advmod", "dative", "nsubj", "cc", "aux", "neg", "dobj", "advcl"})
"""What may follow a saying verb that stands beside what is said: when, where and to whom."""
_CONTENT = frozenset(
    {"ccomp", "xcomp", "acl", "pcomp", "parataxis", "dobj", "prep", "pobj", "conj", "advcl", "relcl", "appos"}
)
_DASHES = frozenset({"-", "--", "–", "—"})
_LONGEST_DATELINE = 14
"""Words among which the dash of a dateline stands."""
_SHORTEST_PLACE = 3
_LONGEST_SPEAKER = 8
"""Words of a speaker's description that are kept."""


def speaker(block: ParsedBlock, token: Token) -> tuple[Token, ...]:
    """The words that name who says what a trigger reports; empty where the article says it itself.

    Found through the saying verb above its clause ("TASS said that ..."), what such a verb's object tells
    ("disclosed intelligence that ..."), "according to", and a saying clause set into or after the sentence ("the dam
    had burst, a witness said"). A pronoun is given as it stands.
    """
    return _saying_above(block, token) or _according_to(block, token) or _saying_beside(block, token)


def _saying_above(block: ParsedBlock, token: Token) -> tuple[Token, ...]:
    below = token
    for governor in block.ancestors(token):
        if is_speech(governor) and _is_content(block, below, governor):
            found = speech_subject(block, governor)
            if found is not None:
                return description(block, found)
        if below.dep not in _CONTENT and not below.dep.startswith("nsubj"):
            break
        below = governor
    return ()


def _saying_beside(block: ParsedBlock, token: Token) -> tuple[Token, ...]:
    """Who says so in a clause that stands after or within the sentence, cut off by a comma or a quote."""
    above = {each.index for each in block.ancestors(token)}
    start, end = next(((first, last) for first, last in block.sentences if first <= token.start < last), (0, 0))
    for verb in block.tokens_in(start, end):
        if verb.tag not in _TOLD or verb.index == token.index or verb.index in above or not is_saying(verb):
            continue
        subject = next((child for child in block.children[verb.index] if child.dep == "nsubj"), None)
        if subject is None or not _stands_apart(block, verb, subject):
            continue
        words = description(block, subject)
        opening = min(verb.index, words[0].index)
        if token.index < opening - 1 or token.index > max(verb.index, subject.index):
            return words
    return ()


def _stands_apart(block: ParsedBlock, verb: Token, subject: Token) -> bool:
    """Whether a saying verb is cut off and has nothing but its speaker about it: `, the mayor said on Monday`."""
    first = min(verb.index, description(block, subject)[0].index)
    while first > 0 and block.tokens[first - 1].dep in ("det", "poss", "case", "advmod"):
        first -= 1
    cut_off = first > 0 and block.tokens[first - 1].text in _CUTS
    later = [child for child in block.children[verb.index] if child.index > verb.index and child.index != subject.index]
    return cut_off and all(child.dep in _ASIDE for child in later)


def is_speech(token: Token) -> bool:
    """Whether a verb introduces what somebody says, claims or is held to believe."""
    if not token.tag.startswith("VB"):
        return False
    return event_lexicon().verbs.get(token.lemma) in _SPEECH_CLASSES or token.lemma in _SPEECH_VERBS


def is_saying(token: Token) -> bool:
    """Whether a verb in the present or past may stand beside what somebody says: "he said", "she adds"."""
    if token.tag not in _TOLD:
        return False
    return event_lexicon().verbs.get(token.lemma) == "statement" or token.lemma in _BESIDE


def _is_content(block: ParsedBlock, below: Token, verb: Token) -> bool:
    """Whether a dependent of a saying verb is what is said, not who says it or when."""
    if below.dep == "xcomp" and verb.lemma in _OWN_ACTS:
        return False
    if below.dep in ("ccomp", "xcomp", "parataxis"):
        return not any(each.text == ";" for each in block.tokens[below.index : verb.index])
    if below.dep == "dobj":
        return True
    return below.dep == "prep" and below.text.lower() in ("of", "for") and verb.lemma in ("accuse", "blame", "suspect")


def speech_subject(block: ParsedBlock, verb: Token) -> Token | None:
    """Who says what a saying verb tells: its subject, its agent, or the noun that it describes ("critics saying")."""
    children = block.children[verb.index]
    passive = next((child for child in children if child.dep == "agent"), None)
    if passive is not None:
        return next((child for child in block.children[passive.index] if child.dep == "pobj"), None)
    if _is_passive(block, verb):
        return None
    own = next((child for child in children if child.dep == "nsubj" and not _is_in_dateline(block, child)), None)
    governor = block.tokens[verb.head]
    if own is None and verb.dep in ("conj", "xcomp", "advcl") and governor.index != verb.index:
        return speech_subject(block, governor)
    describes = (verb.dep == "acl" and verb.tag == "VBG") or (own is not None and own.tag in ("WP", "WDT"))
    return governor if describes and governor.index != verb.index else own


def _is_in_dateline(block: ParsedBlock, token: Token) -> bool:
    """Whether a word stands in the dateline of a paragraph, as PORT VARN does in "PORT VARN, Sept. 4 (Reuters) -"."""
    opening = block.tokens[:_LONGEST_DATELINE]
    if not opening or not opening[0].text.isupper() or len(opening[0].text) < _SHORTEST_PLACE:
        return False
    dash = next((each.index for each in opening if each.text in _DASHES), 0)
    return token.index < dash


def _is_passive(block: ParsedBlock, verb: Token) -> bool:
    """Whether nobody is told who says it: "is believed to", "missiles believed to"."""
    auxiliaries = {child.dep for child in block.children[verb.index] if child.dep in ("aux", "auxpass", "nsubjpass")}
    reduced = verb.tag == "VBN" and verb.dep in ("acl", "advcl", "relcl") and "aux" not in auxiliaries
    return bool(auxiliaries & {"auxpass", "nsubjpass"}) or reduced or _is_bare_belief(block, verb)


def _is_bare_belief(block: ParsedBlock, verb: Token) -> bool:
    """Whether a form that may be past tense or participle can only be a participle: "a man thought to be armed"."""
    follows = block.tokens[verb.index + 1 : verb.index + 2]
    return verb.tag in ("VBN", "VBD") and verb.lemma in _BELIEFS and any(each.tag == "TO" for each in follows)


def _according_to(block: ParsedBlock, token: Token) -> tuple[Token, ...]:
    for clause in (token, *block.ancestors(token)):
        for child in block.children[clause.index]:
            if child.text.lower() != "according":
                continue
            for to in block.children[child.index]:
                source = next((each for each in block.children[to.index] if each.dep == "pobj"), None)
                if source is not None:
                    return description(block, source)
    return ()


def description(block: ParsedBlock, noun: Token) -> tuple[Token, ...]:
    """A noun with the words right before it that describe it: `the South Korean defence ministry`."""
    modifiers = ("amod", "compound", "poss", "nmod", "det", "case", "nummod")
    first = noun.index
    while first > 0 and (block.tokens[first - 1].dep in modifiers):
        first -= 1
    if block.tokens[first].tag == "DT" and first < noun.index:
        first += 1
    return block.tokens[first : noun.index + 1][-_LONGEST_SPEAKER:]
