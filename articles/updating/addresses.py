"""Addresses that the reader adds: pages become articles, feeds are subscribed to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from articles.errors import BroadsheetError, SourceError
from articles.model import FeedAddress, Response, Subscription
from articles.pipeline import Run, Stage
from articles.sources.addresses import web_address, without_tracking
from articles.updating.pages import delivery_of, is_feed, is_front_page
from articles.updating.rounds import go_round
from articles.updating.side_by_side import side_by_side
from articles.updating.subscribing import Found, keep, kept_feed, sources_of

if TYPE_CHECKING:
    from articles.updating.fetching import Fetching


@dataclass(frozen=True, slots=True)
class _LookedUp:
    """What was found at an address: a response, or one line on why there is none."""

    address: str
    response: Response | None = None
    problem: str = ""


def add_addresses(run: Run, addresses: Sequence[str], fetching: Fetching) -> None:
    """Store the pages at addresses, and subscribe to the feeds among them.

    Raises:
        Cancelled: The reader asked to stop. What was stored stays.
    """
    wanted = dict.fromkeys(without_tracking(web_address(address)) for address in addresses)
    made: list[Subscription] = []
    run.begin(Stage.FETCHING, len(wanted))
    for found in side_by_side([partial(_look_up, address, fetching) for address in wanted], run.cancelled):
        if found.response is None:
            run.problem(found.problem)
        elif is_feed(found.response):
            made += _subscribe(run, found.address, kept_feed(found.response, found.address, fetching))
        elif is_front_page(found.response) and _names_feeds(found.response):
            run.problem(str(_front_page(found.response.address)))
        else:
            run.take((delivery_of(found.response),))
        run.step(found.address)
    if made:
        go_round(run, sources_of(made), fetching.subscribed)


def _look_up(address: str, fetching: Fetching) -> _LookedUp:
    try:
        return _LookedUp(address, fetching.named(address))
    except BroadsheetError as error:
        return _LookedUp(address, problem=str(error))


def _subscribe(run: Run, address: str, feed: FeedAddress) -> tuple[Subscription, ...]:
    made = keep(run, Found(feeds=(feed,)))
    run.notice(f"{address} is a feed: {'subscribed to it' if made[0].is_new else 'you had subscribed to it'}.")
    return made


def _names_feeds(page: Response) -> bool:
    from articles.sources.discovery import feeds_in_page

    return bool(feeds_in_page(page.content, page.address))


def _front_page(address: str) -> SourceError:
    return SourceError(
        "the front page of a site, not an article",
        address,
        f"Subscribe to the site with: broadsheet subscribe {address}",
    )
