"""Datelines: where, when and by which agency it was reported, as `PORT VARN, Sept. 4 (Reuters) -`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.cleaning.newsroom_words import WIRE

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]+)?\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? (?:19|20)\d\d)?"
_SHOUTED = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,3}"
_REGION = r"(?:, [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2})?"
_AGENCY = rf"[(/]\s?(?P<agency>{WIRE}|[A-Z][A-Za-z]+(?: News| Press| Wire)?(?: Agency| Service)?)\s?[)/]"
_STEM = rf"(?P<place>{_SHOUTED}(?P<region>{_REGION}))(?P<day>[,/]? {_DAY})?,?(?: {_AGENCY})?"
_DASH = r"\s?(?:[—–:-]|--)(?=\s|$)"
_ALONE = re.compile(rf"{_STEM}(?P<dash>{_DASH})?\s*")
_OPENING = re.compile(rf"{_STEM}{_DASH}")
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says."""

    place: str
    day: str = ""
    """The date as it stands there, with or without a year."""
    agency: str = ""


def read_dateline(text: str) -> Dateline | None:
    """The dateline that a line consists of, or None when it says anything else or too little to be one."""
    found = _ALONE.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None or not (found["agency"] or (found["dash"] and (found["day"] or found["region"]))):
        return None
    return _dateline(found)


def opening_dateline(text: str) -> Dateline | None:
    """The dateline that a paragraph begins with: a place in capitals, a date or an agency or both, and a dash."""
    found = _OPENING.match(text[:_LONGEST])
    if found is None or not (found["agency"] or found["day"]):
        return None
    return _dateline(found)


def _dateline(found: re.Match[str]) -> Dateline:
    return Dateline(found["place"], (found["day"] or "").strip(" ,/"), found["agency"] or "")
