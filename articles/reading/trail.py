"""The trail of an event: who reported it first, on whose word, and what is one text or one source under many names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from articles.countries import country
from articles.errors import NotFoundError
from articles.library import Library
from articles.model import UNDATED, EntityKind, KnownEvent, Passage, Precision, Published
from articles.text import fold, one_line

Place = tuple[int, int, int]
"""Article, block and trigger of an event mention."""


@dataclass(frozen=True, slots=True)
class ReportingText:
    """One text that reports the event, whoever printed it."""

    passages: tuple[Passage, ...]
    """Its sentences that do, in the article that printed it first."""
    copies: tuple[Passage, ...] = ()
    """A sentence of each other article with the same text."""


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody on whose word the event is reported."""

    name: str
    cited_by: tuple[str, ...]
    """The mastheads that cite it, copies of one text once."""
    is_here: bool
    """Whether it is itself one of the mastheads that report the event in this library."""


@dataclass(frozen=True, slots=True)
class Trail:
    """Who reports an event, in which order, and on whose word."""

    event: KnownEvent
    texts: tuple[ReportingText, ...]
    """In the order in which they appeared; those of which that is not known last."""
    first: tuple[str, ...]
    """The mastheads that had it first in this library, several where they had it on one day; none without a date."""
    first_published: Published
    sources: tuple[Source, ...]
    """Those who are known by name, the most cited first."""
    in_own_words: int
    """Texts that tell it in their own words somewhere."""
    only_source: str
    """The one named source on whose word every sentence of several texts reports it; empty where there is none such."""

    @property
    def mastheads(self) -> int:
        """How many articles report it, copies among them."""
        return sum(1 + len(text.copies) for text in self.texts)


def trail(library: Library, event: int) -> Trail:
    """The trail of an event.

    Raises:
        NotFoundError: There is no such event.
    """
    known = library.event(event)
    passages = sorted(library.event_passages(event), key=lambda each: not _is_dated(each.published))
    texts = _texts(library, passages)
    claims = _claims(texts, library.event_claimants(event))
    names = {key: _name(library, key) for own in claims for keys in own for key in keys}
    first_published, first = _first(texts)
    return Trail(
        known,
        texts,
        first,
        first_published,
        _sources(texts, claims, names),
        sum(any(not passage.speaker for passage in text.passages) for text in texts),
        _only_source(claims, names),
    )


def masthead(passage: Passage) -> str:
    """Who printed a sentence: its outlet, or its title where no outlet is known."""
    return one_line(passage.outlet) or one_line(passage.title, 60) or f"article {passage.article}"


def _texts(library: Library, passages: Sequence[Passage]) -> tuple[ReportingText, ...]:
    """The passages by text, each under the article that printed it first."""
    text_of = library.texts({each.article for each in passages})
    by_text: dict[int, dict[int, list[Passage]]] = defaultdict(lambda: defaultdict(list))
    for each in passages:
        by_text[text_of[each.article]][each.article].append(each)
    found = []
    for articles in by_text.values():
        first, *others = articles.values()
        found.append(ReportingText(tuple(first), tuple(own[0] for own in others)))
    return tuple(found)


def _claims(texts: Iterable[ReportingText], claimants: Mapping[Place, frozenset[str]]) -> list[list[frozenset[str]]]:
    """For each sentence of each text the keys of those who say so; none for its own word and for somebody unnamed."""
    nobody: frozenset[str] = frozenset()
    return [
        [
            claimants.get((each.article, each.block, each.trigger_start), nobody) if each.speaker else nobody
            for each in text.passages
        ]
        for text in texts
    ]


def _sources(
    texts: Sequence[ReportingText], claims: Sequence[Sequence[frozenset[str]]], names: Mapping[str, str]
) -> tuple[Source, ...]:
    """Those known by name on whose word the texts report, the most cited first."""
    mastheads = {fold(masthead(each)) for text in texts for each in (*text.passages, *text.copies)}
    citing: dict[str, dict[str, None]] = defaultdict(dict)
    for text, own in zip(texts, claims, strict=True):
        for key in sorted(frozenset().union(*own)):
            if names[key]:
                citing[names[key]][masthead(text.passages[0])] = None
    found = [Source(name, tuple(by), fold(name) in mastheads) for name, by in citing.items()]
    return tuple(sorted(found, key=lambda source: (-len(source.cited_by), source.name)))


def _only_source(claims: Sequence[Sequence[frozenset[str]]], names: Mapping[str, str]) -> str:
    """The one on whose word every sentence of several texts stands; empty where there is nobody."""
    if len(claims) < 2:
        return ""
    everywhere = frozenset.intersection(*(keys for own in claims for keys in own))
    return next((names[key] for key in sorted(everywhere) if names[key]), "")


def _first(texts: Sequence[ReportingText]) -> tuple[Published, tuple[str, ...]]:
    """When the event was first reported here, and by which mastheads."""
    leads = [text.passages[0] for text in texts if _is_dated(text.passages[0].published)]
    if not leads:
        return UNDATED, ()
    first = min(leads, key=lambda each: each.published.day or date.max).published
    return first, tuple(dict.fromkeys(masthead(each) for each in leads if each.published.day == first.day))


def _is_dated(published: Published) -> bool:
    """Whether a date can be the first: one that may be any later cannot."""
    return published.day is not None and published.precision is not Precision.ON_OR_AFTER


def _name(library: Library, key: str) -> str:
    """What a key of a source stands for: a country for its government, or an entity; empty for a mere place."""
    if not key.startswith("#"):
        known = country(key)
        return known.name if known else key
    try:
        entity = library.entity(int(key[1:]))
    except NotFoundError:
        return ""
    return "" if entity.kind is EntityKind.PLACE else entity.name
