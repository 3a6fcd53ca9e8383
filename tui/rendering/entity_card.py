"""An entity's card as paragraphs of a column: who it is, when, with whom, in which events, and every mention."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from textual.content import Content

from articles.model import Companion, Factuality, KnownEntity, KnownEvent, Passage
from articles.reading.entity_card import ArticleMentions, EntityCard
from articles.text import one_line
from tui.dates import date_words
from tui.listings.entity_corrections import correction_words
from tui.listings.wording import counted
from tui.rendering.crossrefs import quotation
from tui.rendering.month_line import month_line
from tui.rendering.paragraphs import Paragraph
from tui.rendering.passage_marks import NOTE_SIGN
from tui.rendering.spans import safe
from tui.state import Place

CardTarget = Companion | KnownEvent | Passage
"""What a line of the card leads to: another card, the reports of an event, a place in an article."""

_ALIASES = 12
_LONGEST = 100
"""Characters of a name or title; what is longer is cut."""
_LONGEST_LISTED = 50
"""The same where one of many is told on a line of its own."""
_INDENT = "  "


@dataclass(frozen=True, slots=True)
class CardView:
    """A card with as many of its mentions as are loaded."""

    card: EntityCard
    mentions: tuple[ArticleMentions, ...] = ()
    looked_through: int = 0
    """How many of its articles have been looked through for mentions."""

    @property
    def targets(self) -> tuple[CardTarget, ...]:
        """What the lines lead to, in the order of the card; the paragraphs are keyed by the position here."""
        passages = (passage for each in self.mentions for passage in each.passages)
        return (*self.card.company, *self.card.events, *passages)

    def key_of(self, place: Place) -> int | None:
        """The key of the mention at a place; None where it is not among those loaded."""
        return self._key_where(lambda target: isinstance(target, Passage) and _place(target) == place)

    def key_like(self, target: CardTarget) -> int | None:
        """The key of the line that leads where a line of another state of the card led; None where there is none."""
        wanted = _identity(target)
        return self._key_where(lambda each: _identity(each) == wanted)

    def _key_where(self, holds: Callable[[CardTarget], bool]) -> int | None:
        return next((key for key, target in enumerate(self.targets) if holds(target)), None)

    @property
    def parts(self) -> tuple[int, ...]:
        """The keys at which company, events and mentions begin, of those that there are."""
        company, events = len(self.card.company), len(self.card.events)
        starts = [0, company, company + events]
        ends = [company, company + events, len(self.targets)]
        return tuple(start for start, end in zip(starts, ends, strict=True) if start < end)


def _place(passage: Passage) -> Place:
    return Place(passage.article, passage.block, passage.trigger_start, passage.trigger_end)


def _identity(target: CardTarget) -> tuple[str, object]:
    """What a line leads to, whatever is told of it."""
    match target:
        case Companion():
            return "company", target.entity.id
        case KnownEvent():
            return "event", target.id
        case Passage():
            return "mention", (target.article, target.block, target.start)


def card_paragraphs(view: CardView, measure: int) -> tuple[Paragraph, ...]:
    """The whole card.

    Args:
        view: The card, and what is loaded of its mentions.
        measure: Cells of a line.
    """
    return tuple(_paragraphs(view, measure))


def _paragraphs(view: CardView, measure: int) -> Iterator[Paragraph]:
    card = view.card
    yield from _head(card, measure)
    key = 0
    if card.company:
        newest = "newest article" if card.looked_at < len(card.articles) else "article"
        yield _heading("NAMED WITH", f"in its {counted(card.looked_at, newest)}")
    for companion in card.company:
        yield Paragraph(_companion(companion), key=key, lead=_INDENT, gap=0)
        key += 1
    if card.events:
        yield _heading("EVENTS", "that it takes part in, most reported first")
    for event in card.events:
        yield Paragraph(_event(event), key=key, lead=_INDENT, gap=0)
        key += 1
    yield _heading("MENTIONS", _extent(card.entity))
    for number, article in enumerate(view.mentions):
        yield Paragraph(_citation(article), gap=1 if number else 0)
        for passage in article.passages:
            style = f"$entity-{card.entity.kind.value}"
            yield Paragraph(quotation(passage, in_full=False, style=style), key=key, lead=_INDENT, gap=0)
            key += 1
    if left := len(card.articles) - view.looked_through:
        yield Paragraph(Content.styled(f"… and {counted(left, 'article')} more", "$muted italic"))


def _head(card: EntityCard, measure: int) -> Iterator[Paragraph]:
    entity = card.entity
    country = "" if card.country == entity.name else card.country
    about = " · ".join(part for part in (entity.kind.value, country, "hidden" if entity.is_hidden else "") if part)
    name = _assemble((safe(one_line(entity.name, _LONGEST)), f"$entity-{entity.kind.value}"), (f" · {about}", "$muted"))
    yield Paragraph(name)
    if entity.aliases:
        yield Paragraph(Content.styled(f"also {aliases_words(entity)}", "$muted"), gap=0)
    yield Paragraph(Content.styled(seen_words(card), "$muted"), gap=0)
    undated = entity.mentions - sum(each.mentions for each in card.months)
    if line := month_line(card.months, measure, undated=undated):
        yield Paragraph(Content(line), gap=0)
    for row in card.corrections:
        yield Paragraph(
            Content.styled(safe(correction_words(row)), "italic"), lead=f"{NOTE_SIGN} ", lead_style="$accent", gap=0
        )


def aliases_words(entity: KnownEntity) -> str:
    """The other spellings of an entity, on one line, no more than a dozen of them."""
    shown = ", ".join(safe(one_line(alias, _LONGEST)) for alias in entity.aliases[:_ALIASES])
    more = len(entity.aliases) - _ALIASES
    return f"{shown} and {more} more" if more > 0 else shown


def seen_words(card: EntityCard) -> str:
    """`first seen 4 Sep 2023 · last seen 9 Oct 2023`."""
    if card.seen is None:
        return "seen in undated articles only" if card.articles else "not in any article"
    first, last = (date_words(each) for each in card.seen)
    return f"seen {first}" if first == last else f"first seen {first} · last seen {last}"


def _extent(entity: KnownEntity) -> str:
    return f"{counted(entity.mentions, 'mention')} in {counted(entity.articles, 'article')}"


def _heading(words: str, remark: str) -> Paragraph:
    return Paragraph(_assemble((words, "bold $accent"), (f" · {remark}", "$muted")))


def _companion(companion: Companion) -> Content:
    entity = companion.entity
    return _assemble(
        (safe(one_line(entity.name, _LONGEST_LISTED)), f"$entity-{entity.kind.value}"),
        (f" · {entity.kind.value} · {counted(companion.shared, 'article')}", "$muted"),
    )


def _event(event: KnownEvent) -> Content:
    label = safe(one_line(event.label, _LONGEST))
    status = "" if event.factuality is Factuality.ASSERTED else event.factuality.value
    remarks = (status, counted(event.articles, "report"))
    return _assemble(label or "(no words)", (f" · {' · '.join(part for part in remarks if part)}", "$muted"))


def _citation(article: ArticleMentions) -> Content:
    row = article.row
    parts = [date_words(row.published), safe(one_line(row.outlet, _LONGEST))]
    title = safe(one_line(row.title, _LONGEST)) or "(no title)"
    return _assemble((title, "bold"), (f" · {' · '.join(part for part in parts if part)}", "$muted"))


def _assemble(*parts: str | tuple[str, str]) -> Content:
    return Content.assemble(*parts, strip_control_codes=False)
