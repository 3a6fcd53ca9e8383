"""A look at one source: what it delivers that is new or has changed, or one line on why it could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from articles import clock
from articles.errors import BroadsheetError, Cancelled, FetchError
from articles.model import (
    Delivery,
    Feed,
    FeedItem,
    Response,
    SeenItems,
    Source,
    SourceCheck,
    SourceKind,
    Validators,
)
from articles.text import one_line, printable
from articles.updating.delivered import Delivered
from articles.updating.folder_contents import files_as_they_are, read_changed
from articles.updating.problems import problem_of, unforeseen

Fetch = Callable[[str, Validators], Response]
"""Fetches an address, given what its server said the last time."""
Offers = Callable[[SeenItems], Iterable[Delivered]]
"""What is new or has changed, given what was delivered before."""


def _nothing(seen: SeenItems) -> Iterable[Delivered]:
    return ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a look at a source."""

    source: Source
    check: SourceCheck
    """To be kept once all that was delivered is stored."""
    offers: Offers = _nothing
    """What it delivers. A folder's files are read only as they are asked for."""
    problem: str = ""
    """Why it could not be read, with where and what to do, in one line; empty where it could."""
    moved_to: str = ""
    """The address that the feed has moved to for good; empty for none."""


def check(source: Source, fetch: Fetch) -> Checked:
    """Look at a source, whatever is found there.

    Args:
        source: The feed or folder.
        fetch: Used for a feed; may be called from any thread.

    Raises:
        Cancelled: The reader asked to stop.
    """
    at = clock.now()
    try:
        if source.kind is SourceKind.FOLDER:
            return _check_folder(source, at)
        return _check_feed(source, fetch, at)
    except Cancelled:
        raise
    except FetchError as error:
        outcome = SourceCheck(at, error.what, error.is_gone, error.retry_at)
        return Checked(source, outcome, problem=_with_consequence(error))
    except Exception as error:  # a feed is hostile input, and the others are to go on whatever it does
        what = error.what if isinstance(error, BroadsheetError) else unforeseen(error)
        return Checked(source, SourceCheck(at, what), problem=problem_of(source.address, error))


def _with_consequence(error: FetchError) -> str:
    """The error with what follows from it."""
    if not error.is_gone:
        return str(error)
    return f"{error.where}: {error.what}. It is left out from now on; subscribe again to bring it back."


def _check_feed(source: Source, fetch: Fetch, at: datetime) -> Checked:
    from articles.sources.feeds import parse_feed

    response = fetch(source.address, source.validators)
    if response.is_unchanged:
        return Checked(source, SourceCheck(at, validators=response.validators), moved_to=response.moved_to)
    feed = parse_feed(response.content, response.address, response.charset)
    outcome = SourceCheck(at, validators=response.validators, title=feed.title, home=feed.home)
    offers = partial(_new_or_changed, tuple(_items(source, feed, at)))
    return Checked(source, outcome, offers, moved_to=response.moved_to)


def _items(source: Source, feed: Feed, at: datetime) -> Iterator[Delivery]:
    """The items, the oldest first, as feeds begin with the newest."""
    from articles.sources.feeds import item_document

    by_key: dict[str, FeedItem] = {}
    for item in feed.items:
        by_key.setdefault(one_line(printable(item.key)), item)
    for key, item in reversed(by_key.items()):
        raw = item_document(feed.title or source.title, item, at)
        yield Delivery(raw, source.id, key, item.address, is_summary=item.is_summary and bool(item.address))


def _new_or_changed(items: Iterable[Delivery], seen: SeenItems) -> Iterator[Delivered]:
    return (item for item in items if item.key not in seen or seen[item.key].digest != item.raw.digest)


def _check_folder(source: Source, at: datetime) -> Checked:
    return Checked(source, SourceCheck(at), partial(read_changed, source, files_as_they_are(Path(source.address))))
