"""The reader's corrections applied on top of a cleaning: lines put into an article, and lines left out of it.

What the cleaner made is never changed: the article to read is `corrected` of it, so that a correction is undone by
leaving it out, and outlives every better cleaner.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles.cleaning.line_places import BLOCK_KINDS, line_places
from articles.cleaning.rebuilding import Insertion, rebuilt
from articles.cleaning.restoring import restored_lines
from articles.model import (
    UNDATED,
    Article,
    ChromeCategory,
    Decider,
    Line,
    LineCorrection,
    LineRole,
    OutletRule,
    Quotation,
    SourceFormat,
)
from articles.text import fold, one_line, opening

_CONTEXT = 80
"""Characters of the lines around it by which a line is told from others with the same words."""
_OPENING = 80
"""Characters of its first words that stand for the title of an article whose title line was left out."""
_NUMBER = re.compile(r"\d[\d.,:]*(?:[km]\b)?")
_YOURS = {True: "you restored it", False: "you left it out"}
_RULED = {True: "restored by your rule for {}", False: "left out by your rule for {}"}


@dataclass(frozen=True, slots=True)
class Corrected:
    """An article with corrections applied."""

    article: Article
    touched: Mapping[int, int]
    """By the id of each rule that changed something, how many lines it changed."""
    unplaced: tuple[LineCorrection, ...] = ()
    """The corrections whose line is not there."""


@dataclass(frozen=True, slots=True)
class _Decision:
    is_kept: bool
    decided_by: Decider
    reason: str
    rule: int = 0


def correction_of(lines: Sequence[Line], number: int, *, is_kept: bool) -> LineCorrection:
    """The correction that keeps, or drops, the line with that number."""
    before, after = _around(lines, number)
    return LineCorrection(Quotation(lines[number].text, before, after), number, is_kept)


def find_line(lines: Sequence[Line], correction: LineCorrection) -> int | None:
    """The number of the line that a correction is about; None where it is not there.

    Of several with its words it is the one with the same lines around it, and of those the nearest to where it was.
    """
    wanted = one_line(correction.line.exact)
    alike = [number for number, line in enumerate(lines) if one_line(line.text) == wanted]
    context = (correction.line.prefix, correction.line.suffix)

    def fit(number: int) -> tuple[int, int]:
        around = zip(_around(lines, number), context, strict=True)
        return sum(here == there for here, there in around), -abs(number - correction.number)

    return max(alike, key=fit, default=None)


def _around(lines: Sequence[Line], number: int) -> tuple[str, str]:
    """The lines before and after one, blank ones passed over, each on one line and cut."""
    before = next((line.text for line in reversed(lines[:number]) if line.text.strip()), "")
    after = next((line.text for line in lines[number + 1 :] if line.text.strip()), "")
    return one_line(before, _CONTEXT), one_line(after, _CONTEXT)


def line_pattern(text: str) -> str:
    """What lines of one outlet have in common that differ only in their case, punctuation marks and numbers.

    `1,204 Comments` and `87 comments` both give `0 comments`.
    """
    return _NUMBER.sub("0", fold(text))


def corrected(
    article: Article,
    corrections: Iterable[LineCorrection],
    rules: Sequence[OutletRule],
    source_format: SourceFormat = SourceFormat.TEXT,
) -> Corrected:
    """The article as the reader wants it.

    Args:
        article: What the cleaner made.
        corrections: What the reader said of single lines; has the last word.
        rules: What the reader said of all articles of an outlet. Those of other outlets count for nothing, and all
            of them where nothing of the article would be left.
        source_format: What the lines are written in.
    """
    decisions = _by_rules(article, rules)
    ruled = _applied(article, decisions, source_format)
    if article.blocks and not ruled.blocks:
        decisions, ruled = {}, article
    touched = Counter(decision.rule for number, decision in decisions.items() if _changes(article, number, decision))
    unplaced = []
    for correction in corrections:
        number = find_line(article.lines, correction)
        if number is None:
            unplaced.append(correction)
        else:
            decisions[number] = _Decision(correction.is_kept, Decider.READER, _YOURS[correction.is_kept])
    made = ruled if all(each.rule for each in decisions.values()) else _applied(article, decisions, source_format)
    return Corrected(made, touched, tuple(unplaced))


def _by_rules(article: Article, rules: Sequence[OutletRule]) -> dict[int, _Decision]:
    """What the rules of an article's outlet say of its lines."""
    own = {rule.pattern: rule for rule in rules if fold(rule.outlet) == fold(article.outlet)}
    decisions = {}
    for number, line in enumerate(article.lines if own else ()):
        if rule := own.get(line_pattern(line.text)):
            reason = _RULED[rule.is_kept].format(one_line(article.outlet))
            decisions[number] = _Decision(rule.is_kept, Decider.RULE, reason, rule.id)
    return decisions


def _changes(article: Article, number: int, decision: _Decision) -> bool:
    return decision.is_kept == article.lines[number].role.is_dropped


def _applied(article: Article, decisions: Mapping[int, _Decision], source_format: SourceFormat) -> Article:
    changes = {number: each for number, each in sorted(decisions.items()) if _changes(article, number, each)}
    if not changes:
        return article
    places = line_places(article)
    dropped = [number for number, each in changes.items() if not each.is_kept]
    kept = [number for number, each in changes.items() if each.is_kept]
    restored = restored_lines(article, kept, source_format)
    blocks = rebuilt(
        article.blocks,
        [stretch for number in dropped for stretch in places[number]],
        [Insertion.between(places, each.first, each.last, article.blocks, each.block) for each in restored],
    )
    roles = {
        **dict.fromkeys(dropped, LineRole.CHROME),
        **{number: each.role for each in restored for number in range(each.first, each.last + 1) if number in changes},
    }
    lines = list(article.lines)
    for number, each in changes.items():
        category = ChromeCategory.OTHER if roles[number] is LineRole.CHROME else None
        lines[number] = Line(lines[number].text, roles[number], each.reason, category, each.decided_by)
    changed = dataclasses.replace(article, blocks=blocks, lines=tuple(lines))
    return _without_statements(changed, [article.lines[number] for number in dropped])


def _without_statements(article: Article, dropped: Iterable[Line]) -> Article:
    """The article without title, byline, outlet and date, each where the line that states it is left out."""
    for line in dropped:
        if line.role in BLOCK_KINDS:
            continue
        said = fold(line.text)
        evidence = fold(" ".join(article.published.evidence))
        article = dataclasses.replace(
            article,
            title="" if line.role is LineRole.TITLE and fold(article.title) in said else article.title,
            byline="" if fold(article.byline) in said else article.byline,
            outlet="" if line.role is LineRole.OUTLET and fold(article.outlet) in said else article.outlet,
            published=UNDATED if line.role is LineRole.DATE and said[:_CONTEXT] in evidence else article.published,
        )
    if article.title or not article.blocks:
        return article
    return dataclasses.replace(article, title=opening(article.blocks[0].text, _OPENING))
