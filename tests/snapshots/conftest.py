"""A small library written down here, and the app upon a copy of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from articles.library import Library
from articles.model import UNDATED, Annotations, Basis, Linked, Precision, Published, Relation
from tests.library.building import add, annotate, stated
from tests.pilot.conftest import opened as opened
from tests.snapshots.pictures import OPENING


@pytest.fixture(scope="session")
def demo_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few articles written down here, so that nothing but the screen can change the pictures."""
    path = tmp_path_factory.mktemp("snapshots") / "bridge.library"
    inferred = Published(date(2024, 4, 29), Precision.WEEK, Basis.INFERRED, ("“on Thursday”: 2 May 2024",))
    with Library.open(path) as library:
        first = add(library, 1, published=stated(2024, 5, 3), title="Mayor opens the bridge", outlet="Bay Courier")
        second = add(
            library,
            2,
            published=stated(2024, 5, 2),
            title="After nine years and three mayors, Cádiz has its second bridge, and nobody to thank for it",
            outlet="The Lantern",
        )
        third = add(library, 3, published=inferred, title="Bridge to open “within days”", outlet="Delta Wire")
        fourth = add(library, 4, published=UNDATED, title="橋が開通した", outlet="湾岸新聞")
        fifth = add(
            library, 5, published=stated(2024, 3, 30), title="Ferry line sees no future", outlet="Inland Gazette"
        )
        annotate(library, first, day=OPENING)
        annotate(library, second, first, day=OPENING)
        annotate(library, third, first, relation=Relation.DIFFERS, confidence=0.6)
        for unrelated in (fourth, fifth):
            library.store_annotations(unrelated, Annotations("test engine"), [], lambda *_: Linked((), (), ()))
        library.tags.add([first], "bridges")
    return path
