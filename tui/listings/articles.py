"""`broadsheet list`: one line an article."""

from __future__ import annotations

from collections.abc import Iterable

from articles.model import ArticleRow, ArticleState, Published
from articles.text import one_line
from tui.dates import date_words
from tui.listings.wording import counted


def row_text(row: ArticleRow) -> str:
    """One article on one line: number, date, marks, title, outlet, tags, how many others report on it, its versions."""
    marks = ("*" if row.is_starred else " ") + (" " if row.is_read else "N")
    remarks = [
        one_line(row.outlet),
        *(f"#{one_line(tag)}" for tag in row.tags),
        "summary" if row.is_summary else "",
        _status(row),
        versions_words(row),
    ]
    details = "".join(f" · {remark}" for remark in remarks if remark)
    return f"{row.id:>6}  {date_words(row.published):<24} {marks}  {one_line(row.title) or '(no title)'}{details}\n"


def rows_json(rows: Iterable[ArticleRow], found: int) -> dict[str, object]:
    """The rows, and how many articles the query finds in all."""
    return {"articles": [row_json(row) for row in rows], "found": found}


def row_json(row: ArticleRow) -> dict[str, object]:
    """One article of a list."""
    return {
        "id": row.id,
        "title": row.title,
        "outlet": row.outlet,
        "published": published_json(row.published),
        "read": row.is_read,
        "starred": row.is_starred,
        "tags": list(row.tags),
        "state": row.state.value,
        "words": row.words,
        "related": row.related,
        "summary": row.is_summary,
        "versions": row.versions,
        "version_of": row.shown or None,
    }


def published_json(published: Published) -> dict[str, object]:
    """A publication date with how it is known; `date` is None where it is not."""
    return {
        "date": published.day.isoformat() if published.day else None,
        "precision": published.precision.value if published.day else None,
        "basis": published.basis.value,
        "evidence": list(published.evidence),
    }


def _status(row: ArticleRow) -> str:
    if row.state is not ArticleState.READY:
        return row.state.value
    return counted(row.related, "other") if row.related else ""


def versions_words(row: ArticleRow) -> str:
    """`3 versions`, or what article stands for this one: `version of 7`; empty where its text is the only one."""
    if row.all_versions == 1:
        return ""
    return f"version of {row.shown}" if row.is_hidden else counted(row.all_versions, "version")
