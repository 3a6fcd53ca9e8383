"""Rows of a library of today as one of an older version keeps them."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from articles.library import Library, migrating

MIGRATIONS = Path(migrating.__file__).parent / "migrations"


def empty_library(path: Path, version: int) -> sqlite3.Connection:
    """An empty library of an older version."""
    connection = sqlite3.connect(path)
    for script in sorted(MIGRATIONS.glob("*.sql"))[:version]:
        connection.executescript(script.read_text(encoding="utf-8"))
    connection.execute(f"PRAGMA application_id = {migrating.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")
    return connection


def copy_table(connection: sqlite3.Connection, table: str) -> None:
    """Copy a table of the library of today, attached as `new`, that was no other then."""
    columns = ", ".join(name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})"))
    connection.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM new.{table}")


def copy_links(connection: sqlite3.Connection, new: Path) -> None:
    """Copy the links and the index behind them as they were kept up to version 9: every link in words.

    The connection has attached the library of today, whose file is given, as `new`.
    """
    connection.execute("INSERT INTO slot_key SELECT * FROM new.slot_key")
    connection.execute("INSERT INTO slot_posting SELECT key, mention FROM new.slot_posting")
    at = {
        (article, position): mention
        for mention, article, position in connection.execute("SELECT id, article, position FROM new.event_mention")
    }
    with Library.open(new) as library:
        links = {each.link for one in library.ids(is_folded=False) for each in library.links(one)}
    connection.executemany(
        "INSERT INTO link VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                at[link.source],
                at[link.target],
                link.relation,
                link.confidence,
                json.dumps(link.because),
                json.dumps([(each.aspect, each.here, each.there) for each in link.differences]),
            )
            for link in links
            if link.source < link.target
        ],
    )
