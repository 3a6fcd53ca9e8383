"""The names in an article that the reader can pick out: the next one, the one at a place, the first in a block.

Mentions are given by their index among those of the annotations. Those of entities that are hidden are none.
"""

from __future__ import annotations

from collections.abc import Mapping

from articles.model import Annotations, EntityKind, Mention

_FIGURES = frozenset({EntityKind.MONEY, EntityKind.QUANTITY})


def shown_mentions(annotations: Annotations | None) -> Mapping[int, Mention]:
    """The mentions that are shown, by index."""
    if annotations is None:
        return {}
    entities = annotations.entities
    return {index: each for index, each in enumerate(annotations.mentions) if not entities[each.entity].is_hidden}


def next_mention(annotations: Annotations | None, here: tuple[int, int, int], direction: int) -> int | None:
    """The nearest mention after, or for -1 before, a place; None where there is none.

    Args:
        annotations: What was found in the article.
        here: Block, start and index of a mention.
        direction: 1 or -1.
    """
    places = sorted((each.block, each.start, index) for index, each in shown_mentions(annotations).items())
    ahead = [place for place in places if (place > here if direction > 0 else place < here)]
    return ahead[0 if direction > 0 else -1][2] if ahead else None


def mention_spanning(annotations: Annotations | None, block: int, start: int, end: int) -> int | None:
    """The mention that is exactly a span of a block."""
    shown = shown_mentions(annotations).items()
    return next((index for index, each in shown if (each.block, each.start, each.end) == (block, start, end)), None)


def mention_covering(annotations: Annotations | None, block: int, offset: int) -> int | None:
    """The mention that a character of a block belongs to, of nested ones the longest."""
    covering = [
        (each.start - each.end, index)
        for index, each in shown_mentions(annotations).items()
        if each.block == block and each.start <= offset < each.end
    ]
    return min(covering)[1] if covering else None


def first_mention(annotations: Annotations | None, block: int) -> int | None:
    """The first mention in a block, of nested ones the longest; sums of money and quantities left out."""
    named = [
        (each.start, -each.end, index)
        for index, each in shown_mentions(annotations).items()
        if annotations and each.block == block and annotations.entities[each.entity].kind not in _FIGURES
    ]
    return min(named)[2] if named else None
