"""Words that are times in one sentence and something else in the next: May, March, second, fall."""

from __future__ import annotations

import re

from articles.annotation.times.rule import Core
from articles.annotation.times.scene import Scene

_TIME_BEFORE = re.compile(
    r"\b(?:in|on|by|of|for|from|to|until|till|since|before|after|during|through|between|and|or|last|next|this|every|each|early|late|mid|"
    r"past|coming|previous|following|the)[\s-]$"
)
_VERB_TAGS = frozenset({"MD", "VB", "VBD", "VBP", "VBZ", "VBG", "VBN"})
_NAME_AFTER = re.compile(r"\s(?:times|post|herald|mirror|telegraph|mail|express|tribune|magazine)\b")


def is_no_time(scene: Scene, core: Core) -> bool:
    """Whether the words are no time here, by part of speech where it is known and by their neighbours otherwise."""
    words = scene.text[scene.start : scene.end]
    if core is Core.MONTH:
        return _is_no_month(words, scene)
    if core is Core.SEASON:
        return _is_no_season(words, scene)
    if core is Core.WEEKDAY:
        return _NAME_AFTER.match(scene.after) is not None and scene.text[scene.end : scene.end + 2][1:].isupper()
    if core is Core.UNIT:
        return _is_no_length(words, scene)
    return False


def _is_no_month(words: str, scene: Scene) -> bool:
    if words not in ("May", "MAY", "March", "MARCH", "August", "AUGUST"):
        return False
    if any(token.tag in _VERB_TAGS for token in scene.tokens):
        return True
    if _TIME_BEFORE.search(scene.before):
        return re.match(r"\s(?:for|on|against|to)\b", scene.after) is not None and scene.before.endswith("the ")
    if words in ("May", "MAY"):
        return re.match(r"\s?(?:[,.;:)]|$|and\b|or\b|\d)", scene.after) is None and not scene.tokens
    return re.match(r"\s(?:on|for|against|to|in|of)\b", scene.after) is not None


def _is_no_season(words: str, scene: Scene) -> bool:
    if not words.lower().endswith(("fall", "spring")):
        return bool(re.match(r"\s(?:olympics|games|palace)\b", scene.after))
    if any(token.tag in _VERB_TAGS for token in scene.tokens):
        return True
    if words.lower() in ("the fall", "the spring"):
        return re.match(r"\s(?:of|in|from|to)\b", scene.after) is not None or not scene.before.rstrip().endswith(("in", "during", "by", "until", "since", "of"))
    return words.lower() in ("fall", "spring") and not re.search(r"\b(?:in|by|early|late|mid|until|since|during)[\s-]$", scene.before)


def _is_no_length(words: str, scene: Scene) -> bool:
    if re.match(r"[-\s]old\b|[-\s]olds\b", scene.after):
        return True
    return bool(re.search(r"\bseconds?$", words.lower())) and _is_ordinal_second(words, scene)


def _is_ordinal_second(words: str, scene: Scene) -> bool:
    return words.lower().endswith("second") and re.match(r"[-\s][a-z]", scene.after) is not None and not re.match(
        r"(?:an?|one|per|every|each|\d+|split)[-\s]", words.lower()
    )
