"""What is measured of two event mentions, and which of two articles are compared, one pair after the other.

It says plainly what `articles.linking.pair_features` and `comparing` come to for many pairs at once.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from articles.lexicon import event_lexicon
from articles.linking.chains import ordinals_conflict
from articles.linking.evidence import PARTIES, days_between, is_telling, probability, related_classes, weigh
from articles.linking.pair_features import letters_alike, sentence_of, trigger_stem
from articles.linking.terms import Nearness, weight
from articles.linking.unplaced_days import days_agree, same_unplaced_day
from articles.linking.word_senses import kinship
from articles.model import EventSlots, Factuality

_NOT_YET = frozenset({Factuality.PLANNED, Factuality.POSSIBLE, Factuality.CONDITIONAL})
_FAR = 999
_UNKNOWN = -1.0
_FIRST = 2
_TELLING, _TELLING_BY_ITSELF = 4.0, 8.0


def features(one: EventSlots, other: EventSlots, near: Nearness) -> tuple[float, ...]:
    """The features of two event mentions, in the order of `NAMES`.

    Args:
        one: An event mention.
        other: Another.
        near: How near their articles are, seen from the first.
    """
    return (
        *_trigger(one, other),
        *_parties(one, other),
        *_place(one, other),
        *_time(one, other),
        *_shared(one.themes, other.themes),
        *_figures(one, other),
        *_factuality(one, other),
        *_wording(one, other),
        *_known(one, other, near),
        *_article(one, other, near),
        min(one.sentence, _FIRST) + min(other.sentence, _FIRST),
        abs(one.sentence - other.sentence),
        len(one.around & other.around),
        _jaccard(one.around, other.around),
        math.log(max(probability(weigh(one, other)), 1e-6)),
    )


def _trigger(one: EventSlots, other: EventSlots) -> Iterable[float]:
    lexicon = event_lexicon()
    mine, theirs = trigger_stem(one.lemma), trigger_stem(other.lemma)
    common, rare = sorted((weight(mine), weight(theirs)))
    both = (one, other)
    return (
        one.lemma == other.lemma,
        one.event_class == other.event_class,
        related_classes(one, other),
        mine == theirs,
        kinship(one.lemma, other.lemma),
        letters_alike(one.lemma, other.lemma),
        common,
        rare,
        sum(is_telling(each) for each in both),
        sum(each.lemma in lexicon.broad for each in both),
        sum(each.event_class in lexicon.loose for each in both),
        sum(each.lemma in lexicon.series for each in both),
        sum(each.is_noun for each in both),
        sum(each.event_class in lexicon.families for each in both),
    )


def _parties(one: EventSlots, other: EventSlots) -> Iterable[float]:
    mine, theirs = one.actors - one.agents - one.places, other.actors - other.agents - other.places
    return (
        *_shared(one.actors, other.actors),
        *_shared(one.agents, other.agents),
        *_shared(mine, theirs),
        *_overlap(one.doers, other.doers),
        *_overlap(one.others, other.others),
        *_shared(one.countries, other.countries),
    )


def _place(one: EventSlots, other: EventSlots) -> Iterable[float]:
    implied = one.places & other.company or other.places & one.company
    return (*_shared(one.places, other.places), bool(implied))


def _time(one: EventSlots, other: EventSlots) -> Iterable[float]:
    mine, theirs = one.interval, other.interval
    reports = min(abs((one.published - other.published).days), _FAR) if one.published and other.published else _UNKNOWN
    unplaced = (same_unplaced_day(one, other), days_agree(one, other) is False)
    if mine is None or theirs is None:
        return (False, _UNKNOWN, _UNKNOWN, _UNKNOWN, (mine is None) != (theirs is None), reports, *unplaced)
    longer, between = max(mine.days, theirs.days), days_between(mine, theirs)
    return (True, mine.overlaps(theirs), min(longer, _FAR), min(between, _FAR), False, reports, *unplaced)


def _figures(one: EventSlots, other: EventSlots) -> Iterable[float]:
    mine = {(value, unit) for value, unit, _ in one.quantities if unit}
    theirs = {(value, unit) for value, unit, _ in other.quantities if unit}
    counted = {unit for _, unit in mine} & {unit for _, unit in theirs}
    return (len(mine & theirs), bool(counted and not mine & theirs), ordinals_conflict(one, other))


def _factuality(one: EventSlots, other: EventSlots) -> Iterable[float]:
    return (
        one.factuality is other.factuality,
        (one.factuality in _NOT_YET) != (other.factuality in _NOT_YET),
        (one.factuality is Factuality.DENIED) != (other.factuality is Factuality.DENIED),
        one.background + other.background,
    )


def _wording(one: EventSlots, other: EventSlots) -> Iterable[float]:
    mine, theirs = sentence_of(one.context), sentence_of(other.context)
    shared = {word: mine.weights[word] for word in one.context & other.context}
    total, squares = sum(shared.values()), sum(each * each for each in shared.values())
    triggers = {trigger_stem(one.lemma), trigger_stem(other.lemma)}
    without = squares - sum(shared[word] ** 2 for word in triggers & shared.keys())
    lengths = mine.length * theirs.length
    inside = sorted((total / mine.total, total / theirs.total))
    return (
        squares / lengths,
        without / lengths,
        *inside,
        max(shared.values(), default=0.0),
        len(shared),
        min(len(one.context), len(other.context)),
    )


def _known(one: EventSlots, other: EventSlots, near: Nearness) -> Iterable[float]:
    """How much of each sentence the other's article knows, and what it does not know."""
    sides = ((sentence_of(one.context), near.theirs), (sentence_of(other.context), near.mine))
    missing = [[weight for word, weight in mine.weights.items() if word not in theirs] for mine, theirs in sides]
    known = sorted(1 - sum(weights) / mine.total for weights, (mine, _) in zip(missing, sides, strict=True))
    return (*known, *sorted(max(weights, default=0.0) for weights in missing))


