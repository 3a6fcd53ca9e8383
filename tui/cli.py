"""The commands of the command line. Only `read` and `demo` on a terminal import the screen, and only then."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from articles.errors import LibraryError
from tui.arguments import READ

if TYPE_CHECKING:
    from articles.library import Library
    from articles.pipeline import Report
    from articles.query import Query

FAILED = 1
"""Exit code: something could not be done, and standard error says what."""
_PAGE = 500
_SETTINGS_OF_WORDS = {"ignore_unknown_options": True}
"""Lets words that begin with a hyphen, `-name` or `-word`, through to the command."""

LibraryOption = Annotated[
    Path | None,
    typer.Option("--library", metavar="FILE", envvar="BROADSHEET_LIBRARY", help="The library to use."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
QueryArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[QUERY]", help='What to look for: words, "phrases", -not, tag:, person:, after:, is:unread …'
    ),
]
PathsArgument = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH]...", help="Files and folders; - is standard input.")
]
ArticleArgument = Annotated[int, typer.Argument(metavar="ID", help="The article's number, as list shows it.")]
LimitOption = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="How many to show at most.")]

app = typer.Typer(
    name="broadsheet",
    help="A news reader for the terminal that shows, beside the paragraph you read, what the other articles say.",
    epilog="With no command it adds the files and folders that are named, if any, and opens the reading room.",
    subcommand_metavar="[PATH]... | COMMAND [ARGS]...",
    options_metavar="",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def _program(version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False) -> None:
    """Declare what `main` answers before any command is looked at."""


@app.command(READ, hidden=True)
def read(paths: PathsArgument = None, library: LibraryOption = None, as_json: JsonOption = False) -> None:
    """Add what is named and open the reading room; without a terminal print the digest."""
    _read(_chosen(library), paths or [], as_json=as_json)


@app.command()
def add(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files and folders; - is standard input.")],
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Add articles to the library."""
    from tui.listings.adding import report_json, report_text
    from tui.listings.output import print_json, print_text

    report = _added(_chosen(library), paths)
    if as_json:
        print_json(report_json(report))
    else:
        print_text(report_text(report))
    _leave_with(report)


@app.command("list", context_settings=_SETTINGS_OF_WORDS)
def list_articles(
    query: QueryArgument = None,
    sort: Annotated[
        str, typer.Option("--sort", metavar="ORDER", help="published, oldest, added, title, source …")
    ] = "",
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="How many at most.")] = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """List the articles."""
    from tui.listings.articles import row_text, rows_json
    from tui.listings.output import print_json, print_text

    with _existing(library) as opened:
        found = opened.ids(_parsed(query), sort=_sort(sort))
        shown = found[:limit]
        pages = (opened.rows(shown[start : start + _PAGE]) for start in range(0, len(shown), _PAGE))
        rows = (row for page in pages for row in page)
        if as_json:
            print_json(rows_json(rows, len(found)))
        else:
            print_text(map(row_text, rows))


@app.command()
def show(article: ArticleArgument, library: LibraryOption = None, as_json: JsonOption = False) -> None:
    """Show one article, and what was found in it."""
    from tui.listings.article import article_json, article_text, read_article
    from tui.listings.output import print_json, print_text

    with _existing(library) as opened:
        shown = read_article(opened, article)
    if as_json:
        print_json(article_json(shown))
    else:
        print_text(article_text(shown))


