"""Themes: the ones that come along can be read by everybody, and a bad one is told by file, line and key."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from articles.errors import SettingsError, ThemeError
from tui.contrast import AA, AAA, contrasts, ratio
from tui.settings import Settings, keep_theme, load_settings, parse_settings
from tui.theme_files import load_themes, parse_theme, read_theme, shipped_folder
from tui.theme_roles import ENTITY_ROLES, GROUNDS, ROLES, TERMINAL_COLOUR, ThemeFile

SHIPPED = load_themes((shipped_folder(),))
DARK = (shipped_folder() / "dark.yaml").read_text(encoding="utf-8")


OF_THE_TERMINAL = {"terminal", "none"}
COLOURED = [theme for theme in SHIPPED.themes.values() if theme.name not in OF_THE_TERMINAL]


def test_themes_for_every_eye_and_terminal_come_along_and_none_is_bad() -> None:
    assert set(SHIPPED.themes) - OF_THE_TERMINAL == {
        "colour-blind",
        "dark",
        "high-contrast",
        "high-contrast-light",
        "light",
        "sepia",
    }
    assert SHIPPED.problems == ()


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_every_text_can_be_read_on_every_ground(theme: ThemeFile) -> None:
    told = list(contrasts(theme))
    assert len(told) == (len(ROLES) - len(GROUNDS) - 1) * len(GROUNDS)
    assert {each.needed for each in told} == {AAA if "high-contrast" in theme.name else AA}
    assert [each for each in told if not each.is_enough] == []


def test_contrast_is_that_of_wcag() -> None:
    assert ratio("#000000", "#ffffff") == ratio("#ffffff", "#000000") == pytest.approx(21)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_the_terminals_own_colours_are_not_measured() -> None:
    assert [list(contrasts(SHIPPED.themes[name])) for name in OF_THE_TERMINAL] == [[], []]


def test_without_colour_is_a_theme_of_its_own() -> None:
    assert {style.colour for style in SHIPPED.themes["none"].roles.values()} == {TERMINAL_COLOUR}
    assert SHIPPED.themes["none"].theme().ansi


def own(folder: Path, name: str, *lines: str) -> Path:
    path = folder / f"{name}.yaml"
    path.write_text("\n".join((f"name: {name}", *lines)), "utf-8")
    return path


def test_what_a_theme_leaves_out_is_that_of_the_one_it_extends(tmp_path: Path) -> None:
    own(tmp_path, "mine", "extends: dark", "roles:", '  person: "#ff0000 bold"')
    theme = read_theme(own(tmp_path, "ours", "extends: mine", "roles:", "  place: bright-green underline"))
    dark = SHIPPED.themes["dark"]
    assert (theme.dark, theme.roles["text"]) == (True, dark.roles["text"])
    assert theme.roles["person"].definition == "#ff0000 bold"
    assert theme.roles["place"].definition == "ansi_bright_green underline"


def test_a_theme_of_the_readers_may_extend_the_one_of_its_name(tmp_path: Path) -> None:
    assert read_theme(own(tmp_path, "light", "extends: light")).roles == SHIPPED.themes["light"].roles


def test_themes_that_extend_each_other_or_nothing_are_told(tmp_path: Path) -> None:
    one = own(tmp_path, "one", "extends: two")
    own(tmp_path, "two", "extends: one")
    with pytest.raises(ThemeError, match=r"one.yaml, line 2, extends.*by way of 'one'"):
        read_theme(one)
    with pytest.raises(ThemeError, match=r"line 2, extends.*no theme 'three'"):
        read_theme(own(tmp_path, "one", "extends: three"))
    with pytest.raises(ThemeError, match=r"line 2, extends.*name of another"):
        read_theme(own(tmp_path, "one", "extends: 7"))


NAMED = [role for role in ENTITY_ROLES if role not in ("money", "quantity")]


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
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
    assert set(loaded.themes) == {*SHIPPED.themes, "mine"}
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


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "theme: sepia\n"),
        ("# mine\ntheme: dark  # at night\nkeys:\n  list.next: j\n", "# mine\ntheme: sepia\nkeys:\n  list.next: j\n"),
        ("keys:\n  list.next: j", "keys:\n  list.next: j\ntheme: sepia\n"),
    ],
)
def test_a_theme_is_kept_and_all_else_stays(tmp_path: Path, before: str, after: str) -> None:
    if before:
        (tmp_path / "settings.yaml").write_text(before, "utf-8")
    keep_theme(tmp_path, "sepia")
    assert (tmp_path / "settings.yaml").read_text("utf-8") == after
    assert load_settings(tmp_path).theme == "sepia"
    assert [path.name for path in tmp_path.iterdir()] == ["settings.yaml"]
