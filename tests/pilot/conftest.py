"""A library of real articles, read and linked once, and the app upon a copy of it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from articles.pipeline import Pipeline
from tests.pilot.settling import settle
from tui.app import Broadsheet

SAMPLES = Path(__file__).resolve().parents[2] / "articles" / "samples"

Opened = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


@pytest.fixture(scope="session")
def demo_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo articles, annotated and linked by the real pipeline. Not to be written to."""
    path = tmp_path_factory.mktemp("demo") / "demo.library"
    report = Pipeline(path).add([str(SAMPLES)])
    assert not report.problems
    return path


@pytest.fixture
def opened(demo_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Opens the reading room on a copy of the demo articles, or on another library, once it has come to rest."""
    monkeypatch.setenv("BROADSHEET_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("BROADSHEET_ENGINE", "plain")  # what is annotated anew in the room is told, not judged

    @asynccontextmanager
    async def open_room(
        size: tuple[int, int] = (130, 40), *, library: Path | None = None, paths: tuple[str, ...] = ()
    ) -> AsyncIterator[Pilot[None]]:
        app = Broadsheet(library or Path(shutil.copy(demo_library, tmp_path / "demo.library")), paths)
        app.animation_level = "none"
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            yield pilot

    return open_room
