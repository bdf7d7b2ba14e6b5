"""A real browser, and a demo to open in it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.processes.programs import address_of, started
from tools.browser import browsing
from tools.chromium import NO_BROWSER, find_chromium

PATIENCE = 15_000  # milliseconds
THREE_PHONES_WIDE = 1400  # pixels
TALL = 1000  # pixels

Opener = Callable[..., Awaitable[Page]]

expect.set_options(timeout=PATIENCE)


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def browser() -> AsyncIterator[Browser]:
    """Chromium without a window."""
    if find_chromium() is None:
        pytest.skip(f"The chat page was not tried in a browser. {NO_BROWSER}")
    async with browsing() as browser:
        yield browser


@pytest_asyncio.fixture(scope="module", loop_scope="package")
async def demo(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """The address of a demo in which nobody has done anything yet when the module begins."""
    log = Path(tmp_path_factory.mktemp("demo"), "demo.log")
    async with started("demo", "--port", "0", "--no-open", log=log) as program:
        yield await address_of(program)


@pytest_asyncio.fixture(loop_scope="package")
async def open_page(browser: Browser, demo: str) -> AsyncIterator[Opener]:
    """Opens the page on a screen of so many pixels; no script may stumble on it."""
    # Without motion, a colour that is looked at is never half-way to another.
    context = await browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    stumbles: list[str] = []
    context.on("weberror", lambda stumble: stumbles.append(str(stumble.error)))

    async def open_it(width: int = THREE_PHONES_WIDE, height: int = TALL) -> Page:
        page = await context.new_page()
        await page.set_viewport_size({"width": width, "height": height})
        await page.goto(demo)
        await expect(page.get_by_role("button", name="Menu").first).to_be_attached()
        return page

    yield open_it
    await context.close()
    assert stumbles == []
