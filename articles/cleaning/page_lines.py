"""An HTML page as the lines that a reader sees, whichever of its parts they are from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from articles.cleaning.inline_text import InlineText
from articles.cleaning.page_elements import (
    APART,
    CELLS,
    CONTAINERS,
    HEADINGS,
    LISTS,
    MARKS,
    SILENT,
    STRUCTURE,
    WHOLE,
    is_leaf,
    is_simple_row,
    kind_of,
    number_of,
    said_by,
)
from articles.model import BlockKind, Markup, MarkupKind
from articles.text import one_line, printable

if TYPE_CHECKING:
    from lxml.html import HtmlElement


class _Mark(NamedTuple):
    """Markup over a line's pieces of text, from one to before another."""

    kind: MarkupKind
    target: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page."""

    text: str
    kind: BlockKind | None = None
    """What its element says it is; None of text that stands loose in a container."""
    container: int = 0
    """Number of the container that its element stands in."""
    level: int = 0
    """1 to 6 of a heading, else 0."""
    marker: str = ""
    """The number of an item of an ordered list, as `3.`."""
    depth: int = 0
    """As `Block.depth`."""
    is_row: bool = False
    """Whether it is a row of a table."""
    apart: bool = False
    """Whether an element or a class around it says that it is set apart from the article: an aside, a newsletter."""
    pieces: tuple[str, ...] = ()
    """What the text is put together from, where something of it is marked up."""
    marks: tuple[_Mark, ...] = ()

    @property
    def linked(self) -> float:
        """Share of the text that is inside links, 0 to 1."""
        return self._share(MarkupKind.LINK)

    @property
    def emphasised(self) -> float:
        """Share of the text that is emphasised, 0 to 1."""
        return max(self._share(MarkupKind.EMPHASIS), self._share(MarkupKind.STRONG))

    def _share(self, kind: MarkupKind) -> float:
        marked = [piece for mark in self.marks if mark.kind is kind for piece in self.pieces[mark.start : mark.end]]
        return min(len(one_line("".join(marked))) / len(self.text), 1.0) if marked else 0.0

    @property
    def markup(self) -> tuple[Markup, ...]:
        """The links and emphasis of the text, by its characters."""
        if not self.marks:
            return ()
        inline = InlineText()
        offsets = [0]
        for piece in self.pieces:
            inline.add(piece)
            offsets.append(inline.length)
        for mark in self.marks:
            inline.mark(offsets[mark.start], mark.kind, mark.target, end=offsets[mark.end])
        return inline.finish()[1]


def page_lines(tree: HtmlElement) -> tuple[PageLine, ...]:
    """The text of a page, a line for each stretch that no block element or break parts; a row of facts is one line."""
    from lxml.etree import iterwalk

    collector = _LineCollector()
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "end":
            if tag in STRUCTURE:
                collector.leave(tag)
            collector.add(element.tail)
        elif tag in SILENT or (tag == "span" and said_by(element.get("class") or "").is_hidden):
            walk.skip_subtree()
        else:
            if tag in STRUCTURE:
                collector.enter(element, tag)
            collector.add(element.text)
    collector.end_line()
    return tuple(collector.lines)


class _Place(NamedTuple):
    """What is known of the elements around the text in hand."""

    container: int = 0
    kind: BlockKind | None = None
    apart: bool = False
    in_row: bool = False
    level: int = 0
    depth: int = 0


class _LineCollector:
    """Puts the lines of a page together while its tree is walked."""

    def __init__(self) -> None:
        self.lines: list[PageLine] = []
        self._pieces: list[str] = []
        self._marks: list[_Mark] = []
        self._open: list[tuple[str, str, int]] = []
        self._places: list[_Place] = [_Place()]
        self._containers = 0
        self._lists: list[int | None] = []
        """The number of the next item of each list that is open; None of one without numbers."""
        self._marker: str | None = None
        """That of the item in hand, until its first line is finished."""

    def add(self, text: str | None) -> None:
        """Adds to the line in hand, which does not begin with blanks."""
        if text and (self._pieces or not text.isspace()):
            self._pieces.append(text)

    def enter(self, element: HtmlElement, tag: str) -> None:
        """Begins a line, a cell or a stretch of markup."""
        if tag in MARKS:
            self._open.append((tag, element.get("href") or "", len(self._pieces)))
            return
        here = self._places[-1]
        if here.in_row or (tag == "br" and here.level):
            self.add(" | " if tag in CELLS and self._pieces else " ")
        elif self._pieces:
            self.end_line()
        if tag in LISTS:
            self._lists.append(number_of(element.get("start"), 1) if tag == "ol" else None)
        elif tag == "li":
            self._begin_item(element)
        self._places.append(here if tag == "br" else self._place(element, tag, here))

    def leave(self, tag: str) -> None:
        """Ends what was begun."""
        if tag in MARKS:
            self._close(*self._open.pop())
            return
        if self._places[-2].in_row:
            self.add(" ")
        elif self._pieces:
            self.end_line()
        self._places.pop()
        if tag in LISTS:
            self._lists.pop()

    def _close(self, tag: str, target: str, start: int) -> None:
        if start < len(self._pieces) and (target or tag != "a"):
            self._marks.append(_Mark(MARKS[tag], target.strip(), start, len(self._pieces)))

    def end_line(self) -> None:
        """Finishes the line in hand, if there is text in it, and leaves what is open of its markup to the next."""
        joined = "".join(self._pieces)
        text = "" if joined.isspace() else one_line(printable(joined))
        if text:
            for each in self._open:
                self._close(*each)
            place = self._places[-1]
            pieces = tuple(self._pieces) if self._marks else ()
            marks = tuple(self._marks)
            line = PageLine(
                text,
                place.kind,
                place.container,
                place.level,
                depth=place.depth,
                is_row=place.in_row,
                apart=place.apart,
                pieces=pieces,
                marks=marks,
            )
            self.lines.append(self._as_item(line) if place.kind is BlockKind.LIST_ITEM else line)
        self._pieces.clear()
        self._marks.clear()
        if self._open:
            self._open = [(tag, target, 0) for tag, target, _ in self._open]

    def _as_item(self, line: PageLine) -> PageLine:
        """The first line of an item with its number; the others are paragraphs in it."""
        marker, self._marker = self._marker, None
        if marker is None:
            return replace(line, kind=BlockKind.PARAGRAPH, depth=line.depth + 1)
        return replace(line, marker=marker) if marker else line

    def _begin_item(self, element: HtmlElement) -> None:
        number = self._lists[-1] if self._lists else None
        if number is not None:
            number = number_of(element.get("value"), number)
            self._lists[-1] = number + 1
        self._marker = "" if number is None else f"{number}."

    def _place(self, element: HtmlElement, tag: str, here: _Place) -> _Place:
        said = said_by("" if tag in WHOLE else element.get("class") or "")
        kind = BlockKind.CAPTION if said.is_caption else kind_of(tag, here.kind)
        container = here.container
        if tag in CONTAINERS and not is_leaf(element):
            self._containers += 1
            container = self._containers
        in_row = here.in_row or (tag == "tr" and is_simple_row(element))
        level = int(tag[1]) if tag in HEADINGS else here.level
        if tag == "li":
            depth = max(len(self._lists) - 1, 0)
        else:
            depth = here.depth + 1 if tag == "blockquote" and here.kind is BlockKind.QUOTATION else here.depth
        return _Place(container, kind, here.apart or said.is_apart or tag in APART, in_row, level, depth)
