"""A duo as a coach would have it, before it is formed."""

from dataclasses import dataclass

from bot.programme.programme import CheckIn

HOURS = (9, 12, 15, 18, 20)
UNSET = -1


@dataclass(frozen=True, slots=True)
class Proposal:
    """The two people, and when they would be asked each week: weekday (0 is Monday) and hour.

    A weekday or hour outside the week or outside HOURS falls back to the programme's own.
    """

    mentee_id: int
    mentor_id: int
    weekday: int = UNSET
    hour: int = UNSET

    def completed(self, usual: CheckIn) -> "Proposal":
        """The proposal with the programme's usual day and hour where none fits."""
        weekday = self.weekday if self.weekday in range(7) else usual.weekday
        hour = self.hour if self.hour in HOURS else usual.at.hour
        return Proposal(self.mentee_id, self.mentor_id, weekday, hour)
