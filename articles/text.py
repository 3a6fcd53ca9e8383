"""Text from outside: made safe to show, and folded so that spellings can be compared."""

from __future__ import annotations

import re
import unicodedata

_CONTROL_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
_C1_CONTROLS = dict.fromkeys([0x7F, *range(0x80, 0xA0)], "\N{REPLACEMENT CHARACTER}")
_BIDI_CONTROLS = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x2060, 0xFEFF])
_LINE_SEPARATORS = dict.fromkeys([0x2028, 0x2029, 0x0085], "\n")
_SURROGATES = re.compile("[\ud800-\udfff]")
_PRINTABLE = {**_CONTROL_PICTURES, **_C1_CONTROLS, **_BIDI_CONTROLS, **_INVISIBLE, **_LINE_SEPARATORS}

_QUOTES_AND_DASHES = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ`´′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\t", " "),
    }
)

_SNIFFED = 65_536
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BINARY_MAGIC = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"\x7fELF", b"{\\rtf")
_BINARY_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\f\r\x1b") + b"\x7f"


def printable(text: str) -> str:
    r"""Text that can be sent to any terminal: no control characters, escapes, bidi overrides or lone surrogates.

    Control characters become their visible pictures, so that an escape sequence is read, never obeyed. Line
    ends become `\n`. Joiners that scripts and emoji need are kept.
    """
    if text.isascii() and text.isprintable():
        return text
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", unix).translate(_PRINTABLE)


def plain_punctuation(text: str) -> str:
    """The same text, character for character, with typographic quotes, dashes and spaces made plain ASCII."""
    if text.isascii() and "`" not in text and "\t" not in text:
        return text
    return text.translate(_QUOTES_AND_DASHES)


def fold(text: str) -> str:
    """A key under which spellings of one name are equal: case, diacritics, quotes and hyphens are folded away.

    `Kim Jong-un`, `Kim Jong Un` and `KIM JONG UN` all give `kim jong un`.
    """
    bare = plain_punctuation(text)
    if not bare.isascii():
        bare = "".join(char for char in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(char))
    return " ".join(bare.replace("-", " ").casefold().split())


def one_line(text: str, width: int | None = None) -> str:
    """The text on one line with single spaces, cut with an ellipsis at `width` characters when one is given."""
    line = " ".join(text.split())
    if width is None or len(line) <= width:
        return line
    return line[: max(width - 1, 0)].rstrip() + "…"


def opening(text: str, width: int) -> str:
    """The first words of a text on one line, with an ellipsis where more follows; a word is cut only if it is alone."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    words = line[:width].rpartition(" ")[0].rstrip(" ,;:-–—")
    return f"{words}…" if words else one_line(line, width)


def is_text(content: bytes) -> bool:
    """Whether bytes can be text: in Unicode with a byte order mark, or with hardly any control characters.

    A stray NUL or escape in a scraped page does not make it binary; one control character in twenty does.
    """
    if content.startswith(_BYTE_ORDER_MARKS):
        return True
    if content.startswith(_BINARY_MAGIC):
        return False
    sample = content[:_SNIFFED]
    controls = len(sample) - len(sample.translate(None, _BINARY_CONTROLS))
    return controls * 20 <= len(sample) + 40
