"""The commands of the notebook."""

from __future__ import annotations

from tui.commands.command import Command, Pane, move

IN_NOTEBOOK: tuple[Command, ...] = (
    move("notebook.next", "j Down", "next", "Go to the next highlight or note.", Pane.NOTEBOOK),
    move("notebook.previous", "k Up", "previous", "Go to the one before it.", Pane.NOTEBOOK),
    move("notebook.page_down", "space PgDn", "page down", "Go a page down.", Pane.NOTEBOOK),
    move("notebook.page_up", "b PgUp", "page up", "Go a page up.", Pane.NOTEBOOK),
    move("notebook.top", "gg Home", "first", "Go to the first one.", Pane.NOTEBOOK),
    move("notebook.bottom", "G End", "last", "Go to the last one.", Pane.NOTEBOOK),
    move("notebook.open", "Enter l Right", "go there", "Open its passage.", Pane.NOTEBOOK, in_footer=True),
    move("notebook.note", "m", "note", "Change the note, or write one to a highlight.", Pane.NOTEBOOK, in_footer=True),
    move("notebook.take_away", "d", "take away", "Take the highlight or note away.", Pane.NOTEBOOK, in_footer=True),
    move("notebook.undo", "u", "undo", "Undo the last change.", Pane.NOTEBOOK, in_footer=True),
    move(
        "notebook.filter",
        "/",
        "search",
        "Search in notes and passages by the beginnings of words.",
        Pane.NOTEBOOK,
        in_footer=True,
    ),
    move("notebook.help", "?", "keys", "Show the keys.", Pane.NOTEBOOK, in_footer=True),
    move("notebook.close", "Esc q h Left", "close", "Leave the search, or close it.", Pane.NOTEBOOK, in_footer=True),
)
"""In the order of the help."""
