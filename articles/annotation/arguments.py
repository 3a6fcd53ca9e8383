"""Who takes part in an event: subjects, objects and complements, through passive, control, relatives, conjunction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from articles.annotation.parse import ParsedBlock, Token
from articles.annotation.triggers import Trigger
from articles.lexicon import event_lexicon
from articles.model import Participant, Role

_OBJECT_CONTROL = frozenset(
    "accuse allow ask beg bar blame charge compel convince convict direct enable encourage force forbid instruct "
    "invite order persuade prevent prohibit stop suspect tell tempt train urge want warn".split()
)
"""Verbs whose object is the subject of the verb below them: "accused Pyongyang of providing weapons"."""

_PARTICIPANT_PREPOSITIONS = frozenset(
    "with alongside between among against to for from by of towards toward including".split()
)
_UNDERGONE = frozenset(
    "arrest charge trial convict sentence kill die injure appoint dismiss release rescue hijack pardon evacuate "
    "displace abuse birth".split()
)
"""Classes of events whose noun is owned by whom they befall: "his arrest", "her election"."""
_JUDGING = frozenset({"condemn", "praise"})
"""Classes of verbs whose subject only judges what their object tells of, and takes no part in it."""
_RELATIVE = frozenset({"which", "who", "that", "whom"})
_ORDER = {role: place for place, role in enumerate(Role)}
PartyHeads = tuple[tuple[Role, Token], ...]
"""The head words of the parties to an event, each with its role."""
_DEPTH = 6
"""How many clauses up a missing subject is looked for."""


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The names of one block, found by token."""

    by_token: Mapping[int, int]
    """Token index to position among the article's mentions."""
    places: frozenset[int]
    """Positions of the mentions that name places."""


def party_heads(block: ParsedBlock, trigger: Trigger) -> PartyHeads:
    """The head words of the parties to an event, each with its role."""
    return tuple(_noun_heads(block, trigger) if trigger.is_noun else _verb_heads(block, trigger.token))


def participants(block: ParsedBlock, trigger: Trigger, heads: PartyHeads, names: NameIndex) -> tuple[Participant, ...]:
    """The parties to an event, each once, agents first."""
    found: list[Participant] = []
    for role, head in heads:
        found.extend(_parties(block, role, head, names, setting=trigger.token))
    unique: dict[tuple[int, str], Participant] = {}
    for party in found:
        unique.setdefault((party.mention, "" if party.mention >= 0 else party.text), party)
    return tuple(sorted(unique.values(), key=lambda party: _ORDER[party.role]))


def themes(block: ParsedBlock, trigger: Trigger, heads: PartyHeads, names: NameIndex) -> tuple[str, ...]:
    """Lemmas of the common nouns among an event's parties and complements: who and what it is about, beside names."""
    found: list[str] = []
    for _, head in heads:
        if head.index == trigger.token.index:
            continue
        for noun in (head, *_complement_nouns(block, head)):
            if noun.pos == "NOUN" and noun.index not in names.by_token:
                found.append(noun.lemma.lower())
    if trigger.is_noun:
        governor = block.tokens[trigger.token.head]
        if governor.lemma == "of" and block.tokens[governor.head].pos == "NOUN":
            found.append(block.tokens[governor.head].lemma.lower())
        modifiers = block.children[trigger.token.index]
        found.extend(child.lemma.lower() for child in modifiers if child.dep == "compound" and child.pos == "NOUN")
    return tuple(dict.fromkeys(found))


def subjects(block: ParsedBlock, verb: Token, depth: int = _DEPTH) -> tuple[tuple[Role, Token], ...]:
    """The subjects of a verb, its own or those it takes over from the clause above.

    Args:
        block: The block that the verb stands in.
        verb: A verb.
        depth: How many clauses up to look.
    """
    own = tuple(_own_subjects(block, verb))
    agents_only = all(role is Role.AGENT for role, _ in own) and any(
        child.dep == "agent" for child in block.children[verb.index]
    )
    if (own and not agents_only) or depth == 0 or verb.head == verb.index:
        return own
    return (*own, *_inherited_subjects(block, verb, depth))


def _inherited_subjects(block: ParsedBlock, verb: Token, depth: int) -> tuple[tuple[Role, Token], ...]:
    """The subjects that a verb takes over from the clause above; its patients where it is passive."""
    governor = block.tokens[verb.head]
    if verb.dep in ("conj", "advcl", "dep", "parataxis") and governor.tag.startswith("VB"):
        return _as_parties(block, verb, subjects(block, _finite_partner(block, verb, governor), depth - 1))
    if verb.dep in ("xcomp", "ccomp", "pcomp"):
        return _controller(block, verb, governor, depth)
    if verb.dep in ("acl", "relcl"):
        return _from_noun(block, verb, governor, depth)
    return ()


