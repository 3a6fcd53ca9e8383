"""What a feed knows of an article completes its page, and never gainsays it."""

from __future__ import annotations

from datetime import date

from articles.cleaning.completing import completed
from articles.model import Article, Basis, Block, BlockKind, Published

TEXT = (Block(BlockKind.PARAGRAPH, "All of it."),)
ITEM = Article(
    "Bridge opens",
    (Block(BlockKind.PARAGRAPH, "Short."),),
    "Ana Lee",
    "Courier",
    Published(date(2024, 3, 3), basis=Basis.STATED),
    "https://example.org/bridge",
    "en",
)


def test_what_the_page_does_not_say_is_taken_from_the_feed() -> None:
    made = completed(Article("", TEXT), ITEM)
    assert made.blocks == TEXT
    assert (made.title, made.byline, made.outlet) == (ITEM.title, ITEM.byline, ITEM.outlet)
    assert (made.published, made.address, made.language) == (ITEM.published, ITEM.address, ITEM.language)


def test_what_the_page_says_is_kept() -> None:
    page = Article("Mayor opens bridge", TEXT, "B. Ray", "Echo", Published(date(2024, 3, 4)), "https://e.org", "pt")
    assert completed(page, ITEM) == page
