"""What a reader wants most takes few keys."""

from __future__ import annotations

import pytest

from tests.pilot.conftest import Opened
from tests.pilot.driving import press, type_text
from tests.pilot.tasks import MOST_KEYS, TASKS, Task, is_typed


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.wanted)
async def test_a_task_takes_few_keys(task: Task, opened: Opened) -> None:
    assert task.keys <= MOST_KEYS
    async with opened() as pilot:
        for step in task.steps:
            if is_typed(step):
                await type_text(pilot, step.strip('"'))
            else:
                await press(pilot, step)
        assert task.is_done(pilot)
