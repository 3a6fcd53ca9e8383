"""The one table of commands. Keys, footer, palette, help screen and the manual's key table all come from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Pane(StrEnum):
    """The parts of the screen that have keys of their own."""

    LIST = "list"
    READER = "reader"
    SIDE = "side pane"
    SEARCH = "search line"
    TAGS = "tag picker"
    ADD = "add prompt"
    NOTE = "note"
    RULES = "rules"
    VERSIONS = "versions"
    CARD = "card"
    NAMES = "names"
    FILTER = "name filter"
    CHOICE = "choice"
    NAME = "name"
    DEEDS = "corrections of names"
    TIMELINE = "timeline"
    REPORTS = "reports"
    COMPARE = "comparison"
    HELP = "help"


ROOM = (Pane.LIST, Pane.READER, Pane.SIDE)
"""The panes of the reading room."""

_ARTICLE = (Pane.LIST, Pane.READER)


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


def _move(id: str, keys: str, title: str, help: str, pane: Pane, *, in_footer: bool = False) -> Command:
    return Command(id, tuple(keys.split()), title, help, (pane,), in_footer, in_palette=False)


COMMANDS: tuple[Command, ...] = (
    _move("list.next", "j Down", "next", "Go to the next article.", Pane.LIST),
    _move("list.previous", "k Up", "previous", "Go to the previous article.", Pane.LIST),
    Command("list.open", ("Enter", "l", "Right"), "open", "Open the article and mark it read.", (Pane.LIST,), True),
    _move("list.top", "gg Home", "first", "Go to the first article.", Pane.LIST),
    _move("list.bottom", "G End", "last", "Go to the last article.", Pane.LIST),
    _move("list.half_down", "ctrl-d", "half a page down", "Go half a page down.", Pane.LIST),
    _move("list.half_up", "ctrl-u", "half a page up", "Go half a page up.", Pane.LIST),
    _move("list.page_down", "space PgDn", "page down", "Go a page down.", Pane.LIST),
    _move("list.page_up", "b PgUp", "page up", "Go a page up.", Pane.LIST),
    _move("list.next_unread", "]u", "next unread", "Go to the next unread article.", Pane.LIST, in_footer=True),
    _move("list.previous_unread", "[u", "previous unread", "Go to the previous unread article.", Pane.LIST),
    Command(
        "list.unfold",
        ("d",),
        "unfold/fold versions",
        "List the other versions of this text below it; again: one row for all of them.",
        (Pane.LIST,),
    ),
    Command(
        "list.by_story",
        ("E",),
        "by story",
        "Group the listed articles by story, Enter folds one; again: list them by date.",
        (Pane.LIST,),
    ),
    Command(
        "list.compare",
        ("c",),
        "compare",
        "Choose the article; on another one: compare the two, side by side.",
        (Pane.LIST,),
    ),
    _move("reader.next", "j Down", "paragraph", "Go to the next paragraph.", Pane.READER, in_footer=True),
    _move("reader.previous", "k Up", "previous paragraph", "Go to the previous paragraph.", Pane.READER),
    _move("reader.page_down", "space PgDn", "page down", "Go a page down.", Pane.READER),
    _move("reader.page_up", "b PgUp", "page up", "Go a page up.", Pane.READER),
    _move("reader.top", "gg Home", "beginning", "Go to the beginning of the article.", Pane.READER),
    _move("reader.bottom", "G End", "end", "Go to the end of the article.", Pane.READER),
    _move(
        "reader.next_reported",
        "]x",
        "reported elsewhere",
        "Go to the next paragraph that other articles report on.",
        Pane.READER,
        in_footer=True,
    ),
    _move(
        "reader.previous_reported",
        "[x",
        "previous reported elsewhere",
        "Go to the previous paragraph that other articles report on.",
        Pane.READER,
    ),
    _move("reader.next_entity", "]e", "next name", "Go to the next name in the article.", Pane.READER),
    _move("reader.previous_entity", "[e", "previous name", "Go to the previous name in the article.", Pane.READER),
    Command(
        "reader.entity",
        ("Enter",),
        "card",
        "Show the card of the name picked out, or of the first one in the paragraph.",
        (Pane.READER,),
        True,
    ),
    Command("reader.next_article", ("J",), "next article", "Open the next article of the list.", (Pane.READER,)),
    Command("reader.previous_article", ("K",), "previous article", "Open the article before it.", (Pane.READER,)),
    Command(
        "reader.raw",
        ("w",),
        "cleaned/raw",
        "Show the text as it came, with what was dropped and why; again: the cleaned article.",
        (Pane.READER,),
        True,
    ),
    Command(
        "reader.line",
        ("d",),
        "leave out/restore line",
        "In the raw text: leave the line out of the article, or restore it.",
        (Pane.READER,),
    ),
    Command(
        "reader.line_always",
        ("O",),
        "always for this outlet",
        "In the raw text: do that to such lines in all articles of the outlet, as a rule.",
        (Pane.READER,),
    ),
    Command("reader.note", ("m",), "note", "Write a note about the paragraph, or change it.", (Pane.READER,)),
    Command(
        "reader.highlights", ("e",), "highlights", "Highlight all, names only, events only, or nothing.", (Pane.READER,)
    ),
    _move("reader.to_list", "h Left", "list", "Go back to the list.", Pane.READER),
    _move("side.next", "j Down", "next", "Go to the next cross-reference.", Pane.SIDE),
    _move("side.previous", "k Up", "previous", "Go to the previous cross-reference.", Pane.SIDE),
    Command(
        "side.open",
        ("Enter", "l", "Right"),
        "open there",
        "Open the other article at that very sentence.",
        (Pane.SIDE,),
        True,
    ),
    Command("side.why", ("i",), "why", "Show or hide why they are held to belong together.", (Pane.SIDE,), True),
    Command(
        "side.reports",
        ("e",),
        "all reports",
        "Show all who report the event, who had it first, and on whose word.",
        (Pane.SIDE,),
        True,
    ),
    _move("side.to_reader", "h Left", "reader", "Go back to the reader.", Pane.SIDE),
    Command(
        "article.compare",
        ("c",),
        "compare",
        "Compare the article with the one under the cursor of the side pane, side by side.",
        (Pane.READER, Pane.SIDE),
    ),
    Command("article.tag", ("t",), "tag", "Tag the article, or take a tag off it.", _ARTICLE, True),
    Command("article.repeat_tag", (".",), "tag again", "Do to this article what the tag picker did last.", _ARTICLE),
    Command("article.star", ("*",), "star", "Star the article, or take the star away.", _ARTICLE, True),
    Command("article.read", ("r",), "read/unread", "Mark the article read, or unread.", _ARTICLE, True),
    Command(
        "article.versions",
        ("D",),
        "versions",
        "Show the versions of this text, with what changed from one to the next.",
        _ARTICLE,
    ),
    Command("article.fetch", ("F",), "full text", "Fetch the full text of a summary, or a page anew.", _ARTICLE),
    Command(
        "article.retry",
        (),
        "Annotate failed articles again",
        "Have the language engine try again the articles that it failed on; is:failed finds them.",
    ),
    Command("article.browser", ("o",), "open in browser", "Open the article's address in the browser.", _ARTICLE),
    Command("list.add", ("a",), "add", "Add a file, a folder, a page or a feed.", (Pane.LIST,)),
    Command(
        "sources.update", ("R",), "update feeds", "Look for what is new in feeds and watched folders; again: stop."
    ),
    Command("marks.undo", ("u",), "undo", "Undo the last tag, star, read mark, note or correction."),
    Command("search.open", ("/",), "search", "Search the text of all articles as you type.", ROOM, True),
    Command("search.next", ("n",), "next result", "Go to the next article of the list, as in a search."),
    Command("search.previous", ("N",), "previous result", "Go to the article before it."),
    Command("room.next_pane", ("Tab",), "next pane", "Go to the next pane.", in_palette=False),
    Command("room.previous_pane", ("S-Tab",), "previous pane", "Go to the previous pane.", in_palette=False),
    Command("room.list", ("1",), "list", "Go to the list."),
    Command("room.reader", ("2",), "reader", "Go to the reader."),
    Command("room.side", ("3",), "others", "Go to the side pane: what other articles say.", ROOM, True),
    Command("room.zen", ("z",), "zen", "Show nothing but the pane you are in; again: all of them."),
    Command("room.narrower", ("<",), "side pane narrower", "Make the side pane narrower."),
    Command("room.wider", (">",), "side pane wider", "Make the side pane wider."),
    Command("room.jump_back", ("ctrl-o", "alt-Left"), "back", "Go back to where you were before you opened this."),
    Command("room.jump_forward", ("ctrl-i", "alt-Right"), "forward", "Go forward again."),
    Command("room.back", ("q",), "back", "Go back a pane, out of a search, and at the top quit.", in_palette=False),
    Command(
        "room.cancel",
        ("Esc",),
        "cancel",
        "Cancel what is half typed; leave a search; stop an update.",
        in_palette=False,
    ),
    Command("app.entities", ("ge",), "names", "Show all names of the library, to filter, sort and look up."),
    Command("app.entity_corrections", ("gn",), "corrections of names", "Show what you said of names, and revoke it."),
    Command("room.timeline", ("gt",), "timeline", "Show what happened in the listed articles, in its order."),
    Command("app.rules", ("gr",), "rules for outlets", "Show your rules for outlets, and revoke them."),
    Command("app.palette", (":", "ctrl-p"), "commands", "Choose a command by name.", in_palette=False),
    Command("app.help", ("?",), "keys", "Show the keys.", ROOM, True),
    Command("app.next_theme", (), "Next theme", "Change to the next theme."),
    Command("app.quit", ("ctrl-q",), "quit", "Leave Broadsheet."),
    _move("search.accept", "Enter", "keep results", "Keep the results as the list.", Pane.SEARCH, in_footer=True),
    _move("search.cancel", "Esc", "cancel", "Forget the search.", Pane.SEARCH, in_footer=True),
    _move(
        "tags.apply", "Enter", "apply", "Apply the tag; a name after a hyphen is taken off.", Pane.TAGS, in_footer=True
    ),
    _move("tags.complete", "Tab", "complete", "Complete what is typed.", Pane.TAGS, in_footer=True),
    _move("tags.next", "Down ctrl-n", "next", "Go to the next suggestion.", Pane.TAGS),
    _move("tags.previous", "Up ctrl-p", "previous", "Go to the previous suggestion.", Pane.TAGS),
    _move("tags.cancel", "Esc", "cancel", "Leave everything as it is.", Pane.TAGS, in_footer=True),
    _move(
        "add.accept",
        "Enter",
        "add",
        "Add it; a feed, a site or a list of feeds is subscribed to.",
        Pane.ADD,
        in_footer=True,
    ),
    _move("add.subscribe", "ctrl-s", "subscribe", "Subscribe to it; a folder is watched.", Pane.ADD, in_footer=True),
    _move("add.cancel", "Esc", "cancel", "Add nothing.", Pane.ADD, in_footer=True),
    _move("note.keep", "Enter", "keep", "Keep the note; without words it is taken away.", Pane.NOTE, in_footer=True),
    _move("note.cancel", "Esc", "cancel", "Leave everything as it is.", Pane.NOTE, in_footer=True),
    _move("rules.next", "j Down", "next", "Go to the next rule.", Pane.RULES, in_footer=True),
    _move("rules.previous", "k Up", "previous", "Go to the previous rule.", Pane.RULES),
    _move("rules.revoke", "d", "revoke", "Revoke the rule, in all articles of its outlet.", Pane.RULES, in_footer=True),
    _move("rules.undo", "u", "undo", "Make the rule again that was revoked last.", Pane.RULES, in_footer=True),
    _move("rules.close", "Esc q", "close", "Close the rules.", Pane.RULES, in_footer=True),
    _move("versions.next", "j Down", "next version", "Go to the next version.", Pane.VERSIONS, in_footer=True),
    _move("versions.previous", "k Up", "previous version", "Go to the previous version.", Pane.VERSIONS),
    _move("versions.next_change", "]d", "next change", "Go to the next change.", Pane.VERSIONS, in_footer=True),
    _move("versions.previous_change", "[d", "previous change", "Go to the previous change.", Pane.VERSIONS),
    _move("versions.page_down", "space PgDn", "page down", "Go a page down.", Pane.VERSIONS),
    _move("versions.page_up", "b PgUp", "page up", "Go a page up.", Pane.VERSIONS),
    _move(
        "versions.base",
        "c",
        "compare with",
        "Compare with the version before, or with the one you came from.",
        Pane.VERSIONS,
        in_footer=True,
    ),
    _move("versions.open", "Enter l Right", "open", "Open this version in the reader.", Pane.VERSIONS, in_footer=True),
    _move(
        "versions.apart",
        "!",
        "not the same",
        "Say that this is another text, so that it stands by itself; again: let it back in.",
        Pane.VERSIONS,
        in_footer=True,
    ),
    _move("versions.close", "Esc q h Left", "close", "Close the versions.", Pane.VERSIONS, in_footer=True),
    _move("card.next", "j Down", "next", "Go to the next line that leads somewhere.", Pane.CARD, in_footer=True),
    _move("card.previous", "k Up", "previous", "Go to the line before it.", Pane.CARD),
    _move(
        "card.open",
        "Enter l Right",
        "go there",
        "Open the article at the mention, the card of the other name, or the reports of the event.",
        Pane.CARD,
        in_footer=True,
    ),
    _move("card.next_part", "Tab", "next part", "Go to the next part of the card.", Pane.CARD, in_footer=True),
    _move("card.previous_part", "S-Tab", "previous part", "Go to the part before it.", Pane.CARD),
    _move("card.page_down", "space PgDn", "page down", "Go a page down.", Pane.CARD),
    _move("card.page_up", "b PgUp", "page up", "Go a page up.", Pane.CARD),
    _move("card.top", "gg Home", "beginning", "Go to the first line that leads somewhere.", Pane.CARD),
    _move("card.bottom", "G End", "end", "Go to the last one; more mentions follow as they are read.", Pane.CARD),
    _move("card.articles", "a", "articles", "List the articles that name it.", Pane.CARD, in_footer=True),
    _move("card.rename", "r", "rename", "Give it another name.", Pane.CARD, in_footer=True),
    _move("card.kind", "c", "change kind", "Say that it is of another kind.", Pane.CARD),
    _move("card.merge", "=", "one with", "Say which other name it is one with.", Pane.CARD, in_footer=True),
    _move(
        "card.split",
        "!",
        "not this one",
        "Say that what the mention names is somebody or something else, there or everywhere.",
        Pane.CARD,
        in_footer=True,
    ),
    _move("card.hide", "x", "hide", "Show it as a name no more.", Pane.CARD),
    _move("card.undo", "u", "undo", "Undo the last correction.", Pane.CARD),
    _move("card.help", "?", "keys", "Show the keys.", Pane.CARD, in_footer=True),
    _move("card.back", "q h Left ctrl-o", "back", "Go back to the card before, or close the first.", Pane.CARD),
    _move("card.close", "Esc", "close", "Close the cards.", Pane.CARD, in_footer=True),
    _move("names.next", "j Down", "next", "Go to the next name.", Pane.NAMES),
    _move("names.previous", "k Up", "previous", "Go to the previous name.", Pane.NAMES),
    _move("names.open", "Enter l Right", "card", "Show the card of the name.", Pane.NAMES, in_footer=True),
    _move("names.filter", "/", "filter", "Filter by the beginnings of words.", Pane.NAMES, in_footer=True),
    _move("names.kind", "f", "kind", "Show one kind of name only, or all.", Pane.NAMES, in_footer=True),
    _move(
        "names.sort",
        "s",
        "sort",
        "Sort by articles, by mentions, by name, or by when it was last seen.",
        Pane.NAMES,
        in_footer=True,
    ),
    _move("names.articles", "a", "articles", "List the articles that name it.", Pane.NAMES, in_footer=True),
    _move("names.top", "gg Home", "first", "Go to the first name.", Pane.NAMES),
    _move("names.bottom", "G End", "last", "Go to the last name.", Pane.NAMES),
    _move("names.half_down", "ctrl-d", "half a page down", "Go half a page down.", Pane.NAMES),
    _move("names.half_up", "ctrl-u", "half a page up", "Go half a page up.", Pane.NAMES),
    _move("names.page_down", "space PgDn", "page down", "Go a page down.", Pane.NAMES),
    _move("names.page_up", "b PgUp", "page up", "Go a page up.", Pane.NAMES),
    _move("names.rename", "r", "rename", "Give it another name.", Pane.NAMES, in_footer=True),
    _move("names.change_kind", "c", "change kind", "Say that it is of another kind.", Pane.NAMES),
    _move("names.merge", "=", "one with", "Say which other name it is one with.", Pane.NAMES, in_footer=True),
    _move("names.hide", "x", "hide", "Show it as a name no more.", Pane.NAMES),
    _move("names.undo", "u", "undo", "Undo the last correction.", Pane.NAMES),
    _move("names.corrections", "gn", "corrections", "Show all that you have said of names.", Pane.NAMES),
    _move("names.help", "?", "keys", "Show the keys.", Pane.NAMES, in_footer=True),
    _move("names.back", "Esc", "cancel", "Show all names again; with all shown, close the list.", Pane.NAMES),
    _move("names.close", "q", "close", "Close the list.", Pane.NAMES, in_footer=True),
    _move("filter.accept", "Enter", "keep", "Keep what the filter leaves.", Pane.FILTER, in_footer=True),
    _move("filter.next", "Down ctrl-n", "next", "Go to the next name.", Pane.FILTER, in_footer=True),
    _move("filter.previous", "Up ctrl-p", "previous", "Go to the previous name.", Pane.FILTER),
    _move("filter.cancel", "Esc", "cancel", "Forget the filter.", Pane.FILTER, in_footer=True),
    _move("choice.next", "j Down", "next", "Go to the next choice.", Pane.CHOICE),
    _move("choice.previous", "k Up", "previous", "Go to the previous choice.", Pane.CHOICE),
    _move(
        "choice.accept", "Enter", "choose", "Choose it; its digit or letter does so too.", Pane.CHOICE, in_footer=True
    ),
    _move("choice.cancel", "Esc q", "cancel", "Leave everything as it is.", Pane.CHOICE, in_footer=True),
    _move("name.keep", "Enter", "keep", "Keep the name.", Pane.NAME, in_footer=True),
    _move("name.cancel", "Esc", "cancel", "Leave everything as it is.", Pane.NAME, in_footer=True),
    _move("deeds.next", "j Down", "next", "Go to the next correction.", Pane.DEEDS, in_footer=True),
    _move("deeds.previous", "k Up", "previous", "Go to the previous correction.", Pane.DEEDS),
    _move("deeds.open", "Enter l Right", "card", "Show the card of the name.", Pane.DEEDS, in_footer=True),
    _move("deeds.revoke", "d", "revoke", "Revoke the correction.", Pane.DEEDS, in_footer=True),
    _move("deeds.undo", "u", "undo", "Undo what was done last.", Pane.DEEDS, in_footer=True),
    _move("deeds.close", "Esc q", "close", "Close the corrections.", Pane.DEEDS, in_footer=True),
    _move("timeline.next", "j Down", "next event", "Go to the next event.", Pane.TIMELINE),
    _move("timeline.previous", "k Up", "previous event", "Go to the previous event.", Pane.TIMELINE),
    _move(
        "timeline.next_unit",
        "l Right",
        "later",
        "Go to the next day, month or year that has events.",
        Pane.TIMELINE,
        in_footer=True,
    ),
    _move(
        "timeline.previous_unit",
        "h Left",
        "earlier",
        "Go to the day, month or year before it that has events.",
        Pane.TIMELINE,
        in_footer=True,
    ),
    _move("timeline.page_down", "space PgDn", "page down", "Go a page down.", Pane.TIMELINE),
    _move("timeline.page_up", "b PgUp", "page up", "Go a page up.", Pane.TIMELINE),
    _move("timeline.top", "gg Home", "first", "Go to the first event.", Pane.TIMELINE),
    _move("timeline.bottom", "G End", "last", "Go to the last event.", Pane.TIMELINE),
    _move("timeline.open", "Enter", "reports", "Show who reports the event, and how.", Pane.TIMELINE, in_footer=True),
    _move(
        "timeline.planned",
        "p",
        "planned/happened",
        "Show what is planned, possible or denied; again: what happened.",
        Pane.TIMELINE,
        in_footer=True,
    ),
    _move(
        "timeline.filter", "/", "filter", "Show the events of some articles, by a query.", Pane.TIMELINE, in_footer=True
    ),
    _move(
        "timeline.finer", "+", "finer", "Count by months instead of years, by days instead of months.", Pane.TIMELINE
    ),
    _move(
        "timeline.coarser",
        "-",
        "coarser",
        "Count by months instead of days, by years instead of months.",
        Pane.TIMELINE,
    ),
    _move("timeline.help", "?", "keys", "Show the keys.", Pane.TIMELINE, in_footer=True),
    _move("timeline.close", "Esc q ctrl-o", "close", "Close the timeline.", Pane.TIMELINE, in_footer=True),
    _move("reports.next", "j Down", "next report", "Go to the next report.", Pane.REPORTS, in_footer=True),
    _move("reports.previous", "k Up", "previous report", "Go to the previous report.", Pane.REPORTS),
    _move("reports.page_down", "space PgDn", "page down", "Go a page down.", Pane.REPORTS),
    _move("reports.page_up", "b PgUp", "page up", "Go a page up.", Pane.REPORTS),
    _move("reports.top", "gg Home", "first", "Go to the first report.", Pane.REPORTS),
    _move("reports.bottom", "G End", "last", "Go to the last report.", Pane.REPORTS),
    _move(
        "reports.open",
        "Enter l Right",
        "open there",
        "Open the article at that very sentence.",
        Pane.REPORTS,
        in_footer=True,
    ),
    _move(
        "reports.close", "Esc q h Left ctrl-o", "back", "Go back to where you came from.", Pane.REPORTS, in_footer=True
    ),
    Command(
        "reports.compare",
        ("c",),
        "compare",
        "Compare the articles that report the event.",
        (Pane.REPORTS,),
        True,
        in_palette=False,
    ),
    _move("reports.help", "?", "keys", "Show the keys.", Pane.REPORTS, in_footer=True),
    _move("compare.next", "j Down", "next", "Go to the next event.", Pane.COMPARE, in_footer=True),
    _move("compare.previous", "k Up", "previous", "Go to the previous event.", Pane.COMPARE),
    _move(
        "compare.next_article", "l Right Tab", "next article", "Choose the next article.", Pane.COMPARE, in_footer=True
    ),
    _move(
        "compare.previous_article", "h Left S-Tab", "previous article", "Choose the article before it.", Pane.COMPARE
    ),
    _move("compare.page_down", "space PgDn", "page down", "Go a page down.", Pane.COMPARE),
    _move("compare.page_up", "b PgUp", "page up", "Go a page up.", Pane.COMPARE),
    _move("compare.top", "gg Home", "first", "Go to the first event.", Pane.COMPARE),
    _move("compare.bottom", "G End", "last", "Go to the last sentence.", Pane.COMPARE),
    _move("compare.next_kind", "]d", "next kind", "Go on to what differs, agrees, or is told alone.", Pane.COMPARE),
    _move("compare.previous_kind", "[d", "previous kind", "Go back to the kind before it.", Pane.COMPARE),
    _move(
        "compare.open", "Enter", "open there", "Open the chosen article at that sentence.", Pane.COMPARE, in_footer=True
    ),
    _move(
        "compare.copy", "y", "copy as Markdown", "Copy it as Markdown, with citations.", Pane.COMPARE, in_footer=True
    ),
    _move("compare.help", "?", "keys", "Show the keys.", Pane.COMPARE, in_footer=True),
    _move("compare.close", "Esc q ctrl-o", "back", "Go back to where you came from.", Pane.COMPARE, in_footer=True),
    _move("help.down", "j Down", "down", "Scroll down.", Pane.HELP),
    _move("help.up", "k Up", "up", "Scroll up.", Pane.HELP),
    _move("help.page_down", "space PgDn", "page down", "Scroll a page down.", Pane.HELP),
    _move("help.page_up", "b PgUp", "page up", "Scroll a page up.", Pane.HELP),
    _move("help.close", "Esc q ?", "close", "Close the help.", Pane.HELP, in_footer=True),
)
"""Every command, in the order of the help screen."""

BY_ID = {command.id: command for command in COMMANDS}


def commands_of(pane: Pane, commands: Iterable[Command] = COMMANDS) -> tuple[Command, ...]:
    """The commands that have a meaning in a pane, those of this pane alone first."""
    return tuple(sorted((each for each in commands if pane in each.panes), key=lambda command: len(command.panes)))


def grouped(commands: Iterable[Command] = COMMANDS) -> tuple[tuple[str, tuple[Command, ...]], ...]:
    """The commands that have keys, under the headings of the help."""
    groups: dict[str, list[Command]] = {}
    for command in commands:
        if command.keys:
            groups.setdefault(_heading(command.panes), []).append(command)
    return tuple((heading, tuple(commands)) for heading, commands in groups.items())


def key_table_markdown(commands: Iterable[Command] = COMMANDS) -> str:
    """The table of keys as the manual prints it, in Markdown."""
    rows = [
        f"| {_heading(command.panes)} | {' '.join(_code(key) for key in command.keys)} | {command.help} |"
        for command in commands
        if command.keys
    ]
    return "\n".join(("| where | keys | what happens |", "|---|---|---|", *rows)) + "\n"


def _heading(panes: tuple[Pane, ...]) -> str:
    return "everywhere" if panes == ROOM else " and ".join(panes)


def _code(key: str) -> str:
    return f"`{key}`"
