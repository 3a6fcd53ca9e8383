"""The commands of what opens over the reading room: search, tags, prompts, rules and versions."""

from __future__ import annotations

from tui.commands.command import Command, Pane, move

IN_OVERLAYS: tuple[Command, ...] = (
    move("search.accept", "Enter", "keep results", "Keep the results as the list.", Pane.SEARCH, in_footer=True),
    move("search.cancel", "Esc", "cancel", "Forget the search.", Pane.SEARCH, in_footer=True),
    move(
        "tags.apply", "Enter", "apply", "Apply the tag; a name after a hyphen is taken off.", Pane.TAGS, in_footer=True
    ),
    move("tags.complete", "Tab", "complete", "Complete what is typed.", Pane.TAGS, in_footer=True),
    move("tags.next", "Down ctrl-n", "next", "Go to the next suggestion.", Pane.TAGS),
    move("tags.previous", "Up ctrl-p", "previous", "Go to the previous suggestion.", Pane.TAGS),
    move("tags.cancel", "Esc", "cancel", "Leave everything as it is.", Pane.TAGS, in_footer=True),
    move("tag_list.next", "j Down", "next", "Go to the next tag.", Pane.TAG_LIST, in_footer=True),
    move("tag_list.previous", "k Up", "previous", "Go to the previous tag.", Pane.TAG_LIST),
    move("tag_list.open", "Enter l Right", "its articles", "List its articles.", Pane.TAG_LIST, in_footer=True),
    move(
        "tag_list.rename",
        "r",
        "rename",
        "Give the tag another name; with that of another tag, the two become one.",
        Pane.TAG_LIST,
        in_footer=True,
    ),
    move("tag_list.take_off", "d", "take off", "Take the tag off all its articles.", Pane.TAG_LIST, in_footer=True),
    move("tag_list.undo", "u", "undo", "Undo the last change.", Pane.TAG_LIST, in_footer=True),
    move("tag_list.close", "Esc q h Left", "close", "Close the tags.", Pane.TAG_LIST, in_footer=True),
    move(
        "add.accept",
        "Enter",
        "add",
        "Add it; a feed, a site or a list of feeds is subscribed to.",
        Pane.ADD,
        in_footer=True,
    ),
    move("add.subscribe", "ctrl-s", "subscribe", "Subscribe to it; a folder is watched.", Pane.ADD, in_footer=True),
    move("add.cancel", "Esc", "cancel", "Add nothing.", Pane.ADD, in_footer=True),
    move(
        "note.keep",
        "Enter",
        "keep",
        "Keep the note, which may be Markdown; without words it is taken away.",
        Pane.NOTE,
        in_footer=True,
    ),
    move("note.line", "ctrl-j", "new line", "Begin a new line.", Pane.NOTE, in_footer=True),
    move("note.editor", "ctrl-e", "editor", "Write it in your $EDITOR.", Pane.NOTE, in_footer=True),
    move("note.cancel", "Esc", "cancel", "Leave everything as it is.", Pane.NOTE, in_footer=True),
    move("rules.next", "j Down", "next", "Go to the next rule.", Pane.RULES, in_footer=True),
    move("rules.previous", "k Up", "previous", "Go to the previous rule.", Pane.RULES),
    move("rules.revoke", "d", "revoke", "Revoke the rule, in all articles of its outlet.", Pane.RULES, in_footer=True),
    move("rules.undo", "u", "undo", "Make the rule again that was revoked last.", Pane.RULES, in_footer=True),
    move("rules.close", "Esc q", "close", "Close the rules.", Pane.RULES, in_footer=True),
    move("versions.next", "j Down", "next version", "Go to the next version.", Pane.VERSIONS, in_footer=True),
    move("versions.previous", "k Up", "previous version", "Go to the previous version.", Pane.VERSIONS),
    move("versions.next_change", "]d", "next change", "Go to the next change.", Pane.VERSIONS, in_footer=True),
    move("versions.previous_change", "[d", "previous change", "Go to the previous change.", Pane.VERSIONS),
    move("versions.page_down", "space PgDn", "page down", "Go a page down.", Pane.VERSIONS),
    move("versions.page_up", "b PgUp", "page up", "Go a page up.", Pane.VERSIONS),
    move(
        "versions.base",
        "c",
        "compare with",
        "Compare with the version before, or with the one you came from.",
        Pane.VERSIONS,
        in_footer=True,
    ),
    move("versions.open", "Enter l Right", "open", "Open this version in the reader.", Pane.VERSIONS, in_footer=True),
    move(
        "versions.apart",
        "!",
        "not the same",
        "Say that this is another text, so that it stands by itself; again: let it back in.",
        Pane.VERSIONS,
        in_footer=True,
    ),
    move("versions.help", "?", "keys", "Show the keys.", Pane.VERSIONS, in_footer=True),
    move("versions.close", "Esc q h Left", "close", "Close the versions.", Pane.VERSIONS, in_footer=True),
)
"""In the order of the help."""
