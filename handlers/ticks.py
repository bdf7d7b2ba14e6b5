"""The clock's way in. Rows say what is due; a tick only looks, so a late tick loses nothing."""

from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.actions import Actions
from bot.actions.check_ins import BATCH

SECONDS_BETWEEN_LOOKS = 1
HOURS_BETWEEN_SWEEPS = 1


def make_scheduler(actions: Actions) -> AsyncIOScheduler:
    """A handful of recurring jobs in memory; the default grace of 1 s would drop late ones."""
    scheduler = AsyncIOScheduler(
        timezone="UTC",
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )
    looks = {"seconds": SECONDS_BETWEEN_LOOKS}
    scheduler.add_job(until_done, "interval", (actions.check_ins.ask_due_duos,), **looks)
    scheduler.add_job(until_done, "interval", (actions.check_ins.close_silent,), **looks)
    scheduler.add_job(actions.upkeep.sweep, "interval", hours=HOURS_BETWEEN_SWEEPS)
    return scheduler


async def until_done(action: Callable[[], Awaitable[int]]) -> None:
    """Ask an action that works in batches until there is less than a batch left."""
    while await action() >= BATCH:
        continue
