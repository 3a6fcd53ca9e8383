"""Names of people, places, organisations and things: found, given a kind, and joined within an article."""

from articles.annotation.names.finder import Names, find_names

__all__ = ["Names", "find_names"]
