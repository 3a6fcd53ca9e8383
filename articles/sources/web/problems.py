"""What can go wrong with a fetch, each in one clear line."""

from __future__ import annotations

import errno
import socket
import ssl
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

import httpcore
import httpx

from articles import clock
from articles.errors import FetchError
from articles.sources.web.patience import OutOfTimeError
from articles.text import one_line, printable

_LATER = "Try again later"
_CHECK = "Check the address"
_LONGEST_WAIT = timedelta(days=1)
"""A server that wants to be left alone for longer is asked again after this."""
_STATUSES = {
    401: ("asks for a log-in (401)", "Put name and password into the address, if you have them"),
    403: ("the server does not let Broadsheet read it (403)", "Open it in a browser"),
    404: ("not found (404)", _CHECK),
    407: ("the proxy asks for a log-in (407)", "Put name and password into the proxy's address"),
    410: ("gone for good (410)", "Remove it"),
    429: ("asked too often (429)", _LATER),
    451: ("withheld for legal reasons (451)", ""),
}


def explained(error: Exception) -> FetchError:
    """Any failure of a fetch, without its place, as one line."""
    if isinstance(error, FetchError):
        return error
    if isinstance(error, OutOfTimeError):
        if error.is_total:
            return FetchError(f"too slow: not all there after {error.seconds:g} seconds", remedy=_LATER)
        return FetchError(f"no answer within {error.seconds:g} seconds", remedy=_LATER)
    if isinstance(error, ssl.SSLCertVerificationError):
        reason = one_line(printable(error.verify_message or "unknown"), 120)
        return FetchError(f"the server's certificate is not valid ({reason})", remedy="Do not trust this address")
    if isinstance(error, ssl.SSLError):
        return FetchError("no secure connection could be made", remedy="Try it with http:// if you trust the network")
    if isinstance(error, OSError):
        return _of_network(error)
    if isinstance(error, httpcore.RemoteProtocolError):
        return _of_protocol(str(error))
    if isinstance(error, httpcore.ProxyError):
        return FetchError(f"the proxy refused ({one_line(printable(str(error)), 80)})", remedy="Check the proxy")
    if isinstance(error, httpx.InvalidURL | ValueError | httpcore.LocalProtocolError | httpcore.UnsupportedProtocol):
        return FetchError("not a possible address", remedy=_CHECK)
    return FetchError(one_line(printable(f"{type(error).__name__}: {error}"), 200), remedy=_LATER)


def _of_network(error: OSError) -> FetchError:
    if isinstance(error, socket.gaierror):
        if error.errno == socket.EAI_AGAIN:
            return FetchError("the name could not be looked up", remedy="Check your connection to the network")
        return FetchError("no such host", remedy=_CHECK)
    if isinstance(error, ConnectionRefusedError):
        return FetchError("the connection was refused", remedy=_LATER)
    if isinstance(error, ConnectionError):
        return FetchError("the connection broke off", remedy=_LATER)
    if isinstance(error, TimeoutError):
        return FetchError("no answer in time", remedy=_LATER)
    if error.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN):
        return FetchError("cannot be reached from here", remedy="Check your connection to the network")
    return FetchError(one_line(printable(error.strerror or type(error).__name__), 120), remedy=_LATER)


def _of_protocol(message: str) -> FetchError:
    if "without sending a response" in message:
        return FetchError("the server hung up without an answer", remedy=_LATER)
    if "peer closed connection" in message:
        return FetchError("the answer broke off in the middle", remedy=_LATER)
    return FetchError("the answer is not HTTP", remedy=_CHECK)


def refused(status: int, retry_after: str) -> FetchError:
    """What an answer with an error status says."""
    what, remedy = _STATUSES.get(status, (f"the server answered {status}", _LATER if status >= 500 else _CHECK))
    if 500 <= status < 600:
        what = f"the server has trouble ({status})"
    retry_at = read_retry_after(retry_after) if status in (429, 503) else None
    if retry_at:
        remedy = f"The server wants to be asked again from {retry_at:%Y-%m-%d %H:%M} UTC on"
    return FetchError(what, remedy=remedy, is_gone=status == 410, retry_at=retry_at)


def read_retry_after(value: str) -> datetime | None:
    """When to ask again, from seconds or an HTTP date (RFC 9110), at most a day ahead; None for neither."""
    now = clock.now()
    value = value.strip()
    if value.isascii() and value.isdigit():
        return now + min(timedelta(seconds=min(int(value[:9]), 10**8)), _LONGEST_WAIT)
    try:
        stated = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if stated.tzinfo is None:
        stated = stated.replace(tzinfo=now.tzinfo)
    return min(max(stated, now), now + _LONGEST_WAIT).astimezone(now.tzinfo)
