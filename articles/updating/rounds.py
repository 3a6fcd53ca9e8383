"""A round over sources: looked at side by side, and what each delivers stored as it comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial

from articles import clock
from articles.model import Delivery, Source
from articles.progress import Stage
from articles.run import Run
from articles.updating.checking import Checked, Fetch, check
from articles.updating.delivered import Delivered
from articles.updating.side_by_side import side_by_side


def go_round(run: Run, sources: Sequence[Source], fetch: Fetch) -> None:
    """Look at sources and store what they deliver. What goes wrong with one is told, and the others go on.

    Raises:
        Cancelled: The reader asked to stop. What is stored stays, and the rest is delivered the next time.
    """
    run.begin(Stage.UPDATING, len(sources))
    for checked in side_by_side([partial(check, source, fetch) for source in sources], run.cancelled):
        _settle(run, checked)


def due(run: Run, ids: Sequence[int]) -> tuple[Source, ...]:
    """The sources to look at now: those that are named, else all in rotation, without those to be left alone.

    Raises:
        NotFoundError: One that is named is not there.
    """
    sources = run.library.sources
    wanted = tuple(sources.one(identity) for identity in dict.fromkeys(ids)) if ids else sources.all()
    present = clock.now()
    return tuple(source for source in wanted if (ids or source.is_active) and not _is_to_wait(run, source, present))


def _is_to_wait(run: Run, source: Source, present: datetime) -> bool:
    if source.not_before is None or source.not_before <= present:
        return False
    run.notice(f"{source.name}: its server wants to be left alone until {clock.moment_in_words(source.not_before)}.")
    return True


def _settle(run: Run, checked: Checked) -> None:
    """Store what a source delivered, and only then keep that it was looked at."""
    source, sources = checked.source, run.library.sources
    if checked.problem:
        run.problem(checked.problem)
    else:
        run.take(_to_be_stored(run, source, checked.offers(sources.seen(source.id))))
        run.source_read()
    if checked.moved_to and checked.moved_to != source.address:
        _move(run, source, checked.moved_to)
    sources.record(source.id, checked.check)
    run.step(source.name)


def _to_be_stored(run: Run, source: Source, offers: Iterable[Delivered]) -> Iterator[Delivery]:
    for each in offers:
        if isinstance(each, Delivery):
            yield each
            continue
        run.library.sources.remember(source.id, each.key, each.item)
        if each.problem:
            run.problem(each.problem)


def _move(run: Run, source: Source, address: str) -> None:
    if other := run.library.sources.at(address):
        run.notice(
            f"{source.name} has moved to {address}, which is source {other.id} already. Unsubscribe one of them."
        )
    else:
        run.library.sources.move(source.id, address)
        run.notice(
            f"{source.name} has moved for good from {source.address} to {address}, where it is fetched from now."
        )
