"""An address opened in the reader's browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path

_IN_THE_TERMINAL = frozenset({"www-browser", "links", "elinks", "lynx", "w3m", "browsh", "carbonyl"})
"""Browsers that would draw over the reading room."""


def open_in_browser(address: str) -> str:
    """Open an address. Blocks for as long as starting the browser takes, so it wants a thread.

    Args:
        address: Opened only if it is one of the web, since it may come from a feed or page.

    Returns:
        Why it could not be opened, in one line; empty where it could.
    """
    if not address:
        return "No address is known of this article."
    if not address.startswith(("http://", "https://")):
        return f"Not an address of the web: {address}"
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return f"No browser was found for {address}"
    if Path(getattr(browser, "name", "")).name in _IN_THE_TERMINAL:
        return f"There is only a browser for the terminal for {address}"
    return "" if browser.open(address) else f"The browser did not start for {address}"
