"""Feeds and pages as servers send them, and the answers that carry them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from tests.serving import Answer

PARAGRAPHS = (
    "Mayor Ana Ruiz opened the harbour bridge in Lisbon on 3 March 2024, six years after the first stone was laid.",
    "She said that it had cost 40 million euros and that the ferry would go on sailing until the summer.",
    "Critics protested at the eastern end, where the new road ends in a field that belongs to nobody in particular.",
)


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a feed that a test makes."""

    key: str
    title: str = ""
    link: str = ""
    summary: str = "Short of it."
    full: str = ""


def rss(*items: Item, title: str = "Harbour Courier") -> bytes:
    """An RSS feed."""
    made = "".join(_item(item) for item in items)
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>{escape(title)}</title><link>https://courier.example/</link>{made}</channel></rss>"
    ).encode()


def feed(*items: Item, title: str = "Harbour Courier", headers: Mapping[str, str] | None = None) -> Answer:
    """The answer of a server that has a feed."""
    return Answer(rss(*items, title=title), headers={"Content-Type": "application/rss+xml", **(headers or {})})


def page(title: str, paragraphs: Iterable[str] = PARAGRAPHS, head: str = "") -> Answer:
    """The answer of a server that has an article."""
    body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    text = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>{head}</head>'
        f"<body><article><h1>{escape(title)}</h1>{body}</article></body></html>"
    )
    return Answer(text.encode(), headers={"Content-Type": "text/html; charset=utf-8"})


def _item(item: Item) -> str:
    link = f"<link>{escape(item.link)}</link>" if item.link else ""
    full = f"<content:encoded>{escape(item.full)}</content:encoded>" if item.full else ""
    title = escape(item.title or f"Story {item.key}")
    return (
        f'<item><guid isPermaLink="false">{escape(item.key)}</guid><title>{title}</title>{link}'
        f"<description>{escape(item.summary)}</description>{full}"
        "<pubDate>Sun, 03 Mar 2024 10:00:00 +0000</pubDate></item>"
    )
