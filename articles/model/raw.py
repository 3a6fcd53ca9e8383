"""The bytes of a source as they came."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SourceFormat(StrEnum):
    """How the bytes of a raw document are to be read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    FEED_ITEM = "feed item"
    """One item of a feed, as JSON in the form that JSON Feed has for items."""
    MHTML = "mhtml"
    """A web page with its pictures in one file, as browsers save it."""


@dataclass(frozen=True, slots=True)
class RawDocument:
    """The bytes as they came, kept for ever, so that cleaning can be run again."""

    content: bytes
    origin: str
    """Where they came from: an absolute path, an address, or `-` for standard input."""
    format: SourceFormat
    retrieved_at: datetime
    """Aware UTC."""
    charset: str = ""
    """The encoding as the server named it; empty where none did."""

    @property
    def digest(self) -> str:
        """SHA-256 of the content, in hexadecimal: what makes two raw documents the same."""
        return hashlib.sha256(self.content).hexdigest()
