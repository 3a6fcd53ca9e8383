"""The article of a page, completed by what the feed that led there said of it."""

from __future__ import annotations

from dataclasses import replace

from articles.model import Article


def completed(page: Article, known: Article) -> Article:
    """The article of a page, with what the page does not say of it taken from what is known: its author, its date.

    Args:
        page: What the page holds.
        known: The item of the feed, or an earlier version of the page.
    """
    return replace(
        page,
        title=page.title or known.title,
        byline=page.byline or known.byline,
        outlet=page.outlet or known.outlet,
        published=page.published if page.published.day else known.published,
        address=page.address or known.address,
        language=page.language or known.language,
    )
