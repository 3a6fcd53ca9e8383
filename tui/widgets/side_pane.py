"""The side pane: its tabs, of which one is shown and takes the keys."""

from __future__ import annotations

from collections.abc import Mapping

from textual.containers import Container

from articles.reading.crossrefs import CrossReference
from tui.state import Tab
from tui.widgets.crossref_pane import CrossrefPane
from tui.widgets.differences_tab import DifferencesTab
from tui.widgets.entities_tab import EntitiesTab
from tui.widgets.notes_tab import NotesTab
from tui.widgets.side_tab import SideTab
from tui.widgets.timeline_tab import TimelineTab


class SidePane(Container):
    """All tabs, of which it shows one."""

    def __init__(self) -> None:
        self.others = CrossrefPane()
        self.timeline = TimelineTab()
        self.differences = DifferencesTab()
        self.entities = EntitiesTab()
        self.notes = NotesTab()
        self._tabs: Mapping[Tab, SideTab] = {
            Tab.OTHERS: self.others,
            Tab.TIMELINE: self.timeline,
            Tab.DIFFERENCES: self.differences,
            Tab.ENTITIES: self.entities,
            Tab.NOTES: self.notes,
        }
        super().__init__(*self._tabs.values())
        self.show_tab(Tab.OTHERS)

    @property
    def column(self) -> SideTab:
        """The tab that is shown."""
        return self._tabs[self._tab]

    @property
    def selected(self) -> CrossReference | None:
        """The cross-reference under its cursor; None where it is on none."""
        return self.column.selected

    def show_tab(self, tab: Tab) -> None:
        """Show a tab in place of the one that is shown."""
        self._tab = tab
        for each, column in self._tabs.items():
            column.display = each is tab
