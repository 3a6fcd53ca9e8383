"""Everything that the reader can do, by screen, in one table from which all that tells of keys is made."""

from tui.commands.command import ROOM, Command, Pane
from tui.commands.table import BY_ID, COMMANDS, commands_of, grouped, key_table_markdown

__all__ = ["BY_ID", "COMMANDS", "ROOM", "Command", "Pane", "commands_of", "grouped", "key_table_markdown"]
