"""Corrections of cleaning in the raw view: lines left out and restored, for the article or for its outlet."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from articles.errors import BroadsheetError
from articles.library import Library
from articles.model import Decider, LineCorrection, LineRole, OutletRule, PassageMark, Recleaned
from articles.text import one_line
from tui.library_thread import LibraryThread

if TYPE_CHECKING:
    from tui.rule_applying import RulesApplied
    from tui.screens.reading_room import ReadingRoom

_EXCERPT = 40


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A line of the raw text, as it was when the key was pressed."""

    article: int
    number: int


def correct_line(library: Library, article: int, correction: LineCorrection) -> Recleaned:
    """Keep or drop a line of an article."""
    return library.corrections.correct(article, correction)


def always_correct(library: Library, article: int, correction: LineCorrection) -> tuple[OutletRule, Recleaned]:
    """Make a rule of a correction; the rule, and what became of the article."""
    return library.corrections.always(article, correction)


def revoke(library: Library, rule: int, article: int, correction: LineCorrection) -> Recleaned:
    """Take a rule back, and leave a line of one article as a correction has it."""
    library.corrections.revoke_rule(rule)
    library.corrections.apply(article)
    return library.corrections.correct(article, correction)


def make_again(library: Library, rule: OutletRule, article: int) -> Recleaned:
    """Make a rule again that was revoked, and apply it to one article."""
    library.corrections.add_rule(rule)
    return library.corrections.apply(article)


def change_rules(library: Library, change: Callable[[Library], object] | None) -> tuple[OutletRule, ...]:
    """Change the rules, or for None only look at them; the rules that there are then."""
    if change is not None:
        change(library)
    return library.corrections.rules()


