"""What is delivered again: the same, another version, the full text of a summary, the same story in two feeds."""

from __future__ import annotations

from datetime import timedelta

import pytest

from articles.errors import NotFoundError
from articles.library import Library
from articles.model import (
    Article,
    ArticleAddress,
    ArticleState,
    Delivery,
    RawDocument,
    SourceFormat,
    SourceKind,
    StoredArticle,
)
from articles.query import parse
from articles.reading.versions import versions_of
from tests.library.building import RETRIEVED_AT, add, annotate, article, raw, stated

ADDRESS = "https://example.org/bridge"


def document(words: str, origin: str = ADDRESS, days: int = 0) -> RawDocument:
    return RawDocument(words.encode(), origin, SourceFormat.HTML, RETRIEVED_AT + timedelta(days=days))


@pytest.fixture
def feed(library: Library) -> int:
    return library.sources.subscribe(SourceKind.FEED, "https://example.org/feed.xml", title="Harbour Courier").source.id


def item(source: int, words: str, key: str = "1", *, address: str = ADDRESS, is_summary: bool = False) -> Delivery:
    return Delivery(document(words), source, key, address, is_summary=is_summary)


def test_a_new_item_becomes_an_article(library: Library, feed: int) -> None:
    assert library.deliver(item(feed, "a"), article("Bridge")) == StoredArticle(1, is_new=True)
    assert library.address(1) == ArticleAddress(ADDRESS, "https://example.org/feed.xml")
    assert library.sources.one(feed).articles == 1
    assert library.sources.seen(feed)["1"].digest == document("a").digest


def test_an_item_whose_text_changes_is_another_version_and_keeps_its_marks(library: Library, feed: int) -> None:
    library.deliver(item(feed, "a"), article("Bridge", "It opened."))
    annotate(library, 1)
    library.tags.add([1], "harbour")
    stored = library.deliver(item(feed, "b"), article("Bridge", "It opened late."))
    assert stored == StoredArticle(1, is_new=False, is_changed=True)
    assert library.article(1).blocks[0].text == "It opened late."
    assert library.raw_document(1).content == b"b"
    assert [each.content for each in library.earlier_raw_documents(1)] == [b"a"]
    row = library.row(1)
    assert (row.tags, row.state) == (("harbour",), ArticleState.WAITING)
    assert list(library.ids(parse("late"))) == [1]


def test_other_bytes_that_read_the_same_change_nothing(library: Library, feed: int) -> None:
    library.deliver(item(feed, "a"), article("Bridge"))
    annotate(library, 1)
    later = article("Bridge", published=stated(2025, 5, 2))
    assert library.deliver(item(feed, "b"), later) == StoredArticle(1, is_new=False)
    assert library.row(1).state is ArticleState.READY
    assert library.earlier_raw_documents(1) == ()
    assert library.sources.seen(feed)["1"].digest == document("b").digest


def test_a_version_can_be_taken_back(library: Library, feed: int) -> None:
    for words in "aba":
        library.deliver(item(feed, words), article("Bridge", words))
    assert library.raw_document(1).content == b"a"
    assert [each.content for each in library.earlier_raw_documents(1)] == [b"b"]


def test_an_undated_article_keeps_its_place_when_it_changes(library: Library, feed: int) -> None:
    library.deliver(Delivery(document("a"), feed, "1"), article("Bridge", "a"))
    library.deliver(Delivery(document("x", days=1), feed, "2"), article("Ferry", "x"))
    library.deliver(Delivery(document("b", days=2), feed, "1"), article("Bridge", "b"))
    assert list(library.ids()) == [2, 1]


def test_the_same_bytes_by_another_way_are_the_same_article(library: Library, feed: int) -> None:
    add(library, 7)
    delivery = Delivery(raw(7), feed, "7.txt")
    assert library.delivered(delivery) == 1
    assert library.sources.one(feed).articles == 1
    assert list(library.ids(parse("feed:harbour"))) == [1]


def test_the_bytes_of_an_earlier_version_are_known(library: Library, feed: int) -> None:
    for words in "ab":
        library.deliver(item(feed, words), article("Bridge", words))
    assert library.delivered(Delivery(document("a"))) == 1
    assert library.delivered(item(feed, "b")) == 1
    assert library.delivered(item(feed, "a")) is None, "it is a version again"
    assert library.delivered(Delivery(document("c"))) is None


def test_an_item_that_comes_to_equal_another_article_becomes_that_one(library: Library, feed: int) -> None:
    library.deliver(item(feed, "a", "1", address=""), article("Bridge", "a"))
    library.deliver(item(feed, "b", "2", address=""), article("Ferry", "b"))
    assert library.delivered(item(feed, "b", "1", address="")) is None
    assert library.deliver(item(feed, "b", "1", address=""), article("Ferry", "b")) == StoredArticle(2, is_new=False)


def test_one_story_in_two_feeds_of_a_site_is_one_article(library: Library, feed: int) -> None:
    other = library.sources.subscribe(SourceKind.FEED, "https://example.org/top.xml").source.id
    library.deliver(item(feed, "a", "1"), article("Bridge opens", "a"))
    assert library.deliver(item(other, "b", "x"), article("Bridge Opens", "b")) == StoredArticle(1, is_new=False)
    assert [library.sources.one(source).articles for source in (feed, other)] == [1, 1]
    assert library.deliver(item(other, "c", "y"), article("Ferry", "c")).is_new


