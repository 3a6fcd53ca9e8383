"""The commands of the command line about events: when they happened, and how several articles tell them."""

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
@limit_option
@library_option
@json_option
def timeline(query: Sequence[str], limit: int, library: Path | None, as_json: bool) -> None:
    """List what happened, in its order.

    Events whose days are known, in the order in which they happened; those that are planned, possible or denied apart.
    What somebody merely said is left out. Of many the most reported are shown.
    """
    from articles.reading.timeline import timeline as make_timeline
    from tui.listings.output import print_json, print_text
    from tui.listings.timeline import timeline_json, timeline_text

    with existing_library(library) as opened:
        made = make_timeline(opened, parsed_query(query), limit)
    if as_json:
        print_json(timeline_json(made))
    else:
        print_text(timeline_text(made))


@click.command()
@click.argument("articles", metavar="ID ID...", type=int, nargs=-1, required=True)
@click.option("--markdown", is_flag=True, help="Print Markdown with citations.")
@library_option
@json_option
def compare(articles: Sequence[int], markdown: bool, library: Path | None, as_json: bool) -> None:
    """Compare articles by what they report.

    Which events they tell alike, which differently (figure, day, place, name) or one against the other, and what each
    of them tells alone.
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
