"""Undo and redo as anyone knows them."""

from __future__ import annotations

from tui.undoing import REMEMBERED, Deed, History


def deed(log: list[str], name: str) -> Deed:
    return Deed(lambda: log.append(f"-{name}"), lambda: log.append(f"+{name}"))


def test_undo_and_redo_take_turns_over_several_deeds() -> None:
    log: list[str] = []
    history = History()
    for name in "ab":
        history.remember(deed(log, name))
    assert [history.undo(), history.undo(), history.undo()] == [True, True, False]
    assert [history.redo(), history.redo(), history.redo()] == [True, True, False]
    assert history.undo()
    assert log == ["-b", "-a", "+a", "+b", "-b"]


def test_what_was_undone_before_another_deed_is_not_done_again() -> None:
    log: list[str] = []
    history = History()
    history.remember(deed(log, "a"))
    history.undo()
    history.remember(deed(log, "b"))
    assert not history.redo()
    assert log == ["-a"]


def test_only_so_many_deeds_are_remembered() -> None:
    history = History()
    for _ in range(REMEMBERED + 5):
        history.remember(deed([], "a"))
    assert sum(history.undo() for _ in range(REMEMBERED + 5)) == REMEMBERED
