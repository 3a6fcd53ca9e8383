"""The commands that correct cleaning and mark passages: clean, rules, highlight, note, marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.command_parts import (
    FAILED,
    WORDS,
    article_argument,
    chosen_library,
    existing_library,
    json_option,
    library_option,
    parsed_query,
    query_argument,
)

if TYPE_CHECKING:
    from articles.anchoring import Anchor
    from articles.model import Article
    from articles.recleaning import Recleaning, RecleaningReport

_EXCERPT = 60


@click.command(context_settings=WORDS)
@query_argument
@click.option("--again", is_flag=True, help="Clean what is in the library already, from its raw bytes.")
@click.option("--dry-run", is_flag=True, help="Change nothing, and tell what would change.")
@library_option
@json_option
def clean(query: Sequence[str], again: bool, dry_run: bool, library: Path | None, as_json: bool) -> None:
    """Clean articles again, as with a better cleaner.

    Corrections, rules, tags, stars and what is read are kept, highlights and notes where their text still stands;
    those that have lost their place are listed. The raw bytes stay as they are.
    """
    from tui.listings.output import print_json, print_text
    from tui.listings.recleaning import recleaning_json, recleaning_text

    if not again:
        raise click.UsageError(
            "Articles are cleaned when they are added. To clean them once more: clean --again [QUERY]"
        )
    with existing_library(library) as opened:
        ids = opened.ids(parsed_query(query), is_folded=False)
    report, problems = _recleaned(chosen_library(library), ids, is_trial=dry_run)
    if as_json:
        print_json(recleaning_json(report))
    else:
        print_text(recleaning_text(report, is_trial=dry_run))
    if problems:
        raise click.exceptions.Exit(FAILED)


@click.command()
@click.option("--revoke", metavar="N", type=int, help="Take back the rule with that number.")
@library_option
@json_option
def rules(revoke: int | None, library: Path | None, as_json: bool) -> None:
    """List your rules for outlets, or revoke one.

    A rule is made in the reading room, by O on a line of the raw text. It keeps such lines in all articles of the
    outlet, or leaves them out.
    """
    from tui.listings.output import print_json, print_text
    from tui.listings.passage_marks import mark_json, mark_text
    from tui.listings.rules import rule_text, rules_json

    if revoke is not None:
        with existing_library(library) as opened:
            opened.corrections.revoke_rule(revoke)
    report, problems = _settled(chosen_library(library)) if revoke is not None else (None, ())
    lost = report.lost if report else ()
    with existing_library(library) as opened:
        found = opened.corrections.rules()
    if as_json:
        print_json(rules_json(found) | ({"lost": [mark_json(mark) for mark in lost]} if report else {}))
    else:
        print_text(map(mark_text, lost))
        print_text(map(rule_text, found) if found else ("no rules\n",))
    if problems:
        raise click.exceptions.Exit(FAILED)


@click.command()
@article_argument
@click.argument("words")
@library_option
@json_option
def highlight(article: int, words: str, library: Path | None, as_json: bool) -> None:
    """Highlight a passage of an article.

    WORDS are quoted as they stand in it, enough of them that they stand there once.
    """
    _mark(library, article, words, "", as_json=as_json)


@click.command()
@article_argument
@click.argument("text")
@click.option("--on", "words", metavar="WORDS", help="The passage it is about, quoted as it stands in the article.")
@library_option
@json_option
def note(article: int, text: str, words: str | None, library: Path | None, as_json: bool) -> None:
    """Write a note about an article, or about a passage of it."""
    if not text.strip():
        raise click.UsageError("A note needs a word or two.")
    _mark(library, article, words, text, as_json=as_json)


@click.command()
@click.argument("article", metavar="[ID]", type=int, required=False)
@click.option("--find", "words", metavar="WORDS", default="", help="Only those with words that begin so.")
@click.option("--remove", metavar="N", type=int, help="Take away the mark with that number.")
@library_option
@json_option
def marks(article: int | None, words: str, remove: int | None, library: Path | None, as_json: bool) -> None:
    """List highlights and notes, of one article or of all.

    Those whose text is no longer in the article say that they have lost their place.
    """
    from tui.listings.output import print_json, print_text
    from tui.listings.passage_marks import mark_text, marks_json

    with existing_library(library) as opened:
        if remove is not None:
            opened.remove_passage_mark(remove)
        if article is not None:
            opened.row(article)
        found = tuple(each for each in opened.find_passage_marks(words) if article in (None, each.article))
    if as_json:
        print_json(marks_json(found))
    else:
        print_text(map(mark_text, found) if found else ("no highlights or notes\n",))


COMMANDS = (clean, rules, highlight, note, marks)
"""In the order of the help."""


def _recleaned(library: Path, ids: Sequence[int], *, is_trial: bool) -> tuple[RecleaningReport, tuple[str, ...]]:
    """Clean again and annotate what has changed; the report, and all that went wrong, which has been told."""
    return _done(library, lambda recleaning: recleaning.clean_again(ids, is_trial=is_trial), is_trial=is_trial)


def _settled(library: Path) -> tuple[RecleaningReport, tuple[str, ...]]:
    """Apply rules that have changed and annotate what that changes; the report, and all that went wrong."""
    return _done(library, lambda recleaning: recleaning.apply_rules())


def _done(
    library: Path, work: Callable[[Recleaning], RecleaningReport], *, is_trial: bool = False
) -> tuple[RecleaningReport, tuple[str, ...]]:
    from articles.pipeline import Pipeline
    from articles.recleaning import Recleaning
    from tui.listings.adding import ProgressLine
    from tui.listings.output import print_problem

    line = ProgressLine()
    try:
        report = work(Recleaning(library, on_progress=line.show))
        annotated = () if is_trial else Pipeline(library, on_progress=line.show).annotate_pending().problems
    finally:
        line.clear()
    problems = (*report.problems, *annotated)
    for problem in problems:
        print_problem(problem)
    return report, problems


def _mark(library: Path | None, article: int, words: str | None, text: str, *, as_json: bool) -> None:
    from tui.listings.output import print_json, print_text
    from tui.listings.passage_marks import mark_json, mark_text

    with existing_library(library) as opened:
        place = None if words is None else _only_place(opened.article(article), words)
        made = opened.mark_passage(article, place, text)
    if as_json:
        print_json(mark_json(made))
    else:
        print_text((mark_text(made),))


def _only_place(article: Article, words: str) -> Anchor:
    """Where words stand in an article.

    Raises:
        UsageError: They don't, or more than once.
    """
    from articles.anchoring import AnchorText
    from articles.text import one_line

    wanted = one_line(words)
    found = AnchorText(article).places(wanted)
    if not found:
        raise click.UsageError(f"“{one_line(wanted, _EXCERPT)}” does not stand in the article.")
    if len(found) > 1:
        raise click.UsageError(f"“{one_line(wanted, _EXCERPT)}” stands there {len(found)} times; quote more of it.")
    return found[0]
