"""Themes as YAML: a colour and text styles for each role, read into a frozen model and turned into a Textual theme.

A style in CSS or in a span names a role by its variable: `$muted`, `$cursor`, `$entity-person`, `$relation-same`.
The variables of roles in `COLOUR_ROLES` hold a colour only and so fit CSS; the others hold colour and text styles
(`#9cbdf2 bold`), to be used as the style of a span; `$entity-person-colour` holds the colour alone. `$trigger-quiet`
is how triggers are marked in running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from articles.errors import ThemeError
from tui.plain_yaml import plain_mapping

if TYPE_CHECKING:
    from textual.theme import Theme

COLOUR_ROLES = (
    "background",
    "surface",
    "text",
    "muted",
    "accent",
    "border",
    "cursor",
    "cursor-blurred",
    "selection",
    "highlight",
)
"""Roles that take a colour without text styles."""

ENTITY_ROLES = (
    "person",
    "organisation",
    "place",
    "nationality",
    "event",
    "product",
    "law",
    "work",
    "money",
    "quantity",
)
"""Roles named like the kinds of entity; their variables begin with `entity-`."""

RELATION_ROLES = ("same", "differs", "disputes", "follows")
"""Roles of the cross-reference pane; their variables begin with `relation-`."""

STYLED_ROLES = ("error", "ok", "unread", "star", "tag", "date", "trigger", "doubtful", "dropped")
"""The other roles that take a colour and text styles; their variables are named like them."""

ROLES = (*COLOUR_ROLES, *STYLED_ROLES, *ENTITY_ROLES, *RELATION_ROLES)
"""Every role, all of which a theme file gives."""

TEXT_STYLES = ("bold", "italic", "underline", "reverse", "dim", "strike")

GROUNDS = ("background", "surface", "cursor", "cursor-blurred", "selection", "highlight")
"""The roles that lie behind text."""

TERMINAL_COLOUR = "ansi_default"
"""The terminal's own colour of text, or of its ground."""

WITHOUT_COLOUR = {
    "law": ("dim", "italic"),
    "date": ("dim", "underline"),
    "money": ("dim", "italic", "underline"),
    "quantity": ("dim", "italic", "underline"),
}
"""What tells the roles apart where there is no colour that themes tell apart by colour or leave as plain as the text.

Sums and quantities share theirs: both are amounts, and their words tell which."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class RoleStyle:
    """How one role looks."""

    colour: str
    """`#rrggbb`, or `TERMINAL_COLOUR`."""
    styles: tuple[str, ...] = ()

    @property
    def definition(self) -> str:
        """As a style of a span: `#9cbdf2 bold`."""
        return " ".join((self.colour, *self.styles))


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """What a theme file says."""

    name: str
    dark: bool
    roles: Mapping[str, RoleStyle]

    def variables(self) -> dict[str, str]:
        """The CSS variables of the theme, by name without the dollar."""
        variables = {role: self.roles[role].colour for role in COLOUR_ROLES}
        for role in (*STYLED_ROLES, *ENTITY_ROLES, *RELATION_ROLES):
            name = _variable(role)
            variables[name] = self.roles[role].definition
            variables[f"{name}-colour"] = self.roles[role].colour
        is_plain = self.roles["trigger"].colour == TERMINAL_COLOUR
        variables["trigger-quiet"] = f"{TERMINAL_COLOUR} dim" if is_plain else self.roles["trigger"].colour
        return {**variables, **_framework_variables(variables)}

    def without_colour(self) -> ThemeFile:
        """The same with text styles only, in the terminal's own two colours."""
        roles = {
            role: RoleStyle(TERMINAL_COLOUR, WITHOUT_COLOUR.get(role, style.styles))
            for role, style in self.roles.items()
        }
        return ThemeFile(self.name, self.dark, roles)

    def theme(self) -> Theme:
        """The same as a Textual theme."""
        from textual.theme import Theme

        colour = {role: self.roles[role].colour for role in ROLES}
        variables = self.variables()
        for own in ("background", "surface", "accent", "error"):
            variables.pop(own)
        return Theme(
            name=self.name,
            primary=colour["accent"],
            secondary=colour["follows"],
            accent=colour["accent"],
            warning=colour["differs"],
            error=colour["error"],
            success=colour["ok"],
            foreground=colour["text"],
            background=colour["background"],
            surface=colour["surface"],
            panel=colour["surface"],
            dark=self.dark,
            variables=variables,
            ansi=colour["text"] == TERMINAL_COLOUR,
        )


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


