"""The clock's way in. Rows say what is due; a tick only looks, so a late tick loses nothing."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.actions import Actions
from bot.actions.check_ins import BATCH

SECONDS_BETWEEN_LOOKS = 1
HOURS_BETWEEN_SWEEPS = 1
SECONDS_BETWEEN_READINGS = 10  # what the command line brought in is at hand after so long
MINUTES_BETWEEN_CHECKS = 10  # the directory is looked through once a day, in the morning


@dataclass(slots=True)
class Ticks:
    """When the clock last looked, for each of its looks: in ``seconds()``, which is monotonic."""

    seconds: Callable[[], float] = time.monotonic
    began: dict[str, float] = field(default_factory=dict)
    well: dict[str, float] = field(default_factory=dict)
    ended: dict[str, float] = field(default_factory=dict)

    async def look(self, name: str, action: Callable[[], Awaitable[int]]) -> None:
        """Look, and note that we did."""
        self.began.setdefault(name, self.seconds())
        try:
            await until_done(action)
            self.well[name] = self.seconds()
        finally:
            self.ended[name] = self.seconds()

    def since_well(self) -> float | None:
        """Seconds since the look longest ago came to a good end; None before there was one."""
        return self._since(self.well) if self.well else None

    def since_any(self) -> float | None:
        """The same, whether the end was good or not."""
        return self._since(self.ended) if self.began else None

    def _since(self, moments: dict[str, float]) -> float:
        """One that never came to an end counts from when it first began."""
        return self.seconds() - min((self.began | moments).values())


def make_scheduler(actions: Actions, ticks: Ticks) -> AsyncIOScheduler:
    """A handful of recurring jobs in memory; the default grace of 1 s would drop late ones."""
    scheduler = AsyncIOScheduler(
        timezone="UTC",
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )
    looks = {"seconds": SECONDS_BETWEEN_LOOKS}
    asked, closed = actions.check_ins.ask_due, actions.check_ins.close_silent
    scheduler.add_job(ticks.look, "interval", ("ask_due", asked), **looks)
    scheduler.add_job(ticks.look, "interval", ("close_silent", closed), **looks)
    ended, due = actions.referrals.end_over, actions.referrals.ask_due
    scheduler.add_job(ticks.look, "interval", ("end_referrals", ended), **looks)
    scheduler.add_job(ticks.look, "interval", ("ask_due_referrals", due), **looks)
    scheduler.add_job(actions.directory.keep_at_hand, "date")  # at once
    readings = {"seconds": SECONDS_BETWEEN_READINGS}
    scheduler.add_job(actions.directory.keep_at_hand, "interval", **readings)
    scheduler.add_job(actions.keeping.look, "interval", minutes=MINUTES_BETWEEN_CHECKS)
    scheduler.add_job(actions.upkeep.sweep, "interval", hours=HOURS_BETWEEN_SWEEPS)
    return scheduler


async def until_done(action: Callable[[], Awaitable[int]]) -> None:
    """Ask an action that works in batches until there is less than a batch left."""
    while await action() >= BATCH:
        continue
