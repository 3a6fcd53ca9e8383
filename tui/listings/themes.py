"""`broadsheet themes`: the themes there are, and what is wrong with those that cannot be used."""

from __future__ import annotations

from collections.abc import Sequence

from tui.contrast import Contrast
from tui.theme_files import LoadedThemes


def themes_text(loaded: LoadedThemes, chosen: str) -> str:
    """One line a theme, the chosen one marked."""
    return "".join(
        f"{'*' if name == chosen else ' '} {name:<24} {'dark' if theme.dark else 'light'}\n"
        for name, theme in sorted(loaded.themes.items())
    )


def themes_json(loaded: LoadedThemes, chosen: str) -> dict[str, object]:
    """The themes by name, and a line for each file that cannot be used."""
    themes = [
        {"name": name, "dark": theme.dark, "chosen": name == chosen} for name, theme in sorted(loaded.themes.items())
    ]
    return {"themes": themes, "problems": [str(problem) for problem in loaded.problems]}


def contrast_text(name: str, told: Sequence[Contrast]) -> str:
    """How well a theme can be read in one line, and a line for each text that cannot be read well enough."""
    if not told:
        return f"{name:<24} in the terminal's own colours, which are not known here\n"
    least = min(told, key=lambda each: each.ratio)
    verdict = "good" if all(each.is_enough for each in told) else "FAINT"
    lines = [
        f"{name:<24} {verdict}: every text at {least.ratio:.2f} to 1 or more; {least.needed:g} needed"
        f" ({least.role} on {least.ground} is the faintest)\n"
    ]
    lines += [
        f"    {each.role} on {each.ground}: {each.ratio:.2f} to 1, {each.needed:g} needed\n"
        for each in told
        if not each.is_enough
    ]
    return "".join(lines)


def contrast_json(name: str, told: Sequence[Contrast]) -> dict[str, object]:
    """The contrast of every text of a theme on every ground."""
    return {
        "name": name,
        "good": all(each.is_enough for each in told),
        "texts": [
            {"role": each.role, "ground": each.ground, "ratio": round(each.ratio, 2), "needed": each.needed}
            for each in told
        ],
    }
