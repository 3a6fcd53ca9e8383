"""A scraped page judged anew by the line model, which has seen more pages than the rules could be written from.

The model says which lines are of the article; the rules still say what each of them is, and who wrote it, when and
where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.cleaning.body import Body
from articles.cleaning.body_lines import role_in_body, settle_captions
from articles.cleaning.line_features import NAMES, look
from articles.cleaning.line_model import LineModel, shipped_model
from articles.cleaning.page import Page, is_prose
from articles.cleaning.page_phrases import PhraseKind
from articles.cleaning.reasons import Reasons, weights_of
from articles.cleaning.signatures import settle_signatures
from articles.cleaning.surroundings import settle_phrases, settle_title
from articles.model import LineRole

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SIGNATURES = frozenset({LineRole.BYLINE, LineRole.DATE, LineRole.DATELINE, LineRole.OUTLET, LineRole.CREDIT})
_LONGEST = 200
"""Words beyond which a line weighs no more."""
_WEIGHT_OF_LINE = 20.0
"""What each line weighs beside its words."""
_LEAST = 0.4
"""The likelihood below which no line is kept."""
_WORDS = NAMES.index("words")


def judge(page: Page, title: str = "", model: LineModel | None = None) -> Page:
    """The same page with the model's word on which lines are of the article.

    Args:
        page: A page that the rules have settled.
        title: The title, where something better than the lines states it.
        model: The model; the shipped one where none is given.
    """
    model = model or shipped_model()
    table = look(page)
    kept = _kept(page, chosen(model.likelihoods(table), table[:, _WORDS]))
    if not kept:
        return page
    judged = Page(page.units, page.phrases, Body(kept[0], kept[-1] + 1))
    reasons = Reasons(judged)
    restored = [number for number in kept if page.verdicts[number].role.is_dropped]
    _settle_restored(judged, restored, reasons, weights_of(model.first.shares(table[restored])))
    for number in kept:
        role, reason = role_in_body(judged, number)
        judged.settle(number, role, reason, judged.units[number].text)
    _settle_head(judged, page, title)
    settle_phrases(judged)
    settle_captions(judged)
    _set_rest_aside(judged, reasons, table, model)
    return judged


def _kept(page: Page, likely: list[int]) -> list[int]:
    """What is kept of the lines that are likely of the article: none that its own words tell of, and no headlines.

    These are the title, and short lines under a heading of links with no sentence after them.
    """
    kept = [number for number in likely if not _is_told(page, number)]
    sentences = [number for number in kept if is_prose(page.units[number])]
    if not sentences:
        return kept
    first, last = sentences[0], sentences[-1]
    if page.title is not None and page.title < first:
        kept = [number for number in kept if number > page.title]
    headings = (number for number in range(last, len(page.units)) if _heads_links(page, number))
    end = next(headings, len(page.units))
    return [number for number in kept if number < end]


def _heads_links(page: Page, number: int) -> bool:
    phrase = page.phrases[number]
    return phrase is not None and phrase.kind is not PhraseKind.ALONE


def _is_told(page: Page, number: int) -> bool:
    """Whether the words of a unit alone tell that it is of the page, or who wrote the article and when."""
    return page.phrases[number] is not None or page.verdicts[number].role in _SIGNATURES


def _settle_restored(page: Page, numbers: list[int], reasons: Reasons, weights: NDArray[np.float32]) -> None:
    """Lines that the rules would have left out."""
    for number, weighed in zip(numbers, weights, strict=True):
        role, _ = role_in_body(page, number)
        page.settle(number, role, reasons.kept(number, weighed), page.units[number].text)


def _settle_head(page: Page, by_rules: Page, title: str) -> None:
    """Who wrote it, when and for whom, and the title."""
    settle_signatures(page)
    settle_title(page, title)
    for number in by_rules.settled_as(LineRole.OUTLET):
        page.settle(number, LineRole.OUTLET, by_rules.verdicts[number].reason)


def _set_rest_aside(page: Page, reasons: Reasons, table: NDArray[np.float32], model: LineModel) -> None:
    """Outside the article's text, short lines need no other reason than that."""
    rest = page.undecided(0, len(page.units))
    weighed = [number for number in rest if is_prose(page.units[number]) or not reasons.where(number)]
    for number, weights in zip(weighed, weights_of(model.first.shares(table[weighed])), strict=True):
        page.set_aside(number, reasons.dropped(number, weights))
    for number in page.undecided(0, len(page.units)):
        page.set_aside(number, reasons.where(number))


def chosen(likelihoods: NDArray[np.float32], words: NDArray[np.float32]) -> list[int]:
    """The lines that together have the greatest expected F1, lines weighed by their length.

    Where the model is sure, these are the lines that are more likely of the article than not; on a page where it is
    not, they are more (Lewis, SIGIR 1995), but none that it holds to be unlikely.
    """
    import numpy as np

    weights = np.minimum(words, _LONGEST) + _WEIGHT_OF_LINE
    order = np.argsort(-likelihoods, kind="stable")
    expected = np.cumsum((weights * likelihoods)[order])
    f1 = 2 * expected / (np.cumsum(weights[order]) + expected[-1] + 1e-9)
    best = order[: int(f1.argmax()) + 1]
    return sorted(best[likelihoods[best] >= _LEAST].tolist())
