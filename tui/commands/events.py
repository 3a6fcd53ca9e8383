"""The commands about events: the timeline, the reports of an event, and articles compared."""

from __future__ import annotations

from tui.commands.command import Command, Pane, move

ABOUT_EVENTS: tuple[Command, ...] = (
    move("rulings.next", "j Down", "next", "Go to the next ruling.", Pane.RULINGS, in_footer=True),
    move("rulings.previous", "k Up", "previous", "Go to the previous ruling.", Pane.RULINGS),
    move("rulings.open", "Enter l Right", "open", "Open the article at the passage.", Pane.RULINGS, in_footer=True),
    move("rulings.revoke", "d", "revoke", "Revoke the ruling.", Pane.RULINGS, in_footer=True),
    move("rulings.undo", "u", "undo", "Undo what was done last.", Pane.RULINGS, in_footer=True),
    move("rulings.close", "Esc q", "close", "Close the rulings.", Pane.RULINGS, in_footer=True),
    move("timeline.next", "j Down", "next event", "Go to the next event.", Pane.TIMELINE),
    move("timeline.previous", "k Up", "previous event", "Go to the previous event.", Pane.TIMELINE),
    move(
        "timeline.next_unit",
        "l Right",
        "later",
        "Go to the next day, month or year that has events.",
        Pane.TIMELINE,
        in_footer=True,
    ),
    move(
        "timeline.previous_unit",
        "h Left",
        "earlier",
        "Go to the day, month or year before it that has events.",
        Pane.TIMELINE,
        in_footer=True,
    ),
    move("timeline.page_down", "space PgDn", "page down", "Go a page down.", Pane.TIMELINE),
    move("timeline.page_up", "b PgUp", "page up", "Go a page up.", Pane.TIMELINE),
    move("timeline.top", "gg Home", "first", "Go to the first event.", Pane.TIMELINE),
    move("timeline.bottom", "G End", "last", "Go to the last event.", Pane.TIMELINE),
    move("timeline.open", "Enter", "reports", "Show who reports the event, and how.", Pane.TIMELINE, in_footer=True),
    move(
        "timeline.planned",
        "p",
        "planned/happened",
        "Show what is planned, possible or denied; again: what happened.",
        Pane.TIMELINE,
        in_footer=True,
    ),
    move(
        "timeline.filter",
        "/",
        "filter",
        "Show some events: person: and place: ask who and where, after: when, words which articles.",
        Pane.TIMELINE,
        in_footer=True,
    ),
    move("timeline.finer", "+", "finer", "Count by months instead of years, by days instead of months.", Pane.TIMELINE),
    move(
        "timeline.coarser",
        "-",
        "coarser",
        "Count by months instead of days, by years instead of months.",
        Pane.TIMELINE,
    ),
    move("timeline.help", "?", "keys", "Show the keys.", Pane.TIMELINE, in_footer=True),
    move("timeline.close", "Esc q ctrl-o", "close", "Close the timeline.", Pane.TIMELINE, in_footer=True),
    move("reports.next", "j Down", "next report", "Go to the next report.", Pane.REPORTS, in_footer=True),
    move("reports.previous", "k Up", "previous report", "Go to the previous report.", Pane.REPORTS),
    move("reports.page_down", "space PgDn", "page down", "Go a page down.", Pane.REPORTS),
    move("reports.page_up", "b PgUp", "page up", "Go a page up.", Pane.REPORTS),
    move("reports.top", "gg Home", "first", "Go to the first report.", Pane.REPORTS),
    move("reports.bottom", "G End", "last", "Go to the last report.", Pane.REPORTS),
    move(
        "reports.open",
        "Enter l Right",
        "open there",
        "Open the article at that very sentence.",
        Pane.REPORTS,
        in_footer=True,
    ),
    move(
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
    move("reports.help", "?", "keys", "Show the keys.", Pane.REPORTS, in_footer=True),
    move("compare.next", "j Down", "next", "Go to the next event.", Pane.COMPARE, in_footer=True),
    move("compare.previous", "k Up", "previous", "Go to the previous event.", Pane.COMPARE),
    move(
        "compare.next_article", "l Right Tab", "next article", "Choose the next article.", Pane.COMPARE, in_footer=True
    ),
    move("compare.previous_article", "h Left S-Tab", "previous article", "Choose the article before it.", Pane.COMPARE),
    move("compare.page_down", "space PgDn", "page down", "Go a page down.", Pane.COMPARE),
    move("compare.page_up", "b PgUp", "page up", "Go a page up.", Pane.COMPARE),
    move("compare.top", "gg Home", "first", "Go to the first event.", Pane.COMPARE),
    move("compare.bottom", "G End", "last", "Go to the last sentence.", Pane.COMPARE),
    move("compare.next_kind", "]d", "next kind", "Go on to what differs, agrees, or is told alone.", Pane.COMPARE),
    move("compare.previous_kind", "[d", "previous kind", "Go back to the kind before it.", Pane.COMPARE),
    move(
        "compare.open", "Enter", "open there", "Open the chosen article at that sentence.", Pane.COMPARE, in_footer=True
    ),
    move("compare.copy", "y", "copy as Markdown", "Copy it as Markdown, with citations.", Pane.COMPARE, in_footer=True),
    move("compare.help", "?", "keys", "Show the keys.", Pane.COMPARE, in_footer=True),
    move("compare.close", "Esc q ctrl-o", "back", "Go back to where you came from.", Pane.COMPARE, in_footer=True),
)
"""In the order of the help."""
