"""What commands of the command line have in common: their options, and opening the library that is meant."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from articles.library import Library

library_option = click.option(
    "--library",
    metavar="FILE",
    envvar="BROADSHEET_LIBRARY",
    type=click.Path(path_type=Path),
    help="The library to use, instead of $BROADSHEET_LIBRARY or your own.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
article_argument = click.argument("article", metavar="ID", type=int)


def chosen_path(library: Path | None) -> Path:
    """The library that is named, else the reader's own."""
    if library is not None:
        return library
    import platformdirs

    return platformdirs.user_data_path("broadsheet", appauthor=False) / "library.sqlite3"


@contextmanager
def opened_library(path: Path) -> Iterator[Library]:
    """Open a library, making it where there is none."""
    from articles.library import Library

    with Library.open(path) as library:
        yield library


@contextmanager
def existing_library(chosen: Path | None) -> Iterator[Library]:
    """Open a library that is only looked at, and so is not made where there is none.

    Raises:
        LibraryError: There is none.
    """
    from articles.errors import LibraryError

    path = chosen_path(chosen)
    if not path.exists():
        raise LibraryError("there is no library here yet", where=str(path), remedy="Make it with: broadsheet add PATH")
    with opened_library(path) as library:
        yield library
