"""Text from outside as Markdown in which nothing is markup, for Obsidian as much as for CommonMark.

Beyond what CommonMark knows, Obsidian takes `[[links]]`, `#tags`, `==highlights==`, `$formulas$`, `%%comments%%`,
`^block ids`, bare addresses and mail addresses.
"""

from __future__ import annotations

import re

from articles.text import one_line, printable

_SPECIAL = re.compile(
    r"[\\`*_\[\]>#|~^$@]|(?<==)=|=(?==)|(?<=%)%|%(?=%)|:(?=//)|(?<=www)\.|&(?=#?\w+;)|(?<=:):|:(?=:)", re.IGNORECASE
)
_BEGINS_A_BLOCK = re.compile(r"[-+=:]|(\d+)[.)](?=\s|$)")
_PLAIN_LABEL = re.compile(r"[^\W_](?:[^\W_]|[ .,'’/()–-])*", re.UNICODE)
_NOT_IN_LABEL = re.compile(r"[^\w .,'’“”‘/()–—:;!?+-]|_")


def escaped(text: str) -> str:
    """Text on one line, in which nothing is markup, wherever the line stands."""
    line = escaped_inside(one_line(printable(text)))
    begun = _BEGINS_A_BLOCK.match(line)
    if begun is None:
        return line
    at = begun.end() - 1
    return f"{line[:at]}\\{line[at:]}"


def escaped_inside(text: str) -> str:
    """Part of a line, its blanks at both ends kept, in which nothing is markup."""
    spaced = re.sub(r"\s+", " ", printable(text))
    return _SPECIAL.sub(lambda found: f"\\{found.group()}", spaced).replace("<", "&lt;")


def is_plain_label(text: str) -> bool:
    """Whether text can stand in a wiki link as it is: it holds nothing that Markdown or the link would take."""
    return _PLAIN_LABEL.fullmatch(text) is not None and escaped_inside(text) == text


def label(text: str, width: int = 120) -> str:
    """Text for the label of a wiki link, where nothing can be escaped: signs that could be markup become spaces."""
    words = _NOT_IN_LABEL.sub(" ", printable(text)).replace("://", " ")
    return one_line(words, width) or "untitled"


def wiki_link(path: str, text: str = "", block: str = "") -> str:
    """A link to another note of the folder, or to a paragraph of it.

    Args:
        path: The note, without its ending; empty for the note that the link stands in.
        text: What is shown; nothing from outside that is no `label`.
        block: The id of the paragraph.
    """
    place = f"{path}#^{block}" if block else path
    return f"[[{place}|{text}]]" if text else f"[[{place}]]"
