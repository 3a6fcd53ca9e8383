"""`broadsheet themes`: the themes there are, and what is wrong with those that cannot be used."""

from __future__ import annotations

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
