"""The commands that correct names: entity, corrections."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.command_parts import FAILED, chosen_library, existing_library, json_option, library_option

if TYPE_CHECKING:
    from articles.library import Library
    from articles.model import EntityCorrection, EntityKind, EntitySort
    from articles.relinking import RelinkingReport


@click.command()
@click.argument("entity_id", metavar="ID", type=int)
@click.option("--rename", metavar="NAME", help="Give it another name.")
@click.option("--kind", metavar="KIND", help="Say what it is: person, organisation, place, event, ...")
@click.option("--merge-into", metavar="ID", type=int, help="Say that it is one with that one.")
@click.option("--split", metavar="SPELLING", help="Say that what is called so is somebody or something else.")
@click.option("--article", metavar="ID", type=int, help="Split in this article only; without --split all of it there.")
@click.option("--name", metavar="NAME", help="The name of what is split off.")
@click.option("--hide", is_flag=True, help="Leave it out: it is no name worth showing.")
@library_option
@json_option
def entity(
    entity_id: int,
    rename: str | None,
    kind: str | None,
    merge_into: int | None,
    split: str | None,
    article: int | None,
    name: str | None,
    hide: bool,
    library: Path | None,
    as_json: bool,
) -> None:
    """Show the card of somebody or something that articles name, or correct it.

    A correction holds for articles to come too, and can be taken back: broadsheet corrections --revoke N
    """
    deeds: list[Callable[[Library], EntityCorrection]] = []
    if rename is not None:
        deeds.append(lambda opened: opened.entity_corrections.rename(entity_id, rename))
    if kind is not None:
        chosen = chosen_kind(kind)
        deeds.append(lambda opened: opened.entity_corrections.set_kind(entity_id, chosen))
    if merge_into is not None:
        deeds.append(lambda opened: opened.entity_corrections.merge(entity_id, merge_into))
    if split is not None or article is not None:
        deeds.append(
            lambda opened: opened.entity_corrections.split(
                entity_id, name or "", article=article or 0, spelling=split or ""
            )
        )
    elif name is not None:
        raise click.UsageError("--name is for what is split off: add --split SPELLING, --article ID, or both.")
    if hide:
        deeds.append(lambda opened: opened.entity_corrections.hide(entity_id))
    if len(deeds) > 1:
        raise click.UsageError("Say one thing at a time: --rename, --kind, --merge-into, --split or --hide.")
    if deeds:
        _correct(library, deeds[0], as_json=as_json)
    else:
        _show(library, entity_id, as_json=as_json)


@click.command()
@click.option("--revoke", metavar="N", type=int, help="Take back the correction with that number.")
@library_option
@json_option
def corrections(revoke: int | None, library: Path | None, as_json: bool) -> None:
    """List your corrections of names, or take one back.

    They are made by broadsheet entity ID, and kept apart from what was found. With --json they can be kept elsewhere.
    """
    from tui.listings.entity_corrections import correction_text, corrections_json
    from tui.listings.output import print_json, print_text

    if revoke is not None:
        with existing_library(library) as opened:
            opened.entity_corrections.revoke(revoke)
    report = _linked(chosen_library(library)) if revoke is not None else None
    with existing_library(library) as opened:
        found = opened.entity_corrections.rows(opened.entity_corrections.all())
    if as_json:
        print_json(corrections_json(found) | ({"linked": report.linked} if report else {}))
    else:
        print_text(map(correction_text, found) if found else ("no corrections of names\n",))
    _leave_with(report)


COMMANDS = (entity, corrections)
"""In the order of the help."""


def _correct(library: Path | None, deed: Callable[[Library], EntityCorrection], *, as_json: bool) -> None:
    from tui.listings.entity_corrections import correction_json, correction_text
    from tui.listings.output import print_json, print_text

    with existing_library(library) as opened:
        made = deed(opened)
        (row,) = opened.entity_corrections.rows((made,))
    report = _linked(chosen_library(library))
    if as_json:
        print_json({"correction": correction_json(row), "linked": report.linked})
    else:
        print_text((correction_text(row),))
    _leave_with(report)


def _show(library: Path | None, entity_id: int, *, as_json: bool) -> None:
    from tui.listings.entity_card import card_json, card_text, read_card
    from tui.listings.output import print_json, print_text

    with existing_library(library) as opened:
        shown = read_card(opened, entity_id)
    if as_json:
        print_json(card_json(shown))
    else:
        print_text(card_text(shown))


def _linked(library: Path) -> RelinkingReport:
    """Make the links anew that a correction changes, showing how far that has come and what goes wrong."""
    from articles.relinking import Relinking
    from tui.listings.adding import ProgressLine
    from tui.listings.output import print_problem

    with ProgressLine() as line:
        report = Relinking(library, on_progress=line.show).link_awaiting()
    for problem in report.problems:
        print_problem(problem)
    return report


def _leave_with(report: RelinkingReport | None) -> None:
    if report is not None and report.problems:
        raise click.exceptions.Exit(FAILED)


def chosen_kind(word: str) -> EntityKind:
    """The kind of entity that `--kind` names. Raises `UsageError`."""
    from articles.model import EntityKind

    try:
        return EntityKind(word.strip().casefold())
    except ValueError:
        raise click.UsageError(f"--kind {word!r}: there are {', '.join(EntityKind)}.") from None


def chosen_sort(word: str) -> EntitySort:
    """The order that `--sort` names. Raises `UsageError`."""
    from articles.model import EntitySort

    try:
        return EntitySort(word.strip().casefold())
    except ValueError:
        raise click.UsageError(f"--sort {word!r}: there are {', '.join(EntitySort)}.") from None
