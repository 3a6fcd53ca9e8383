"""Stories as a reader sees them: articles that share events, by the name of their main event and people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles.library import Library
from articles.linking.labels import days_in_words
from articles.linking.stories import grouped
from articles.model import KnownEvent
from articles.text import one_line

_PEOPLE = 2
"""People in the name of a story."""


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that share events."""

    articles: tuple[int, ...]
    """In the order in which they were given."""
    event: int = 0
    """The event that most of them report; 0 for an article that stands alone."""
    name: str = ""
    """That event and the people that most of them name; empty for an article that stands alone."""


def stories(library: Library, articles: Sequence[int]) -> tuple[Story, ...]:
    """Articles in stories, in the order of the first article of each; those that stand alone are among them."""
    with library.snapshot():
        return _stories(library, articles)


def story_of(library: Library, article: int) -> Story:
    """The story that an article belongs to, among those that share events with it or with one of these.

    Raises:
        NotFoundError: No such article.
    """
    library.article(article)
    with library.snapshot():
        near = library.sharing_events(library.sharing_events([article]))
        found = _stories(library, sorted(near, reverse=True))
        return next(story for story in found if article in story.articles)


def _stories(library: Library, articles: Sequence[int]) -> tuple[Story, ...]:
    reports = library.shared_events(articles)
    groups = grouped(articles, reports)
    several = [group for group in groups if len(group) > 1]
    labels = library.event_labels({event for group in several for article in group for event in reports[article]})
    main = {group: _main_event(group, reports, labels) for group in several}
    people = library.people_of(article for group in several for article in group)
    return tuple(
        Story(group, main[group], _name(library.event(main[group]), group, people)) if group in main else Story(group)
        for group in groups
    )


def _main_event(group: Sequence[int], reports: Mapping[int, Mapping[int, int]], labels: Mapping[int, str]) -> int:
    """The event that most articles of a group report; one whose name says more than its kind counts twice."""
    articles = Counter(event for article in group for event in reports[article])
    mentions: Counter[int] = Counter()
    for article in group:
        mentions.update(reports[article])
    weight = {event: count * (2 if "," in labels[event] else 1) for event, count in articles.items()}
    return max(articles, key=lambda event: (weight[event], mentions[event], -event))


def _name(event: KnownEvent, group: Iterable[int], people: Mapping[int, Sequence[tuple[int, str, int]]]) -> str:
    """The event without its days, and those whom most of the articles name, unless the event's own name does."""
    label = event.label.removesuffix(f", {days_in_words(event.interval)}" if event.interval else "")
    naming: Counter[str] = Counter()
    times: Counter[str] = Counter()
    for article in group:
        for _, name, mentions in people.get(article, ()):
            naming[name] += 1
            times[name] += mentions
    known = [name for name in naming if naming[name] > 1 and name not in label]
    chosen = sorted(known, key=lambda name: (-naming[name], -times[name], name))[:_PEOPLE]
    return " · ".join((one_line(label), *([", ".join(map(one_line, chosen))] if chosen else [])))
