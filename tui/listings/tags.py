"""`broadsheet tag` and `broadsheet tags`: the tags of articles, and what was changed about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from articles.library.tags import TagRenamed
from articles.model import TagCount, TagRule
from articles.text import fold, one_line

Change = tuple[str, str, Sequence[int]]
"""`+` or `-`, the tag, and the articles that were not so before."""


def tags_text(tags: Iterable[str]) -> str:
    """The tags on one line."""
    return (" ".join(f"#{one_line(tag)}" for tag in tags) or "no tags") + "\n"


def tags_json(identity: int, tags: Iterable[str]) -> dict[str, object]:
    """The article and its tags."""
    return {"id": identity, "tags": list(tags)}


def changes_text(articles: int, changes: Iterable[Change]) -> str:
    """What was changed about several articles, a line for each tag."""
    words = {"+": "tagged", "-": "took off"}
    lines = (
        f"{words[sign]} #{one_line(name)}: {len(changed):,} of {counted(articles)}\n" for sign, name, changed in changes
    )
    return "".join(lines)


def changes_json(articles: int, changes: Iterable[Change]) -> dict[str, object]:
    """The same for a program, with the articles that were changed."""
    done = [{"tag": name, "added": sign == "+", "changed": list(changed)} for sign, name, changed in changes]
    return {"selected": articles, "changes": done}


def counts_text(counts: Iterable[TagCount]) -> Iterator[str]:
    """All tags, a line each with how many articles bear it."""
    for tag in counts:
        yield f"{tag.articles:>7,}  #{one_line(tag.name)}\n"


def counts_json(counts: Iterable[TagCount]) -> dict[str, object]:
    """All tags for a program."""
    return {"tags": [{"name": tag.name, "articles": tag.articles} for tag in counts]}


def renamed_text(renamed: TagRenamed) -> str:
    """What became of a tag that was given another name, as a sentence."""
    before, after = one_line(renamed.before), one_line(renamed.after)
    bearing = f"on {counted(len({*renamed.articles, *renamed.joined}))}"
    if renamed.joined and fold(renamed.before) != fold(renamed.after):
        return f"#{before} and #{after} are one tag now, {bearing}."
    return f"#{before} is called #{after} now, {bearing}."


def renamed_json(renamed: TagRenamed) -> dict[str, object]:
    """The same for a program."""
    return {"before": renamed.before, "name": renamed.after, "articles": len({*renamed.articles, *renamed.joined})}


def rule_text(rule: TagRule) -> str:
    """A rule on one line."""
    return f"{rule.id:>6}  #{one_line(rule.tag)} whenever {one_line(rule.query)}\n"


def rules_json(rules: Iterable[TagRule]) -> dict[str, object]:
    """All rules for a program."""
    return {"rules": [{"id": rule.id, "tag": rule.tag, "query": rule.query} for rule in rules]}


def counted(articles: int) -> str:
    """So many articles, in words."""
    return f"{articles:,} article{'' if articles == 1 else 's'}"
