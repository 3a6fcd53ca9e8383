"""A few words that name an event: `parade, Pyongyang, 27 July 2023`."""

from __future__ import annotations

import re
from datetime import timedelta

from articles.lexicon import event_lexicon
from articles.model import EventSlots, Interval

_YEAR = 365
_SHORT = re.compile(r"[^aeiou]*[aeiou][bcdfgklmnprstvz]")
"""Verbs of one syllable that double their last letter: run, set."""
_DOUBLING = frozenset(
    "abet abhor admit begin commit compel concur confer control defer deter emit equip excel expel forbid forget"
    " handicap incur infer kidnap occur offset omit outbid outrun overlap overrun patrol permit prefer program propel"
    " rebel recur refer regret remit repel reset submit transfer transmit unplug upset worship".split()
)
"""Longer verbs that do so too, mostly since their last syllable is stressed."""


def event_label(slots: EventSlots) -> str:
    """What happened, where (or else who took part), and when, as far as the mention says."""
    names = dict(slots.actor_names)
    places = [name for entity, name in slots.actor_names if entity in slots.places]
    parties = [entity for entity in names if entity not in slots.places]
    by_weight = sorted(parties, key=lambda entity: (entity not in slots.actors, entity not in slots.agents))
    actors = [names[entity] for entity in by_weight]
    parts = [_happening(slots), places[0] if places else ", ".join(actors[:2])]
    if slots.interval is not None and slots.dated_by_text:
        parts.append(days_in_words(slots.interval))
    return ", ".join(part for part in parts if part)


def _happening(slots: EventSlots) -> str:
    """The noun for what happened: the mention's own, else that of its class, else its verb as one: "opening"."""
    lexicon = event_lexicon()
    if slots.is_noun or slots.lemma in lexicon.nouns:
        return slots.lemma
    if slots.lemma not in lexicon.broad and slots.event_class in lexicon.names:
        return lexicon.names[slots.event_class]
    return _gerund(slots.lemma)


def _gerund(verb: str) -> str:
    first, _, rest = verb.partition(" ")
    if first.endswith("ie"):
        stem = f"{first[:-2]}y"
    elif first.endswith("e") and not first.endswith(("ee", "ye", "oe")):
        stem = first[:-1]
    elif _SHORT.fullmatch(first) or first in _DOUBLING:
        stem = first + first[-1]
    else:
        stem = first
    return f"{stem}ing {rest}".strip()


def detail(slots: EventSlots) -> int:
    """How exactly a mention names its event: a date of its own counts most, then a place, then who took part."""
    score = 4 * bool(slots.places) + 2 * bool(slots.actors) + (not slots.background)
    if slots.interval is None or not slots.dated_by_text:
        return score
    return score + (24 if slots.interval.days == 1 else 16 if slots.interval.days <= 31 else 8)


def days_in_words(interval: Interval) -> str:
    """The days as a reader would write them: `27 July 2023`, `4-10 March 2024`, `July 2023`, `2023`, `1950-1953`."""
    first, last = interval.first, interval.last
    if first == last:
        return f"{first.day} {first:%B %Y}"
    if interval.days >= _YEAR:
        return f"{first.year}" if first.year == last.year else f"{first.year}-{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        is_whole_month = first.day == 1 and (last + timedelta(days=1)).month != last.month
        return f"{first:%B %Y}" if is_whole_month else f"{first.day}-{last.day} {first:%B %Y}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first.day} {first:%B}{year} - {last.day} {last:%B %Y}"
