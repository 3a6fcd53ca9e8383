"""The reader: one article with a paragraph cursor, its highlights, and its raw text on demand."""

from __future__ import annotations

from collections.abc import Mapping

from textual.message import Message

from articles.model import Annotations, Article
from tui.rendering.article import Highlights, article_paragraphs
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
        self._article: Article | None = None
        self._annotations: Annotations | None = None
        self._margin: Mapping[int, int] = {}
        self._note = ""
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
    def entity(self) -> int | None:
        """Index of the entity whose mention is picked out; None where none is."""
        if self._annotations is None or self._mention is None:
            return None
        return self._annotations.mentions[self._mention].entity

    def show(
        self,
        article_id: int,
        article: Article,
        annotations: Annotations | None,
        *,
        margin: Mapping[int, int],
        note: str = "",
        at: Position | None = None,
    ) -> None:
        """Open an article.

        Args:
            article_id: Its library id.
            article: The cleaned text.
            annotations: What was found in it; None while that is still being done.
            margin: For blocks that others report on, how many other articles do.
            note: A quiet line to show below the title.
            at: Block, start and end: puts the cursor on that block and marks that passage. The first block otherwise.
        """
        self._article_id, self._article = article_id, article
        self._annotations, self._margin, self._note = annotations, margin, note
        self._raw, self._mention, self.gutter_cells = False, None, _GUTTER
        block, start, end = at or (0, 0, 0)
        self.set_paragraphs(self._cleaned(article), key=block, from_top=at is None, mark=(start, end))
        self._at = (self.cursor_key or 0, start, end) if self.cursor_key == block else (self.cursor_key or 0, 0, 0)
        self.post_message(self.ParagraphChanged(article_id, self._at[0]))

    def clear(self) -> None:
        """Show no article."""
        self._article_id, self._article, self._annotations = 0, None, None
        self._margin, self._raw, self._mention, self._at = {}, False, None, (0, 0, 0)
        self.gutter_cells = _GUTTER
        self.set_paragraphs(())

    def refresh_annotations(self, annotations: Annotations | None, margin: Mapping[int, int], note: str = "") -> None:
        """Show what has been found in the article since, and the line below its title; nothing moves."""
        self._annotations, self._margin, self._mention, self._note = annotations, margin, None, note
        if self._article is not None and not self._raw:
            self.replace_paragraphs(self._cleaned(self._article))

    def toggle_raw(self) -> None:
        """Change between the cleaned text and the raw one, staying with the paragraph."""
        if self._article is None:
            return
        self._raw = not self._raw
        self.gutter_cells = _RAW_GUTTER if self._raw else _GUTTER
        block, start, end = self._at
        if self._raw:
            self.set_paragraphs(raw_paragraphs(self._article), key=line_of_block(self._article, block))
        else:
            self.set_paragraphs(self._cleaned(self._article), key=block, mark=(start, end))

    def cycle_highlights(self) -> Highlights:
        """Go from all highlights to names, to events, to none, and back; gives the new one."""
        self._highlights = self._highlights.next
        if self._article is not None and not self._raw:
            self.replace_paragraphs(self._cleaned(self._article))
        return self._highlights

    def next_reported(self, direction: int) -> bool:
        """Go to the next paragraph, or the one before, that others report on; False where there is none."""
        ahead = [block for block, others in self._margin.items() if others and (block - self._at[0]) * direction > 0]
        if self._raw or not ahead:
            return False
        self.put_cursor(min(ahead, key=lambda block: abs(block - self._at[0])))
        return True

    def next_entity(self, direction: int) -> bool:
        """Pick out the next named thing, or the one before, and go there; False where there is none."""
        if self._annotations is None or self._raw:
            return False
        mentions = self._annotations.mentions
        places = sorted((mention.block, mention.start, index) for index, mention in enumerate(mentions))
        block, start, end = self._at
        here = (block, start, self._mention if self._mention is not None else -1)
        if end == 0 and direction < 0:
            here = (block, 1 << 30, 0)
        ahead = [place for place in places if (place > here if direction > 0 else place < here)]
        if not ahead:
            return False
        index = ahead[0 if direction > 0 else -1][2]
        found = mentions[index]
        self.put_cursor(found.block)
        self._mention, self._at = index, (found.block, found.start, found.end)
        self.mark(found.start, found.end)
        return True

    def choose_entity(self) -> bool:
        """Ask for the named thing that is picked out; False where none is."""
        if self.entity is None:
            return False
        self.post_message(self.EntityChosen(self._article_id, self.entity))
        return True

    def cursor_moved(self) -> None:
        """Tell of the new paragraph; in the raw text the place in the article stays as it was."""
        self._mention = None
        key = self.cursor_key
        if self._raw or key is None:
            return
        self._at = (key, 0, 0)
        self.post_message(self.ParagraphChanged(self._article_id, key))

    def _cleaned(self, article: Article) -> tuple[Paragraph, ...]:
        return article_paragraphs(article, self._annotations, self._margin, self._highlights, self._note)
