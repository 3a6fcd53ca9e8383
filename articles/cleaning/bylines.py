"""Who wrote it: lines and signatures that name authors, in head and foot."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.cleaning.dating import find_date, without_date
from articles.cleaning.newsroom_words import POST, WRITER

_PART = r"(?:[A-Z](?:[\w'’-]*\w)?\.?|de|del|della|da|dos|di|du|la|le|van|von|der|den|ter|bin|ibn|al|el|y|e)"
_NAME = rf"[A-Z][\w'’.-]*(?: {_PART}){{0,4}}"
_NAMES = re.compile(rf"{_NAME}(?:(?:, | and | & |, and ){_NAME}){{0,5}}")
_BY = re.compile(
    r"^\W{0,3}(?:(?:written|posted|words|story|text|report|reported|reporting|edited|compiled|article|published|analysis|opinion"
    r"|commentary|perspective|review|column) by|by"
    r"|authors?:|writer:|reporter:|words:|text:|story:|report:)(?!\w)\s*[:\-–]?\s*",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"^\W?(?:(?:additional |further )?(?:reporting|writing|editing|report|compiled) by)\s*:?\s*", re.IGNORECASE
)
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:reporting|to this|additional|from)\b|^(?:with|additional) reporting (?:by|from)\b", re.IGNORECASE
)
_TITLE = re.compile(rf"^(?:(?:{POST}|the|our|in|\w+) ){{0,3}}{WRITER}\b", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_BRACKETED = re.compile(r"[\[(<][^\])>]{0,80}[\])>]")
_CUT = re.compile(
    r"\s+[|•·–—/-]\s*|\s*[|•·]\s+|, (?=(?:staff|for|the|special|senior|chief|a|an|our|in)\b)|;| in [A-Z]| for | at ",
    re.IGNORECASE,
)
_PARTICLES = frozenset("de del della da dos di du la le van von der den ter bin ibn al el y e and".split())
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Byline:
    """Authors that a line names, with what else the line tells."""

    names: str
    """Names in natural case, parted by commas and "and"; empty when the line only announces them."""
    rest: str = ""
    """What follows the names: a post, an outlet, a place."""
    secondary: bool = False
    """Whether it names editors or contributors, who stand in for an author only where none is named."""


def read_byline(text: str) -> Byline | None:
    """The authors that a line names, or None when it is no byline."""
    if len(text) > _LONGEST:
        return None
    bare = " ".join(_BRACKETED.sub(" ", _MAIL.sub(" ", text)).split()) if not text.startswith("(") else text.strip("()")
    if _CONTRIBUTED.search(bare) and len(bare.split()) <= 20:
        return Byline(_names_at_start(_REPORTING.sub("", bare)), secondary=True)
    if reporting := _REPORTING.match(bare):
        return Byline(_names_at_start(bare[reporting.end() :]), secondary=True)
    if by := _BY.match(bare):
        return _after_by(bare[by.end() :])
    return _with_post(bare)


def _after_by(text: str) -> Byline | None:
    if not text:
        return Byline("")
    dated = find_date(text)
    if dated:
        text = text[: dated.start]
    head, _, rest = _split(text)
    names = _names_at_start(head)
    if not names:
        return None
    left = head[len(names) :].strip(" ,.:;-–—|")
    if len(left.split()) > 5 or (left and left[0].islower() and not _TITLE.match(left)):
        return None
    return Byline(names, (left + " " + rest).strip())


def _with_post(text: str) -> Byline | None:
    """`Jane Doe, staff writer` and `Jane Doe | Political Correspondent`, or a name before a date."""
    dated = find_date(text)
    if dated and dated.start > 4:
        before = text[: dated.start]
        rest = without_date(text, dated)
        if re.search(r"\s[-–—|•·/]\s*$|,\s*$", before) and _is_name(rest):
            return Byline(natural_case(rest))
    head, cut, rest = _split(text)
    if not cut and "," in text:
        head, rest = (part.strip() for part in text.split(",", 1))
    if rest and _TITLE.match(rest) and _is_name(head) and len(text.split()) <= 12:
        return Byline(natural_case(head), rest)
    return None


def _split(text: str) -> tuple[str, str, str]:
    cut = _CUT.search(text)
    return (text[: cut.start()], cut[0], text[cut.end() :]) if cut else (text, "", "")


def _is_name(text: str) -> bool:
    return 2 <= len(text.split()) <= 8 and bool(_NAMES.fullmatch(text.strip()))


def _names_at_start(text: str) -> str:
    match = _NAMES.match(text.strip())
    return natural_case(match[0].strip(" ,.")) if match else ""


def natural_case(names: str) -> str:
    """Names as people write them: `MICHAEL LEE` becomes `Michael Lee`, `Ana de la Cruz` stays."""
    if not names.replace("Mc", "MC").isupper() and not names.islower():
        return names
    return " ".join(_cased(word) for word in names.split())


def _cased(word: str) -> str:
    lower = word.casefold()
    if lower in _PARTICLES:
        return lower
    cased = re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), lower)
    cased = re.sub(r"\bMc(\w)", lambda part: "Mc" + part[1].upper(), cased)
    return re.sub(r"['’](S)\b", lambda part: part[0].lower(), cased)


def mail_domain(text: str) -> str:
    """The domain of the first mail address in a text, or the empty string."""
    match = _MAIL.search(text[:2000])
    return match[0].rsplit("@", 1)[1].casefold() if match else ""
