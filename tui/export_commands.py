"""The command that hands on what the library holds to other programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.command_parts import WORDS, existing_library, json_option, library_option, parsed_query, query_argument

if TYPE_CHECKING:
    from articles.library import Library

MARKDOWN, JSONL, CSV, ANNOTATIONS, BIBTEX, OPML = "markdown", "jsonl", "csv", "annotations", "bibtex", "opml"
_FORMATS = (MARKDOWN, JSONL, CSV, ANNOTATIONS, BIBTEX, OPML)
_STANDARD_OUTPUT = Path("-")


@click.command(context_settings=WORDS)
@query_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default=MARKDOWN,
    show_default=True,
    help="What to make of the articles.",
)
@click.option("--to", metavar="PATH", type=click.Path(path_type=Path), help="The file or folder to write to.")
@library_option
@json_option
def export(query: Sequence[str], form: str, to: Path | None, library: Path | None, as_json: bool) -> None:
    """Hand the articles on to other programs.

    All of them, or those that the query finds, each version of a text among them.

    \b
    markdown     a folder of notes that Obsidian opens, with --to FOLDER
    jsonl        JSON Lines: articles, entities, events, links, notes
    csv          a folder of tables with --to FOLDER, else that of the articles
    annotations  your highlights, notes and tags, as W3C Web Annotations
    bibtex       a bibliography
    opml         the feeds, for another news reader

    Without --to, or with --to -, it is printed. A folder can be exported to again: what is new is added, and files that
    you have changed there are left as they are.
    """  # noqa: D301 - click wants a backspace
    place = None if to == _STANDARD_OUTPUT else to
    if form == OPML:
        _export_feeds(query, place, library, as_json=as_json)
        return
    if form == MARKDOWN and place is None:
        raise click.UsageError("markdown is a folder of notes: name it with --to FOLDER, or choose another --format.")
    if as_json and place is None:
        raise click.UsageError("--json tells what was written with --to; print JSON with --format jsonl.")
    with existing_library(library) as opened, opened.snapshot():
        ids = opened.ids(parsed_query(query), is_folded=False)
        if not ids:
            _tell_of_nothing()
        elif place is None:
            _print(opened, ids, form)
        else:
            _write(opened, ids, form, place, as_json=as_json)


def _export_feeds(query: Sequence[str], place: Path | None, library: Path | None, *, as_json: bool) -> None:
    from articles.export.folder import write_file
    from articles.sources.opml import write_opml
    from tui.listings.exporting import exported_json, exported_text
    from tui.listings.output import print_json, print_text
    from tui.listings.sources import feeds_json, feeds_of

    if query:
        raise click.UsageError("opml is of the feeds, which no query chooses.")
    with existing_library(library) as opened:
        feeds = feeds_of(opened.sources.all())
    if place is not None:
        write_file(place, (write_opml(feeds),))
        if as_json:
            print_json(exported_json("feeds", len(feeds), place))
        else:
            print_text((exported_text("feed", len(feeds), place),))
    elif as_json:
        print_json(feeds_json(feeds))
    else:
        print_text((write_opml(feeds),))


def _tell_of_nothing() -> None:
    from tui.listings.output import print_problem

    print_problem("no article is found, so nothing is exported")


def _print(library: Library, ids: Sequence[int], form: str) -> None:
    from tui.listings.output import print_json_text, print_text, takes_unicode

    pieces = _pieces(library, ids, form, is_ascii=not takes_unicode())
    if form in (JSONL, ANNOTATIONS):
        print_json_text(pieces)
    else:
        print_text(pieces)


def _write(library: Library, ids: Sequence[int], form: str, place: Path, *, as_json: bool) -> None:
    """Write the articles to a file or folder, and say so."""
    from articles.export.folder import ExportFolder, write_file
    from tui.listings.exporting import exported_json, exported_text, kept_text
    from tui.listings.output import print_json, print_problem, print_text

    kept: Sequence[Path] = ()
    if form in (MARKDOWN, CSV):
        folder = ExportFolder(place)
        folder.write(_files(library, ids, form))
        kept = folder.kept
    else:
        write_file(place, _pieces(library, ids, form))
    if as_json:
        print_json(exported_json("articles", len(ids), place, kept))
        return
    print_text((exported_text("article", len(ids), place),))
    if kept:
        print_problem(kept_text(kept))


def _pieces(library: Library, ids: Sequence[int], form: str, *, is_ascii: bool = False) -> Iterable[str]:
    """The articles as one text, made while it is read."""
    if form == JSONL:
        from articles.export.jsonl import json_lines

        return json_lines(library, ids, is_ascii=is_ascii)
    if form == ANNOTATIONS:
        from articles.export.web_annotations import annotation_collection

        return annotation_collection(library, ids, is_ascii=is_ascii)
    if form == BIBTEX:
        from articles.export.bibtex import bibliography

        return bibliography(library, ids)
    from articles.export.csv_tables import article_table

    return article_table(library, ids)


def _files(library: Library, ids: Sequence[int], form: str) -> Iterable[tuple[str, Iterable[str]]]:
    """The articles as files of a folder, made while they are written."""
    if form == CSV:
        from articles.export.csv_tables import csv_tables

        return csv_tables(library, ids)
    from articles.export.markdown import markdown_notes

    return markdown_notes(library, ids)
