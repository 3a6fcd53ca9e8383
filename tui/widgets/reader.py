"""The reader: one article with a paragraph cursor, its highlights, and its raw text on demand."""

from __future__ import annotations

from textual.message import Message

from articles.model import Annotations, Article, Entity
from tui.rendering.article import Highlights, article_paragraphs, same_block
from tui.rendering.article_view import ArticleView
from tui.rendering.mentions import first_mention, mention_covering, mention_spanning, next_mention
from tui.rendering.paragraphs import Paragraph
from tui.rendering.raw import line_of_block, raw_paragraphs
from tui.widgets.text_column import TextColumn

Position = tuple[int, int, int]
"""A block, and start and end of the passage marked in it; both 0 where none is."""

_GUTTER = 4
_RAW_GUTTER = 11
"""Cells that hold the longest role of a line."""


class Reader(TextColumn):
    """Shows an article. The cursor stands on its title (`TITLE_BLOCK`) or on one of its blocks."""

    class ParagraphChanged(Message):
        """The cursor has come to another paragraph."""

        def __init__(self, article_id: int, block: int) -> None:
            super().__init__()
            self.article_id = article_id
            self.block = block

        def can_replace(self, message: Message) -> bool:
            """Only the last paragraph matters."""
            return isinstance(message, Reader.ParagraphChanged)

    class PassageDragged(Message):
        """The mouse is drawn over a passage."""

        def __init__(self, block: int, start: int, end: int) -> None:
            super().__init__()
            self.block = block
            self.start = start
            self.end = end

        def can_replace(self, message: Message) -> bool:
            """Only the last passage matters."""
            return isinstance(message, Reader.PassageDragged)

    class EntityChosen(Message):
        """The reader asks about a name."""

        def __init__(self, article_id: int, entity: int) -> None:
            super().__init__()
            self.article_id = article_id
            self.entity = entity
            """Index into the annotations' entities."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._article_id = 0
        self._view: ArticleView | None = None
        self._highlights = Highlights.ALL
        self._raw = False
        self._mention: int | None = None
        self._at: Position = (0, 0, 0)
        self.empty_text = "No article is open."

    @property
    def article_id(self) -> int:
        """The library id of the article shown; 0 for none."""
        return self._article_id

    @property
    def highlights(self) -> Highlights:
        """Which of the annotations are shown."""
        return self._highlights

    @property
    def is_raw(self) -> bool:
        """Whether the raw text is shown."""
        return self._raw

    @property
    def position(self) -> Position:
        """Where the cursor is in the article, also while the raw text is shown."""
        return self._at

    @property
    def raw_line(self) -> int | None:
        """The number of the line under the cursor of the raw text; None while the cleaned one is shown."""
        return self.cursor_key if self._raw else None

    @property
    def entity(self) -> int | None:
        """Index of the entity whose mention is picked out; None where none is."""
        return self._entity_of(self._mention)

    @property
    def named(self) -> Entity | None:
        """What is named by the mention that is picked out; None where none is."""
        if self._view is None or self._view.annotations is None or self.entity is None:
            return None
        return self._view.annotations.entities[self.entity]

    def show(self, article_id: int, view: ArticleView, *, at: Position | None = None) -> None:
        """Open an article.

        Args:
            article_id: Its library id.
            view: The article, and what is known of it.
            at: Block, start and end: puts the cursor on that block and marks that passage. The first block otherwise.
        """
        self._article_id, self._view = article_id, view
        self._raw, self._mention, self.gutter_cells = False, None, _GUTTER
        block, start, end = at or (0, 0, 0)
        self.set_paragraphs(self._cleaned(view), key=block, from_top=at is None, mark=(start, end))
        self._at = (self.cursor_key or 0, start, end) if self.cursor_key == block else (self.cursor_key or 0, 0, 0)
        self._mention = mention_spanning(self._found, *self._at)
        self.post_message(self.ParagraphChanged(article_id, self._at[0]))

    def clear(self) -> None:
        """Show no article."""
        self._article_id, self._view = 0, None
        self._raw, self._mention, self._at = False, None, (0, 0, 0)
        self.gutter_cells = _GUTTER
        self.set_paragraphs(())

    def update_view(self, view: ArticleView) -> None:
        """Show the same article as it is now: with what was found since, corrected, or in a fuller text.

        The cursor stays on its paragraph or line, and nothing moves that need not.
        """
        before, self._view, self._mention = self._view or view, view, None
        if view.article == before.article:
            self._mention = mention_spanning(self._found, *self._at)
            if not self._raw:
                self.replace_paragraphs(self._cleaned(view))
            return
        block = same_block(before.article, view.article, self._at[0])
        self._at = (block, 0, 0)
        if self._raw:
            self._replace_raw(before.article, view.article, block)
        else:
            self.replace_paragraphs(self._cleaned(view), key=block)
        self.post_message(self.ParagraphChanged(self._article_id, block))

    def _replace_raw(self, before: Article, after: Article, block: int) -> None:
        """Show other raw lines: at the same line where the text is the same, else at the line of a block."""
        if [line.text for line in before.lines] == [line.text for line in after.lines]:
            self.replace_paragraphs(raw_paragraphs(after))
        else:
            self.set_paragraphs(raw_paragraphs(after), key=line_of_block(after, block))

    def toggle_raw(self) -> None:
        """Change between the cleaned text and the raw one, staying with the paragraph."""
        if self._view is None:
            return
        article = self._view.article
        self._raw = not self._raw
        self.gutter_cells = _RAW_GUTTER if self._raw else _GUTTER
        block, start, end = self._at
        if self._raw:
            self.set_paragraphs(raw_paragraphs(article), key=line_of_block(article, block))
        else:
            self.set_paragraphs(self._cleaned(self._view), key=block, mark=(start, end))

    def cycle_highlights(self) -> Highlights:
        """Go from all highlights to names, to events, to none, and back; gives the new one."""
        self._highlights = self._highlights.next
        if self._view is not None and not self._raw:
            self.replace_paragraphs(self._cleaned(self._view))
        return self._highlights

    def next_reported(self, direction: int, *, is_differing: bool = False) -> bool:
        """Go to the next paragraph, or the one before, that others report on; False where there is none.

        Args:
            direction: 1, or -1 for the one before.
            is_differing: Whether only to those from which another one differs.
        """
        margin = self._view.margin if self._view else {}
        wanted = (block for block, others in margin.items() if others.is_differing or not is_differing)
        ahead = [block for block in wanted if (block - self._at[0]) * direction > 0]
        if self._raw or not ahead:
            return False
        self.put_cursor(min(ahead, key=lambda block: abs(block - self._at[0])))
        return True

    def next_entity(self, direction: int) -> bool:
        """Pick out the next named thing, or the one before, and go there; False where there is none."""
        if self._raw:
            return False
        block, start, end = self._at
        here = (block, start, self._mention if self._mention is not None else -1)
        if end == 0 and direction < 0:
            here = (block, 1 << 30, 0)
        found = next_mention(self._found, here, direction)
        if found is not None:
            self._pick_out(found)
        return found is not None

    def mark_passage(self, block: int, start: int, end: int) -> None:
        """Go to a passage and mark it."""
        self.put_cursor(block)
        self._mention, self._at = None, (block, start, end)
        self.mark(start, end)

    def clear_passage(self) -> None:
        """Mark nothing; the cursor stays on its paragraph."""
        self._at = (self._at[0], 0, 0)
        self.mark(0, 0)

    def dragged(self, key: int, start: int, end: int) -> None:
        """Ask for the passage to be selected that the mouse is drawn over."""
        if not self._raw:
            self.put_cursor(key)
            self.post_message(self.PassageDragged(key, start, end))

    def block_beside(self, steps: int) -> int | None:
        """The block so many paragraphs further on; None beyond the article."""
        blocks = [paragraph.key for paragraph in self._paragraphs if paragraph.key is not None]
        there = blocks.index(self._at[0]) + steps if self._at[0] in blocks else -1
        return blocks[there] if 0 <= there < len(blocks) else None

    def choose_entity(self) -> bool:
        """Ask for the named thing that is picked out, or else the first in the paragraph; False where there is none."""
        if self._raw:
            return False
        first = first_mention(self._found, self._at[0])
        chosen = self._entity_of(first if self._mention is None else self._mention)
        if chosen is not None:
            self.post_message(self.EntityChosen(self._article_id, chosen))
        return chosen is not None

    def clicked_character(self, offset: int) -> None:
        """Ask for the named thing that is clicked, where names are highlighted."""
        if self._raw or self._highlights not in (Highlights.ALL, Highlights.NAMES):
            return
        clicked = mention_covering(self._found, self._at[0], offset)
        if clicked is not None:
            self._pick_out(clicked)
            self.choose_entity()

    def cursor_moved(self) -> None:
        """Tell of the new paragraph; in the raw text the place in the article stays as it was."""
        self._mention = None
        key = self.cursor_key
        if self._raw or key is None:
            return
        self._at = (key, 0, 0)
        self.post_message(self.ParagraphChanged(self._article_id, key))

    @property
    def _found(self) -> Annotations | None:
        return self._view.annotations if self._view else None

    def _entity_of(self, mention: int | None) -> int | None:
        return None if self._found is None or mention is None else self._found.mentions[mention].entity

    def _pick_out(self, mention: int) -> None:
        """Go to a mention and mark it."""
        if self._found is not None:
            found = self._found.mentions[mention]
            self.put_cursor(found.block)
            self._mention, self._at = mention, (found.block, found.start, found.end)
            self.mark(found.start, found.end)

    def _cleaned(self, view: ArticleView) -> tuple[Paragraph, ...]:
        return article_paragraphs(view, self._highlights)
