"""The commands for sources: what there is, and what came of subscribing, updating and fetching."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from articles import clock
from articles.model import FeedAddress, Source, SourceKind, Subscription
from articles.progress import Report
from articles.sources.addresses import shown_address
from articles.text import one_line
from tui.listings.adding import report_json
from tui.listings.wording import counted


def source_text(source: Source) -> str:
    """One source: number, name, state and how many articles came from it; its address and what is wrong below."""
    remarks = (source.category, counted(source.articles, "article"), _checked_in_words(source), _state(source))
    lines = [f"{source.id:>6}  {source_name(source)}{''.join(f' · {one_line(each)}' for each in remarks if each)}"]
    if source.title:
        lines.append(f"{'':>8}{shown_address(source.address)}")
    if source.note:
        lines.append(f"{'':>8}! {one_line(source.note)}")
    return "".join(f"{line}\n" for line in lines)


def source_name(source: Source) -> str:
    """What a source is called, on one line."""
    return one_line(source.title) or shown_address(source.address)


def sources_json(sources: Iterable[Source]) -> dict[str, object]:
    """All sources."""
    return {"sources": [source_json(source) for source in sources]}


def source_json(source: Source) -> dict[str, object]:
    """One source. Moments are in UTC; what has never been is None."""
    return {
        "id": source.id,
        "kind": source.kind.value,
        "title": source.title,
        "address": source.address,
        "category": source.category,
        "home": source.home,
        "articles": source.articles,
        "active": source.is_active,
        "checked": _iso(source.checked_at),
        "succeeded": _iso(source.succeeded_at),
        "not_before": _iso(source.not_before),
        "failures": source.failures,
        "note": source.note,
    }


def subscriptions_text(made: Sequence[Subscription], report: Report) -> str:
    """What was subscribed to, a line each, and what it brought."""
    lines = (
        f"{'subscribed to' if each.is_new else 'you had subscribed to'} {each.source.id}: {source_name(each.source)}\n"
        for each in made
    )
    return "".join(lines) + (update_text(report) if made else "")


def subscriptions_json(made: Sequence[Subscription], report: Report) -> dict[str, object]:
    """What was subscribed to, and what it brought."""
    subscriptions = [{"new": each.is_new, **source_json(each.source)} for each in made]
    return {"subscriptions": subscriptions, "report": report_json(report)}


def update_text(report: Report) -> str:
    """What an update brought, in one line: `12 sources read, 3 articles added, 1 changed, 1 problem`."""
    if not (report.sources or report.problems or report.notices):
        return "no source to update; subscribe to one with: broadsheet subscribe URL\n"
    brought = f"{counted(report.added, 'article')} added" if report.added or report.changed else "nothing new"
    parts = [f"{counted(report.sources, 'source')} read", brought]
    if report.changed:
        parts.append(f"{report.changed} changed")
    if report.problems:
        parts.append(counted(len(report.problems), "problem"))
    return ", ".join(parts) + "\n"


def fetched_text(report: Report) -> str:
    """What came of fetching articles, in one line."""
    parts = [f"{counted(report.changed, 'article')} fetched"]
    if report.unchanged:
        parts.append(f"{report.unchanged} {'is' if report.unchanged == 1 else 'are'} as before")
    if report.problems:
        parts.append(counted(len(report.problems), "problem"))
    return ", ".join(parts) + "\n"


def unsubscribed_text(source: Source) -> str:
    """What was unsubscribed from, and what becomes of its articles."""
    stay = f"its {counted(source.articles, 'article')} {'stays' if source.articles == 1 else 'stay'}"
    return f"no longer subscribed to {source_name(source)}" + (f"; {stay}\n" if source.articles else "\n")


def feeds_of(sources: Iterable[Source]) -> tuple[FeedAddress, ...]:
    """The feeds among sources, as other programs know them."""
    return tuple(
        FeedAddress(source.address, source.title, source.category)
        for source in sources
        if source.kind is SourceKind.FEED
    )


def feeds_json(feeds: Iterable[FeedAddress]) -> dict[str, object]:
    """The feeds."""
    return {
        "feeds": [{"address": feed.address, "title": feed.title, "category": feed.category} for feed in feeds],
    }


def _state(source: Source) -> str:
    if not source.is_active:
        return "out of rotation"
    if source.not_before is not None and source.not_before > clock.now():
        return f"not before {clock.moment_in_words(source.not_before)}"
    return f"failed {counted(source.failures, 'time')}" if source.failures else ""


def _checked_in_words(source: Source) -> str:
    return f"checked {clock.moment_in_words(source.checked_at)}" if source.checked_at else "never checked"


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
