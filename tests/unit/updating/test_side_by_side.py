"""Jobs done by several threads at once."""

from __future__ import annotations

import threading
from functools import partial

import pytest

from articles.errors import Cancelled
from articles.updating.side_by_side import THREADS, side_by_side


def test_all_results_come_in_the_order_in_which_they_are_done() -> None:
    first_may_end = threading.Event()

    def slow() -> str:
        assert first_may_end.wait(20)
        return "slow"

    results = side_by_side([slow, lambda: "quick"], threading.Event())
    assert next(results) == "quick"
    first_may_end.set()
    assert list(results) == ["slow"]


def test_more_jobs_than_threads_are_all_done() -> None:
    def number(value: int) -> int:
        return value

    jobs = [partial(number, value) for value in range(5 * THREADS)]
    assert sorted(side_by_side(jobs, threading.Event())) == list(range(5 * THREADS))


def test_no_jobs_are_no_results() -> None:
    assert list(side_by_side([], threading.Event())) == []


def test_waiting_ends_when_the_reader_asks_to_stop() -> None:
    cancelled, may_end = threading.Event(), threading.Event()
    results = side_by_side([may_end.wait], cancelled)
    cancelled.set()
    with pytest.raises(Cancelled):
        next(results)
    may_end.set()


def test_an_unforeseen_failure_is_raised_where_it_is_waited_for() -> None:
    def fails() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(side_by_side([fails], threading.Event()))
