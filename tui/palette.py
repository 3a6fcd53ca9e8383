"""The command palette: every command of the table by its title, and every theme by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.command import DiscoveryHit, Hit, Hits, Provider

if TYPE_CHECKING:
    from tui.app import Broadsheet


class CommandProvider(Provider):
    """Offers the commands that mean something in the focused pane, and the themes."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for title, help, run in self._choices():
            yield DiscoveryHit(title, run, help=help)

    async def search(self, query: str) -> Hits:
        """Those that fit what is typed."""
        matcher = self.matcher(query)
        for title, help, run in self._choices():
            if (score := matcher.match(title)) > 0:
                yield Hit(score, matcher.highlight(title), run, help=help)

    def _choices(self) -> Iterator[tuple[str, str, Callable[[], Any]]]:
        app: Any = self.app
        broadsheet: Broadsheet = app
        room = broadsheet.room
        for command in broadsheet.commands_of(room.view.focused):
            if command.in_palette:
                keys = f"  [{' '.join(command.keys)}]" if command.keys else ""
                yield command.title.capitalize(), f"{command.help}{keys}", partial(room.run_command, command.id)
        for name in sorted(broadsheet.themes):
            yield f"Theme: {name}", "Use this theme.", partial(broadsheet.use_theme, name)
