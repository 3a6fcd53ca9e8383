"""Addresses of articles, fit to be handed on: of the web, without a password, and in one piece."""

from __future__ import annotations

import re

from articles.sources.addresses import without_credentials

_WHOLE = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)


def public_address(address: str) -> str:
    """The address without name and password; empty where it is none of the web, or has signs that none may have."""
    bare = without_credentials(address.strip())
    return bare if _WHOLE.fullmatch(bare) else ""


def identifier(article: int, address: str = "") -> str:
    """What names an article anywhere: its address, else a name of its own from its number in the library."""
    return public_address(address) or f"urn:broadsheet:article:{article}"
