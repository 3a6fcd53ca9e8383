"""What an article alone reports of its story, and what it leaves out that several others tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles.lexicon import event_lexicon
from articles.library import Library
from articles.linking.terms import stems
from articles.model import LIKELY, Factuality, KnownEvent, LinkedPassages, Passage
from articles.reading.comparison import SharedEvent, links_among, sentence_of, shared_events, told_alone
from articles.reading.stories import stories

_MEMBERS = 8
"""Articles of the story that are looked at, those that share most with the article."""
_SEVERAL = 2
"""Texts that have to tell of an event before it is said to be left out."""
_ONLY_HERE = 6
_ONLY_THERE = 4
_STATEMENT = "statement"
_DEATHS = frozenset({"kill", "die"})
_FEWEST_WORDS = 6
_WORTH_A_DOUBT = 0.3
"""Confidence from which a link may be right."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An event of the story that the article does not report."""

    event: KnownEvent
    texts: int
    """How many other texts do: copies of one text count once."""
    best: Passage
    """The sentence that tells it best."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one article of a story tells alone, and what it leaves out."""

    only_here: tuple[Passage, ...] = ()
    """Its sentences that report what no other article of the library does, in order."""
    only_there: tuple[LeftOut, ...] = ()
    """What several others report and it does not, the most reported first."""


def coverage(library: Library, article_id: int) -> Coverage:
    """What an article tells alone of its story, and what it leaves out; nothing of one that stands alone.

    A link worth a doubt is enough to say neither: what may be reported elsewhere is not told as missing there. Nor
    is an event left out whose word, or one of its class, the article has anywhere. Events whose word says little of
    what happened, as "read" does, are no news to miss, nor those without a party or a place.
    """
    with library.snapshot():
        links = [each for each in library.links(article_id) if each.link.confidence >= _WORTH_A_DOUBT]
        others = _of_its_story(library, article_id, links)
        if not others:
            return Coverage()
        ids = (article_id, *others)
        told = {each: library.passages_of(each) for each in ids}
        shared = shared_events(told, links_among(library, ids))
        known = _events(library, told.values())
        return Coverage(
            _only_here(library, article_id, told[article_id], links, known),
            _only_there(library, article_id, shared, links, known, _classes(told[article_id], known)),
        )


def _of_its_story(library: Library, article_id: int, links: Iterable[LinkedPassages]) -> tuple[int, ...]:
    """The other articles of the story, those that share most with the article first; copies of one text once."""
    shares = Counter(
        each.there.article for each in links if each.link.confidence >= LIKELY and each.link.relation.is_one_event
    )
    texts = library.versions.texts({article_id, *shares})
    by_text: dict[int, int] = {}
    for article, _ in shares.most_common():
        if texts[article] != texts[article_id]:
            by_text.setdefault(texts[article], article)
    nearest = tuple(by_text.values())[:_MEMBERS]
    story = next(each for each in stories(library, (article_id, *nearest)) if article_id in each.articles)
    return tuple(each for each in nearest if each in story.articles)


def _events(library: Library, told: Iterable[Sequence[Passage]]) -> dict[int, KnownEvent]:
    return {event: library.event(event) for event in {passage.event for own in told for passage in own}}


def _only_here(
    library: Library,
    article_id: int,
    own: Sequence[Passage],
    links: Sequence[LinkedPassages],
    known: Mapping[int, KnownEvent],
) -> tuple[Passage, ...]:
    """The sentences that tell something done, of which nothing may be reported elsewhere."""
    copies = {row.id for row in library.versions.of(article_id)}
    linked = {sentence_of(each.here) for each in links if each.there.article not in copies}
    elsewhere = {event for event, each in known.items() if each.articles > len(copies)}
    telling = [
        each
        for each in told_alone(own, elsewhere)
        if sentence_of(each) not in linked and _is_news(known[each.event]) and _is_whole(each) and not each.speaker
    ]
    return tuple(each for each in telling if each.factuality is Factuality.ASSERTED)[:_ONLY_HERE]


def _only_there(
    library: Library,
    article_id: int,
    shared: Iterable[SharedEvent],
    links: Sequence[LinkedPassages],
    known: Mapping[int, KnownEvent],
    told_classes: Collection[str],
) -> tuple[LeftOut, ...]:
    """Events that several other texts tell, and no sentence of which may be reported here."""
    touched = {(each.there.article, *sentence_of(each.there)) for each in links if each.link.relation.is_one_event}
    words = _words(library, article_id)
    found: list[LeftOut] = []
    for each in shared:
        passages = [passage for own in each.passages.values() for passage in own]
        is_here = article_id in each.passages or any(
            _place(passage) in touched or not words.isdisjoint(_trigger_words(passage)) for passage in passages
        )
        texts = set(library.versions.texts(set(each.passages)).values())
        event = max((known[passage.event] for passage in passages), key=lambda event: (event.articles, -event.id))
        is_here = is_here or event.event_class in told_classes
        if not is_here and len(texts) >= _SEVERAL and _is_news(event) and each.links:
            found.append(LeftOut(event, len(texts), _best(each, passages, event)))
    ranked = sorted(found, key=lambda left: (-left.texts, -left.event.mentions, left.event.id))
    return _each_sentence_once(ranked)[:_ONLY_THERE]


def _classes(own: Sequence[Passage], known: Mapping[int, KnownEvent]) -> frozenset[str]:
    """The classes of the events that an article tells; where somebody was killed, that he died."""
    classes = frozenset(known[each.event].event_class for each in own)
    return classes | _DEATHS if classes & _DEATHS else classes


def _is_news(event: KnownEvent) -> bool:
    """Whether the name of an event says what kind of thing happened, more than that somebody spoke, and to whom."""
    lexicon = event_lexicon()
    return "," in event.label and event.event_class in lexicon.families.keys() - lexicon.loose - {_STATEMENT}


def _is_whole(passage: Passage) -> bool:
    """Whether a sentence tells enough to stand by itself."""
    return len(passage.text.split()) >= _FEWEST_WORDS


def _words(library: Library, article_id: int) -> frozenset[str]:
    """The stems of all words of an article."""
    article = library.article(article_id)
    return frozenset(stems(" ".join((article.title, *(block.text for block in article.blocks)))))


def _trigger_words(passage: Passage) -> tuple[str, ...]:
    return stems(passage.text[passage.trigger_start - passage.start : passage.trigger_end - passage.start])


def _place(passage: Passage) -> tuple[int, int, int]:
    return passage.article, *sentence_of(passage)


def _best(shared: SharedEvent, passages: Sequence[Passage], event: KnownEvent) -> Passage:
    """The sentence with most of what the event is called by; of several the one with the surest links."""
    name = set(stems(event.label))
    sure: dict[tuple[int, int, int], float] = defaultdict(float)
    for each in shared.links:
        for end in (each.here, each.there):
            sure[_place(end)] = max(sure[_place(end)], each.link.confidence)
    return max(
        passages,
        key=lambda each: (len(name & set(stems(each.text))), not each.speaker, sure[_place(each)], -each.article),
    )


def _each_sentence_once(found: Collection[LeftOut]) -> tuple[LeftOut, ...]:
    kept: dict[tuple[int, int, int], LeftOut] = {}
    for each in found:
        kept.setdefault(_place(each.best), each)
    return tuple(kept.values())
