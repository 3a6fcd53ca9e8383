"""Raw document to article: the text without the web page around it, every dropped line with its reason."""

from __future__ import annotations

from articles.cleaning.cleaner import clean

__all__ = ["clean"]
