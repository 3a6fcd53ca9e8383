"""`broadsheet related`: what the other articles say about each paragraph of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from articles.model import TITLE_BLOCK, Article, Difference
from articles.reading.coverage import Coverage, LeftOut
from articles.reading.crossrefs import CrossReference, CrossReferenceGroup
from articles.reading.telling_words import aspect_words
from articles.text import one_line
from tui.dates import date_words
from tui.listings.wording import counted, wrapped

Groups = Mapping[int, tuple[CrossReferenceGroup, ...]]
"""Cross-references by the number of the block they belong to."""

_EXCERPT = 200


def related_text(article: Article, groups: Groups, coverage: Coverage, *, with_doubtful: bool = False) -> str:
    """The passages that others report on, each with what they say and why it is held to belong.

    What only the article tells of its story, and what it leaves out, comes last.

    Args:
        article: The article asked about.
        groups: Its cross-references.
        coverage: What only one side tells.
        with_doubtful: Whether to show the doubtful ones, which are counted otherwise.
    """
    title = wrapped(article.title or "(no title)")
    passages = [_passage_text(article.text_of(block), groups[block], with_doubtful) for block in sorted(groups)]
    told = "".join(passage for passage in passages if passage)
    hidden = sum(len(group.references) for each in groups.values() for group in each if group.doubtful)
    remark = f"\n{counted(hidden, 'doubtful one')} left out; --doubtful shows them\n" if hidden else ""
    told = told or wrapped("No other article reports on it.")
    return f"{title}{told}{_coverage_text(coverage)}{'' if with_doubtful else remark}"


def related_json(identity: int, article: Article, groups: Groups, coverage: Coverage) -> dict[str, object]:
    """Every block in order with its links, those of the title apart. Below a confidence of 0.5 a link is doubtful.

    `only_here` are the sentences that no other article reports, `only_there` the events that this one leaves out.
    """
    paragraphs = [
        {"index": index, "links": list(_links(groups.get(index, ())))} for index in range(len(article.blocks))
    ]
    return {
        "id": identity,
        "headline": list(_links(groups.get(TITLE_BLOCK, ()))),
        "paragraphs": paragraphs,
        "only_here": [{"paragraph": each.block, "sentence": each.text} for each in coverage.only_here],
        "only_there": [_left_out_json(each) for each in coverage.only_there],
    }


def reference_text(reference: CrossReference, indent: str) -> str:
    """One cross-reference: who says it and when, the sentence, how it differs, and why it is held to belong."""
    there = reference.there
    source = " · ".join(part for part in (one_line(there.outlet), date_words(there.published)) if part)
    lines = [wrapped(f"{source}: {one_line(there.title)} [{there.article}]", indent)]
    inner = indent + "  "
    lines.append(wrapped(f"“{one_line(there.text)}”", inner))
    lines += [
        wrapped(f"{_aspect(each, reference)}: here “{one_line(each.here)}”; there “{one_line(each.there)}”", inner)
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


def _aspect(difference: Difference, reference: CrossReference) -> str:
    return aspect_words(difference, reference.here, reference.there)


def _coverage_text(coverage: Coverage) -> str:
    here = "".join(wrapped(f"“{one_line(each.text)}”", "  ") for each in coverage.only_here)
    there = "".join(_left_out_text(each) for each in coverage.only_there)
    sections = (("Only here", here), ("Only there", there))
    return "".join(f"\n{heading}\n{told}" for heading, told in sections if told)


def _left_out_text(left: LeftOut) -> str:
    best = left.best
    source = " · ".join(part for part in (one_line(best.outlet), date_words(best.published)) if part)
    return (
        wrapped(f"{one_line(left.event.label)} · {counted(left.texts, 'report')}", "  ")
        + wrapped(f"{source}: {one_line(best.title)} [{best.article}]", "    ")
        + wrapped(f"“{one_line(best.text)}”", "    ")
    )


def _left_out_json(left: LeftOut) -> dict[str, object]:
    return {
        "event": left.event.id,
        "label": left.event.label,
        "reports": left.texts,
        "article": left.best.article,
        "title": left.best.title,
        "sentence": left.best.text,
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
