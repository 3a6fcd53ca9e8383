"""The reading room in a browser of this machine: textual-serve, on the loopback address only, behind a key.

Whoever is on the machine could otherwise ask a loopback port, and so could any page in the reader's browser, by a
request across sites or by a name of its own that leads here (DNS rebinding). So the page needs the key that is printed
at start, which it keeps in a cookie; and the name and the origin of every request must be this server's.
"""

from __future__ import annotations

import secrets
import shlex
import sys
from pathlib import Path

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from textual_serve.server import Server

LOOPBACK = "127.0.0.1"
_COOKIE = "broadsheet-key"


class RoomServer(Server):
    """Serves the reading room over one library; every page that is opened is a room of its own.

    Args:
        library: The library file.
        port: On which to listen.
        as_json: Whether to tell the address as JSON.
    """

    def __init__(self, library: Path, port: int, *, as_json: bool = False) -> None:
        command = shlex.join((sys.executable, "-P", "-m", "tui", "--library", str(library.resolve())))
        super().__init__(command, host=LOOPBACK, port=port, title="Broadsheet")
        self._as_json = as_json
        self._key = secrets.token_urlsafe(24)

    @property
    def address(self) -> str:
        """What to open in the browser."""
        return f"{self.public_url}/?key={self._key}"

    def serve(self, debug: bool = False) -> None:
        """Listen until Ctrl-C or a signal ends it. Raises `OSError` where the port is another one's."""
        web.run_app(self._make_app(), host=self.host, port=self.port, access_log=None, print=self._listening)

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing yet: nobody listens."""

    def _listening(self, *_: object) -> None:
        from tui.listings.output import print_json, print_text

        if self._as_json:
            print_json({"address": self.address})
        else:
            print_text((f"The reading room is at {self.address}\nCtrl-C ends it.\n",))

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard())
        return app

    def _guard(self) -> Middleware:
        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            own = f"{LOOPBACK}:{self.port}"
            origin = request.headers.get("Origin")
            if request.host != own or origin not in (None, f"http://{own}"):
                raise web.HTTPForbidden(text="This page can only be opened by its own address.")
            asked, kept = request.query.get("key", ""), request.cookies.get(_COOKIE, "")
            if not any(secrets.compare_digest(each.encode(), self._key.encode()) for each in (asked, kept)):
                raise web.HTTPForbidden(text="Open the address that broadsheet serve has printed, with its key.")
            response = await handler(request)
            if asked and not response.prepared:
                response.set_cookie(_COOKIE, self._key, httponly=True, samesite="Strict", path="/")
            return response

        return guard
