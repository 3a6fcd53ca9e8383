"""Spans of one text that may overlap, made ready to be painted; and text made safe without moving an offset."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise

from textual.content import Content, Span

_UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def safe(text: str) -> str:
    """The text with the same length and offsets, fit for any terminal.

    Control characters become their pictures, tabs spaces, and what would turn the direction of text or cannot be
    encoded the replacement character. Line ends stay. Stored text has none of it but tabs; this is the last door.
    """
    return text if text.isprintable() else _UNSAFE.sub(_visible, text)


def _visible(match: re.Match[str]) -> str:
    char = match.group()
    if char == "\t":
        return " "
    return chr(0x2400 + ord(char)) if char < " " else "\N{REPLACEMENT CHARACTER}"


def flatten(spans: Sequence[tuple[int, int, str]], length: int) -> list[Span]:
    """Spans of which no two overlap: each character takes the style of the first span that covers it.

    Args:
        spans: Start, end (half-open) and style; the most important first. What lies outside the text is cut off.
        length: Characters of the text.
    """
    owners = array("L", bytes(array("L").itemsize * length))
    bounds = {0, length}
    for number in range(len(spans), 0, -1):
        start, end = max(spans[number - 1][0], 0), min(spans[number - 1][1], length)
        if start < end:
            owners[start:end] = array("L", [number]) * (end - start)
            bounds.update((start, end))
    flat: list[Span] = []
    for start, end in pairwise(sorted(bounds)):
        style = spans[owners[start] - 1][2] if owners[start] else ""
        if style and flat and flat[-1].end == start and flat[-1].style == style:
            flat[-1] = Span(flat[-1].start, end, style)
        elif style:
            flat.append(Span(start, end, style))
    return flat


def styled(text: str, *layers: Iterable[tuple[int, int, str]]) -> Content:
    """Text with layers of spans.

    Within a layer the first span wins where two overlap; a later layer is painted over an earlier one and adds to it.
    Nothing in the text is read as markup.
    """
    spans = [span for layer in layers for span in flatten(tuple(layer), len(text))]
    return Content(safe(text), spans, strip_control_codes=False)
