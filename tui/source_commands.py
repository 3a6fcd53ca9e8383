"""The commands for what articles come from: subscribing, updating and full texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from tui.command_parts import (
    chosen_library,
    existing_library,
    existing_path,
    json_option,
    leave_with,
    library_option,
    tell,
)

if TYPE_CHECKING:
    from articles.library import Library
    from articles.model import Source
    from articles.updating import Updating

Answer = TypeVar("Answer")


@click.command()
@click.argument("words", metavar="URL|FOLDER|OPML...", nargs=-1, required=True)
@library_option
@json_option
def subscribe(words: Sequence[str], library: Path | None, as_json: bool) -> None:
    """Subscribe to feeds and folders, and add what they have now.

    A URL is the address of a feed, or of a site, whose feed is then found. New files of a FOLDER are added at each
    update. OPML is a file with a list of feeds, as other news readers write it.
    """
    from tui.listings.output import print_json, print_text
    from tui.listings.sources import subscriptions_json, subscriptions_text

    report, made = _run(chosen_library(library), lambda updating: updating.subscribe(words))
    tell(report)
    if as_json:
        print_json(subscriptions_json(made, report))
    else:
        print_text((subscriptions_text(made, report),))
    leave_with(report)


@click.command()
@click.argument("ids", metavar="[ID]...", nargs=-1, type=int)
@library_option
@json_option
def update(ids: Sequence[int], library: Path | None, as_json: bool) -> None:
    """Add what is new in feeds and watched folders.

    In all of them, or in those whose numbers are given. One that cannot be read is named, and the others go on.
    """
    from tui.listings.adding import report_json
    from tui.listings.output import print_json, print_text
    from tui.listings.sources import update_text

    report = _run(existing_path(library), lambda updating: updating.update(ids))
    tell(report)
    if as_json:
        print_json(report_json(report))
    else:
        print_text((update_text(report),))
    leave_with(report)


@click.command()
@library_option
@json_option
def sources(library: Path | None, as_json: bool) -> None:
    """List the feeds and watched folders.

    Each with its number, how many articles came from it, when it was last looked at, and what is wrong with it.
    """
    from tui.listings.output import print_json, print_text
    from tui.listings.sources import source_text, sources_json

    with existing_library(library) as opened:
        found = opened.sources.all()
    if as_json:
        print_json(sources_json(found))
    else:
        print_text(map(source_text, found))


@click.command()
@click.argument("source", metavar="ID|URL|FOLDER")
@library_option
@json_option
def unsubscribe(source: str, library: Path | None, as_json: bool) -> None:
    """End a subscription; its articles stay.

    It is known again when it is subscribed to another time.
    """
    from tui.listings.output import print_json, print_text
    from tui.listings.sources import source_json, unsubscribed_text

    with existing_library(library) as opened:
        ended = _named(opened, source)
        opened.sources.unsubscribe(ended.id)
    if as_json:
        print_json(source_json(ended))
    else:
        print_text((unsubscribed_text(ended),))


@click.command()
@click.argument("articles", metavar="ID...", nargs=-1, type=int, required=True)
@library_option
@json_option
def fetch(articles: Sequence[int], library: Path | None, as_json: bool) -> None:
    """Fetch the full text of articles.

    Where a feed gives only a summary, the article's page takes its place; a page that was added is fetched anew. What
    is there stays where the page gives less.
    """
    from tui.listings.adding import report_json
    from tui.listings.output import print_json, print_text
    from tui.listings.sources import fetched_text

    report = _run(existing_path(library), lambda updating: updating.fetch(articles))
    tell(report)
    if as_json:
        print_json(report_json(report))
    else:
        print_text((fetched_text(report),))
    leave_with(report)


def _run(library: Path, work: Callable[[Updating], Answer]) -> Answer:
    """Do something with sources, showing how far it has come."""
    from articles.updating import Updating
    from tui.listings.adding import ProgressLine

    with ProgressLine() as line:
        return work(Updating(library, on_progress=line.show))


def _named(library: Library, word: str) -> Source:
    """The source that a number, an address or a path names.

    Raises:
        NotFoundError: There is none.
    """
    from articles.errors import NotFoundError
    from articles.sources.addresses import is_address, web_address, without_tracking

    if word.isascii() and word.isdigit():
        return library.sources.one(int(word))
    address = without_tracking(web_address(word)) if is_address(word) else str(Path(word).expanduser().resolve())
    if found := library.sources.at(address) or library.sources.at(word):
        return found
    raise NotFoundError("no source has this address", where=word, remedy="List them with: broadsheet sources")
