"""Captions and credits of pictures: which lines are, and whom they credit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.cleaning.newsroom_words import AGENCY, PICTURE

_NAME = r"[\w.'’ -]{2,40}"
_BY = r"(?::|\.\.\.|by\b|courtesy(?: of)?:?|via\b|/)"
_BRACKETED = re.compile(r"\s*[\[(]([^\[\]()]{2,90})[\])]\.?$")
_PICTURE_BY = re.compile(
    rf"(?:^|[.!?”\"')]\s*|\s[|–—-]\s*|\s)({PICTURE}(?: credit)?\s?{_BY}\s*\S.{{0,80}})$", re.IGNORECASE
)
_CREDIT_LABEL = re.compile(rf"^(?:©\s*|{PICTURE}(?: credit)?\s*{_BY}\s*)+", re.IGNORECASE)
_AGENCY_END = re.compile(
    rf"(?:[.!?”\"’']|\s[–—|/-])\s*((?:{_NAME}\s?[/|]\s?|{_NAME} via |©\s?)?{AGENCY}(?:\s?[/|]\s?{_NAME})*)\.?$"
)
_AGENCY = re.compile(AGENCY)
_CREDIT_ALONE = re.compile(
    rf"^\W{{0,2}}(?:{PICTURE}(?: credit)?\s*{_BY}\s*.{{2,80}}"
    rf"|(?:{_NAME}\s?(?:[/|]|via|for|,|-|–)\s?)*{AGENCY}(?:\s?[/|]\s?{_NAME})*"
    r"|©\s?.{2,60})\W{0,2}$",
    re.IGNORECASE,
)
_MEDIA = re.compile(rf"\b{PICTURE}\b|\b{AGENCY}\b", re.IGNORECASE)
_POINTING = re.compile(
    r"^(?:in this|this) (?:\w+,? ){0,4}"
    r"(?:photo|image|picture|footage|frame|video|screenshot|screen grab|satellite image|handout)\b"
    r"|^(?:file (?:photo|picture)|pictured|(?:above|left|right|below)(?=:)|from left|a file (?:photo|picture))\b[:, ]"
    r"|\bis (?:pictured|seen) (?:in|here|at|on|during)\b|\((?:left|right|centre|center|l|r|c)\)",
    re.IGNORECASE,
)
_AFTER_SENTENCE = re.compile(r"[.!?][\"”’')]*\s+([^.!?]{2,60})$")
_SENTENCE_BEFORE = re.compile(r"[a-z]{3,}[.!?]\s")
_LONGEST = 700


@dataclass(frozen=True, slots=True)
class Caption:
    """What a caption says and whom it credits, both possibly empty but not both."""

    text: str
    credit: str


def read_caption(text: str) -> Caption | None:
    """A caption split from its credit, or None when the line is none."""
    if len(text) > _LONGEST:
        return None
    if len(text.split()) <= 10 and not _SENTENCE_BEFORE.search(text) and _CREDIT_ALONE.match(text):
        return Caption("", _credit(text))
    bracketed = _BRACKETED.search(text)
    if bracketed and _is_credit(bracketed[1], text[bracketed.start() :].strip()):
        return Caption(text[: bracketed.start()].rstrip(), _credit(bracketed[1]))
    named = _credit_at_end(text)
    if named and len(named[1].split()) <= 9:
        cut = len(text) - (len(named.string) - named.start(1))
        return Caption(text[:cut].rstrip(" –—|-/"), _credit(named[1]))
    return None


def _credit_at_end(text: str) -> re.Match[str] | None:
    """An agency or a picture's maker at the end of a text; where no agency is named, its end is not looked for."""
    ended = _AGENCY_END.search(text) if _AGENCY.search(text) else None
    return ended or _PICTURE_BY.search(text[-140:])


def credit_after_sentence(text: str) -> Caption:
    """A line known to be a caption, split from what stands in brackets or after its last full stop."""
    read = read_caption(text)
    if read is not None and read.text:
        return read
    ending = _BRACKETED.search(text) or _AFTER_SENTENCE.search(text)
    if ending and len(ending[1].split()) <= 8 and not ending[1][0].islower():
        return Caption(text[: ending.start(1)].rstrip(" ([").rstrip(), _credit(ending[1]))
    return Caption(text, "")


def points_at_picture(text: str) -> bool:
    """Whether a line without a credit speaks of the picture it stands under."""
    return bool(_POINTING.search(text[:200]))


def _is_credit(inside: str, whole: str) -> bool:
    words = inside.split()
    if len(words) > 10:
        return False
    if _MEDIA.search(inside):
        return True
    return whole.startswith("[") and inside.isupper() and len(words) <= 5


def _credit(text: str) -> str:
    bare = _CREDIT_LABEL.sub("", text.strip(" ()[].")).strip(" ()[].:")
    return _as_name(bare)


def _as_name(credit: str) -> str:
    """An agency shouted in capitals, `YONHAP`, as a name; initials such as `AFP` stay."""
    words = credit.split(" ")
    return " ".join(
        word.capitalize() if word.isupper() and word.isalpha() and len(word) > 4 else word for word in words
    )
