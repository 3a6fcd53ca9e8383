"""The folder of notes: every link leads somewhere, and every note says what it is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import yaml

from articles.export.markdown import INDEX, markdown_notes
from articles.library import Library
from tests.unit.export.conftest import HOSTILE_TITLE

LINK = re.compile(r"\[\[([^\[\]|#]*)(?:#\^([\w-]+))?(?:\|[^\[\]|]+)?\]\]")


def made_of(library: Library, ids: Sequence[int] | None = None) -> dict[str, str]:
    notes = markdown_notes(library, library.ids() if ids is None else ids)
    return {path: "".join(pieces) for path, pieces in notes}


def unresolved(notes: dict[str, str]) -> list[tuple[str, str]]:
    """The links of notes that lead nowhere, each with its note."""
    lost = []
    for path, text in notes.items():
        for link in LINK.finditer(text):
            target = notes.get(f"{link[1]}.md") if link[1] else text
            if target is None or (link[2] and not re.search(rf"(?:^| )\^{link[2]}$", target, re.MULTILINE)):
                lost.append((path, link[0]))
    return lost


def links(text: str) -> list[str]:
    return [link[1] for link in LINK.finditer(text)]


def properties(text: str) -> Any:  # noqa: ANN401 - YAML is whatever it is
    return yaml.safe_load(text.split("---\n")[1])


def test_all_links_lead_somewhere(library: Library) -> None:
    notes = made_of(library)
    assert unresolved(notes) == []
    assert sum(len(links(text)) for text in notes.values()) > 15
    assert {"[[" in re.sub(LINK, "", text) for text in notes.values()} == {False}


def test_a_note_tells_what_is_known_of_its_article(library: Library) -> None:
    text = made_of(library)["articles/1 Report 1.md"]
    known = properties(text)
    assert known["title"] == "Report 1"
    assert known["outlet"] == "Harbour & Co"
    assert known["published"].isoformat() == "2023-09-04"
    assert known["tags"] == ["to-read"]
    assert known["broadsheet"] == 1
    assert "# Report 1\n\n^title\n" in text
    assert "] opened the bridge in [[entities/" in text


def test_notes_stand_with_the_paragraph_they_are_of(library: Library) -> None:
    notes = made_of(library)
    section = notes["articles/1 Report 1.md"].partition("## Notes\n\n")[2].partition("\n## ")[0]
    assert section == (
        "- “Ana Ruiz” [[#^p0|paragraph 0]]\n\n  Who is she?\n  - really\n- “9 million” [[#^p1|paragraph 1]]\n"
    )
    assert "- “Report” [[#^title|the title]]" in notes["articles/2 Report 2.md"]


def test_an_entity_and_a_shared_event_lead_to_their_articles(library: Library) -> None:
    notes = made_of(library)
    (ruiz,) = [text for path, text in notes.items() if path.startswith("entities/") and path.endswith("Ana Ruiz.md")]
    assert properties(ruiz)["kind"] == "person"
    assert sorted(links(ruiz)) == ["articles/1 Report 1", "articles/2 Report 2"]
    (event,) = [text for path, text in notes.items() if path.startswith("events/")]
    assert "[[articles/1 Report 1#^p0|Report 1]] · Harbour & Co · 4 Sep 2023" in event
    assert "“The bridge was opened by Ana Ruiz.”" in event


def test_an_event_that_only_one_of_the_exported_articles_reports_has_no_note(library: Library) -> None:
    notes = made_of(library, [2, 3])
    assert not any(path.startswith("events/") for path in notes)
    assert unresolved(notes) == []


def test_the_index_leads_to_every_note(library: Library) -> None:
    notes = made_of(library)
    assert {f"{path}.md" for path in links(notes[INDEX])} == notes.keys() - {INDEX}


def test_a_hostile_article_makes_no_links_and_no_markup(library: Library) -> None:
    notes = made_of(library)
    (path,) = [each for each in notes if each.startswith("articles/3 ")]
    assert not set(path) & set('<>:"\\|?*#^[]')
    text = notes[path]
    assert "<" not in text.split("---\n", 2)[2]
    assert all(link.startswith("entities/") or not link for link in links(text))
    assert properties(text)["title"] == HOSTILE_TITLE.replace("[[", "[ [").replace("]]", "] ]")
    assert properties(text)["tags"] == ["1-1", "to-read"]
    assert "\n  + **mine**\n" in text, "notes are the reader's own Markdown"


def test_names_stay_the_same_from_one_export_to_the_next(library: Library) -> None:
    whole = made_of(library)
    assert made_of(library) == whole
    assert made_of(library, [1]).keys() <= whole.keys()


def test_what_the_reader_has_hidden_has_no_note(library: Library) -> None:
    (ruiz,) = [each for each in library.entities() if each.name == "Ana Ruiz"]
    library.entity_corrections.hide(ruiz.id)
    notes = made_of(library)
    assert not any(path.endswith("Ana Ruiz.md") for path in notes)
    assert unresolved(notes) == []
