"""Screens as text, kept in files and compared. BROADSHEET_UPDATE_SNAPSHOTS=1 writes them anew; read the difference."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

FOLDER = Path(__file__).parent
SIZES = [(60, 20), (80, 24), (160, 50)]

OPENING = date(2024, 5, 2)
"""The day on which the bridge of these articles was opened."""


def check(name: str, text: str) -> None:
    """Compare with the text kept under a name, or keep it."""
    kept = FOLDER / f"{name}.txt"
    if os.environ.get("BROADSHEET_UPDATE_SNAPSHOTS") == "1":
        kept.write_text(text + "\n", encoding="utf-8")
    assert kept.is_file(), f"{kept.name} is not there: run with BROADSHEET_UPDATE_SNAPSHOTS=1"
    assert text + "\n" == kept.read_text(encoding="utf-8")
