"""`python -m tests.quality [TASK [FOLDER] [--predictions FILE] [--json]]`: how well articles are read, by task."""

from __future__ import annotations

import sys
from collections.abc import Callable

from tests.quality import (
    cleaning,
    entities,
    events,
    factuality,
    mentions,
    near_duplicates,
    ordinary,
    page_facts,
    pane,
    planted_score,
    thresholds,
    timelines,
    times,
)
from tests.quality.cleaning import DEFAULT_FOLDER

TASKS: dict[str, Callable[[list[str]], int | None]] = {
    "cleaning": cleaning.main,
    "page_facts": page_facts.main,
    "times": times.main,
    "mentions": mentions.main,
    "factuality": factuality.main,
    "entities": entities.main,
    "events": events.main,
    "pane": pane.main,
    "ordinary": ordinary.main,
    "thresholds": thresholds.main,
    "timelines": timelines.main,
    "near_duplicates": near_duplicates.main,
}
"""By the name that is typed: each reads marked articles, prints its figures and takes the same options."""


def main(arguments: list[str]) -> int:
    """Measure what was asked for; without a word, everything that there are marked articles for.

    Returns:
        0 when all was measured, 2 when there is no such task.
    """
    if arguments and arguments[0] not in TASKS:
        sys.stderr.write(f"There is no task {arguments[0]}. Choose from {', '.join(TASKS)}.\n")
        return 2
    if arguments:
        return TASKS[arguments[0]](arguments[1:]) or 0
    sys.stdout.write("What is planted in the demo articles\n")
    planted_score.main()
    if not DEFAULT_FOLDER.is_dir():
        sys.stdout.write(f"The marked articles are not in {DEFAULT_FOLDER}: the other measures are left out.\n")
        return 0
    for name, measure in TASKS.items():
        sys.stdout.write(f"{name}\n")
        sys.stdout.flush()
        measure([])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
