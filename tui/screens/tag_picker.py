"""The tag picker: type to filter, Enter applies, a new name is made, a name after a hyphen is taken off."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from articles.model import TagCount
from articles.text import one_line, printable
from tui.commands import Pane
from tui.rendering.rows import fit
from tui.screens.keyed import KeyedScreen
from tui.tagging import Suggestion, TagChoice, choice, suggestions
from tui.widgets.line_field import LineField
from tui.widgets.status_line import KeyLine

_SHOWN = 9
"""How many suggestions are in sight at once."""
_NAME_CELLS = 30


class TagPicker(ModalScreen[TagChoice | None], KeyedScreen[TagChoice | None]):
    """Asks for one tag. Its result is what to do, or None.

    Args:
        about: What is to be tagged.
        articles: How many articles that are.
        borne: The tags that they bear, with how many of them do.
        tags: All tags of the library.
        recent: Tags used lately, the last first.
    """

    CSS_PATH = "tag_picker.tcss"

    def __init__(
        self, about: str, articles: int, borne: Sequence[TagCount], tags: Sequence[TagCount], recent: Sequence[str]
    ) -> None:
        super().__init__()
        self._about = about
        self._articles = articles
        self._borne = borne
        self._tags = tags
        self._recent = recent
        self._position = 0
        self._input = LineField(placeholder="tag, or -tag to take it off", compact=True)
        self._list = Static(markup=False)

    def compose(self) -> ComposeResult:
        """The article, the line to type in, the suggestions, and the keys."""
        keys = KeyLine()
        keys.show(self.broadsheet.footer_commands(Pane.TAGS))
        with Vertical(id="tag-picker"):
            yield Static(printable(one_line(self._about)), id="tagged-title", markup=False)
            yield self._input
            yield self._list
            yield keys

    def on_mount(self) -> None:
        """Suggest."""
        self._input.focus()
        self._suggest()

    @property
    def keyed_pane(self) -> Pane:
        """The tag picker."""
        return Pane.TAGS

    @property
    def field(self) -> LineField:
        """The line to type in."""
        return self._input

    def run_command(self, command_id: str) -> None:
        """Carry out a command."""
        deeds: Mapping[str, Callable[[], object]] = {
            "tags.apply": self._apply,
            "tags.complete": self._complete,
            "tags.next": lambda: self._move(1),
            "tags.previous": lambda: self._move(-1),
            "tags.cancel": lambda: self.dismiss(None),
        }
        deeds[command_id]()

    @property
    def _suggestions(self) -> tuple[Suggestion, ...]:
        return self._suggested(self._input.value)

    def _suggested(self, typed: str) -> tuple[Suggestion, ...]:
        return suggestions(self._tags, on=self._borne, of=self._articles, recent=self._recent, typed=typed)

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        if picked := self._picked_by_digit(event.value):
            self.dismiss(choice("", picked))
        else:
            self._position = 0
            self._suggest()

    def _picked_by_digit(self, typed: str) -> Suggestion | None:
        """The recent tag whose digit is all that is typed."""
        return next((each for each in self._suggested("") if each.digit and typed == str(each.digit)), None)

    def _apply(self) -> None:
        offered = self._suggestions
        self.dismiss(choice(self._input.value, offered[self._position]) if offered else None)

    def _complete(self) -> None:
        offered = self._suggestions
        if offered:
            sign = "-" if self._input.value.startswith("-") else ""
            self._input.value = f"{sign}{offered[self._position].name}"
            self._input.action_end()

    def _move(self, steps: int) -> None:
        if offered := self._suggestions:
            self._position = (self._position + steps) % len(offered)
            self._suggest()

    def _suggest(self) -> None:
        first = max(0, self._position - _SHOWN + 1)
        offered = self._suggestions[first : first + _SHOWN]
        lines = [
            _line(each, self._articles, at_cursor=first + number == self._position)
            for number, each in enumerate(offered)
        ]
        self._list.update(Content("\n").join(lines) if lines else Content.styled(_nothing(self._input.value), "$muted"))


def _line(offered: Suggestion, articles: int, *, at_cursor: bool) -> Content:
    """One suggestion: its digit, the tag, and whether it is on the articles, new, or how many bear it."""
    note = "new tag" if offered.is_new else _borne_note(offered.on, articles) or f"{offered.articles:,}"
    line = Content.assemble(
        ("▌" if at_cursor else " ", "$accent"),
        (f"{offered.digit or ' '} ", "$muted"),
        (fit(f"#{printable(one_line(offered.name))}", _NAME_CELLS), "bold $tag" if at_cursor else "$tag"),
        (f" {note:>15} ", "$muted"),
    )
    return line.stylize_before("on $cursor") if at_cursor else line


def _borne_note(on: int, articles: int) -> str:
    """By how many of the articles a tag is borne; empty for none."""
    if on == 0:
        return ""
    if articles == 1:
        return "on this article"
    return f"on all {articles:,}" if on == articles else f"on {on:,} of {articles:,}"


def _nothing(typed: str) -> str:
    return "   no such tag there" if typed.startswith("-") else "   no tags yet: type a name"
