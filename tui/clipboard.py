"""Text put on the clipboard: by the terminal (OSC 52), which works over SSH, and by the desktop's own program."""

from __future__ import annotations

from contextlib import suppress


def copy_to_desktop(text: str) -> None:
    """Put text on the clipboard of the desktop, where it has one. Blocks for as long as that takes."""
    import pyperclip

    with suppress(pyperclip.PyperclipException, OSError):
        pyperclip.copy(text)
