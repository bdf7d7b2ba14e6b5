"""A machine's clock that was set back: what the clock asks for would be asked at a wrong hour."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.post.watch import Alarm, Watch
from bot.programme.letters import Lane

# Clocks are corrected by seconds all the time.
SMALL_STEP = timedelta(seconds=60)
# If the clock was wrong before and is right now, people must not wait for ever.
LONGEST_HOLD = 3600.0  # seconds
ON_TIME = frozenset(lane for lane in Lane if lane >= Lane.REMINDER)
ALWAYS: frozenset[Lane] = frozenset()


@dataclass(slots=True)
class TimeGuard:
    """Holds reminders and broadcasts while the time is clearly before one that was seen before.

    Answers and calls for a coach go on, whatever the time is. It ends by itself when the clock has
    caught up, or after an hour.
    """

    clock: Clock
    watch: Watch
    latest: datetime | None = None
    held_since: float | None = None

    def held_lanes(self) -> Collection[Lane]:
        """The lanes in which nothing is sent now."""
        now = self.clock.now()
        if self.latest is None or now >= self.latest - SMALL_STEP or self._is_long_held():
            self.latest = now if self.held_since is not None else max(self.latest or now, now)
            self.held_since = None
            return ALWAYS
        if self.held_since is None:
            self.held_since = self.watch.seconds()
        behind = (self.latest - now).total_seconds()
        self.watch.alarm_at_times(Alarm.CLOCK_WENT_BACK, behind=behind, mend=MEND)
        return ON_TIME

    def _is_long_held(self) -> bool:
        return (
            self.held_since is not None and self.watch.seconds() - self.held_since > LONGEST_HOLD
        )


MEND = (
    "The machine's clock was set back. Reminders wait until it has caught up, at most an hour. "
    "Set the clock by a time server; if it is right now, start the bot again."
)
