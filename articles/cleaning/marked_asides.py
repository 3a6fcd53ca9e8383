"""What stands among or under the text of an HTML page and is not of it: links, newsletters, calls, large quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from articles.cleaning.page import Page
from articles.cleaning.page_body import MarkedPage
from articles.cleaning.page_lines import PageLine
from articles.cleaning.units import Unit
from articles.model import BlockKind, LineRole

HALF_LINKED, ONLY_LINKED = 0.4, 0.9
"""Shares of a line inside links from which it is about where they lead, and from which it is nothing else."""
_TO_ANOTHER = re.compile(
    r"\W*(?:(?:read(?: more| also| next)|see also|also read|related)\b"
    r"|(?:read|also|more|watch|listen|don['’]t miss|must[ -]read|recommended|you (?:may|might) also like)\b"
    r"[^.]{0,40}?[:|>])",
    re.IGNORECASE,
)
"""How a line begins that is a link to another article."""
_CALL = re.compile(
    r"\b(?:follow|subscri\w+|sign(?:ing)? up|newsletter|join|e-?mail|contact|download|write to|for more)\b|^more\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|\bwww\.|(?<!\w)@\w{3}|\w@\w")
_ALL_EMPHASISED = 0.9
_LONGEST_NOTE, _LONGEST_CALL = 60, 30
"""Words of a note to readers in emphasis, and of one without."""
_FEWEST_LEFT = 3
"""How many lines of a text are left, whatever they are."""
_FEWEST_QUOTED = 5
_MOST_SEARCHED = 500


def settle_links(page: Page, marked: MarkedPage, body: frozenset[int]) -> None:
    """Lines among the text that lead to other articles, and what is set apart from it."""
    homes = {marked.lines[number].apart for number in body & marked.sentences}
    for number in page.undecided(min(body), page.body.end):
        line = marked.lines[number]
        if line.linked >= HALF_LINKED and _TO_ANOTHER.match(line.text):
            page.settle(number, LineRole.CHROME, "a link to another article")
        elif line.apart and False in homes:
            page.settle(number, LineRole.CHROME, "set apart from the article's text by the page")


def settle_tail(page: Page, marked: MarkedPage, body: frozenset[int]) -> None:
    """Links, headings of nothing and calls to follow or subscribe at the end of the text."""
    kept = [number for number in page.undecided(page.body.start, page.body.end) if number in body]
    for number, reason in _tail(page, marked, kept):
        page.settle(number, LineRole.CHROME, reason)


def _tail(page: Page, marked: MarkedPage, kept: Sequence[int]) -> Iterator[tuple[int, str]]:
    for number in reversed(kept[_FEWEST_LEFT - 1 :]):
        line, unit = marked.lines[number], page.units[number]
        if line.linked >= ONLY_LINKED and not unit.ends_sentence:
            yield number, "nothing but a link, at the end"
        elif line.kind is BlockKind.HEADING:
            yield number, "a heading with nothing under it"
        elif _is_call(line, unit):
            yield number, "a call to readers at the end"
        else:
            return


def _is_call(line: PageLine, unit: Unit) -> bool:
    count = len(unit.words)
    if count > _LONGEST_NOTE or not (line.linked or _ADDRESS.search(line.text)):
        return False
    return _CALL.search(line.text) is not None and (count <= _LONGEST_CALL or line.emphasised >= _ALL_EMPHASISED)


def settle_repeated(page: Page, body: frozenset[int]) -> None:
    """Sentences that the page sets apart in large type and says again in a paragraph."""
    kept = [number for number in page.undecided(page.body.start, page.body.end) if number in body]
    whole = "\n".join(page.units[number].folded for number in kept[:_MOST_SEARCHED])
    for number in kept[:_MOST_SEARCHED]:
        unit = page.units[number]
        if (
            _FEWEST_QUOTED <= len(unit.words) <= _LONGEST_NOTE
            and (unit.kind is BlockKind.QUOTATION or unit.folded.startswith('"'))
            and whole.count(unit.folded.strip("\"' .…")) == 2
            and not any(page.units[other].folded == unit.folded for other in kept if other > number)
        ):
            page.settle(number, LineRole.REPEATED, "said again in a paragraph, word for word")
