"""Ten tasks of a morning with the keys they take, on the samples: tested by `test_tasks`, printed in the README."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual.pilot import Pilot

from tests.pilot.driving import room_of, shown_text
from tests.pilot.exercises import stored
from tui.keymap import strokes
from tui.screens.compare import CompareScreen

MOST_KEYS = 8
"""Beyond the words that are typed."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something that a reader wants, and how it is done."""

    wanted: str
    steps: tuple[str, ...]
    """Keys as the help writes them; words to be typed between quotation marks."""
    is_done: Callable[[Pilot[Any]], bool]

    @property
    def keys(self) -> int:
        """How many keys are pressed, without the words."""
        return sum(len(strokes(step)) for step in self.steps if not is_typed(step))


def is_typed(step: str) -> bool:
    """Whether a step is words to be typed."""
    return step.startswith('"')


def _shows(*words: str) -> Callable[[Pilot[Any]], bool]:
    def is_shown(pilot: Pilot[Any]) -> bool:
        screen = " ".join(shown_text(pilot).split())
        return all(word in screen for word in words)

    return is_shown


def _flood_is_tagged(pilot: Pilot[Any]) -> bool:
    with stored(pilot) as library:
        return len(library.tags.articles("velda flood")) == len(room_of(pilot).article_list.ids) > 2


def _noted(pilot: Pilot[Any]) -> bool:
    with stored(pilot) as library:
        (mark,) = library.passage_marks()
        return mark.note == "who says so?" and len(mark.quotation.exact.split()) > 1


def _highlighted(pilot: Pilot[Any]) -> bool:
    with stored(pilot) as library:
        (mark,) = library.passage_marks()
        return not mark.note


def _went_there(pilot: Pilot[Any]) -> bool:
    room = room_of(pilot)
    return room.reader.has_focus and room.reader.article_id != room.article_list.ids[0]


def _all_read(pilot: Pilot[Any]) -> bool:
    with stored(pilot) as library:
        return library.counts().unread == 0


def _ruled(pilot: Pilot[Any]) -> bool:
    with stored(pilot) as library:
        return [ruling.is_same for ruling in library.event_rulings.all()] == [False]


TASKS: tuple[Task, ...] = (
    Task(
        "find what Duarte Carvalho did, and when",
        ("ge", "/", '"carvalho"', "Enter", "Enter"),
        _shows("Duarte Carvalho · person", "EVENTS", "accusation"),
    ),
    Task(
        "tag all reports of the flood",
        ("/", '"velda flood"', "Enter", "V", "G", "t", '"velda flood"', "Enter"),
        _flood_is_tagged,
    ),
    Task(
        "see which two figures differ",
        ("/", '"valdoria"', "Enter", "Enter", "]d"),
        _shows("DIFFERS", "here “", "there “"),
    ),
    Task("read what another article says of this sentence", ("Enter", "]x", "3", "Enter"), _went_there),
    Task("say that two sentences do not report the same event", ("Enter", "]x", "3", "!"), _ruled),
    Task("note something about a sentence", ("Enter", "]x", "v", "m", '"who says so?"', "Enter"), _noted),
    Task("highlight a sentence", ("Enter", "]x", "v", "Enter"), _highlighted),
    Task(
        "compare two reports side by side",
        ("/", '"valdoria"', "Enter", "c", "j", "c"),
        lambda pilot: isinstance(pilot.app.screen, CompareScreen),
    ),
    Task("copy the BibTeX entry of an article", ("y", "3"), lambda pilot: pilot.app.clipboard.startswith("@")),
    Task("mark all that is listed read", ("A",), _all_read),
)


def task_table() -> str:
    """The tasks as the README prints them, in Markdown."""
    rows = (f"| {task.wanted} | {' '.join(map(_shown, task.steps))} | {task.keys} |" for task in TASKS)
    return "\n".join(("| to | press | keys |", "|---|---|---|", *rows)) + "\n"


def _shown(step: str) -> str:
    return f"*{step[1:-1]}*" if is_typed(step) else f"`{step}`"
