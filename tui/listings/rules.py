"""`broadsheet rules`: what the reader has said of all articles of an outlet."""

from __future__ import annotations

from collections.abc import Iterable

from articles.model import OutletRule
from articles.text import one_line
from tui.listings.wording import counted

_EXCERPT = 80


def rule_text(rule: OutletRule) -> str:
    """A rule on one line: number, outlet, what it does, and what it has changed."""
    return f"{rule.id:>6}  {one_line(rule.outlet)}: {rule_words(rule)} · {effect_words(rule)}\n"


def rule_words(rule: OutletRule) -> str:
    """What a rule does: `leaves out lines like “87 comments”`."""
    return f"{'keeps' if rule.is_kept else 'leaves out'} lines like “{one_line(rule.example, _EXCERPT)}”"


def effect_words(rule: OutletRule) -> str:
    """What a rule has changed: `12 lines of 5 articles`."""
    if not rule.lines:
        return "changes no line"
    return f"{counted(rule.lines, 'line')} of {counted(rule.articles, 'article')}"


def rules_json(rules: Iterable[OutletRule]) -> dict[str, object]:
    """All rules for a program."""
    return {"rules": [rule_json(rule) for rule in rules]}


def rule_json(rule: OutletRule) -> dict[str, object]:
    """A rule for a program. `pattern` is what its lines come to: folded, with 0 for every number."""
    return {
        "id": rule.id,
        "outlet": rule.outlet,
        "keeps": rule.is_kept,
        "example": rule.example,
        "pattern": rule.pattern,
        "articles": rule.articles,
        "lines": rule.lines,
    }
