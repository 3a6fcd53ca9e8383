"""Links between the event mentions of an article and those of others: related, scored, explained."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from articles.lexicon import event_lexicon
from articles.linking.chains import are_told_apart
from articles.linking.comparing import Compared, compare, compare_within, without_perennial
from articles.linking.confidence import confident, doubtful, may_be_of_one_time, strict, together
from articles.linking.denials import answers, chance_whenever, denies_only_how, denies_something_else
from articles.linking.differences import differences
from articles.linking.evidence import (
    PARTIES,
    Evidence,
    Slot,
    days_between,
    likeness,
    probability,
    related_classes,
    weigh,
)
from articles.linking.grounds import is_grounded
from articles.linking.incompatible import apart_in_time, are_apart, foreseen, only_supposed, planned_against_done
from articles.linking.sequences import sequence
from articles.model import LIKELY, Difference, EventLink, EventSlots, Factuality, Relation

STORED = 0.3
"""Chance of agreement from which a link is kept; between it and `LIKELY` the pane shows it folded."""
_FAINTEST = 0.005
"""Confidence from which a link is kept: the faint ones rank what is folded."""
_FAINTLY = 0.8
"""What a chance counts where a word is no event word of the lexicon: it joins events only where it is nearly sure."""
_WIRE_COPY = 0.8
_WHENEVER_SAID = 0.8
"""Chance by hand-set weights from which it may be told long after."""
_WHENEVER = frozenset({Relation.REPEATS, Relation.DISPUTES})
"""Relations of which it says little when the articles appeared."""
_SENTENCES = 60
"""Sentences elsewhere that one is linked to at most."""
_PER_SENTENCES = 3
"""Links kept between two sentences."""
_UNLINKED = frozenset({"statement", "attend", "begin", "end"})
"""Classes that say too little to be compared by themselves."""
_DAYS_MISTAKEN = 0.5
"""Chance from which two days are one day that a report has wrong, rather than two events."""
_NEIGHBOURING = 2
_REASONS = 5


def link(mine: Sequence[EventSlots], candidates: Sequence[EventSlots]) -> tuple[EventLink, ...]:
    """The links from an article's event mentions to those of other articles, best first for each sentence.

    Args:
        mine: The slots of one article's event mentions.
        candidates: Slots of event mentions of other articles that may concern the same things.
    """
    return links_of(mine, candidates, compare(mine, candidates))


def links_of(
    mine: Sequence[EventSlots], candidates: Sequence[EventSlots], compared: Sequence[Compared]
) -> tuple[EventLink, ...]:
    """The links that `link` finds, for candidates that the mentions were compared with already."""
    near = {each.other.article for each in compared}
    mine, candidates = without_perennial(mine, candidates)
    far = pairs_by_class(mine, [each for each in candidates if each.article not in near])
    found = [found for one, other in far if (found := link_between(one, other)) is not None]
    by_sentences: dict[tuple[int, int, int], list[Compared]] = defaultdict(list)
    for each in compared:
        by_sentences[each.one.sentence, each.other.article, each.other.sentence].append(each)
    for pairs in by_sentences.values():
        found.extend(_between_sentences(pairs))
    sentence_of = {(slots.article, slots.index): slots.sentence for slots in (*mine, *candidates)}
    return tuple(_best(found, sentence_of))


def _between_sentences(pairs: Sequence[Compared]) -> Iterator[EventLink]:
    """The links between two sentences, given all pairs of their mentions that were compared.

    How likely the sentences report one event says more than two of their words: by that links are ranked, and what is
    doubtful stays below those that their words make likely enough.
    """
    likely = strict(max(together(each.judgement, each.sentences) for each in pairs))
    rank = doubtful(likely)
    is_another = any(_tell_of_two(each.one, each.other) for each in pairs)
    weighed = [
        (each, made)
        for each in pairs
        if _is_worth_weighing(each) and (made := link_between(each.one, each.other, each.sentences)) is not None
    ]
    firm = _without_contradicted(weighed)
    for made in firm:
        if not made.relation.is_one_event or made.relation is Relation.DISPUTES:
            yield made
        elif is_another or made.confidence < LIKELY:
            yield replace(made, confidence=rank)
        else:
            yield replace(made, confidence=max(likely, LIKELY))
    if rank >= _FAINTEST and not any(each.relation.is_one_event for each in firm):
        best = max(pairs, key=lambda each: (each.judgement, each.chance, each.one.index, each.other.index))
        evidence = weigh(best.one, best.other)
        yield _event_link(best.one, best.other, Relation.SAME_EVENT, rank, evidence, ())


def _tell_of_two(one: EventSlots, other: EventSlots) -> bool:
    """Whether two mentions of one kind are of two events, so that what is told beside them likely is as well."""
    if are_told_apart(one, other):
        return True
    if one.event_class in event_lexicon().loose:
        return False
    return one.lemma == other.lemma and apart_in_time(one, other) and not _told_of_another_day(one, other)


def _without_contradicted(pairs: Sequence[tuple[Compared, EventLink]]) -> list[EventLink]:
    """The links between two sentences, without those that make one event of what a surer one holds apart.

    Where one sentence tells the plan and the other the outcome, a plan is not one with what came of it under another
    name: "invited both to talks on Friday", "the talks broke down on Friday".
    """
    ordered = [made for _, made in pairs if not made.relation.is_one_event]
    return [
        made
        for each, made in pairs
        if not made.relation.is_one_event
        or not any(
            order.confidence > made.confidence
            and (
                each.one.event_class != each.other.event_class
                or (order.source == made.source) != (order.target == made.target)
            )
            for order in ordered
        )
    ]


def _is_worth_weighing(compared: Compared) -> bool:
    """Whether two mentions may be linked: as one event if that is likely enough, or one coming after the other."""
    one, other = compared.one, compared.other
    if not (is_linkable(one) and is_linkable(other)):
        return False
    likely = max(compared.judgement, together(compared.judgement, compared.sentences))
    return one.event_class == other.event_class or likely >= STORED


def link_between(one: EventSlots, other: EventSlots, sentences: float | None = None) -> EventLink | None:
    """The link from one event mention to another; None where nothing worth telling connects them.

    Of a dispute hand-set weights alone judge: the articles that the trees learnt from hold hardly any.

    Args:
        one: An event mention.
        other: One of another article.
        sentences: How likely their sentences report one event, as far as that was learnt.
    """
    evidence = weigh(one, other)
    judgement = probability(evidence)
    chance = together(judgement, sentences)
    relation = _relation(one, other, chance)
    if relation is None:
        found = sequence(one, other, evidence)
        return _event_link(one, other, *found, evidence, ()) if found and found[1] >= STORED else None
    is_of_another_day = relation is Relation.DIFFERS
    if relation is Relation.DISPUTES:
        chance = max(judgement, chance_whenever(one, other, evidence))
    elif is_of_another_day:
        judgement = probability(evidence, without=frozenset({Slot.TIME}))
    if chance < STORED:
        return None
    told = differences(one, other) if relation is not Relation.REPEATS else ()
    if told and relation is Relation.SAME_EVENT:
        relation = Relation.DIFFERS
    confidence = chance if relation is Relation.DISPUTES else confident(judgement, sentences)
    if not is_of_another_day and not _is_sure(one, other, relation, judgement):
        confidence = doubtful(confidence)
    return _event_link(one, other, relation, confidence, evidence, told)


def _relation(one: EventSlots, other: EventSlots, chance: float) -> Relation | None:
    """How two mentions of what may be one event stand to each other; None if they are of different events."""
    if planned_against_done(one, other) or only_supposed(one, other) or are_told_apart(one, other):
        return None
    if apart_in_time(one, other):
        return Relation.DIFFERS if chance >= _DAYS_MISTAKEN and _told_of_another_day(one, other) else None
    if foreseen(one, other) or foreseen(other, one):
        return None
    is_disputed = (one.factuality is Factuality.DENIED) != (other.factuality is Factuality.DENIED)
    if is_disputed and not denies_only_how(one, other):
        return Relation.DISPUTES if answers(one, other) else None
    if likeness(one, other) >= _WIRE_COPY:
        return Relation.REPEATS
    return Relation.SAME_EVENT if chance >= STORED else None


def _is_sure(one: EventSlots, other: EventSlots, relation: Relation, judgement: float) -> bool:
    """Whether what two mentions share can be told, and they may speak of one thing and one time."""
    if not is_grounded(one, other) or denies_something_else(one, other):
        return False
    if relation in _WHENEVER or may_be_of_one_time(one, other):
        return True
    return judgement >= _WHENEVER_SAID and not (one.is_faint or other.is_faint)


def _told_of_another_day(one: EventSlots, other: EventSlots) -> bool:
    """Whether two reports tell of one thing done by one party, but put it on neighbouring days."""
    mine, theirs = one.interval, other.interval
    if mine is None or theirs is None or max(mine.days, theirs.days) > 1 or one.event_class != other.event_class:
        return False
    if {one.lemma, other.lemma} <= event_lexicon().series:
        return False
    both_done = one.factuality is other.factuality is Factuality.ASSERTED
    parties = one.actors & other.actors or one.places & other.places or len(one.company & other.company) >= PARTIES
    return both_done and bool(parties and one.themes & other.themes) and days_between(mine, theirs) <= _NEIGHBOURING


def _event_link(
    one: EventSlots,
    other: EventSlots,
    relation: Relation,
    chance: float,
    evidence: Sequence[Evidence],
    differences: tuple[Difference, ...],
) -> EventLink:
    reasons = dict.fromkeys(each.words for each in evidence if each.words and each.weight > 0)
    return EventLink(
        source=(one.article, one.index),
        target=(other.article, other.index),
        relation=relation,
        confidence=round(chance, 3),
        because=tuple(reasons)[:_REASONS],
        differences=differences,
    )


def is_linkable(slots: EventSlots) -> bool:
    """Whether a mention says enough of its event to be linked by itself."""
    return (not slots.background or slots.dated_by_text) and slots.event_class not in _UNLINKED


def pairs_by_class(
    mine: Sequence[EventSlots], candidates: Sequence[EventSlots]
) -> Iterator[tuple[EventSlots, EventSlots]]:
    """The pairs of one or of related classes, and those about the same thing between the same parties."""
    by_class: dict[str, list[EventSlots]] = defaultdict(list)
    by_theme: dict[str, list[EventSlots]] = defaultdict(list)
    for candidate in candidates:
        if is_linkable(candidate) and not candidate.is_faint:
            by_class[candidate.event_class].append(candidate)
            for theme in candidate.themes:
                by_theme[theme].append(candidate)
    for slots in mine:
        if is_linkable(slots) and not slots.is_faint:
            yield from ((slots, other) for other in _comparable(slots, by_class, by_theme))


def _comparable(
    slots: EventSlots, by_class: Mapping[str, list[EventSlots]], by_theme: Mapping[str, list[EventSlots]]
) -> Iterable[EventSlots]:
    chosen: dict[tuple[int, int], EventSlots] = {}
    for event_class, others in by_class.items():
        if event_class == slots.event_class or related_classes(slots, others[0]):
            chosen.update({(other.article, other.index): other for other in others})
    for theme in slots.themes:
        for other in by_theme.get(theme, ()):
            if len(other.countries & slots.countries) + len(other.actors & slots.actors) >= PARTIES:
                chosen[(other.article, other.index)] = other
    return chosen.values()


def _best(links: Iterable[EventLink], sentence_of: Mapping[tuple[int, int], int]) -> Iterator[EventLink]:
    """The strongest links of each sentence, a few to each sentence elsewhere.

    Args:
        links: All links of an article.
        sentence_of: The sentence of each event mention on either side.
    """
    found: dict[int, dict[tuple[int, int], int]] = defaultdict(dict)
    for each in sorted(links, key=lambda found: (-found.confidence, found.source, found.target)):
        places = found[sentence_of[each.source]]
        place = (each.target[0], sentence_of[each.target])
        if places.get(place, 0) < _PER_SENTENCES and (place in places or len(places) < _SENTENCES):
            places[place] = places.get(place, 0) + 1
            yield each


def chances_of(
    mine: Sequence[EventSlots], compared: Sequence[Compared]
) -> dict[tuple[tuple[int, int], tuple[int, int]], float]:
    """For pairs of an article's mentions, and of these with others, how likely both are of one event.

    What cannot be of one event is left out, whatever was learnt, and what only faintly tells of one counts less.
    """
    return {
        ((each.one.article, each.one.index), (each.other.article, each.other.index)): each.chance
        * (_FAINTLY if each.one.is_faint or each.other.is_faint else 1)
        for each in (*compare_within(mine), *compared)
        if not are_apart(each.one, each.other)
    }


def certain_link(one: EventSlots, other: EventSlots) -> EventLink:
    """The link between two event mentions that are said to be of one event, whatever else speaks for that."""
    disputed = (one.factuality is Factuality.DENIED) != (other.factuality is Factuality.DENIED)
    relation = Relation.DISPUTES if disputed else _relation(one, other, 1.0) or Relation.SAME_EVENT
    told = differences(one, other) if relation is not Relation.REPEATS else ()
    if told and relation is Relation.SAME_EVENT:
        relation = Relation.DIFFERS
    return _event_link(one, other, relation, 1.0, weigh(one, other), told)
