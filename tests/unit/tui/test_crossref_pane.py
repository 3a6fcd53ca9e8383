"""The side pane: its cursor, its folding, and what it asks the screen to open."""

from __future__ import annotations

from dataclasses import replace

from textual.app import App, ComposeResult

from articles.model import Passage, Published, Relation
from articles.reading.crossrefs import CrossReference, CrossReferenceGroup
from tui.state import Place
from tui.theme_files import load_themes, shipped_folder
from tui.widgets.crossref_pane import NOTHING_FOUND, CrossrefPane
from tui.widgets.side_tab import SideTab

SENTENCE = "They led their delegations to the parade."
THERE = Passage(2, "Officials", "The Ledger", Published(), 7, 100, 100 + len(SENTENCE), SENTENCE, 134, 140)
REFERENCE = CrossReference(Relation.SAME_EVENT, 0.9, ("one", "two", "three", "four"), here=THERE, there=THERE)


def group(*articles: int, doubtful: bool = False) -> CrossReferenceGroup:
    references = tuple(replace(REFERENCE, there=replace(THERE, article=article)) for article in articles)
    return CrossReferenceGroup("SAME EVENT · parade", Relation.SAME_EVENT, len(articles), doubtful, references)


class Host(App[None]):
    """A screen with nothing but the pane."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted: list[Place] = []

    def compose(self) -> ComposeResult:
        """The pane alone."""
        yield CrossrefPane()

    def on_mount(self) -> None:
        """Put on the theme."""
        for theme in load_themes([shipped_folder()]).themes.values():
            self.register_theme(theme.theme())
        self.theme = "dark"
        self.pane.focus()

    def on_side_tab_open_requested(self, message: SideTab.OpenRequested) -> None:
        """Keep what is asked for."""
        self.wanted.append(message.place)

    @property
    def pane(self) -> CrossrefPane:
        """The widget under test."""
        return self.query_one(CrossrefPane)

    def article_selected(self) -> int | None:
        """The article of the reference under the cursor."""
        return self.pane.selected.there.article if self.pane.selected else None

    def shown(self) -> str:
        """What is on the screen, as text."""
        strips = self.pane.render_lines(self.pane.size.region)
        return "\n".join("".join(segment.text for segment in strip).strip() for strip in strips)


async def test_it_says_when_nothing_was_found_or_is_still_awaited() -> None:
    app = Host()
    async with app.run_test(size=(44, 30)):
        app.pane.show(1, 0, ())
        assert NOTHING_FOUND in app.shown()
        app.pane.show_waiting("Not annotated yet.")
        assert "Not annotated yet." in app.shown()
        assert app.pane.selected is None
        app.pane.open_selected()
        app.pane.move(1)


async def test_the_cursor_goes_over_references_and_opens_the_sentence_there() -> None:
    app = Host()
    async with app.run_test(size=(44, 30)) as pilot:
        app.pane.show(1, 0, (group(2, 3), group(4)))
        app.pane.move(1)
        app.pane.move(1)
        app.pane.move(1)
        assert app.article_selected() == 4
        app.pane.move(-1)
        app.pane.open_selected()
        await pilot.pause()
        assert app.wanted == [Place(3, 7, 100, 100 + len(SENTENCE))]


async def test_enter_unfolds_the_doubtful_ones_and_folds_them_again() -> None:
    app = Host()
    async with app.run_test(size=(44, 30)):
        app.pane.show(1, 0, (group(2), group(5, doubtful=True)))
        app.pane.move(1)
        assert app.article_selected() is None
        app.pane.open_selected()
        assert "▾ 1 doubtful" in app.shown()
        app.pane.move(1)
        assert app.article_selected() == 5
        app.pane.move(-1)
        app.pane.open_selected()
        assert "▸ 1 doubtful" in app.shown()


async def test_why_shows_all_the_evidence_and_the_cursor_stays() -> None:
    app = Host()
    async with app.run_test(size=(60, 30)):
        app.pane.show(1, 0, (group(2, 3),))
        app.pane.move(1)
        assert "four" not in app.shown()
        app.pane.toggle_why()
        assert "four" in app.shown()
        assert app.article_selected() == 3


async def test_the_same_paragraph_again_keeps_cursor_and_folding() -> None:
    app = Host()
    async with app.run_test(size=(60, 30)):
        groups = (group(2, 3), group(5, doubtful=True))
        app.pane.show(1, 0, groups)
        app.pane.move(2)
        app.pane.open_selected()
        app.pane.show(1, 0, groups)
        assert "▾ 1 doubtful" in app.shown()
        app.pane.show(1, 1, groups)
        assert "▸ 1 doubtful" in app.shown()
        assert app.article_selected() == 2


async def test_a_second_click_opens() -> None:
    app = Host()
    async with app.run_test(size=(60, 30)) as pilot:
        app.pane.show(1, 0, (group(2, 3),))
        await pilot.pause()
        rows = [row for row, line in enumerate(app.shown().split("\n")) if "They led" in line]
        await pilot.click(CrossrefPane, offset=(10, rows[1]))
        assert not app.wanted
        await pilot.click(CrossrefPane, offset=(10, rows[1]))
        await pilot.pause()
        assert [wanted.article for wanted in app.wanted] == [3]