def read_theme(path: Path) -> ThemeFile:
    """The theme in a file.

    Raises:
        ThemeError: The file cannot be read or is no theme; the message names file, line and key.
    """
    try:
        return parse_theme(path.read_text(encoding="utf-8"), where=str(path))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not UTF-8 text"
        raise ThemeError(f"cannot read this theme: {reason}", where=str(path)) from error


def parse_theme(text: str, *, where: str) -> ThemeFile:
    """The theme that YAML text describes. `where` names it in errors.

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
    dark = document.get("dark")
    if not isinstance(dark, bool):
        raise checked.problem(("dark",), "must be true or false")
    roles = document.get("roles")
    if not isinstance(roles, dict):
        raise checked.problem(("roles",), "must be a mapping of roles to styles")
    return ThemeFile(name, dark, checked.roles(roles))


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

    def roles(self, roles: Mapping[object, object]) -> dict[str, RoleStyle]:
        for role in roles:
            if role not in ROLES:
                raise self.problem(("roles", str(role)), f"there is no role {role!r}")
        for role in ROLES:
            if role not in roles:
                raise self.problem(("roles",), f"the role {role!r} is missing")
        return {role: self._style(role, roles[role]) for role in ROLES}

    def _style(self, role: str, style: object) -> RoleStyle:
        words = style.split() if isinstance(style, str) else []
        colours = [word for word in words if _COLOUR.fullmatch(word)]
        styles = tuple(word for word in words if word in TEXT_STYLES)
        if len(colours) != 1 or len(colours) + len(styles) != len(words):
            raise self.problem(("roles", role), f"{style!r} is not a colour as #rrggbb with {', '.join(TEXT_STYLES)}")
        if styles and role in COLOUR_ROLES:
            raise self.problem(("roles", role), "takes a colour only")
        return RoleStyle(colours[0].lower(), styles)

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


def _variable(role: str) -> str:
    if role in ENTITY_ROLES:
        return f"entity-{role}"
    return f"relation-{role}" if role in RELATION_ROLES else role


def _framework_variables(own: Mapping[str, str]) -> dict[str, str]:
    """Textual's own variables, so that its widgets look like ours."""
    is_plain = own["text"] == TERMINAL_COLOUR
    plain = {"ansi-background": TERMINAL_COLOUR, "ansi-foreground": TERMINAL_COLOUR} if is_plain else {}
    return {
        **plain,
        "text-muted": own["muted"],
        "border-blurred": own["border"],
        "block-cursor-background": own["cursor"],
        "block-cursor-foreground": own["text"],
        "block-cursor-text-style": "reverse" if is_plain else "bold",
        "block-cursor-blurred-background": own["cursor-blurred"],
        "block-cursor-blurred-foreground": own["text"],
        "scrollbar": own["border"],
        "scrollbar-hover": own["muted"],
        "scrollbar-active": own["accent"],
        "scrollbar-background": own["background"],
        "scrollbar-background-hover": own["background"],
        "scrollbar-background-active": own["background"],
        "scrollbar-corner-color": own["background"],
        "screen-selection-background": own["selection"],
        "input-selection-background": own["selection"],
        "input-cursor-background": own["accent"],
        "input-cursor-foreground": own["background"],
        "input-cursor-text-style": "reverse" if is_plain else "none",
        "link-color": own["accent"],
    }
