"""What keeps a library up to date: its feeds and watched folders, addresses, and the full text of summaries."""

from __future__ import annotations

from articles.updating.updating import Updating

__all__ = ["Updating"]
