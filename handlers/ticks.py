"""The clock's way in. Rows say what is due; a tick only looks, so a late tick loses nothing."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.actions import Actions
from bot.actions.check_ins import BATCH

SECONDS_BETWEEN_LOOKS = 1
HOURS_BETWEEN_SWEEPS = 1
MINUTES_BETWEEN_REMOVALS = 1
SECONDS_BETWEEN_BEATS = 10
MINUTES_BETWEEN_LOOKS_AT_LEAVES = 1
MINUTES_BETWEEN_LOOKS_AT_WISHES = 5  # whether there is a time for who waits for a first talk
SECONDS_BETWEEN_READINGS = 10  # what the command line brought in is at hand after so long
SECONDS_BETWEEN_AUDITS = 60  # whether anybody who waits for a coach was forgotten
LATE_IS_FINE = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
WHO_REPORTS_JOBS = "apscheduler.executors.default"
MINUTES_BETWEEN_CHECKS = 10  # the directory is looked through once a day, in the morning

Look = Callable[[], Awaitable[int]]


@dataclass(slots=True)
class Ticks:
    """When the clock last looked, for each of its looks: in ``seconds()``, which is monotonic."""

    seconds: Callable[[], float] = time.monotonic
    began: dict[str, float] = field(default_factory=dict)
    well: dict[str, float] = field(default_factory=dict)
    ended: dict[str, float] = field(default_factory=dict)

    async def look(self, name: str, action: Look) -> None:
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


def every_second(actions: Actions) -> Mapping[str, Look]:
    """The looks for what is due, in the order in which they are taken."""
    return {
        "take_next_steps": actions.next_steps.take_due,
        "ask_due": actions.check_ins.ask_due,
        "remind_due": actions.check_ins.remind_due,
        "close_silent": actions.check_ins.close_silent,
        "return_due": actions.pauses.return_due,
        "remind_unfinished": actions.reminders.remind_due,
        "end_referrals": actions.referrals.end_over,
        "ask_due_referrals": actions.referrals.ask_due,
        "look_at_matches": actions.match_following.look_due,
        "end_holds": actions.sessions_due.end_holds,
        "ask_rolls": actions.sessions_due.ask_rolls,
        "send_due_digests": actions.digests.send_due,
        "drop_expired": actions.digests.drop_expired,
        "tell_due_talks": actions.talks_due.tell_due,
        "ask_if_met": actions.first_held.look,
        "ask_to_sign_anew": actions.first_held.ask_anew,
        "tell_branches": actions.branch_digests.tell_due,
    }


def make_scheduler(actions: Actions, ticks: Ticks, audit: Look | None = None) -> AsyncIOScheduler:
    """A handful of recurring jobs in memory; the default grace of 1 s would drop late ones.

    ``audit``: instead of the plain one, when somebody outside is told what it finds.
    """
    logging.getLogger(WHO_REPORTS_JOBS).addFilter(is_an_error)
    scheduler = AsyncIOScheduler(timezone="UTC", job_defaults=LATE_IS_FINE)
    for name, look in every_second(actions).items():
        scheduler.add_job(ticks.look, "interval", (name, look), seconds=SECONDS_BETWEEN_LOOKS)
    scheduler.add_job(actions.heartbeats.beat, "date")  # at once
    scheduler.add_job(actions.heartbeats.beat, "interval", seconds=SECONDS_BETWEEN_BEATS)
    audit = audit or actions.next_steps.audit
    scheduler.add_job(audit, "date")  # at once, after a crash too
    scheduler.add_job(audit, "interval", seconds=SECONDS_BETWEEN_AUDITS)
    scheduler.add_job(actions.directory.keep_at_hand, "date")  # at once
    read_again = actions.directory.keep_at_hand
    scheduler.add_job(read_again, "interval", seconds=SECONDS_BETWEEN_READINGS)
    scheduler.add_job(actions.keeping.look, "interval", minutes=MINUTES_BETWEEN_CHECKS)
    scheduler.add_job(actions.meetings.keep_wall_times, "date")  # at once, after an update too
    scheduler.add_job(actions.meetings.keep_wall_times, "interval", hours=HOURS_BETWEEN_SWEEPS)
    scheduler.add_job(actions.upkeep.sweep, "interval", hours=HOURS_BETWEEN_SWEEPS)
    for look, minutes in (
        (actions.hiding.remove_due, MINUTES_BETWEEN_REMOVALS),
        (actions.leaves.look, MINUTES_BETWEEN_LOOKS_AT_LEAVES),
        (actions.intake_wishes.look, MINUTES_BETWEEN_LOOKS_AT_WISHES),
    ):
        scheduler.add_job(until_done, "interval", (look,), minutes=minutes)
    return scheduler


def is_an_error(record: logging.LogRecord) -> bool:
    """What is cut short because the bot stops is none: the next start looks again."""
    return not (record.exc_info and isinstance(record.exc_info[1], asyncio.CancelledError))


async def until_done(action: Look) -> None:
    """Ask an action that works in batches until there is less than a batch left."""
    while await action() >= BATCH:
        continue
