"""The app: one reading room over one library, with its themes, its keys, and the pipeline at work beside it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import App
from textual.command import Provider
from textual.screen import Screen

from articles.errors import SettingsError, ThemeError
from articles.library import Library
from tui.commands import Command, Pane, commands_of
from tui.feeding import PIPELINE, Feeding, ProgressMade, WorkDone, progress_words, report_words
from tui.feeding_deeds import add_all
from tui.keymap import Keymap, conflicts, rebound
from tui.relinking import LINKS, LinksMade, RoomRelinking
from tui.rule_applying import RULES, RuleApplying, RulesApplied
from tui.screens.reading_room import ReadingRoom
from tui.settings import Settings, keep_theme, load_settings, settings_folder
from tui.theme_files import load_themes, read_theme, shipped_folder, user_folder
from tui.theme_roles import ThemeFile
from tui.theme_watch import ThemeWatch

if TYPE_CHECKING:
    from tui.screens.rules import RulesScreen

ANNOTATE_AFTER = 1.0
"""Seconds without a correction after which what has changed is annotated anew."""


def _command_provider() -> type[Provider]:
    from tui.palette import CommandProvider

    return CommandProvider


class Broadsheet(App[None]):
    """The reading room in a terminal.

    Args:
        library: The library file; it is created where there is none.
        paths: What to add to it once the room is open, as `articles.sources.read_sources` takes it.

    Raises:
        LibraryError: The library cannot be opened.
    """

    TITLE = "Broadsheet"
    CSS_PATH = "screens/reading_room.tcss"  # the framework loads no style sheet of a default screen by itself
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_command_provider}
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "f1"

    def __init__(self, library: Path, paths: Sequence[str] = ()) -> None:
        _keep_no_color_to_its_word()
        super().__init__(ansi_color=True)  # no filter then looks at every line for colours that our themes do not use
        self._notices: list[str] = []
        settings = self._load_settings()
        commands, unknown = rebound(settings.keys)
        self._notices.extend(f"settings, keys: there is no command {id!r}" for id in unknown)
        self._notices.extend(f"settings, keys: {conflict}" for conflict in conflicts(settings.keys, commands))
        self.keymap = Keymap(commands, settings.keys)
        self.themes: dict[str, ThemeFile] = {}
        self._theme_watch = ThemeWatch(self._theme_changed)
        self._load_theme(settings.theme)
        self._library = Library.open(library)
        self._paths = tuple(paths)
        self._has_fed = False
        self._is_feeding = False
        self._is_more_waiting = False
        self._is_quiet = False
        self._is_adding = False
        self._rules_screen: RulesScreen | None = None
        self._feeding = Feeding(library, self.post_message)
        self._rule_applying = RuleApplying(library, self.post_message)
        self._relinking = RoomRelinking(library, self.post_message)
        self.room = ReadingRoom(self._library)

    def get_default_screen(self) -> Screen[None]:
        """The reading room."""
        return self.room

    def commands_of(self, pane: Pane) -> tuple[Command, ...]:
        """The commands of a pane with the keys they have now, those of this pane alone first."""
        return commands_of(pane, self.keymap.commands)

    def key_of(self, command_id: str) -> str:
        """The key of a command as it is now, to be named in a message; its title where it has none."""
        command = next(each for each in self.keymap.commands if each.id == command_id)
        return command.keys[0] if command.keys else f"“{command.title}”"

    def footer_commands(self, pane: Pane) -> tuple[Command, ...]:
        """The commands whose keys are worth showing all the time."""
        return tuple(command for command in self.commands_of(pane) if command.in_footer)

    def begin_work(self) -> None:
        """Once the room has been painted: add what was named, and read the other themes."""
        self.run_worker(self._load_other_themes, thread=True, group="themes")
        if self._paths:
            self._feed()
        if self._library.corrections.awaiting():
            self.apply_rules()
        if self._library.entity_corrections.awaiting_links():
            self.link_again()

    def annotate_waiting(self) -> None:
        """Annotate what an earlier run left waiting; once, since what still waits after that would wait again."""
        if not (self._has_fed or self._is_feeding):
            self._feed()

    def annotate_new(self) -> None:
        """Annotate what waits now, once the pipeline is free; only what goes wrong is told in the end."""
        if self._is_feeding:
            self._is_more_waiting = True
            self._is_quiet = self._is_quiet or not self._is_adding
        else:
            self._feed(is_quiet=True)

    def annotate_changed(self) -> None:
        """Annotate what waits because its text has changed, once no more changes come for a while."""
        self._has_fed = True
        self.room.work(self._annotate_soon, group="annotating")

    def apply_rules(self) -> None:
        """Apply rules that have changed to all articles of their outlets."""
        self.run_worker(self._rule_applying.run, thread=True, group="rules")

    def link_again(self) -> None:
        """Link the articles anew whose names the reader has corrected."""
        self.run_worker(self._relinking.run, thread=True, group="links")

    def show_help(self, pane: Pane) -> None:
        """Show all keys."""
        from tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(pane, self.keymap.commands))

    def show_rules(self) -> None:
        """Show the reader's rules for outlets."""
        from tui.screens.rules import RulesScreen

        self._rules_screen = RulesScreen(self.room.correcting)
        self.push_screen(self._rules_screen, self._forget_rules_screen)

    def _forget_rules_screen(self, _: None) -> None:
        self._rules_screen = None

    def use_theme(self, name: str) -> None:
        """Change to a theme."""
        self.theme = name
        self.room.tell(f"Theme: {name}")

    def choose_theme(self) -> None:
        """Let the reader choose a theme: each is shown as the cursor comes to it, and the one taken is kept."""
        from tui.screens.choice_picker import ChoicePicker

        names, before = sorted(self.themes), self.theme

        def show(position: int) -> None:
            self.theme = names[position]

        def keep(chosen: int | None) -> None:
            self.theme = before if chosen is None else names[chosen]
            if chosen is not None:
                self.run_worker(partial(self._keep_theme, names[chosen]), thread=True, group="themes")

        at = names.index(before) if before in names else 0
        self.push_screen(ChoicePicker("Which theme?", names, at=at, moved=show), keep)

    def _keep_theme(self, name: str) -> None:
        try:
            keep_theme(settings_folder(), name)
        except SettingsError as problem:
            self.call_from_thread(self.room.tell, str(problem), is_error=True)
        else:
            self.call_from_thread(self.room.tell, f"Theme: {name}")

    def use_next_theme(self) -> None:
        """Change to the next theme by name."""
        names = sorted(self.themes)
        current = names.index(self.theme) if self.theme in names else -1
        self.use_theme(names[(current + 1) % len(names)])

    def action_help_quit(self) -> None:
        """Leave on Ctrl-C."""
        self.exit()

    def on_unmount(self) -> None:
        """Stop the work and close the library."""
        self._theme_watch.stop()
        self._feeding.cancel()
        self._rule_applying.cancel()
        self._relinking.cancel()
        self._library.close()

    async def _annotate_soon(self) -> None:
        await asyncio.sleep(ANNOTATE_AFTER)
        self.annotate_new()

    def _feed(self, *, is_quiet: bool = False) -> None:
        """Run the pipeline; where that is quiet, only what goes wrong is told in the end."""
        paths, self._paths = self._paths, ()
        self._has_fed = self._is_feeding = True
        self._is_more_waiting = False
        self._is_quiet = is_quiet
        self._is_adding = bool(paths)
        self.run_worker(partial(self._feeding.run, partial(add_all, paths)), thread=True, group="pipeline")

    @on(ProgressMade)
    def _show_progress(self, event: ProgressMade) -> None:
        self.room.status.show_progress(event.work, progress_words(event.progress))
        self.room.listing.refresh()

    @on(WorkDone)
    def _show_report(self, event: WorkDone) -> None:
        self.room.status.show_progress(event.work, "")
        self.room.listing.refresh()
        if event.work != PIPELINE:
            self.room.errands.done(event)
            return
        if event.report is None:
            self.room.tell(event.problem, is_error=True)
        elif (words := report_words(event.report)) and (event.report.problems or not self._is_quiet):
            self.room.tell(words, is_error=bool(event.report.problems))
        self._is_feeding = False
        if self._is_more_waiting:
            self._feed(is_quiet=True)

    @on(RulesApplied)
    def _show_rules_applied(self, event: RulesApplied) -> None:
        self.room.status.show_progress(RULES, "")
        self.room.correcting.rules_applied(event)
        if self._rules_screen is not None:
            self._rules_screen.refresh_rules()

    @on(LinksMade)
    def _show_links_made(self, event: LinksMade) -> None:
        self.room.status.show_progress(LINKS, "")
        problems = (event.problem,) if event.report is None else event.report.problems
        if problems:
            self.room.tell(problems[0], is_error=True)
        self.room.listing.refresh()
        self.room.work(self.room.opening.reload, group="links")
        self.room.entities.correcting.changed.publish(None)

    def _load_settings(self) -> Settings:
        try:
            return load_settings(settings_folder())
        except SettingsError as problem:
            self._notices.append(str(problem))
            return Settings()

    def _load_theme(self, name: str) -> None:
        """Read the one theme that is needed for the first paint; the one that came along where it is no good."""
        for path in (user_folder() / f"{name}.yaml", shipped_folder() / f"{name}.yaml", shipped_folder() / "dark.yaml"):
            if path.is_file():
                try:
                    theme = read_theme(path)
                except ThemeError as problem:
                    self._notices.append(str(problem))
                else:
                    self._offer((theme,))
                    self.theme = theme.name
                    self.stylesheet.set_variables(self.get_css_variables())
                    return

    def _load_other_themes(self) -> None:
        loaded = load_themes((shipped_folder(), user_folder()))
        self._theme_watch.watch(tuple(user_folder().glob("*.yaml")))
        self.call_from_thread(self._offer, tuple(loaded.themes.values()))
        notices = [*self._notices, *(str(problem) for problem in loaded.problems)]
        if notices:
            more = f" (and {len(notices) - 1} more)" if len(notices) > 1 else ""
            self.call_from_thread(self.room.tell, f"{notices[0]}{more}", is_error=True)

    def _theme_changed(self, path: Path) -> None:
        """Show a theme of the reader's as its file now says; where that is no theme, as it was. From another thread."""
        try:
            theme = read_theme(path)
        except ThemeError as problem:
            words = str(problem).replace(str(path), path.name)
            self.call_from_thread(self.room.tell, words, is_error=True)
        else:
            self.call_from_thread(self._offer_again, theme)

    def _offer_again(self, theme: ThemeFile) -> None:
        self._offer((theme,))
        if self.theme == theme.name:
            self.refresh_css()

    def _offer(self, themes: Iterable[ThemeFile]) -> None:
        for theme in themes:
            shown = theme.without_colour() if self.no_color else theme
            self.themes[theme.name] = shown
            self.register_theme(shown.theme())


def _keep_no_color_to_its_word() -> None:
    """An empty NO_COLOR means nothing (no-color.org), but the framework would take it for a wish."""
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]
