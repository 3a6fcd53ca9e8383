"""What the reader names, an address, a site, a folder or an OPML file, as sources to subscribe to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from articles.errors import BroadsheetError, Cancelled, SourceError
from articles.model import FeedAddress, Response, Source, SourceKind, Subscription
from articles.run import Run
from articles.sources.addresses import is_address, web_address, without_tracking
from articles.sources.files import MAX_BYTES, shown, unreadable
from articles.sources.formats import SUFFIXES
from articles.updating.pages import is_feed
from articles.updating.problems import problem_of
from articles.updating.side_by_side import side_by_side

if TYPE_CHECKING:
    from articles.updating.fetching import Fetching

_MOST_TRIED = 3
"""Feeds of a site that are tried, the best first, until one can be read."""
_MOST_NAMED = 5
_REMEDY = "Name the address of the feed itself"


@dataclass(frozen=True, slots=True)
class Found:
    """What a word of the reader's stands for."""

    kind: SourceKind = SourceKind.FEED
    feeds: tuple[FeedAddress, ...] = ()
    """To be subscribed to; for a folder its path, as the one address."""
    notice: str = ""
    problem: str = ""


NOTHING = Found()
"""Nothing to subscribe to and nothing to tell."""


def subscribe(run: Run, words: Sequence[str], fetching: Fetching) -> tuple[Subscription, ...]:
    """Subscribe to all that is named, and tell what cannot be subscribed to.

    Raises:
        Cancelled: The reader asked to stop. What was subscribed to stays so.
    """
    made: list[Subscription] = []
    for found in side_by_side([partial(find, word, fetching) for word in words], run.cancelled):
        made += keep(run, found)
    return tuple(made)


def keep(run: Run, found: Found) -> tuple[Subscription, ...]:
    """Subscribe to what was found, and tell what there is to tell."""
    if found.problem:
        run.problem(found.problem)
    if found.notice:
        run.notice(found.notice)
    return tuple(
        run.library.sources.subscribe(found.kind, feed.address, title=feed.title, category=feed.category)
        for feed in found.feeds
    )


def sources_of(subscriptions: Iterable[Subscription]) -> tuple[Source, ...]:
    """The sources that were subscribed to, each once."""
    return tuple({each.source.id: each.source for each in subscriptions}.values())


def find(word: str, fetching: Fetching) -> Found:
    """What a word stands for: an address, a folder, or a list of feeds.

    Raises:
        Cancelled: The reader asked to stop.
    """
    try:
        if is_address(word):
            return find_at(without_tracking(web_address(word)), fetching)
        path = Path(word).expanduser()
        if word and path.is_dir():
            return _folder(path)
        if path.is_file():
            return _listed(path)
        if _is_like_a_host(word):
            return find_at(without_tracking(spelt_out(word)), fetching)
        raise SourceError("no such address, folder or file", shown(word) or "an empty name", "Check it")
    except Cancelled:
        raise
    except (OSError, ValueError) as error:
        return Found(problem=str(unreadable(word, error)))
    except Exception as error:  # a page is hostile input
        return Found(problem=problem_of(word, error))


def find_at(address: str, fetching: Fetching) -> Found:
    """The feed at an address, or the best of those that the page there names.

    Raises:
        FetchError: It could not be fetched.
        SourceError: There is no feed.
        Cancelled: The reader asked to stop.
    """
    response = fetching.named(address)
    if is_feed(response):
        return Found(feeds=(kept_feed(response, address, fetching),))
    return offered_by(response, fetching)


def offered_by(page: Response, fetching: Fetching) -> Found:
    """The best feed that a page names, with the others named.

    Raises:
        SourceError: It names none that can be read.
        Cancelled: The reader asked to stop.
    """
    from articles.sources.discovery import feeds_in_page

    offered = feeds_in_page(page.content, page.address)
    if not offered:
        raise SourceError("neither a feed nor a page that names one", page.address, _REMEDY)
    problem = ""
    for position, feed in enumerate(offered[:_MOST_TRIED]):
        try:
            response = fetching.found(feed.address, page.address)
        except BroadsheetError as error:
            problem = problem or str(error)
            continue
        if is_feed(response):
            kept = kept_feed(response, feed.address, fetching)
            return Found(feeds=(kept,), notice=_others(page, (*offered[:position], *offered[position + 1 :])))
    what = f"the page names {offered[0].address}, which is no feed that can be read"
    raise SourceError(f"{what} ({problem.rstrip('.')})" if problem else what, page.address, _REMEDY)


def kept_feed(response: Response, address: str, fetching: Fetching) -> FeedAddress:
    """The address under which to keep a feed; what came from there is not fetched again in this run."""
    chosen = response.moved_to or address
    fetching.keep(chosen, response)
    return FeedAddress(chosen)


def _others(page: Response, others: Sequence[FeedAddress]) -> str:
    if not others:
        return ""
    named = [f"{feed.title} ({feed.address})" if feed.title else feed.address for feed in others[:_MOST_NAMED]]
    more = f", and {len(others) - _MOST_NAMED} more" if len(others) > _MOST_NAMED else ""
    return f"{page.address} has other feeds too: {', '.join(named)}{more}."


def _folder(path: Path) -> Found:
    try:
        name = str(path.resolve())
        name.encode()
    except UnicodeEncodeError as error:
        raise SourceError("its name is not valid text", shown(path), "Give the folder another name") from error
    return Found(SourceKind.FOLDER, (FeedAddress(name),))


def _listed(path: Path) -> Found:
    from articles.sources.opml import read_opml

    with path.open("rb") as stream:
        content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise SourceError("too large for a list of feeds", shown(path), "Check the name")
    if b"<opml" not in content[:4096].lower():
        raise SourceError(
            "neither a folder nor a list of feeds in OPML", shown(path), "Add a single article with: broadsheet add"
        )
    try:
        return Found(feeds=read_opml(content))
    except SourceError as error:
        raise SourceError(error.what, shown(path), error.remedy) from error


def spelt_out(word: str) -> str:
    """What the reader names, an address as browsers take it (`example.org`) in full, unless a file is called so."""
    try:
        is_path = Path(word).expanduser().exists()
    except (OSError, ValueError, RuntimeError):
        return word
    return word if is_path or is_address(word) or not _is_like_a_host(word) else f"https://{word}"


def _is_like_a_host(word: str) -> bool:
    host = word.partition("/")[0]
    is_like_a_file = host.lower().endswith((*SUFFIXES, ".opml", ".xml"))
    return "." in host.strip(".") and not is_like_a_file and not any(char.isspace() for char in word)
