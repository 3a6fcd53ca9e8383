"""Models for measuring: each labelled page is judged by one that has learnt from no page of its site."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from articles.cleaning.line_model import LineModel
from tests.training.cleaning import train
from tests.training.dumps import training_dumps
from tests.training.examples import Example, examples_of

FOLDS = 5
_INNER_FOLDS = 3


@dataclass(frozen=True, slots=True)
class Folds:
    """The models of a cross-validation by domain."""

    models: tuple[LineModel, ...]
    fold: Mapping[str, int]
    """The fold that each domain is in."""

    def model_for(self, domain: str) -> LineModel:
        """The model that has learnt from no page of a domain."""
        return self.models[self.fold[domain]]


def train_folds(folder: Path, report: Callable[[str], None]) -> Folds:
    """The models for the labelled dumps of a folder, each learnt from its silver pages and from the other folds.

    Args:
        folder: A folder laid out as the development data are.
        report: Told, in a line, how far it has come.
    """
    dumps = training_dumps(folder)
    fold = _spread({dump.domain for dump in dumps if not dump.is_silver})
    report(f"{len(dumps)} dumps to learn from")
    examples = [example for dump in dumps for example in examples_of(dump)]
    models = []
    for number in range(FOLDS):
        report(f"fold {number + 1} of {FOLDS}")
        models.append(train(_apart_from(number, examples, fold), _INNER_FOLDS))
    return Folds(tuple(models), fold)


def _spread(domains: set[str]) -> dict[str, int]:
    """Each domain's fold: they take turns, in an order that no alphabet gives."""
    ordered = sorted(domains, key=lambda domain: zlib.crc32(domain.encode()))
    return {domain: place % FOLDS for place, domain in enumerate(ordered)}


def _apart_from(number: int, examples: Sequence[Example], fold: Mapping[str, int]) -> list[Example]:
    return [example for example in examples if fold.get(example.domain) != number]