def _finite_partner(block: ParsedBlock, verb: Token, governor: Token) -> Token:
    """The verb that a finite verb is conjoined with: never an infinitive, which a parser may take for it."""
    if verb.dep == "conj" and verb.tag in ("VBD", "VBZ", "VBP") and governor.tag == "VB":
        return next((each for each in block.ancestors(governor) if each.tag in ("VBD", "VBZ", "VBP")), governor)
    return governor


def _own_subjects(block: ParsedBlock, verb: Token) -> Iterator[tuple[Role, Token]]:
    for child in block.children[verb.index]:
        if child.dep == "nsubj":
            yield from ((Role.AGENT, noun) for noun in _antecedents(block, verb, child))
        elif child.dep == "nsubjpass":
            yield from ((Role.PATIENT, noun) for noun in _antecedents(block, verb, child))
        elif child.dep == "agent":
            yield from ((Role.AGENT, noun) for noun in _objects_of(block, child))


def _antecedents(block: ParsedBlock, verb: Token, subject: Token) -> tuple[Token, ...]:
    """A subject with its conjuncts; for a relative pronoun, the noun that its clause describes."""
    if subject.text.lower() in _RELATIVE and verb.dep == "relcl":
        return _with_conjuncts(block, block.tokens[verb.head])
    return _with_conjuncts(block, subject)


def _controller(block: ParsedBlock, verb: Token, governor: Token, depth: int) -> tuple[tuple[Role, Token], ...]:
    main = governor
    if governor.dep == "prep":
        main = block.tokens[governor.head]
    if main.tag.startswith("VB"):
        objects = [child for child in block.children[main.index] if child.dep in ("dobj", "dative", "nsubjpass")]
        if objects and (main.lemma in _OBJECT_CONTROL or objects[0].dep == "nsubjpass"):
            return tuple((Role.AGENT, noun) for noun in _with_conjuncts(block, objects[0]))
        return _as_parties(block, verb, subjects(block, main, depth - 1))
    if main.pos in ("ADJ", "NOUN", "AUX"):
        governing = block.tokens[main.head]
        return _as_parties(block, verb, subjects(block, governing, depth - 1))
    return ()


def _as_parties(
    block: ParsedBlock, verb: Token, found: tuple[tuple[Role, Token], ...]
) -> tuple[tuple[Role, Token], ...]:
    """Subjects handed down to a verb: its agents, or its patients where it is passive."""
    role = Role.PATIENT if _is_passive(block, verb) else Role.AGENT
    return tuple((role, noun) for _, noun in found)


def _is_passive(block: ParsedBlock, verb: Token) -> bool:
    """Whether a verb is in the passive, by its own auxiliary or that of the verb it is conjoined with."""
    parts = {child.dep for child in block.children[verb.index]}
    if "auxpass" in parts:
        return True
    shares = verb.dep == "conj" and verb.tag == "VBN" and not parts & {"aux", "nsubj"}
    return shares and _is_passive(block, block.tokens[verb.head])


def _from_noun(block: ParsedBlock, verb: Token, noun: Token, depth: int) -> tuple[tuple[Role, Token], ...]:
    if verb.dep == "acl" and verb.tag == "VBN":
        return tuple((Role.PATIENT, each) for each in _with_conjuncts(block, noun))
    if verb.dep == "acl" and verb.tag == "VBG":
        return tuple((Role.AGENT, each) for each in _with_conjuncts(block, noun))
    if verb.dep == "acl":
        owners = [child for child in block.children[noun.index] if child.dep == "poss"]
        if owners:
            return tuple((Role.AGENT, each) for each in _with_conjuncts(block, owners[0]))
        governing = next((each for each in block.ancestors(noun) if each.tag.startswith("VB")), None)
        return subjects(block, governing, depth - 1) if governing else ()
    return ()


