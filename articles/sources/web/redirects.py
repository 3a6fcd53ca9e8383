"""Where a chain of redirects leads, and whether all of it is for good."""

from __future__ import annotations

from dataclasses import dataclass

import httpx

from articles.errors import FetchError
from articles.sources.addresses import shown_address

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})


@dataclass(frozen=True, slots=True)
class Hop:
    """Where a chain of redirects has come to."""

    address: httpx.URL
    is_permanent: bool = True
    """Whether every redirect so far is for good."""
    is_first: bool = True

    def next(self, status: int, location: str) -> Hop:
        """Where an answer redirects to. Name and password go along only to the same host.

        Raises:
            FetchError: It is no address of the web.
        """
        target = self.address.join(location.strip()).copy_with(fragment=None)
        if target.scheme not in ("http", "https") or not target.host:
            raise leads_nowhere(location)
        if not target.userinfo and (target.scheme, target.netloc) == (self.address.scheme, self.address.netloc):
            target = target.copy_with(userinfo=self.address.userinfo)
        is_downgrade = self.address.scheme == "https" and target.scheme == "http"
        is_permanent = self.is_permanent and status in _PERMANENT and not is_downgrade
        return Hop(target, is_permanent, is_first=False)


def leads_nowhere(location: str = "") -> FetchError:
    """The refusal of a redirect out of the web."""
    shown = f" ({shown_address(location)})" if location else ""
    return FetchError(f"redirects to what is no address of the web{shown}", remedy="Check the address")
