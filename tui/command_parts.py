"""What the commands of the command line have in common: options, arguments, the library they open, exit codes."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from articles.library import Library
    from articles.progress import Report
    from articles.query import Query

FAILED = 1
"""Exit code: something could not be done, and standard error says what."""
INTERRUPTED = 128 + signal.SIGINT
"""Exit code: the reader stopped it."""
WORDS = {"ignore_unknown_options": True}
"""Lets words that begin with a hyphen, `-name` or `-word`, through to the command."""

library_option = click.option(
    "--library",
    metavar="FILE",
    envvar="BROADSHEET_LIBRARY",
    type=click.Path(path_type=Path),
    help="The library to use, instead of $BROADSHEET_LIBRARY or your own.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
query_argument = click.argument("query", metavar="[QUERY]...", nargs=-1)
paths_argument = click.argument("paths", metavar="[PATH | URL]...", nargs=-1)
article_argument = click.argument("article", metavar="ID", type=int)
limit_option = click.option(
    "--limit", metavar="N", type=click.IntRange(min=1), default=200, show_default=True, help="How many at most."
)


def chosen_library(library: Path | None) -> Path:
    """The library that is named, else the reader's own."""
    if library is not None:
        return library
    import platformdirs

    return platformdirs.user_data_path("broadsheet", appauthor=False) / "library.sqlite3"


@contextmanager
def open_library(path: Path) -> Iterator[Library]:
    """Open a library, which is made where there is none."""
    from articles.library import Library

    with Library.open(path) as library:
        yield library


def existing_path(chosen: Path | None) -> Path:
    """The library that is chosen, which must be there.

    Raises:
        LibraryError: There is none.
    """
    from articles.errors import LibraryError

    path = chosen_library(chosen)
    if not path.exists():
        raise LibraryError("there is no library here yet", where=str(path), remedy="Make it with: broadsheet add PATH")
    return path


@contextmanager
def existing_library(chosen: Path | None) -> Iterator[Library]:
    """Open a library that is only looked at, and so is not made where there is none.

    Raises:
        LibraryError: There is none.
    """
    with open_library(existing_path(chosen)) as library:
        yield library


def parsed_query(query: Sequence[str]) -> Query:
    """What the words of a query mean. Raises `QueryError`."""
    from articles.query import parse

    return parse(" ".join(query))


def tell(report: Report) -> None:
    """Say on standard error what went wrong, and what else is worth knowing."""
    from tui.listings.output import print_problem

    for line in (*report.notices, *report.problems):
        print_problem(line)


def leave_with(report: Report) -> None:
    """End with the exit code of a report."""
    if report.problems:
        raise click.exceptions.Exit(FAILED)
