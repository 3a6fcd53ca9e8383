"""Lines that their own words give away as part of the page: buttons, forms, notices, breadcrumbs, related links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import resources

from articles.cleaning.units import Unit
from articles.model import ChromeCategory


class PhraseKind(Enum):
    """What a phrase of the page tells of the lines after it."""

    ALONE = "alone"
    """Nothing: only the line itself is of the page."""
    LIST = "list"
    """The short lines after it are links to other articles."""
    END = "end"
    """The article is over: comments, more articles or the foot of the page follow."""


@dataclass(frozen=True, slots=True)
class PagePhrase:
    """Why a line is of the page, in words for the reader, and what follows from it."""

    reason: str
    category: ChromeCategory
    kind: PhraseKind = PhraseKind.ALONE


@dataclass(frozen=True, slots=True)
class _Rule:
    phrase: PagePhrase
    most_words: int
    starts: re.Pattern[str] | None
    says: re.Pattern[str] | None
    needs: frozenset[str]
    """Beginnings of words of which each line has one that `says` finds something in."""


_BUTTONS = frozenset(
    "share tweet print email e-mail mail facebook twitter linkedin whatsapp pinterest reddit instagram telegram"
    " youtube tumblr flipboard pocket messenger messages snapchat tiktok threads bluesky mastodon viber wechat"
    " weibo line kakao kakaotalk naver vk skype xing google google+ plus rss feed gettr parler mix stumbleupon"
    " digg buffer copy link url copied save saved bookmark download pdf close open menu search login log in sign"
    " up out register subscribe follow like likes comment comments reply replies report flag more less next"
    " previous prev back top play pause mute unmute replay watch listen live video audio photos photo gallery"
    " image zoom enlarge expand collapse font size text dictionary translate toggle navigation skip"
    " advertisement ad ads sponsored promoted edit settings help gift new sort by newest oldest popular best"
    " load show hide view views all home via on this article story page shares send to a friend post posted"
    " embed subscribed larger smaller".split()
)
"""Words that buttons are labelled with: a short line of nothing else is a row of buttons."""
_ALSO_PROSE = frozenset(
    "this on by all via in up out new best more less home line back top open like live to a friend".split()
)
_CATEGORIES = {
    ChromeCategory.SHARING: frozenset(
        "share tweet email e-mail mail facebook twitter linkedin whatsapp pinterest reddit instagram telegram youtube"
        " tumblr flipboard pocket messenger snapchat tiktok threads bluesky mastodon viber wechat weibo kakao google+"
        " follow like likes shares digg buffer copy friend".split()
    ),
    ChromeCategory.COMMENTS: frozenset("comment comments reply replies report newest oldest".split()),
    ChromeCategory.SUBSCRIPTION: frozenset("login log sign register subscribe subscribed gift".split()),
    ChromeCategory.ADVERTISING: frozenset("advertisement ad ads sponsored promoted".split()),
}
"""What a row of buttons is for, by a word of it; any other row is for finding one's way."""
_BUTTON_TEXT = re.compile(r"\d+(?:[.,]\d+)*[km]?\b|[\w+@-]+")
_COUNT = re.compile(r"[\d.,]+[km]?")
_BREADCRUMBS = re.compile(r"[^>»›|.!?]{1,40}(?:\s?[>»›]\s?[^>»›.!?]{1,60}){1,6}[>»›]?\s*$")
_ARROW = re.compile("[>»›]")
_SEPARATED = re.compile(r"\s[|•·/]\s")
_LONGEST_MENU_ENTRY = 40
MENU = PagePhrase("breadcrumb or menu", ChromeCategory.NAVIGATION)
"""What a line is whose parts are set side by side; in a table, they are its cells."""
_MAIL_ALONE = re.compile(r"<?[\w.+-]{1,64}@[\w.-]{1,80}>?$")
_BEGINNING = re.compile(r"\b\w{1,5}|\(")
"""The first letters of a word, by which rules for any place in a line are found that may hold for it."""
_FILES = ("page_phrases.yaml", "page_phrases_abroad.yaml")
_LEADING_MARKS = " >»›*•–—-[|#+"


