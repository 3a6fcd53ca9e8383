"""What each command does in the reading room: one line a command, by its id in the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.commands import Pane
from tui.marking import Mark
from tui.state import SIDE_STEP

if TYPE_CHECKING:
    from tui.screens.reading_room import ReadingRoom

Deed = Callable[["ReadingRoom"], object]

DEEDS: Mapping[str, Deed] = {
    "list.next": lambda room: room.article_list.move(1),
    "list.previous": lambda room: room.article_list.move(-1),
    "list.open": lambda room: room.open_current(),
    "list.top": lambda room: room.article_list.move_to(0),
    "list.bottom": lambda room: room.article_list.move_to(len(room.article_list.ids) - 1),
    "list.half_down": lambda room: room.article_list.page(0.5),
    "list.half_up": lambda room: room.article_list.page(-0.5),
    "list.page_down": lambda room: room.article_list.page(1),
    "list.page_up": lambda room: room.article_list.page(-1),
    "list.next_unread": lambda room: room.listing.go_to_unread(1),
    "list.previous_unread": lambda room: room.listing.go_to_unread(-1),
    "list.unfold": lambda room: room.listing.toggle_unfolded(),
    "list.by_story": lambda room: room.listing.toggle_by_story(),
    "list.compare": lambda room: room.events.choose_or_compare(),
    "reader.next": lambda room: room.reader.move(1),
    "reader.previous": lambda room: room.reader.move(-1),
    "reader.page_down": lambda room: room.reader.page(1),
    "reader.page_up": lambda room: room.reader.page(-1),
    "reader.top": lambda room: room.reader.top(),
    "reader.bottom": lambda room: room.reader.bottom(),
    "reader.next_reported": lambda room: room.next_reported(1),
    "reader.previous_reported": lambda room: room.next_reported(-1),
    "reader.next_entity": lambda room: room.next_entity(1),
    "reader.previous_entity": lambda room: room.next_entity(-1),
    "reader.entity": lambda room: room.entities.open_chosen(),
    "reader.next_article": lambda room: room.step_article(1),
    "reader.previous_article": lambda room: room.step_article(-1),
    "reader.raw": lambda room: room.correcting.toggle_raw(),
    "reader.line": lambda room: room.correcting.toggle_line(),
    "reader.line_always": lambda room: room.correcting.always(),
    "reader.note": lambda room: room.noting.write(),
    "reader.highlights": lambda room: room.change_highlights(),
    "reader.to_list": lambda room: room.focus_pane(Pane.LIST),
    "side.next": lambda room: room.side.move(1),
    "side.previous": lambda room: room.side.move(-1),
    "side.open": lambda room: room.side.open_selected(),
    "side.why": lambda room: room.side.toggle_why(),
    "side.reports": lambda room: room.events.open_reports(),
    "side.to_reader": lambda room: room.focus_pane(Pane.READER),
    "article.compare": lambda room: room.events.compare_beside(),
    "article.tag": lambda room: room.pick_tag(),
    "article.repeat_tag": lambda room: room.marks.repeat_tag(),
    "article.star": lambda room: room.marks.toggle(Mark.STAR),
    "article.read": lambda room: room.marks.toggle(Mark.READ),
    "article.fetch": lambda room: room.errands.fetch(),
    "article.retry": lambda room: room.errands.retry(),
    "article.browser": lambda room: room.errands.open_in_browser(),
    "list.add": lambda room: room.errands.ask_what_to_add(),
    "sources.update": lambda room: room.errands.update(),
    "article.versions": lambda room: room.show_versions(),
    "marks.undo": lambda room: room.marks.undo(),
    "search.open": lambda room: room.searching.open(),
    "search.next": lambda room: room.step_article(1),
    "search.previous": lambda room: room.step_article(-1),
    "search.accept": lambda room: room.searching.accept(),
    "search.cancel": lambda room: room.searching.cancel(),
    "room.next_pane": lambda room: room.change_view(room.view.focus_beside(1)),
    "room.previous_pane": lambda room: room.change_view(room.view.focus_beside(-1)),
    "room.list": lambda room: room.focus_pane(Pane.LIST),
    "room.reader": lambda room: room.focus_pane(Pane.READER),
    "room.side": lambda room: room.focus_pane(Pane.SIDE),
    "room.zen": lambda room: room.change_view(room.view.toggle_zen()),
    "room.narrower": lambda room: room.change_view(room.view.widen_side(-SIDE_STEP)),
    "room.wider": lambda room: room.change_view(room.view.widen_side(SIDE_STEP)),
    "room.jump_back": lambda room: room.opening.jump_back(),
    "room.jump_forward": lambda room: room.opening.jump_forward(),
    "room.back": lambda room: room.back(),
    "room.cancel": lambda room: room.cancel(),
    "app.entities": lambda room: room.entities.open_list(),
    "app.entity_corrections": lambda room: room.entities.open_corrections(),
    "room.timeline": lambda room: room.events.open_timeline(),
    "app.rules": lambda room: room.broadsheet.show_rules(),
    "app.palette": lambda room: room.app.action_command_palette(),
    "app.help": lambda room: room.broadsheet.show_help(room.keyed_pane),
    "app.next_theme": lambda room: room.broadsheet.use_next_theme(),
    "app.quit": lambda room: room.app.exit(),
}
"""The commands of the panes of the reading room and of its search line."""
