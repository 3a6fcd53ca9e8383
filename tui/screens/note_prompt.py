"""The line in which a note is written, with what it is about above it."""

from __future__ import annotations

from tui.commands import Pane
from tui.screens.words_prompt import WordsPrompt


class NotePrompt(WordsPrompt):
    """Asks for a note. Its result is empty where the note is to be taken away."""

    placeholder = "a note"

    @property
    def keyed_pane(self) -> Pane:
        """The note."""
        return Pane.NOTE
