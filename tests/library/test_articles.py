"""Articles in and out of the library."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from articles.errors import LibraryError, NotFoundError
from articles.library import Library
from articles.model import (
    Article,
    ArticleState,
    Basis,
    Block,
    BlockKind,
    Line,
    LineRole,
    Markup,
    MarkupKind,
    Precision,
    Published,
    RawDocument,
    SourceFormat,
    StoredArticle,
)
from articles.query import parse
from tests.library.building import RETRIEVED_AT, add, annotate, article, raw, stated

WHOLE = Article(
    "Bridge opens",
    (
        Block(
            BlockKind.PARAGRAPH, "Mayor opens bridge", markup=(Markup(0, 5, MarkupKind.LINK, "https://example.org"),)
        ),
        Block(BlockKind.CAPTION, "The bridge", "Photo Agency"),
    ),
    "A. Writer",
    "Courier",
    Published(
        datetime(2024, 3, 1, tzinfo=UTC).date(),
        Precision.MINUTE,
        Basis.STATED,
        ("1 March 2024",),
        datetime(2024, 3, 1, 23, 30, tzinfo=timezone(timedelta(hours=5, minutes=30))),
    ),
    "https://example.org/bridge",
    "en",
    (Line("Share", LineRole.CHROME, "sharing"), Line("", LineRole.BLANK, "")),
)


def test_an_article_comes_back_as_it_was_stored(library: Library) -> None:
    stored = library.store_article(raw(1), WHOLE)
    assert library.article(stored.id) == WHOLE


def test_its_raw_bytes_come_back_as_they_came(library: Library) -> None:
    document = RawDocument(bytes(range(256)) * 50, "-", SourceFormat.HTML, RETRIEVED_AT)
    stored = library.store_article(document, WHOLE)
    assert library.raw_document(stored.id) == document


def test_the_same_bytes_again_change_nothing(library: Library) -> None:
    first = library.store_article(raw(1), WHOLE)
    library.tags.add([first.id], "bridges")
    before = library.rows([first.id])
    assert library.store_article(raw(1), article("Another cleaning")) == StoredArticle(first.id, is_new=False)
    assert library.rows([first.id]) == before
    assert library.counts().articles == 1


def test_other_bytes_with_the_same_text_are_another_article(library: Library) -> None:
    first = library.store_article(raw(1), WHOLE)
    assert library.store_article(raw(2), WHOLE) == StoredArticle(first.id + 1, is_new=True)


def test_a_row_shows_what_a_list_needs(library: Library) -> None:
    row = library.row(library.store_article(raw(1), WHOLE).id)
    assert (row.title, row.outlet, row.words, row.state) == ("Bridge opens", "Courier", 5, ArticleState.WAITING)
    assert row.published == Published(
        WHOLE.published.day, Precision.MINUTE, Basis.STATED, moment=WHOLE.published.moment
    )


@pytest.mark.parametrize("ask", [Library.article, Library.raw_document, Library.row, Library.annotations])
def test_what_is_not_there_is_named(library: Library, ask: object) -> None:
    assert callable(ask)
    with pytest.raises(NotFoundError, match="no article 7"):
        ask(library, 7)


def test_a_number_too_large_for_the_database_is_no_traceback(library: Library) -> None:
    with pytest.raises(LibraryError, match="no number in a library is that large"):
        library.article(10**30)


def test_bytes_of_a_file_name_that_are_no_text_are_kept_readable(library: Library) -> None:
    document = RawDocument(b"x", "/saved/caf\udce9.txt", SourceFormat.TEXT, RETRIEVED_AT)
    stored = library.store_article(document, article("Lone \ud800 surrogate", "and \udfff more"))
    assert library.raw_document(stored.id).origin == r"/saved/caf\udce9.txt"
    assert library.row(stored.id).title == r"Lone \ud800 surrogate"
    assert list(library.ids(parse("more"))) == [stored.id]


def test_text_that_means_something_to_databases_and_screens_is_only_text(library: Library) -> None:
    nasty = "'; DROP TABLE article; -- [bold] [@click=x] \x00 \x1b[2J %s {}"
    stored = library.store_article(raw(1), article(nasty, nasty, outlet=nasty))
    assert library.article(stored.id).title == nasty
    assert library.row(stored.id).title == nasty


def test_newest_wait_first_and_failed_ones_wait_no_more(library: Library) -> None:
    old = add(library, 1, published=stated(2020, 1, 1))
    new = add(library, 2, published=stated(2024, 1, 1))
    assert library.pending() == (new, old)
    library.mark_failed(new, "the engine failed")
    assert library.pending() == (old,)
    assert library.row(new).state is ArticleState.FAILED
    assert library.failure(new) == "the engine failed"
    assert library.counts().failed == 1


def test_failed_ones_can_be_tried_again(library: Library) -> None:
    library.mark_failed(add(library, 1), "no")
    assert len(library.retry_failed()) == 1
    assert library.pending() == (1,)
    assert library.failure(1) == ""
    assert library.retry_failed() == ()


def test_failing_an_article_that_is_not_there_is_told(library: Library) -> None:
    with pytest.raises(NotFoundError):
        library.mark_failed(3, "no")


def test_counts_know_the_span_of_the_library(library: Library) -> None:
    add(library, 1)
    add(library, 2, published=stated(2020, 1, 1))
    add(library, 3, published=stated(2024, 5, 6))
    counts = library.counts()
    assert (counts.articles, counts.unread, counts.waiting) == (3, 3, 3)
    assert (counts.oldest, counts.newest) == (stated(2020, 1, 1).day, stated(2024, 5, 6).day)


def test_another_cleaning_takes_the_place_of_the_first_and_leaves_the_marks(library: Library) -> None:
    identity, other = add(library, 1), add(library, 2)
    annotate(library, identity)
    annotate(library, other, identity)
    library.tags.add([identity], "bridges")
    cleaned = article("Tunnel opens", "Nothing is said of the river.", outlet="The Courier")
    library.replace_article(identity, cleaned)
    row = library.row(identity)
    assert (row.title, row.outlet, row.tags) == ("Tunnel opens", "The Courier", ("bridges",))
    assert row.state is ArticleState.WAITING
    assert library.article(identity) == cleaned
    assert library.annotations(identity) is None
    assert (row.related, library.row(other).related, library.links(other)) == (0, 0, ())
    assert list(library.ids(parse("river"))) == [identity]
    assert list(library.ids(parse("bridge title:tunnel"))) == []


def test_the_same_cleaning_again_changes_nothing(library: Library) -> None:
    identity = add(library, 1)
    annotate(library, identity)
    library.replace_article(identity, library.article(identity))
    assert library.row(identity).state is ArticleState.READY


def test_cleaning_an_article_that_is_not_there_is_told(library: Library) -> None:
    with pytest.raises(NotFoundError, match="no article 7"):
        library.replace_article(7, article())
