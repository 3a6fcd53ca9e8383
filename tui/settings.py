"""The reader's settings: one small YAML file in the user's configuration folder, checked key by key."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from articles.errors import SettingsError

SETTINGS_FILE = "settings.yaml"
_THEME_LINE = re.compile(r"^theme:[^\n]*\n?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reader can choose."""

    theme: str = "dark"
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys by command id, as the help writes them; several are separated by spaces: `{"list.next": "j down"}`."""


def settings_folder() -> Path:
    """The folder of settings and own themes: `BROADSHEET_CONFIG`, else the place the platform has for it."""
    chosen = os.environ.get("BROADSHEET_CONFIG")
    if chosen:
        return Path(chosen)
    import platformdirs

    return platformdirs.user_config_path("broadsheet", appauthor=False)


def load_settings(folder: Path) -> Settings:
    """The settings kept in a folder; the defaults where there is no file.

    Raises:
        SettingsError: The file is there and cannot be used.
    """
    path = folder / SETTINGS_FILE
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError("cannot read the settings", where=str(path)) from error
    return parse_settings(text, where=str(path))


def parse_settings(text: str, *, where: str) -> Settings:
    """The settings that YAML text gives. `where` names it in errors.

    Raises:
        SettingsError: A key is unknown or has a value of the wrong kind.
    """
    import yaml

    try:
        document = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise SettingsError("not valid YAML", where=where) from error
    if document is None:
        return Settings()
    if not isinstance(document, dict):
        raise SettingsError("settings are a mapping of names to values", where=where)
    for key in document:
        if key not in ("theme", "keys"):
            raise SettingsError(f"there is no setting {key!r}", where=where, remedy="There are theme and keys")
    theme = document.get("theme", Settings().theme)
    if not isinstance(theme, str):
        raise SettingsError("must be the name of a theme", where=f"{where}, theme")
    keys = document.get("keys") or {}
    if not isinstance(keys, dict) or not all(isinstance(item, str) for pair in keys.items() for item in pair):
        raise SettingsError("must map command ids to keys", where=f"{where}, keys")
    return Settings(theme, keys)


def keep_theme(folder: Path, name: str) -> None:
    """Write into the settings which theme to begin with; all else of the file, comments too, stays as it is.

    Raises:
        SettingsError: The settings cannot be written.
    """
    path = folder / SETTINGS_FILE
    line = f"theme: {name}\n"
    try:
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        kept, found = _THEME_LINE.subn(line, text, count=1)
        if not found:
            kept = f"{text}{'' if text.endswith(chr(10)) or not text else chr(10)}{line}"
        folder.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}.new")
        fresh.write_text(kept, encoding="utf-8")
        fresh.replace(path)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError("cannot write the settings", where=str(path)) from error
