"""How well the texts of a theme can be read: contrast as WCAG 2.2 defines it (success criteria 1.4.3 and 1.4.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui.theme_roles import GROUNDS, ROLES, ThemeFile

AA, AAA = 4.5, 7.0
"""Contrast that text needs, and that it needs in themes of high contrast."""

_HEX = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Contrast:
    """A text of a theme on one of its grounds."""

    role: str
    ground: str
    ratio: float
    """1 for the same luminance, 21 for black and white."""
    needed: float

    @property
    def is_enough(self) -> bool:
        """Whether it reaches what is needed."""
        return self.ratio >= self.needed


def contrasts(theme: ThemeFile) -> Iterator[Contrast]:
    """Every text on every ground of a theme, those in the terminal's own colours left out: nobody knows these."""
    needed = AAA if theme.name.startswith("high-contrast") else AA
    for role in ROLES:
        if role in GROUNDS or role == "border":
            continue
        for ground in GROUNDS:
            colours = theme.roles[role].colour, theme.roles[ground].colour
            if all(map(_HEX.fullmatch, colours)):
                yield Contrast(role, ground, ratio(*colours), needed)


def ratio(one: str, other: str) -> float:
    """The contrast ratio of two colours, given as `#rrggbb`."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour, given as `#rrggbb`: 0 to 1."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
