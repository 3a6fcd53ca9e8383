"""Two connections at once, and a process that dies in the middle of writing."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from articles.errors import LibraryError
from articles.library import Library
from articles.model import ArticleRow
from tests.library.building import add, annotate, article, findings, raw
from tui.listings.article import read_article

ROOT = Path(__file__).parents[2]


def test_a_reader_sees_what_a_writer_has_committed(library: Library, library_path: Path) -> None:
    with Library.open(library_path) as screen:
        before = screen.data_version()
        assert screen.data_version() == before
        add(library, 1)
        assert screen.data_version() != before
        assert list(screen.ids()) == [1]


def test_a_reader_is_not_kept_waiting_by_a_writer(library: Library, library_path: Path) -> None:
    add(library, 1)
    with Library.open(library_path) as screen, library._connection.transaction():
        library._connection.run("UPDATE article SET title = 'being written'")
        assert screen.row(1).title == "Bridge opens 1"
        assert len(screen.ids()) == 1


def test_a_writer_waits_for_another_to_finish(library: Library, library_path: Path) -> None:
    add(library, 1)
    is_writing = threading.Event()

    def mark() -> None:
        with Library.open(library_path) as other:
            is_writing.set()
            other.set_read([1], True)

    with library._connection.transaction():
        library._connection.run("UPDATE article SET is_starred = 1")
        thread = threading.Thread(target=mark)
        thread.start()
        assert is_writing.wait(20)
    thread.join()
    row = library.row(1)
    assert (row.is_read, row.is_starred) == (True, True)


def test_two_threads_may_create_one_library_at_once(library_path: Path) -> None:
    failures: list[BaseException] = []
    barrier = threading.Barrier(4)

    def create(number: int) -> None:
        try:
            barrier.wait()
            with Library.open(library_path) as library:
                add(library, number)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=create, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with Library.open(library_path) as library:
        assert library.counts().articles == 4


def test_another_thread_is_told_to_open_its_own(library: Library) -> None:
    errors: list[LibraryError] = []

    def ask() -> None:
        try:
            library.ids()
        except LibraryError as error:
            errors.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert len(errors) == 1


def test_a_closed_library_says_so_and_may_be_closed_twice(library_path: Path) -> None:
    library = Library.open(library_path)
    library.close()
    library.close()
    with pytest.raises(LibraryError, match="closed"):
        library.ids()


def test_nothing_of_a_failed_statement_stays(library: Library) -> None:
    connection = library._connection

    def write_half() -> None:
        with connection.transaction():
            add_tag = "INSERT INTO tag (key, name) VALUES ('half', 'half')"
            connection.run(add_tag)
            connection.run(add_tag)

    with pytest.raises(LibraryError):
        write_half()
    assert library.tags.all() == ()
    library.tags.add([add(library, 1)], "whole")


DIES_WHILE_WRITING = """
import os, signal, sys
from pathlib import Path
from articles.library import Library
from articles.model import ArticleRow
from articles.model import Linked
from tests.library.building import add, findings, slots

def dies(annotations, ids):
    os.kill(os.getpid(), signal.SIGKILL)

with Library.open(Path(sys.argv[1])) as library:
    add(library, 2)
    library.store_annotations(2, findings(), [None, None], dies)
"""


def test_a_process_killed_while_writing_loses_only_what_it_was_writing(library_path: Path) -> None:
    with Library.open(library_path) as library:
        add(library, 1)
        annotate(library, 1)
    died = subprocess.run([sys.executable, "-c", DIES_WHILE_WRITING, str(library_path)], cwd=ROOT, check=False)
    assert died.returncode == -signal.SIGKILL
    with Library.open(library_path) as library:
        assert list(library.ids(sort="added")) == [2, 1]
        assert library.pending() == (2,)
        assert library.annotations(2) is None
        assert library.counts().entities == 2
        annotate(library, 2, 1)
        assert library.row(1).related == 1
    with sqlite3.connect(library_path) as checked:
        assert checked.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert checked.execute("PRAGMA foreign_key_check").fetchall() == []
    checked.close()


WRITES_AND_LEAVES = """
import sys
from pathlib import Path
from articles.library import Library
from articles.model import ArticleRow
from tests.library.building import add

with Library.open(Path(sys.argv[1])) as library:
    add(library, int(sys.argv[2]))
"""


def test_a_program_that_leaves_does_not_take_the_log_from_one_that_stays(library: Library, library_path: Path) -> None:
    """Closing a file gives up all locks that a process has on it (POSIX), also those that SQLite relies on."""
    add(library, 1)
    Library.open(library_path).close()
    command = [sys.executable, "-c", WRITES_AND_LEAVES, str(library_path)]
    for number in (2, 3):
        subprocess.run([*command, str(number)], cwd=ROOT, check=True)
        assert library_path.with_name(f"{library_path.name}-wal").exists()
        add(library, number + 10)
    assert len(library.ids()) == 5
    with sqlite3.connect(library_path) as checked:
        assert checked.execute("SELECT count(*) FROM article").fetchone() == (5,)
        assert checked.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    checked.close()


def test_the_search_index_is_whole_after_all_kinds_of_change(library: Library) -> None:
    for number in range(5):
        library.store_article(raw(number), article(f"Title {number}"))
        annotate(library, number + 1, *([number] if number else []))
    for number in range(5):
        annotate(library, number + 1)
    for table in ("article_words", "entity_words", "event_words"):
        library._connection.run(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
    assert library.annotations(1) == findings()


def test_a_library_that_is_opened_again_keeps_its_hold_on_the_file(library: Library) -> None:
    """POSIX lets go of a process's locks on a file when it closes any descriptor of it."""
    add(library, 1)
    with Library.open(library.path):
        pass
    look = "import sys, pathlib; from articles.library import Library; Library.open(pathlib.Path(sys.argv[1])).close()"
    subprocess.run([sys.executable, "-c", look, library.path], check=True, cwd=ROOT)
    assert library.path.with_name(f"{library.path.name}-wal").exists()


def test_all_answers_in_a_snapshot_are_of_one_moment(library: Library, library_path: Path) -> None:
    add(library, 1)
    with Library.open(library_path) as screen:
        with screen.snapshot():
            assert len(screen.ids()) == 1
            add(library, 2)
            with screen.snapshot():
                assert len(screen.ids()) == 1
        assert len(screen.ids()) == 2


def test_a_snapshot_that_fails_ends(library: Library) -> None:
    with pytest.raises(LibraryError), library.snapshot():
        library.article(7)
    assert library.article(add(library, 1)).title == "Bridge opens 1"


def test_an_article_is_printed_as_it_was_when_it_was_asked_for(
    library: Library, library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    annotate(library, add(library, 1))
    row_of = library.row

    def row_after_another_run(identity: int) -> ArticleRow:
        found = row_of(identity)
        with Library.open(library_path) as elsewhere:
            elsewhere.replace_article(1, article("Another text", "Nothing."))
        return found

    monkeypatch.setattr(library, "row", row_after_another_run)
    shown = read_article(library, 1)
    assert shown.article.title == shown.row.title
    assert len(shown.entity_ids) == len(shown.annotations.entities)