def test_items_of_one_feed_that_share_an_address_are_different_articles(library: Library, feed: int) -> None:
    library.deliver(item(feed, "a", "1"), article("Release", "a"))
    assert library.deliver(item(feed, "b", "2"), article("Release", "b")).is_new
    assert library.deliver(Delivery(document("c"), address=ADDRESS), article("Releases", "c")).is_new


def test_an_address_that_the_reader_named_was_found_on_nothing(library: Library) -> None:
    library.deliver(Delivery(document("a"), address=ADDRESS), article("Bridge", "a"))
    assert library.address(1) == ArticleAddress(ADDRESS)


def test_the_full_text_takes_the_place_of_the_summary_which_is_kept(library: Library, feed: int) -> None:
    library.deliver(item(feed, "a", is_summary=True), article("Bridge", "Short."))
    assert library.row(1).is_summary
    assert list(library.ids(parse("is:summary"))) == [1]
    assert library.store_version(1, Delivery(document("page")), article("Bridge", "Short.", "And long."))
    assert not library.row(1).is_summary
    assert list(library.ids(parse("-is:summary"))) == [1]
    assert [each.content for each in library.earlier_raw_documents(1)] == [b"a"]
    assert not library.store_version(1, Delivery(document("page 2")), article("Bridge", "Short.", "And long."))
    assert library.raw_document(1).content == b"page"


def test_a_summary_that_changes_does_not_take_the_place_of_the_full_text(library: Library, feed: int) -> None:
    library.deliver(item(feed, "a", is_summary=True), article("Bridge", "Short."))
    library.store_version(1, Delivery(document("page")), article("Bridge", "Long."))
    assert library.deliver(item(feed, "b", is_summary=True), article("Bridge", "Shorter.")) == StoredArticle(
        1, is_new=False
    )
    assert library.article(1).blocks[0].text == "Long."
    assert {each.content for each in library.earlier_raw_documents(1)} == {b"a", b"b"}


def test_a_page_at_a_known_address_is_that_article(library: Library, feed: int) -> None:
    library.deliver(item(feed, "a", is_summary=True), article("Bridge", "Short."))
    page = Delivery(document("page"), address=ADDRESS)
    assert library.deliver(page, article("Bridge", "Long.")) == StoredArticle(1, is_new=False, is_changed=True)
    assert not library.row(1).is_summary
    assert library.delivered(page) == 1


def test_the_charset_of_every_version_is_kept(library: Library, feed: int) -> None:
    for words in "ab":
        document = RawDocument(words.encode(), ADDRESS, SourceFormat.HTML, RETRIEVED_AT, f"charset-{words}")
        library.deliver(Delivery(document, feed, "1"), article("Bridge", words))
    assert library.raw_document(1).charset == "charset-b"
    assert [each.charset for each in library.earlier_raw_documents(1)] == ["charset-a"]


def test_a_saved_page_is_read_where_it_says(library: Library) -> None:
    library.store_article(raw(1), Article("Bridge", (), address="https://example.org/stated"))
    add(library, 2)
    assert library.address(1) == ArticleAddress("https://example.org/stated", "/saved/1.txt")
    assert library.address(2) is None
    with pytest.raises(NotFoundError):
        library.address(3)


def test_what_came_from_a_source_can_be_asked_for(library: Library, feed: int) -> None:
    library.deliver(item(feed, "a"), article("Bridge", published=stated(2025, 5, 1)))
    add(library, 2)
    for query in ("feed:courier", "feed:#1", 'feed:"harbour cour"', "feed:example.org"):
        assert list(library.ids(parse(query))) == [1], query
    assert list(library.ids(parse("feed:ferry"))) == []
    assert list(library.ids(parse("-feed:courier"))) == [2]


def test_what_an_article_was_before_is_one_of_its_versions(library: Library, feed: int) -> None:
    library.deliver(item(feed, "a"), article("Bridge", "It opened on Monday."))
    library.deliver(item(feed, "b"), article("Bridge", "It opened on Tuesday."))
    library.deliver(item(feed, "c"), article("Bridge late", "It opened on Friday."))
    assert library.row(1).all_versions == 3
    assert [text.blocks[0].text for text in library.earlier_texts(1)] == [
        "It opened on Monday.",
        "It opened on Tuesday.",
    ]
    first, second, now = versions_of(library, 1)
    assert [each.is_current for each in (first, second, now)] == [False, False, True]
    assert (first.row.title, now.row.title) == ("Bridge", "Bridge late")
    assert second.since_before is not None
    assert (second.since_before.added, second.since_before.removed) == (1, 1)


def test_a_summary_that_came_too_late_was_never_a_version(library: Library, feed: int) -> None:
    library.deliver(item(feed, "full"), article("Bridge", "It opened, and many came."))
    library.deliver(item(feed, "short", is_summary=True), article("Bridge", "It opened."))
    assert library.row(1).all_versions == 1
    assert library.earlier_texts(1) == ()
