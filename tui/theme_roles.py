"""What a theme is: a colour and text styles for each role, and the variables that styles name roles by.

A style in CSS or in a span names a role by its variable: `$muted`, `$cursor`, `$entity-person`, `$relation-same`.
The variables of roles in `COLOUR_ROLES` hold a colour only and so fit CSS; the others hold colour and text styles
(`#9cbdf2 bold`), to be used as the style of a span; `$entity-person-colour` holds the colour alone. `$trigger-quiet`
is how triggers are marked in running text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

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

ANSI_COLOURS = tuple(
    f"{bright}{colour}"
    for bright in ("", "bright-")
    for colour in ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
)
"""The terminal's own sixteen colours, as a theme file names them."""


@dataclass(frozen=True, slots=True)
class RoleStyle:
    """How one role looks."""

    colour: str
    """`#rrggbb`, or one of the terminal's own: `ansi_bright_red`, `TERMINAL_COLOUR`."""
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
