"""What all tests share: a home of their own, a library of the samples, and the real articles beside the checkout."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the reader's own library, settings and colours out of the tests, and the tests out of them."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        patch.setenv("BROADSHEET_CONFIG", str(home / "config"))
        for name in ("BROADSHEET_LIBRARY", "BROADSHEET_NOW", "NO_COLOR", "FORCE_COLOR", "XDG_DATA_HOME"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the two real articles, which lies beside the checkout and is no part of it."""
    folder = ROOT.parent / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("the real articles of ../shared/seeds are not on this machine")
    return folder


@pytest.fixture(scope="session")
def made_samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the sample articles, annotated and linked once for all tests. Not to be written to."""
    from articles.pipeline import Pipeline
    from articles.samples import sample_paths

    library = tmp_path_factory.mktemp("samples") / "library.sqlite3"
    report = Pipeline(library).add(str(path) for path in sample_paths())
    assert report.problems == ()
    return library


@pytest.fixture
def sample_library(made_samples: Path, tmp_path: Path) -> Path:
    """A library of the sample articles, a test's own."""
    return Path(shutil.copy(made_samples, tmp_path / "library.sqlite3"))
