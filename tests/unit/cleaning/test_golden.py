"""The sample articles and the real ones come out word for word as they were read and found perfect."""

from __future__ import annotations

from pathlib import Path

import pytest

from articles.samples import sample_paths
from tests.unit.cleaning.golden import cleaned_file, digest, golden_file, rendering


@pytest.mark.parametrize("path", sample_paths(), ids=lambda path: path.stem[:2])
def test_a_sample_comes_out_as_written_down(path: Path) -> None:
    assert rendering(cleaned_file(path)) == golden_file(path).read_text(encoding="utf-8")


def test_the_real_articles_come_out_as_written_down(seeds: Path) -> None:
    for path in sorted(seeds.glob("*.txt")):
        assert digest(cleaned_file(path)) == golden_file(path).read_text(encoding="utf-8"), path.name
