"""The commands of the command line. Only `read` and `demo` on a terminal import the screen, and only then."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui import correction_commands, entity_commands
from tui.annotation_commands import retry
from tui.arguments import READ, routed
from tui.command_parts import (
    INTERRUPTED,
    WORDS,
    article_argument,
    chosen_library,
    existing_library,
    json_option,
    leave_with,
    library_option,
    limit_option,
    open_library,
    parsed_query,
    paths_argument,
    query_argument,
    tell,
)
from tui.doctor_command import doctor
from tui.event_commands import compare, event, events, rulings, timeline
from tui.export_commands import export
from tui.serve_command import serve
from tui.source_commands import fetch, sources, subscribe, unsubscribe, update
from tui.tag_commands import tag, tags
from tui.terminal import has_screen, open_room
from tui.theme_commands import themes
from tui.version_commands import versions
from tui.view_commands import views

if TYPE_CHECKING:
    from articles.library import Library
    from articles.progress import Report
    from articles.query import Query

_PAGE = 500


class Program(click.Group):
    """The commands, one of which need not be named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Find the command in what was typed."""
        return super().parse_args(ctx, routed(args, self.commands))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of this module, which is that of use."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; Ctrl-C ends it with its own exit code."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as interrupt:
            raise click.exceptions.Exit(INTERRUPTED) from interrupt


@click.group(cls=Program, options_metavar="", subcommand_metavar="[PATH | URL]... | COMMAND [ARGS]...")
@click.version_option(package_name="broadsheet")
def program() -> None:
    """A news reader for the terminal that shows, beside the paragraph you read, what the other articles say.

    With no command it adds the files, folders and addresses that are named, if any, and opens the reading room.
    Without a terminal it prints the digest instead.
    """


@program.command(READ, hidden=True)
@paths_argument
@library_option
@json_option
def read(paths: Sequence[str], library: Path | None, as_json: bool) -> None:
    """Add what is named and open the reading room; without a terminal print the digest."""
    _read(chosen_library(library), paths, as_json=as_json)


@program.command()
@click.argument("paths", metavar="PATH|URL...", nargs=-1, required=True)
@library_option
@json_option
def add(paths: Sequence[str], library: Path | None, as_json: bool) -> None:
    """Add articles to the library.

    A PATH is a file, a folder with all that lies under it, or - for standard input; a URL is the address of a page.
    The address of a feed is subscribed to. What cannot be added is named, and the rest is added.
    """
    from tui.listings.adding import report_json, report_text
    from tui.listings.output import print_json, print_text

    report = _added(chosen_library(library), paths)
    if as_json:
        print_json(report_json(report))
    else:
        print_text((report_text(report),))
    leave_with(report)


for command in (subscribe, update, sources, unsubscribe, fetch, retry):
    program.add_command(command)


@program.command("list", context_settings=WORDS)
@query_argument
@click.option("--sort", metavar="ORDER", help="published, oldest, added, title, source, related.")
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="How many at most.")
@click.option("--view", metavar="NAME", help="List what a view of yours finds, in its order, narrowed by QUERY.")
@click.option("--all", "is_unfolded", is_flag=True, help="List every version of a text, not one for all.")
@library_option
@json_option
def list_articles(
    query: Sequence[str],
    sort: str | None,
    limit: int | None,
    view: str | None,
    is_unfolded: bool,
    library: Path | None,
    as_json: bool,
) -> None:
    """List the articles; of those with the same text one stands for all."""
    from tui.listings.articles import row_text, rows_json
    from tui.listings.output import print_json, print_text

    if sort is not None:
        _check_sort(sort)
    with existing_library(library) as opened:
        wanted, order = parsed_query(query), "published"
        if view is not None:
            kept = opened.views.one(view)
            wanted, order = parsed_query((kept.query,)) & wanted, kept.sort
        found = opened.ids(wanted, sort=sort or order, is_folded=not is_unfolded)
        shown = found[:limit]
        pages = (opened.rows(shown[start : start + _PAGE]) for start in range(0, len(shown), _PAGE))
        rows = (row for page in pages for row in page)
        if as_json:
            print_json(rows_json(rows, len(found)))
        else:
            print_text(map(row_text, rows))


@program.command()
@article_argument
@library_option
@json_option
def show(article: int, library: Path | None, as_json: bool) -> None:
    """Show one article, and what was found in it."""
    from tui.listings.article import article_json, article_text, read_article
    from tui.listings.output import print_json, print_text

    with existing_library(library) as opened:
        shown = read_article(opened, article)
    if as_json:
        print_json(article_json(shown))
    else:
        print_text((article_text(shown),))


program.add_command(versions)


@program.command()
@article_argument
@click.option("--doubtful", is_flag=True, help="Show the doubtful ones too.")
@library_option
@json_option
def related(article: int, doubtful: bool, library: Path | None, as_json: bool) -> None:
    """Show what others say about an article.

    Each paragraph that others report on is followed by what they say, and why it is held to belong to it. Then comes
    what only this article tells of its story, and what several others tell and it leaves out.
    """
    from articles.reading.coverage import coverage
    from articles.reading.crossrefs import article_cross_references
    from tui.listings.output import print_json, print_text
    from tui.listings.related import related_json, related_text

    with existing_library(library) as opened:
        cleaned = opened.article(article)
        groups = article_cross_references(opened, article)
        covered = coverage(opened, article)
    if as_json:
        print_json(related_json(article, cleaned, groups, covered))
    else:
        print_text((related_text(cleaned, groups, covered, with_doubtful=doubtful),))


@program.command(context_settings=WORDS)
@query_argument
@click.option("--kind", metavar="KIND", help="Of one kind only: person, organisation, place, event, ...")
@click.option("--sort", metavar="ORDER", default="reported", help="reported, mentioned, name, seen.")
@limit_option
@library_option
@json_option
def entities(
    query: Sequence[str], kind: str | None, sort: str, limit: int, library: Path | None, as_json: bool
) -> None:
    """List whom and what the articles name; sums and quantities only with --kind."""
    from articles.reading.entity_list import named
    from tui.listings.entities import entities_json, entity_text
    from tui.listings.output import print_json, print_text

    wanted = entity_commands.chosen_kind(kind) if kind is not None else None
    order = entity_commands.chosen_sort(sort)
    with existing_library(library) as opened:
        found = named(opened, parsed_query(query), kind=wanted, sort=order, limit=limit)
    if as_json:
        print_json(entities_json(found))
    else:
        print_text(map(entity_text, found))


for command in (*entity_commands.COMMANDS, events, event, timeline, compare, rulings):
    program.add_command(command)


program.add_command(tag)
program.add_command(tags)
program.add_command(views)


for command in correction_commands.COMMANDS:
    program.add_command(command)


@program.command(context_settings=WORDS)
@query_argument
@library_option
@json_option
def digest(query: Sequence[str], library: Path | None, as_json: bool) -> None:
    """Print the articles grouped by story.

    Each with its date, whom and what it names, and what the others say of the same events.
    """
    with existing_library(library) as opened:
        _print_digest(opened, parsed_query(query), as_json=as_json)


program.add_command(export)


@program.command()
@json_option
def demo(as_json: bool) -> None:
    """Open the reading room on sample articles.

    They are added to a library of their own, which is thrown away afterwards. Without a terminal the digest is
    printed instead.
    """
    from tempfile import TemporaryDirectory

    from articles.samples import sample_paths

    with TemporaryDirectory(prefix="broadsheet-demo-", ignore_cleanup_errors=True) as folder:
        _read(Path(folder) / "library.sqlite3", [str(path) for path in sample_paths()], as_json=as_json)


program.add_command(themes)


program.add_command(serve)


program.add_command(doctor)


def _read(library: Path, paths: Sequence[str], *, as_json: bool) -> None:
    if has_screen() and not as_json:
        code = open_room(library, paths)
        if code:
            raise click.exceptions.Exit(code)
        return
    report = _added(library, paths)
    with open_library(library) as opened:
        _print_digest(opened, parsed_query(()), as_json=as_json)
    leave_with(report)


def _added(library: Path, paths: Sequence[str]) -> Report:
    """Add what is named, showing how far it has come and what goes wrong on standard error."""
    from articles.updating import Updating
    from tui.listings.adding import ProgressLine

    with ProgressLine() as line:
        report = Updating(library, on_progress=line.show).add(paths)
    tell(report)
    return report


def _print_digest(library: Library, query: Query, *, as_json: bool) -> None:
    from articles.reading.digest import digest as make_digest
    from tui.listings.digest import digest_json, digest_text
    from tui.listings.output import print_json, print_text

    made = make_digest(library, query)
    if as_json:
        print_json(digest_json(made))
    else:
        print_text(digest_text(made))


def _check_sort(order: str) -> None:
    from articles.library import SORTS

    if order not in SORTS:
        raise click.UsageError(f"--sort {order!r}: there are {', '.join(SORTS)}.")
