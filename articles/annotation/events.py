"""Event mentions: triggers with their participants, place, time, figures, factuality and speaker."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from articles.annotation.arguments import NameIndex, participants, themes
from articles.annotation.attribution import speaker
from articles.annotation.factuality import carries_noun, factuality, in_adjunct, is_frame, is_habit
from articles.annotation.figures import figures
from articles.annotation.parse import ParsedBlock, Token
from articles.annotation.quotations import Voices
from articles.annotation.triggers import Trigger, by_token, find_triggers, governing_trigger
from articles.lexicon import event_lexicon
from articles.model import (
    Entity,
    EntityKind,
    EventMention,
    Factuality,
    Mention,
    Published,
    Quantity,
    Sentence,
    TimeExpression,
)
from articles.text import fold

_NAME_KINDS = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.PRODUCT})
_PLACE_PREPOSITIONS = frozenset("in at near on outside over across off inside throughout around".split())

_FEWEST_WORDS = 5
"""Words from which a block that stands twice is taken for one printed twice."""
_BOUNDS = frozenset("since until till before after by".split())


def find_events(
    blocks: Sequence[ParsedBlock],
    sentences: Sequence[Sentence],
    entities: Sequence[Entity],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    published: Published,
) -> tuple[EventMention, ...]:
    """The event mentions of an article in order of text.

    Args:
        blocks: The blocks as parsed, the title first where it is given.
        sentences: The sentences of these blocks.
        entities: What the article names.
        mentions: Where it names them; participants and places refer to these by position.
        times: Its time expressions; an event's time refers to these by position.
        published: When the article appeared; what lies after it is planned.
    """
    found: list[EventMention] = []
    voices = Voices(blocks, entities, mentions)
    for block in _unrepeated(blocks):
        reading = _BlockReading(block, entities, mentions, times, voices)
        found.extend(reading.event_mentions(sentences, published))
    return tuple(found)


def _unrepeated(blocks: Sequence[ParsedBlock]) -> Iterator[ParsedBlock]:
    """The blocks without those that say again, word for word, what an earlier one said: a caption printed twice."""
    seen: set[str] = set()
    for block in blocks:
        words = fold(block.text)
        if words.count(" ") < _FEWEST_WORDS or words not in seen:
            yield block
        seen.add(words)


def named_tokens(block: ParsedBlock, entities: Sequence[Entity], mentions: Sequence[Mention]) -> frozenset[int]:
    """Indexes of the tokens of a block that belong to names of people, organisations, places and products."""
    return frozenset(
        token.index
        for mention in mentions
        if mention.block == block.block and entities[mention.entity].kind in _NAME_KINDS
        for token in block.tokens_in(mention.start, mention.end)
    )


def timed_tokens(block: ParsedBlock, times: Sequence[TimeExpression]) -> frozenset[int]:
    """Indexes of the tokens of a block that belong to time expressions."""
    return frozenset(
        token.index for time in times if time.block == block.block for token in block.tokens_in(time.start, time.end)
    )


class _BlockReading:
    """One block with its triggers, and the names, times and figures that fall to each of them."""

    def __init__(
        self,
        block: ParsedBlock,
        entities: Sequence[Entity],
        mentions: Sequence[Mention],
        times: Sequence[TimeExpression],
        voices: Voices,
    ) -> None:
        self.block = block
        self.voices = voices
        self.times = times
        here = [(position, mention) for position, mention in enumerate(mentions) if mention.block == block.block]
        kinds = {position: entities[mention.entity].kind for position, mention in here}
        by_position = {
            token.index: position for position, mention in here for token in block.tokens_in(mention.start, mention.end)
        }
        self.names = NameIndex(
            by_token=by_position,
            places=frozenset(position for position, kind in kinds.items() if kind is EntityKind.PLACE),
        )
        self.timed = timed_tokens(block, times)
        self.triggers = find_triggers(block, named_tokens(block, entities, mentions), self.timed)
        self.speaking_for = by_token([trigger for trigger in self.triggers if not trigger.is_faint])
        self.hinting_at = by_token(self.triggers)
        self.time_of = self._times_by_trigger()
        self.place_of = self._places_by_trigger()
        self.figures_of = self._figures_by_trigger()

    def event_mentions(self, sentences: Sequence[Sentence], published: Published) -> list[EventMention]:
        """The event mentions of this block."""
        return [self._event_mention(trigger, sentences, published) for trigger in self.triggers]

    def _event_mention(self, trigger: Trigger, sentences: Sequence[Sentence], published: Published) -> EventMention:
        token = trigger.token
        time = self._shared(trigger, self.time_of)
        status = factuality(self.block, token)
        carried = trigger.clause is not None and carries_noun(trigger.clause) and not in_adjunct(self.block, token)
        if status is Factuality.ASSERTED and trigger.clause is not None and carried:
            status = factuality(self.block, trigger.clause)
        if status is Factuality.ASSERTED and time >= 0 and _lies_after(self.times[time], published):
            status = Factuality.PLANNED
        return EventMention(
            block=self.block.block,
            start=token.start,
            end=token.end,
            sentence=_sentence_at(sentences, self.block.block, token),
            lemma=trigger.lemma,
            event_class=trigger.event_class,
            participants=participants(self.block, trigger, self.names),
            place=self._shared(trigger, self.place_of),
            time=time,
            factuality=status,
            speaker=self._speaker(token),
            themes=_telling(themes(self.block, trigger, self.names)),
            quantities=self._quantities(trigger),
            is_noun=trigger.is_noun,
            is_faint=trigger.is_faint,
            indefinite=trigger.is_noun and _is_indefinite(self.block, token),
            background=is_frame(self.block, token) or is_habit(self.block, token),
        )

    def _speaker(self, token: Token) -> str:
        said_by = self.voices.named(self.block, speaker(self.block, token))
        return said_by or self.voices.quoted(self.block, token)

    def _shared(self, trigger: Trigger, table: Mapping[int, int]) -> int:
        """What a table gives for a trigger, or for the verb in whose clause its noun stands; -1 for nothing."""
        own = table.get(trigger.token.index)
        if own is not None:
            return own
        if trigger.clause is not None:
            return table.get(trigger.clause.index, -1)
        if trigger.token.dep in ("relcl", "acl"):
            described = self._described(self.block.tokens[trigger.token.head])
            if described is not None and described.token.index in table:
                return table[described.token.index]
        set_in = (each for each in self.triggers if each.clause and each.clause.index == trigger.token.index)
        return next((table[each.token.index] for each in set_in if each.token.index in table), -1)

    def _described(self, noun: Token) -> Trigger | None:
        """The event that a relative clause describes, whatever nouns lie between: "the flood of May, which killed"."""
        phrase = itertools.takewhile(lambda token: token.pos != "VERB", (noun, *self.block.ancestors(noun)))
        return next((self.speaking_for[token.index] for token in phrase if token.index in self.speaking_for), None)

    def _quantities(self, trigger: Trigger) -> tuple[Quantity, ...]:
        """The figures of a trigger, and for a noun those of the verb in whose clause it stands."""
        own = self.figures_of.get(trigger.token.index, ())
        if trigger.clause is None or trigger.clause in trigger.light:
            return own
        return tuple(dict.fromkeys((*own, *self.figures_of.get(trigger.clause.index, ()))))

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

    def _places_by_trigger(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for index, position in self.names.by_token.items():
            token = self.block.tokens[index]
            preposition = self.block.tokens[token.head]
            if position not in self.names.places or token.dep != "pobj":
                continue
            if preposition.lemma.lower() not in _PLACE_PREPOSITIONS:
                continue
            for trigger in self._owners(preposition):
                found.setdefault(trigger.token.index, position)
        return found

    def _figures_by_trigger(self) -> dict[int, tuple[Quantity, ...]]:
        found: dict[int, tuple[Quantity, ...]] = {}
        for governor, quantity in figures(self.block, self.timed):
            for trigger in self._owners(governor):
                if is_frame(self.block, trigger.token):
                    trigger = self._framed(trigger) or trigger
                found[trigger.token.index] = (*found.get(trigger.token.index, ()), quantity)
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


def _telling(nouns: Sequence[str]) -> tuple[str, ...]:
    """The themes of nouns, those left out that would fit any event."""
    lexicon = event_lexicon()
    return tuple(dict.fromkeys(lexicon.theme(noun) for noun in nouns if noun not in lexicon.empty_themes))


def _is_indefinite(block: ParsedBlock, noun: Token) -> bool:
    return any(child.text.lower() in ("a", "an", "another", "new") for child in block.children[noun.index])


def _is_finer(time: TimeExpression, other: TimeExpression) -> bool:
    """Whether a time expression places an event more closely than another does."""
    if time.interval is None or other.interval is None:
        return time.interval is not None
    return time.interval.days < other.interval.days


def _lies_after(time: TimeExpression, published: Published) -> bool:
    return time.interval is not None and published.day is not None and time.interval.first > published.day


def _sentence_at(sentences: Sequence[Sentence], block: int, token: Token) -> int:
    for position, sentence in enumerate(sentences):
        if sentence.block == block and sentence.start <= token.start < sentence.end:
            return position
    return next((position for position, sentence in enumerate(sentences) if sentence.block == block), 0)
