"""`broadsheet export`: articles, notes, tags, names, events and links for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.command_parts import WORDS, existing_library, json_option, library_option, parsed_query, query_argument

if TYPE_CHECKING:
    from articles.library import Library

_FORMATS = {
    "markdown": "a folder of linked notes, as for Obsidian",
    "jsonl": "JSON Lines, all there is",
    "csv": "tables; without --to that of the articles",
    "annotations": "highlights, notes and tags as W3C Web Annotations",
    "bibtex": "the articles, to be cited",
    "opml": "the feeds, for another news reader",
}
_TOLD = "; ".join(f"{name}: {words}" for name, words in _FORMATS.items())


@click.command(context_settings=WORDS)
@query_argument
@click.option("--format", "form", type=click.Choice(tuple(_FORMATS)), required=True, help=f"{_TOLD}.")
@click.option("--to", "target", metavar="PATH", type=click.Path(path_type=Path), help="Write there, not to the screen.")
@library_option
@json_option
def export(query: Sequence[str], form: str, target: Path | None, library: Path | None, as_json: bool) -> None:
    """Write articles, and what belongs to them, for another program.

    Without a QUERY that is all articles. Markdown needs a folder to write to.
    """
    from articles.export.files import write_file
    from tui.listings.output import print_problem, print_text

    if as_json and form != "opml":
        raise click.UsageError("--json: of the formats only opml has it; --format jsonl writes all there is as JSON.")
    target = None if target == Path("-") else target
    if form == "markdown" and target is None:
        raise click.UsageError("--format markdown: name the folder to write to, with --to FOLDER.")
    with existing_library(library) as opened, opened.snapshot():
        if form == "opml":
            _export_feeds(opened, target, as_json=as_json)
            return
        ids = opened.ids(parsed_query(query), is_folded=False)
        if not ids:
            print_problem("no article is selected, so that nothing was written")
            return
        if target is None:
            print_text(_text(opened, form, ids))
        elif form in ("markdown", "csv"):
            _write_folder(opened, form, target, ids)
        else:
            write_file(target, _text(opened, form, ids))
    if target is not None:
        print_text((f"{len(ids):,} article{'' if len(ids) == 1 else 's'} written to {target}\n",))


def _text(library: Library, form: str, ids: Sequence[int]) -> Iterator[str]:
    """The text of a format that is one file."""
    from articles.export import bibtex, json_lines, tables, web_annotation
    from articles.export.harvest import harvest

    if form == "jsonl":
        return json_lines.json_lines(library, ids)
    make = {"csv": tables.article_table, "annotations": web_annotation.web_annotations, "bibtex": bibtex.bibtex}[form]
    return make(harvest(library, ids))


def _write_folder(library: Library, form: str, folder: Path, ids: Sequence[int]) -> None:
    from articles.export.files import prepare_folder, write_file
    from articles.export.harvest import harvest
    from articles.export.markdown_folder import MarkdownFolder
    from articles.export.tables import tables

    if form == "markdown":
        MarkdownFolder(library, folder).write(ids)
        return
    prepare_folder(folder)
    for name, table in tables(library, harvest(library, ids)).items():
        write_file(folder / f"{name}.csv", (table,))


def _export_feeds(library: Library, target: Path | None, *, as_json: bool) -> None:
    """Write the feeds as OPML, which nearly every news reader takes."""
    from articles.export.files import write_file
    from articles.sources.opml import write_opml
    from tui.listings.output import print_json, print_text
    from tui.listings.sources import feeds_json, feeds_of

    feeds = feeds_of(library.sources.all())
    if as_json:
        print_json(feeds_json(feeds))
    elif target is not None:
        write_file(target, (write_opml(feeds),))
    else:
        print_text((write_opml(feeds).rstrip(), "\n"))
