"""The command palette: every command of the table by its title, and every theme by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.markup import escape

if TYPE_CHECKING:
    from tui.app import Broadsheet


@dataclass(frozen=True, slots=True)
class _Choice:
    """Something that can be chosen."""

    title: str
    help: str
    keys: str
    run: Callable[[], Any]

    def shown(self, title: Content) -> Content:
        """The title, as given, with the keys behind it."""
        return Content.assemble(title, (f"   {self.keys}", "bold $accent") if self.keys else "")


class CommandProvider(Provider):
    """Offers the commands that mean something in the focused pane, and the themes."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for each in self._choices():
            yield DiscoveryHit(each.shown(Content(each.title)), each.run, text=each.title, help=escape(each.help))

    async def search(self, query: str) -> Hits:
        """Those that fit what is typed."""
        matcher = self.matcher(query)
        for each in self._choices():
            if (score := matcher.match(each.title)) > 0:
                shown = each.shown(matcher.highlight(each.title))
                yield Hit(score, shown, each.run, text=each.title, help=escape(each.help))

    def _choices(self) -> Iterator[_Choice]:
        app: Any = self.app
        broadsheet: Broadsheet = app
        room = broadsheet.room
        for command in broadsheet.commands_of(room.view.focused):
            if command.in_palette:
                run = partial(room.run_command, command.id)
                yield _Choice(command.title.capitalize(), command.help, " ".join(command.keys), run)
        for name in sorted(broadsheet.themes):
            yield _Choice(f"Theme: {name}", "Use this theme.", "", partial(broadsheet.use_theme, name))
