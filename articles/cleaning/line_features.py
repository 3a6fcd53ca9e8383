"""What the line model looks at: a line's form, its words, its neighbours, its page and what the rules say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from articles.cleaning.body import weigh
from articles.cleaning.line_columns import FAR, greatest_sum, run_length, shifted, since, smoothed
from articles.cleaning.line_form import FORM, GLUED, SIGNS, capitals_in, form_of, share, signs_of
from articles.cleaning.page import Page, is_prose
from articles.cleaning.page_phrases import PhraseKind
from articles.cleaning.units import Unit
from articles.model import LineRole

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

_KEPT = frozenset({LineRole.PARAGRAPH, LineRole.HEADING, LineRole.LIST_ITEM, LineRole.QUOTATION})
_PHRASES = {PhraseKind.ALONE: 1.0, PhraseKind.LIST: 2.0, PhraseKind.END: 3.0}

OWN = (
    *FORM, "phrase", "copies", "said before", "weight", *SIGNS, "echo", "title echo", "prose",
    "glued", "big letters", "opens alike",
)  # fmt: skip
RULED = ("kept by rules", "caption", "signature", "title", "repeated")
PLACED = (
    "from body start", "to body end", "in body", "from title", "lines", "position", "prose share", "phrase share",
    "prose before", "prose after", "prose gap before", "prose gap after", "from end phrase", "from list phrase",
    "end phrases", "short run", "prose run", "weight before", "weight after", "longest",
)  # fmt: skip
SHIFTED = (
    "words", "sentence end", "weight", "phrase", "capitals", "marker", "function words", "kept by rules", "echo",
    "title echo", "caption", "signature", "ending", "digits",
)  # fmt: skip
SHIFTS = (-3, -2, -1, 1, 2, 3)
SMOOTHED = ("words", "prose", "phrase", "weight", "kept by rules", "echo", "capitals")
WINDOWS = (2, 5, 12)
NAMES = (
    *OWN,
    *RULED,
    *PLACED,
    *(f"{name} {shift:+d}" for name in SHIFTED for shift in SHIFTS),
    *(f"{name} around {window}" for name in SMOOTHED for window in WINDOWS),
)
"""What each column of `look` says, in order."""


def look(page: Page) -> Matrix:
    """A row for each unit of a page that the rules have settled, a column for each of `NAMES`."""
    import numpy as np

    rows = [own + _ruled(page, number) for number, own in enumerate(_own_rows(page))]
    both = np.fromiter(chain.from_iterable(rows), dtype=np.float32).reshape(len(rows), -1)
    at = {name: column for column, name in enumerate((*OWN, *RULED))}
    placed = _placed(page, both[:, at["prose"]], both[:, at["words"]], both[:, at["phrase"]], both[:, at["weight"]])
    moving = both.T[[at[name] for name in SHIFTED]]
    neighbours = np.stack([shifted(moving, shift) for shift in SHIFTS], axis=1)
    lasting = both.T[[at[name] for name in SMOOTHED]]
    means = np.stack([smoothed(lasting, window) for window in WINDOWS], axis=1)
    around = [neighbours.reshape(-1, len(both)).T, means.reshape(-1, len(both)).T]
    return np.hstack([both, placed, *around]).astype(np.float32)


def _own_rows(page: Page) -> list[list[float]]:
    words = [[word.casefold() for word in unit.words] for unit in page.units]
    contents = [_content(unit, lower) for unit, lower in zip(page.units, words, strict=True)]
    copies = Counter(unit.folded for unit in page.units)
    spoken = Counter(word for number in _body(page) for word in contents[number])
    repeated = {word for word, count in spoken.items() if count > 1}
    openings = [unit.words[:1] for unit in page.units]
    title = contents[page.title] if page.title is not None else set()
    seen: set[str] = set()
    rows = []
    for number, (unit, weight) in enumerate(zip(page.units, weigh(page.units, page.phrases), strict=True)):
        content = contents[number]
        elsewhere = repeated if page.body.start <= number < page.body.end else spoken.keys()
        phrase = page.phrases[number]
        rows.append(
            [
                *form_of(unit, words[number]),
                _PHRASES[phrase.kind] if phrase else 0.0,
                min(copies[unit.folded], 9),
                unit.folded in seen,
                weight,
                *signs_of(unit),
                share(len(content & elsewhere), len(content)),
                share(len(content & title), len(content)),
                is_prose(unit),
                len(GLUED.findall(unit.text[:600])),
                share(capitals_in(unit.text[:200]), min(len(unit.text), 200)),
                _opens_alike(openings, number),
            ]
        )
        seen.add(unit.folded)
    return rows


def _body(page: Page) -> Iterator[int]:
    """The numbers of the units in the body that are of the article so far."""
    for number in range(page.body.start, page.body.end):
        if number not in page.verdicts or page.verdicts[number].role in _KEPT:
            yield number


def _content(unit: Unit, lower: Sequence[str]) -> set[str]:
    return {folded for word, folded in zip(unit.words, lower, strict=True) if len(word) > 3}


def _opens_alike(openings: Sequence[tuple[str, ...]], number: int) -> int:
    """How many of the two lines on either side begin with the same word."""
    return openings[max(number - 2, 0) : number + 3].count(openings[number]) - 1


def _ruled(page: Page, number: int) -> list[float]:
    role = page.verdicts[number].role
    signature = role in (LineRole.BYLINE, LineRole.DATE, LineRole.DATELINE, LineRole.OUTLET)
    picture = role in (LineRole.CAPTION, LineRole.CREDIT)
    return [role in _KEPT, picture, signature, role is LineRole.TITLE, role is LineRole.REPEATED]


def _placed(page: Page, prose: Matrix, words: Matrix, phrase: Matrix, weight: Matrix) -> Matrix:
    import numpy as np

    count = len(page.units)
    numbers = np.arange(count, dtype=np.float32)
    start, end = page.body.start, page.body.end
    spoken = prose * words
    before = np.cumsum(spoken) - spoken
    total = max(float(spoken.sum()), 1.0)
    title = np.full(count, FAR) if page.title is None else np.clip(numbers - page.title, -FAR, FAR)
    columns = [
        np.clip(numbers - start, -FAR, FAR),
        np.clip(end - 1 - numbers, -FAR, FAR),
        (numbers >= start) & (numbers < end),
        title,
        np.full(count, count),
        numbers / max(count, 1),
        np.full(count, prose.mean()),
        np.full(count, (phrase > 0).mean()),
        before / total,
        (total - before - spoken) / total,
        since(prose > 0),
        since((prose > 0)[::-1])[::-1],
        since(phrase == 3),
        since(phrase == 2),
        np.cumsum(phrase == 3),
        run_length(prose == 0),
        run_length(prose > 0),
        greatest_sum(weight),
        greatest_sum(weight[::-1])[::-1],
        words / max(float(words.max(initial=0)), 1.0),
    ]
    return np.column_stack(columns)
