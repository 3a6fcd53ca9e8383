"""The notes of a Markdown folder: one for each article, entity and event, and the index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from articles.export.front_matter import Property, front_matter, obsidian_tag
from articles.export.gathering import ExportedArticle, ExportedEntity
from articles.export.markdown_blocks import MarkdownBody, block_id, markdown_body
from articles.export.markdown_marks import block_link, notes_section
from articles.export.markdown_text import escaped, escaped_inside, is_plain_label, label, wiki_link
from articles.export.published import EXACT, date_in_words, iso_date
from articles.model import (
    TITLE_BLOCK,
    ArticleRow,
    EntityKind,
    KnownEvent,
    Mention,
    Passage,
    Published,
)
from articles.text import one_line

NAMED = {EntityKind.PERSON: "People", EntityKind.PLACE: "Places", EntityKind.ORGANISATION: "Organisations"}
"""The kinds that have notes of their own."""
_UNTITLED = "(no title)"


@dataclass(frozen=True, slots=True)
class NamedHere:
    """An entity as an article names it."""

    path: str
    """Its note."""
    name: str
    kind: EntityKind
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportedHere:
    """A sentence of an article that reports an event with a note of its own."""

    path: str
    """The event's note."""
    name: str
    block: int


def article_note(
    exported: ExportedArticle, named: Sequence[NamedHere], reported: Sequence[ReportedHere]
) -> tuple[str, dict[int, str]]:
    """The note of an article, and the ids of its blocks.

    Args:
        exported: The article.
        named: The people, places and organisations that it names.
        reported: What it reports of events that others report too.
    """
    row, article = exported.row, exported.article
    linked = _LinkedWords(exported, named)
    body: MarkdownBody = markdown_body(article.blocks, linked.words)
    title = one_line(row.title) or _UNTITLED
    properties: dict[str, Property] = {
        "title": title,
        "aliases": [title],
        "outlet": row.outlet,
        "byline": article.byline,
        **_date_properties(row.published),
        "address": exported.address,
        "tags": [tag for tag in map(obsidian_tag, row.tags) if tag],
        "starred": row.is_starred,
        "read": row.is_read,
        "broadsheet": row.id,
    }
    own = (
        f"# {escaped(title)}\n\n^{block_id(TITLE_BLOCK)}\n",
        f"{body.text}\n" if body.text else "",
    )
    added = (
        notes_section(exported.marks, body.ids),
        _names_section(named),
        _events_section(reported, body.ids),
    )
    rule = "---\n" if any(added) else ""
    text = "\n".join(part for part in (*own, rule, *added) if part)
    return f"{front_matter(properties)}\n{text}", body.ids


def entity_note(exported: ExportedEntity, articles: Mapping[int, tuple[str, ArticleRow]]) -> str:
    """The note of an entity.

    Args:
        exported: The entity.
        articles: The note and the row of each article.
    """
    entity = exported.entity
    properties: dict[str, Property] = {
        "name": entity.name,
        "aliases": [*dict.fromkeys((entity.name, *entity.telling_aliases))],
        "kind": entity.kind.value,
        "country": entity.country,
        "broadsheet": entity.id,
    }
    lines = "".join(f"- {article_link(*articles[number])}\n" for number in exported.articles)
    return f"{front_matter(properties)}\n# {escaped(entity.name) or '?'}\n\n## Named in\n\n{lines}"


def event_note(
    event: KnownEvent, reports: Sequence[Passage], articles: Mapping[int, tuple[str, ArticleRow]], ids: BlockIds
) -> str:
    """The note of an event: every sentence that reports it, with a link to its paragraph.

    Args:
        event: The event.
        reports: The sentences.
        articles: The note and the row of each article.
        ids: The ids of the blocks that are linked, by article and block.
    """
    properties: dict[str, Property] = {"event": event.label, "aliases": [event.label], "class": event.event_class}
    if event.interval:
        properties |= {"first_day": event.interval.first, "last_day": event.interval.last}
    properties |= {"status": event.factuality.value, "broadsheet": event.id}
    lines = "".join(f"- {_report(each, articles, ids)}\n" for each in reports)
    return f"{front_matter(properties)}\n# {escaped(event.label) or '?'}\n\n## Reports\n\n{lines}"


