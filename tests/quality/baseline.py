"""The simple way of joining events that every other is measured against: same lemma, in clusters of like articles.

It is computed in the same run and over the same mentions as the program's own events.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from articles.linking.terms import alike, terms_of
from tests.quality.event_corpora import Corpus

LIKE = 0.2
"""Mean likeness of articles from which their clusters are joined, set by hand."""


def article_clusters(corpus: Corpus) -> list[int]:
    """The cluster of each article: average linkage over how alike their words are."""
    terms = [terms_of(article.slots) for article in corpus.articles]
    groups = {number: [number] for number in range(len(terms))}
    sums = {
        (one, other): alike(terms[one], terms[other])
        for one in range(len(terms))
        for other in range(one + 1, len(terms))
    }
    sums = {pair: total for pair, total in sums.items() if total > 0}
    while sums:
        (one, other), _ = best = max(
            ((pair, total / (len(groups[pair[0]]) * len(groups[pair[1]]))) for pair, total in sums.items()),
            key=lambda each: each[1],
        )
        if best[1] < LIKE:
            break
        groups[one] += groups.pop(other)
        sums.pop((one, other))
        for pair in [each for each in sums if other in each]:
            rest = pair[0] if pair[1] == other else pair[1]
            joined = (min(one, rest), max(one, rest))
            sums[joined] = sums.get(joined, 0.0) + sums.pop(pair)
    return _numbers(groups, len(terms))


def _numbers(groups: Mapping[int, Sequence[int]], count: int) -> list[int]:
    numbers = [0] * count
    for number, members in groups.items():
        for member in members:
            numbers[member] = number
    return numbers


def same_lemma(corpus: Corpus) -> dict[tuple[int, int], Hashable]:
    """The cluster of each event mention, by article and index, in the simple way."""
    of_article = article_clusters(corpus)
    return {
        (number, index): (of_article[number - 1], event.lemma)
        for number, article in enumerate(corpus.articles, 1)
        for index, event in enumerate(article.events)
    }
