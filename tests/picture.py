"""Makes the picture of the screen that the manual shows: the real app, without a terminal, on the demo articles."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path

from tests.pilot.settling import settle
from tui.app import Broadsheet

SAMPLES = Path(__file__).parent.parent / "articles" / "samples"
PICTURE = Path(__file__).parent.parent / "docs" / "screen.svg"
SIZE = (150, 44)


async def picture(keys: list[str], *, size: tuple[int, int] = SIZE) -> str:
    """The screen as SVG once the demo articles are annotated and some keys have been pressed."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BROADSHEET_CONFIG"] = folder
        app = Broadsheet(Path(folder) / "demo.library", [str(SAMPLES)])
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            for key in keys:
                await pilot.press(key)
                await settle(pilot)
            return _without_web_fonts(app.export_screenshot(title="Broadsheet", simplify=True))


def _without_web_fonts(svg: str) -> str:
    """The picture in the viewer's own monospaced font: nothing of ours fetches anything."""
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


def main() -> None:
    """Write the picture, or with arguments `WIDTHxHEIGHT FILE KEY ...` another one."""
    size, target, keys = SIZE, PICTURE, ["j", "l", "right_square_bracket", "x"]
    if len(sys.argv) > 2:
        width, _, height = sys.argv[1].partition("x")
        size, target, keys = (int(width), int(height)), Path(sys.argv[2]), sys.argv[3:]
    target.parent.mkdir(exist_ok=True)
    target.write_text(asyncio.run(picture(keys, size=size)), encoding="utf-8")


if __name__ == "__main__":
    main()
