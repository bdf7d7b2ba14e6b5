"""A browser without a window: the Chromium of this computer, moved by Playwright."""

import contextlib
from collections.abc import AsyncIterator

from playwright.async_api import Browser, async_playwright

from tools.chromium import NO_BROWSER, find_chromium

# Chromium's own sandbox refuses to start for root, and only our page is opened here.
SILENT = ("--no-sandbox", "--disable-background-networking", "--disable-component-update")


class NoBrowserError(Exception):
    """No Chromium is installed; the message says how to get one."""


@contextlib.asynccontextmanager
async def browsing() -> AsyncIterator[Browser]:
    """A browser that knows nothing of earlier visits."""
    program = find_chromium()
    if program is None:
        raise NoBrowserError(NO_BROWSER)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=SILENT)
        try:
            yield browser
        finally:
            await browser.close()
