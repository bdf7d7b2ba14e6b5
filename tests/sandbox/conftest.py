"""A pretend Telegram whose clock stands still, in this process and over HTTP."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.sandbox import SandboxClock, Telegram, serve
from bot.sandbox.cast import invite_cast

NOON = datetime(2026, 3, 28, 12, 0, tzinfo=UTC)
FIRST_UPDATE = int(NOON.timestamp())


def new_telegram(**more: Any) -> Telegram:
    telegram = Telegram(clock=SandboxClock(real=lambda: NOON), **more)
    invite_cast(telegram)
    return telegram


@pytest.fixture
def telegram() -> Iterator[Telegram]:
    made = new_telegram()
    yield made
    made.close()


@dataclass(frozen=True, slots=True)
class Line:
    """A line to the sandbox over HTTP."""

    address: str
    web: ClientSession

    async def bot(self, method: str, **parameters: Any) -> tuple[int, Any]:
        async with self.web.post(f"{self.address}/bot42:TEST/{method}", json=parameters) as answer:
            return answer.status, await answer.json()

    async def get(self, path: str) -> tuple[int, Any]:
        async with self.web.get(f"{self.address}/sandbox/{path}") as answer:
            return answer.status, await answer.json()

    async def post(self, path: str, **body: Any) -> tuple[int, Any]:
        async with self.web.post(f"{self.address}/sandbox/{path}", json=body) as answer:
            return answer.status, await answer.json()


@pytest.fixture
async def line(telegram: Telegram) -> AsyncIterator[Line]:
    async with serve(telegram, 0, stops=STOPS) as address, ClientSession() as web:
        yield Line(address, web)


async def next_check_in() -> datetime:
    return datetime(2026, 3, 29, 16, 0, tzinfo=UTC)


async def nothing() -> None:
    return None


STOPS = {"next check-in": next_check_in, "next holiday": nothing}


async def calls(telegram: Telegram, method: str, **parameters: Any) -> Any:
    """The result of a call that works."""
    answer = await telegram.call(method, parameters)
    assert isinstance(answer.body, dict)
    assert answer.body["ok"], answer.body
    return answer.body["result"]


async def refusal(telegram: Telegram, method: str, **parameters: Any) -> tuple[int, str]:
    """The status and the words of a call that is refused."""
    answer = await telegram.call(method, parameters)
    assert isinstance(answer.body, dict)
    assert not answer.body["ok"], answer.body
    assert answer.body["error_code"] == answer.status
    return answer.status, answer.body["description"]


def buttons(*labels: str) -> dict[str, Any]:
    """A keyboard under a message: data is the label in small letters."""
    return {
        "inline_keyboard": [[{"text": label, "callback_data": label.lower()}] for label in labels]
    }
