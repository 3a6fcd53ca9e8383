"""A column of wrapped paragraphs with a cursor: what the reader and the side pane have in common."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Offset, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from tui.rendering.painting import Geometry, Palette, paint_line
from tui.rendering.paragraphs import Paragraph, lay_out
from tui.rendering.wrapping import wrap

_CONTEXT = 2
"""Lines kept in sight above and below the cursor paragraph, where there is room."""


class TextColumn(ScrollView, can_focus=True, inherit_bindings=False):
    """Paragraphs wrapped to a measure and centred where there is room. Only lines in sight are painted.

    Keys come from the screen; the mouse works by itself: a click puts the cursor on a paragraph, the wheel scrolls.
    """

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    TextColumn {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        background: $background;
        color: $text;
    }
    """

    measure: reactive[int] = reactive(80, repaint=False)
    """The widest that lines get, in cells."""

    gutter_cells: int = 4
    """Cells kept at the left for the paragraphs' marks."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._paragraphs: Sequence[Paragraph] = ()
        self._layout = lay_out((), 1)
        self._geometry = Geometry(0, 0, 1)
        self._cursor = 0
        self._marked: tuple[int, int] | None = None
        self._is_untouched = True
        self._strips: dict[int, dict[int, Strip]] = {}
        self._pressed: tuple[int, int] | None = None
        self._is_dragging = False
        self.empty_text = ""

    @property
    def cursor_key(self) -> int | None:
        """What the paragraph under the cursor stands for; None where there is nothing to stand on."""
        return self._paragraphs[self._cursor].key if self._paragraphs else None

    def cursor_moved(self) -> None:
        """Called when the reader has put the cursor on another paragraph."""

    def clicked_again(self) -> None:
        """Called when the paragraph under the cursor is clicked once more."""

    def clicked_character(self, offset: int) -> None:
        """Called when a character of the paragraph under the cursor is clicked."""

    def dragged(self, key: int, start: int, end: int) -> None:
        """Called while the mouse is drawn over characters of one paragraph."""

    def set_paragraphs(
        self,
        paragraphs: Sequence[Paragraph],
        *,
        key: int | None = None,
        from_top: bool = False,
        mark: tuple[int, int] | None = None,
    ) -> None:
        """Show other paragraphs from their beginning.

        Args:
            paragraphs: What to show.
            key: Where to put the cursor; on the first paragraph that takes it where there is no such key.
            from_top: Whether to show the column from its first line as long as the cursor paragraph begins in sight.
            mark: A span of that paragraph to mark and bring into sight.
        """
        self._paragraphs = paragraphs
        self._cursor = self._index_of(key)
        self._marked = mark if mark and mark[0] < mark[1] else None
        self._is_untouched = from_top
        self._lay_out()
        self._scroll(0)
        self._reveal()

    def replace_paragraphs(self, paragraphs: Sequence[Paragraph], *, key: int | None = None) -> None:
        """Show the same text otherwise painted: cursor, mark and what is in sight stay; the top stays the top.

        Args:
            paragraphs: What to show.
            key: What the paragraph under the cursor stands for now, where that has changed.
        """
        key = self.cursor_key if key is None else key
        offset = self._top - self.scroll_offset.y
        is_at_top = self.scroll_offset.y == 0
        self._paragraphs = paragraphs
        self._cursor = self._index_of(key)
        self._lay_out()
        self._scroll(0 if is_at_top else self._top - offset)

    def mark(self, start: int, end: int) -> None:
        """Mark a span of the paragraph under the cursor and bring it into sight."""
        self._forget(self._cursor)
        self._marked = (start, end)
        self._reveal()
        self.refresh()

    def put_cursor(self, key: int) -> None:
        """Put the cursor on the paragraph with that key."""
        self._set_cursor(self._index_of(key))
        self._reveal()

    def move(self, steps: int) -> None:
        """Move the cursor by so many paragraphs; one that is higher than the window is scrolled through first."""
        stops = self._stops()
        if not stops or (abs(steps) == 1 and self._scroll_within(steps)):
            return
        there = stops.index(self._cursor) + steps
        if 0 <= there < len(stops):
            self._set_cursor(stops[there])
            self._reveal(from_below=steps < 0)
        elif steps < 0:
            self.top()
        else:
            self.bottom()

    def page(self, pages: float) -> None:
        """Scroll by pages, or by half of one, and take the cursor along."""
        before = self.scroll_offset.y
        target = max(0, min(before + int(pages * max(self.size.height - 2, 1)), self.max_scroll_y))
        if target == before:
            (self.bottom if pages > 0 else self.top)()
            return
        begun = [stop for stop in self._stops() if target < self._layout.tops[stop] < target + self.size.height]
        self._set_cursor(begun[0] if begun else self._layout.paragraph_at(target + 1))
        self._scroll(target)

    def top(self) -> None:
        """Go to the first paragraph."""
        stops = self._stops()
        if stops:
            self._set_cursor(stops[0])
            self._scroll(0)

    def bottom(self) -> None:
        """Go to the last paragraph."""
        stops = self._stops()
        if stops:
            self._set_cursor(stops[-1])
            self._scroll(self._layout.height)

    def render_line(self, y: int) -> Strip:
        """One line of what is in sight."""
        width = self.scrollable_content_region.width
        line = self.scroll_offset.y + y
        base = self.visual_style
        if not self._paragraphs:
            cells = Content.styled(self._empty_line(y, width), "$muted").render_segments(base)
            return Strip(cells).adjust_cell_length(width, base.rich_style)
        index = self._layout.paragraph_at(line)
        row = line - self._layout.tops[index]
        if not 0 <= row < len(self._layout.lines[index]):
            return Strip.blank(width, base.rich_style)
        painted = self._strips.setdefault(index, {})
        if row not in painted:
            painted[row] = self._paint(index, row)
        return painted[row]

    def _empty_line(self, y: int, width: int) -> str:
        """One line of what is said where there is nothing to show, a little below the top."""
        lines = wrap(self.empty_text, max(width - 4, 1))
        row = y - min(2, max(self.size.height - len(lines), 0))
        return f"  {self.empty_text[slice(*lines[row])]}" if 0 <= row < len(lines) else ""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Take the cursor along when its paragraph is scrolled out of sight."""
        super().watch_scroll_y(old_value, new_value)
        self._is_untouched &= new_value == 0
        first, last = int(new_value), int(new_value) + self.size.height - 1
        if not self._paragraphs or not self.size.height:
            return
        if self._bottom <= first or self._top > last:
            visible = [stop for stop in self._stops() if self._layout.bottom(stop) > first]
            visible = [stop for stop in visible if self._layout.tops[stop] <= last]
            if visible:
                self._set_cursor(visible[0] if self._bottom <= first else visible[-1])

    def watch_measure(self) -> None:
        """Wrap anew."""
        self._lay_out()
        self._reveal()

    def on_mount(self) -> None:
        """Repaint with the new colours when the theme changes."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self._repaint())

    def on_resize(self) -> None:
        """Wrap anew, keeping the cursor paragraph where it is in the window."""
        offset = self._top - self.scroll_offset.y
        if self._geometry.width != self.scrollable_content_region.width:
            self._lay_out()
        self._reveal(first=self._top - offset)

    def on_focus(self) -> None:
        """Show the cursor as the one that keys move."""
        self._forget(self._cursor)

    def on_blur(self) -> None:
        """Show the cursor as resting."""
        self._forget(self._cursor)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where the mouse was pressed, in case that it is drawn from there."""
        self._pressed, self._is_dragging = self._place_at(event), False

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select what the pressed mouse is drawn over, in the paragraph in which it was pressed."""
        here = self._place_at(event)
        if self._pressed is None or here is None or not event.button:
            return
        (index, began), (there, character) = self._pressed, here
        key = self._paragraphs[index].key
        if index == there and character != began and key is not None:
            self._is_dragging = True
            self.dragged(key, min(began, character), max(began, character) + 1)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the paragraph clicked."""
        offset = event.get_content_offset(self)
        self._pressed = None
        if offset is None or not self._paragraphs or self._is_dragging:
            return
        index = self._layout.paragraph_at(self.scroll_offset.y + offset.y)
        if self._paragraphs[index].key is None:
            return
        if index == self._cursor:
            self.clicked_again()
        else:
            self._set_cursor(index)
        if (character := self._character_at(index, offset)) is not None:
            self.clicked_character(character)

    def notify_style_update(self) -> None:
        """Forget what was painted in the old styles."""
        super().notify_style_update()
        self._strips.clear()

    @property
    def _top(self) -> int:
        return self._layout.tops[self._cursor] if self._paragraphs else 0

    @property
    def _bottom(self) -> int:
        return self._layout.bottom(self._cursor) if self._paragraphs else 0

    def _place_at(self, event: events.MouseEvent) -> tuple[int, int] | None:
        """The paragraph and the character under the mouse; None beside them."""
        offset = event.get_content_offset(self)
        if offset is None or not self._paragraphs:
            return None
        index = self._layout.paragraph_at(self.scroll_offset.y + offset.y)
        character = self._character_at(index, offset)
        return None if character is None else (index, character)

    def _character_at(self, index: int, offset: Offset) -> int | None:
        """The character of a paragraph that is painted at a cell of the window; None beside its text."""
        row = self.scroll_offset.y + offset.y - self._layout.tops[index]
        lines, paragraph = self._layout.lines[index], self._paragraphs[index]
        if not 0 <= row < len(lines):
            return None
        start, end = lines[row]
        cell = offset.x - self._geometry.before_text - paragraph.indent
        for character in range(start, end) if cell >= 0 else ():
            cell -= cell_len(paragraph.content.plain[character])
            if cell < 0:
                return character
        return None

    def _stops(self) -> list[int]:
        """The paragraphs that take the cursor."""
        return [index for index, paragraph in enumerate(self._paragraphs) if paragraph.key is not None]

    def _index_of(self, key: int | None) -> int:
        stops = self._stops()
        wanted = [index for index in stops if self._paragraphs[index].key == key]
        return (wanted or stops or [0])[0]

    def _set_cursor(self, index: int) -> None:
        if index == self._cursor:
            return
        self._forget(self._cursor)
        self._forget(index)
        self._cursor = index
        self._marked = None
        self._is_untouched = False
        self.refresh()
        self.cursor_moved()

    def _scroll(self, line: int) -> None:
        self.scroll_to(y=max(line, 0), animate=False, force=True)

    @property
    def _is_tall(self) -> bool:
        """Whether the cursor paragraph does not fit into the window with some context."""
        return self._bottom - self._top > self.size.height - 2 * _CONTEXT

    def _scroll_within(self, direction: int) -> bool:
        """Scroll through a paragraph that is higher than the window; whether there was something to scroll."""
        first, height = self.scroll_offset.y, self.size.height
        step = max(height // 2, 1)
        below = self._bottom - (first + height)
        if not self._is_tall or (below <= 0 if direction > 0 else self._top >= first):
            return False
        self._scroll(first + min(step, below + _CONTEXT) if direction > 0 else max(first - step, self._top - _CONTEXT))
        return True

    def _reveal(self, *, from_below: bool = False, first: int | None = None) -> None:
        """Bring the cursor paragraph into sight; of one that is higher than the window, the passage marked in it.

        Args:
            from_below: Whether the cursor came from below, so that the end of a high paragraph is to be seen.
            first: The line that would best stand first in the window; the one that does, where it is None.
        """
        height = self.size.height
        if not self._paragraphs or not height:
            return
        top, bottom = self._top, self._bottom
        if self._marked is not None and self._is_tall:
            top = self._layout.line_of(self._cursor, self._marked[0])
            bottom = self._layout.line_of(self._cursor, self._marked[1]) + 1
        first = max(self.scroll_offset.y if first is None else first, bottom + _CONTEXT - height)
        if not (from_below and self._is_tall):
            first = min(first, top - _CONTEXT)
        begins_in_sight = self._is_untouched and self._top < height
        if begins_in_sight or ([self._cursor] == self._stops()[:1] and not self._is_tall):
            first = 0
        self._scroll(first)

    def _lay_out(self) -> None:
        """Wrap the paragraphs to the width there is."""
        width = self.scrollable_content_region.width or self.measure
        self._geometry = Geometry.of(width, self.gutter_cells, self.measure)
        self._layout = lay_out(self._paragraphs, self._geometry.text)
        self.virtual_size = Size(width, self._layout.height)
        self._repaint()

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    def _forget(self, index: int) -> None:
        """Paint a paragraph anew when it is next in sight."""
        self._strips.pop(index, None)
        self.refresh()

    def _paint(self, index: int, row: int) -> Strip:
        paragraph = self._paragraphs[index]
        is_cursor = index == self._cursor and paragraph.key is not None
        return paint_line(
            paragraph,
            row,
            self._layout.lines[index][row],
            self._geometry,
            Palette(self.visual_style, self._style, self.has_focus),
            is_cursor=is_cursor,
            marked=self._marked if is_cursor else None,
        )

    def _style(self, definition: str | Style) -> Style:
        """A style by its definition; none where the theme in use lacks one of its variables."""
        if isinstance(definition, Style):
            return definition
        try:
            return Style.parse(definition)
        except Exception:  # Textual raises several unrelated kinds for a variable that is not there
            return Style.null()
