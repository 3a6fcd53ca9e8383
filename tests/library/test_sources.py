"""Feeds and watched folders in the library: subscribed to, checked, moved, let go and taken up again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from articles.errors import LibraryError, NotFoundError
from articles.library import Library
from articles.model import SeenItem, Source, SourceCheck, SourceKind, Validators

FEED = "https://example.org/feed.xml"
NOON = datetime(2025, 6, 1, 12, 0, tzinfo=UTC)
DIGEST = "ab" * 32


@pytest.fixture
def source(library: Library) -> Source:
    return library.sources.subscribe(SourceKind.FEED, FEED, title="Courier", category="World/East").source


def test_a_subscription_has_what_was_given(library: Library, source: Source) -> None:
    assert source == Source(1, SourceKind.FEED, FEED, "Courier", "World/East")
    assert library.sources.all() == (source,)
    assert library.sources.at(FEED) == library.sources.one(1) == source
    assert library.sources.at("https://example.org/other") is None


def test_subscribing_again_changes_nothing_but_what_is_given(library: Library, source: Source) -> None:
    again = library.sources.subscribe(SourceKind.FEED, FEED, category="Local")
    assert not again.is_new
    assert again.source == replace(source, category="Local")


def test_sources_are_listed_by_category_and_name(library: Library) -> None:
    for address, title, category in (("https://b", "Beta", "Z"), ("https://c", "", ""), ("https://a", "alpha", "Z")):
        library.sources.subscribe(SourceKind.FEED, address, title=title, category=category)
    assert [each.name for each in library.sources.all()] == ["https://c", "alpha", "Beta"]


def test_what_is_unsubscribed_is_gone_until_it_is_subscribed_to_again(library: Library, source: Source) -> None:
    library.sources.remember(source.id, "one", SeenItem(DIGEST))
    library.sources.unsubscribe(source.id)
    assert library.sources.all() == ()
    assert library.sources.at(FEED) is None
    with pytest.raises(NotFoundError):
        library.sources.one(source.id)
    with pytest.raises(NotFoundError):
        library.sources.unsubscribe(source.id)
    again = library.sources.subscribe(SourceKind.FEED, FEED)
    assert again.is_new
    assert again.source == source
    assert library.sources.seen(source.id) == {"one": SeenItem(DIGEST)}


def test_a_check_that_goes_well_is_kept_with_what_the_server_gave(library: Library, source: Source) -> None:
    validators = Validators('"a1"', "Sun, 01 Jun 2025 11:00:00 GMT")
    library.sources.record(
        source.id, SourceCheck(NOON, validators=validators, title="The Courier", home="https://example.org")
    )
    kept = library.sources.one(source.id)
    assert kept == replace(
        source, home="https://example.org", validators=validators, checked_at=NOON, succeeded_at=NOON
    )
    library.sources.record(source.id, SourceCheck(NOON + timedelta(hours=1)))
    assert library.sources.one(source.id).validators == validators


def test_a_feed_gives_its_own_title_where_the_reader_gave_none(library: Library) -> None:
    identity = library.sources.subscribe(SourceKind.FEED, FEED).source.id
    library.sources.record(identity, SourceCheck(NOON, title="The\x1b[31m Courier\n"))
    assert library.sources.one(identity).title == "The␛[31m Courier"


def test_problems_are_counted_and_forgotten_once_all_is_well(library: Library, source: Source) -> None:
    later = NOON + timedelta(hours=2)
    library.sources.record(source.id, SourceCheck(NOON))
    for _ in range(2):
        library.sources.record(source.id, SourceCheck(NOON, problem="no\nanswer", not_before=later))
    kept = library.sources.one(source.id)
    assert (kept.failures, kept.note, kept.not_before, kept.succeeded_at) == (2, "no answer", later, NOON)
    assert kept.is_active
    library.sources.record(source.id, SourceCheck(later))
    kept = library.sources.one(source.id)
    assert (kept.failures, kept.note, kept.not_before, kept.checked_at) == (0, "", None, later)


def test_what_is_gone_is_out_of_rotation_until_it_is_subscribed_to_again(library: Library, source: Source) -> None:
    library.sources.record(source.id, SourceCheck(NOON, problem="gone for good", is_gone=True))
    kept = library.sources.one(source.id)
    assert (kept.is_active, kept.note) == (False, "gone for good")
    again = library.sources.subscribe(SourceKind.FEED, FEED)
    assert again.is_new
    assert (again.source.is_active, again.source.note) == (True, "")


def test_a_source_can_move_unless_another_is_there(library: Library, source: Source) -> None:
    there = library.sources.subscribe(SourceKind.FEED, "https://example.org/there").source
    with pytest.raises(LibraryError, match="source 2 has this address"):
        library.sources.move(source.id, there.address)
    library.sources.move(source.id, "https://example.org/new")
    assert library.sources.one(source.id).address == "https://example.org/new"
    library.sources.move(source.id, "https://example.org/new")


def test_a_source_that_moves_takes_over_what_was_unsubscribed_there(library: Library, source: Source) -> None:
    there = library.sources.subscribe(SourceKind.FEED, "https://example.org/there").source
    library.sources.remember(there.id, "one", SeenItem(DIGEST))
    library.sources.unsubscribe(there.id)
    library.sources.move(source.id, there.address)
    assert library.sources.seen(source.id) == {"one": SeenItem(DIGEST)}
    assert [each.id for each in library.sources.all()] == [source.id]


def test_a_folder_is_a_source_too_and_stamps_are_remembered(library: Library) -> None:
    identity = library.sources.subscribe(SourceKind.FOLDER, "/saved/news").source.id
    library.sources.remember(identity, "a.txt", SeenItem("", "10 20"))
    assert library.sources.seen(identity) == {"a.txt": SeenItem("", "10 20")}
    assert library.sources.one(identity).articles == 0
