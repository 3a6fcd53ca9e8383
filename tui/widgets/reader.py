"""The reader: one article with a paragraph cursor, its highlights, and its raw text on demand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.message import Message

from articles.model import Article, EntityKind, Mention
from tui.rendering.article import Highlights, article_paragraphs, same_block
from tui.rendering.article_view import ArticleView
from tui.rendering.paragraphs import Paragraph
from tui.rendering.raw import line_of_block, raw_paragraphs
from tui.widgets.text_column import TextColumn

_FIGURES = frozenset({EntityKind.MONEY, EntityKind.QUANTITY})

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
        if self._view is None or self._view.annotations is None or self._mention is None:
            return None
        return self._view.annotations.mentions[self._mention].entity

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
        self._mention = self._mention_at(self._at)
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

    def next_reported(self, direction: int) -> bool:
        """Go to the next paragraph, or the one before, that others report on; False where there is none."""
        margin = self._view.margin if self._view else {}
        ahead = [block for block, others in margin.items() if others and (block - self._at[0]) * direction > 0]
        if self._raw or not ahead:
            return False
        self.put_cursor(min(ahead, key=lambda block: abs(block - self._at[0])))
        return True

    def next_entity(self, direction: int) -> bool:
        """Pick out the next named thing, or the one before, and go there; False where there is none."""
        if self._view is None or self._view.annotations is None or self._raw:
            return False
        mentions = self._view.annotations.mentions
        places = sorted((mention.block, mention.start, index) for index, mention in enumerate(mentions))
        block, start, end = self._at
        here = (block, start, self._mention if self._mention is not None else -1)
        if end == 0 and direction < 0:
            here = (block, 1 << 30, 0)
        ahead = [place for place in places if (place > here if direction > 0 else place < here)]
        if not ahead:
            return False
        index = ahead[0 if direction > 0 else -1][2]
        self.put_cursor(mentions[index].block)
        self._pick_out(index)
        return True

    def choose_entity(self) -> bool:
        """Ask for the named thing that is picked out, or else the first in the paragraph; False where there is none."""
        chosen = self.entity if self.entity is not None else self._first_named()
        if chosen is None:
            return False
        self.post_message(self.EntityChosen(self._article_id, chosen))
        return True

    def clicked_character(self, offset: int) -> None:
        """Ask for the named thing that is clicked, where names are highlighted."""
        if self._raw or self._highlights not in (Highlights.ALL, Highlights.NAMES):
            return
        clicked = [index for index, mention in self._mentions_in(self._at[0]) if mention.start <= offset < mention.end]
        if clicked:
            self._pick_out(clicked[0])
            self.choose_entity()

    def cursor_moved(self) -> None:
        """Tell of the new paragraph; in the raw text the place in the article stays as it was."""
        self._mention = None
        key = self.cursor_key
        if self._raw or key is None:
            return
        self._at = (key, 0, 0)
        self.post_message(self.ParagraphChanged(self._article_id, key))

    def _pick_out(self, index: int) -> None:
        """Mark a mention in the paragraph under the cursor."""
        found = self._all_mentions[index]
        self._mention, self._at = index, (found.block, found.start, found.end)
        self.mark(found.start, found.end)

    def _first_named(self) -> int | None:
        """The entity named first in the paragraph under the cursor, sums and quantities left out."""
        if self._view is None or self._view.annotations is None or self._raw:
            return None
        entities = self._view.annotations.entities
        named = [each for _, each in self._mentions_in(self._at[0]) if entities[each.entity].kind not in _FIGURES]
        return min(named, key=lambda mention: (mention.start, -mention.end)).entity if named else None

    def _mention_at(self, position: Position) -> int | None:
        """The mention that is exactly the passage at a position; None for none."""
        block, *span = position
        found = (index for index, each in self._mentions_in(block) if [each.start, each.end] == span)
        return next(found, None)

    def _mentions_in(self, block: int) -> Iterator[tuple[int, Mention]]:
        """The mentions in a block, the longest first, each with its index."""
        inside = ((index, each) for index, each in enumerate(self._all_mentions) if each.block == block)
        yield from sorted(inside, key=lambda each: each[1].start - each[1].end)

    @property
    def _all_mentions(self) -> Sequence[Mention]:
        return self._view.annotations.mentions if self._view and self._view.annotations else ()

    def _cleaned(self, view: ArticleView) -> tuple[Paragraph, ...]:
        return article_paragraphs(view, self._highlights)
