"""Themes as YAML files: read, checked, and completed from the theme that one extends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from articles.errors import ThemeError
from tui.plain_yaml import plain_mapping
from tui.theme_roles import ANSI_COLOURS, COLOUR_ROLES, ROLES, TERMINAL_COLOUR, TEXT_STYLES, RoleStyle, ThemeFile

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_OWN = {"default": TERMINAL_COLOUR, **{name: f"ansi_{name.replace('-', '_')}" for name in ANSI_COLOURS}}
"""The terminal's own colours by the names that a theme file gives them."""

Base = Callable[[str], ThemeFile]
"""Gives the theme that one extends, by its name."""


@dataclass(frozen=True, slots=True)
class LoadedThemes:
    """The themes that could be read, by name, and what was wrong with the others."""

    themes: Mapping[str, ThemeFile]
    problems: tuple[ThemeError, ...] = ()


def shipped_folder() -> Path:
    """Where the themes that come with Broadsheet lie: beside the package in a wheel, else in the checkout."""
    package = Path(__file__).parent
    inside = package / "themes"
    return inside if inside.is_dir() else package.parent / "themes"


def user_folder() -> Path:
    """Where the reader's own themes lie."""
    from tui.settings import settings_folder

    return settings_folder() / "themes"


def theme_path(name: str) -> Path:
    """The file of a theme: the reader's own, else the one that came along.

    Raises:
        ThemeError: There is none of that name.
    """
    for folder in (user_folder(), shipped_folder()):
        if name and Path(name).name == name and (folder / f"{name}.yaml").is_file():
            return folder / f"{name}.yaml"
    raise ThemeError(f"there is no theme {name!r}", remedy="`broadsheet themes` lists them")


def load_themes(folders: Iterable[Path]) -> LoadedThemes:
    """Every theme in the folders; a later folder's theme takes the place of an earlier one of the same name."""
    themes: dict[str, ThemeFile] = {}
    problems: list[ThemeError] = []
    for path in (path for folder in folders for path in sorted(folder.glob("*.yaml"))):
        try:
            theme = read_theme(path)
        except ThemeError as problem:
            problems.append(problem)
        else:
            themes[theme.name] = theme
    return LoadedThemes(themes, tuple(problems))


def read_theme(path: Path, extending: tuple[Path, ...] = ()) -> ThemeFile:
    """The theme in a file, completed from the one that it extends: of its own folder, else of those that came along.

    Args:
        path: The file.
        extending: The files of the themes that extend it, which it may not extend itself.

    Raises:
        ThemeError: The file cannot be read or is no theme; the message names file, line and key.
    """
    own = (*extending, path.resolve())

    def base(name: str) -> ThemeFile:
        folders = (path.parent, shipped_folder())
        found = [each for each in (folder / f"{name}.yaml" for folder in folders) if each.is_file()]
        if not found:
            raise ThemeError(f"there is no theme {name!r} to extend")
        fresh = [each for each in found if each.resolve() not in own]
        if not fresh:
            raise ThemeError(f"it would extend itself by way of {name!r}")
        return read_theme(fresh[0], own)

    try:
        return parse_theme(path.read_text(encoding="utf-8"), where=str(path), base=base)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not UTF-8 text"
        raise ThemeError(f"cannot read this theme: {reason}", where=str(path)) from error


def parse_theme(text: str, *, where: str, base: Base | None = None) -> ThemeFile:
    """The theme that YAML text describes.

    Args:
        text: The YAML: `name`, `dark`, `roles`, and `extends` where another theme gives what is left out.
        where: Names it in errors.
        base: Gives the theme that it extends; None where it cannot extend any.

    Raises:
        ThemeError: It is no theme.
    """
    document = plain_mapping(text) or _document(text, where)
    checked = _Checked(text, where)
    if not isinstance(document, dict):
        raise checked.problem((), "a theme is a mapping with name, dark and roles")
    name = document.get("name")
    if not isinstance(name, str) or not re.fullmatch(r"[a-z0-9][a-z0-9-]*", name):
        raise checked.problem(("name",), "a name is lower-case letters, digits and hyphens")
    extended = checked.extended(document["extends"], base) if "extends" in document else None
    dark = document.get("dark", extended.dark if extended else None)
    if not isinstance(dark, bool):
        raise checked.problem(("dark",), "must be true or false")
    roles = document.get("roles", {} if extended else None)
    if not isinstance(roles, dict):
        raise checked.problem(("roles",), "must be a mapping of roles to styles")
    return ThemeFile(name, dark, checked.roles(roles, extended.roles if extended else {}))


def _document(text: str, where: str) -> object:
    """What YAML text says."""
    import yaml

    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"{where}, line {mark.line + 1}" if mark else where
        raise ThemeError("not valid YAML", where=line, remedy="Compare with a theme that came along") from error


@dataclass(frozen=True, slots=True)
class _Checked:
    """The text of a theme file, to say where in it something is wrong."""

    text: str
    where: str

    def extended(self, name: object, base: Base | None) -> ThemeFile:
        """The theme that it extends."""
        if not isinstance(name, str) or base is None:
            raise self.problem(("extends",), "must be the name of another theme")
        try:
            return base(name)
        except ThemeError as error:
            raise self.problem(("extends",), str(error)) from error

    def roles(self, roles: Mapping[object, object], given: Mapping[str, RoleStyle]) -> dict[str, RoleStyle]:
        """All roles: those of the file, and those that are given where it leaves them out."""
        for role in roles:
            if role not in ROLES:
                raise self.problem(("roles", str(role)), f"there is no role {role!r}")
        for role in ROLES:
            if role not in roles and role not in given:
                raise self.problem(("roles",), f"the role {role!r} is missing")
        return {role: self._style(role, roles[role]) if role in roles else given[role] for role in ROLES}

    def _style(self, role: str, style: object) -> RoleStyle:
        words = style.split() if isinstance(style, str) else []
        colours = [_OWN.get(word, word.lower()) for word in words if word in _OWN or _COLOUR.fullmatch(word)]
        styles = tuple(word for word in words if word in TEXT_STYLES)
        if len(colours) != 1 or len(colours) + len(styles) != len(words):
            known = (
                f"a colour (#rrggbb, or the terminal's: default, red, bright-red, ...) with {', '.join(TEXT_STYLES)}"
            )
            raise self.problem(("roles", role), f"{style!r} is not {known}")
        if styles and role in COLOUR_ROLES:
            raise self.problem(("roles", role), "takes a colour only")
        return RoleStyle(colours[0], styles)

    def problem(self, keys: tuple[str, ...], what: str) -> ThemeError:
        """An error that names the file, the line and the key."""
        place = f"{self.where}, line {self._line(keys)}"
        return ThemeError(what, where=f"{place}, {'.'.join(keys)}" if keys else place)

    def _line(self, keys: tuple[str, ...]) -> int:
        """The line, from 1, of the deepest of the keys that is there."""
        import yaml

        node = yaml.compose(self.text, Loader=yaml.SafeLoader)
        line = 1
        for wanted in keys:
            found = [pair for pair in getattr(node, "value", ()) if isinstance(pair, tuple) and pair[0].value == wanted]
            if not found:
                break
            line = found[0][0].start_mark.line + 1
            node = found[0][1]
        return line
