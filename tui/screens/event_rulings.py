"""All that the reader has said of links, with a key to revoke one of it and a key to undo that."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from articles.model import EventRulingRow, Passage
from tui.commands import Pane
from tui.dates import date_words
from tui.listings.event_rulings import effect_words, ruling_words, source_words
from tui.rendering.crossrefs import quotation
from tui.rendering.spans import safe
from tui.screens.deeds import DeedsScreen
from tui.screens.ruling import Ruling, load_rulings
from tui.widgets.deed_list import Deed

_NONE = "You have said nothing of links yet. In the side pane, {} says that it is the same event, {} that it is not."


class EventRulingsScreen(DeedsScreen[EventRulingRow]):
    """All rulings on links, each of which can be revoked. Its result is the one to go to, or None.

    Args:
        ruling: Asks the library, and rules.
    """

    heading = "What you said of links"
    pane = Pane.RULINGS
    prefix = "rulings"
    gap = 1

    def __init__(self, ruling: Ruling) -> None:
        super().__init__()
        self._ruling = ruling

    def on_mount(self) -> None:
        """Follow what is said while it is open."""
        self._ruling.changed.subscribe(self, lambda _: self.refresh_deeds())

    async def load(self) -> Sequence[Deed[EventRulingRow]]:
        """Get the rulings, the last first."""
        rows = await self._ruling.thread.ask(load_rulings)
        return [Deed(row.ruling.id, row.ruling.made_at, _told(row), row) for row in rows]

    def empty_text(self) -> str:
        """How something is said of a link."""
        keys = self.broadsheet.key_of
        return _NONE.format(keys("side.same"), keys("side.not_same"))

    def revoke(self, row: EventRulingRow) -> None:
        """Take a ruling back."""
        self._ruling.revoke(row)

    def undo(self) -> None:
        """Undo what was done last."""
        self._ruling.undo()


def _told(row: EventRulingRow) -> Content:
    words = ruling_words(row.ruling)
    parts = [
        Content.styled(f"{words[:1].upper()}{words[1:]}", "bold"),
        Content.styled(effect_words(row), "$muted"),
        *(part for passage in (row.here, row.there) for part in _cited(passage)),
    ]
    return Content.assemble(*parts, strip_control_codes=False)


def _cited(passage: Passage) -> tuple[Content, ...]:
    source = f"{safe(source_words(passage))} · {date_words(passage.published)} "
    return Content("\n"), Content.styled(source, "$muted"), quotation(passage, in_full=False)
