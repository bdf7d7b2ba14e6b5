"""The moment at which a letter sets out: what may be taken back is looked at once more before."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import structlog

from bot.clock import Clock
from storage import Database
from storage.letters import ClaimedLetter

Request = Callable[[], Coroutine[Any, Any, int | None]]
Begin = Callable[[Request], Awaitable[Awaitable[int | None]]]

log = structlog.get_logger(__name__)


class TakenBack(Exception):
    """Nobody wants this letter any more."""


async def at_once(request: Request) -> Awaitable[int | None]:
    """Begin without a look."""
    return request()


def unless_taken_back(database: Database, clock: Clock, letter: ClaimedLetter) -> Begin:
    """Begin while the letter is held, so that nobody can take it back between look and request.

    Whoever takes it back waits for that moment, not for the answer: when they have committed, no
    request about it begins. Raises TakenBack.
    """

    async def begin(request: Request) -> Awaitable[int | None]:
        sending: asyncio.Task[int | None] | None = None
        try:
            async with database.transaction() as tx:
                ours = (letter.id, letter.leased_until, clock.now())
                if not await tx.outbox.still_wanted(*ours):
                    raise TakenBack  # noqa: TRY301  # nothing has begun, so nothing is caught
                sending = asyncio.create_task(request())
                await asyncio.sleep(0)  # it takes its first step, as far as the line
        except Exception:
            if sending is None:
                raise
            log.exception("look_not_ended")
        return sending

    return begin
