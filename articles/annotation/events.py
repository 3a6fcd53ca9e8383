"""Event mentions: triggers with their participants, place, time, figures, factuality and speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articles.annotation.arguments import NameIndex, participants, party_heads, themes
from articles.annotation.attribution import speaker
from articles.annotation.background import is_frame, is_generic, is_habit
from articles.annotation.circumstances import Circumstances
from articles.annotation.factuality import carries_noun, factuality, in_adjunct, is_missed
from articles.annotation.parse import ParsedBlock, Token
from articles.annotation.quotations import Voices
from articles.annotation.times.tense import Tense, tense_at
from articles.annotation.triggers import Trigger, find_triggers
from articles.lexicon import event_lexicon
from articles.model import (
    Entity,
    EntityKind,
    EventMention,
    Factuality,
    Mention,
    Published,
    Sentence,
    TimeExpression,
)
from articles.text import fold

_NAME_KINDS = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.PRODUCT})
_FEWEST_WORDS = 5
"""Words from which a block that stands twice is taken for one printed twice."""


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
    """One block with its names and triggers."""

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
        timed = timed_tokens(block, times)
        self.triggers = find_triggers(block, named_tokens(block, entities, mentions), timed)
        self.circumstances = Circumstances(block, self.triggers, self.names, times, timed)

    def event_mentions(self, sentences: Sequence[Sentence], published: Published) -> list[EventMention]:
        """The event mentions of this block."""
        here = [each for each in enumerate(sentences) if each[1].block == self.block.block]
        return [self._event_mention(trigger, here, published) for trigger in self.triggers]

    def _is_told_as_past(self, trigger: Trigger) -> bool:
        """Whether a verb stands in a past tense: then no date makes it a plan."""
        token = trigger.token
        return not trigger.is_noun and tense_at(self.block, token.start, token.end) is Tense.PAST

    def _event_mention(
        self, trigger: Trigger, sentences: Sequence[tuple[int, Sentence]], published: Published
    ) -> EventMention:
        token = trigger.token
        time = self.circumstances.time(trigger)
        status = factuality(self.block, token)
        carried = trigger.clause is not None and carries_noun(trigger.clause) and not in_adjunct(self.block, token)
        if status is Factuality.ASSERTED and trigger.clause is not None and carried:
            missed = is_missed(self.block, token, trigger.clause)
            above = factuality(self.block, trigger.clause)
            status = status if missed and above is Factuality.DENIED else above
        is_to_come = time >= 0 and _lies_after(self.times[time], published) and not self._is_told_as_past(trigger)
        if status is Factuality.ASSERTED and is_to_come:
            status = Factuality.PLANNED
        is_background = is_frame(self.block, token) or is_habit(self.block, token) or is_generic(self.block, token)
        if is_background and status is Factuality.PLANNED and time >= 0 and _lies_before(self.times[time], published):
            status = Factuality.ASSERTED
        heads = party_heads(self.block, trigger)
        return EventMention(
            block=self.block.block,
            start=token.start,
            end=token.end,
            sentence=_sentence_at(sentences, token),
            lemma=trigger.lemma,
            event_class=trigger.event_class,
            participants=participants(self.block, trigger, heads, self.names),
            place=self.circumstances.place(trigger),
            time=time,
            factuality=status,
            speaker=self._speaker(token),
            themes=_telling(themes(self.block, trigger, heads, self.names)),
            quantities=self.circumstances.quantities(trigger),
            is_noun=trigger.is_noun,
            is_faint=trigger.is_faint,
            indefinite=trigger.is_noun and _is_indefinite(self.block, token),
            background=is_background,
        )

    def _speaker(self, token: Token) -> str:
        said_by = self.voices.named(self.block, speaker(self.block, token))
        return said_by or self.voices.quoted(self.block, token)


def _telling(nouns: Sequence[str]) -> tuple[str, ...]:
    """The themes of nouns, those left out that would fit any event."""
    lexicon = event_lexicon()
    return tuple(dict.fromkeys(lexicon.theme(noun) for noun in nouns if noun not in lexicon.empty_themes))


def _is_indefinite(block: ParsedBlock, noun: Token) -> bool:
    return any(child.text.lower() in ("a", "an", "another", "new") for child in block.children[noun.index])


def _lies_after(time: TimeExpression, published: Published) -> bool:
    return time.interval is not None and published.day is not None and time.interval.first > published.day


def _lies_before(time: TimeExpression, published: Published) -> bool:
    return time.interval is not None and published.day is not None and time.interval.last < published.day


def _sentence_at(sentences: Sequence[tuple[int, Sentence]], token: Token) -> int:
    """The position of the sentence of a block that a token begins in; of its first where spaces lie between them."""
    here = (position for position, sentence in sentences if sentence.start <= token.start < sentence.end)
    return next(here, sentences[0][0] if sentences else 0)
