"""The versions of one text: which there are, and what changed in the one chosen since another."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from articles.errors import BroadsheetError
from articles.library import Library
from articles.model import ArticleRow
from articles.reading.versions import Change, Comparison, Version, compare, versions_of
from articles.text import one_line, printable
from tui.commands import Pane
from tui.dates import date_words
from tui.library_thread import LibraryThread
from tui.rendering.versions import comparison_paragraphs, version_line
from tui.screens.keyed import KeyedScreen
from tui.widgets.status_line import KeyLine
from tui.widgets.text_column import TextColumn

_LISTED = 8
"""Versions in sight at once."""


@dataclass(frozen=True, slots=True)
class VersionChoice:
    """What the reader did among the versions."""

    article: int | None = None
    """The version to open; None for none."""
    is_regrouped: bool = False
    """Whether one was taken apart, or let back in."""


def load_versions(library: Library, article_id: int) -> tuple[Version, ...]:
    """Get the versions of an article's text.

    Raises:
        NotFoundError: There is no such article.
    """
    return versions_of(library, article_id)


def load_comparison(library: Library, before: Version, after: Version) -> Comparison:
    """Compare two versions, in the thread of the library."""
    return compare(before.article, after.article)


def write_apart(library: Library, article_id: int, is_apart: bool) -> None:
    """Remember that an article is another text than those it was put together with, or forget it."""
    library.versions.set_apart(article_id, is_apart)


class VersionsScreen(KeyedScreen[VersionChoice]):
    """The versions above, and below them one against another. Its result is what the reader did.

    Args:
        row: The article that one comes from.
        library: The library file.
    """

    CSS_PATH = "versions.tcss"
    AUTO_FOCUS = ""

    def __init__(self, row: ArticleRow, library: Path) -> None:
        super().__init__()
        self._row = row
        self._thread = LibraryThread(library, "versions")
        self._versions: tuple[Version, ...] = ()
        self._position = 0
        self._is_against_origin = False
        self._apart: set[int] = set()
        self._is_regrouped = False
        self._title = Static(markup=False, id="versions-title")
        self._list = Static(markup=False, id="versions-list")
        self._against = Static(markup=False, id="versions-against")
        self._text = TextColumn(id="versions-text")
        self._text.empty_text = "Comparing …"

    def compose(self) -> ComposeResult:
        """The title, the versions, what is held against what, the text, and the keys."""
        keys = KeyLine()
        keys.show(self.broadsheet.footer_commands(Pane.VERSIONS))
        yield self._title
        yield self._list
        yield self._against
        yield self._text
        yield keys

    def on_mount(self) -> None:
        """Get the versions."""
        self._text.focus()
        self._title.update(Content.styled(f" Versions of “{_title(self._row)}”", "bold $text"))
        self._work(self._loading)

    def on_unmount(self) -> None:
        """Let go of the library."""
        self._thread.close()

    def on_resize(self) -> None:
        """Fit the list into the new width."""
        self._show_list()

    @property
    def keyed_pane(self) -> Pane:
        """The versions."""
        return Pane.VERSIONS

    @property
    def chosen(self) -> Version | None:
        """The version under the cursor; None while they are being loaded."""
        return self._versions[self._position] if self._versions else None

    @property
    def base(self) -> Version | None:
        """The version that the chosen one is held against; None where there is none."""
        if self._is_against_origin:
            origin = next((each for each in self._versions if self._is_origin(each)), None)
            return None if origin is self.chosen else origin
        return self._versions[self._position - 1] if self._position else None

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        deeds: Mapping[str, Callable[[], object]] = {
            "versions.next": lambda: self._move(1),
            "versions.previous": lambda: self._move(-1),
            "versions.next_change": lambda: self._text.move(1),
            "versions.previous_change": lambda: self._text.move(-1),
            "versions.page_down": lambda: self._text.page(1),
            "versions.page_up": lambda: self._text.page(-1),
            "versions.base": self._change_base,
            "versions.open": self._open,
            "versions.apart": self._toggle_apart,
            "versions.help": lambda: self.broadsheet.show_help(Pane.VERSIONS),
            "versions.close": lambda: self.dismiss(VersionChoice(is_regrouped=self._is_regrouped)),
        }
        deeds[command_id]()

    def _is_origin(self, version: Version) -> bool:
        """Whether a version is the one that the reader comes from."""
        return version.is_current and version.row.id == self._row.id

    def _work(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        begun: Callable[[], Any] = work
        self.run_worker(begun, group="versions", exclusive=True)

    async def _loading(self) -> None:
        try:
            self._versions = await self._thread.ask(load_versions, self._row.id)
        except BroadsheetError as error:
            self._text.empty_text = str(error)
            self._text.refresh()
            return
        places = [number for number, each in enumerate(self._versions) if self._is_origin(each)]
        self._position = places[0]
        await self._comparing()

    async def _comparing(self) -> None:
        """Show the chosen version against the other; the text alone where there is no other."""
        self._show_list()
        chosen, base = self.chosen, self.base
        if chosen is None:
            return
        since = chosen.since_before if not self._is_against_origin else None
        if since is None:
            since = await self._thread.ask(load_comparison, base or chosen, chosen)
        self._against.update(Content.styled(f" {self._against_words(since)}", "$muted"))
        self._text.set_paragraphs(comparison_paragraphs(since), key=0, from_top=True)

    def _against_words(self, comparison: Comparison) -> str:
        base = self.base
        if base is None:
            return "the one you came from" if self._is_against_origin else "the first version"
        changes = sum(paragraph.change is not Change.SAME for paragraph in comparison.paragraphs)
        which = "the one you came from" if self._is_against_origin else "the one before"
        source = " · ".join(
            part for part in (printable(one_line(base.row.outlet)), date_words(base.row.published)) if part
        )
        return f"{changes} paragraph{'' if changes == 1 else 's'} changed since {which}, {source}"

    def _show_list(self) -> None:
        first = max(0, min(self._position - _LISTED // 2, len(self._versions) - _LISTED))
        listed = self._versions[first : first + _LISTED]
        width = max(self.size.width - 2, 20)
        lines = [
            version_line(each, width, at_cursor=first + number == self._position, remark=self._remark(each))
            for number, each in enumerate(listed)
        ]
        self._list.update(Content("\n").join(lines))

    def _remark(self, version: Version) -> str:
        if not version.is_current:
            return "earlier"
        if version.row.id in self._apart:
            return "not the same"
        if len(self._versions) == 1:
            return "the only version"
        return "" if version.row.is_hidden else "listed"

    def _move(self, steps: int) -> None:
        position = max(0, min(self._position + steps, len(self._versions) - 1))
        if self._versions and position != self._position:
            self._position = position
            self._work(self._comparing)

    def _change_base(self) -> None:
        self._is_against_origin = not self._is_against_origin
        self._work(self._comparing)

    def _open(self) -> None:
        if self.chosen is not None:
            self.dismiss(VersionChoice(self.chosen.row.id, self._is_regrouped))

    def _toggle_apart(self) -> None:
        if self.chosen is not None and self.chosen.is_current and self.chosen.row.versions > 1:
            self._work(partial(self._setting_apart, self.chosen.row.id))

    async def _setting_apart(self, article_id: int) -> None:
        is_apart = article_id not in self._apart
        try:
            await self._thread.ask(write_apart, article_id, is_apart)
        except BroadsheetError as error:
            self._against.update(Content.styled(f" Not kept: {printable(one_line(str(error)))}", "$error"))
            return
        self._apart ^= {article_id}
        self._is_regrouped = True
        self._show_list()


def _title(row: ArticleRow) -> str:
    return printable(one_line(row.title)) or "(no title)"
