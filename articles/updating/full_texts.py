"""The full text of articles of which a feed tells only a summary, and newer versions of pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from articles.cleaning.completing import completed
from articles.errors import BroadsheetError, Cancelled
from articles.model import Article, ArticleAddress, Delivery, Response, StoredArticle
from articles.progress import Stage
from articles.run import Run
from articles.updating.pages import delivery_of
from articles.updating.problems import problem_of
from articles.updating.side_by_side import side_by_side
from articles.worker import Refusal

if TYPE_CHECKING:
    from articles.updating.fetching import Fetching


@dataclass(frozen=True, slots=True)
class _FullText:
    """What was fetched for an article: its page, or one line on why there is none."""

    article: int
    response: Response | None = None
    problem: str = ""


def fetch_full_texts(run: Run, ids: Sequence[int], fetching: Fetching) -> None:
    """Fetch the pages of articles, and put their text in place of what is there where they give more.

    Raises:
        NotFoundError: There is no such article.
        Cancelled: The reader asked to stop.
    """
    jobs = []
    for identity in dict.fromkeys(ids):
        where = run.library.address(identity)
        if where is None:
            run.problem(f"article {identity}: no address is known from which it could be fetched.")
        else:
            jobs.append(partial(_fetch, identity, where, fetching))
    run.begin(Stage.FETCHING, len(jobs))
    for fetched in side_by_side(jobs, run.cancelled):
        if fetched.response is None:
            run.problem(fetched.problem)
        else:
            _renew(run, fetched.article, delivery_of(fetched.response))
        run.step("")


def _fetch(identity: int, where: ArticleAddress, fetching: Fetching) -> _FullText:
    try:
        return _FullText(identity, fetching.found(where.address, where.found_on))
    except Cancelled:
        raise
    except Exception as error:  # a server is hostile
        return _FullText(identity, problem=problem_of(where.address, error))


def _renew(run: Run, identity: int, delivery: Delivery | BroadsheetError) -> None:
    if isinstance(delivery, BroadsheetError):
        run.problem(str(delivery))
        return
    before, is_summary = run.library.article(identity), run.library.row(identity).is_summary
    for _, article in run.cleaned((delivery,)):
        if isinstance(article, Refusal):
            run.problem(article.reason)
        elif lack := _lack(before, article, is_summary=is_summary):
            run.problem(f"{delivery.raw.origin}: {lack}.")
        else:
            is_other = run.library.store_version(identity, delivery, completed(article, before))
            run.stored(StoredArticle(identity, is_new=False, is_changed=is_other), article.title)


def _lack(before: Article, page: Article, *, is_summary: bool) -> str:
    """Why a page is no better than what is there; empty where it is.

    A page that wants a subscription, or consent, or that says that it is gone, holds a few words of its own.
    """
    there, here = _words(page), _words(before)
    if is_summary and there <= here:
        return "the page gives no more than the summary, which stays"
    if not is_summary and there * 2 < here:
        return "the page now gives less than half of the article, which stays as it is"
    return ""


def _words(article: Article) -> int:
    return sum(len(block.text.split()) for block in article.blocks)