@app.command()
def related(
    article: ArticleArgument,
    doubtful: Annotated[bool, typer.Option("--doubtful", help="Show the doubtful ones too.")] = False,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show what others say about an article.

    Each paragraph that others report on is followed by what they say, and why it is held to belong to it.
    """
    from articles.reading.crossrefs import article_cross_references
    from tui.listings.output import print_json, print_text
    from tui.listings.related import related_json, related_text

    with _existing(library) as opened:
        cleaned = opened.article(article)
        groups = article_cross_references(opened, article)
    if as_json:
        print_json(related_json(article, cleaned, groups))
    else:
        print_text(related_text(cleaned, groups, with_doubtful=doubtful))


@app.command(context_settings=_SETTINGS_OF_WORDS)
def entities(
    query: QueryArgument = None, limit: LimitOption = 200, library: LibraryOption = None, as_json: JsonOption = False
) -> None:
    """List whom and what the articles name."""
    from tui.listings.entities import entities_json, entity_text
    from tui.listings.output import print_json, print_text

    with _existing(library) as opened:
        found = opened.entities(_parsed(query), limit)
    if as_json:
        print_json(entities_json(found))
    else:
        print_text(map(entity_text, found))


@app.command(context_settings=_SETTINGS_OF_WORDS)
def events(
    query: QueryArgument = None, limit: LimitOption = 200, library: LibraryOption = None, as_json: JsonOption = False
) -> None:
    """List what the articles report."""
    from tui.listings.events import event_text, events_json
    from tui.listings.output import print_json, print_text

    with _existing(library) as opened:
        found = opened.events(_parsed(query), limit)
    if as_json:
        print_json(events_json(found))
    else:
        print_text(map(event_text, found))


@app.command(context_settings=_SETTINGS_OF_WORDS)
def tag(
    article: ArticleArgument,
    tags: Annotated[
        list[str] | None, typer.Argument(metavar="[+NAME|-NAME]...", help="What to add, what to take off.")
    ] = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tag an article, or show its tags.

    +name adds a tag, -name takes it off.
    """
    from tui.listings.output import print_json, print_text
    from tui.listings.tags import tags_json, tags_text

    changes = [_tag_change(word) for word in tags or []]
    with _existing(library) as opened:
        opened.row(article)
        for is_added, name in changes:
            (opened.add_tag if is_added else opened.remove_tag)((article,), name)
        borne = opened.row(article).tags
    if as_json:
        print_json(tags_json(article, borne))
    else:
        print_text((tags_text(borne),))


@app.command(context_settings=_SETTINGS_OF_WORDS)
def digest(query: QueryArgument = None, library: LibraryOption = None, as_json: JsonOption = False) -> None:
    """Print the articles grouped by story.

    Each with its date, whom and what it names, and what the others say of the same events.
    """
    with _existing(library) as opened:
        _print_digest(opened, _parsed(query), as_json=as_json)


@app.command()
def demo(as_json: JsonOption = False) -> None:
    """Open the reading room on sample articles.

    They are added to a library of their own, which is thrown away afterwards. Without a terminal, print the digest.
    """
    from tempfile import TemporaryDirectory

    from articles.samples import sample_paths

    with TemporaryDirectory(prefix="broadsheet-demo-", ignore_cleanup_errors=True) as folder:
        _read(Path(folder) / "library.sqlite3", [str(path) for path in sample_paths()], as_json=as_json)


@app.command()
def themes(as_json: JsonOption = False) -> None:
    """List the themes."""
    from tui.listings.output import print_json, print_problem, print_text
    from tui.listings.themes import themes_json, themes_text
    from tui.settings import load_settings, settings_folder
    from tui.theme_files import load_themes, shipped_folder, user_folder

    chosen = load_settings(settings_folder()).theme
    loaded = load_themes((shipped_folder(), user_folder()))
    if as_json:
        print_json(themes_json(loaded, chosen))
    else:
        print_text(themes_text(loaded, chosen))
    for problem in loaded.problems:
        print_problem(str(problem))
    if loaded.problems:
        raise typer.Exit(FAILED)


def command_names() -> frozenset[str]:
    """The names of all commands."""
    names = (command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands)
    return frozenset(names)


def has_screen() -> bool:
    """Whether there is a terminal that can show a screen."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _read(library: Path, paths: list[str], *, as_json: bool) -> None:
    if has_screen() and not as_json:
        from tui.app import Broadsheet

        Broadsheet(library, paths).run()
        return
    report = _added(library, paths)
    with _opened(library) as opened:
        _print_digest(opened, _parsed(None), as_json=as_json)
    _leave_with(report)


def _added(library: Path, paths: list[str]) -> Report:
    """Add what is named, showing how far it has come and what goes wrong on standard error."""
    from articles.pipeline import Pipeline
    from tui.listings.adding import ProgressLine
    from tui.listings.output import print_problem

    line = ProgressLine()
    try:
        report = Pipeline(library, on_progress=line.show).add(paths)
    finally:
        line.clear()
    for problem in report.problems:
        print_problem(problem)
    return report


def _leave_with(report: Report) -> None:
    if report.problems:
        raise typer.Exit(FAILED)


def _print_digest(library: Library, query: Query, *, as_json: bool) -> None:
    from articles.reading.digest import digest as make_digest
    from tui.listings.digest import digest_json, digest_text
    from tui.listings.output import print_json, print_text

    made = make_digest(library, query)
    if as_json:
        print_json(digest_json(made))
    else:
        print_text(digest_text(made))


def _chosen(library: Path | None) -> Path:
    """The library that is named, else the reader's own."""
    if library is not None:
        return library
    import platformdirs

    return platformdirs.user_data_path("broadsheet", appauthor=False) / "library.sqlite3"


@contextmanager
def _opened(path: Path) -> Iterator[Library]:
    from articles.library import Library

    with Library.open(path) as library:
        yield library


@contextmanager
def _existing(chosen: Path | None) -> Iterator[Library]:
    """Open a library that is only looked at, and so is not made where there is none.

    Raises:
        LibraryError: There is none.
    """
    path = _chosen(chosen)
    if not path.exists():
        raise LibraryError("there is no library here yet", where=str(path), remedy="Make it with: broadsheet add PATH")
    with _opened(path) as library:
        yield library


def _parsed(query: list[str] | None) -> Query:
    from articles.query import parse

    return parse(" ".join(query or []))


def _sort(order: str) -> str:
    from articles.library import SORTS

    if order and order not in SORTS:
        raise typer.BadParameter(f"{order!r} is none of {', '.join(SORTS)}.", param_hint="--sort")
    return order or "published"


def _tag_change(word: str) -> tuple[bool, str]:
    if word[:1] not in ("+", "-") or not word[1:].strip():
        raise typer.BadParameter(f"{word!r}: write +name to add a tag, -name to take it off.", param_hint="tags")
    return word[0] == "+", word[1:]
