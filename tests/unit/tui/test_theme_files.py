"""Themes: the ones that come along can be read by everybody, and a bad one is told by file, line and key."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from articles.errors import SettingsError, ThemeError
from tui.settings import Settings, load_settings, parse_settings
from tui.theme_files import (
    ENTITY_ROLES,
    GROUNDS,
    ROLES,
    TERMINAL_COLOUR,
    ThemeFile,
    load_themes,
    parse_theme,
    read_theme,
    shipped_folder,
)

SHIPPED = load_themes((shipped_folder(),))
DARK = (shipped_folder() / "dark.yaml").read_text(encoding="utf-8")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_three_themes_come_along_and_none_is_bad() -> None:
    assert set(SHIPPED.themes) == {"dark", "light", "high-contrast"}
    assert SHIPPED.problems == ()


@pytest.mark.parametrize("theme", SHIPPED.themes.values(), ids=lambda theme: theme.name)
def test_every_text_can_be_read_on_every_ground(theme: ThemeFile) -> None:
    least = 7.0 if theme.name == "high-contrast" else 4.5
    texts = [role for role in ROLES if role not in (*GROUNDS, "border")]
    faint = {
        f"{role} on {ground}": round(contrast(theme.roles[role].colour, theme.roles[ground].colour), 2)
        for role in texts
        for ground in GROUNDS
        if contrast(theme.roles[role].colour, theme.roles[ground].colour) < least
    }
    assert faint == {}


NAMED = [role for role in ENTITY_ROLES if role not in ("money", "quantity")]


@pytest.mark.parametrize("theme", SHIPPED.themes.values(), ids=lambda theme: theme.name)
def test_kinds_of_name_differ_by_more_than_colour(theme: ThemeFile) -> None:
    styles = {kind: theme.roles[kind].styles for kind in (*NAMED, "date")}
    alike = [pair for pair in combinations(styles, 2) if styles[pair[0]] == styles[pair[1]]]
    assert alike == [("law", "work")], "both are titles of texts"
    assert len({theme.roles[kind].colour for kind in NAMED}) == len(NAMED) - 1, "products and works share one"
    assert {theme.roles[kind].styles for kind in ("date", "money", "quantity")} == {()}, "digits tell these"


@pytest.mark.parametrize("theme", SHIPPED.themes.values(), ids=lambda theme: theme.name)
def test_without_colour_everything_found_is_still_seen_and_told_apart(theme: ThemeFile) -> None:
    bare = theme.without_colour()
    variables = bare.variables()
    shown = {kind: bare.roles[kind].definition for kind in (*ENTITY_ROLES, "date")} | {
        "trigger": variables["trigger-quiet"]
    }
    assert TERMINAL_COLOUR not in shown.values(), "nothing looks like plain text"
    alike = [pair for pair in combinations(shown, 2) if shown[pair[0]] == shown[pair[1]]]
    assert alike == [("money", "quantity")]


def test_a_theme_gives_the_variables_that_the_screen_uses() -> None:
    variables = SHIPPED.themes["dark"].variables()
    assert variables["entity-person"] == "#9cbdf2 bold"
    assert variables["entity-person-colour"] == "#9cbdf2"
    assert {f"entity-{role}" for role in ENTITY_ROLES} <= variables.keys()
    assert variables["muted"] == SHIPPED.themes["dark"].roles["muted"].colour


def test_without_colour_only_text_styles_are_left() -> None:
    bare = SHIPPED.themes["dark"].without_colour()
    assert {style.colour for style in bare.roles.values()} == {TERMINAL_COLOUR}
    assert bare.roles["person"].styles == ("bold",)
    assert bare.theme().ansi


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        (DARK.replace("dark: true", "dark: perhaps"), "t.yaml, line 3, dark", "true or false"),
        (DARK.replace("name: dark", "name: Dark Night"), "t.yaml, line 2, name", "lower-case"),
        (DARK.replace('"#9cbdf2 bold"', '"blueish"'), "roles.person", "not a colour"),
        (DARK.replace('"#9cbdf2 bold"', '"#9cbdf2 loud"'), "roles.person", "not a colour"),
        (DARK.replace('accent: "#e3b26b"', 'accent: "#e3b26b bold"'), "roles.accent", "colour only"),
        (DARK.replace("  person:", "  purson:"), "roles.purson", "no role 'purson'"),
        (DARK.replace('  ok: "#8fc99b"\n', ""), "line 4, roles", "'ok' is missing"),
        (DARK + "  - [", "t.yaml, line", "not valid YAML"),
        ("- just\n- a list\n", "t.yaml, line 1", "a theme is a mapping"),
        ("", "t.yaml, line 1", "a theme is a mapping"),
        ("name: a\ndark: true\nroles: 7\n", "t.yaml, line 3, roles", "mapping of roles"),
        ("? [1, 2]\n: 3\n", "t.yaml", ""),
    ],
)
def test_a_bad_theme_is_told_by_file_line_and_key(text: str, place: str, what: str) -> None:
    with pytest.raises(ThemeError) as caught:
        parse_theme(text, where="t.yaml")
    assert place in str(caught.value)
    assert what in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_bad_theme_file_is_skipped_and_the_others_load(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("name: 3", encoding="utf-8")
    (tmp_path / "binary.yaml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "mine.yaml").write_text(DARK.replace("name: dark", "name: mine"), encoding="utf-8")
    loaded = load_themes((shipped_folder(), tmp_path))
    assert set(loaded.themes) == {"dark", "light", "high-contrast", "mine"}
    assert [Path(problem.where.split(",")[0]).name for problem in loaded.problems] == ["bad.yaml", "binary.yaml"]


def test_a_theme_of_the_same_name_takes_the_place_of_one_that_came_along(tmp_path: Path) -> None:
    (tmp_path / "dark.yaml").write_text(DARK.replace("#e3b26b", "#ffffff"), encoding="utf-8")
    assert load_themes((shipped_folder(), tmp_path)).themes["dark"].roles["accent"].colour == "#ffffff"


def test_a_missing_theme_file_is_an_error_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match="No such file"):
        read_theme(tmp_path / "none.yaml")


def test_settings_have_defaults_and_are_checked(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()
    (tmp_path / "settings.yaml").write_text("theme: light\nkeys:\n  list.next: n\n", encoding="utf-8")
    assert load_settings(tmp_path) == Settings("light", {"list.next": "n"})


@pytest.mark.parametrize("text", ["colour: red", "theme: 3", "keys: [a]", "keys: {list.next: 3}", "- a", "theme: ["])
def test_bad_settings_are_told_in_one_line(text: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_settings(text, where="settings.yaml")
    assert str(caught.value).startswith("settings.yaml")
    assert "\n" not in str(caught.value)


def test_empty_settings_are_the_defaults() -> None:
    assert parse_settings("", where="settings.yaml") == Settings()
