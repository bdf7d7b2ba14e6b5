"""Live events, as a browser reads them."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import ClientResponse

from bot.sandbox import SandboxClock, Telegram, serve
from bot.sandbox.cast import AMIR, ELS, RITA, invite_cast
from bot.sandbox.web import events
from tests.sandbox.conftest import Line, buttons, calls

PATIENCE_S = 5


@asynccontextmanager
async def listening(line: Line, last: int | None = None) -> AsyncIterator[ClientResponse]:
    headers = {} if last is None else {"Last-Event-ID": str(last)}
    async with (
        asyncio.timeout(PATIENCE_S),
        line.web.get(f"{line.address}/sandbox/events", headers=headers) as stream,
    ):
        assert stream.content_type == "text/event-stream"
        assert await stream.content.readline() == b": still here\n"
        assert await stream.content.readline() == b"\n"
        yield stream


async def heard(stream: ClientResponse, count: int) -> list[tuple[str, Any]]:
    """So many events: their names and data."""
    told: list[tuple[str, Any]] = []
    name = ""
    while len(told) < count:
        field, _, value = (await stream.content.readline()).decode().strip().partition(": ")
        if field == "event":
            name = value
        elif field == "data":
            told.append((name, json.loads(value)))
    return told


async def test_events_come_as_things_happen(line: Line, telegram: Telegram) -> None:
    async with listening(line) as stream:
        telegram.say(AMIR.id, "bonjour")
        await calls(telegram, "sendMessage", chat_id=RITA.id, text="?", reply_markup=buttons("Ja"))
        assert await heard(stream, 2) == [("chat", {"chat": AMIR.id}), ("chat", {"chat": RITA.id})]
        tapped = telegram.tap(RITA.id, 1, "Ja")
        assert await heard(stream, 1) == [("chat", {"chat": RITA.id})]
        query = tapped["callback_query_id"]
        await calls(telegram, "answerCallbackQuery", callback_query_id=query)
        assert await heard(stream, 1) == [("chat", {"chat": RITA.id})]
        noor = telegram.add_person("Noor")
        assert await heard(stream, 2) == [("people", {}), ("chat", {"chat": noor.id})]
        telegram.advance_clock(timedelta(hours=1))
        assert await heard(stream, 1) == [("clock", {"now": "2026-03-28T13:00:00+00:00"})]
        await calls(telegram, "setMyDescription", description="Dag")
        assert await heard(stream, 1) == [("people", {})]


async def test_who_was_away_hears_what_was_missed_once(line: Line, telegram: Telegram) -> None:
    last = len(telegram.journal.entries)
    telegram.say(AMIR.id, "un")
    telegram.say(AMIR.id, "deux")
    telegram.block(ELS.id)
    async with listening(line, last) as stream:
        told = await heard(stream, 3)
    assert told == [("chat", {"chat": AMIR.id}), ("people", {}), ("chat", {"chat": ELS.id})]


async def test_an_id_from_the_future_is_no_harm(line: Line, telegram: Telegram) -> None:
    async with listening(line, 10**9) as stream:
        telegram.say(AMIR.id, "un")
        assert await heard(stream, 1) == [("chat", {"chat": AMIR.id})]


async def test_a_quiet_line_says_that_it_is_there(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "HEARTBEAT_S", 0.05)
    async with listening(line) as stream:
        assert await stream.content.readline() == b": still here\n"


async def test_typing_that_ends_by_itself_is_told(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sandbox.views.TYPING_S", 0.6)
    telegram = Telegram(clock=SandboxClock())
    invite_cast(telegram)
    async with serve(telegram, 0) as address, listening(Line(address, line.web)) as stream:
        await calls(telegram, "sendChatAction", chat_id=RITA.id, action="typing")
        assert await heard(stream, 1) == [("chat", {"chat": RITA.id})]
        assert telegram.chat_view(RITA.id)["typing"] is True
        assert await heard(stream, 1) == [("chat", {"chat": RITA.id})]
        assert telegram.chat_view(RITA.id)["typing"] is False


async def test_the_sandbox_stops_although_somebody_listens(line: Line) -> None:
    telegram = Telegram()
    async with asyncio.timeout(PATIENCE_S):
        async with serve(telegram, 0) as address:
            stream = await line.web.get(f"{address}/sandbox/events")
        assert (await stream.content.read()).startswith(b": still here")
