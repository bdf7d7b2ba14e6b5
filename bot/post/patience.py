"""Going on when the database or Telegram cannot be used for a while: waiting loses nothing."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeVar

import structlog

from bot.post.back_off import back_off
from bot.post.telegram import PollFailed, TokenRefused
from bot.post.watch import Alarm, Watch
from storage.unusable import how_to_mend

REFUSALS_BEFORE_STOP = 3
WAIT_AFTER_CONFLICT = 5.0
SHORTEST_WAIT = 1.0
LONGEST_WAIT = 60.0
# Telegram asks for minutes at most; more than this is told to a human.
STRANGE_WAIT = 3600.0
WAIT_AFTER_FAILURE = 1.0

Result = TypeVar("Result")
log = structlog.get_logger(__name__)


async def patiently(
    work: Callable[[], Awaitable[Result]], event: str, otherwise: Result
) -> Result:
    """Do the work; when it fails, tell the operators, wait a second and give ``otherwise``."""
    try:
        return await work()
    except Exception as error:
        log.exception(event, **advice(error))
        await asyncio.sleep(WAIT_AFTER_FAILURE)
        return otherwise


def advice(error: Exception) -> dict[str, str]:
    """For the log, beside what failed: how to mend it when it is the database."""
    mend = how_to_mend(error)
    return {"mend": mend} if mend else {}


@dataclass(slots=True)
class Patience:
    """How long to wait before Telegram is asked again; a refused token is no matter of waiting."""

    watch: Watch = field(default_factory=Watch)
    failures: int = 0
    refusals: int = 0

    def after(self, failure: PollFailed) -> float:
        """Seconds to wait; raises TokenRefused when Telegram refuses it three times in a row."""
        self.failures += 1
        self.watch.failed()
        log.warning("poll_failed", status=failure.status, reason=failure.reason)
        if failure.is_refusal:
            self._refused(failure)
        if failure.wait is not None:
            return self._asked_to_wait(failure.wait)
        if failure.is_conflict:
            self.watch.met_another()
            return WAIT_AFTER_CONFLICT
        return back_off(self.failures, random.random())  # noqa: S311  # jitter is no secret

    def _refused(self, failure: PollFailed) -> None:
        self.refusals += 1
        self.watch.refused()
        if self.refusals >= REFUSALS_BEFORE_STOP:
            self.watch.alarm(Alarm.TOKEN_REFUSED)
            raise TokenRefused(failure.reason)

    def _asked_to_wait(self, seconds: float) -> float:
        self.watch.waits += 1
        if seconds > STRANGE_WAIT:
            self.watch.alarm_at_times(Alarm.VERY_LONG_WAIT_ASKED, seconds=seconds)
        return min(max(seconds, SHORTEST_WAIT), LONGEST_WAIT)
