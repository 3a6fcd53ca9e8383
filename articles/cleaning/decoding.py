"""Bytes to text: which encoding a document is in, and how that is known."""

from __future__ import annotations

import codecs
import re
import string
from dataclasses import dataclass

from articles.text import printable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,3}=\s{0,3}["']?\s{0,3}([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE
)
_META_REACH = 4096
_HIGH_BYTES = bytes(range(0x80, 0x100))
_LETTERS = string.ascii_letters.encode() + b" \n"
_WIDE = ["utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le"]
_FEW_BROKEN = 0.1
"""Broken sequences for each byte above ASCII, up to which text is damaged UTF-8 and not another encoding."""
_WESTERN = 0.2
"""Share of bytes above ASCII up to which text in no Unicode encoding is taken for Western European."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was read in and how that encoding is known."""

    text: str
    encoding: str
    evidence: str


def decode(content: bytes, charset: str = "") -> Decoded:
    """Reads bytes as text, in the first of these that fits, and never fails.

    A byte order mark; strict UTF-8; the charset that the server named; the one that an HTML page names; UTF-8 with a
    few broken sequences; Windows-1252 where few bytes are above ASCII; else what charset-normalizer finds by
    frequencies.
    The text is made safe to show: see `articles.text.printable`.
    """
    read = (
        _marked(content)
        or _strict(content)
        or _named(content, charset, "the server's charset")
        or _declared(content)
        or _damaged(content)
        or _by_frequency(content)
    )
    return Decoded(printable(read.text), read.encoding, read.evidence)


def _marked(content: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(content.decode(encoding, "replace"), encoding, "byte order mark")
    return None


def _strict(content: bytes) -> Decoded | None:
    try:
        return Decoded(content.decode("utf-8"), "utf-8", "valid UTF-8")
    except UnicodeDecodeError:
        return None


def _declared(content: bytes) -> Decoded | None:
    found = _META_CHARSET.search(content[:_META_REACH])
    return _named(content, found[1].decode("ascii"), "the page's meta charset") if found else None


def _named(content: bytes, charset: str, evidence: str) -> Decoded | None:
    """The text in a charset that somebody named, where it is one and every byte fits it."""
    try:
        encoding = codecs.lookup(charset).name
        return Decoded(content.decode(encoding), encoding, evidence)
    except (LookupError, UnicodeError, ValueError):
        return None


def _damaged(content: bytes) -> Decoded | None:
    high = _high_bytes(content)
    text = content.decode("utf-8", "replace")
    if text.count("\N{REPLACEMENT CHARACTER}") <= high * _FEW_BROKEN:
        return Decoded(text, "utf-8", "UTF-8 with broken sequences")
    return None


def _by_frequency(content: bytes) -> Decoded:
    western = content.decode("cp1252", "replace")
    if _high_bytes(content) <= len(content) * _WESTERN:
        return Decoded(western, "cp1252", "not UTF-8; few letters above ASCII")
    from charset_normalizer import from_bytes

    best = from_bytes(content, cp_exclusion=_WIDE if _is_mostly_letters(content) else None).best()
    if best is None:
        return Decoded(western, "cp1252", "not UTF-8; no better guess")
    return Decoded(str(best), best.encoding, "frequencies of letters (charset-normalizer)")


def _is_mostly_letters(content: bytes) -> bool:
    """Whether most bytes are English letters and spaces, as they are in no text of two bytes a character."""
    return len(content.translate(None, _LETTERS)) < len(content) / 2


def _high_bytes(content: bytes) -> int:
    return len(content) - len(content.translate(None, _HIGH_BYTES))
