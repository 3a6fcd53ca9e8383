"""Addresses that the reader adds: pages become articles, feeds are subscribed to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from articles.errors import Cancelled, SourceError
from articles.model import Response, Subscription
from articles.progress import Stage
from articles.run import Run
from articles.sources.addresses import web_address, without_tracking
from articles.updating.pages import delivery_of, is_feed, is_front_page, names_feeds
from articles.updating.problems import problem_of
from articles.updating.rounds import go_round
from articles.updating.side_by_side import side_by_side
from articles.updating.subscribing import NOTHING, Found, keep, kept_feed, offered_by, sources_of

if TYPE_CHECKING:
    from articles.updating.fetching import Fetching


@dataclass(frozen=True, slots=True)
class _LookedUp:
    """What was found at an address: the response with a page, or what to subscribe to or to tell instead."""

    address: str
    subscribing: Found = NOTHING
    response: Response | None = None


def add_addresses(run: Run, addresses: Sequence[str], fetching: Fetching, *, subscribes_to_sites: bool) -> None:
    """Store the pages at addresses, and subscribe to the feeds among them.

    Args:
        run: The run of the pipeline.
        addresses: As the reader typed them.
        fetching: Fetches.
        subscribes_to_sites: Whether the front page of a site stands for its feed; otherwise it is refused.

    Raises:
        Cancelled: The reader asked to stop. What was stored stays.
    """
    wanted = dict.fromkeys(without_tracking(web_address(address)) for address in addresses)
    made: list[Subscription] = []
    run.begin(Stage.FETCHING, len(wanted))
    jobs = [partial(_look_up, address, fetching, subscribes_to_sites) for address in wanted]
    for found in side_by_side(jobs, run.cancelled):
        made += keep(run, found.subscribing)
        if found.response is not None:
            run.take((delivery_of(found.response),))
        run.step(found.address)
    if made:
        go_round(run, sources_of(made), fetching.subscribed)


def _look_up(address: str, fetching: Fetching, subscribes_to_sites: bool) -> _LookedUp:
    """What is at an address, and what is to become of it."""
    try:
        response = fetching.named(address)
        if is_feed(response):
            feed = kept_feed(response, address, fetching)
            return _LookedUp(address, Found(feeds=(feed,), notice=f"{address} is a feed; you are subscribed to it."))
        if not (is_front_page(response) and names_feeds(response)):
            return _LookedUp(address, response=response)
        if subscribes_to_sites:
            return _LookedUp(address, offered_by(response, fetching))
        return _LookedUp(address, Found(problem=str(_front_page(response.address))))
    except Cancelled:
        raise
    except Exception as error:  # a page is hostile input
        return _LookedUp(address, Found(problem=problem_of(address, error)))


def _front_page(address: str) -> SourceError:
    return SourceError(
        "the front page of a site, not an article",
        address,
        f"Subscribe to the site with: broadsheet subscribe {address}",
    )
