"""Everybody's phone, held over HTTP by the control API."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Any

from aiohttp import ClientSession

HEARD_WITHIN = 15.0
GLANCE = 0.02

Message = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Phones:
    """The control API of one sandbox."""

    address: str
    web: ClientSession

    @classmethod
    @asynccontextmanager
    async def at(cls, address: str) -> "AsyncIterator[Phones]":
        async with ClientSession() as web:
            yield cls(address, web)

    async def get(self, path: str) -> Any:
        async with self.web.get(f"{self.address}/sandbox/{path}") as answer:
            told = await answer.json()
            assert answer.status == 200, told
            return told

    async def post(self, path: str, **body: Any) -> Any:
        async with self.web.post(f"{self.address}/sandbox/{path}", json=body) as answer:
            told = await answer.json()
            assert answer.status == 200, told
            return told

    async def clear_faults(self) -> None:
        async with self.web.delete(f"{self.address}/sandbox/faults") as answer:
            assert answer.status == 200

    async def now(self) -> datetime:
        """What time it is in the sandbox."""
        return datetime.fromisoformat((await self.get("clock"))["now"])

    async def turn_to(self, moment: datetime) -> None:
        await self.post("clock", now=moment.isoformat())

    async def new(self, first_name: str, language_code: str, role: str | None = None) -> "Phone":
        """Somebody new; without a role they are a stranger, who may not be written to."""
        about = {"first_name": first_name, "language_code": language_code, "role": role}
        person = await self.post("people", **about)
        return Phone(self, person["id"], language_code)

    def of(self, person_id: int) -> "Phone":
        return Phone(self, person_id)


@dataclass(frozen=True, slots=True)
class Phone:
    """One person's phone."""

    line: Phones
    id: int
    language: str = ""

    async def messages(self) -> list[Message]:
        """The chat as this person sees it now."""
        messages: list[Message] = (await self.line.get(f"chats/{self.id}"))["messages"]
        return messages

    async def says(self, text: str) -> None:
        await self.line.post(f"people/{self.id}/say", text=text)

    async def taps(self, data: str, ending: str = "") -> None:
        """Wait for a button whose data begins and ends like this, and tap the newest one."""
        message_id, button = await self.sees_button(data, ending=ending)
        await self.line.post(f"people/{self.id}/tap", message_id=message_id, button=button)

    async def sees_button(
        self, data: str, within: float = HEARD_WITHIN, ending: str = ""
    ) -> tuple[int, str]:
        """Wait for a button with such data: its message, and its whole data."""
        found: list[tuple[int, str]] = []

        def there(messages: list[Message]) -> bool:
            found[:] = [
                (message["message_id"], one)
                for message in messages
                for one in buttons(message)
                if one.startswith(data) and one.endswith(ending)
            ]
            return bool(found)

        await self.waits(there, within, f"a button {data}")
        return found[-1]

    async def hears(self, text: str, within: float = HEARD_WITHIN) -> float:
        """Wait until the bot's newest words hold this; how many seconds it took."""
        return await self.waits(lambda messages: text in last_of(messages), within, text)

    async def waits(
        self, seen: Callable[[list[Message]], bool], within: float, what: str
    ) -> float:
        """Look at the chat until it is as wanted; how many seconds it took."""
        begun = monotonic()
        while not seen(messages := await self.messages()):
            if monotonic() - begun > within:
                raise AssertionError(f"Not within {within} s: {what}. There is: {messages[-3:]}")
            await asyncio.sleep(GLANCE)
        return monotonic() - begun


def buttons(message: Message) -> list[str]:
    """What the buttons under a message carry."""
    rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
    return [one["callback_data"] for row in rows for one in row if "callback_data" in one]


def last_of(messages: list[Message]) -> str:
    """The newest words of the bot, "" when there are none."""
    texts = [one["text"] for one in messages if one["from"] == "bot"]
    return texts[-1] if texts else ""
