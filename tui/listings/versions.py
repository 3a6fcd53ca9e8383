"""`broadsheet versions`: the articles with the same text, and what changed from each to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articles.reading.versions import Change, ComparedParagraph, Comparison, Piece, Version
from articles.text import one_line
from tui.dates import date_words
from tui.listings.articles import published_json
from tui.listings.wording import counted, wrapped

_SIGNS = {Change.ADDED: "+ ", Change.REMOVED: "- ", Change.CHANGED: "~ "}
_BRACKETS = {Change.ADDED: "[+{}+]", Change.REMOVED: "[-{}-]"}


def versions_text(versions: Sequence[Version]) -> Iterator[str]:
    """Each version on a line, and after it what it adds (`+`), takes out (`-`) and changes (`~`) since the one before.

    In a changed paragraph `[+words+]` were added and `[-words-]` taken out, as wdiff writes it.
    """
    if len(versions) == 1:
        yield wrapped(f"{_heading(versions[0])} · the only version of its text")
        return
    for version in versions:
        yield wrapped(_heading(version))
        if version.since_before is not None:
            yield from _changes(version.since_before)


def versions_json(versions: Sequence[Version]) -> dict[str, object]:
    """The versions for a program, each with what changed since the one before. Block -1 is the title."""
    return {"versions": [_version_json(version) for version in versions]}


def difference_words(comparison: Comparison) -> str:
    """How much two versions differ, in words: `+34 -12 words`, `the same text`."""
    added, removed = comparison.added, comparison.removed
    if not added and not removed:
        return "the same text"
    parts = [f"{sign}{number:,}" for sign, number in (("+", added), ("-", removed)) if number]
    return f"{' '.join(parts)} {'word' if added + removed == 1 else 'words'}"


def _heading(version: Version) -> str:
    row = version.row
    since = "" if version.since_before is None else difference_words(version.since_before)
    former = "" if version.is_current else "an earlier text of it"
    parts = (
        f"{row.id:>6}  {date_words(row.published)}",
        one_line(row.outlet),
        one_line(row.title) or "(no title)",
        counted(row.words, "word"),
        former,
        since,
    )
    return " · ".join(part for part in parts if part)


def _changes(comparison: Comparison) -> Iterator[str]:
    for paragraph in comparison.paragraphs:
        if paragraph.change is not Change.SAME:
            yield wrapped(_paragraph_text(paragraph), f"        {_SIGNS[paragraph.change]}", hanging=" " * 10)


def _paragraph_text(paragraph: ComparedParagraph) -> str:
    if paragraph.change is not Change.CHANGED:
        return "".join(piece.text for piece in paragraph.pieces)
    return " ".join(_bracketed(piece) for piece in paragraph.pieces)


def _bracketed(piece: Piece) -> str:
    return _BRACKETS.get(piece.change, "{}").format(one_line(piece.text))


def _version_json(version: Version) -> dict[str, object]:
    row, since = version.row, version.since_before
    return {
        "id": row.id,
        "title": row.title,
        "outlet": row.outlet,
        "published": published_json(row.published),
        "words": row.words,
        "shown": version.is_current and not row.is_hidden,
        "current": version.is_current,
        "added": since.added if since else None,
        "removed": since.removed if since else None,
        "changes": [_change_json(each) for each in since.paragraphs if each.change is not Change.SAME] if since else [],
    }


def _change_json(paragraph: ComparedParagraph) -> dict[str, object]:
    return {
        "change": paragraph.change.value,
        "block": paragraph.block,
        "pieces": [{"change": piece.change.value, "text": piece.text} for piece in paragraph.pieces],
    }
