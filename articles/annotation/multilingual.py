"""The blocks of an article, each read by what can read its language: the engine, or else by pattern, without names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from articles.annotation.engine import ANY_LANGUAGE, Engine
from articles.annotation.languages import languages_of
from articles.annotation.parse import ParsedBlock
from articles.annotation.plain_engine import PlainEngine


def read_blocks(texts: Sequence[tuple[int, str]], engine: Engine, stated: str = "") -> tuple[ParsedBlock, ...]:
    """Reads the blocks of an article, given as (block number, text), and says of each which language it is in.

    A model that knows another language finds names in everything, so a block that it cannot read is only split into
    sentences and words.

    Raises:
        AnnotationError: The engine failed on this text.
    """
    languages = languages_of([text for _, text in texts], stated)
    readable = [language == engine.language or engine.language == ANY_LANGUAGE for language in languages]
    own = iter(engine.parse([text for text, reads in zip(texts, readable, strict=True) if reads]))
    foreign = iter(PlainEngine().parse([text for text, reads in zip(texts, readable, strict=True) if not reads]))
    return tuple(
        replace(next(own), language=language) if reads else replace(next(foreign), names=(), language=language)
        for language, reads in zip(languages, readable, strict=True)
    )
