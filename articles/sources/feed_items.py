"""What items of all formats have in common: their key, their links, and whether they are only a summary."""

from __future__ import annotations

import hashlib
import html
import re
from urllib.parse import urljoin, urlsplit

from articles.errors import SourceError
from articles.sources.addresses import shown_address, without_tracking
from articles.text import one_line, printable

_FULL_CONTENT = 200
"""Characters from which content that a feed calls so is taken for the full text: more than a sentence or two."""
_FULL_DESCRIPTION = 1_500
_FULL_PARAGRAPHS = 3
"""A description is the full text from this many characters in this many paragraphs."""
_TAG = re.compile(r"<[^<>]*>")
_PARAGRAPH = re.compile(r"<p[\s>]|<br\s*/?>\s*<br\s*/?>", re.IGNORECASE)
_CUT_OFF = re.compile(
    r"(?:\[?(?:…|\.{3})\]?"
    r"|(?:continue|keep) reading|read (?:more|on|the (?:full|rest).{0,40}))\W*$",
    re.IGNORECASE,
)
_ENDING = 120
_LINKED = re.compile(r"""(\s(?:href|src)\s*=\s*)(?:"([^"<>]*)"|'([^'<>]*)')""", re.IGNORECASE)
_LONGEST_ADDRESS = 4_000


def not_a_feed(address: str) -> SourceError:
    """The refusal of what is no feed."""
    return SourceError(
        "not a feed", where=shown_address(address), remedy="Name the address of an RSS, Atom or JSON feed"
    )


def item_key(identity: str, address: str, title: str, body: str) -> str:
    """What identifies an item within its feed: its id, else its address, else a digest of its words."""
    key = one_line(printable(identity))[:_LONGEST_ADDRESS] or address
    return key or hashlib.sha256(f"{title}\n{body}".encode("utf-8", "replace")).hexdigest()


def absolute(link: str, base: str) -> str:
    """A link resolved against its base, without tracking parameters; empty where it is no address of the web."""
    link = "".join(printable(link).split())
    if not link or len(link) > _LONGEST_ADDRESS:
        return ""
    try:
        joined = urljoin(base, link)
        parts = urlsplit(joined)
        is_web = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return ""
    return without_tracking(joined) if is_web else ""


def with_absolute_links(body: str, base: str) -> str:
    """HTML whose links and pictures are resolved against the address it stands at."""

    def resolved(match: re.Match[str]) -> str:
        target = match[2] if match[2] is not None else match[3]
        if target.startswith(("http://", "https://", "#", "mailto:")):
            return match[0]
        try:
            return f'{match[1]}"{urljoin(base, target.strip())}"'
        except ValueError:
            return match[0]

    return _LINKED.sub(resolved, body) if base else body


def is_summary(content: str, summary: str) -> bool:
    """Whether an item gives only a summary, so that its full text is at its address.

    Args:
        content: What the feed gives as the full text: `content:encoded`, Atom's `content`, `content_html`.
        summary: What it gives as a description or summary.

    Content is the full text from 200 characters on, or when it is longer than the summary beside it. A description
    alone is the full text from 1,500 characters in three paragraphs on. What ends in dots or "read more" is not.
    """
    words = _words(content or summary)
    if _CUT_OFF.search(words[-_ENDING:]):
        return True
    if content:
        return len(words) < _FULL_CONTENT and not (summary and len(words) > 2 * len(_words(summary)))
    return len(words) < _FULL_DESCRIPTION or len(_PARAGRAPH.findall(summary)) < _FULL_PARAGRAPHS


def _words(body: str) -> str:
    return one_line(html.unescape(_TAG.sub(" ", body)))


def joined_names(names: list[str]) -> str:
    """Names as a byline has them: `A, B and C`."""
    people = list(dict.fromkeys(name for name in names if name))
    return ", ".join(people[:-1]) + " and " + people[-1] if len(people) > 1 else "".join(people)


def paragraphs(text: str) -> str:
    """Plain text as HTML, a paragraph for each stretch between blank lines."""
    parts = (one_line(part) for part in text.split("\n\n"))
    return "\n".join(f"<p>{html.escape(part, quote=False)}</p>" for part in parts if part)
