"""`make screenshot`: plays a little in the demo, and takes the picture of the README from it."""

import asyncio
import contextlib
import os
import re
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import aiohttp

from tools.browser import browsing
from tools.catalogs import ROOT
from tools.chromium import NO_BROWSER, find_chromium

PICTURE = ROOT / "docs" / "three-phones.png"
WIDTH, HEIGHT = 1400, 1150  # pixels: what a README shows without shrinking the words too far
PATIENCE = 60.0  # seconds
LOOK_AGAIN = 0.1  # seconds
MENTEE, MENTOR, COACH = 700_000_001, 700_000_002, 700_000_003
IS_DRAWN = """document.querySelectorAll(".phone").length === 3
  && [...document.querySelectorAll(".phone")].every((phone) => phone.querySelector("[data-tap]"))
  && document.querySelector("[data-stop]") !== null"""

Message = Mapping[str, Any]
Found = TypeVar("Found")


class PictureFailedError(Exception):
    """The picture could not be taken; the message says why."""


@dataclass(frozen=True, slots=True)
class Phones:
    """The people of a demo, moved by its control API (docs/sandbox.md)."""

    session: aiohttp.ClientSession

    async def turn_to(self, stop: str) -> None:
        """Turn the clock to one of its stops."""
        await self._post("/sandbox/clock", {"stop": stop})

    async def says(self, person: int, text: str) -> None:
        """Write to the bot."""
        await self._post(f"/sandbox/people/{person}/say", {"text": text})

    async def taps(self, person: int, message: Message, data: str) -> None:
        """Tap a button, and wait until the bot has changed the message."""
        number = message["message_id"]
        tap = {"message_id": number, "button": data}
        await self._post(f"/sandbox/people/{person}/tap", tap)

        async def changed() -> bool:
            return any(
                one["edited"] for one in await self.chat(person) if one["message_id"] == number
            )

        await _seen(changed, "the answer to a tap")

    async def button(self, person: int, begins: str, ends: str) -> tuple[Message, str]:
        """The newest button with such data, once it is there; its words differ by language."""

        async def find() -> tuple[Message, str] | None:
            every = [
                (message, data)
                for message in await self.chat(person)
                for data in _data_under(message)
                if data.startswith(begins) and data.endswith(ends)
            ]
            return every[-1] if every else None

        return await _seen(find, f"the button {begins}…{ends}")

    async def chat(self, person: int) -> list[Message]:
        """The messages as that person sees them now."""
        async with self.session.get(f"/sandbox/chats/{person}") as answer:
            messages: list[Message] = (await answer.json())["messages"]
            return messages

    async def _post(self, path: str, body: Mapping[str, object]) -> None:
        async with self.session.post(path, json=body) as answer:
            answer.raise_for_status()


async def play(phones: Phones) -> None:
    """A week goes by: the duo is asked, the mentor answers, the mentee wants the coach."""
    for person in (MENTEE, MENTOR, COACH):
        await phones.button(person, "go:", "")
    await phones.turn_to("next check-in")
    await phones.taps(MENTOR, *await phones.button(MENTOR, "ci:", ":met"))
    await phones.button(MENTEE, "ci:", ":met")
    await phones.says(MENTEE, "Je veux parler à mon coach")
    await phones.button(COACH, "ca:", ":take")


@contextlib.asynccontextmanager
async def demo(folder: Path) -> AsyncIterator[str]:
    """A fresh demo with a database to throw away; its address."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("DUOBOT_")}
    settings = {"DUOBOT_DATABASE": str(folder / "demo.db"), "DUOBOT_LOG": "error"}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-u", "-m", "bot", "demo", "--port", "0", "--no-open",
        cwd=ROOT, env=ours | settings, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        line = await process.stdout.readline() if process.stdout else b""
        address = re.search(r"http://[\w.:]+", line.decode())
        if address is None:
            raise PictureFailedError("The demo did not start; `make demo` shows why.")
        yield address[0]
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        await process.communicate()


async def take_picture() -> None:
    """The page as somebody sees it who opens it after that week."""
    if find_chromium() is None:  # before anything is started in vain
        raise PictureFailedError(NO_BROWSER)
    with TemporaryDirectory(prefix="duobot-picture-") as folder:
        async with demo(Path(folder)) as page:
            async with aiohttp.ClientSession(page) as session:
                await play(Phones(session))
            await photograph(page)


async def photograph(page: str) -> None:
    """Open the page, wait until it shows what it is to show, and keep the picture."""
    async with browsing() as browser:
        tab = await browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        await tab.goto(page)
        # The page lets nothing be evaluated within it, so it is looked at from outside.
        await _seen(lambda: tab.evaluate(IS_DRAWN), "three phones")
        await tab.screenshot(path=PICTURE)


def main() -> None:
    """Takes the picture, or says what stands in the way."""
    try:
        asyncio.run(take_picture())
    except PictureFailedError as failed:
        sys.exit(str(failed))
    print(f"{PICTURE.relative_to(ROOT)} is new. Look at it before you commit it.")


def _data_under(message: Message) -> list[str]:
    rows = (message["reply_markup"] or {}).get("inline_keyboard", [])
    return [button.get("callback_data", "") for row in rows for button in row]


async def _seen(look: Callable[[], Awaitable[Found | None]], what: str) -> Found:
    """What is looked for, as soon as it is there."""
    for _ in range(int(PATIENCE / LOOK_AGAIN)):
        if found := await look():
            return found
        await asyncio.sleep(LOOK_AGAIN)
    raise PictureFailedError(f"The demo did not show {what} in {PATIENCE:.0f} s.")


if __name__ == "__main__":
    main()
