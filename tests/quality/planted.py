"""Reads planted.yaml: what the demo articles hold for a careful reader to find."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from articles.model import Basis, Precision
from articles.samples import sample_paths

PLANTED = Path(__file__).with_name("planted.yaml")
KINDS = ("same event", "differs", "followed by", "disputes", "repeats", "different event")


@dataclass(frozen=True, slots=True)
class Quote:
    """Part of one sentence of a demo article, as it reads when cleaned."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class PlantedLink:
    """Two passages of one story, and what a careful reader says of them."""

    story: str
    kind: str
    here: Quote
    there: Quote
    note: str


@dataclass(frozen=True, slots=True)
class PlantedPerson:
    """A passage that names one of two namesakes, and the full name of the one it means."""

    quote: Quote
    name: str
    namesakes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExpectedArticle:
    """What cleaning and dating make of one demo article."""

    file: str
    title: str
    byline: str
    """Is contained in the cleaned byline, whatever its case."""
    outlet: str
    published: date | None
    precision: Precision
    basis: Basis
    paragraphs: int
    keep: tuple[str, ...]
    drop: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Planted:
    """All that planted.yaml says."""

    links: tuple[PlantedLink, ...]
    people: tuple[PlantedPerson, ...]
    expected: tuple[ExpectedArticle, ...]


def load_planted() -> Planted:
    """What was planted in the demo articles, with files under their full names."""
    content = yaml.safe_load(PLANTED.read_text(encoding="utf-8"))
    return Planted(
        links=tuple(_link(each) for each in content["links"]),
        people=tuple(person for group in content["people"] for person in _people(group)),
        expected=tuple(_expected(name, fields) for name, fields in content["expected"].items()),
    )


def _link(fields: Mapping[str, Any]) -> PlantedLink:
    return PlantedLink(fields["story"], fields["kind"], _quote(fields["here"]), _quote(fields["there"]), fields["note"])


def _people(group: Mapping[str, Any]) -> list[PlantedPerson]:
    names = tuple(group["names"])
    return [PlantedPerson(_quote(mention), mention["who"], names) for mention in group["mentions"]]


def _quote(fields: Mapping[str, Any]) -> Quote:
    prefix = f"{fields['file']:02}-"
    (file,) = (path.name for path in sample_paths() if path.name.startswith(prefix))
    return Quote(file, fields["quote"])


def _expected(name: str, fields: Mapping[str, Any]) -> ExpectedArticle:
    return ExpectedArticle(
        file=name,
        title=fields["title"],
        byline=fields["byline"],
        outlet=fields["outlet"],
        published=fields["published"],
        precision=Precision(fields.get("precision", "day")),
        basis=Basis(fields["basis"]),
        paragraphs=fields["paragraphs"],
        keep=tuple(fields["keep"]),
        drop=tuple(fields["drop"]),
    )
