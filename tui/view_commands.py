"""`broadsheet views`: the searches that the reader keeps under a name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from tui.command_parts import WORDS, existing_library, json_option, library_option, parsed_query, query_argument


@click.group(invoke_without_command=True)
@library_option
@json_option
@click.pass_context
def views(context: click.Context, library: Path | None, as_json: bool) -> None:
    """List your views, or keep or forget one."""
    if context.invoked_subcommand is not None:
        return
    from tui.listings.output import print_json, print_text
    from tui.listings.views import load_views, view_text, views_json

    with existing_library(library) as opened:
        found = load_views(opened)
    if as_json:
        print_json(views_json(found))
    else:
        print_text(view_text(*each) for each in found)


@views.command(context_settings=WORDS)
@click.argument("name", metavar="NAME")
@query_argument
@click.option("--sort", metavar="ORDER", default="published", help="The order of its articles.")
@library_option
def keep(name: str, query: Sequence[str], sort: str, library: Path | None) -> None:
    """Keep a search under a name, in place of what was kept under it."""
    from articles.library import SORTS
    from tui.listings.output import print_text
    from tui.listings.views import view_text

    wanted = parsed_query(query)
    if not wanted:
        raise click.UsageError("Say what the view is to show: a QUERY.")
    if sort not in SORTS:
        raise click.UsageError(f"--sort {sort!r}: there are {', '.join(SORTS)}.")
    with existing_library(library) as opened:
        kept = opened.views.save(name, wanted, sort)
        print_text((view_text(kept, len(opened.ids(wanted))),))


@views.command()
@click.argument("name", metavar="NAME")
@library_option
def forget(name: str, library: Path | None) -> None:
    """Forget a view; its articles stay."""
    with existing_library(library) as opened:
        opened.views.remove(name)
