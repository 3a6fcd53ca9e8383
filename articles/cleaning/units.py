"""Lines to units: a line each, or the lines that one hard-wrapped paragraph was broken into."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from articles.model import BlockKind
from articles.text import one_line, plain_punctuation

_BULLET = re.compile(r"(?:[*+•·▪►‣●○–-]|o|\d{1,3}[.)])\s+(?=\S)")
_WIDE_GAP = re.compile(r" {2,}\S{0,2} {2,}| {2,}|\t+")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"""[.!?…。！？][\])"'”’»*]*(?:\s?\[\d+\])*$""")
_ABBREVIATION_END = re.compile(r"\b(?:[A-Z]\.|Inc\.|Ltd\.|Corp\.|Co\.|p\.m\.|a\.m\.|U\.S\.|Jr\.|Sr\.)$")
_NARROWEST, _WIDEST = 40, 132
_MEASURED = 4000
"""How much of a unit is looked at to describe it; a longer one is prose whatever follows."""
FUNCTION_WORDS = frozenset(
    "a about after against all also an and are as at be because been before being between but by can could did do does"
    " during each for from had has have he her him his how i if in into is it its more most no not of on one or other"
    " our out over said says she so some such than that the their them then there these they this those to under until"
    " up was we were what when where which while who will with would you your"
    " de la le les des et en un une que el los las y del por con para der die das und ist von zu mit auf für nicht ein"
    " eine im dem den o os as do da dos das em um uma não se na no il di che per non".split()
)
"""Articles, prepositions and the like in the languages that scraped news comes in most."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One line, or the lines of one wrapped paragraph, with what can be counted in it."""

    first: int
    """Number of its first line."""
    last: int
    """Number of its last line."""
    text: str
    """The text on one line, without its list marker."""
    marker: str = ""
    """The bullet or number in front of it, if any."""
    columns: int = 1
    """How many stretches of its line are parted by wide gaps."""
    kind: BlockKind | None = None
    """What the source's markup says it is; None in plain text."""
    only_links: bool = False
    """Whether, in the source's markup, hardly any of it is outside links."""
    left_out: bool = False
    """Whether an extractor has left it out of the body."""

    folded: str = field(init=False, repr=False)
    """The text in lower case with plain quotes and dashes, for rules to look at."""
    words: tuple[str, ...] = field(init=False, repr=False)
    """The words as they stand; two ideographs count as one word."""
    ends_sentence: bool = field(init=False, repr=False)
    """Whether it ends as a sentence does."""

    def __post_init__(self) -> None:
        measured = self.text[:_MEASURED]
        words = _WORD.findall(measured)
        if not measured.isascii():
            words += [""] * (len(_IDEOGRAPHS.findall(measured)) // 2)
        tail = self.text[-24:]
        abbreviated = len(words) < 8 and _ABBREVIATION_END.search(tail)
        object.__setattr__(self, "folded", plain_punctuation(measured).casefold())
        object.__setattr__(self, "words", tuple(words))
        object.__setattr__(self, "ends_sentence", bool(_SENTENCE_END.search(tail)) and not abbreviated)

    @property
    def function_words(self) -> int:
        """How many of its words are articles, prepositions and the like, which menus and names lack."""
        return sum(word.casefold() in FUNCTION_WORDS for word in self.words)

    @property
    def capitalised(self) -> float:
        """Share of its longer words that begin with a capital, 0 to 1."""
        longer = [word for word in self.words if len(word) > 3]
        return sum(word[0].isupper() for word in longer) / len(longer) if longer else 0.0


def split_units(lines: Sequence[str]) -> tuple[Unit, ...]:
    """The units of a text in order; blank lines belong to none.

    Lines are joined where the text is hard-wrapped: the next line's first word would not have fitted, and the
    document has paragraphs that break in mid-sentence.
    """
    groups = tuple(_groups(lines))
    width = _wrap_width(lines, groups)
    return tuple(unit for group in groups for unit in _units_of(lines, group, width))


def _groups(lines: Sequence[str]) -> Iterator[range]:
    start = 0
    for number, line in enumerate([*lines, ""]):
        if not line.strip():
            if number > start:
                yield range(start, number)
            start = number + 1


def _wrap_width(lines: Sequence[str], groups: Sequence[range]) -> int:
    """The column that the text is wrapped at; 0 where it is not wrapped."""
    joints = continued = width = 0
    for group in groups:
        longest = max(len(lines[number].rstrip()) for number in group)
        if len(group) < 2 or not _NARROWEST <= longest <= _WIDEST:
            continue
        for number in group[:-1]:
            if len(lines[number].rstrip()) >= longest * 0.75:
                joints += 1
                continued += _runs_on(lines[number], lines[number + 1])
        width = max(width, longest)
    return width if continued >= 2 and continued * 10 >= joints * 3 else 0


def _runs_on(line: str, following: str) -> bool:
    """Whether a line stops in mid-sentence and the next begins in lower case."""
    start = following.lstrip()
    return start[:1].islower() and not start.startswith("by ") and not _SENTENCE_END.search(line.rstrip()[-24:])


def _units_of(lines: Sequence[str], group: range, width: int) -> Iterator[Unit]:
    start = group[0]
    for number in group:
        if number == group[-1] or not _wrapped(lines[number], lines[number + 1], width):
            yield _unit(lines, start, number)
            start = number + 1


def _wrapped(line: str, following: str, width: int) -> bool:
    """Whether the next line goes on with the paragraph of this one, in text wrapped at a width."""
    if _BULLET.match(following.lstrip()) or len(line) > _WIDEST:
        return False
    if _runs_on(line, following) and len(line.strip()) >= _NARROWEST:
        return True
    next_word = following.split(maxsplit=1)[0]
    return bool(width) and len(line.rstrip()) + 1 + len(next_word) > width - 2


def _unit(lines: Sequence[str], first: int, last: int) -> Unit:
    joined = _joined(lines[first : last + 1])
    marker = _BULLET.match(joined)
    text = joined[marker.end() :] if marker else joined
    columns = _columns(lines[first]) if first == last and len(text) < _MEASURED else 1
    return Unit(first, last, text, marker[0].strip() if marker else "", columns)


def _columns(line: str) -> int:
    """How many stretches of a line are parted by wide gaps."""
    return len(_WIDE_GAP.split(line.strip())) if "  " in line or "\t" in line else 1


def _joined(lines: Sequence[str]) -> str:
    if len(lines) == 1:
        return one_line(lines[0])
    text = ""
    for line in lines:
        piece = one_line(line)
        glue = "" if not text or (text.endswith("-") and text[-2:-1].isalpha() and piece[:1].islower()) else " "
        text += glue + piece
    return text
