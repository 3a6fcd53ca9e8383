"""One run over an open library: clean and store what comes, then annotate and link what waits.

What is stored is readable at once; annotation follows. Each article is one transaction, so that a run which is stopped
anywhere loses at most the article in hand, and the next run goes on with those that wait.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping

from articles.errors import BroadsheetError, LibraryError, NotFoundError
from articles.library import Library
from articles.model import (
    Annotations,
    Article,
    ArticleState,
    Delivery,
    Linked,
    RawDocument,
    SeenItem,
    StoredArticle,
)
from articles.progress import Progress, Report, Stage
from articles.text import one_line
from articles.worker import Refusal, annotate_article, clean_document, encoder_trouble
from articles.workforce import Cancelled, Workforce

MOST_DEATHS = 3
"""Articles in a row that the worker process dies of, after which a run gives up and lets the rest wait."""

_NO_USE = (
    "The language engine cannot run here: its process died again and again. Close other programs if memory is short,"
    " or set BROADSHEET_ENCODER=off, or BROADSHEET_ENGINE=plain to read without a model."
)


Mention = tuple[int, int]
"""An event mention by article and index."""


class OutdatedError(Exception):
    """An article's text was replaced while it was annotated, or a name it shares is gone; it waits for that again."""


class Run:
    """One run over an open library, and what it has done so far.

    Args:
        library: The open library.
        workforce: Cleans and annotates.
        on_progress: Called when it has come further.
        cancelled: Set when the reader asks to stop.
    """

    def __init__(
        self,
        library: Library,
        workforce: Workforce,
        on_progress: Callable[[Progress], None],
        cancelled: threading.Event,
    ) -> None:
        self.library = library
        self.cancelled = cancelled
        self._workforce = workforce
        self._on_progress = on_progress
        self._cancelled = cancelled
        self._added = 0
        self._changed = 0
        self._unchanged = 0
        self._annotated = 0
        self._stage = Stage.ADDING
        self._steps = 0
        self._steps_total = 0
        self._sources = 0
        self._articles: list[int] = []
        self._problems: list[str] = []
        self._notices: list[str] = []
        self._outdated: set[int] = set()
        """Articles that are to be annotated once more, since what they were annotated by has changed meanwhile."""
        self.is_cancelled = False

    def report(self) -> Report:
        """What was done so far."""
        return Report(
            self._added,
            self._unchanged,
            tuple(self._problems),
            self._annotated,
            tuple(dict.fromkeys(self._articles)),
            self.is_cancelled,
            self._changed,
            self._sources,
            tuple(self._notices),
        )

    def add(self, sources: Iterable[RawDocument | BroadsheetError]) -> None:
        """Clean and store what is not there yet."""
        self.take(source if isinstance(source, BroadsheetError) else Delivery(source) for source in sources)

    def take(self, deliveries: Iterable[Delivery | BroadsheetError]) -> None:
        """Clean and store what was delivered, unless the very same is there already."""
        for delivery, article in self.cleaned(self._unknown(deliveries)):
            if isinstance(article, Refusal):
                self._refuse(delivery, article)
            else:
                self.stored(self.library.deliver(delivery, article), article.title)

    def cleaned(self, deliveries: Iterable[Delivery]) -> Iterator[tuple[Delivery, Article | Refusal]]:
        """Each delivery with the article that is in it."""
        return self._workforce.answers(_clean, deliveries)

    def stored(self, stored: StoredArticle, title: str) -> None:
        """Count an article that was stored."""
        self._articles.append(stored.id)
        self._added += stored.is_new
        self._changed += stored.is_changed
        self._unchanged += not (stored.is_new or stored.is_changed)
        counted = self._added + self._changed + self._unchanged if self._stage is Stage.ADDING else self._steps
        self._on_progress(Progress(self._stage, counted, self._steps_total, title))

    def problem(self, line: str) -> None:
        """Tell of something that failed."""
        self._problems.append(line)

    def notice(self, line: str) -> None:
        """Tell of something worth knowing that is no failure."""
        self._notices.append(line)

    def begin(self, stage: Stage, total: int) -> None:
        """Say what is going to be done now, in how many steps."""
        self._stage, self._steps, self._steps_total = stage, 0, total
        self._on_progress(Progress(stage, 0, total))

    def step(self, title: str) -> None:
        """Say that one more step is done."""
        self._steps += 1
        self._on_progress(Progress(self._stage, self._steps, self._steps_total, title))

    def source_read(self) -> None:
        """Count a source that was looked at with success."""
        self._sources += 1

    def _unknown(self, deliveries: Iterable[Delivery | BroadsheetError]) -> Iterator[Delivery]:
        for delivery in deliveries:
            if isinstance(delivery, BroadsheetError):
                self._problems.append(str(delivery))
            elif (known := self.library.delivered(delivery)) is not None:
                self._articles.append(known)
                self._unchanged += 1
            else:
                yield delivery

    def _refuse(self, delivery: Delivery, refusal: Refusal) -> None:
        """Tell why no article was made of something, and, if a source delivered it, tell it only once."""
        self._problems.append(_told(delivery.raw.origin, refusal))
        if delivery.source and not refusal.is_death:
            item = SeenItem(delivery.raw.digest, delivery.stamp)
            self.library.sources.remember(delivery.source, delivery.key, item)

    def find_versions(self) -> None:
        """Compare with the others what an older Broadsheet stored without doing so."""
        for identity in self.library.versions.unsigned():
            if self.cancelled.is_set():
                raise Cancelled
            self.library.versions.sign(identity)

    def retry_failed(self) -> None:
        """Let the articles that the engine failed on wait again."""
        self._articles.extend(self.library.retry_failed())

    def annotate(self) -> None:
        """Annotate and link what waits, newest first, and what others add meanwhile."""
        tried: set[int] = set()
        while todo := [identity for identity in self.library.pending() if identity not in tried]:
            tried.update(todo)
            self._annotate(todo)
            tried -= self._outdated
            self._outdated.clear()

    def _annotate(self, todo: list[int]) -> None:
        waiting = ((identity, self.library.article(identity)) for identity in todo if self._is_waiting(identity))
        self._on_progress(Progress(Stage.ANNOTATING, 0, len(todo)))
        deaths = 0
        for done, ((identity, article), answer) in enumerate(self._workforce.answers(_annotate, waiting), 1):
            if isinstance(answer, Refusal) and answer.is_final:
                self._problems.append(answer.reason)
                return
            deaths = deaths + 1 if isinstance(answer, Refusal) and answer.is_death else 0
            self._finish(identity, article, answer)
            if deaths == MOST_DEATHS:
                self._problems.append(_NO_USE)
                return
            self._on_progress(Progress(Stage.ANNOTATING, done, len(todo), article.title))

    def _is_waiting(self, identity: int) -> bool:
        """Whether no other process has annotated it since."""
        return self.library.row(identity).state is ArticleState.WAITING

    def _finish(self, identity: int, article: Article, answer: tuple[Annotations, str] | Refusal) -> None:
        if not isinstance(answer, Refusal):
            annotations, trouble = answer
            if trouble and trouble not in self._notices:
                self.notice(trouble)
            try:
                link_article(self.library, identity, article, annotations)
            except OutdatedError:
                self._outdated.add(identity)
                return
            except LibraryError:
                raise
            except Exception as error:
                reason = one_line(f"{type(error).__name__}: {error}", 200)
                answer = Refusal(f"{one_line(article.title, 80)}: it could not be linked ({reason}).")
        if isinstance(answer, Refusal):
            reason = _told(one_line(article.title, 80), answer)
            self._problems.append(reason)
            self.library.mark_failed(identity, reason)
        else:
            self._annotated += 1


