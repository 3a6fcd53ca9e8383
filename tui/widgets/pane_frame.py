"""A pane of the reading room: a line of title over its content."""

from __future__ import annotations

from textual.app import ComposeResult, RenderResult
from textual.containers import Container
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from articles.text import one_line, printable
from tui.commands import Pane
from tui.rendering.rows import fit


class PaneTitle(Widget):
    """One line that names a pane on the left and says where one is in it on the right."""

    name_shown: reactive[str] = reactive("")
    position_shown: reactive[str] = reactive("")
    is_focused: reactive[bool] = reactive(False)

    def render(self) -> RenderResult:
        """The line, cut to the width there is."""
        width = self.size.width
        mark = "▌" if self.is_focused else " "
        position = printable(self.position_shown)
        room = width - len(mark) - len(position) - 3
        if room < 8:
            position, room = "", width - len(mark) - 1
        name = fit(printable(one_line(self.name_shown)), max(room, 0))
        return Content.assemble(
            (mark, "$accent"),
            (name, "bold $text" if self.is_focused else "$muted"),
            (f"  {position} " if position else "", "$muted"),
        )


class PaneFrame(Container):
    """A pane with its title.

    Args:
        pane: Which pane it is; also its id.
        title_line: The line over its content.
        content: What it holds; None until it is filled.
    """

    def __init__(self, pane: Pane, *, title_line: PaneTitle, content: Widget | None = None) -> None:
        super().__init__(id=f"{pane.name.lower()}-pane")
        self.content = content
        self.title_line = title_line

    def compose(self) -> ComposeResult:
        """The title line over the content."""
        yield self.title_line
        if self.content is not None:
            yield self.content

    def fill(self, content: Widget) -> None:
        """Put the content in, unless the reader has left and the pane is being taken away."""
        self.content = content
        if self.is_attached:
            self.mount(content)

    def entitle(self, name: str, position: str = "") -> None:
        """Change the title and the position beside it."""
        self.title_line.name_shown = name
        self.title_line.position_shown = position
