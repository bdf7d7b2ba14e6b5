"""Live events: what changed, as the browser's EventSource reads it."""

import json
from collections.abc import Iterable
from typing import Any

from aiohttp import web

from bot.sandbox.state import Entry
from bot.sandbox.telegram import Telegram
from bot.sandbox.views import is_typing, typing_ends
from bot.sandbox.web.keys import TELEGRAM

HEARTBEAT_S = 15.0
SHORTEST_WAIT_S = 0.05
COMMENT = b": still here\n\n"


async def events(request: web.Request) -> web.StreamResponse:
    """Tell what changes, from now on or from the last event that was heard."""
    telegram = request.app[TELEGRAM]
    response = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
    )
    await response.prepare(request)
    position = _start(request, telegram)
    await response.write(COMMENT)
    while not telegram.closing:
        position = await _tell(response, telegram, position)
        await _until_something_changes(response, telegram, position)
    return response


def _start(request: web.Request, telegram: Telegram) -> int:
    last = request.headers.get("Last-Event-ID", "")
    end = len(telegram.journal.entries)
    return min(int(last), end) if last.isdecimal() else end


async def _tell(response: web.StreamResponse, telegram: Telegram, position: int) -> int:
    entries = telegram.journal.after(position)
    for (kind, data), seq in distinct(entries).items():
        await response.write(_written(kind, data, seq))
    return position + len(entries)


async def _until_something_changes(
    response: web.StreamResponse, telegram: Telegram, position: int
) -> None:
    """Wait for the bell; a "typing…" that ends by itself is a change that nobody rings for."""
    world = telegram.world
    typing = [chat for chat in telegram.state.chats.values() if is_typing(world, chat)]
    ends = [(typing_ends(chat) - world.now).total_seconds() for chat in typing]
    wait_s = max(min([HEARTBEAT_S, *ends]), SHORTEST_WAIT_S)
    if position < len(telegram.journal.entries) or await telegram.journal.bell.wait(wait_s):
        return
    now = telegram.world
    for chat in typing:
        if not is_typing(now, chat):
            data = json.dumps({"chat": chat.facts["id"]})
            await response.write(_written("chat", data, position))
    if not ends:
        await response.write(COMMENT)


def distinct(entries: Iterable[Entry]) -> dict[tuple[str, str], int]:
    """Each event once, with the number of the last entry that causes it."""
    told: dict[tuple[str, str], int] = {}
    for entry in entries:
        for kind, data in _caused(entry):
            key = (kind, json.dumps(data))
            told.pop(key, None)
            told[key] = entry["seq"]
    return told


def _caused(entry: Entry) -> list[tuple[str, dict[str, Any]]]:
    what = entry["what"]
    if what == "clock":
        return [("clock", {"now": entry["now"]})]
    if what == "person":
        return [("people", {}), ("chat", {"chat": entry["person"]["id"]})]
    if what in {"message", "deleted", "typing", "tapped", "answered"}:
        return [("chat", {"chat": entry["chat"]})]
    if what == "setting":
        return [("people", {})]
    return []


def _written(kind: str, data: str, seq: int) -> bytes:
    return f"id: {seq}\nevent: {kind}\ndata: {data}\n\n".encode()


def add_routes(router: web.UrlDispatcher) -> None:
    """Open the events' door."""
    router.add_get("/sandbox/events", events)
