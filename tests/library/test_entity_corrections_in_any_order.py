"""Whatever is said of names, in whatever order: when nothing of it holds any more, all is as it was found."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from articles.errors import LibraryError, NotFoundError
from articles.library import Library
from articles.model import Entity, EntityCorrection, EntityKind
from tests.library.naming import CADIZ, GIL, HARBOUR, RUIZ, annotate_again, report
from tests.library.test_entity_corrections import check, everything, link_again, shown

TEXTS = (
    ("Ana Ruiz met Juan Gil of the Harbour Board in Cádiz. Ruiz was late.", (RUIZ, GIL, HARBOUR, CADIZ)),
    ("Ana Ruiz met the Harbour Board. Ruiz left, and Gil came back.", (RUIZ, GIL, HARBOUR)),
    (
        "Juan Gil met the Harbour Board in Cádiz. Gil and the Board agreed.",
        (GIL, Entity("Harbour Board", EntityKind.ORGANISATION, ("Board",)), CADIZ),
    ),
)
SPELLINGS = ("", "Ruiz", "Gil", "Board", "Harbour Board", "Juan Gil")
NAMES = ("Ruiz", "Ana", "Harbour Board", "Nobody Yet")

numbers = st.integers(0, 40)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("merge"), numbers, numbers),
        st.tuples(
            st.just("split"), numbers, st.sampled_from([0, 1, 2, 3]), st.sampled_from(SPELLINGS), st.sampled_from(NAMES)
        ),
        st.tuples(st.just("rename"), numbers, st.sampled_from(NAMES)),
        st.tuples(st.just("kind"), numbers, st.sampled_from([EntityKind.PERSON, EntityKind.PLACE])),
        st.tuples(st.just("hide"), numbers),
        st.tuples(st.just("revoke"), numbers),
        st.tuples(st.just("restore"), numbers),
        st.tuples(st.just("annotate"), st.sampled_from([1, 2, 3])),
    ),
    max_size=14,
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of three articles of which nothing has been said."""
    path = tmp_path_factory.mktemp("found") / "library"
    with Library.open(path) as library:
        for number, (text, entities) in enumerate(TEXTS, 1):
            report(library, number, text, *entities)
        link_again(library)
    return path


def do(library: Library, revoked: list[EntityCorrection], step: tuple[object, ...]) -> None:
    """One step; what cannot be said is refused."""
    corrections = library.entity_corrections
    entities = [identity for (identity,) in library._connection.rows("SELECT id FROM entity ORDER BY id")]
    held = corrections.all()
    with suppress(LibraryError):
        match step:
            case "merge", int(one), int(other):
                corrections.merge(entities[one % len(entities)], entities[other % len(entities)])
            case "split", int(one), int(article), str(spelling), str(name):
                corrections.split(entities[one % len(entities)], name, article=article, spelling=spelling)
            case "rename", int(one), str(name):
                corrections.rename(entities[one % len(entities)], name)
            case "kind", int(one), EntityKind() as kind:
                corrections.set_kind(entities[one % len(entities)], kind)
            case "hide", int(one):
                corrections.hide(entities[one % len(entities)])
            case "revoke", int(one) if held:
                revoked.append(corrections.revoke(held[one % len(held)].id))
            case "restore", int(one) if revoked:
                corrections.restore(revoked.pop(one % len(revoked)))
            case "annotate", int(article):
                annotate_again(library, article, *TEXTS[article - 1][1])


@given(steps=steps, order=st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_when_all_is_revoked_everything_is_as_it_was_found(
    found: Path, steps: list[tuple[object, ...]], order: Random
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(shutil.copy(found, Path(folder) / "library"))
        with Library.open(path) as library:
            before = everything(library)
            revoked: list[EntityCorrection] = []
            for step in steps:
                do(library, revoked, step)
                check(library)
            held = list(library.entity_corrections.all())
            order.shuffle(held)
            for each in held:
                library.entity_corrections.revoke(each.id)
                check(library)
            link_again(library)
            assert everything(library) == before


@given(steps=steps)
@settings(max_examples=60, deadline=None)
def test_only_what_holds_counts_and_not_what_was_said_meanwhile(found: Path, steps: list[tuple[object, ...]]) -> None:
    with TemporaryDirectory() as folder:
        path, fresh = (Path(shutil.copy(found, Path(folder) / name)) for name in ("library", "fresh"))
        with Library.open(path) as library, Library.open(fresh) as other:
            revoked: list[EntityCorrection] = []
            for step in steps:
                do(library, revoked, step)
            for each in library.entity_corrections.all():
                try:
                    other.entity_corrections.restore(each)
                except NotFoundError:  # it is about what a split made that was revoked since
                    reject()
            assert shown(other) == shown(library)
