"""What an HTML page calls its article and its outlet: the headline as it is shown, without the outlet's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from articles.cleaning.headlines import headline_key, without_suffix
from articles.cleaning.outlets import is_agency
from articles.text import fold, one_line, printable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PLATFORMS = frozenset(("blogger", "wordpress", "wordpress.com", "medium", "substack", "tumblr"))
"""Who hosts others' pages and names himself as their publisher."""
_PARTS = re.compile(r"\s+\|\s+")
_WORD = re.compile(r"[^\W_]+")
_LIKE_ENOUGH, _LIKE_ENOUGH_ALONE = 0.5, 0.25
"""Share of the shorter headline's words that two wordings of one have in common; less where only one is shown."""
_FEWEST_WORDS_ALONE = 4
"""Words from which the only heading is a headline, and no outlet's name."""
_LONGEST = 400
_MOST_HEADINGS = 50


def stated_title(tree: HtmlElement, stated: Sequence[str], outlet: str) -> tuple[str, str]:
    """The title without the outlet's name, and that name where only the window's title gives it.

    The main heading that a reader sees comes before its wordings for search engines and social networks; the
    metadata tell which heading that is.

    Args:
        tree: The page.
        stated: What the metadata call the article, the most deliberate statement first; some may be empty.
        outlet: The outlet's name, or the empty string.
    """
    element = tree.find(".//title")
    window = _clean(str(element.text_content())) if element is not None else ""
    said = [text for text in (*map(_clean, stated), window) if text]
    bare, suffix = without_suffix(window)
    shown = _shown_heading(tree, said)
    if shown:
        title, name = without_suffix(shown)
        is_outlet = name and fold(name) in (fold(outlet), fold(suffix))
        return (title if is_outlet else shown), suffix if fold(window).startswith(fold(shown)) else ""
    full = said[0] if said else ""
    title, name = without_suffix(full)
    if name and (fold(name) == fold(outlet) or not outlet or headline_key(full) == headline_key(bare)):
        return title, name
    return full, ""


def _shown_heading(tree: HtmlElement, said: Sequence[str]) -> str:
    """The main heading that is, or is most like, what the page calls its article; the empty string without one."""
    headings = list(_headings(tree))
    for heading in headings:
        if any(len(heading) >= 8 and fold(text).startswith(fold(heading)) for text in said):
            return heading
    ranked = sorted(headings, key=lambda heading: -_likeness(heading, said))
    alone = len(headings) == 1 and len(_WORD.findall(headings[0])) >= _FEWEST_WORDS_ALONE
    enough = _LIKE_ENOUGH_ALONE if alone else _LIKE_ENOUGH
    if ranked and (_likeness(ranked[0], said) >= enough or (not said and len(headings) == 1)):
        return ranked[0]
    return ""


def _headings(tree: HtmlElement) -> Iterator[str]:
    for _, heading in zip(range(_MOST_HEADINGS), tree.iter("h1"), strict=False):
        if text := _clean(" ".join(heading.itertext())):
            yield text


def _likeness(heading: str, said: Sequence[str]) -> float:
    words = _words(heading)
    others = [other for text in said if (other := _words(text))]
    return max((len(words & other) / min(len(words), len(other)) for other in others), default=0.0) if words else 0.0


def _words(text: str) -> set[str]:
    """The words of a headline; none of one so short that any other could share them."""
    words = set(_WORD.findall(fold(text)))
    return words if len(words) >= 3 else set()


def outlet_name(publisher: str, site: str) -> str:
    """The outlet's name, from its JSON-LD publisher and its site's name.

    An agency or a host of pages is who the text or the page comes from, not the masthead that it appears under.
    """
    publisher, site = (_PARTS.split(_clean(name))[0] for name in (publisher, site))
    if site and (not publisher or is_agency(publisher) or fold(publisher) in _PLATFORMS):
        return "" if site.startswith(("http://", "https://")) else site
    return publisher


def _clean(text: str) -> str:
    return one_line(printable(text), _LONGEST)
