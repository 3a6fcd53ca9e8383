"""References that no calendar holds: now, recently, in the past, soon."""

from __future__ import annotations

import re

from articles.annotation.times.meaning import Meaning, vague
from articles.annotation.times.rule import Core, rule
from articles.annotation.times.scene import Scene


def read_past(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`recently`, `in the past`, `previously`."""
    return vague("PAST_REF")


def read_present(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`now`, `currently`, `at the moment`."""
    return vague("PRESENT_REF", scene.span)


def read_future(match: re.Match[str], scene: Scene) -> Meaning | None:
    """`soon`, `in the future`."""
    return vague("FUTURE_REF")


RULES = (
    rule(
        Core.VAGUE,
        r"\b(?:(?:more |most |just |until )?recently|lately|recent (?:days|weeks|months|years|decades)(?: and (?:weeks|months|years))?|recent"
        r"|the (?:recent |distant )?past(?! [a-z]+)|previously|the old days|long ago|ages ago)\b",
        read_past,
    ),
    rule(
        Core.VAGUE,
        r"\b(?:(?:right |just )?now(?! that)|nowadays|currently|presently|these days|at (?:present|the moment|this (?:point|time|moment))|current|the present)\b",
        read_present,
    ),
    rule(
        Core.VAGUE,
        r"\b(?:the (?:near |foreseeable |distant |immediate )?future|the near term|the (?:days|weeks|months|years) ahead|the coming (?:days|weeks|months|years)|a later date|soon)\b",
        read_future,
    ),
)
