"""`broadsheet tag` and `broadsheet tags`: tagging articles, and the tags that there are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from tui.command_parts import WORDS, existing_library, json_option, library_option, parsed_query, query_argument


@click.command(context_settings=WORDS)
@click.argument("words", metavar="ID | --where QUERY  [+NAME | -NAME]...", nargs=-1)
@click.option("--where", "query", metavar="QUERY", help="Tag all articles that this selects, instead of one by its ID.")
@library_option
@json_option
def tag(words: Sequence[str], query: str | None, library: Path | None, as_json: bool) -> None:
    """Tag an article, or show its tags.

    +NAME adds a tag, -NAME takes it off.
    """
    from tui.listings.output import print_json, print_text
    from tui.listings.tags import changes_json, changes_text, tags_json, tags_text

    article = None if query is not None else _article(words)
    changes = [_tag_change(word) for word in (words if article is None else words[1:])]
    if article is None and not changes:
        raise click.UsageError("--where: say what to do, +NAME to add a tag, -NAME to take it off.")
    with existing_library(library) as opened:
        ids = opened.ids(parsed_query((query or "",)), is_folded=False) if article is None else (article,)
        if article is not None:
            opened.row(article)
        done = [
            (sign, name, (opened.tags.add if sign == "+" else opened.tags.remove)(ids, name)) for sign, name in changes
        ]
        borne = () if article is None else opened.row(article).tags
    if article is not None and as_json:
        print_json(tags_json(article, borne))
    elif article is not None:
        print_text((tags_text(borne),))
    elif as_json:
        print_json(changes_json(len(ids), done))
    else:
        print_text((changes_text(len(ids), done),))


@click.group(invoke_without_command=True)
@library_option
@json_option
@click.pass_context
def tags(context: click.Context, library: Path | None, as_json: bool) -> None:
    """List the tags, or give one another name."""
    if context.invoked_subcommand is not None:
        return
    from tui.listings.output import print_json, print_text
    from tui.listings.tags import counts_json, counts_text

    with existing_library(library) as opened:
        counts = opened.tags.all()
    if as_json:
        print_json(counts_json(counts))
    else:
        print_text(counts_text(counts))


@tags.command()
@click.argument("name", metavar="NAME")
@click.argument("other", metavar="OTHER")
@library_option
@json_option
def rename(name: str, other: str, library: Path | None, as_json: bool) -> None:
    """Give a tag another name; with that of another tag, the two become one."""
    from tui.listings.output import print_json, print_text
    from tui.listings.tags import renamed_json, renamed_text

    with existing_library(library) as opened:
        renamed = opened.tags.rename(name.removeprefix("#"), other.removeprefix("#"))
    if as_json:
        print_json(renamed_json(renamed))
    else:
        print_text((f"{renamed_text(renamed)}\n",))


@tags.command(context_settings=WORDS)
@query_argument
@click.option("--tag", "name", metavar="NAME", help="The tag that such articles get from now on.")
@click.option("--try", "is_trial", is_flag=True, help="Make no rule; list the articles here that it would tag.")
@click.option("--now", "is_now", is_flag=True, help="Tag those that are here as well.")
@click.option("--revoke", metavar="N", type=int, help="Take back the rule with that number.")
@library_option
@json_option
def whenever(
    query: Sequence[str],
    name: str | None,
    is_trial: bool,
    is_now: bool,
    revoke: int | None,
    library: Path | None,
    as_json: bool,
) -> None:
    """List the rules by which articles are tagged when they come, or make one.

    A tag that you have taken off an article is not given to it again.
    """
    from tui.listings.articles import row_text, rows_json
    from tui.listings.output import print_json, print_text
    from tui.listings.tags import rule_text, rules_json

    wanted = parsed_query(query)
    if bool(wanted) != (name is not None):
        raise click.UsageError("Say both what is tagged, a QUERY, and how, --tag NAME.")
    with existing_library(library) as opened:
        if revoke is not None:
            opened.tag_rules.revoke(revoke)
        if name is not None:
            tag = name.removeprefix("#")
            found = opened.tag_rules.would_tag(wanted, tag)
            if is_trial:
                rows = opened.rows(found)
                if as_json:
                    print_json(rows_json(rows, len(found)))
                else:
                    print_text(map(row_text, rows))
                return
            opened.tag_rules.add(wanted, tag)
            if is_now:
                opened.tags.add(found, tag)
        rules = opened.tag_rules.all()
    if as_json:
        print_json(rules_json(rules))
    else:
        print_text(map(rule_text, rules) if rules else ("no rules for tags\n",))


def _article(words: Sequence[str]) -> int:
    if not words:
        raise click.UsageError("Say which article: its ID, or --where QUERY.")
    if not (words[0].isascii() and words[0].isdigit()):
        raise click.UsageError(f"{words[0]!r} is no ID of an article; they are listed by: broadsheet list.")
    return int(words[0])


def _tag_change(word: str) -> tuple[str, str]:
    if word[:1] not in ("+", "-") or not word[1:].strip():
        raise click.UsageError(f"{word!r}: write +NAME to add a tag, -NAME to take it off.")
    return word[0], word[1:]
