"""All tags, with keys to list the articles of one, to give it another name, and to take it off all articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from articles.errors import BroadsheetError
from tui.commands import Pane
from tui.screens.keyed import KeyedScreen
from tui.screens.name_prompt import NamePrompt
from tui.screens.tagging import Tagging
from tui.widgets.status_line import KeyLine, StatusLine
from tui.widgets.tag_list import TagList

_NONE = "There are no tags yet. {} tags an article."


class TagListScreen(ModalScreen[str | None], KeyedScreen[str | None]):
    """All tags. Its result is the one whose articles are to be listed, or None.

    Args:
        tagging: Asks the library, and changes tags.
    """

    CSS_PATH = "tag_list.tcss"

    def __init__(self, tagging: Tagging) -> None:
        super().__init__()
        self._tagging = tagging
        self.tags = TagList(id="tag-list")
        self._status = StatusLine()

    def compose(self) -> ComposeResult:
        """The tags, what has just been done, and the keys."""
        keys = KeyLine()
        keys.show(self.broadsheet.footer_commands(Pane.TAG_LIST))
        with Vertical(id="all-tags"):
            yield Static("Your tags", id="all-tags-title", markup=False)
            yield self.tags
            yield self._status
            yield keys

    def on_mount(self) -> None:
        """Show the tags, and follow their changes."""
        self.tags.empty_text = _NONE.format(self.broadsheet.key_of("article.tag"))
        self.tags.focus()
        self._tagging.changed.subscribe(self, lambda _: self._refresh())
        self._refresh()

    @property
    def keyed_pane(self) -> Pane:
        """The tags."""
        return Pane.TAG_LIST

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        deeds: Mapping[str, Callable[[], object]] = {
            "tag_list.next": lambda: self.tags.move(1),
            "tag_list.previous": lambda: self.tags.move(-1),
            "tag_list.open": self._open,
            "tag_list.rename": self._rename,
            "tag_list.take_off": self._take_off,
            "tag_list.undo": self._tagging.undo,
            "tag_list.close": lambda: self.dismiss(None),
        }
        deeds[command_id]()

    def _open(self) -> None:
        if name := self.tags.selected:
            self.dismiss(name)

    def _rename(self) -> None:
        if name := self.tags.selected:
            self.app.push_screen(NamePrompt(f"Another name for #{name}", name), self._named(name))

    def _named(self, name: str) -> Callable[[str | None], None]:
        def rename(other: str | None) -> None:
            if other and other != name:
                self._tagging.rename(name, other)

        return rename

    def _take_off(self) -> None:
        if rule := self.tags.rule:
            self._tagging.revoke(rule)
        elif name := self.tags.selected:
            self._tagging.take_off(name)

    def _refresh(self) -> None:
        begun: Callable[[], Any] = self._loading
        self.run_worker(begun, group="tags", exclusive=True)

    async def _loading(self) -> None:
        try:
            self.tags.show(*await self._tagging.load())
        except BroadsheetError as error:
            self._status.tell(str(error), is_error=True)