BlockIds = Mapping[tuple[int, int], str]
"""The id of a block, by the number of its article and its own."""


def index_note(
    articles: Sequence[tuple[str, ArticleRow]], events: Sequence[tuple[str, str]], entities: Sequence[NamedHere]
) -> Iterator[str]:
    """The note that leads to all others, in pieces.

    Args:
        articles: The note and the row of each article.
        events: The note and the label of each event.
        entities: The people, places and organisations.
    """
    yield "# Index\n\n## Articles\n\n"
    for path, row in articles:
        yield f"- {article_link(path, row)}\n"
    if events:
        yield "\n## Events\n\n"
    for path, name in events:
        yield f"- {wiki_link(path, label(name))}\n"
    for kind, heading in NAMED.items():
        of_kind = sorted((each for each in entities if each.kind is kind), key=lambda each: each.name.casefold())
        if of_kind:
            yield f"\n## {heading}\n\n"
        for each in of_kind:
            yield f"- {wiki_link(each.path, label(each.name))}\n"


def article_link(path: str, row: ArticleRow, block: str = "") -> str:
    """A link to an article's note, with its outlet and date behind it."""
    details = [escaped_inside(one_line(each)) for each in (row.outlet, date_in_words(row.published)) if each]
    return " · ".join((wiki_link(path, label(row.title), block), *details))


def _date_properties(published: Published) -> dict[str, Property]:
    if published.day is None:
        return {}
    is_exact = published.precision in EXACT
    known = {"published": published.day if is_exact else iso_date(published)}
    return {**known, "date_is": published.basis.value}


def _report(passage: Passage, articles: Mapping[int, tuple[str, ArticleRow]], ids: BlockIds) -> str:
    place = ids.get((passage.article, passage.block), block_id(passage.block))
    link = article_link(*articles[passage.article], place)
    return f"{link}\n\n  “{escaped(passage.text)}”"


def _names_section(named: Sequence[NamedHere]) -> str:
    lines = []
    for kind, heading in NAMED.items():
        links = [wiki_link(each.path, label(each.name)) for each in named if each.kind is kind]
        if links:
            lines.append(f"- {heading}: {', '.join(links)}\n")
    return f"## Names\n\n{''.join(lines)}" if lines else ""


def _events_section(reported: Sequence[ReportedHere], ids: Mapping[int, str]) -> str:
    """The events, each once, with all the paragraphs that report it."""
    places: dict[tuple[str, str], dict[str, None]] = {}
    for each in reported:
        places.setdefault((each.path, each.name), {})[block_link(each.block, ids)] = None
    lines = (f"- {wiki_link(path, label(name))} · {', '.join(links)}\n" for (path, name), links in places.items())
    return f"## Events\n\n{''.join(lines)}" if places else ""


class _LinkedWords:
    """The words of an article's blocks, with a link where each entity is named first."""

    def __init__(self, exported: ExportedArticle, named: Sequence[NamedHere]) -> None:
        self._blocks = exported.article.blocks
        self._links: dict[int, list[tuple[int, int, str]]] = {}
        for each in named:
            if first := next((mention for mention in each.mentions if self._can_be_linked(mention)), None):
                self._links.setdefault(first.block, []).append((first.start, first.end, each.path))

    def words(self, block: int) -> str:
        """The words of a block."""
        text, parts, at = self._blocks[block].text, [], 0
        for start, end, path in sorted(self._links.get(block, ())):
            if start >= at:
                parts += [text[at:start], wiki_link(path, text[start:end])]
                at = end
        if not parts:
            return escaped(text)
        if parts[0]:
            parts[0] = _beginning(parts[0])
        inside = [part if number % 2 or not number else escaped_inside(part) for number, part in enumerate(parts)]
        return "".join((*inside, escaped_inside(text[at:].rstrip())))

    def _can_be_linked(self, mention: Mention) -> bool:
        if not 0 <= mention.block < len(self._blocks):
            return False
        return is_plain_label(self._blocks[mention.block].text[mention.start : mention.end])


def _beginning(text: str) -> str:
    """The beginning of a line, a blank at its end kept."""
    return escaped(text) + (" " if text[-1:].isspace() else "")
