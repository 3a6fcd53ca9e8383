"""What `broadsheet doctor` looks at: the models, the library, the settings and the terminal, one finding each."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from articles.errors import BroadsheetError

_PACKAGES = ("textual", "spacy", "numpy", "lxml", "trafilatura", "httpx")


@dataclass(frozen=True, slots=True)
class Finding:
    """How one thing is."""

    subject: str
    state: str
    """What is there, in a few words; empty where that cannot be told."""
    problems: tuple[str, ...] = ()
    """What is wrong with it, a line each."""


def examine(library: Path) -> tuple[Finding, ...]:
    """Look at everything; the models are loaded, and the whole library is read.

    Args:
        library: The library file; it is not made where there is none.
    """
    looks: dict[str, Callable[[], Finding]] = {
        "program": _program,
        "packages": _packages,
        "language model": _language_model,
        "sentence encoder": _encoder,
        "library": lambda: _library(library),
        "settings": _settings,
        "terminal": _terminal,
    }
    return tuple(_looked(subject, look) for subject, look in looks.items())


def _looked(subject: str, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except BroadsheetError as error:
        return Finding(subject, "", (str(error),))


def _program() -> Finding:
    return Finding("program", f"Broadsheet {metadata.version('broadsheet')}, Python {platform.python_version()}")


def _packages() -> Finding:
    found = {name: _version(name) for name in _PACKAGES}
    missing = tuple(f"{name}: the package is missing. Install Broadsheet again." for name in found if not found[name])
    return Finding("packages", ", ".join(f"{name} {version}" for name, version in found.items() if version), missing)


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _language_model() -> Finding:
    from articles.annotation.engine import PINNED_MODEL, load_engine

    name = load_engine().name
    return Finding("language model", f"{name}, with the weights that it should have" if PINNED_MODEL in name else name)


def _encoder() -> Finding:
    from articles.annotation.encoder import load_encoder, why_not

    encoder = load_encoder()
    return Finding("sentence encoder", f"none ({why_not()})" if encoder is None else encoder.name)


def _library(path: Path) -> Finding:
    from articles.library import Library

    if not path.exists():
        return Finding("library", f"{path}, not made yet")
    with Library.open(path) as library:
        damage = tuple(f"{path}: {line}. Restore it from a copy." for line in library.damage())
        counts = library.counts()
        held = f"{counts.articles:,} articles, {counts.waiting:,} waiting, {counts.failed:,} failed"
        return Finding("library", f"{path}, version {library.version}, {held}, {_soundness(damage)}", damage)


def _soundness(damage: tuple[str, ...]) -> str:
    return "damaged" if damage else "sound"


def _settings() -> Finding:
    from tui.settings import load_settings, settings_folder
    from tui.theme_files import load_themes, shipped_folder, user_folder

    folder = settings_folder()
    chosen = load_settings(folder).theme
    loaded = load_themes((shipped_folder(), user_folder()))
    problems = tuple(str(problem) for problem in loaded.problems)
    return Finding("settings", f"{folder}, theme {chosen}", problems)


def _terminal() -> Finding:
    from rich.console import Console

    from tui.terminal import has_screen

    if not has_screen():
        return Finding("terminal", f"none, {sys.stdout.encoding}")
    columns, rows = shutil.get_terminal_size()
    console = Console()
    colours = "none (NO_COLOR)" if console.no_color else console.color_system or "none"
    kind = os.environ.get("TERM", "unknown")
    return Finding("terminal", f"{kind}, {columns} by {rows}, colours: {colours}, {sys.stdout.encoding}")
