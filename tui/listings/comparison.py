"""`broadsheet compare`: what articles tell alike, what differently, and what each of them tells alone."""

from __future__ import annotations

from collections.abc import Iterator

from articles.model import ArticleRow, Passage
from articles.reading.comparison import ComparedEvent, ReportComparison, ReportedSentence
from articles.reading.differing import ToldDifferently
from articles.text import one_line
from tui.dates import date_words
from tui.listings.articles import published_json
from tui.listings.wording import wrapped

ONE_TEXT = "They are versions of one text"
NOTHING_SHARED = "They report no event in common"
_INDENT = "  "


def comparison_text(comparison: ReportComparison) -> Iterator[str]:
    """The articles with their numbers, then each event with what each of them says of it; `*words*` differ."""
    for row in comparison.articles:
        yield wrapped(f"[{row.id}] {source_words(row)}")
    if comparison.is_one_text:
        yield wrapped(f"{ONE_TEXT}; see: broadsheet versions {comparison.articles[0].id}")
    if not comparison.events:
        yield wrapped(NOTHING_SHARED)
    for event in comparison.events:
        yield f"\n{wrapped(f'{event.standing.value.upper()} · {one_line(event.event.label)}')}"
        for difference in event.differences:
            yield wrapped(difference_words(comparison, difference), _INDENT)
        for report in _reports(event):
            yield _sentence_text(report.passage, _starred(report))
    for row, passages in zip(comparison.articles, comparison.alone, strict=True):
        if passages:
            yield f"\n{wrapped(f'ONLY IN [{row.id}]')}"
        for passage in passages:
            yield wrapped(quoted(one_line(passage.text)), _INDENT)


def comparison_json(comparison: ReportComparison) -> dict[str, object]:
    """The comparison for a program. `marked` are half-open spans of the sentence; what is not told is null."""
    ids = [row.id for row in comparison.articles]
    return {
        "articles": [
            {"id": row.id, "title": row.title, "outlet": row.outlet, "published": published_json(row.published)}
            for row in comparison.articles
        ],
        "one_text": comparison.is_one_text,
        "events": [
            {
                "id": event.event.id,
                "label": event.event.label,
                "standing": event.standing.value,
                "differences": [
                    {"aspect": each.aspect, "told": [words or None for words in each.told]}
                    for each in event.differences
                ],
                "reports": [
                    {**_passage_json(each.passage), "marked": [list(span) for span in each.marked]}
                    for each in _reports(event)
                ],
            }
            for event in comparison.events
        ],
        "alone": [
            {"article": identity, "sentences": [_passage_json(each) for each in passages]}
            for identity, passages in zip(ids, comparison.alone, strict=True)
        ],
    }


def source_words(row: ArticleRow) -> str:
    """An article as it is cited: masthead, title, date."""
    parts = (one_line(row.outlet), one_line(row.title) or "(no title)", date_words(row.published))
    return " · ".join(part for part in parts if part)


def difference_words(comparison: ReportComparison, difference: ToldDifferently) -> str:
    """What each of the articles says: `figure: [3] “38 people”; [10] “41 people”`."""
    told = (
        f"[{row.id}] “{one_line(words)}”"
        for row, words in zip(comparison.articles, difference.told, strict=True)
        if words
    )
    return f"{difference.aspect}: {'; '.join(told)}"


def quoted(text: str) -> str:
    """A sentence in quotation marks, unless it has some of its own."""
    return text if set(text) & set('"“”«»') else f"“{text}”"


def _reports(event: ComparedEvent) -> Iterator[ReportedSentence]:
    for reports in event.reports:
        yield from reports


def _sentence_text(passage: Passage, text: str) -> str:
    return wrapped(f"[{passage.article}] {quoted(one_line(text))}", _INDENT, hanging=_INDENT * 2)


def _starred(report: ReportedSentence) -> str:
    text = report.passage.text
    for start, end in reversed(report.marked):
        text = f"{text[:start]}*{text[start:end]}*{text[end:]}"
    return text


def _passage_json(passage: Passage) -> dict[str, object]:
    return {
        "article": passage.article,
        "block": passage.block,
        "start": passage.start,
        "end": passage.end,
        "sentence": passage.text,
    }
