"""Links between the event mentions of an article and those of others: related, scored, explained."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from articles.lexicon import event_lexicon
from articles.linking.chains import ordinals_conflict
from articles.linking.evidence import (
    PARTIES,
    Evidence,
    Slot,
    days_between,
    is_telling,
    likeness,
    probability,
    related_classes,
    shares_slot,
    weigh,
)
from articles.linking.labels import days_in_words
from articles.model import Difference, EventLink, EventSlots, Factuality, Relation

STORED = 0.3
"""Chance of agreement from which a link is kept; between it and `LIKELY` the pane shows it folded."""
_JOINS = 0.6
"""Chance from which a mention joins the event of the other, rather than founding its own."""
_UNGROUNDED = 0.45
"""The most that a link may count whose sides share no party, place, day, figure or subject."""
_WIRE_COPY = 0.8
_PER_ARTICLE = 3
"""Links kept from one mention to one other article, of one event and of what came before or after each."""
_PER_MENTION = 24
_NOT_YET = frozenset({Factuality.PLANNED, Factuality.POSSIBLE, Factuality.CONDITIONAL})
_UNLINKED = frozenset({"statement", "attend", "begin", "end"})
"""Classes that say too little to be compared by themselves."""
_ONE_EVENT = frozenset({Relation.SAME_EVENT, Relation.REPEATS, Relation.DIFFERS, Relation.DISPUTES})
_SEQUENCE_WITHOUT = frozenset({Slot.TIME, Slot.FIGURES, Slot.WORDING})
"""Evidence that says nothing of two events that follow each other."""
_PLAN_WITHOUT = frozenset({Slot.FIGURES, Slot.WORDING})
"""The same for a plan and its outcome, whose days agree."""
_DAYS_MISTAKEN = 0.5
"""Chance from which two days are one day that a report has wrong, rather than two events."""
_NEIGHBOURING = 2
_REASONS = 5
_LONGEST_STORY = 365
"""Days over which articles that name somebody may all tell one story."""


def link(mine: Sequence[EventSlots], candidates: Sequence[EventSlots]) -> tuple[EventLink, ...]:
    """The links from an article's event mentions to those of other articles, best first for each mention.

    Args:
        mine: The slots of one article's event mentions.
        candidates: Slots of event mentions of other articles that may concern the same things.
    """
    perennial = _perennial((*mine, *candidates))
    candidates = [replace(each, company=each.company - perennial) for each in candidates]
    by_class: dict[str, list[EventSlots]] = defaultdict(list)
    by_theme: dict[str, list[EventSlots]] = defaultdict(list)
    for candidate in candidates:
        if _is_linkable(candidate):
            by_class[candidate.event_class].append(candidate)
            for theme in candidate.themes:
                by_theme[theme].append(candidate)
    links: list[EventLink] = []
    for slots in mine:
        if _is_linkable(slots):
            slots = replace(slots, company=slots.company - perennial)
            compared = _comparable(slots, by_class, by_theme)
            found = [link for other in compared if (link := link_between(slots, other)) is not None]
            links.extend(_best(found))
    return tuple(links)


def _perennial(slots: Iterable[EventSlots]) -> frozenset[int]:
    """The entities that news has named for longer than stories last, so that sharing them tells no story."""
    days: dict[int, tuple[date, date]] = {}
    for article in {each.article: each for each in slots}.values():
        if (day := article.published) is not None:
            for entity in article.company:
                first, last = days.get(entity, (day, day))
                days[entity] = (min(first, day), max(last, day))
    return frozenset(entity for entity, (first, last) in days.items() if (last - first).days > _LONGEST_STORY)


def link_between(one: EventSlots, other: EventSlots) -> EventLink | None:
    """The link from one event mention to another; None where nothing worth telling connects them."""
    evidence = weigh(one, other)
    chance = probability(evidence)
    relation = _relation(one, other, chance)
    if relation is None:
        return _sequence(one, other, evidence)
    if not _is_grounded(one, other) or (_denied(one, other) and not _same_subject(one, other)):
        chance = min(chance, _UNGROUNDED)
    if chance < STORED:
        return None
    differences = _differences(one, other) if relation is not Relation.REPEATS else ()
    if differences and relation is Relation.SAME_EVENT:
        relation = Relation.DIFFERS
    return _event_link(one, other, relation, chance, evidence, differences)


def _relation(one: EventSlots, other: EventSlots, chance: float) -> Relation | None:
    """How two mentions of what may be one event stand to each other; None if they are of different events."""
    if _planned_against_done(one, other) or _only_supposed(one, other):
        return None
    if _apart_in_time(one, other):
        return Relation.DIFFERS if chance >= _DAYS_MISTAKEN and _told_of_another_day(one, other) else None
    if _foreseen(one, other) or _foreseen(other, one):
        return None
    if (one.factuality is Factuality.DENIED) != (other.factuality is Factuality.DENIED):
        return Relation.DISPUTES if shares_slot(one, other) else None
    if likeness(one, other) >= _WIRE_COPY:
        return Relation.REPEATS
    return Relation.SAME_EVENT if chance >= STORED else None


def _is_grounded(one: EventSlots, other: EventSlots) -> bool:
    """Whether more than the story speaks for one event: a shared slot, or one telling word in one company."""
    telling = one.lemma == other.lemma and is_telling(one)
    return shares_slot(one, other) or (telling and len(one.company & other.company) >= PARTIES)


def _denied(one: EventSlots, other: EventSlots) -> bool:
    return Factuality.DENIED in (one.factuality, other.factuality)


def _same_subject(one: EventSlots, other: EventSlots) -> bool:
    """Whether what one denies is what the other tells of: the same thing, day or figure, not only the same party."""
    same_days = one.interval is not None and other.interval is not None and one.interval.overlaps(other.interval)
    figures = {figure[:2] for figure in one.quantities} & {figure[:2] for figure in other.quantities}
    return bool(one.themes & other.themes or (one.actors & other.actors and is_telling(one)) or same_days or figures)


def _planned_against_done(one: EventSlots, other: EventSlots) -> bool:
    planned = Factuality.PLANNED
    return (one.factuality is planned and other.factuality is Factuality.ASSERTED) or (
        other.factuality is planned and one.factuality is Factuality.ASSERTED
    )


def _told_of_another_day(one: EventSlots, other: EventSlots) -> bool:
    """Whether two reports tell of one thing done by one party, but put it on neighbouring days."""
    mine, theirs = one.interval, other.interval
    if mine is None or theirs is None or max(mine.days, theirs.days) > 1 or one.event_class != other.event_class:
        return False
    both_done = one.factuality is other.factuality is Factuality.ASSERTED
    parties = one.actors & other.actors or one.places & other.places or len(one.company & other.company) >= PARTIES
    return both_done and bool(parties and one.themes & other.themes) and days_between(mine, theirs) <= _NEIGHBOURING


def _foreseen(supposed: EventSlots, done: EventSlots) -> bool:
    """Whether one is told as possible and the other as done since: "may be flown out", "were flown out"."""
    if supposed.factuality is not Factuality.POSSIBLE or done.factuality is not Factuality.ASSERTED:
        return False
    return bool(supposed.published and done.interval and done.interval.first > supposed.published)


def _only_supposed(one: EventSlots, other: EventSlots) -> bool:
    """Whether one is told under an "if" and the other is not."""
    return (one.factuality is Factuality.CONDITIONAL) != (other.factuality is Factuality.CONDITIONAL)


def _apart_in_time(one: EventSlots, other: EventSlots) -> bool:
    return one.interval is not None and other.interval is not None and not one.interval.overlaps(other.interval)


def _sequence(one: EventSlots, other: EventSlots, evidence: tuple[Evidence, ...]) -> EventLink | None:
    """A link to an event of the same class and parties at another time: a plan and its outcome."""
    lexicon = event_lexicon()
    if one.event_class != other.event_class or one.event_class not in lexicon.families.keys() - lexicon.loose:
        return None
    order = _order(one, other)
    same_days = one.interval is not None and other.interval is not None and one.interval.overlaps(other.interval)
    parties = one.actors & other.actors or one.places & other.places or len(one.countries & other.countries) >= PARTIES
    subject = one.themes & other.themes and len(one.company & other.company) >= PARTIES
    if not (parties or same_days or subject):
        return None
    chance = probability(evidence, without=_PLAN_WITHOUT if same_days else _SEQUENCE_WITHOUT)
    if order is None or chance < STORED:
        return None
    return _event_link(one, other, order, chance, evidence, ())


def _order(one: EventSlots, other: EventSlots) -> Relation | None:
    """Which of two events comes first, seen from the first; None where that cannot be told."""
    if one.interval is not None and other.interval is not None and not one.interval.overlaps(other.interval):
        return Relation.FOLLOWED_BY if one.interval.last < other.interval.first else Relation.PRECEDED_BY
    if _foreseen(one, other) or _foreseen(other, one):
        return Relation.FOLLOWED_BY if _foreseen(one, other) else Relation.PRECEDED_BY
    if _planned_against_done(one, other):
        plan, done = (one, other) if one.factuality is Factuality.PLANNED else (other, one)
        first = done if _came_before(done, plan) else plan
        return Relation.FOLLOWED_BY if first is one else Relation.PRECEDED_BY
    return None


def _came_before(done: EventSlots, plan: EventSlots) -> bool:
    """Whether what is told as done came before what is told as planned, rather than being its outcome."""
    if ordinals_conflict(done, plan):
        return True
    reported = done.published is not None and plan.published is not None and done.published < plan.published
    return reported and not (done.interval and plan.interval)


def _differences(one: EventSlots, other: EventSlots) -> tuple[Difference, ...]:
    """Figures of one unit, and days, that two reports of one event give differently."""
    mine: dict[str, list[tuple[float, str]]] = defaultdict(list)
    theirs: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for table, slots in ((mine, one), (theirs, other)):
        told = {unit for _, unit, _ in slots.told_quantities}
        elsewhere = (figure for figure in slots.quantities if figure[1] not in told)
        for value, unit, words in (*slots.told_quantities, *elsewhere):
            if unit and not unit.startswith("ordinal"):
                table[unit].append((value, words))
    found: list[Difference] = []
    for unit in mine.keys() & theirs.keys():
        here, there = mine[unit], theirs[unit]
        if not {value for value, _ in here} & {value for value, _ in there}:
            found.append(Difference("figure", here[0][1], there[0][1]))
    if _apart_in_time(one, other) and one.interval and other.interval:
        found.append(Difference("day", days_in_words(one.interval), days_in_words(other.interval)))
    return tuple(sorted(found, key=lambda difference: difference.here))


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


def _is_linkable(slots: EventSlots) -> bool:
    return (not slots.background or slots.dated_by_text) and slots.event_class not in _UNLINKED


def _comparable(
    slots: EventSlots, by_class: Mapping[str, list[EventSlots]], by_theme: Mapping[str, list[EventSlots]]
) -> Iterable[EventSlots]:
    """The candidates of the same or a related class, and those about the same thing between the same parties."""
    chosen: dict[tuple[int, int], EventSlots] = {}
    for event_class, others in by_class.items():
        if event_class == slots.event_class or related_classes(slots, others[0]):
            chosen.update({(other.article, other.index): other for other in others})
    for theme in slots.themes:
        for other in by_theme.get(theme, ()):
            if len(other.countries & slots.countries) + len(other.actors & slots.actors) >= PARTIES:
                chosen[(other.article, other.index)] = other
    return chosen.values()


def _best(links: Iterable[EventLink]) -> list[EventLink]:
    """The strongest links of one mention, only a few to each other article and to what came before or after there."""
    kept: list[EventLink] = []
    of_article: dict[tuple[int, bool], int] = defaultdict(int)
    for each in sorted(links, key=lambda found: (-found.confidence, found.target)):
        firm = each.relation in _ONE_EVENT
        place = (each.target[0], firm)
        if of_article[place] < _PER_ARTICLE and len(kept) < _PER_MENTION:
            of_article[place] += 1
            kept.append(each)
    return kept


def cluster(
    mine: Sequence[EventSlots], links: Sequence[EventLink], event_of: Mapping[tuple[int, int], int]
) -> tuple[int, ...]:
    """For each event mention of an article, the event that it reports.

    A positive number is the known event that it joins; mentions that share a negative number found one new event
    together, as the mentions of one chain do.

    Args:
        mine: The slots of the article's event mentions.
        links: Their links to other articles.
        event_of: The known event of each linked mention, by article id and event index.
    """
    chain_of = {slots.index: slots.chain for slots in mine}
    best: dict[int, EventLink] = {}
    for each in links:
        chain = chain_of[each.source[1]]
        firm = each.relation in _ONE_EVENT and each.confidence >= _JOINS and each.target in event_of
        if firm and (chain not in best or each.confidence > best[chain].confidence):
            best[chain] = each
    return tuple(event_of[best[slots.chain].target] if slots.chain in best else -(slots.chain + 1) for slots in mine)
