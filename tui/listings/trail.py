"""The trail of an event in words, and `broadsheet event`: who reports it, first, on whose word, and how."""

from __future__ import annotations

from collections.abc import Iterator

from articles.model import Passage
from articles.reading.trail import ReportingText, Source, Trail, masthead
from articles.text import one_line
from tui.dates import date_words
from tui.listings.articles import published_json
from tui.listings.comparison import quoted
from tui.listings.events import event_text
from tui.listings.wording import counted, wrapped

_SOURCES = 6
"""Sources that are named; the others are counted."""
_INDENT = "        "


def trail_words(trail: Trail) -> tuple[str, ...]:
    """The trail in a few lines: how many texts under how many names, who was first, and on whose word."""
    extent = counted(len(trail.texts), "text")
    if trail.mastheads > len(trail.texts):
        extent += f", printed by {trail.mastheads}"
    lines = [extent]
    if trail.first:
        lines.append(f"first here: {', '.join(trail.first)}, {date_words(trail.first_published)}")
    if trail.only_source:
        lines.append(f"one source only: {one_line(trail.only_source)}")
    elif trail.sources:
        named = [_source_words(each) for each in trail.sources[:_SOURCES]]
        if more := len(trail.sources) - len(named):
            named.append(f"{more} more")
        own = f"; {trail.in_own_words} in {'its' if trail.in_own_words == 1 else 'their'} own words"
        lines.append(f"on the word of: {', '.join(named)}{own if trail.in_own_words else ''}")
    return tuple(lines)


def trail_text(trail: Trail) -> Iterator[str]:
    """The event with its trail, and each text with the sentences that report it."""
    yield event_with_trail(trail)
    for text in trail.texts:
        yield f"\n{wrapped(_head(text), '  ')}"
        for passage in text.passages:
            yield wrapped(quoted(one_line(passage.text)), "    ")


def event_with_trail(trail: Trail) -> str:
    """The event on a line, and its trail below it."""
    return event_text(trail.event) + "".join(wrapped(line, _INDENT) for line in trail_words(trail))


def trail_json(trail: Trail) -> dict[str, object]:
    """The trail for a program. `only_source` is null where several are known, or none by name."""
    return {
        "texts": [
            {
                "sentences": [_passage_json(each) for each in text.passages],
                "copies": [{"article": each.article, "outlet": each.outlet} for each in text.copies],
            }
            for text in trail.texts
        ],
        "first": {"mastheads": list(trail.first), "published": published_json(trail.first_published)},
        "sources": [
            {"name": each.name, "cited_by": list(each.cited_by), "reports_it_too": each.is_here}
            for each in trail.sources
        ],
        "in_own_words": trail.in_own_words,
        "only_source": trail.only_source or None,
    }


def copies_words(text: ReportingText) -> str:
    """Who else printed the same text: `the same text in Echo, Wire`; empty for nobody."""
    return f"the same text in {', '.join(masthead(each) for each in text.copies)}" if text.copies else ""


def _source_words(source: Source) -> str:
    here = " (reports it too)" if source.is_here else ""
    times = f" in {len(source.cited_by)} texts" if len(source.cited_by) > 1 else f" in {one_line(source.cited_by[0])}"
    return f"{one_line(source.name)}{here}{times}"


def _head(text: ReportingText) -> str:
    first = text.passages[0]
    parts = (masthead(first), one_line(first.title, 80), date_words(first.published), copies_words(text))
    return f"{' · '.join(dict.fromkeys(part for part in parts if part))} [{first.article}]"


def _passage_json(passage: Passage) -> dict[str, object]:
    return {
        "article": passage.article,
        "outlet": passage.outlet,
        "title": passage.title,
        "published": published_json(passage.published),
        "block": passage.block,
        "start": passage.start,
        "end": passage.end,
        "sentence": passage.text,
        "factuality": passage.factuality.value,
        "speaker": passage.speaker,
    }
