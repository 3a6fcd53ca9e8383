"""The command that looks at the installation itself."""

from __future__ import annotations

from pathlib import Path

import click

from tui.command_parts import FAILED, chosen_library, json_option, library_option


@click.command()
@library_option
@json_option
def doctor(library: Path | None, as_json: bool) -> None:
    """Say what is in use and whether it is in order.

    The language model and the sentence encoder are loaded, and the whole library is checked, which takes a while where
    it is large.
    """
    from tui.examination import examine
    from tui.listings.doctor import finding_text, findings_json
    from tui.listings.output import print_json, print_problem, print_text

    findings = examine(chosen_library(library))
    if as_json:
        print_json(findings_json(findings))
    else:
        print_text(map(finding_text, findings))
    problems = [problem for finding in findings for problem in finding.problems]
    for problem in problems:
        print_problem(problem)
    if problems:
        raise click.exceptions.Exit(FAILED)
