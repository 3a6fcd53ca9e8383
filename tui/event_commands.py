"""The commands of the command line about events: which there are, when they happened, and how articles tell them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from tui.command_parts import (
    WORDS,
    existing_library,
    json_option,
    library_option,
    limit_option,
    parsed_query,
    query_argument,
)


@click.command(context_settings=WORDS)
@query_argument
@click.option("--story", metavar="ID", type=int, help="Only the story that this article belongs to.")
@limit_option
@library_option
@json_option
def timeline(query: Sequence[str], story: int | None, limit: int, library: Path | None, as_json: bool) -> None:
    """List what happened, in its order.

    Events whose days are known, in the order in which they happened; those that are planned, possible or denied apart.
    What somebody merely said is left out. Of many the most reported are shown.

    Names (person: org: place: entity:) ask who has part in an event or where it was, event: what it is called, after:
    and before: when it happened; all else asks which articles report it.
    """
    from articles.query import of_articles
    from articles.reading.stories import story_of
    from articles.reading.timeline import timeline as make_timeline
    from tui.listings.output import print_json, print_text
    from tui.listings.timeline import timeline_json, timeline_text

    with existing_library(library) as opened:
        wanted = parsed_query(query)
        if story is not None:
            wanted &= of_articles(story_of(opened, story).articles)
        made = make_timeline(opened, wanted, limit)
    if as_json:
        print_json(timeline_json(made))
    else:
        print_text(timeline_text(made))


@click.command(context_settings=WORDS)
@query_argument
@limit_option
@click.option("--trail", "with_trail", is_flag=True, help="Tell who had each first, and on whose word.")
@library_option
@json_option
def events(query: Sequence[str], limit: int, with_trail: bool, library: Path | None, as_json: bool) -> None:
    """List what the articles report."""
    from articles.reading.trail import trail
    from tui.listings.events import event_json, event_text
    from tui.listings.output import print_json, print_text
    from tui.listings.trail import event_with_trail, trail_json

    with existing_library(library) as opened:
        found = opened.events(parsed_query(query), limit)
        trails = [trail(opened, each.id) for each in found] if with_trail else []
    if as_json:
        told = [{"trail": trail_json(each)} for each in trails] or [{}] * len(found)
        print_json({"events": [{**event_json(each), **own} for each, own in zip(found, told, strict=True)]})
    else:
        print_text(map(event_with_trail, trails) if with_trail else map(event_text, found))


@click.command()
@click.argument("event", metavar="ID", type=int)
@library_option
@json_option
def event(event: int, library: Path | None, as_json: bool) -> None:
    """Show an event: who reports it, and how.

    Who had it first in this library, who is cited for it, and whether many mastheads print one text or rely on one
    source.
    """
    from articles.reading.trail import trail
    from tui.listings.events import event_json
    from tui.listings.output import print_json, print_text
    from tui.listings.trail import trail_json, trail_text

    with existing_library(library) as opened:
        found = trail(opened, event)
    if as_json:
        print_json({**event_json(found.event), **trail_json(found)})
    else:
        print_text(trail_text(found))


@click.command()
@click.argument("articles", metavar="ID ID...", type=int, nargs=-1, required=True)
@click.option("--markdown", is_flag=True, help="Print Markdown with citations.")
@library_option
@json_option
def compare(articles: Sequence[int], markdown: bool, library: Path | None, as_json: bool) -> None:
    """Compare articles by what they report.

    Which events they tell alike, which differently (figure, day, place, name, wording) or one against the other, and
    what each of them tells alone.
    """
    from articles.reading.comparison import compare_reports
    from tui.listings.comparison import comparison_json, comparison_text
    from tui.listings.comparison_markdown import comparison_markdown
    from tui.listings.output import print_json, print_text

    if len(set(articles)) < 2:
        raise click.UsageError("name two articles or more.")
    with existing_library(library) as opened:
        made = compare_reports(opened, articles)
        addresses = {each: opened.address(each) for each in articles}
    if as_json:
        print_json(comparison_json(made))
    elif markdown:
        print_text((comparison_markdown(made, addresses),))
    else:
        print_text(comparison_text(made))


@click.command()
@click.option("--revoke", metavar="N", type=int, help="Take back the ruling with that number.")
@library_option
@json_option
def rulings(revoke: int | None, library: Path | None, as_json: bool) -> None:
    """List your rulings on links, or take one back.

    In the side pane of the reading room = says that two passages report the same event, ! that they don't. That is kept
    apart from what was found, and binds whenever an article is linked.
    """
    from articles.relinking import link_ruled
    from tui.listings.event_rulings import ruling_text, rulings_json
    from tui.listings.output import print_json, print_text

    with existing_library(library) as opened:
        if revoke is not None:
            link_ruled(opened, opened.event_rulings.revoke(revoke))
        found = opened.event_rulings.rows(opened.event_rulings.all())
    if as_json:
        print_json(rulings_json(found))
    else:
        print_text(map(ruling_text, found) if found else ("no rulings on links\n",))