def _told(subject: str, refusal: Refusal) -> str:
    """A refusal as a line; a process that died could not say what it died of."""
    return f"{subject}: {refusal.reason}." if refusal.is_death else refusal.reason


def _clean(delivery: Delivery) -> Article | Refusal:
    return clean_document(delivery.raw)


def _annotate(task: tuple[int, Article]) -> tuple[Annotations, str] | Refusal:
    """What is found in an article, and why without the sentence encoder where that is there."""
    _, article = task
    found = annotate_article(article)
    return found if isinstance(found, Refusal) else (found, encoder_trouble())


def link_article(library: Library, identity: int, article: Article, annotations: Annotations) -> None:
    """Join what was found in an article with what the library knows, and store it, in one transaction.

    Raises:
        LibraryError: The library cannot be written to.
        OutdatedError: The article has another text by now, or a name is gone that it shared; nothing was stored.
    """
    from articles.linking.entities import keys, resolve

    known = library.known_entities({key for entity in annotations.entities for key in keys(entity)})

    def make_links(corrected: Annotations, entity_ids: tuple[int, ...]) -> Linked:
        if library.article(identity) != article:
            raise OutdatedError
        return linked(library, identity, article, corrected, entity_ids)

    try:
        library.store_annotations(identity, annotations, resolve(annotations.entities, known), make_links)
    except NotFoundError as error:
        raise OutdatedError from error


def linked(
    library: Library, identity: int, article: Article, annotations: Annotations, entity_ids: tuple[int, ...]
) -> Linked:
    """What links an article, whose names are known, with the others of the library."""
    from articles.linking.clusters import assign, kept_pairs
    from articles.linking.comparing import compare, joins_from
    from articles.linking.events import chances_of, links_of
    from articles.linking.rulings import EventsApart, ruled
    from articles.linking.slots import event_slots

    slots = event_slots(identity, annotations, article, entity_ids)
    candidates = library.event_candidates(slots)
    compared = compare(slots, candidates)
    own = {each.index: annotations.events[each.index] for each in slots}
    rulings = library.event_rulings.rulings_of(identity, own)
    others = {(each.article, each.index) for each in candidates}
    ruled_on = {mention for pair in rulings for mention in pair if mention[0] != identity}
    chances = kept_pairs(chances_of(slots, compared))
    known = library.event_neighbourhood([*ruled_on, *_likeliest(chances, identity)])
    told = {**library.event_rulings.among({article for article, _ in known.event_of}), **rulings}
    assigned = assign(slots, chances, known, told, joins_from(slots))
    beyond = library.event_slots(ruled_on - others)
    own_events = {(each.article, each.index): event for each, event in zip(slots, assigned.events, strict=True)}
    events = EventsApart(told, {**known.event_of, **assigned.moves, **own_events})
    links = ruled(links_of(slots, candidates, compared), rulings, slots, (*candidates, *beyond), events)
    pairs = tuple((one, other, chance) for (one, other), chance in chances.items())
    return Linked(slots, links, assigned.events, tuple(assigned.moves.items()), pairs)


def _likeliest(chances: Mapping[tuple[Mention, Mention], float], identity: int) -> list[Mention]:
    """The event mentions of other articles that one of an article's may be of one event with, the likeliest first."""
    pairs = sorted(chances, key=lambda pair: (-chances[pair], pair))
    return [mention for pair in pairs for mention in pair if mention[0] != identity]