def _article(one: EventSlots, other: EventSlots, near: Nearness) -> Iterable[float]:
    shared = one.company & other.company
    leads = (one.lead in other.company if one.lead else 0) + (other.lead in one.company if other.lead else 0)
    leads -= (not one.lead) + (not other.lead)
    return (near.likeness, *near.held, len(shared), _jaccard(one.company, other.company), leads)


def _shared(mine: frozenset[int] | frozenset[str], theirs: frozenset[int] | frozenset[str]) -> tuple[float, float]:
    """How many two sets share, and whether both hold something and share nothing."""
    shared = len(mine & theirs)
    return (shared, bool(mine and theirs and not shared))


def _overlap(mine: frozenset[str], theirs: frozenset[str]) -> tuple[float, float]:
    """The share of words in both, and whether both hold some and share none."""
    return (_jaccard(mine, theirs), bool(mine and theirs and not mine & theirs))


def _jaccard(mine: frozenset[int] | frozenset[str], theirs: frozenset[int] | frozenset[str]) -> float:
    union = len(mine | theirs)
    return len(mine & theirs) / union if union else 0.0


def pairs_between(mine: Sequence[EventSlots], theirs: Sequence[EventSlots]) -> Iterator[tuple[EventSlots, EventSlots]]:
    """The event mentions of two articles that are compared: of any two sentences those that may be of one event.

    Where there are none, the first of each are, so that every sentence is compared with every other.
    """
    their_sentences = _by_sentence(theirs)
    for here in _by_sentence(mine):
        for there in their_sentences:
            shared = shared_weight(here[0], there[0])
            comparable = [(one, other) for one in here for other in there if is_comparable(one, other, shared)]
            yield from comparable or [(here[0], there[0])]


def _by_sentence(slots: Sequence[EventSlots]) -> list[list[EventSlots]]:
    sentences: defaultdict[int, list[EventSlots]] = defaultdict(list)
    for each in slots:
        sentences[each.sentence].append(each)
    return list(sentences.values())


def is_comparable(one: EventSlots, other: EventSlots, shared: float) -> bool:
    """Whether two mentions may be of one event: the nearer their words, the less their sentences need to share.

    Args:
        one: An event mention.
        other: Another.
        shared: What the words weigh that stand in both their sentences.
    """
    if one.event_class == other.event_class and one.event_class != "statement":
        return True
    if trigger_stem(one.lemma) == trigger_stem(other.lemma) and one.event_class != "statement":
        return True
    if one.themes & other.themes and len(one.countries & other.countries) + len(one.actors & other.actors) >= PARTIES:
        return True
    akin = related_classes(one, other) or kinship(one.lemma, other.lemma) > 0
    return shared >= (_TELLING if akin else _TELLING_BY_ITSELF)


def shared_weight(one: EventSlots, other: EventSlots) -> float:
    weights = sentence_of(one.context).weights
    return round(math.fsum(weights[word] for word in one.context & other.context), 9)
