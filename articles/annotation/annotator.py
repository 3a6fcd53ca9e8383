"""From an article to its annotations: parse, times, date, names, events. Pure but for the models it is given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from articles.annotation.engine import Engine
from articles.annotation.events import find_events
from articles.annotation.languages import ENGLISH, main_language
from articles.annotation.multilingual import read_blocks
from articles.annotation.names import find_names
from articles.annotation.parse import ParsedBlock
from articles.annotation.publication import infer_publication
from articles.annotation.times import find_times
from articles.model import TITLE_BLOCK, Annotations, Article, Sentence

if TYPE_CHECKING:
    from articles.annotation.encoder import Encoder


def annotate(article: Article, engine: Engine, encoder: Encoder | None = None) -> Annotations:
    """All that is found in one article; what its events mean only with a sentence encoder.

    Times and events are read in its English parts alone, names in the others only where they are sure. Where a
    date is inferred from them, the times are read once more, from that date.

    Raises:
        AnnotationError: The engine failed on this text.
    """
    texts = [(TITLE_BLOCK, article.title), *enumerate(block.text for block in article.blocks)]
    blocks = read_blocks([(number, text) for number, text in texts if text], engine, article.language)
    english = [block for block in blocks if block.language == ENGLISH]
    times = find_times(english, article.published)
    published = infer_publication(english, article.published, times)
    if published != article.published:
        times = find_times(english, published)
    names = find_names(blocks, times)
    sentences = _sentences(blocks)
    told = [block for block in english if block.block != TITLE_BLOCK]
    events = find_events(told, sentences, names.entities, names.mentions, times, published)
    return Annotations(
        engine=engine.name,
        language=main_language([block.text for block in blocks], [block.language for block in blocks]),
        published=published,
        sentences=sentences,
        entities=names.entities,
        mentions=names.mentions,
        times=times,
        events=events if encoder is None else encoder.encode(told, sentences, events),
        encoder="" if encoder is None else encoder.name,
    )


def _sentences(blocks: Sequence[ParsedBlock]) -> tuple[Sentence, ...]:
    return tuple(Sentence(block.block, start, end) for block in blocks for start, end in block.sentences)
