"""`broadsheet clean --again`: what has changed, and which marks have lost their place."""

from __future__ import annotations

from collections.abc import Iterator

from articles.recleaning import RecleanedArticle, RecleaningReport
from articles.text import one_line
from tui.listings.passage_marks import mark_json, mark_text
from tui.listings.wording import counted

_TITLE = 100
_EXCERPT = 160


def recleaning_text(report: RecleaningReport, *, is_trial: bool = False) -> Iterator[str]:
    """What came of it: in a trial the articles that would change, then the marks and corrections without a place."""
    if is_trial:
        for article in report.articles:
            if article.is_changed:
                yield f"{article.id:>6}  {_title(article)}\n"
    for article in report.articles:
        yield from _placeless(article)
    yield f"{_summary(report, is_trial=is_trial)}\n"


def recleaning_json(report: RecleaningReport) -> dict[str, object]:
    """What came of it, for a program."""
    return {
        "cleaned": report.cleaned,
        "changed": [article.id for article in report.articles if article.is_changed],
        "lost": [mark_json(mark) for mark in report.lost],
        "found_again": [mark_json(mark) for article in report.articles for mark in article.found],
        "corrections_without_a_line": [
            {"article": article.id, "line": correction.line.exact, "keeps": correction.is_kept}
            for article in report.articles
            for correction in article.unplaced
        ],
        "problems": list(report.problems),
    }


def _placeless(article: RecleanedArticle) -> Iterator[str]:
    if not (article.lost or article.unplaced):
        return
    yield f"{_title(article)} [{article.id}]\n"
    yield from map(mark_text, article.lost)
    for correction in article.unplaced:
        done = "restored" if correction.is_kept else "left out"
        yield f"        the line that you {done} is gone: “{one_line(correction.line.exact, _EXCERPT)}”\n"


def _summary(report: RecleaningReport, *, is_trial: bool) -> str:
    parts = [f"{counted(report.cleaned, 'article')} cleaned again"]
    parts.append(f"{report.changed or 'none'} {'would change' if is_trial else 'changed'}")
    if report.lost:
        places = "its place" if len(report.lost) == 1 else "their place"
        marks = "highlight or note" if len(report.lost) == 1 else "highlights and notes"
        parts.append(f"{len(report.lost)} {marks} {'would lose' if is_trial else 'lost'} {places}")
    if report.problems:
        parts.append(counted(len(report.problems), "problem"))
    return ", ".join(parts)


def _title(article: RecleanedArticle) -> str:
    return one_line(article.title, _TITLE) or "(no title)"
