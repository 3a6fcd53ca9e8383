"""Every command of the table does what its help says, by its own key, in the real room."""

from __future__ import annotations

import pytest

from tests.pilot import (
    entity_exercises,
    event_exercises,
    notebook_exercises,
    passage_exercises,
    reading_exercises,
    ruling_exercises,
    side_exercises,
    source_exercises,
    tag_exercises,
    view_exercises,
)
from tests.pilot.conftest import Opened
from tests.pilot.exercises import EXERCISES
from tui.commands import BY_ID, COMMANDS, Command

assert notebook_exercises, "its exercises are registered"
assert passage_exercises, "its exercises are registered"
assert reading_exercises, "its exercises are registered"
assert event_exercises, "its exercises are registered"
assert source_exercises, "its exercises are registered"
assert view_exercises, "its exercises are registered"
assert tag_exercises, "its exercises are registered"
assert ruling_exercises, "its exercises are registered"
assert side_exercises, "its exercises are registered"
assert entity_exercises, "and so are these"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
async def test_a_command_does_what_its_help_says(command: Command, opened: Opened) -> None:
    assert command.id in EXERCISES, "every command has an exercise"
    async with opened() as pilot:
        await EXERCISES[command.id](pilot)


def test_no_exercise_is_for_a_command_that_is_gone() -> None:
    assert EXERCISES.keys() <= BY_ID.keys()
