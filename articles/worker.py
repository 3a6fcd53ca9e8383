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


def annotate_article(article: Article) -> Annotations | Refusal:
    """What is found in an article, by the engine and the encoder, which are loaded for the first one."""
    try:
        engine = _engine()
    except AnnotationError as error:
        return Refusal(str(error), is_final=True)
    encoder, _ = _encoder()
    return annotated(article, engine, encoder)


def encoder_trouble() -> str:
    """Why articles are annotated without the sentence encoder though it is there, in one line; else empty."""
    _, trouble = _encoder()
    return trouble


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
def _encoder() -> tuple[Encoder | None, str]:
    """The encoder, or why there is none though one is installed.

    Beside an engine without a model none is loaded, for there are no events then.
    """
    from articles.annotation.encoder import load_encoder
    from articles.annotation.plain_engine import PlainEngine

    if isinstance(_engine(), PlainEngine):
        return None, ""
    try:
        return load_encoder(), ""
    except AnnotationError as error:
        return None, str(error)


def _named(error: Exception) -> str:
    return one_line(f"{type(error).__name__}: {error}", 200).removesuffix(":")
