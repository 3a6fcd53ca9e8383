"""Who says so: the speaker to whom an article leaves what it tells."""

from __future__ import annotations

from articles.annotation.parse import ParsedBlock, Token
from articles.lexicon import event_lexicon

_SPEECH_CLASSES = frozenset(
    {"statement", "accuse", "deny", "condemn", "threaten", "promise", "propose", "admit", "publish"}
)
_SPEECH_VERBS = frozenset("believe think expect suspect estimate".split())
_CONTENT = frozenset(
    {"ccomp", "xcomp", "acl", "pcomp", "parataxis", "dobj", "prep", "pobj", "conj", "advcl", "relcl", "appos"}
)
_LONGEST_SPEAKER = 8
"""Words of a speaker's description that are kept."""


def speaker(block: ParsedBlock, token: Token) -> tuple[Token, ...]:
    """The words that name who says what a trigger reports; empty where the article says it itself.

    Found through the saying verb above its clause ("TASS said that ..."), what such a verb's object tells
    ("disclosed intelligence that ..."), and "according to".
    """
    content = token
    below = token
    for governor in block.ancestors(token):
        if is_speech(governor) and _is_content(block, below, governor):
            found = _subject(block, governor)
            if found is not None and found.pos != "PRON":
                return description(block, found)
        if below.dep not in _CONTENT and not below.dep.startswith("nsubj"):
            break
        below = governor
    return _according_to(block, content)


def is_speech(token: Token) -> bool:
    """Whether a verb introduces what somebody says, claims or is held to believe."""
    if not token.tag.startswith("VB"):
        return False
    return event_lexicon().verbs.get(token.lemma) in _SPEECH_CLASSES or token.lemma in _SPEECH_VERBS


def _is_content(block: ParsedBlock, below: Token, verb: Token) -> bool:
    """Whether a dependent of a saying verb is what is said, not who says it or when."""
    if below.dep in ("ccomp", "xcomp", "parataxis"):
        return True
    if below.dep == "dobj":
        return True
    return below.dep == "prep" and below.text.lower() in ("of", "for") and verb.lemma in ("accuse", "blame", "suspect")


def _subject(block: ParsedBlock, verb: Token) -> Token | None:
    children = block.children[verb.index]
    passive = next((child for child in children if child.dep == "agent"), None)
    if passive is not None:
        return next((child for child in block.children[passive.index] if child.dep == "pobj"), None)
    own = next((child for child in children if child.dep == "nsubj"), None)
    if own is None and verb.dep in ("conj", "xcomp") and verb.head != verb.index:
        return _subject(block, block.tokens[verb.head])
    return own


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
    words = tuple(token for token in block.tokens[first : noun.index + 1] if token.tag != "DT" or token.index != first)
    return words[-_LONGEST_SPEAKER:]
