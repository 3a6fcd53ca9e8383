"""A library of three reports, two of them of one event, with all that a reader does to them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from articles.anchoring import Anchor
from articles.library import Library
from articles.model import TITLE_BLOCK
from tests.library.building import stated
from tests.library.reports import Said, To, report

OPENING = Said("Mayor Ana Ruiz opened the bridge in Cádiz on 4 September.", "opened", "Ana Ruiz", "Cádiz")
HOSTILE = Said("=cmd|' /C calc'!A0 [[Ana Ruiz]] <script>opened</script> %% by Juan [Gil] #now", "opened", "Juan")
HOSTILE_TITLE = "=HYPERLINK(1) [[x]] <b>CON</b> {\\LaTeX} 50% | #tag"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.sqlite3") as opened:
        first = report(
            opened, 1, OPENING, Said("It cost 9 million.", "cost"), outlet="Harbour & Co", published=stated(2023, 9, 4)
        )
        report(
            opened,
            2,
            Said("The bridge was opened by Ana Ruiz.", "opened", "Ana Ruiz", day=date(2023, 9, 4)),
            outlet="Coast Observer",
            published=stated(2023, 9, 5),
            links=(To(0, first, 0, confidence=0.8),),
        )
        report(opened, 3, HOSTILE, title=HOSTILE_TITLE, outlet="@evil")
        opened.tags.add([1, 3], "to read")
        opened.tags.add([3], "=1+1")
        opened.mark_passage(1, Anchor(0, 6, 14), "Who is she?\n- really")
        opened.mark_passage(1, Anchor(1, 8, 17))
        opened.mark_passage(2, Anchor(TITLE_BLOCK, 0, 6))
        opened.mark_passage(3, None, "+ **mine**")
        yield opened
