"""`broadsheet serve`: the reading room in a browser of this machine."""

from __future__ import annotations

from pathlib import Path

import click

from tui.command_parts import existing_path, json_option, library_option


@click.command()
@click.option("--port", type=click.IntRange(1, 65_535), default=8_765, show_default=True, help="On which to listen.")
@library_option
@json_option
def serve(port: int, library: Path | None, as_json: bool) -> None:
    """Show the reading room in a browser of this machine.

    Only this machine can open it, with the address that is printed. Needs the extra `serve`.
    """
    from articles.errors import BroadsheetError

    path = existing_path(library)
    try:
        from tui.web_server import RoomServer
    except ModuleNotFoundError as error:
        remedy = "Install it with: pip install 'broadsheet[serve]'"
        raise BroadsheetError(f"{error.name} is not installed", remedy=remedy) from error
    try:
        RoomServer(path, port, as_json=as_json).serve()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BroadsheetError(
            f"cannot listen on port {port} ({reason})", remedy="Choose another one: --port N"
        ) from error
