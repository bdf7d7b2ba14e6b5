"""A duo as a coach would have it, before it is formed."""

from dataclasses import dataclass
from datetime import time

from bot.programme.programme import Programme
from bot.programme.recurrence import is_quiet

HOURS = (9, 12, 15, 18, 20)
UNSET = -1


def hours_of(programme: Programme) -> tuple[int, ...]:
    """The hours at which a duo may be asked: the programme's own, and those not quiet."""
    quiet = programme.quiet_hours
    awake = {hour for hour in HOURS if not is_quiet(time(hour), quiet.start, quiet.end)}
    return tuple(sorted({*awake, programme.check_in.at.hour}))


@dataclass(frozen=True, slots=True)
class Proposal:
    """The two people, and when they would be asked each week: weekday (0 is Monday) and hour.

    A weekday outside the week, or an hour that is not offered, falls back to the programme's own.
    """

    mentee_id: int
    mentor_id: int
    weekday: int = UNSET
    hour: int = UNSET

    def completed(self, programme: Programme) -> "Proposal":
        """The proposal with the programme's usual day and hour where none fits."""
        usual = programme.check_in
        weekday = self.weekday if self.weekday in range(7) else usual.weekday
        hour = self.hour if self.hour in hours_of(programme) else usual.at.hour
        return Proposal(self.mentee_id, self.mentor_id, weekday, hour)
