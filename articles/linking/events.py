"""Links between the event mentions of an article and those of others: related, scored, explained."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from articles.lexicon import event_lexicon
from articles.linking.chains import ordinals_conflict
from articles.linking.comparing import Compared, compare, compare_within, without_perennial
from articles.linking.confidence import blend, strict
from articles.linking.differences import differences
from articles.linking.evidence import (
    PARTIES,
    Evidence,
    Slot,
    days_between,
    is_telling,
    likeness,
    other_party,
    probability,
    related_classes,
    shares_slot,
    weigh,
)
from articles.linking.incompatible import apart_in_time, are_apart, foreseen, only_supposed, planned_against_done
from articles.model import Difference, EventLink, EventSlots, Factuality, Relation

STORED = 0.3
"""Chance of agreement from which a link is kept; between it and `LIKELY` the pane shows it folded."""
_FAINTEST = 0.05
"""Confidence from which a link is kept: the faint ones rank what is folded."""
_FAINTLY = 0.6
"""What a chance counts where a word is no event word of the lexicon: it joins events only where it is nearly sure."""
_DOUBTFUL = 0.49
"""The most that a link may count whose sides share no party, place, day, figure or subject, or of which no two mentions
are surely of one event."""
_WIRE_COPY = 0.8
_SENTENCES = 60
"""Sentences elsewhere that one is linked to at most."""
_PER_SENTENCES = 3
"""Links kept between two sentences."""
_NOT_YET = frozenset({Factuality.PLANNED, Factuality.POSSIBLE, Factuality.CONDITIONAL})
_UNLINKED = frozenset({"statement", "attend", "begin", "end"})
"""Classes that say too little to be compared by themselves."""
_SEQUENCE_WITHOUT = frozenset({Slot.TIME, Slot.FIGURES, Slot.WORDING})
"""Evidence that says nothing of two events that follow each other."""
_PLAN_WITHOUT = frozenset({Slot.FIGURES})
"""The same for a plan and its outcome, whose days agree."""
_DAYS_MISTAKEN = 0.5
"""Chance from which two days are one day that a report has wrong, rather than two events."""
_NEIGHBOURING = 2
_ANSWERED = 31
"""Days within which a report is denied."""
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
        weighed = [
            (each, made)
            for each in pairs
            if _is_worth_weighing(each) and (made := link_between(each.one, each.other, each.sentences)) is not None
        ]
        firm = _without_contradicted(weighed)
        if not any(each.relation.is_one_event for each in firm):
            firm.extend(_faint_link(pairs))
        found.extend(firm)
    sentence_of = {(slots.article, slots.index): slots.sentence for slots in (*mine, *candidates)}
    return tuple(_best(found, sentence_of))


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
    likely = max(compared.judgement, blend(compared.judgement, compared.sentences))
    return one.event_class == other.event_class or likely >= STORED


def _faint_link(pairs: Sequence[Compared]) -> Iterator[EventLink]:
    """What connects two sentences that may report one event, though no two of their mentions surely do."""
    best = max(pairs, key=lambda each: (each.judgement, each.chance, each.one.index, each.other.index))
    confidence = min(strict(blend(best.judgement, best.sentences)), _DOUBTFUL)
    if confidence >= _FAINTEST:
        evidence = weigh(best.one, best.other)
        yield _event_link(best.one, best.other, Relation.SAME_EVENT, confidence, evidence, ())


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
    chance = judgement if sentences is None else blend(judgement, sentences)
    relation = _relation(one, other, chance)
    if relation is None:
        return _sequence(one, other, evidence)
    if relation is Relation.DISPUTES:
        chance = max(judgement, _chance_whenever(one, other, evidence))
    if chance < STORED:
        return None
    told = differences(one, other) if relation is not Relation.REPEATS else ()
    if told and relation is Relation.SAME_EVENT:
        relation = Relation.DIFFERS
    confidence = chance if relation is Relation.DISPUTES else strict(chance)
    if not _is_grounded(one, other) or (_denied(one, other) and not _same_subject(one, other)):
        confidence = min(confidence, _DOUBTFUL)
    return _event_link(one, other, relation, confidence, evidence, told)


def _chance_whenever(one: EventSlots, other: EventSlots, evidence: tuple[Evidence, ...]) -> float:
    """The chance that a denial answers a report of its days: it seldom says when what it denies was, as the claim does.

    0 where it does, where nobody is quoted for it, and where the reports are not of one month.
    """
    denied = one if one.factuality is Factuality.DENIED else other
    if one.published is None or other.published is None or denied.interval or not denied.speaker:
        return 0.0
    is_near = abs((one.published - other.published).days) <= _ANSWERED
    return probability(evidence, without=frozenset({Slot.TIME})) if is_near else 0.0


def _relation(one: EventSlots, other: EventSlots, chance: float) -> Relation | None:
    """How two mentions of what may be one event stand to each other; None if they are of different events."""
    if planned_against_done(one, other) or only_supposed(one, other):
        return None
    if apart_in_time(one, other):
        return Relation.DIFFERS if chance >= _DAYS_MISTAKEN and _told_of_another_day(one, other) else None
    if foreseen(one, other) or foreseen(other, one):
        return None
    if (one.factuality is Factuality.DENIED) != (other.factuality is Factuality.DENIED):
        if not _denies_only_how(one, other):
            return Relation.DISPUTES if _answers(one, other) else None
    if likeness(one, other) >= _WIRE_COPY:
        return Relation.REPEATS
    return Relation.SAME_EVENT if chance >= STORED else None


def _answers(one: EventSlots, other: EventSlots) -> bool:
    """Whether a denial and a claim are of one kind of thing; what nobody is quoted for must be told in plain words."""
    akin = one.event_class == other.event_class or related_classes(one, other)
    said = one.speaker or other.speaker
    subject = one.themes & other.themes or len(one.actors & other.actors) >= PARTIES or _same_figures(one, other)
    plain = is_telling(one) and is_telling(other) and subject
    return bool(akin and (said or plain) and shares_slot(one, other))


def _denies_only_how(one: EventSlots, other: EventSlots) -> bool:
    """Whether one denies only how it was done: "denied that it cut the power without notice" and "cut the power"."""
    denied, told = (one, other) if one.factuality is Factuality.DENIED else (other, one)
    return "without" in denied.context - told.context


def _is_grounded(one: EventSlots, other: EventSlots) -> bool:
    """Whether more than the story speaks for one event: a shared slot, or one telling word in one company."""
    if _of_another_thing(one, other) or _elsewhere(one, other) or _only_spoken_of(one, other):
        return False
    telling = one.lemma == other.lemma and is_telling(one)
    return shares_slot(one, other) or (telling and len(one.company & other.company) >= PARTIES)


def _elsewhere(one: EventSlots, other: EventSlots) -> bool:
    """Whether the two have to do with different countries and share neither party nor place."""
    abroad = one.countries and other.countries and not one.countries & other.countries
    return bool(abroad and not one.actors & other.actors and not one.places & other.places)


def _only_spoken_of(one: EventSlots, other: EventSlots) -> bool:
    """Whether one is a claim or a judgement and the other what happened, about nothing that both name."""
    is_speech = not event_lexicon().loose.isdisjoint({one.event_class, other.event_class})
    return is_speech and one.event_class != other.event_class and not one.themes & other.themes


def _of_another_thing(one: EventSlots, other: EventSlots) -> bool:
    """Whether a verb that says little by itself is told of different things or doers: "sent letters", "sent boats"."""
    if one.is_noun or other.is_noun or one.themes & other.themes or one.actors & other.actors:
        return False
    vague = {one.lemma, other.lemma} <= event_lexicon().broad
    things = vague and one.themes and other.themes
    doers = one.lemma == other.lemma and one.doers and other.doers and one.doers.isdisjoint(other.doers)
    return bool(things or (doers and not one.others & other.others))


def _denied(one: EventSlots, other: EventSlots) -> bool:
    return Factuality.DENIED in (one.factuality, other.factuality)


def _same_subject(one: EventSlots, other: EventSlots) -> bool:
    """Whether what one denies is what the other tells of: the same thing, day or figure, not only the same party."""
    same_days = one.interval is not None and other.interval is not None and one.interval.overlaps(other.interval)
    parties = (one.actors & other.actors or _denied_by_doer(one, other)) and is_telling(one)
    return bool(one.themes & other.themes or parties or same_days or _same_figures(one, other))


def _denied_by_doer(one: EventSlots, other: EventSlots) -> bool:
    """Whether the one who denies is a party to what the other tells."""
    denied, told = (one, other) if one.factuality is Factuality.DENIED else (other, one)
    return not denied.claimants.isdisjoint({*told.countries, *(f"#{actor}" for actor in told.actors)})


def _same_figures(one: EventSlots, other: EventSlots) -> bool:
    return bool({figure[:2] for figure in one.quantities} & {figure[:2] for figure in other.quantities})


def _told_of_another_day(one: EventSlots, other: EventSlots) -> bool:
    """Whether two reports tell of one thing done by one party, but put it on neighbouring days."""
    mine, theirs = one.interval, other.interval
    if mine is None or theirs is None or max(mine.days, theirs.days) > 1 or one.event_class != other.event_class:
        return False
    both_done = one.factuality is other.factuality is Factuality.ASSERTED
    parties = one.actors & other.actors or one.places & other.places or len(one.company & other.company) >= PARTIES
    return both_done and bool(parties and one.themes & other.themes) and days_between(mine, theirs) <= _NEIGHBOURING


def _sequence(one: EventSlots, other: EventSlots, evidence: tuple[Evidence, ...]) -> EventLink | None:
    """A link to an event of the same class and parties at another time: a plan and its outcome."""
    same_days = one.interval is not None and other.interval is not None and one.interval.overlaps(other.interval)
    if not _may_follow(one, other, same_days=same_days):
        return None
    order = _order(one, other)
    parties = one.actors & other.actors or one.places & other.places or len(one.countries & other.countries) >= PARTIES
    subject = one.themes & other.themes and len(one.company & other.company) >= PARTIES
    if not (parties or same_days or subject):
        return None
    chance = probability(evidence, without=_PLAN_WITHOUT if same_days else _SEQUENCE_WITHOUT)
    if order is None or chance < STORED:
        return None
    return _event_link(one, other, order, chance, evidence, ())


def _may_follow(one: EventSlots, other: EventSlots, *, same_days: bool) -> bool:
    """Whether two events are of one kind, done by the same: the lexicon's, or one word planned and done on one day."""
    lexicon = event_lexicon()
    doers, others = one.agents & one.actors, other.agents & other.actors
    by_others = (bool(doers and others) and doers.isdisjoint(others)) or other_party(one, other)
    if one.event_class != other.event_class or (by_others and not one.themes & other.themes):
        return False
    known = one.event_class in lexicon.families.keys() - lexicon.loose
    noun = one.is_noun and other.is_noun and one.lemma == other.lemma and one.event_class not in lexicon.loose
    return known or (noun and same_days and planned_against_done(one, other))


def _order(one: EventSlots, other: EventSlots) -> Relation | None:
    """Which of two events comes first, seen from the first; None where that cannot be told."""
    if one.interval is not None and other.interval is not None and not one.interval.overlaps(other.interval):
        return Relation.FOLLOWED_BY if one.interval.last < other.interval.first else Relation.PRECEDED_BY
    if foreseen(one, other) or foreseen(other, one):
        return Relation.FOLLOWED_BY if foreseen(one, other) else Relation.PRECEDED_BY
    if planned_against_done(one, other):
        plan, done = (one, other) if one.factuality is Factuality.PLANNED else (other, one)
        first = done if _came_before(done, plan) else plan
        return Relation.FOLLOWED_BY if first is one else Relation.PRECEDED_BY
    return None


def _came_before(done: EventSlots, plan: EventSlots) -> bool:
    """Whether what is told as done came before what is told as planned, rather than being its outcome."""
    if ordinals_conflict(done, plan):
        return True
    if done.interval is not None and plan.published is not None and done.interval.last < plan.published:
        return plan.interval is None or not plan.interval.overlaps(done.interval)
    reported = done.published is not None and plan.published is not None and done.published < plan.published
    return reported and not (done.interval and plan.interval)


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
