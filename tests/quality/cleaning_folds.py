"""How well dumps are cleaned of sites that nothing was learnt from (`python -m tests.quality.cleaning_folds [FOLDER]`).

The labelled dumps are parted into folds by domain; the pages of each are judged by a model that has learnt from the
silver pages and from the other folds. The phrases and weights of the rules were written with these pages in sight, and
are the same in every fold.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.quality.cleaning import DEFAULT_FOLDER, Measure, score_set, show
from tests.training.dumps import KINDS, has_silver
from tests.training.folds import train_folds


def cross_validated(folder: Path, names: Sequence[str] = KINDS) -> Iterator[Measure]:
    """The measure of each kind of dump, and that of each fold after it; none where there are no silver pages."""
    if not has_silver(folder):
        _tell(f"there are no silver pages in {folder / 'cleaning'} to train on")
        return
    folds = train_folds(folder, _tell)
    for name in names:
        pages = score_set(folder, name, folds.model_for)
        yield Measure(f"{name} cross-validated", pages)
        for number in range(len(folds.models)):
            of_fold = [page for page in pages if folds.fold[page.domain] == number]
            yield Measure(f"{name} cross-validated, fold {number + 1}", of_fold)


def _tell(line: str) -> None:
    sys.stderr.write(f"cross-validation: {line}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Trains a model for each fold and prints a line for each measure."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.cleaning_folds", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args(arguments)
    show(list(cross_validated(chosen.folder)), as_json=chosen.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
