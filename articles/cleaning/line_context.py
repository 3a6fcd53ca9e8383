"""What the second look at a page sees: how likely the first one held a line and those around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articles.cleaning.line_columns import FAR, greatest_sum, run_length, shifted, since, smoothed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SHIFTS = (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5)
_WINDOWS = (2, 5, 10)
_LONG = 15
"""Words from which a line that is likely of the article stands firm."""

NAMES = (
    "guess",
    *(f"guess {shift:+d}" for shift in _SHIFTS),
    *(f"guess around {window}" for window in _WINDOWS),
    "text before", "text after", "guess of page", "best guess", "text of page",
    "sum before", "sum after", "sum through", "from stretch start", "to stretch end", "in stretch", "above stretch",
    "since likely", "till likely", "likely run", "unlikely run",
    "since firm", "till firm", "nearest firm", "gap", "firm lines", "length among likely",
)  # fmt: skip
"""What each column of `look_again` says, in order."""


def look_again(words: NDArray[np.float32], guess: NDArray[np.float32]) -> NDArray[np.float32]:
    """A row for each line, a column for each of `NAMES`.

    Args:
        words: How many words each line has.
        guess: How likely each line is of the article, by its first look, 0 to 1.
    """
    import numpy as np

    neighbours = [shifted(guess, shift) for shift in _SHIFTS]
    means = [smoothed(guess, window) for window in _WINDOWS]
    return np.column_stack(
        [guess, *neighbours, *means, *_amounts(words, guess), *_stretch(words, guess), *_runs(words, guess)]
    ).astype(np.float32)


def _amounts(words: NDArray[np.float32], guess: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    """How much likely text stands before, after and on the whole page."""
    import numpy as np

    likely = guess * np.minimum(words, 80)
    total = max(float(likely.sum()), 1.0)
    up_to = np.cumsum(likely)
    whole = [np.full(len(guess), value) for value in (guess.mean(), guess.max(), total)]
    return [up_to / total, (total - up_to + likely) / total, *whole]


def _stretch(words: NDArray[np.float32], guess: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    """Where the stretch lies whose log-odds, by length, have the greatest sum."""
    import numpy as np

    held = np.clip(guess, 0.01, 0.99)
    weight = np.log(held / (1 - held)) * np.minimum(words + 3, 40) / 10
    before, after = greatest_sum(weight), greatest_sum(weight[::-1])[::-1]
    end = int(before.argmax())
    start = int(np.concatenate([[0.0], np.cumsum(weight)])[: end + 1].argmin())
    numbers = np.arange(len(guess))
    inside = (numbers >= start) & (numbers <= end)
    places = [np.clip(numbers - start, -FAR, FAR), np.clip(end - numbers, -FAR, FAR), inside]
    return [before, after, before + after - weight, *places, guess - guess[inside].mean()]


def _runs(words: NDArray[np.float32], guess: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    """How far the nearest likely lines are, and how long the gap between firm ones is."""
    import numpy as np

    likely = guess > 0.5
    firm = likely & (words >= _LONG)
    ago, till = since(firm), since(firm[::-1])[::-1]
    usual = float(words[likely].mean()) if likely.any() else 1.0
    return [
        since(likely), since(likely[::-1])[::-1], run_length(likely), run_length(~likely),
        ago, till, np.minimum(ago, till), ago + till, np.full(len(guess), firm.sum()), words / max(usual, 1.0),
    ]  # fmt: skip
