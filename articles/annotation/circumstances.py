"""When and where each event of a block is, and with what figures: which trigger a time, place or number belongs to."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from articles.annotation.arguments import NameIndex
from articles.annotation.background import is_frame
from articles.annotation.figures import figures
from articles.annotation.parse import ParsedBlock, Token
from articles.annotation.triggers import Trigger, by_token, governing_trigger
from articles.model import Quantity, TimeExpression

_PLACE_PREPOSITIONS = frozenset("in at near on outside over across off inside throughout around".split())
_AIMED = frozenset("attack fight shoot sanction ban blockade investigate condemn".split())
"""Classes of events that have a target: "the attack on", "sanctions on"."""
_BOUNDS = frozenset("since until till before after by".split())


class Circumstances:
    """The times, places and figures of one block, by the trigger that each belongs to."""

    def __init__(
        self,
        block: ParsedBlock,
        triggers: Sequence[Trigger],
        names: NameIndex,
        times: Sequence[TimeExpression],
        timed: frozenset[int],
    ) -> None:
        """Sorts what a block tells to its triggers.

        Args:
            block: The block.
            triggers: Its triggers.
            names: Its names.
            times: The time expressions of the article.
            timed: Indexes of the tokens of the block that belong to them.
        """
        self.block = block
        self.times = times
        self.known = [trigger for trigger in triggers if not trigger.is_faint]
        self.speaking_for = by_token(self.known)
        self.hinting_at = by_token(triggers)
        self.time_of = self._times_by_trigger()
        self.place_of = self._places_by_trigger(names)
        self.figures_of = self._figures_by_trigger(timed)

    def time(self, trigger: Trigger) -> int:
        """The position of the time expression that dates an event; -1 for none."""
        return self._shared(trigger, self.time_of)

    def place(self, trigger: Trigger) -> int:
        """The position of the mention that names where it is; -1 for none."""
        return self._shared(trigger, self.place_of)

    def quantities(self, trigger: Trigger) -> tuple[Quantity, ...]:
        """The figures of a trigger, and for a noun those of the verb in whose clause it stands."""
        own = self.figures_of.get(trigger.token.index, ())
        if trigger.clause is None or trigger.clause in trigger.light or not self._may_share(trigger, trigger.clause):
            return own
        return tuple(dict.fromkeys((*own, *self.figures_of.get(trigger.clause.index, ()))))

    def _shared(self, trigger: Trigger, table: Mapping[int, int]) -> int:
        """What a table gives for a trigger, or for the verb in whose clause its noun stands; -1 for nothing."""
        own = table.get(trigger.token.index)
        if own is not None:
            return own
        if trigger.clause is not None:
            return table.get(trigger.clause.index, -1) if self._may_share(trigger, trigger.clause) else -1
        if trigger.token.dep in ("relcl", "acl"):
            described = self._described(self.block.tokens[trigger.token.head])
            if described is not None and described.token.index in table:
                return table[described.token.index]
        set_in = (each for each in self.known if each.clause and each.clause.index == trigger.token.index)
        return next((table[each.token.index] for each in set_in if each.token.index in table), -1)

    def _may_share(self, trigger: Trigger, clause: Token) -> bool:
        """Whether what belongs to the verb of a clause is told of its noun too; a faint verb lends nothing."""
        return trigger.is_faint or clause.index in self.speaking_for

    def _described(self, noun: Token) -> Trigger | None:
        """The event that a relative clause describes, whatever nouns lie between: "the flood of May, which killed"."""
        phrase = itertools.takewhile(lambda token: token.pos != "VERB", (noun, *self.block.ancestors(noun)))
        return next((self.speaking_for[token.index] for token in phrase if token.index in self.speaking_for), None)

    def _times_by_trigger(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for position, time in enumerate(self.times):
            if time.block != self.block.block:
                continue
            head = self.block.head_of(time.start, time.end)
            for trigger in self._owners(head):
                standing = found.get(trigger.token.index)
                bounds = head is None or self._only_bounds(head, trigger)
                if not bounds and (standing is None or _is_finer(time, self.times[standing])):
                    found[trigger.token.index] = position
        return found

    def _only_bounds(self, time: Token, trigger: Trigger) -> bool:
        """Whether a time only says since, until, before or after when something holds."""
        between = (time, *self.block.ancestors(time))
        spoken = {token.index for token in (trigger.token, *trigger.light)}
        path = itertools.takewhile(lambda token: token.index not in spoken, between)
        return any(token.lemma.lower() in _BOUNDS for token in path)

    def _places_by_trigger(self, names: NameIndex) -> dict[int, int]:
        """Where each event is; what it is aimed at tells that too where no other place is named."""
        found: dict[int, int] = {}
        aimed_at: dict[int, int] = {}
        for index, position in names.by_token.items():
            token = self.block.tokens[index]
            preposition = self.block.tokens[token.head]
            if position not in names.places or token.dep != "pobj":
                continue
            if preposition.lemma.lower() not in _PLACE_PREPOSITIONS:
                continue
            for trigger in self._owners(preposition):
                table = aimed_at if _is_aimed(trigger, preposition) else found
                table.setdefault(trigger.token.index, position)
        return aimed_at | found

    def _figures_by_trigger(self, timed: frozenset[int]) -> dict[int, tuple[Quantity, ...]]:
        found: dict[int, tuple[Quantity, ...]] = {}
        for governor, quantity in figures(self.block, timed):
            for trigger in self._owners(governor):
                if is_frame(self.block, trigger.token):
                    trigger = self._framed(trigger) or trigger
                standing = found.get(trigger.token.index, ())
                found[trigger.token.index] = standing if quantity in standing else (*standing, quantity)
        return found

    def _framed(self, frame: Trigger) -> Trigger | None:
        """The event whose occasion a frame tells: the parade of "a parade to mark the 70th anniversary"."""
        above = (self.speaking_for.get(token.index) for token in self.block.ancestors(frame.token))
        return next((each for each in above if each is not None and not is_frame(self.block, each.token)), None)

    def _owners(self, token: Token | None) -> tuple[Trigger, ...]:
        """The triggers that a token belongs to: the nearest that the lexicon knows, and a fainter one before it."""
        if token is None:
            return ()
        known = governing_trigger(self.block, token, self.speaking_for)
        nearest = governing_trigger(self.block, token, self.hinting_at)
        return tuple(trigger for trigger in (known, nearest if nearest is not known else None) if trigger is not None)


def _is_finer(time: TimeExpression, other: TimeExpression) -> bool:
    """Whether a time expression places an event more closely than another does."""
    if time.interval is None or other.interval is None:
        return time.interval is not None
    return time.interval.days < other.interval.days


def _is_aimed(trigger: Trigger, preposition: Token) -> bool:
    """Whether a preposition under an event noun tells at whom it is aimed, not where it is: "the attack on Norway"."""
    return (
        trigger.is_noun
        and preposition.head == trigger.token.index
        and preposition.lemma.lower() == "on"
        and trigger.event_class in _AIMED
    )
