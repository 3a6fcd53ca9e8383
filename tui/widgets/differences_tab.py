"""The tab with all that others tell differently from an article, and what only one side tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from articles.model import Passage
from articles.reading.coverage import LeftOut
from articles.reading.crossrefs import CrossReference
from tui.rendering.crossrefs import PaneView
from tui.rendering.side_differences import Entry, difference_paragraphs
from tui.state import Place
from tui.widgets.side_tab import SideTab

NO_DIFFERENCES = "No other article here differs from this one."


class DifferencesTab(SideTab):
    """Differences in the order of the article; the cursor goes along with the paragraph that is read."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self._shown: Place | None = None
        self._view = PaneView()

    @property
    def entry(self) -> Entry | None:
        """What is under the cursor."""
        key = self.cursor_key
        return self._entries[key] if key is not None else None

    @property
    def selected(self) -> CrossReference | None:
        """The difference under the cursor; None on what only one side tells."""
        return self.entry if isinstance(self.entry, CrossReference) else None

    @property
    def event(self) -> int | None:
        """The event of what is under the cursor."""
        match self.entry:
            case Passage() as only_here:
                return only_here.event
            case LeftOut() as only_there:
                return only_there.event.id
        return super().event

    @property
    def other_article(self) -> int | None:
        """The article on the other side; None for a sentence that is only here."""
        return self.entry.best.article if isinstance(self.entry, LeftOut) else super().other_article

    def show(self, place: Place, entries: Sequence[Entry]) -> None:
        """Show the entries of an article, with the cursor on the first of the block that is read, if it has any."""
        before, kept = self._shown, self.entry
        self._shown, self._entries = place, tuple(entries)
        self.empty_text = NO_DIFFERENCES
        again = before is not None and (before.article, before.block) == (place.article, place.block)
        wanted = (
            key
            for key, each in enumerate(self._entries)
            if (each == kept if again else isinstance(each, CrossReference) and each.here.block == place.block)
        )
        is_new = before is None or before.article != place.article
        self.renew(difference_paragraphs(self._entries, self._view), key=next(wanted, None), is_new=is_new)

    def toggle_why(self) -> None:
        """Show whole sentences and all the evidence, or go back to the short form."""
        self._view = replace(self._view, in_full=not self._view.in_full)
        self.replace_paragraphs(difference_paragraphs(self._entries, self._view))

    def open_selected(self) -> None:
        """Go to the passage elsewhere, from the passage here; to what is only here, in the reader."""
        match self.entry:
            case CrossReference() as reference:
                self.post_message(self.OpenRequested(_place(reference.there), left=_place(reference.here)))
            case LeftOut() as only_there:
                self.post_message(self.OpenRequested(_place(only_there.best)))
            case Passage() as only_here:
                self.post_message(self.OpenRequested(_place(only_here)))


def _place(passage: Passage) -> Place:
    return Place(passage.article, passage.block, passage.start, passage.end)
