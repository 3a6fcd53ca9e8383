"""How long corrections of names take at 20,000 articles. Run: python -m tests.bench.entity_corrections_bench [ROWS]."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from articles.library import Library
from articles.library.codec import pack
from articles.model import Annotations, Entity, EntityCorrection, EntityKind, Mention, Sentence
from tests.bench.synthetic import synthetic_library

ROWS = 20_000
_SHARE = 10
"""One of so many articles names each of the two common entities."""
_OTHERS = 20
_ENTITIES = 2000
_SPELLING = "The"
"""A word with which every invented paragraph begins."""


def named_library(path: Path, rows: int) -> Path:
    """A library of invented articles that name some twenty entities each; entities 1 and 2 are named in every tenth."""
    synthetic_library(path, rows)
    with Library.open(path) as library:
        connection = library._connection
        with connection.transaction():
            connection.run_many(
                "INSERT INTO entity (id, found_name, found_kind, country, aliases) VALUES (?, ?, 'person', '', ?)",
                [(number, f"Person {number}", json.dumps([_SPELLING])) for number in range(1, _ENTITIES + 1)],
            )
            connection.run(
                "INSERT INTO entity_words (rowid, names) SELECT id, name || char(10) || ? FROM entity", (_SPELLING,)
            )
            for article in range(1, rows + 1):
                common = [article % _SHARE + 1] if article % _SHARE < 2 else []
                others = [3 + (article * 7 + number * 89) % (_ENTITIES - 3) for number in range(_OTHERS)]
                ids = [*common, *dict.fromkeys(others)]
                annotations = _annotations(len(ids))
                connection.run("INSERT INTO annotations VALUES (?, ?)", (article, pack(annotations)))
                connection.run_many(
                    "INSERT INTO article_entity (article, position, entity, mentions) VALUES (?, ?, ?, ?)",
                    [
                        (article, position, entity, sum(each.entity == position for each in annotations.mentions))
                        for position, entity in enumerate(ids)
                    ],
                )
            connection.run(
                "UPDATE entity SET (articles, mentions) = (SELECT count(*), coalesce(sum(own.mentions), 0)"
                " FROM article_entity AS own WHERE own.entity = entity.id)"
            )
            connection.run("UPDATE article SET state = 'ready'")
    return path


def _annotations(entities: int) -> Annotations:
    return Annotations(
        "invented",
        sentences=tuple(Sentence(block, 0, 40) for block in range(3)),
        entities=tuple(Entity(f"Person {number}", EntityKind.PERSON, (_SPELLING,)) for number in range(entities)),
        mentions=tuple(
            Mention(block, 0, len(_SPELLING), (number * 3 + block) % entities)
            for number in range(entities)
            for block in range(3)
        ),
    )


def main(rows: int) -> None:
    """Print what each correction, and taking it back, takes in milliseconds; the first loads what applies them."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(named_library(Path(folder) / "library", rows)) as library,
    ):
        _write(f"{rows:,} articles, {library.entity(1).articles:,} name the entity", "made", "revoked")
        for name, deed in _deeds(library).items():
            started = perf_counter()
            made = deed()
            done = perf_counter()
            library.entity_corrections.revoke(made.id)
            _write(name, f"{(done - started) * 1000:.1f}", f"{(perf_counter() - done) * 1000:.1f}")


def _deeds(library: Library) -> dict[str, Callable[[], EntityCorrection]]:
    corrections = library.entity_corrections
    return {
        "rename": lambda: corrections.rename(1, "Somebody"),
        "another kind": lambda: corrections.set_kind(1, EntityKind.PLACE),
        "hide": lambda: corrections.hide(1),
        "merge with another that is as common": lambda: corrections.merge(1, 2),
        "merge a rare one with it": lambda: corrections.merge(77, 1),
        "split in one article": lambda: corrections.split(1, "Another", article=_SHARE),
        "split a spelling everywhere": lambda: corrections.split(1, "Another", spelling=_SPELLING),
    }


def _write(name: str, made: str, revoked: str) -> None:
    sys.stdout.write(f"{name:<44}{made:>12}{revoked:>12}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
