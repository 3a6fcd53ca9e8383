"""The body of an answer: decompressed as it comes, and never more of it than is wanted."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from articles.errors import FetchError

ENCODINGS = "gzip, deflate"
"""What is asked for. Other compressions have no decoder that stops at a limit."""
_GZIP = 16 + zlib.MAX_WBITS
_GZIP_MAGIC = b"\x1f\x8b"
_STEP = 65_536


def read_body(parts: Iterable[bytes], encoding: str, most_bytes: int) -> bytes:
    """All of a body, decompressed.

    Args:
        parts: The body as it comes from the wire.
        encoding: The Content-Encoding that the server states; empty for none. A body that is plainly gzip is read as
            such even if it is not said, and one that is plainly not is taken as it is.
        most_bytes: How long the body may be, before and after it is decompressed.

    Raises:
        FetchError: It is longer, damaged, cut off, or compressed in a way that is not asked for.
    """
    body = bytearray()
    for part in _decompressed(_limited(parts, most_bytes), encoding.strip().lower()):
        body += part
        if len(body) > most_bytes:
            raise too_large(most_bytes)
    return bytes(body)


def too_large(most_bytes: int) -> FetchError:
    """The refusal of what is longer than anything one reads."""
    return FetchError(
        f"larger than {most_bytes / 1_000_000:.3g} MB, which no article and no feed is", remedy="Leave it out"
    )


def _limited(parts: Iterable[bytes], most_bytes: int) -> Iterator[bytes]:
    taken = 0
    for part in parts:
        taken += len(part)
        if taken > most_bytes:
            raise too_large(most_bytes)
        yield part


def _decompressed(parts: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    first = next(parts, b"")
    while first and len(first) < len(_GZIP_MAGIC) and (more := next(parts, b"")):
        first += more
    if not first:
        return
    if first.startswith(_GZIP_MAGIC):
        yield from _inflated(_chained(first, parts), _GZIP)
    elif encoding in ("", "identity", "gzip", "x-gzip"):
        yield from _chained(first, parts)
    elif encoding == "deflate":
        yield from _inflated(_chained(first, parts), zlib.MAX_WBITS if _is_zlib(first) else -zlib.MAX_WBITS)
    else:
        raise FetchError("compressed in a way that was not asked for", remedy="Try again later")


def _chained(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _is_zlib(start: bytes) -> bool:
    """Whether bytes begin with the header of RFC 1950; some servers send RFC 1951 without it."""
    return len(start) >= 2 and start[0] & 0x0F == 8 and int.from_bytes(start[:2], "big") % 31 == 0


def _inflated(parts: Iterator[bytes], window: int) -> Iterator[bytes]:
    """The members of a compressed stream one after another, in steps of a bounded size, so that a bomb ends early."""
    inflater = zlib.decompressobj(window)
    try:
        for part in parts:
            waiting = part
            while waiting:
                yield inflater.decompress(waiting, _STEP)
                waiting = inflater.unconsumed_tail
                if inflater.eof:
                    waiting = inflater.unused_data
                    if not waiting.startswith(_GZIP_MAGIC):
                        break
                    inflater = zlib.decompressobj(window)
    except zlib.error as error:
        raise FetchError("compressed data that is damaged", remedy="Try again later") from error
    if not inflater.eof:
        raise FetchError("broke off in the middle of its compressed data", remedy="Try again later")
