"""The formats that carry all of an article, read back by other programs' readers."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from articles.anchoring import Anchor
from articles.export.harvest import ExportedArticle, harvest
from articles.export.json_lines import json_lines
from articles.export.markdown_folder import MarkdownFolder
from articles.export.tables import HEADINGS, tables
from articles.export.web_annotation import text_of, web_annotations
from articles.library import Library
from articles.model import Article, Basis, Block, BlockKind, Precision, Published
from tests.library.building import raw

_LINK = re.compile(r"\]\(<([^>]*)>\)")
HOSTILE = Article(
    "=cmd|'/c calc'!A1 [[x]] <script>",
    (
        Block(BlockKind.PARAGRAPH, "# not a heading\nand - no list"),
        Block(BlockKind.LIST_ITEM, "1. item", marker="2."),
        Block(BlockKind.HEADING, "Head | line"),
        Block(BlockKind.QUOTATION, "> deep"),
        Block(BlockKind.CAPTION, "*A ship*", credit="@agency"),
    ),
    byline="+Ann",
    outlet="@outlet",
    published=Published(date(2024, 2, 3), Precision.DAY, Basis.STATED),
)


@pytest.fixture
def marked(sample_library: Path) -> Library:
    """The samples and a hostile article, with a tag, a note on the article, a highlight and a noted passage."""
    library = Library.open(sample_library)
    library.store_article(raw(1), HOSTILE)
    library.tags.add([1, 2], "two words")
    library.mark_passage(1, None, "on **all** of it")
    library.mark_passage(1, Anchor(1, 0, 20))
    library.mark_passage(1, Anchor(-1, 0, 5), "of the title")
    return library


def exported(library: Library) -> list[ExportedArticle]:
    return list(harvest(library, library.ids(is_folded=False)))


def test_json_lines_hold_all_there_is(marked: Library) -> None:
    ids = marked.ids(is_folded=False)
    lines = [json.loads(line) for line in json_lines(marked, ids)]
    of = {kind: [line for line in lines if line["type"] == kind] for kind in {line["type"] for line in lines}}
    assert [line["id"] for line in of["article"]] == list(ids)
    assert [(line["note"], line["block"]) for line in of["note"]] == [
        ("on **all** of it", None),
        ("of the title", -1),
        ("", 1),
    ]
    assert of["article"][list(ids).index(1)]["tags"] == ["two words"]
    named = {line["id"]: line for line in of["entity"]}
    for line in of["link"]:
        text = marked.article(line["here"]["article"]).text_of(line["here"]["block"])
        assert text[line["here"]["start"] : line["here"]["end"]] == line["here"]["text"]
    told = {event["id"] for event in of["event"]}
    assert {line["here"]["event"] for line in of["link"]} - {None} <= told
    assert all(str(article) for line in named.values() for article in line["articles"])
    assert len(named) == len(of["entity"]) > 20


def test_tables_read_back_and_no_cell_is_a_formula(marked: Library) -> None:
    written = {
        name: list(csv.reader(text.splitlines(keepends=True)))
        for name, text in tables(marked, exported(marked)).items()
    }
    assert {name: tuple(rows[0]) for name, rows in written.items()} == {
        name: tuple(heading) for name, heading in HEADINGS.items()
    }
    assert all(len(row) == len(rows[0]) for rows in written.values() for row in rows)
    assert not any(cell.startswith(("=", "+", "-", "@")) for rows in written.values() for row in rows for cell in row)
    titles = {row[0]: row[1] for row in written["articles"][1:]}
    hostile = next(str(each.id) for each in exported(marked) if each.article.title == HOSTILE.title)
    assert titles[hostile] == f"'{HOSTILE.title}"
    assert sorted(written["tags"][1:]) == [["two words", "1"], ["two words", "2"]]
    assert len(written["links"]) > 20


def test_the_selectors_of_annotations_find_their_text(marked: Library) -> None:
    articles = exported(marked)
    page = json.loads("".join(web_annotations(articles)))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    motivations = [each["motivation"] for each in page["items"]]
    assert sorted(motivations) == ["commenting", "commenting", "highlighting", "tagging", "tagging"]
    texts = {each.target: text_of(each) for each in articles}
    found = 0
    for each in page["items"]:
        if isinstance(each["target"], dict):
            quote, position = each["target"]["selector"]
            text = texts[each["target"]["source"]]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text[: position["start"]].endswith(quote["prefix"])
            found += 1
        else:
            assert each["target"] in texts
    assert found == 2


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that is not there yet."""
    return tmp_path / "vault"


def test_every_link_of_the_folder_leads_to_a_file_and_a_paragraph(marked: Library, folder: Path) -> None:
    ids = marked.ids(is_folded=False)
    assert MarkdownFolder(marked, folder).write(ids) == len(ids)
    files = list(folder.rglob("*.md"))
    followed = 0
    for path in files:
        for target in _LINK.findall(path.read_text(encoding="utf-8")):
            if "://" in target:
                continue
            name, _, block = target.partition("#^")
            there = (path.parent / name).resolve() if name else path
            assert there.is_file(), (path, target)
            assert not block or f" ^{block}\n" in there.read_text(encoding="utf-8")
            followed += 1
    assert followed > 200
    assert len(list((folder / "articles").iterdir())) == len(ids)


def test_a_note_has_front_matter_text_and_the_readers_notes(marked: Library, folder: Path) -> None:
    MarkdownFolder(marked, folder).write((1,))
    (path,) = (folder / "articles").iterdir()
    _, front, text = path.read_text(encoding="utf-8").split("---\n", 2)
    values = yaml.safe_load(front)
    article = marked.article(1)
    assert (values["title"], values["broadsheet"], values["tags"]) == (article.title, 1, ["two-words"])
    assert text.count("^p") >= len(article.blocks)
    assert "\n## Notes\n" in text
    assert "\non **all** of it\n" in text


def test_text_of_others_makes_no_markup(marked: Library, folder: Path) -> None:
    identity = max(marked.ids(is_folded=False))
    MarkdownFolder(marked, folder).write((identity,))
    (path,) = (folder / "articles").iterdir()
    lines = path.read_text(encoding="utf-8").splitlines()
    assert r"\# not a heading and - no list ^p1" in lines
    assert r"2. 1\. item ^p2" in lines
    assert r"## Head \| line ^p3" in lines
    assert r"> \> deep ^p4" in lines
    assert r"*Picture:* \*A ship\* (@agency) ^p5" in lines


def test_the_same_export_again_writes_the_same(marked: Library, folder: Path) -> None:
    ids = marked.ids(is_folded=False)
    written = []
    for _ in range(2):
        MarkdownFolder(marked, folder).write(ids)
        files = (path for path in folder.rglob("*") if path.is_file())
        written.append({path.relative_to(folder): path.read_bytes() for path in files})
    assert written[0] == written[1]
