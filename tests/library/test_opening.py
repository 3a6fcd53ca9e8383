"""Which files are opened, which are refused, and that what is refused is left as it was."""

from __future__ import annotations

import os
import re
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from articles.errors import LibraryError, LibraryVersionError
from articles.library import Library
from articles.library.migrating import APPLICATION_ID, LATEST_VERSION
from tests.library.building import add

MIGRATIONS = Path(sys.modules["articles.library"].__path__[0]) / "migrations"


def refusal(path: Path) -> LibraryError:
    """The error with which a file is refused, which must be one line and leave the file as it was."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LibraryError) as caught:
        Library.open(path)
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert not path.with_name(path.name + "-wal").exists()
    return caught.value


def test_a_missing_file_is_created_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "library"
    with Library.open(path) as library:
        assert library.path == path
        assert library.counts().articles == 0
    header = path.read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID


def test_an_empty_file_becomes_a_library(library_path: Path) -> None:
    library_path.touch()
    with Library.open(library_path) as library:
        assert add(library, 1) == 1


def test_what_was_stored_is_there_when_it_is_opened_again(library_path: Path) -> None:
    with Library.open(library_path) as library:
        add(library, 1)
    with Library.open(library_path) as library:
        assert list(library.ids()) == [1]


def test_the_latest_version_is_the_highest_numbered_migration() -> None:
    numbers = [int(script.name[:4]) for script in sorted(MIGRATIONS.glob("*.sql"))]
    assert numbers == list(range(1, LATEST_VERSION + 1))


def test_a_library_of_an_older_version_is_brought_up_to_date(library_path: Path) -> None:
    with sqlite3.connect(library_path) as old:
        first = next(MIGRATIONS.glob("0001_*.sql")).read_text(encoding="utf-8")
        old.executescript(f"PRAGMA application_id = {APPLICATION_ID};{first};PRAGMA user_version = 1;")
        old.execute(
            "INSERT INTO article (digest, title, byline, outlet, precision, basis, listed, words)"
            " VALUES (zeroblob(32), 'Old', '', '', 'day', 'unknown', 0, 1)"
        )
    old.close()
    with Library.open(library_path) as library:
        assert library.rows([1])[0].title == "Old"
        assert library.counts().entities == 0


def test_a_newer_version_is_refused_and_says_to_upgrade(library_path: Path) -> None:
    Library.open(library_path).close()
    with sqlite3.connect(library_path) as newer:
        newer.execute(f"PRAGMA user_version = {LATEST_VERSION + 1}")
        newer.execute("PRAGMA journal_mode = DELETE")
    newer.close()
    error = refusal(library_path)
    assert isinstance(error, LibraryVersionError)
    assert "Upgrade Broadsheet" in str(error)


def test_another_programs_database_is_refused(library_path: Path) -> None:
    with sqlite3.connect(library_path) as other:
        other.execute("CREATE TABLE cookies (name TEXT)")
    other.close()
    error = refusal(library_path)
    assert isinstance(error, LibraryVersionError)
    assert "another program" in str(error)


@pytest.mark.parametrize("content", [b"once upon a time", b"\x00" * 5000, b"SQLite format 3\x00", b"SQL"])
def test_a_file_that_is_no_database_is_refused(library_path: Path, content: bytes) -> None:
    library_path.write_bytes(content)
    refusal(library_path)


def test_a_damaged_library_is_told_as_damaged(library_path: Path) -> None:
    with Library.open(library_path) as library:
        for number in range(200):
            add(library, number)
    with sqlite3.connect(library_path) as whole:
        whole.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole.close()
    content = bytearray(library_path.read_bytes())
    content[4096 : len(content)] = b"\xff" * (len(content) - 4096)
    library_path.write_bytes(content)
    with pytest.raises(LibraryError, match="damaged"), Library.open(library_path) as library:
        library.rows(library.ids())


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "folder" in str(refusal(tmp_path))


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(LibraryError, match="no file"):
        Library.open(tmp_path / "pipe")


def test_a_path_through_a_file_is_refused(library_path: Path) -> None:
    library_path.write_text("a file")
    with pytest.raises(LibraryError, match=re.escape(str(library_path))):
        Library.open(library_path / "inside")


def test_a_path_with_a_nul_is_refused() -> None:
    with pytest.raises(LibraryError):
        Library.open(Path("no\x00where"))


def test_a_path_with_signs_that_mean_something_in_addresses_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "50% of? news#1 & é.broadsheet"
    Library.open(path).close()
    assert path.exists()


WITHOUT_PERMISSION = """
import os, sys
from pathlib import Path
from articles.errors import LibraryError
from articles.library import Library
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    Library.open(Path(sys.argv[1]))
except LibraryError as error:
    print(error)
"""


@pytest.mark.parametrize(("of_file", "of_folder"), [(0o444, 0o755), (0o444, 0o555), (0o644, 0o555), (0o000, 0o755)])
def test_without_permission_to_write_it_is_refused_in_one_line(tmp_path: Path, of_file: int, of_folder: int) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for parent in (tmp_path, *tmp_path.parents[:3]):
        if parent.stat().st_uid == os.getuid():
            parent.chmod(parent.stat().st_mode | stat.S_IXGRP | stat.S_IXOTH)
    path = folder / "library"
    Library.open(path).close()
    path.chmod(of_file)
    folder.chmod(of_folder)
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_PERMISSION, str(path)], capture_output=True, text=True, check=True, timeout=60
    )
    folder.chmod(0o755)
    assert done.stdout.count("\n") == 1
    assert str(path) in done.stdout
    assert "ermission" in done.stdout or "writable" in done.stdout


def test_a_folder_that_cannot_be_written_to_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="cannot be opened"):
        Library.open(Path("/proc/no/such/library"))


ENTERS_A_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from articles.errors import LibraryError
from articles.library import Library
from tests.library.building import add
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Library.open(Path(sys.argv[1])) as library:
    stored = 0
    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
    try:
        for number in range(10_000):
            add(library, number)
            stored += 1
    except LibraryError as error:
        print(stored)
        print(error)
"""


def test_a_full_disk_is_told_in_one_line_and_loses_nothing(library_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ENTERS_A_FULL_DISK, str(library_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        cwd=Path(__file__).parents[2],
    )
    stored, message = done.stdout.splitlines()
    assert int(stored) > 0
    assert "disk" in message
    with Library.open(library_path) as library:
        assert library.counts().articles == int(stored)
        add(library, 99_999)


def add_many(library: Library) -> None:
    for number in range(10_000):
        add(library, number)


def test_a_library_that_may_not_grow_is_told_as_a_full_disk(library: Library) -> None:
    library._connection.run("PRAGMA max_page_count = 60")
    with pytest.raises(LibraryError, match="the disk is full"):
        add_many(library)
    assert library.counts().articles == len(library.ids())


def test_importing_the_library_brings_in_no_screen_and_no_model() -> None:
    heavy = ("textual", "rich", "spacy", "trafilatura", "lxml", "dateutil", "yaml", "markdown_it", "typer")
    script = f"import sys, articles.library; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert done.stdout.strip() == "[]"
