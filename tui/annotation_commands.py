"""The command for what was found in articles: to have the language engine try again."""

from __future__ import annotations

from pathlib import Path

import click

from tui.command_parts import existing_path, json_option, leave_with, library_option, tell


@click.command()
@library_option
@json_option
def retry(library: Path | None, as_json: bool) -> None:
    """Annotate again the articles that the language engine failed on.

    What else still waits is annotated too. Those that failed are listed by: broadsheet list is:failed
    """
    from articles.pipeline import Pipeline
    from tui.listings.adding import ProgressLine, report_json, retried_text
    from tui.listings.output import print_json, print_text

    path = existing_path(library)
    with ProgressLine() as line:
        report = Pipeline(path, on_progress=line.show).retry_failed()
    tell(report)
    if as_json:
        print_json(report_json(report))
    else:
        print_text((retried_text(report),))
    leave_with(report)
