"""A page on its way to an article: its units and what has been decided of each, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.cleaning.body import Body, find_body
from articles.cleaning.bylines import Byline
from articles.cleaning.page_phrases import PagePhrase, page_phrase
from articles.cleaning.units import Unit
from articles.model import ChromeCategory, LineRole


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a unit is, why, and what it adds to the article."""

    role: LineRole
    reason: str
    text: str = ""
    """The text of the block that it makes; empty when it makes none."""
    credit: str = ""
    category: ChromeCategory | None = None
    """The part of the page that it belongs to, when it is none of the article."""


@dataclass
class Page:
    """The units of a page in order. Each rule settles some of them; the first to settle one has the last word."""

    units: tuple[Unit, ...]
    phrases: tuple[PagePhrase | None, ...]
    """What the words of each unit give away."""
    body: Body
    verdicts: dict[int, Verdict] = field(default_factory=dict)
    bylines: dict[int, Byline] = field(default_factory=dict)
    """The authors that units settled as bylines name."""
    title: int | None = None
    """Number of the unit that is the title."""

    def settle(self, number: int, role: LineRole, reason: str, text: str = "", credit: str = "") -> None:
        """Decides what a unit is, unless that has been decided."""
        if number not in self.verdicts:
            self.verdicts[number] = Verdict(role, reason, text, credit)

    def set_aside(self, number: int, reason: str, category: ChromeCategory | None = None) -> None:
        """Decides that a unit is of the page and not of the article, unless something has been decided.

        Where no part of the page is given, `settle_categories` finds it in the end.
        """
        if number not in self.verdicts:
            self.verdicts[number] = Verdict(LineRole.CHROME, reason, category=category)

    def undecided(self, start: int, end: int) -> list[int]:
        """The numbers from `start` to before `end` of units that nothing has been decided of."""
        return [number for number in range(max(start, 0), min(end, len(self.units))) if number not in self.verdicts]

    def settled_as(self, role: LineRole) -> list[int]:
        """The numbers of the units of a role, in order."""
        return sorted(number for number, verdict in self.verdicts.items() if verdict.role is role)

    @property
    def top(self) -> int:
        """Where the article begins: its title, or else its body."""
        return self.body.start if self.title is None else min(self.title, self.body.start)


def open_page(units: Sequence[Unit]) -> Page:
    """A page of which only the words of its units and the place of its body are known."""
    phrases = tuple(page_phrase(unit) for unit in units)
    return Page(tuple(units), phrases, find_body(units, phrases))


def is_prose(unit: Unit) -> bool:
    """Whether a unit is, by its form, a sentence or more."""
    return (len(unit.words) >= 8 and unit.ends_sentence) or len(unit.words) >= 24