class Correcting:
    """What the reader corrects of cleaning.

    Args:
        room: The reading room.
        thread: Writes to the library, in order.
    """

    def __init__(self, room: ReadingRoom, thread: LibraryThread) -> None:
        self._room = room
        self._thread = thread
        self._one_at_a_time = asyncio.Lock()

    def toggle_raw(self) -> None:
        """Change between the cleaned text and the raw one, and say what can be done there."""
        from tui.rendering.raw import raw_legend

        reader, shown = self._room.reader, self._room.opening.shown
        reader.toggle_raw()
        if reader.is_raw and shown is not None:
            line, always = (self._room.broadsheet.key_of(command) for command in ("reader.line", "reader.line_always"))
            legend = raw_legend(shown.view.article)
            self._room.tell(f"{line} leaves a line out or restores it, {always} always · {legend}")
        else:
            self._room.tell("")

    def toggle_line(self) -> None:
        """Leave the line under the cursor out of the article, or restore it."""
        if chosen := self._chosen():
            self._begin(partial(self._toggling, chosen))

    def always(self) -> None:
        """Do that to such lines in all articles of the outlet; what was just said of this line is meant for all."""
        if chosen := self._chosen():
            self._begin(partial(self._making_rule, chosen))

    async def change_rules(self, change: Callable[[Library], object] | None) -> tuple[OutletRule, ...]:
        """Change the rules and have them applied, or for None only look at them; the rules that there are then.

        Raises:
            BroadsheetError: They can't be changed.
        """
        rules = await self._thread.ask(change_rules, change)
        if change is not None:
            self._room.broadsheet.apply_rules()
        return rules

    def rules_applied(self, event: RulesApplied) -> None:
        """Rules have been applied to the articles of their outlets: say what that changed, and annotate it anew."""
        if event.report is None:
            self._room.tell(event.problem, is_error=True)
            return
        if event.report.changed:
            count = event.report.changed
            told = f"Rules applied: {count:,} article{'' if count == 1 else 's'} changed."
            self._room.tell(f"{told}{_lost_words(event.report.lost)}", is_error=bool(event.report.lost))
        self._text_changed()

    def _chosen(self) -> _Chosen | None:
        number = self._room.reader.raw_line
        if number is not None and self._room.opening.settled is not None:
            return _Chosen(self._room.reader.article_id, number)
        key = self._room.broadsheet.key_of("reader.raw")
        self._room.tell(f"Lines are left out and restored in the raw text; {key} shows it.")
        return None

    def _begin(self, deed: Callable[[], Awaitable[None]]) -> None:
        self._room.work(partial(self._doing, deed), group="corrections", is_alone=False)

    async def _doing(self, deed: Callable[[], Awaitable[None]]) -> None:
        """Do one thing after another, and show what has come of each before the next."""
        async with self._one_at_a_time:
            try:
                await deed()
            except BroadsheetError as error:
                self._room.tell(f"Not done: {error}", is_error=True)
                return
            await self._room.opening.reload()
        self._text_changed()

    async def _toggling(self, chosen: _Chosen) -> None:
        if correction := self._opposite(chosen):
            outcome = await self._thread.ask(correct_line, chosen.article, correction)
            back = replace(correction, is_kept=not correction.is_kept)
            self._room.marks.remember(
                lambda: self._begin(partial(self._putting, chosen.article, back, "Undone")),
                lambda: self._begin(partial(self._putting, chosen.article, correction, "Again")),
            )
            keys = self._room.broadsheet
            outlet = self._outlet()
            always = f"; {keys.key_of('reader.line_always')}: always for {outlet}" if outlet else ""
            told = "Restored" if correction.is_kept else "Left out"
            undoes = f"{keys.key_of('marks.undo')} undoes{always}."
            self._room.tell(f"{told}. {undoes}{_lost_words(outcome.lost)}", is_error=bool(outcome.lost))

    async def _putting(self, article: int, correction: LineCorrection, told: str) -> None:
        """Undo a correction of a line by its opposite, or make it again."""
        await self._thread.ask(correct_line, article, correction)
        self._room.tell(f"{told}: {'restored' if correction.is_kept else 'left out'}: {_words(correction)}")

    async def _making_rule(self, chosen: _Chosen) -> None:
        correction = self._for_all(chosen)
        before = self._as_it_is(chosen)
        if correction is None or before is None:
            return
        rule, outcome = await self._thread.ask(always_correct, chosen.article, correction)
        undo = partial(self._undoing_rule, rule, chosen.article, before)
        redo = partial(self._making_rule_again, rule, chosen.article)
        self._room.marks.remember(lambda: self._begin(undo), lambda: self._begin(redo))
        done = "keeps" if rule.is_kept else "leaves out"
        self._room.tell(
            f"Your rule for {one_line(rule.outlet)} {done} lines like “{one_line(rule.example, _EXCERPT)}”."
            f" {self._room.broadsheet.key_of('marks.undo')} undoes.{_lost_words(outcome.lost)}",
            is_error=bool(outcome.lost),
        )
        self._room.broadsheet.apply_rules()

    async def _undoing_rule(self, rule: OutletRule, article: int, before: LineCorrection) -> None:
        await self._thread.ask(revoke, rule.id, article, before)
        self._room.tell(f"Undone: your rule for {one_line(rule.outlet)} is revoked.")
        self._room.broadsheet.apply_rules()

    async def _making_rule_again(self, rule: OutletRule, article: int) -> None:
        await self._thread.ask(make_again, rule, article)
        self._room.tell(f"Again: your rule for {one_line(rule.outlet)} holds.")
        self._room.broadsheet.apply_rules()

    def _as_it_is(self, chosen: _Chosen) -> LineCorrection | None:
        """The correction that says of a line what is so already; None where the line is gone."""
        from articles.cleaning.corrections import correction_of

        shown = self._room.opening.settled
        if shown is None or shown.row.id != chosen.article or chosen.number >= len(shown.view.article.lines):
            return None
        lines = shown.view.article.lines
        return correction_of(lines, chosen.number, is_kept=not lines[chosen.number].role.is_dropped)

    def _opposite(self, chosen: _Chosen) -> LineCorrection | None:
        as_it_is = self._as_it_is(chosen)
        return None if as_it_is is None else replace(as_it_is, is_kept=not as_it_is.is_kept)

    def _for_all(self, chosen: _Chosen) -> LineCorrection | None:
        """What to do with such lines always: what the reader has said of this one, or else the opposite of what is."""
        shown, as_it_is = self._room.opening.shown, self._as_it_is(chosen)
        if shown is None or as_it_is is None:
            return None
        line = shown.view.article.lines[chosen.number]
        if line.decided_by is Decider.RULE:
            keys = self._room.broadsheet
            self._room.tell(
                f"A rule for {self._outlet()} does that already. {keys.key_of('reader.line')} makes an exception here;"
                f" {keys.key_of('app.rules')} shows the rules."
            )
            return None
        if line.role is LineRole.TITLE:
            self._room.tell("A title is of this article only.")
            return None
        return as_it_is if line.decided_by is Decider.READER else replace(as_it_is, is_kept=not as_it_is.is_kept)

    def _outlet(self) -> str:
        shown = self._room.opening.shown
        return one_line(shown.view.article.outlet, _EXCERPT) if shown else ""

    def _text_changed(self) -> None:
        self._room.broadsheet.annotate_changed()
        self._room.listing.refresh()


def _words(correction: LineCorrection) -> str:
    return f"“{one_line(correction.line.exact, _EXCERPT)}”"


def _lost_words(lost: Iterable[PassageMark]) -> str:
    """Which marks have lost their place, as a sentence after another one; nothing for none."""
    marks = tuple(lost)
    if not marks:
        return ""
    more = f" and {len(marks) - 1} more" if len(marks) > 1 else ""
    kind = "The note on" if marks[0].note else "The highlight"
    return f" {kind} “{one_line(marks[0].quotation.exact, _EXCERPT)}”{more} lost its place."
