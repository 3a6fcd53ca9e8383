"""The first tab of the side pane: what other articles say about the paragraph under the reader's cursor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from articles.reading.crossrefs import CrossReference, CrossReferenceGroup
from tui.rendering.crossrefs import FOLD, PaneView, pane_paragraphs, references_of
from tui.state import Place
from tui.widgets.side_tab import SideTab

NOTHING_FOUND = "No other article here reports this."


class CrossrefPane(SideTab):
    """Cross-references in groups, with a cursor that goes from one to the next."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._passage: tuple[int, int] | None = None
        self._groups: tuple[CrossReferenceGroup, ...] = ()
        self._references: tuple[CrossReference, ...] = ()
        self._view = PaneView()

    @property
    def selected(self) -> CrossReference | None:
        """The reference under the cursor; None on the line of the doubtful ones and where there is nothing."""
        key = self.cursor_key
        return self._references[key] if key is not None and key != FOLD else None

    def show(self, article_id: int, block: int, groups: Sequence[CrossReferenceGroup]) -> None:
        """Show what was found for a block. For the same block again, the cursor and what is unfolded stay."""
        again = self._passage == (article_id, block)
        selected = self.selected if again else None
        self._passage = (article_id, block)
        self._groups, self._references = tuple(groups), references_of(groups)
        self.empty_text = NOTHING_FOUND
        if again:
            kept = (key for key, each in enumerate(self._references) if selected and _is_of(each, selected))
            self._repaint_groups(next(kept, None))
            return
        self._view = replace(self._view, unfolded=False)
        self.set_paragraphs(pane_paragraphs(self._groups, self._view))

    def show_waiting(self, text: str) -> None:
        """Say in place of references why there are none yet."""
        self._passage, self._groups, self._references = None, (), ()
        super().show_waiting(text)

    def toggle_why(self) -> None:
        """Show whole sentences and all the evidence, or go back to the short form."""
        self._view = replace(self._view, in_full=not self._view.in_full)
        self._repaint_groups()

    def open_selected(self) -> None:
        """Ask for the passage under the cursor; on the line of the doubtful ones, unfold them or fold them again."""
        if self.cursor_key == FOLD:
            self._view = replace(self._view, unfolded=not self._view.unfolded)
            self._repaint_groups()
        elif self.selected is not None:
            there = self.selected.there
            self.post_message(self.OpenRequested(Place(there.article, there.block, there.start, there.end)))

    def _repaint_groups(self, key: int | None = None) -> None:
        """Paint them anew.

        Args:
            key: What is under the cursor now, where that has changed.
        """
        self.replace_paragraphs(pane_paragraphs(self._groups, self._view), key=key)


def _is_of(one: CrossReference, other: CrossReference) -> bool:
    """Whether two references are to one passage."""
    return (one.there.article, one.there.block, one.there.start) == (
        other.there.article,
        other.there.block,
        other.there.start,
    )
