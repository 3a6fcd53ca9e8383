"""Searching in notes: by their words, by the passages that they are about, and after every change of them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from articles.anchoring import Anchor
from articles.library import Library
from articles.query import parse
from articles.reading.notebook import notebook
from tests.library.building import add
from tests.library.older import copy_table, empty_library


def found(library: Library, query: str) -> list[int]:
    return list(library.ids(parse(query)))


def test_articles_are_found_by_the_words_of_notes_and_of_noted_passages(library: Library) -> None:
    first, second = add(library, 1), add(library, 2)
    words = library.article(first).text_of(0).split()[0]
    library.mark_passage(first, Anchor(0, 0, len(words)))
    note = library.mark_passage(second, None, "Ask the Pörtmaster")
    assert found(library, "note:portmaster") == [second]
    assert found(library, "-note:portmaster") == [first]
    assert first in found(library, f'note:"{words}"')
    assert found(library, "is:noted") == [second, first]
    library.write_note(note.id, "asked already")
    assert (found(library, "note:portm*"), found(library, "note:asked")) == ([], [second])
    removed = library.remove_passage_mark(note.id)
    assert found(library, "note:asked") == []
    library.put_back_passage_mark(removed)
    assert found(library, "note:asked") == [second]


def test_the_notebook_shows_what_was_marked_last_first(library: Library) -> None:
    first, second = add(library, 1), add(library, 2)
    for article, note in ((first, "one"), (second, "two"), (first, "three")):
        library.mark_passage(article, None, note)
    pages = notebook(library)
    assert [(page.row.id, [mark.note for mark in page.marks]) for page in pages] == [
        (first, ["one", "three"]),
        (second, ["two"]),
    ]
    assert [page.row.id for page in notebook(library, "tw")] == [second]
    assert notebook(library, '" OR ') == notebook(library, "or")


def test_notes_of_an_older_library_are_found(library_path: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.library"
    with Library.open(new) as library:
        library.mark_passage(add(library, 1), None, "the old lighthouse")
    with closing(empty_library(library_path, 12)) as old:
        old.execute("ATTACH ? AS new", (str(new),))
        for table in ("raw_document", "article", "cleaned_text", "passage_mark"):
            copy_table(old, table)
        old.commit()
    with Library.open(library_path) as library:
        assert found(library, "note:lighthouse") == [1]
        assert found(library, "note:light*") == [1]
