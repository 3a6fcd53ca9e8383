"""Which line is the title: one that reads as a headline, stands before the text and is spoken of in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from articles.cleaning.units import Unit
from articles.text import fold

_SUFFIX = re.compile(r"\s+[|–—·-]\s+(?=[^|–—·-]{2,40}$)")
_TWO_SENTENCES = re.compile(r"[a-z]{3,}[.!?][\"”’']? +[A-Z]")
_FEWEST_WORDS, _MOST_WORDS = 3, 32
_UNDER_BYLINE = 30
"""How many units a headline under a byline is from it, such as those of videos and of other articles are."""
_MARGIN = 12
"""How many units before the body a title may stand without losing weight."""


def reads_as_headline(unit: Unit) -> bool:
    """Whether a unit could be a title by its form alone: a few words that do not end as a statement does."""
    count = len(unit.words)
    if not _FEWEST_WORDS <= count <= _MOST_WORDS or unit.marker in ("*", "+", "o"):
        return False
    first = unit.text.lstrip("\"'“‘«[(¿¡")[:1]
    return not (first.islower() or (unit.text.endswith((".", ":", ",", ";")) and not unit.text.endswith("...")))


def find_title(
    units: Sequence[Unit],
    candidates: Sequence[int],
    body: tuple[int, int],
    anchors: Sequence[int],
    notices: Sequence[str] = (),
    bylines: Sequence[int] = (),
) -> int | None:
    """The number of the unit that is the title.

    Args:
        units: All units of the page.
        candidates: Numbers of units that are nothing else yet: no page phrase, byline, date or caption.
        body: Half-open range of the body's units.
        anchors: Numbers of bylines and date lines, which stand next to titles.
        notices: Folded lines of the page itself, in which the name of the site is said but not the title.
        bylines: Numbers of bylines, under which titles do not stand.

    Returns:
        The best headline by its repetition, its nearness to byline and body, and its words' presence in the
        text; None when no line reads as one.
    """
    copies = Counter(unit.folded for unit in units)
    spoken = Counter(word for unit in units[body[0] : body[1]] for word in _content_words(unit))
    best, best_score = None, 0.0
    for number in candidates:
        unit = units[number]
        if number >= body[1] or not reads_as_headline(unit):
            continue
        score = _score(unit, number, body, anchors, copies[unit.folded], spoken)
        if len(unit.words) <= 5 and any(unit.folded in notice for notice in notices):
            score -= 1.5
        if any(number - _UNDER_BYLINE <= byline < number for byline in bylines):
            score -= 1.2
        if score > best_score:
            best, best_score = number, score
    return best


def _score(
    unit: Unit, number: int, body: tuple[int, int], anchors: Sequence[int], copies: int, spoken: Counter[str]
) -> float:
    own = _content_words(unit)
    echoed = sum(spoken[word] > (number >= body[0]) for word in own) / len(own) if own else 0.0
    count = len(unit.words)
    score = 1.0 + 3.0 * echoed + (0.6 if 5 <= count <= 18 else 0.0) + (0.7 if copies > 1 else 0.0)
    score += 0.8 if any(0 < anchor - number <= 4 for anchor in anchors) else 0.0
    score -= 0.6 if unit.ends_sentence and not unit.text.endswith(("?", "!")) else 0.0
    score -= 1.2 if _TWO_SENTENCES.search(unit.text) else 0.0
    distance = body[0] - number
    score -= max(distance, 0) / 50
    if distance > _MARGIN:
        score -= min(1.5, (distance - _MARGIN) / 20)
    if distance < 0:
        score -= 1.0 + min(2.0, -distance / 2)
    return score - (1.5 if count == _FEWEST_WORDS and echoed < 0.5 else 0.0)


@lru_cache(maxsize=4096)
def headline_key(text: str) -> str:
    """What two printings of one headline share: no case, no outlet's name behind a dash or bar."""
    return fold(without_suffix(text)[0]).rstrip(".!?:")


def without_suffix(text: str) -> tuple[str, str]:
    """A title and the outlet's name that stands behind its last dash or bar, if one does.

    The name has at most five words, all but particles capitalised, and leaves at least three of the title.
    """
    parted = _SUFFIX.search(text)
    if not parted:
        return text, ""
    title, name = text[: parted.start()], text[parted.end() :]
    words = name.split()
    capitalised = all(word[0].isupper() or word in ("of", "the", "and", "&", "in", "on") for word in words)
    if len(title.split()) < 3 or len(words) > 5 or not capitalised or any(char.isdigit() for char in name[:1]):
        return text, ""
    return title, name


def _content_words(unit: Unit) -> set[str]:
    return {word.casefold().removesuffix("'s").removesuffix("’s") for word in unit.words if len(word) > 3}
