"""The only room that opens a socket: fetches addresses, politely, within limits, and never where it should not go."""

from __future__ import annotations

from articles.sources.addresses import is_address, without_tracking
from articles.sources.web.client import Web
from articles.sources.web.network import Network, SystemNetwork
from articles.sources.web.patience import Limits

__all__ = ["Limits", "Network", "SystemNetwork", "Web", "is_address", "without_tracking"]
