"""The command of the command line that shows the versions of one text."""

from __future__ import annotations

from pathlib import Path

import click

from tui.command_parts import article_argument, existing_library, json_option, library_option


@click.command()
@article_argument
@click.option("--apart/--together", "apart", default=None, help="Hold it for another text from now on; undo that.")
@library_option
@json_option
def versions(article: int, apart: bool | None, library: Path | None, as_json: bool) -> None:
    """Show the versions of an article's text.

    They are the articles with the same text: copies under other mastheads, shortened ones, and later versions of its
    page. Each is followed by what changed since the one before it.
    """
    from articles.reading.versions import versions_of
    from tui.listings.output import print_json, print_text
    from tui.listings.versions import versions_json, versions_text

    with existing_library(library) as opened:
        if apart is not None:
            opened.versions.set_apart(article, apart)
        found = versions_of(opened, article)
    if as_json:
        print_json(versions_json(found))
    else:
        print_text(versions_text(found))
