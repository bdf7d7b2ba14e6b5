"""Going on when the database or Telegram cannot be used for a while: waiting loses nothing."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

import structlog

from bot.post.outcome import back_off
from bot.post.telegram import PollFailed, TokenRefused

UNAUTHORISED = 401
CONFLICT = 409
REFUSALS_BEFORE_STOP = 3
WAIT_AFTER_CONFLICT = 5.0
LONGEST_WAIT = 60.0
WAIT_AFTER_FAILURE = 1.0

Result = TypeVar("Result")
log = structlog.get_logger(__name__)


async def patiently(
    work: Callable[[], Awaitable[Result]], event: str, otherwise: Result
) -> Result:
    """Do the work; when it fails, tell the operators, wait a second and give ``otherwise``."""
    try:
        return await work()
    except Exception:
        log.exception(event)
        await asyncio.sleep(WAIT_AFTER_FAILURE)
        return otherwise


@dataclass(slots=True)
class Patience:
    """How long to wait before Telegram is asked again; a refused token is no matter of waiting."""

    failures: int = 0
    refusals: int = 0

    def after(self, failure: PollFailed) -> float:
        """Seconds to wait; raises TokenRefused when Telegram refuses it three times in a row."""
        self.failures += 1
        log.warning("poll_failed", status=failure.status, reason=failure.reason)
        if failure.status == UNAUTHORISED:
            self.refusals += 1
            if self.refusals >= REFUSALS_BEFORE_STOP:
                raise TokenRefused(failure.reason)
        if failure.wait is not None:
            return min(failure.wait, LONGEST_WAIT)
        if failure.status == CONFLICT:
            return WAIT_AFTER_CONFLICT
        return back_off(self.failures, random.random())  # noqa: S311  # jitter is no secret
