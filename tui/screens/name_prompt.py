"""The line in which a name is given to somebody or something."""

from __future__ import annotations

from tui.commands import Pane
from tui.screens.words_prompt import WordsPrompt


class NamePrompt(WordsPrompt):
    """Asks for a name."""

    placeholder = "a name"

    @property
    def keyed_pane(self) -> Pane:
        """The name."""
        return Pane.NAME
