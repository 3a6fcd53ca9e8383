"""Links between the event mentions of an article and those of others: related, scored, explained."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from articles.lexicon import event_lexicon
from articles.linking.chains import are_told_apart
from articles.linking.comparing import Compared, compare, compare_within, without_perennial
from articles.linking.confidence import doubtful, strict, together
from articles.linking.evidence import (
    PARTIES,
    related_classes,
    weigh,
)
from articles.linking.incompatible import apart_in_time, are_apart
from articles.linking.matters import are_of_other_matters
from articles.linking.relations import STORED, event_link, link_between, told_of_another_day
from articles.model import LIKELY, EventLink, EventSlots, Relation

_FAINTEST = 0.005
"""Confidence from which a link is kept: the faint ones rank what is folded."""
_FAINTLY = 0.8
"""What a chance counts where a word is no event word of the lexicon: it joins events only where it is nearly sure."""
_SENTENCES = 60
"""Sentences elsewhere that one is linked to at most."""
_PER_SENTENCES = 3
"""Links kept between two sentences."""
_UNLINKED = frozenset({"statement", "attend", "begin", "end"})
"""Classes that say too little to be compared by themselves."""


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
    found = _orders_once(found, (*mine, *candidates))
    sentence_of = {(slots.article, slots.index): slots.sentence for slots in (*mine, *candidates)}
    return tuple(_best(found, sentence_of))


def _between_sentences(pairs: Sequence[Compared]) -> Iterator[EventLink]:
    """The links between two sentences, given all pairs of their mentions that were compared.

    How likely the sentences report one event says more than two of their words: by that links are ranked, and what is
    doubtful stays below those that their words make likely enough.
    """
    likely = strict(max(together(each.judgement, each.sentences) for each in pairs))
    rank = doubtful(likely)
    is_another = any(_tell_of_two(each.one, each.other) for each in pairs) or all(
        are_of_other_matters(each.one, each.other) for each in pairs
    )
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
        yield event_link(best.one, best.other, Relation.SAME_EVENT, rank, evidence, ())


def _tell_of_two(one: EventSlots, other: EventSlots) -> bool:
    """Whether two mentions of one kind are of two events, so that what is told beside them likely is as well."""
    if are_told_apart(one, other):
        return True
    if one.event_class in event_lexicon().loose:
        return False
    return one.lemma == other.lemma and apart_in_time(one, other) and not told_of_another_day(one, other)


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


def _orders_once(links: Sequence[EventLink], slots: Sequence[EventSlots]) -> list[EventLink]:
    """Links without the fainter ones that tell again which event comes after the one that a mention is of.

    Of equal ones those are kept that stand first, whichever article is linked to the other.
    """
    chain_of = {(each.article, each.index): (each.article, each.chain) for each in slots}
    told: set[tuple[tuple[int, int], tuple[int, int]]] = set()
    kept = [each for each in links if each.relation.is_one_event]
    orders = (each for each in links if not each.relation.is_one_event)
    for each in sorted(orders, key=lambda order: (-order.confidence, *sorted((order.source, order.target)))):
        ways = {(each.source, chain_of[each.target]), (each.target, chain_of[each.source])}
        if not ways <= told:
            told |= ways
            kept.append(each)
    return kept


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
