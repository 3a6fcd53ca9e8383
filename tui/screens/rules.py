"""The reader's rules for outlets on the screen, with a key to revoke one and a key to make it again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from articles.errors import BroadsheetError
from articles.library import Library
from articles.model import OutletRule
from tui.commands import Pane
from tui.rendering.spans import safe
from tui.screens.correcting import Correcting
from tui.screens.keyed import KeyedScreen
from tui.widgets.rule_list import RuleList
from tui.widgets.status_line import KeyLine

_NONE = "You have no rules yet. In the raw text of an article, {} makes one of a line."


class RulesScreen(ModalScreen[None], KeyedScreen[None]):
    """All rules, each of which can be revoked.

    Args:
        correcting: Asks the library, and has rules applied that have changed.
    """

    CSS_PATH = "rules.tcss"

    def __init__(self, correcting: Correcting) -> None:
        super().__init__()
        self._correcting = correcting
        self._revoked: list[OutletRule] = []
        self.rules = RuleList(id="rule-list")
        self._outcome = Static("", id="rules-outcome", markup=False)

    def compose(self) -> ComposeResult:
        """The rules, what has just been done, and the keys."""
        keys = KeyLine()
        keys.show(self.broadsheet.footer_commands(Pane.RULES))
        with Vertical(id="rules"):
            yield Static("Your rules for outlets", id="rules-title", markup=False)
            yield self.rules
            yield self._outcome
            yield keys

    def on_mount(self) -> None:
        """Show the rules."""
        self.rules.empty_text = _NONE.format(self.broadsheet.key_of("reader.line_always"))
        self.rules.focus()
        self.refresh_rules()

    @property
    def keyed_pane(self) -> Pane:
        """The rules."""
        return Pane.RULES

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        deeds: Mapping[str, Callable[[], object]] = {
            "rules.next": lambda: self.rules.move(1),
            "rules.previous": lambda: self.rules.move(-1),
            "rules.revoke": self._revoke,
            "rules.undo": self._undo,
            "rules.close": lambda: self.dismiss(None),
        }
        deeds[command_id]()

    def refresh_rules(self) -> None:
        """Show the rules as they are now, as when they have been applied to more articles."""
        self._begin(None)

    def _revoke(self) -> None:
        if rule := self.rules.selected:
            self._revoked.append(rule)
            undo = self.broadsheet.key_of("rules.undo")
            self._begin(lambda library: library.corrections.revoke_rule(rule.id), f"Revoked. {undo} makes it again.")

    def _undo(self) -> None:
        if self._revoked:
            rule = self._revoked.pop()
            self._begin(lambda library: library.corrections.add_rule(rule), f"Made again for {rule.outlet}.")
        else:
            self._outcome.update("Nothing was revoked here.")

    def _begin(self, change: Callable[[Library], object] | None, told: str | None = None) -> None:
        begun: Callable[[], Any] = partial(self._changing, change, told)
        self.run_worker(begun, group="rules")

    async def _changing(self, change: Callable[[Library], object] | None, told: str | None) -> None:
        try:
            self.rules.show(await self._correcting.change_rules(change))
        except BroadsheetError as error:
            told = str(error)
        if told is not None:
            self._outcome.update(safe(told))
