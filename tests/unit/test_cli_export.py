"""`broadsheet export`, as typed, over the sample articles: each format, and what goes wrong."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from tests.unit.cli_running import Outcome, broadsheet
from tests.unit.export.test_citation import braces_balance, entries
from tests.unit.export.test_markdown import unresolved

Run = Callable[..., Outcome]
ROOT = Path(__file__).resolve().parents[2]
PRINTED = ("jsonl", "csv", "annotations", "bibtex", "opml")


@pytest.fixture
def run(sample_library: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def with_library(*words: str) -> Outcome:
        return broadsheet(capsys, *words, "--library", str(sample_library))

    return with_library


def number(run: Run, query: str) -> str:
    """The number of the article that a query finds."""
    (only,) = run("list", query, "--json").json["articles"]
    return str(only["id"])


def notes_of(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.md")}


def test_markdown_is_what_is_made_of_the_articles_and_every_link_leads_somewhere(run: Run, tmp_path: Path) -> None:
    article = number(run, "source:harbourside")
    run("tag", article, "+flood")
    run("note", article, "Ask **the ministry**.")
    run("highlight", article, "Two people are still missing")
    folder = tmp_path / "notes"
    outcome = run("export", "--to", str(folder))
    assert (outcome.code, outcome.out, outcome.err) == (0, f"16 articles exported to {folder}\n", "")
    notes = notes_of(folder)
    assert len([path for path in notes if path.startswith("articles/")]) == 16
    assert unresolved(notes) == []
    (marked,) = [text for path, text in notes.items() if path.startswith(f"articles/{article} ")]
    assert "- “Two people are still missing” [[#^p3|paragraph 3]]" in marked
    assert "\n  Ask **the ministry**.\n" in marked
    assert "- flood\n" in marked
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert run("export", "--to", str(folder)).code == 0
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_note_that_the_reader_has_changed_is_left_and_named(run: Run, tmp_path: Path) -> None:
    run("export", "id:4", "--to", str(tmp_path / "notes"))
    (note,) = (tmp_path / "notes" / "articles").iterdir()
    note.write_text("mine", encoding="utf-8")
    outcome = run("export", "id:4", "--to", str(tmp_path / "notes"))
    assert outcome.code == 0
    assert outcome.err == f"broadsheet: left as you have changed it: 1 file ({note.name})\n"
    assert note.read_text(encoding="utf-8") == "mine"
    assert run("export", "id:4", "--to", str(tmp_path / "notes"), "--json").json == {
        "articles": 1,
        "to": str(tmp_path / "notes"),
        "kept": [str(note)],
    }


def test_json_lines(run: Run, tmp_path: Path) -> None:
    printed = run("export", "--format", "jsonl")
    values = [json.loads(line) for line in printed.out.splitlines()]
    kinds = [value["type"] for value in values]
    assert kinds.count("article") == 16
    assert min(kinds.count(each) for each in ("entity", "event", "link")) > 50
    place = tmp_path / "out.jsonl"
    assert run("export", "--format", "jsonl", "--to", str(place)).out == f"16 articles exported to {place}\n"
    assert [json.loads(line) for line in place.read_text(encoding="utf-8").splitlines()] == values


def test_csv_printed_and_as_a_folder(run: Run, tmp_path: Path) -> None:
    rows = list(csv.DictReader(StringIO(run("export", "--format", "csv").out)))
    assert sorted(int(row["article"]) for row in rows) == list(range(1, 17))
    run("export", "--format", "csv", "--to", str(tmp_path / "tables"))
    names = ["articles.csv", "entities.csv", "events.csv", "links.csv", "notes.csv", "tags.csv"]
    assert sorted(path.name for path in (tmp_path / "tables").glob("*.csv")) == names
    with (tmp_path / "tables" / "articles.csv").open(encoding="utf-8", newline="") as file:
        assert [row["title"] for row in csv.DictReader(file)] == [row["title"] for row in rows]


def test_annotations(run: Run) -> None:
    article = number(run, "source:harbourside")
    run("tag", number(run, "source:continental"), "+flood")
    run("highlight", article, "Two people are still missing")
    (tagged, marked) = run("export", "--format", "annotations", "--to", "-").json["first"]["items"]
    assert tagged["target"].startswith("https://www.thecontinental.example/")
    assert marked["target"]["source"] == f"urn:broadsheet:article:{article}"
    assert marked["target"]["selector"][0]["exact"] == "Two people are still missing"


def test_bibtex(run: Run) -> None:
    text = run("export", "--format", "bibtex").out
    found = entries(text)
    assert len({key for _, key, _ in found}) == text.count("\n@") + 1 == 16
    assert {kind for kind, _, _ in found} == {"article", "online"}
    assert braces_balance(text)


def test_opml_to_a_file(run: Run, tmp_path: Path) -> None:
    outcome = run("export", "--format", "opml", "--to", str(tmp_path / "feeds.opml"))
    assert (outcome.code, outcome.out) == (0, f"0 feeds exported to {tmp_path / 'feeds.opml'}\n")
    assert (tmp_path / "feeds.opml").read_text(encoding="utf-8") == run("export", "--format", "opml").out


def test_a_query_chooses_and_words_with_a_hyphen_exclude(run: Run) -> None:
    def titles(*query: str) -> set[str]:
        return set(re.findall(r"title = \{\{(.*)\}\}", run("export", *query, "--format", "bibtex").out))

    assert titles("source:courier") == {"At least 38 dead as River Velda sweeps through Valdoria"}
    assert len(titles("-source:courier")) == 15


@pytest.mark.parametrize("form", ["markdown", "jsonl", "csv", "annotations", "bibtex"])
def test_a_query_that_finds_nothing_exports_nothing_and_says_so(form: str, run: Run, tmp_path: Path) -> None:
    outcome = run("export", "zeppelin", "--format", form, "--to", str(tmp_path / "out"))
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "broadsheet: no article is found, so nothing is exported\n"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "words",
    ["", "--to -", "--format pdf", "--format jsonl --json", "--format opml flood"],
)
def test_misuse_is_exit_code_2(words: str, run: Run) -> None:
    assert run("export", *words.split()).code == 2


def test_a_bad_query_is_exit_code_2_and_makes_nothing(run: Run, tmp_path: Path) -> None:
    assert run("export", "is:nothing", "--to", str(tmp_path / "out")).code == 2
    assert not (tmp_path / "out").exists()


def test_a_folder_with_other_things_in_it_is_refused_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").write_text("dear")
    for form in ("markdown", "csv"):
        outcome = run("export", "--format", form, "--to", str(tmp_path / "letters"))
        assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
        assert "no export has made" in outcome.err
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["dear.txt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("form", PRINTED)
def test_a_full_disk_is_one_line_and_exit_code_1(form: str, run: Run, sample_library: Path) -> None:
    if form != "csv":
        outcome = run("export", "--format", form, "--to", "/dev/full")
        assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
        assert "/dev/full: cannot be written (No space left on device)." in outcome.err
    command = (sys.executable, "-m", "tui", "export", "--format", form, "--library", str(sample_library))
    with Path("/dev/full").open("wb") as full:
        printed = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False, timeout=60)
    assert printed.returncode == 1
    assert printed.stderr.decode().count("\n") == 1
    assert b"standard output: cannot be written" in printed.stderr


def test_a_place_that_is_none_is_one_line_and_exit_code_1(run: Run, tmp_path: Path) -> None:
    for form, place in (("jsonl", tmp_path), ("jsonl", tmp_path / "no" / "x"), ("markdown", Path("/dev/null/x"))):
        outcome = run("export", "--format", form, "--to", str(place))
        assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)


def test_a_hostile_file_is_exported_and_never_obeyed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "---\ntitle: '=cmd() ../../[[CON]] <script>{\\input{x}} \x1b[31m'\n---\n\n"
        "The port of Holmport [[reopened]] on Monday, <b>officials</b> said; #news @all $x$ %%y%%.\n"
    )
    library = ("--library", str(tmp_path / "library.sqlite3"))
    assert broadsheet(capsys, "add", str(page), *library).code == 0
    broadsheet(capsys, "export", "--to", str(tmp_path / "notes"), *library)
    notes = notes_of(tmp_path / "notes")
    assert unresolved(notes) == []
    (name,) = [path for path in notes if path.startswith("articles/")]
    assert re.fullmatch(r"articles/1 [\w .()␛-]*\.md", name)
    assert "\\[\\[reopened\\]\\]" in notes[name]
    assert not any("\x1b" in text for text in notes.values())
    rows = list(csv.DictReader(StringIO(broadsheet(capsys, "export", "--format", "csv", *library).out)))
    assert rows[0]["title"].startswith("'=cmd()")
    assert braces_balance(broadsheet(capsys, "export", "--format", "bibtex", *library).out)


@pytest.mark.parametrize("form", PRINTED)
def test_what_takes_only_ascii_gets_it(form: str, sample_library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    command = (sys.executable, "-m", "tui", "export", "--format", form, "--library", str(sample_library))
    printed = subprocess.run(command, capture_output=True, cwd=ROOT, check=False, timeout=60)
    assert (printed.returncode, printed.stderr) == (0, b"")
    assert printed.stdout.isascii()
    if form == "jsonl":
        assert all(json.loads(line) for line in printed.stdout.splitlines())
