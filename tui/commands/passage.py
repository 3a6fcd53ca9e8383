"""The commands while a passage is being selected in the reader."""

from __future__ import annotations

from tui.commands.command import Command, Pane, move

IN_PASSAGE: tuple[Command, ...] = (
    move(
        "passage.highlight",
        "Enter",
        "highlight",
        "Highlight the passage, or take the highlight away that is just there.",
        Pane.PASSAGE,
        in_footer=True,
    ),
    move("passage.note", "m", "note", "Write a note about the passage.", Pane.PASSAGE, in_footer=True),
    move("passage.copy", "y", "copy", "Copy the passage with its citation.", Pane.PASSAGE, in_footer=True),
    move("passage.close", "Esc v q", "leave", "Leave it at that.", Pane.PASSAGE, in_footer=True),
    move("passage.help", "?", "keys", "Show the keys.", Pane.PASSAGE, in_footer=True),
    move("passage.next", "j Down", "sentence", "Select the next sentence.", Pane.PASSAGE, in_footer=True),
    move("passage.previous", "k Up", "previous sentence", "Select the sentence before it.", Pane.PASSAGE),
    move("passage.more", ")", "one more", "Select one more sentence.", Pane.PASSAGE, in_footer=True),
    move("passage.fewer", "(", "one less", "Let go of the last sentence.", Pane.PASSAGE),
    move("passage.longer", "l Right", "word more", "End it a word further on.", Pane.PASSAGE, in_footer=True),
    move("passage.shorter", "h Left", "word less", "End it a word earlier.", Pane.PASSAGE),
    move("passage.later", "L S-Right", "begin later", "Begin it a word further on.", Pane.PASSAGE, in_footer=True),
    move("passage.earlier", "H S-Left", "begin earlier", "Begin it a word earlier.", Pane.PASSAGE),
    move("passage.whole", "p", "paragraph", "Select the whole paragraph.", Pane.PASSAGE, in_footer=True),
)
"""In the order of the help."""
