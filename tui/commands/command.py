"""What a command is, and the parts of the screen that have keys of their own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Pane(StrEnum):
    """The parts of the screen that have keys of their own."""

    LIST = "list"
    READER = "reader"
    SIDE = "side pane"
    PASSAGE = "passage"
    SEARCH = "search line"
    TAGS = "tag picker"
    TAG_LIST = "tags"
    VIEWS = "views"
    ADD = "add prompt"
    NOTE = "note"
    NOTEBOOK = "notebook"
    RULES = "rules"
    VERSIONS = "versions"
    CARD = "card"
    NAMES = "names"
    FILTER = "filter"
    CHOICE = "choice"
    NAME = "name"
    DEEDS = "corrections of names"
    RULINGS = "rulings on links"
    TIMELINE = "timeline"
    REPORTS = "reports"
    COMPARE = "comparison"
    HELP = "help"


ROOM = (Pane.LIST, Pane.READER, Pane.SIDE)
"""The panes of the reading room."""

ARTICLE = (Pane.LIST, Pane.READER)
"""The panes in which an article is under the cursor."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something the reader can do."""

    id: str
    """Stable name, by which settings give it other keys."""
    keys: tuple[str, ...]
    """Keys as the help writes them: `j`, `gg`, `]u`, `ctrl-d`, `Enter`. The first is the one to learn."""
    title: str
    """A few words, for the footer and the palette."""
    help: str
    """One sentence."""
    panes: tuple[Pane, ...] = ROOM
    in_footer: bool = False
    in_palette: bool = True
    """Whether it can be chosen by name. Movements cannot: they make sense on a key only."""


def move(id: str, keys: str, title: str, help: str, pane: Pane, *, in_footer: bool = False) -> Command:
    """A command that makes sense on its keys only; they are written with blanks between them."""
    return Command(id, tuple(keys.split()), title, help, (pane,), in_footer, in_palette=False)
