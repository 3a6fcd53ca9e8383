"""Frozen dataclasses to compact JSON and back, following their annotations.

Fields at their defaults are left out and unknown ones are ignored, so that values stored before a field was added, or
by a version that had more, still load.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Convert = Callable[[Any], Any]


def to_json(value: object) -> str:
    """A dataclass as compact ASCII JSON."""
    return json.dumps(_plain(value), separators=(",", ":"))


def from_json(kind: type[T], text: str | bytes) -> T:
    """The dataclass of the given kind that was written as JSON."""
    read: Callable[[Any], T] = _reader(kind)
    return read(json.loads(text))


def pack(value: object) -> bytes:
    """A dataclass as JSON through zlib."""
    return zlib.compress(to_json(value).encode("ascii"))


def unpack(kind: type[T], packed: bytes) -> T:
    """The dataclass of the given kind that was packed."""
    return from_json(kind, zlib.decompress(packed))


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    if isinstance(value, (str, int, float, NoneType)):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(_plain(item) for item in value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    kind: Any = type(value)
    return {
        name: _plain(held)
        for name, default in _fields_of(kind)
        if (held := getattr(value, name)) != default or default is MISSING
    }


@cache
def _fields_of(kind: Any) -> tuple[tuple[str, Any], ...]:  # noqa: ANN401 - any dataclass
    return tuple((field.name, field.default) for field in fields(kind))


_readers: dict[Any, _Convert] = {}


def _reader(kind: Any) -> _Convert:  # noqa: ANN401 - a type or a generic alias
    if kind not in _readers:
        _readers[kind] = _make_reader(kind)
    return _readers[kind]


def _make_reader(kind: Any) -> _Convert:  # noqa: ANN401 - a type or a generic alias
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        present = _reader(next(argument for argument in arguments if argument is not NoneType))
        return lambda plain: None if plain is None else present(plain)
    if origin is tuple:
        return _tuple_reader(arguments)
    if origin is frozenset:
        item = _reader(arguments[0])
        return lambda plain: frozenset(map(item, plain))
    if issubclass(kind, (date, datetime)):
        return lambda plain: kind.fromisoformat(plain)
    if issubclass(kind, Enum):
        return lambda plain: kind(plain)
    return _dataclass_reader(kind) if is_dataclass(kind) else _unchanged


def _tuple_reader(arguments: tuple[Any, ...]) -> _Convert:
    if arguments[-1] is Ellipsis:
        item = _reader(arguments[0])
        return tuple if item is _unchanged else lambda plain: tuple(map(item, plain))
    items = tuple(_reader(argument) for argument in arguments)
    return lambda plain: tuple(read(value) for read, value in zip(items, plain, strict=True))


def _dataclass_reader(kind: Any) -> _Convert:  # noqa: ANN401 - any dataclass
    readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
    names = {field.name for field in fields(kind)}

    def read(plain: dict[str, Any]) -> object:
        return kind(**{name: readers[name](value) for name, value in plain.items() if name in names})

    return read


def _unchanged(plain: Any) -> Any:  # noqa: ANN401 - a string, number or boolean passes as it is
    return plain
