"""Whatever a reader names is read or reported, one item for each, and nothing is raised."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from articles.errors import SourceError
from articles.model import RawDocument, SourceFormat
from articles.sources import MAX_BYTES, read_sources


def read(*paths: Path | str, stdin: bytes = b"") -> list[RawDocument | SourceError]:
    return list(read_sources([str(path) for path in paths], stdin=io.BytesIO(stdin)))


def problem(*paths: Path | str, stdin: bytes = b"") -> str:
    """The one line that says why the only thing named could not be read."""
    [error] = read(*paths, stdin=stdin)
    assert isinstance(error, SourceError)
    assert "\n" not in str(error)
    return str(error)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.txt", SourceFormat.TEXT),
        ("a.md", SourceFormat.MARKDOWN),
        ("a.Markdown", SourceFormat.MARKDOWN),
        ("a.html", SourceFormat.HTML),
        ("a.HTM", SourceFormat.HTML),
        ("a.xhtml", SourceFormat.HTML),
        ("a.mhtml", SourceFormat.MHTML),
        ("a.MHT", SourceFormat.MHTML),
    ],
)
def test_the_ending_of_the_name_says_the_format(tmp_path: Path, name: str, expected: SourceFormat) -> None:
    path = tmp_path / name
    path.write_text("Anything.")
    [raw] = read(path)
    assert isinstance(raw, RawDocument)
    assert (raw.format, raw.origin, raw.content) == (expected, str(path), b"Anything.")
    assert raw.retrieved_at.tzinfo is not None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"A storm hit the coast.", SourceFormat.TEXT),
        (b"  <!DOCTYPE html><html><p>x", SourceFormat.HTML),
        (b"---\ntitle: A storm\n---\nText.", SourceFormat.MARKDOWN),
        (b"# A storm\n\nText.", SourceFormat.MARKDOWN),
        (b"Costs rose #1 and <5% of people.", SourceFormat.TEXT),
    ],
)
def test_standard_input_is_known_by_how_it_begins(content: bytes, expected: SourceFormat) -> None:
    [raw] = read("-", stdin=content)
    assert isinstance(raw, RawDocument)
    assert (raw.format, raw.origin) == (expected, "-")


def test_a_folder_is_read_in_order_of_names_with_all_under_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/b.html", ".hidden.txt", "picture.png", "a/.git/c.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.")
    found = [
        Path(raw.origin).relative_to(tmp_path).as_posix() for raw in read(tmp_path) if isinstance(raw, RawDocument)
    ]
    assert found == ["a/b.html", "a/z.md", "b.txt"]


def test_what_a_browser_saves_beside_a_page_is_no_article(tmp_path: Path) -> None:
    for name in ("storm.html", "storm_files/advert.html", "case_files/report.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.")
    found = {Path(raw.origin).name for raw in read(tmp_path) if isinstance(raw, RawDocument)}
    assert found == {"storm.html", "report.txt"}


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("Text.")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert len(read(tmp_path)) == 1


def test_a_dangling_link_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "b.txt").write_text("Text.")
    error, raw = read(tmp_path)
    assert isinstance(error, SourceError)
    assert "a link to something that is not there" in str(error)
    assert isinstance(raw, RawDocument)


def test_a_link_to_itself_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    assert "link" in problem(tmp_path / "a.txt")


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    assert problem(tmp_path / "gone.txt") == f"{tmp_path}/gone.txt: no such file or folder. Check the name."


def test_a_folder_with_nothing_to_read_says_what_it_looks_for(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"x")
    assert ".md" in problem(tmp_path)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert "empty" in problem(tmp_path / "a.txt")
    assert problem("-").startswith("standard input: empty")


@pytest.mark.parametrize(
    "content", [bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n" + b"x" * 999, b"%PDF-1.7 abc", b"\0\1\2\3"]
)
def test_a_binary_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    assert "not text" in problem(tmp_path / "a.txt")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_text_in_other_encodings_is_text(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("Der Bürgermeister sprach am Montag.".encode(encoding))
    assert isinstance(read(tmp_path / "a.txt")[0], RawDocument)


def test_a_stray_nul_and_escapes_do_not_make_text_binary() -> None:
    assert isinstance(read("-", stdin=b"The mayor\0 spoke \x1b[31mon Monday.")[0], RawDocument)


def test_50_megabytes_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    assert "larger than 20 MB" in problem(path)


def test_an_endless_standard_input_is_refused_at_the_limit() -> None:
    class Endless(io.RawIOBase):
        taken = 0

        def read(self, size: int = -1) -> bytes:
            assert size > 0
            self.taken += size
            return b"a" * size

    endless = Endless()
    [error] = read_sources(["-"], stdin=endless)  # type: ignore[arg-type]  # only `read` of BinaryIO is used
    assert "larger than 20 MB" in str(error)
    assert endless.taken <= MAX_BYTES + 1


def test_a_pipe_among_files_is_refused_unopened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not a regular file" in problem(tmp_path / "pipe.txt")


def test_a_device_is_refused() -> None:
    assert "not a regular file" in problem("/dev/null")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_without_permission_is_named(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o000)
    (tmp_path / "a.txt").write_text("Text.")
    try:
        raw, error = read(tmp_path)
    finally:
        locked.chmod(0o700)
    assert isinstance(raw, RawDocument)
    assert "no permission" in str(error)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a folder that even root cannot list")
def test_what_the_system_refuses_to_read_is_named() -> None:
    [error] = read("/proc/self/mem")
    assert isinstance(error, SourceError)


@pytest.mark.parametrize("name", ["a\0b.txt", "~nobody-by-that-name/x.txt", "x" * 5000, "", "\x1b[31mred.txt"])
def test_impossible_names_are_one_printable_line(name: str) -> None:
    line = problem(name)
    assert line.isprintable()


def test_a_name_in_no_encoding_is_read(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text("Text.")
    [raw] = read(tmp_path)
    assert isinstance(raw, RawDocument)
    assert raw.origin.encode("utf-8").endswith("caf\N{REPLACEMENT CHARACTER}.txt".encode())


@pytest.mark.parametrize("name", ["ftp://example.org/a.txt", "file:///etc/hosts", "gopher://example.org/1"])
def test_an_address_that_is_not_of_the_web_is_told_as_such(name: str) -> None:
    (problem,) = read_sources([name])
    assert isinstance(problem, SourceError)
    assert "only addresses with http" in str(problem)
