"""What the reader is told of how an article was read: by which engine, in which language, or that it could not be."""

from __future__ import annotations

from articles.model import Annotations
from articles.text import one_line
from tui.language_names import language_name

_PLAIN = "plain engine"
"""With which the name of the engine begins that has no language model."""
_ENGLISH = "en"


def engine_note(annotations: Annotations | None) -> str:
    """For the status line: that names were found by their spelling alone; empty where a model found them."""
    plain = annotations is not None and annotations.engine.startswith(_PLAIN)
    return "no language model: names by spelling" if plain else ""


def encoder_note(annotations: Annotations | None) -> str:
    """For the status line: that a sentence encoder told what the events mean; empty where none did."""
    return "sentence encoder" if annotations is not None and annotations.encoder else ""


def language_note(annotations: Annotations | None) -> str:
    """For the line below the title: `German: names only`; empty for English, which is read in full."""
    if annotations is None or annotations.language == _ENGLISH:
        return ""
    return f"{language_name(annotations.language)}: names only"


def failure_note(reason: str, title: str, key: str) -> str:
    """For the line below the title: why nothing is highlighted, and how to try again; empty where nothing failed.

    Args:
        reason: Why the engine failed on the article, in a sentence that begins with its title.
        title: The title.
        key: What tries again.
    """
    if not reason:
        return ""
    why = one_line(reason).removeprefix(f"{one_line(title, 80)}: ").removesuffix(".")
    return f"nothing is highlighted: {why} · {key} tries again"
