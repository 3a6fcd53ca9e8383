"""What is asked of a server, and what its answer says."""

from __future__ import annotations

from importlib.metadata import version

import httpx

from articles.model import Response, Validators
from articles.sources.addresses import without_tracking
from articles.sources.web.body import ENCODINGS, read_body, too_large
from articles.sources.web.problems import refused
from articles.sources.web.redirects import Hop

NO_VALIDATORS = Validators()
_ACCEPTED = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9,"
    " text/html;q=0.9, application/xhtml+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5"
)


def request_headers(validators: Validators) -> dict[str, str]:
    """The headers of a request, which is conditional where there are validators."""
    conditions = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {
        "User-Agent": f"Broadsheet/{version('broadsheet')} (news reader for the terminal)",
        "Accept": _ACCEPTED,
        "Accept-Encoding": ENCODINGS,
        "Connection": "close",
        **{name: value for name, value in conditions.items() if value},
    }


def read_answer(answer: httpx.Response, hop: Hop, validators: Validators, most_bytes: int) -> Response:
    """The answer at the end of a chain of redirects, with its body.

    Args:
        answer: The answer, its body still to be read.
        hop: Where the chain has come to.
        validators: Those that were sent along.
        most_bytes: How long the body may be, before and after it is decompressed.

    Raises:
        FetchError: The server says no, or the body is too long, damaged or cut off.
    """
    headers = answer.headers
    status = answer.status_code
    is_unchanged = status == 304 and validators != NO_VALIDATORS
    if not is_unchanged and not 200 <= status < 300:
        raise refused(status, headers.get("retry-after", ""))
    media_type, charset = _content_type(headers.get("content-type", ""))
    given = Validators(headers.get("etag", ""), headers.get("last-modified", ""))
    return Response(
        address=without_tracking(str(hop.address.copy_with(userinfo=b""))),
        content=b"" if is_unchanged else _body(answer, most_bytes),
        media_type=media_type,
        charset=charset,
        is_unchanged=is_unchanged,
        moved_to=without_tracking(str(hop.address)) if hop.is_permanent and not hop.is_first else "",
        validators=_newer(validators, given) if is_unchanged else given,
    )


def _body(answer: httpx.Response, most_bytes: int) -> bytes:
    length = answer.headers.get("content-length", "")
    if length.isdigit() and int(length[:18]) > most_bytes:
        raise too_large(most_bytes)
    return read_body(answer.iter_raw(), answer.headers.get("content-encoding", ""), most_bytes)


def _newer(known: Validators, given: Validators) -> Validators:
    return Validators(given.etag or known.etag, given.last_modified or known.last_modified)


def _content_type(header: str) -> tuple[str, str]:
    """The media type without its parameters, and the charset among them."""
    media_type, *parameters = header.split(";")
    named = (parameter.partition("=") for parameter in parameters)
    charset = next((value for name, _, value in named if name.strip().lower() == "charset"), "")
    return media_type.strip().lower(), charset.strip().strip("\"'").lower()
