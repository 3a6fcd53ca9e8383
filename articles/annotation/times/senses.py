"""Words that are times in one sentence and something else in the next: May, March, second, fall, Minutes."""

from __future__ import annotations

import re

from articles.annotation.times.rule import Core
from articles.annotation.times.scene import Scene
from articles.annotation.times.words import MONTH_NAMES, WEEKDAY_NAMES

_TIME_BEFORE = re.compile(
    r"\b(?:in|on|by|of|for|from|to|until|till|since|before|after|during|through|between|and|or|last|next|this|every|each"
    r"|early|late|mid|past|coming|previous|following|the)[\s-]$"
)
_SEASON_BEFORE = re.compile(r"\b(?:in|during|by|until|since|of|from|through|early|late|mid|this|last|next|every)[\s-]$")
_OPENERS = (
    "In|On|By|Of|Since|Until|Late|Early|Last|Next|This|From|For|During|Between|After|Before|Around|About|Every|Each|Mid"
    "|And|Or|To|Through|But|Only|Come"
)
_GIVEN_NAME_BEFORE = re.compile(rf"\b(?!(?:{_OPENERS})\b)[A-Z][a-z]+\s$")
_VERB_TAGS = frozenset({"MD", "VB", "VBD", "VBP", "VBZ", "VBG", "VBN"})
_MASTHEAD_AFTER = re.compile(r"\s(?:Times|Post|Herald|Mirror|Telegraph|Mail|Express|Tribune|Star|Sun|World|Magazine)\b")
_PLACE_AFTER = re.compile(r"\s(?:Harbor|Harbour|Island|Street|Road|Avenue|Square|Group|Inc|Corp|Ltd|Bay)\b")
_CALENDAR_NAMES = frozenset((*MONTH_NAMES, *WEEKDAY_NAMES))
_TITLE_CASE = 0.6
"""Share of long words with a capital from which a line is a headline, where capitals tell nothing."""


def is_no_time(scene: Scene, cores: tuple[Core, ...]) -> bool:
    """Whether the words are no time here, by part of speech where it is known and by their neighbours otherwise."""
    words = scene.text[scene.start : scene.end]
    following = scene.text[scene.end : scene.end + 20]
    if _PLACE_AFTER.match(following) or _MASTHEAD_AFTER.match(following):
        return not any(char.isdigit() for char in words)
    if Core.VAGUE in cores or Core.RECURRING in cores:
        return _is_in_a_name(words, scene) or _is_attribute(words.lower(), scene)
    if Core.MONTH in cores:
        return _is_no_month(words, scene)
    if Core.SEASON in cores:
        return _is_no_season(words.lower(), scene)
    if Core.UNIT in cores:
        return _is_no_length(words, scene) or _is_in_a_name(words, scene)
    return Core.CLOCK in cores and _is_in_a_name(words, scene)


def _is_no_month(words: str, scene: Scene) -> bool:
    if words.lower() not in ("may", "march", "august"):
        return False
    if any(token.tag in _VERB_TAGS for token in scene.tokens):
        return True
    if _GIVEN_NAME_BEFORE.search(scene.text, max(scene.start - 20, 0), scene.start):
        return True
    if _TIME_BEFORE.search(scene.before):
        is_noun = scene.before.endswith("the ") or words.islower()
        return is_noun and re.match(r"\s(?:for|on|against|to|from|in|of|through)\b", scene.after) is not None
    if words in ("May", "MAY"):
        return not scene.tokens and re.match(r"\s?(?:[,.;:)]|$|and\b|or\b|\d)", scene.after) is None
    return re.match(r"\s(?:on|for|against|to|in|of|through)\b", scene.after) is not None


def _is_no_season(words: str, scene: Scene) -> bool:
    if re.match(r"\s(?:olympics|games|palace|paralympics)\b", scene.after):
        return True
    if not words.endswith(("fall", "spring")):
        return False
    if any(token.tag in _VERB_TAGS for token in scene.tokens):
        return True
    if words in ("the fall", "the spring"):
        return re.match(r"\s(?:of|in|from|to)\b", scene.after) is not None or not _SEASON_BEFORE.search(scene.before)
    return words in ("fall", "spring") and not _SEASON_BEFORE.search(scene.before)


def _is_no_length(words: str, scene: Scene) -> bool:
    lower = words.lower()
    if re.match(r"[-\s]olds?\b|-(?:ago|earlier|end|over|to|on|round)\b", scene.after):
        return True
    if not lower.endswith("second"):
        return False
    if any(token.pos in ("ADJ", "ADV") for token in scene.tokens[-1:]):
        return True
    return lower.startswith(("a ", "the ", "another ")) and re.match(r"[-\s][a-z]", scene.after) is not None


def _is_in_a_name(words: str, scene: Scene) -> bool:
    """Whether a capital inside a sentence makes it part of a name: "60 Minutes", "the Daily Telegraph"."""
    last = re.split(r"[\s-]", words)[-1]
    if not last[:1].isupper() or last.isupper() or last in _CALENDAR_NAMES:
        return False
    begins_sentence = (
        re.search(r"(?:^|[.!?:\"'(\n]\s*|--?\s)$", scene.text[max(scene.start - 4, 0) : scene.start]) is not None
    )
    if begins_sentence and last == words:
        return scene.text[scene.end : scene.end + 2].strip()[:1].isupper() and not _is_headline(scene)
    return not _is_headline(scene)


def _is_attribute(words: str, scene: Scene) -> bool:
    """Whether it only qualifies another word: "previously announced", "quarterly dividend"."""
    head = scene.tokens[-1] if scene.tokens else None
    if head is None or not head.dep:
        return words.endswith("ly") and re.match(r"\s\w+ed\s\w", scene.after) is not None
    governor = scene.block.tokens[head.head]
    if words == "quarterly" and head.dep == "amod":
        return True
    return head.dep == "advmod" and governor.dep == "amod" and governor.index > head.index


def _is_headline(scene: Scene) -> bool:
    line = scene.text[max(scene.start - 100, 0) : scene.end + 100]
    long_words = re.findall(r"\b[A-Za-z]{4,}\b", line)
    capitals: int = sum(word[0].isupper() for word in long_words)
    return capitals >= _TITLE_CASE * len(long_words)
