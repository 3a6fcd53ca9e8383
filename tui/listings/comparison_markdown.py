"""A comparison in Markdown: every sentence with its citation, what differs in bold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from articles.model import ArticleAddress, ArticleRow
from articles.reading.comparison import ComparedEvent, ReportComparison, ReportedSentence
from articles.text import one_line, printable
from tui.dates import date_words
from tui.listings.comparison import NOTHING_SHARED, ONE_TEXT, quoted

Addresses = Mapping[int, ArticleAddress | None]
"""Where articles can be read, by their ids, as far as that is known."""

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_BEGINS_A_BLOCK = re.compile(r"(?:[-+]|\d+[.)])(?=\s)")


def comparison_markdown(comparison: ReportComparison, addresses: Addresses) -> str:
    """The comparison as a document: its sources, numbered from 1, then the events, then what each tells alone.

    Args:
        comparison: What to write.
        addresses: Where its articles can be read.
    """
    number = {row.id: position for position, row in enumerate(comparison.articles, 1)}
    blocks = [
        "# What the reports say",
        "\n".join(_citation(number[row.id], row, addresses) for row in comparison.articles),
    ]
    if comparison.is_one_text:
        blocks.append(f"{ONE_TEXT}.")
    if not comparison.events:
        blocks.append(f"{NOTHING_SHARED}.")
    standing = ""
    for event in comparison.events:
        if event.standing.value != standing:
            standing = event.standing.value
            blocks.append(f"## {standing.capitalize()}")
        blocks += _event(event, number)
    for row, passages in zip(comparison.articles, comparison.alone, strict=True):
        if passages:
            blocks.append(f"## Only in [{number[row.id]}]")
            blocks.append("\n".join(f"- {quoted(escaped(each.text))}" for each in passages))
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Text from an article on one line, in which nothing is markup."""
    line = _inside(one_line(text))
    return f"\\{line}" if _BEGINS_A_BLOCK.match(line) else line


def _citation(number: int, row: ArticleRow, addresses: Addresses) -> str:
    outlet = f"*{escaped(row.outlet)}*" if row.outlet else ""
    address = addresses.get(row.id)
    link = f"<{address.address}>" if address and re.fullmatch(r"https?://[^\s<>]+", address.address) else ""
    parts = (outlet, f"“{escaped(row.title) or '(no title)'}”", date_words(row.published), link)
    return f"{number}. {', '.join(part for part in parts if part)}"


def _event(event: ComparedEvent, number: Mapping[int, int]) -> Iterator[str]:
    yield f"### {escaped(event.event.label)}"
    if event.differences:
        yield "\n".join(_difference(each.aspect, each.told) for each in event.differences)
    sentences = [each for reports in event.reports for each in reports]
    yield "\n>\n".join(f"> [{number[each.passage.article]}] {quoted(_emphasised(each))}" for each in sentences)


def _difference(aspect: str, told: Sequence[str]) -> str:
    words = (f"[{number}] “{escaped(each)}”" for number, each in enumerate(told, 1) if each)
    return f"- {escaped(aspect)}: {'; '.join(words)}"


def _emphasised(sentence: ReportedSentence) -> str:
    text, parts, at = sentence.passage.text, [], 0
    for start, end in sentence.marked:
        if start >= at:
            parts += [_inside(text[at:start]), f"**{_inside(text[start:end])}**"]
            at = end
    return "".join((*parts, _inside(text[at:])))


def _inside(text: str) -> str:
    """Part of a line from an article, its blanks at both ends kept, in which nothing is markup."""
    return _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", printable(text)))
