"""Metonyms: where a capital, a seat of government or a country acts, its government does."""

from __future__ import annotations

from articles.annotation.names.items import Item
from articles.annotation.parse import ParsedBlock, Token
from articles.countries import Naming, country
from articles.model import EntityKind

_STANDING = frozenset({Naming.COUNTRY, Naming.CAPITAL, Naming.SEAT})
_STATES = frozenset(
    """
    be lie sit stand remain become seem appear border rise fall sleep wake feature boast experience suffer see record
    measure contain house rank lack
    """.split()
)
"""Verbs whose subject is rather the place itself than its government."""
_ADDRESSING = frozenset(
    """
    accuse blame urge warn condemn court criticise criticize thank press tell ask sanction threaten praise invite
    pressure persuade convince order demand allow force help support denounce rebuke isolate punish appease engage
    assure remind deter support arm supply aid
    """.split()
)
"""Verbs whose object is addressed as one who can act."""
_DEALINGS = frozenset(
    """
    tie relation relationship talk cooperation deal tension summit negotiation agreement alliance conflict dispute
    treaty war rivalry friendship dialogue pact trust partnership diplomacy rapprochement rift exchange trade
    """.split()
)
"""Nouns for what governments have between them."""
_ACTS = frozenset(
    """
    visit threat attack decision plan program programme war response refusal use claim talk offer missile weapon
    sanction policy leader support request demand warning pledge vow denial accusation test launch strike role effort
    move invasion inclusion drill exercise stance position nuclear force troop army ambition intention aggression goal
    interest pressure diplomacy leadership regime government concern behavior behaviour reaction bid proposal purchase
    """.split()
)
"""Nouns whose possessor acts."""
_ACT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "al")
_SAYING = frozenset(
    """said says denied denies accused announced warned rejected agreed urged condemned vowed confirmed refused claimed
    called threatened signed launched plans wants will would has had""".split()
)


def acts_for(item: Item, block: ParsedBlock, kind: EntityKind) -> str:
    """The ISO code of the country whose government acts under a name in its sentence; empty where none does."""
    code = item.found.country
    if not code or kind not in (EntityKind.PLACE, EntityKind.ORGANISATION) or not _can_stand(item):
        return ""
    token = block.head_of(block.tokens[item.found.first].start, block.tokens[item.found.last - 1].end)
    if token is None:
        return ""
    if not token.dep:
        return code if _is_followed_by_saying(block, item) else ""
    return code if _acts(token, block) else ""


def _can_stand(item: Item) -> bool:
    if item.listed is not None:
        return item.listed.naming in _STANDING
    named = country(item.found.country)
    return named is not None and item.folded == named.direction.lower()


def _acts(token: Token, block: ParsedBlock) -> bool:
    head = block.tokens[token.head]
    match token.dep:
        case "nsubj":
            return _is_act(head)
        case "nsubjpass":
            return _is_act(head)
        case "dobj" | "iobj" | "dative":
            return head.lemma in _ADDRESSING
        case "poss":
            return _is_act_noun(head)
        case "pobj":
            return _acts_through(head, block)
        case "conj":
            return head.index != token.index and _acts(head, block)
        case _:
            return False


def _is_act(verb: Token) -> bool:
    return verb.pos in ("VERB", "AUX") and verb.lemma not in _STATES


def _is_act_noun(noun: Token) -> bool:
    return noun.lemma.lower() in _ACTS or (noun.pos == "NOUN" and noun.lemma.endswith(_ACT_ENDINGS))


def _acts_through(preposition: Token, block: ParsedBlock) -> bool:
    """Whether the object of a preposition acts: accused by Moscow, ties between Moscow and Beijing."""
    governor = block.tokens[preposition.head]
    if preposition.dep == "agent":
        return True
    lemma = preposition.lemma.lower()
    if lemma in ("between", "with"):
        return governor.lemma.lower() in _DEALINGS
    if lemma == "by":
        return _is_act_noun(governor)
    return lemma in ("against", "on") and governor.lemma.lower() in ("sanction", "pressure")


def _is_followed_by_saying(block: ParsedBlock, item: Item) -> bool:
    after = item.found.last
    return after < len(block.tokens) and block.tokens[after].text in _SAYING
