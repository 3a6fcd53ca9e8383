"""A folder of Markdown notes that Obsidian opens: articles, names and events, linked with each other.

Links are relative and in angle brackets, which other programs follow too; a paragraph is linked to by its block id, as
`^p4`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from articles.export.citation import date_words
from articles.export.files import file_name, prepare_folder, write_file
from articles.export.harvest import ExportedArticle, harvest
from articles.export.markdown_escape import escaped, link
from articles.library import Library
from articles.model import TITLE_BLOCK, Block, BlockKind, EntityKind, KnownEntity, KnownEvent, Passage

_SHARED = 2
"""Articles from which an event has a note of its own."""
_FIGURES = frozenset({EntityKind.MONEY, EntityKind.QUANTITY})


class _Listed(NamedTuple):
    """An article that has been written."""

    link: str
    """From the index to it."""
    file: str
    title: str
    about: str
    """Its outlet and date."""


class MarkdownFolder:
    """Writes articles as notes.

    Args:
        library: Where they come from.
        folder: Where they go; made where there is none.
    """

    def __init__(self, library: Library, folder: Path) -> None:
        self._library = library
        self._folder = folder
        self._entities: dict[int, KnownEntity] = {}
        self._naming: dict[int, list[tuple[str, str]]] = defaultdict(list)
        """For each name the articles that have it: title and file."""

    def write(self, ids: Sequence[int]) -> int:
        """Write the articles with these ids, and the notes that they link to; how many articles that were.

        Raises:
            ExportError: The folder is another one's, or can't be written.
            LibraryError: The library cannot be read.
        """
        prepare_folder(self._folder)
        listed: dict[int, _Listed] = {}
        events = self._shared_events(ids)
        for each in harvest(self._library, ids):
            name = file_name(each.title, each.id, ".md")
            write_file(self._folder / "articles" / name, self._article(each, events))
            about = ", ".join(part for part in (escaped(each.article.outlet), date_words(each.published)) if part)
            listed[each.id] = _Listed(link(escaped(each.title), f"articles/{name}"), name, each.title, about)
        for identity, articles in self._naming.items():
            entity = self._entities[identity]
            write_file(self._folder / "entities" / _entity_file(entity), _entity_note(entity, articles))
        for event in events.values():
            passages = [each for each in self._library.event_passages(event.id) if each.article in listed]
            write_file(self._folder / "events" / _event_file(event), _event_note(event, passages, listed))
        write_file(self._folder / "index.md", _index(listed.values()))
        return len(listed)

    def _shared_events(self, ids: Sequence[int]) -> dict[int, KnownEvent]:
        """The events that several of the articles report."""
        reporting: dict[int, set[int]] = defaultdict(set)
        for article, events in self._library.shared_events(ids).items():
            for event in events:
                reporting[event].add(article)
        shared = (event for event, articles in reporting.items() if len(articles) >= _SHARED)
        return {event: self._library.event(event) for event in shared}

    def _article(self, each: ExportedArticle, events: dict[int, KnownEvent]) -> Iterator[str]:
        yield _front_matter(each)
        yield f"# {escaped(each.title)}\n"
        for number, block in enumerate(each.article.blocks):
            text = self._linked(each, number, block)
            yield f"\n{_block(block, text)} ^p{number + 1}\n"
        yield from _notes(each)
        told = [events[event] for event in dict.fromkeys(passage.event for passage in each.passages) if event in events]
        if told:
            yield "\n## Events that others report too\n\n"
            yield from (f"- {link(escaped(event.label), f'../events/{_event_file(event)}')}\n" for event in told)
        self._remember(each)

    def _linked(self, each: ExportedArticle, number: int, block: Block) -> str:
        """The text of a block, in which the first mention of each name is a link."""
        done, at, parts = set[int](), 0, list[str]()
        for mention, identity in sorted(each.named(number), key=lambda pair: (pair[0].start, -pair[0].end)):
            entity = self._entity(identity)
            if mention.start < at or entity.kind in _FIGURES or entity.id in done:
                continue
            done.add(entity.id)
            parts.append(_inline(block.text[at : mention.start]))
            words = escaped(block.text[mention.start : mention.end])
            parts.append(link(words, f"../entities/{_entity_file(entity)}"))
            at = mention.end
        return "".join((*parts, _inline(block.text[at:])))

    def _entity(self, identity: int) -> KnownEntity:
        """What is shown for an entity: it, or the one that stands for it."""
        if identity not in self._entities:
            self._entities[identity] = self._library.entity(identity)
        return self._entities[identity]

    def _remember(self, each: ExportedArticle) -> None:
        """That an article names somebody or something."""
        for identity in each.mention_counts():
            entity = self._entity(identity)
            if entity.kind not in _FIGURES:
                self._naming[entity.id].append((each.title, file_name(each.title, each.id, ".md")))
                self._entities.setdefault(entity.id, entity)


def _front_matter(each: ExportedArticle) -> str:
    day = each.published.day
    values: dict[str, object] = {
        "title": each.title,
        "outlet": each.article.outlet,
        "byline": each.article.byline,
        "published": day.isoformat() if day else "",
        "precision": str(each.published.precision) if day else "",
        "address": each.article.address,
        "broadsheet": each.id,
        "tags": [tag.replace(" ", "-") for tag in each.row.tags],
        "aliases": [each.title],
    }
    kept = {name: value for name, value in values.items() if value not in ("", [])}
    return f"---\n{yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=10_000)}---\n\n"


def _inline(text: str) -> str:
    """A part of a paragraph escaped, with the blanks at its ends."""
    return escaped(f"x{text}x")[1:-1]


def _block(block: Block, text: str) -> str:
    """A block as Markdown. Its text is Markdown already."""
    start = _start_escaped(text)
    match block.kind:
        case BlockKind.HEADING:
            return f"## {text}"
        case BlockKind.LIST_ITEM:
            marker = block.marker if block.marker.rstrip(".)").isdigit() else "-"
            return f"{marker} {start}"
        case BlockKind.QUOTATION:
            return f"> {start}"
        case BlockKind.CAPTION:
            return f"*Picture:* {text}" + (f" ({escaped(block.credit)})" if block.credit else "")
        case _:
            return start


def _start_escaped(text: str) -> str:
    """A text of which the beginning is no list or heading either; all else in it is escaped."""
    return escaped(text[:1]) + text[1:] if text[:1] in ("-", "+", ":") else _numbered(text)


def _numbered(text: str) -> str:
    digits = len(text) - len(text.lstrip("0123456789"))
    return f"{text[:digits]}\\{text[digits:]}" if digits > 0 and text[digits : digits + 1] in (".", ")") else text


def _notes(each: ExportedArticle) -> Iterator[str]:
    if each.marks:
        yield "\n## Notes\n"
    for mark in each.marks:
        if not mark.is_of_article:
            there = f" [↑](<#^p{mark.block + 1}>)" if mark.is_placed and mark.block > TITLE_BLOCK else ""
            yield f"\n> {escaped(mark.quotation.exact)}{there}\n"
        if mark.note:
            yield f"\n{mark.note}\n"


def _entity_note(entity: KnownEntity, articles: Sequence[tuple[str, str]]) -> Iterator[str]:
    values = {"kind": str(entity.kind), "aliases": list(entity.telling_aliases), "broadsheet-entity": entity.id}
    kept = {name: value for name, value in values.items() if value not in ("", [])}
    yield f"---\n{yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=10_000)}---\n\n"
    yield f"# {escaped(entity.name)}\n\n"
    yield from (f"- {link(escaped(title), f'../articles/{name}')}\n" for title, name in articles)


def _event_note(event: KnownEvent, passages: Sequence[Passage], listed: Mapping[int, _Listed]) -> Iterator[str]:
    yield f"# {escaped(event.label)}\n"
    if event.interval:
        first, last = event.interval.first.isoformat(), event.interval.last.isoformat()
        yield f"\n{first}\n" if first == last else f"\n{first} to {last}\n"
    for passage in passages:
        there = listed[passage.article]
        block = f"#^p{passage.block + 1}" if passage.block > TITLE_BLOCK else ""
        where = link(escaped(there.title), f"../articles/{there.file}{block}")
        yield f"\n> {escaped(passage.text)}\n>\n> — {where}\n"


def _index(listed: Iterable[_Listed]) -> Iterator[str]:
    yield "# Articles\n\n"
    for each in listed:
        yield f"- {each.link}{f' — {each.about}' if each.about else ''}\n"


def _entity_file(entity: KnownEntity) -> str:
    return file_name(entity.name, entity.id, ".md")


def _event_file(event: KnownEvent) -> str:
    return file_name(event.label, event.id, ".md")
