"""A house at work by itself, as when the bot runs, while something is wrong with its database."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from sqlalchemy import select, text
from structlog.typing import EventDict

from storage import Database
from storage.address import is_sqlite
from storage.tables import InboxRow, OutboxRow
from tests.conversations import House, Someone
from tests.patience import until

BLINK = 0.005  # seconds, where the bot waits a second or more
GLANCE = 0.01
WITHIN = 20.0  # seconds; it takes a tenth of one where nothing else is going on


def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the bot wait for moments instead of seconds."""
    for place in ("poller.SHORTEST_EMPTY_POLL", "poller.WAIT_AFTER_FAILURE",
                  "patience.WAIT_AFTER_FAILURE", "workers.WAIT_AFTER_FAILURE",
                  "workers.LONGEST_NAP", "courier.LONGEST_NAP"):  # fmt: skip
        monkeypatch.setattr(f"bot.post.{place}", BLINK)


@asynccontextmanager
async def at_work(house: House) -> AsyncIterator[None]:
    """Polling, handling and sending go on until the end of the block."""
    app = house.app
    loops = [asyncio.create_task(one.run()) for one in (app.poller, app.workers, app.courier)]
    try:
        yield
        assert not any(loop.done() for loop in loops), "Each of them goes on by itself."
    finally:
        for loop in loops:
            loop.cancel()
        await asyncio.gather(*loops, return_exceptions=True)


def copies(someone: Someone, words: str) -> int:
    """How often somebody reads this."""
    return sum(words in one["text"] for one in someone.messages if one["from"] == "bot")


async def waits_at_telegram(house: House, number: int) -> bool:
    """Whether Telegram would give this update again to who starts anew."""
    answer = await house.telegram.call("getUpdates", {"timeout": 0})
    return number in [one["update_id"] for one in answer.body["result"]]


def mends(logged: list[EventDict], event: str) -> list[str]:
    """What operators read about this event on how to mend it."""
    return [one.get("mend", "") for one in logged if one["event"] == event]


async def is_logged(logged: list[EventDict], event: str) -> None:
    """Wait for it."""
    await until(lambda: mends(logged, event), within=WITHIN, glance=GLANCE)


async def calms_down(house: House, someone: Someone, words: str) -> None:
    """Wait until the answer is there; leases that nobody ends are over by then."""
    house.telegram.advance_clock(timedelta(seconds=61))
    await until(lambda: copies(someone, words), within=WITHIN, glance=GLANCE)
    await until(lambda: _nothing_waits(house), within=WITHIN, glance=GLANCE)


async def _nothing_waits(house: House) -> bool:
    async with house.database.reading() as tx:
        updates = await tx.connection.scalars(select(InboxRow.state))
        letters = await tx.connection.scalars(select(OutboxRow.state))
        return set(updates) <= {"done"} and set(letters) <= {"sent"}


async def is_sound(database: Database) -> None:
    """The database itself says that nothing in it is damaged or loose."""
    if is_sqlite(database.url):
        async with database.reading() as tx:
            assert await tx.connection.scalar(text("PRAGMA integrity_check")) == "ok"
            assert (await tx.connection.execute(text("PRAGMA foreign_key_check"))).all() == []
