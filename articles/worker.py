"""What runs in the worker process: cleaning and annotation. Nothing here raises; a text that fails is refused."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from articles.errors import AnnotationError, BroadsheetError
from articles.model import Annotations, Article, RawDocument
from articles.text import one_line

if TYPE_CHECKING:
    from articles.annotation.encoder import Encoder
    from articles.annotation.engine import Engine


@dataclass(frozen=True, slots=True)
class Refusal:
    """A text that could not be cleaned or annotated, with the reason in one line."""

    reason: str
    is_final: bool = False
    """Whether every other text would be refused for the same reason: there is no engine."""
    is_death: bool = False
    """Whether the process died of the text."""


def clean_document(raw: RawDocument) -> Article | Refusal:
    """The article in a raw document."""
    try:
        from articles.cleaning import clean

        return clean(raw)
    except BroadsheetError as error:
        return Refusal(str(error))
    except Exception as error:
        return Refusal(f"{raw.origin}: no article could be made of it ({_named(error)}).")


def encoder_trouble() -> str:
    """Why the sentence encoder cannot be used though it is there, in one line; else it is loaded by this.

    An engine that cannot be loaded is no trouble of the encoder's; the first article tells of it.
    """
    try:
        _engine()
    except AnnotationError:
        return ""
    try:
        _encoder()
    except AnnotationError as error:
        return str(error)
    return ""


def annotate_article(article: Article, *, uses_encoder: bool = True) -> Annotations | Refusal:
    """What is found in an article, by the engine and the encoder, which are loaded for the first one.

    Args:
        article: The article.
        uses_encoder: Whether what its events mean is told too, where there is an encoder.
    """
    try:
        engine = _engine()
        encoder = _encoder() if uses_encoder else None
    except AnnotationError as error:
        return Refusal(str(error), is_final=True)
    return annotated(article, engine, encoder)


def annotated(article: Article, engine: Engine, encoder: Encoder | None = None) -> Annotations | Refusal:
    """What engine and encoder find in an article."""
    try:
        from articles.annotation.annotator import annotate

        return annotate(article, engine, encoder)
    except BroadsheetError as error:
        return Refusal(str(error))
    except Exception as error:
        return Refusal(f"{one_line(article.title, 80)}: the language engine failed on it ({_named(error)}).")


@cache
def _engine() -> Engine:
    from articles.annotation.engine import load_engine

    return load_engine()


@cache
def _encoder() -> Encoder | None:
    """The encoder; none beside an engine without a model, which finds no events."""
    from articles.annotation.encoder import load_encoder
    from articles.annotation.plain_engine import PlainEngine

    return None if isinstance(_engine(), PlainEngine) else load_encoder()


def _named(error: Exception) -> str:
    return one_line(f"{type(error).__name__}: {error}", 200).removesuffix(":")
