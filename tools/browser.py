"""A browser without a window: opens a page, waits until it shows something, takes its picture.

A browser's own `--screenshot` is taken the moment a page has loaded, before it has asked for what
it shows. So we speak with the browser by its DevTools protocol.
"""

import asyncio
import base64
import contextlib
import os
import re
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

NAMES = ("chromium", "chromium-browser", "google-chrome")
NO_BROWSER = (
    "No browser was found to take the picture with. Install Chromium (on Debian: apt install "
    "chromium), or put the path of yours in CHROMIUM."
)
SILENT = (
    "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--remote-debugging-port=0",
)  # fmt: skip
LARGEST_PICTURE = 50_000_000  # bytes
PATIENCE = 60.0  # seconds
LOOK_AGAIN = 0.1  # seconds


class PictureFailedError(Exception):
    """The picture could not be taken; the message says why."""


def find_browser() -> str:
    """A Chromium that is installed; raises PictureFailedError with what to install."""
    names = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else NAMES
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        raise PictureFailedError(NO_BROWSER)
    return found


@dataclass(slots=True)
class Tab:
    """One open page."""

    wire: aiohttp.ClientWebSocketResponse
    asked: int = 0

    async def open(self, address: str, width: int, height: int) -> None:
        """Go to an address, on a screen of so many pixels."""
        screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        await self._ask("Emulation.setDeviceMetricsOverride", **screen)
        await self._ask("Page.navigate", url=address)

    async def wait_until(self, script: str) -> None:
        """Wait until a piece of JavaScript says true."""
        for _ in range(int(PATIENCE / LOOK_AGAIN)):
            if await self._says(script):
                return
            await asyncio.sleep(LOOK_AGAIN)
        raise PictureFailedError(f"The page did not show what was expected in {PATIENCE:.0f} s.")

    async def picture(self) -> bytes:
        """What is in sight, as PNG."""
        return base64.b64decode((await self._ask("Page.captureScreenshot"))["data"])

    async def _says(self, script: str) -> bool:
        answer = await self._ask("Runtime.evaluate", expression=script)
        return answer["result"].get("value") is True

    async def _ask(self, method: str, **asked: object) -> dict[str, Any]:
        self.asked += 1
        number = self.asked
        await self.wire.send_json({"id": number, "method": method, "params": asked})
        while (answer := await self.wire.receive_json()).get("id") != number:
            continue
        found: dict[str, Any] = answer["result"]
        return found


@contextlib.asynccontextmanager
async def browsing(profile: Path) -> AsyncIterator[Tab]:
    """A tab in a browser that knows nothing of earlier visits."""
    process = await asyncio.create_subprocess_exec(
        find_browser(), *SILENT, f"--user-data-dir={profile}", "about:blank",
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        async with asyncio.timeout(PATIENCE):
            address = await _debugger_of(process)
        async with aiohttp.ClientSession() as session:
            async with session.get(f"{address}/json/list") as answer:
                pages = [one for one in await answer.json() if one["type"] == "page"]
            wire = pages[0]["webSocketDebuggerUrl"]
            async with session.ws_connect(wire, max_msg_size=LARGEST_PICTURE) as wired:
                yield Tab(wired)
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        await process.communicate()


async def _debugger_of(process: asyncio.subprocess.Process) -> str:
    """Where the browser listens, as it says itself when it starts."""
    said = ""
    while process.stderr and (line := await process.stderr.readline()):
        said += line.decode(errors="replace")
        if found := re.search(r"ws://(127\.0\.0\.1:\d+)/", said):
            return f"http://{found[1]}"
    raise PictureFailedError(f"The browser did not start. It said:\n{said}")