@cache
def _rules() -> tuple[_Rule, ...]:
    import yaml

    folder = resources.files("articles.cleaning")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    entries = [entry for name in _FILES for entry in yaml.load(folder.joinpath(name).read_text("utf-8"), loader)]
    return tuple(
        _Rule(
            PagePhrase(entry["reason"], ChromeCategory(entry["category"]), PhraseKind(entry.get("kind", "alone"))),
            entry.get("most_words", 14),
            _any_of(entry.get("starts", ())),
            _any_of(entry.get("says", ())),
            frozenset(_BEGINNING.findall(" ".join(entry.get("needs", ())))),
        )
        for entry in entries
    )


def _any_of(patterns: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns)) if patterns else None


def page_phrase(unit: Unit) -> PagePhrase | None:
    """Why the words of a unit mark it as part of the page and what follows from that; None when they do not."""
    count = len(unit.words)
    if count == 0:
        return PagePhrase("no words in it", ChromeCategory.OTHER)
    if count > 90:
        return None
    if len(unit.text) <= 2 and unit.text.isalnum() and unit.folded != "by":
        return PagePhrase("a stray letter or counter", ChromeCategory.OTHER)
    if _only_buttons(unit):
        return PagePhrase("buttons of the page", _category_of_buttons(unit))
    if _MAIL_ALONE.match(unit.text):
        return PagePhrase("a mail address by itself", ChromeCategory.OTHER)
    return _by_rule(unit.folded, count) or (MENU if _is_menu(unit) else None)


@cache
def _any_start() -> re.Pattern[str]:
    """Every rule's beginnings in one, which most lines fail at once."""
    return re.compile("|".join(rule.starts.pattern for rule in _rules() if rule.starts))


@cache
def _rules_that_say() -> tuple[_Rule, ...]:
    """The rules for any place in a line, in order."""
    return tuple(rule for rule in _rules() if rule.says)


@cache
def _any_need() -> frozenset[str]:
    """What the rules for any place need, of which most lines have nothing."""
    return frozenset[str]().union(*(rule.needs for rule in _rules()))


def _by_rule(folded: str, count: int) -> PagePhrase | None:
    bare = folded.lstrip(_LEADING_MARKS)
    may_start = _any_start().match(bare) is not None
    needed = _any_need().intersection(_BEGINNING.findall(folded))
    if not may_start and not needed:
        return None
    for rule in _rules() if may_start else _rules_that_say():
        if count > rule.most_words:
            continue
        if may_start and rule.starts and rule.starts.match(bare):
            return rule.phrase
        if rule.says and not needed.isdisjoint(rule.needs) and rule.says.search(folded):
            return rule.phrase
    return None


def _is_menu(unit: Unit) -> bool:
    if len(unit.words) > 16 or unit.ends_sentence:
        return False
    if unit.columns >= 3 or (_ARROW.search(unit.text) and _BREADCRUMBS.match(unit.text)):
        return True
    entries = _SEPARATED.split(unit.text)
    return len(entries) >= 3 and all(len(entry) <= _LONGEST_MENU_ENTRY for entry in entries)


def _only_buttons(unit: Unit) -> bool:
    if len(unit.folded) > 120:
        return False
    words = _BUTTON_TEXT.findall(unit.folded)
    if not 1 <= len(words) <= 14 or not all(
        word in _BUTTONS or len(word) == 1 or _COUNT.fullmatch(word) for word in words
    ):
        return False
    return any(word in _BUTTONS and word not in _ALSO_PROSE for word in words)


def _category_of_buttons(unit: Unit) -> ChromeCategory:
    words = set(_BUTTON_TEXT.findall(unit.folded))
    return next((category for category, named in _CATEGORIES.items() if named & words), ChromeCategory.NAVIGATION)
