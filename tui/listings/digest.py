"""`broadsheet digest`: the articles by story, each with its date, who and what it names, and what the others say."""

from __future__ import annotations

from collections.abc import Iterator

from articles.reading.crossrefs import CrossReference
from articles.reading.digest import Digest, DigestArticle, DigestStory
from articles.text import one_line
from tui.dates import date_words
from tui.listings.articles import row_json, versions_words
from tui.listings.related import reference_json
from tui.listings.wording import counted, wrapped


def digest_text(digest: Digest) -> Iterator[str]:
    """The digest story by story."""
    if not digest.found:
        yield "No articles. Add some with: broadsheet add PATH\n"
        return
    shared = sum(len(story.articles) > 1 for story in digest.stories)
    remark = f", the newest {digest.shown} shown" if digest.shown < digest.found else ""
    stories = f", {shared} {'story' if shared == 1 else 'stories'} with several reports" if shared else ""
    yield wrapped(f"{counted(digest.found, 'article')}{remark}{stories}")
    for story in digest.stories:
        yield _story_text(story)


def digest_json(digest: Digest) -> dict[str, object]:
    """The digest for a program."""
    return {
        "found": digest.found,
        "shown": digest.shown,
        "stories": [
            {
                "name": story.name,
                "outlets": story.outlets,
                "articles": [_article_json(article) for article in story.articles],
            }
            for story in digest.stories
        ],
    }


def _story_text(story: DigestStory) -> str:
    if len(story.articles) == 1:
        return f"\n{_article_text(story.articles[0], '')}"
    extent = f"{counted(len(story.articles), 'report')}, {counted(story.outlets, 'outlet')}"
    heading = wrapped(f"=== {one_line(story.name)} · {extent} ===")
    return f"\n{heading}" + "".join(f"\n{_article_text(article, '  ')}" for article in story.articles)


def _article_text(article: DigestArticle, indent: str) -> str:
    row = article.row
    inner = indent + "  "
    parts = (one_line(row.outlet), date_words(row.published), versions_words(row))
    details = " · ".join(part for part in parts if part)
    lines = [wrapped(f"{one_line(row.title) or '(no title)'} [{row.id}]", indent), wrapped(details, inner)]
    if article.entities:
        lines.append(wrapped(f"names: {', '.join(one_line(entity.name) for entity in article.entities)}", inner))
    lines += [_reference_text(reference, inner) for reference in article.references]
    return "".join(lines)


def _reference_text(reference: CrossReference, indent: str) -> str:
    there = reference.there
    source = one_line(there.outlet) or one_line(there.title, 60)
    differing = "".join(
        f" ({each.aspect}: here “{one_line(each.here)}”; there “{one_line(each.there)}”)"
        for each in reference.differences
    )
    quoted = f"{source} [{there.article}], “{one_line(there.text)}”{differing}"
    return wrapped(f"{reference.relation.value}: {quoted}", indent, hanging=indent + "  ")


def _article_json(article: DigestArticle) -> dict[str, object]:
    entities = [
        {"id": entity.id, "name": entity.name, "kind": entity.kind.value, "mentions": entity.mentions}
        for entity in article.entities
    ]
    return {
        **row_json(article.row),
        "entities": entities,
        "cross_references": [reference_json(reference) for reference in article.references],
    }