def _verb_heads(block: ParsedBlock, verb: Token) -> Iterator[tuple[Role, Token]]:
    yield from subjects(block, verb)
    children = block.children[verb.index]
    for child in children:
        if child.dep in ("dobj", "dative", "attr", "oprd"):
            yield from ((Role.PATIENT, noun) for noun in _antecedents(block, verb, child))
        elif child.dep == "prep" and child.lemma.lower() in _PARTICIPANT_PREPOSITIONS:
            yield from ((Role.OTHER, noun) for noun in _objects_of(block, child))
    if verb.dep == "relcl" and not any(child.dep in ("dobj", "nsubjpass") for child in children):
        yield from ((Role.PATIENT, noun) for noun in _with_conjuncts(block, block.tokens[verb.head]))


def _noun_heads(block: ParsedBlock, trigger: Trigger) -> Iterator[tuple[Role, Token]]:
    noun = trigger.token
    for verb in trigger.light:
        yield from ((role, each) for role, each in _verb_heads(block, verb) if each.index != noun.index)
    for child in block.children[noun.index]:
        if child.dep == "poss":
            role = Role.PATIENT if _is_undergone(block, trigger) else Role.AGENT
            yield from ((role, each) for each in _with_conjuncts(block, child))
        elif child.dep == "prep" and child.lemma.lower() in _PARTICIPANT_PREPOSITIONS:
            role = Role.AGENT if child.lemma.lower() == "by" else Role.OTHER
            yield from ((role, each) for each in _objects_of(block, child))
        elif child.dep in ("amod", "compound", "nmod"):
            yield from ((Role.OTHER, each) for each in _with_conjuncts(block, child))
        elif child.dep in ("acl", "relcl") and child not in trigger.light:
            yield from ((Role.OTHER, each) for _, each in _verb_heads(block, child) if each.index != noun.index)
    if trigger.clause is not None and trigger.clause not in trigger.light:
        judges = event_lexicon().verbs.get(trigger.clause.lemma) in _JUDGING
        outside = {each.index for _, each in subjects(block, trigger.clause)} if judges else set()
        others = _verb_heads(block, trigger.clause)
        yield from ((Role.OTHER, each) for _, each in others if each.index not in {noun.index, *outside})


def _is_undergone(block: ParsedBlock, trigger: Trigger) -> bool:
    """Whether the owner of an event noun is whom it befell: "his arrest", but not "the army's arrest of a reporter"."""
    befalls = trigger.event_class in _UNDERGONE
    return befalls and not any(child.text.lower() == "of" for child in block.children[trigger.token.index])


def _objects_of(block: ParsedBlock, preposition: Token) -> Iterator[Token]:
    for child in block.children[preposition.index]:
        if child.dep in ("pobj", "pcomp") and not child.tag.startswith("VB"):
            yield from _with_conjuncts(block, child)


def _with_conjuncts(block: ParsedBlock, token: Token) -> tuple[Token, ...]:
    found = [token]
    for child in block.children[token.index]:
        if child.dep in ("conj", "appos") and child.pos in ("NOUN", "PROPN", "ADJ", "PRON"):
            found.extend(_with_conjuncts(block, child))
    return tuple(found)


def _complement_nouns(block: ParsedBlock, noun: Token) -> Iterator[Token]:
    """Nouns that a noun governs as modifier or complement: `weapon` in "use of artillery weapons"."""
    for child in block.children[noun.index]:
        if child.dep in ("compound", "nmod"):
            yield child
        elif child.dep == "prep" and child.lemma.lower() in ("of", "in", "for", "on", "over", "about"):
            yield from _objects_of(block, child)


def _parties(block: ParsedBlock, role: Role, head: Token, names: NameIndex, *, setting: Token) -> Iterator[Participant]:
    """The participants that a noun phrase stands for: its own name, else the names that describe its head."""
    if head.index in names.by_token:
        yield Participant(role, head.text, names.by_token[head.index])
        return
    described = tuple(dict.fromkeys(_describing_names(block, head, names.by_token)))
    yield from (Participant(role, head.text, mention) for mention in described)
    if not described and head.pos == "NOUN" and head.index != setting.index:
        yield Participant(role, head.text)


def _describing_names(block: ParsedBlock, head: Token, by_token: Mapping[int, int]) -> Iterator[int]:
    for child in block.children[head.index]:
        if child.dep in ("amod", "compound", "poss", "nmod", "appos"):
            related: Sequence[Token] = _with_conjuncts(block, child)
        elif child.dep == "prep" and child.lemma.lower() in ("of", "from", "for"):
            related = tuple(_objects_of(block, child))
        else:
            continue
        for token in related:
            if token.index in by_token:
                yield by_token[token.index]
            else:
                yield from (by_token[each.index] for each in block.children[token.index] if each.index in by_token)
