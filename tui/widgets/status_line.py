"""The last lines of the screen: what Broadsheet is doing and has just done, and the keys of the focused pane."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from rich.cells import cell_len
from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from articles.text import one_line, printable
from tui.commands import Command
from tui.rendering.rows import fit

_MESSAGE_AT_LEAST = 20
_GAP = "   "


class StatusLine(Widget):
    """The last message on the left; half-typed keys, progress, engine, counts, library and encoder on the right."""

    library: reactive[str] = reactive("")
    counts: reactive[str] = reactive("")
    progress: reactive[str] = reactive("")
    engine: reactive[str] = reactive("")
    """What is to be said of the engine that read the article; empty where that is the usual one."""
    encoder: reactive[str] = reactive("")
    """That the article was read with a sentence encoder; empty where it was not."""
    message: reactive[str] = reactive("")
    is_error: reactive[bool] = reactive(False)
    pending_keys: reactive[str] = reactive("")

    def __init__(self) -> None:
        super().__init__()
        self._works: dict[str, str] = {}

    def tell(self, message: str, *, is_error: bool = False) -> None:
        """Show a message until the next one."""
        self.message = printable(one_line(message))
        self.is_error = is_error

    def show_progress(self, work: str, words: str) -> None:
        """Show how far some work has come, nothing once it is done. What was begun last is shown."""
        self._works.pop(work, None)
        if words:
            self._works[work] = words
        self.progress = next(reversed(self._works.values()), "")

    def render(self) -> RenderResult:
        """The line, in which the message gives way to progress only down to a few words, and the rest to both."""
        width = max(self.size.width - 2, 0)
        reserved = min(cell_len(self.message), max(_MESSAGE_AT_LEAST, width // 2)) + 2 if self.message else 0
        right = self._right(width - reserved)
        left = fit(self.message, max(width - right.cell_length, 0))
        return Content.assemble(" ", (left, "$error" if self.is_error else "$text"), right, " ")

    def _right(self, room: int) -> Content:
        """What stands on the right; what matters least is left out first."""
        line = Content.styled(self.pending_keys, "bold $accent")
        if self.progress and room - line.cell_length > _MESSAGE_AT_LEAST // 2:
            progress = printable(one_line(self.progress))
            line += Content.styled(
                "  " + fit(progress, min(cell_len(progress), room - line.cell_length - 2)), "$accent"
            )
        for text in (self.engine, self.counts, self.library, self.encoder):
            more = Content.styled(f"  {printable(one_line(text))}", "$muted")
            if text and line.cell_length + more.cell_length <= room:
                line += more
        return line


class KeyLine(Widget):
    """The keys worth knowing in the focused pane; each can be clicked."""

    auto_links = False
    ALLOW_SELECT = False

    commands: reactive[tuple[Command, ...]] = reactive(())

    def show(self, commands: Iterable[Command]) -> None:
        """Show the keys of commands, those that have any."""
        self.commands = tuple(command for command in commands if command.keys)

    def render(self) -> RenderResult:
        """As many keys as fit, the one that shows all of them before any other."""
        items = {command: self._item(command) for command in sorted(self.commands, key=_is_help, reverse=True)}
        ends = accumulate(item.cell_length + len(_GAP) for item in items.values())
        fitting = {command for command, end in zip(items, ends, strict=True) if 1 + end - len(_GAP) <= self.size.width}
        return Content(" ") + Content(_GAP).join(items[command] for command in self.commands if command in fitting)

    def _item(self, command: Command) -> Content:
        item = Content.assemble((command.keys[0], "bold $accent"), (f" {command.title}", "$muted"))
        return item.stylize(f"@click=screen.run('{command.id}')")


def _is_help(command: Command) -> bool:
    return command.id.endswith(".help")
