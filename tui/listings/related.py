"""`broadsheet related`: what the other articles say about each paragraph of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from articles.model import TITLE_BLOCK, Article
from articles.reading.crossrefs import CrossReference, CrossReferenceGroup
from articles.text import one_line
from tui.dates import date_words
from tui.listings.wording import counted, wrapped

Groups = Mapping[int, tuple[CrossReferenceGroup, ...]]
"""Cross-references by the number of the block they belong to."""

_EXCERPT = 200


def related_text(article: Article, groups: Groups, *, with_doubtful: bool = False) -> str:
    """The passages that others report on, each with what they say and why it is held to belong.

    Args:
        article: The article asked about.
        groups: Its cross-references.
        with_doubtful: Whether to show the doubtful ones, which are counted otherwise.
    """
    title = wrapped(article.title or "(no title)")
    passages = [_passage_text(article.text_of(block), groups[block], with_doubtful) for block in sorted(groups)]
    told = "".join(passage for passage in passages if passage)
    hidden = sum(len(group.references) for each in groups.values() for group in each if group.doubtful)
    remark = f"\n{counted(hidden, 'doubtful one')} left out; --doubtful shows them\n" if hidden else ""
    return f"{title}{told or wrapped('No other article reports on it.')}{'' if with_doubtful else remark}"


def related_json(identity: int, article: Article, groups: Groups) -> dict[str, object]:
    """Every block in order with its links, those of the title apart. Below a confidence of 0.5 a link is doubtful."""
    paragraphs = [
        {"index": index, "links": list(_links(groups.get(index, ())))} for index in range(len(article.blocks))
    ]
    return {"id": identity, "headline": list(_links(groups.get(TITLE_BLOCK, ()))), "paragraphs": paragraphs}


def reference_text(reference: CrossReference, indent: str) -> str:
    """One cross-reference: who says it and when, the sentence, how it differs, and why it is held to belong."""
    there = reference.there
    source = " · ".join(part for part in (one_line(there.outlet), date_words(there.published)) if part)
    lines = [wrapped(f"{source}: {one_line(there.title)} [{there.article}]", indent)]
    inner = indent + "  "
    lines.append(wrapped(f"“{one_line(there.text)}”", inner))
    lines += [
        wrapped(f"{each.aspect}: here “{one_line(each.here)}”; there “{one_line(each.there)}”", inner)
        for each in reference.differences
    ]
    if reference.because:
        lines.append(wrapped(f"because: {' · '.join(one_line(reason) for reason in reference.because)}", inner))
    return "".join(lines)


def reference_json(reference: CrossReference) -> dict[str, object]:
    """One cross-reference."""
    return {
        "relation": reference.relation.value,
        "article": reference.there.article,
        "title": reference.there.title,
        "sentence": reference.there.text,
        "confidence": round(reference.confidence, 3),
        "because": list(reference.because),
        "differences": [
            {"aspect": each.aspect, "here": each.here, "there": each.there} for each in reference.differences
        ],
    }


def _links(groups: tuple[CrossReferenceGroup, ...]) -> Iterator[dict[str, object]]:
    for group in groups:
        for reference in group.references:
            yield reference_json(reference)


def _passage_text(passage: str, groups: tuple[CrossReferenceGroup, ...], with_doubtful: bool) -> str:
    shown = [group for group in groups if with_doubtful or not group.doubtful]
    if not shown:
        return ""
    return "\n" + wrapped(one_line(passage, _EXCERPT)) + "".join(_group_text(group) for group in shown)


def _group_text(group: CrossReferenceGroup) -> str:
    reports = counted(group.reports, "report") if group.reports else "copies of this text"
    remark = "doubtful" if group.doubtful else reports
    heading = wrapped(f"{one_line(group.heading)} · {remark}", "  ")
    return heading + "".join(reference_text(reference, "    ") for reference in group.references)
