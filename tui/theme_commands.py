"""`broadsheet themes`: which there are, and whether their texts can be read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from tui.command_parts import FAILED, json_option


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def themes(context: click.Context, as_json: bool) -> None:
    """List the themes, or check them."""
    if context.invoked_subcommand is not None:
        return
    from tui.listings.output import print_json, print_problem, print_text
    from tui.listings.themes import themes_json, themes_text
    from tui.settings import load_settings, settings_folder
    from tui.theme_files import load_themes, shipped_folder, user_folder

    chosen = load_settings(settings_folder()).theme
    loaded = load_themes((shipped_folder(), user_folder()))
    if as_json:
        print_json(themes_json(loaded, chosen))
    else:
        print_text((themes_text(loaded, chosen),))
    for problem in loaded.problems:
        print_problem(str(problem))
    if loaded.problems:
        raise click.exceptions.Exit(FAILED)


@themes.command()
@click.argument("names", metavar="[NAME|FILE ...]", nargs=-1)
@json_option
def check(names: Sequence[str], as_json: bool) -> None:
    """Check whether every text of a theme can be read on every ground.

    Texts need a contrast of 4.5 to 1 (WCAG 2.2, AA), those of themes whose names begin with high-contrast one of 7 to 1
    (AAA). Without a name all themes are checked. The terminal's own colours are not known here.
    """
    from articles.errors import ThemeError
    from tui.contrast import contrasts
    from tui.listings.output import print_json, print_problem, print_text
    from tui.listings.themes import contrast_json, contrast_text
    from tui.theme_files import load_themes, read_theme, shipped_folder, theme_path, user_folder

    problems: list[ThemeError] = []
    checked = []
    if names:
        for name in names:
            try:
                checked.append(read_theme(Path(name) if name.endswith(".yaml") else theme_path(name)))
            except ThemeError as error:
                problems.append(error)
    else:
        loaded = load_themes((shipped_folder(), user_folder()))
        checked.extend(loaded.themes.values())
        problems.extend(loaded.problems)
    found = {theme.name: tuple(contrasts(theme)) for theme in checked}
    if as_json:
        print_json({"themes": [contrast_json(*each) for each in found.items()], "problems": list(map(str, problems))})
    else:
        print_text(contrast_text(*each) for each in found.items())
    for problem in problems:
        print_problem(str(problem))
    if problems or not all(each.is_enough for told in found.values() for each in told):
        raise click.exceptions.Exit(FAILED)
