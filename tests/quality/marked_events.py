"""Event mentions at the words that a corpus marks, read as the program reads those that it finds itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import Enum
from typing import Any

from articles.annotation.circumstances import Circumstances
from articles.annotation.events import _BlockReading, timed_tokens
from articles.annotation.parse import ParsedBlock, Token
from articles.annotation.quotations import Voices
from articles.annotation.triggers import Trigger, noun_lemma
from articles.lexicon import event_lexicon
from articles.model import Annotations, EventMention, TimeExpression


class Mentions(Enum):
    """Which event mentions are read."""

    FOUND = "found"
    """Those that the program finds."""
    MARKED = "marked"
    """Those that the corpus marks; in sentences that it does not label, those that the program finds."""
    BOTH = "both"


def marked_heads(record: Mapping[str, Any], blocks: Sequence[ParsedBlock]) -> dict[int, list[Token]]:
    """The head words of the marked mentions of labelled sentences, by sentence."""
    by_number = {block.block: block for block in blocks}
    heads: dict[int, list[Token]] = {}
    for sentence in record["annotated"]:
        start, end = record["sentences"][sentence]
        marked = (each for each in record["events"] if start <= each["start"] < end)
        found = (by_number[sentence].head_of(each["start"] - start, each["end"] - start) for each in marked)
        heads[sentence] = [token for token in found if token is not None]
    return heads


def with_marked(
    annotations: Annotations, blocks: Sequence[ParsedBlock], heads: Mapping[int, Sequence[Token]], mentions: Mentions
) -> Annotations:
    """The annotations with event mentions at marked words, instead of those that were found or beside them."""
    if mentions is Mentions.FOUND:
        return annotations
    voices = Voices(blocks, annotations.entities, annotations.mentions)
    events: list[EventMention] = []
    for block in blocks:
        reading = _MarkedReading(block, annotations.entities, annotations.mentions, annotations.times, voices)
        if block.block in heads:
            reading.mark(heads[block.block], annotations.times, keeps_others=mentions is Mentions.BOTH)
        events.extend(reading.event_mentions(annotations.sentences, annotations.published))
    return replace(annotations, events=tuple(events))


class _MarkedReading(_BlockReading):
    """A block in which some words are triggers because somebody marked them."""

    def mark(self, heads: Sequence[Token], times: Sequence[TimeExpression], *, keeps_others: bool) -> None:
        """Make triggers of the marked words."""
        found = {trigger.token.index: trigger for trigger in self.triggers}
        marked = {
            head.index: replace(found[head.index], is_faint=False) if head.index in found else _trigger(head)
            for head in heads
        }
        chosen = {**found, **marked} if keeps_others else marked
        self.triggers = tuple(sorted(chosen.values(), key=lambda trigger: trigger.token.index))
        timed = timed_tokens(self.block, times)
        self.circumstances = Circumstances(self.block, self.triggers, self.names, times, timed)


def _trigger(head: Token) -> Trigger:
    lexicon = event_lexicon()
    if head.pos in ("NOUN", "PROPN"):
        lemma = noun_lemma(head)
        return Trigger(head, lemma, lexicon.nouns.get(lemma, lexicon.verbs.get(lemma, lemma)))
    lemma = head.lemma.lower()
    return Trigger(head, lemma, lexicon.verbs.get(lemma, lexicon.nouns.get(lemma, lemma)))
