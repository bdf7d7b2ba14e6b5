"""How many letters one person gets in a week without having asked for them.

Two places are kept for what is about its hour: the question of the week, and that it is asked once
more. What else there is goes alone while there is room. The last place is for all the rest of it:
one letter, at the end of the week, that holds them together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.programme.fair_moments import fair_from
from bot.programme.programme import Programme, QuietHours
from bot.programme.recurrence import instant_of

A_WEEK = timedelta(days=7)
# By then most of what a week brings is known, and people are up.
TOGETHER_ON = timedelta(days=5)
TOGETHER_AT = time(10)
TIMELY = 2


@dataclass(frozen=True, slots=True)
class Place:
    """When a letter goes (UTC). One that is ``held`` waits until then to be told with others; a
    ``timely`` one would be of no use later.
    """

    due: datetime
    held: bool = False
    timely: bool = False


@dataclass(frozen=True, slots=True)
class Budget:
    """The rule of a programme. Weeks go from Monday to Monday in its zone."""

    letters_a_week: int
    quiet: QuietHours
    zone: ZoneInfo

    @classmethod
    def of(cls, programme: Programme) -> "Budget":
        """The budget that a programme gives everybody."""
        return cls(programme.check_in.letters_a_week, programme.quiet_hours, programme.zone)

    def begin_of_week(self, moment: datetime) -> datetime:
        """The midnight (UTC) with which the week of an instant begins."""
        day = moment.astimezone(self.zone).date()
        return instant_of(day - timedelta(days=day.weekday()), time(), self.zone)

    def place(self, due: datetime, others: Iterable[Place], *, timely: bool = False) -> Place:
        """Where one more letter goes, beside the others of this person: never before it is due.

        What finds no room is held for the letter that ends the week. When that has gone, or goes
        too early for this one, it is a matter of next week.
        """
        others = tuple(others)
        while True:
            begin = self.begin_of_week(due)
            end = self._week_after(begin)
            week = [one for one in others if begin <= one.due < end]
            alone = [one for one in week if not one.held]
            if timely and sum(one.timely for one in alone) < self._kept:
                return Place(due, timely=True)
            room = self._room(alone)
            if room > 1:
                return Place(due, timely=timely)
            together = [one.due for one in week if one.held] or [self._together(begin, due)]
            if room and due <= together[0] < end:
                return Place(together[0], held=True)
            due = fair_from(end, self.quiet, self.zone)

    @property
    def _kept(self) -> int:
        """How many places are kept for timely letters; one at least is for all others."""
        return min(TIMELY, self.letters_a_week - 1)

    def _room(self, alone: Sequence[Place]) -> int:
        """How many letters may still go beside the places that are kept."""
        timely = sum(one.timely for one in alone)
        return self.letters_a_week - self._kept - (len(alone) - min(timely, self._kept))

    def next_together(self, moment: datetime) -> datetime:
        """When the letter that ends the next week goes, for what this one has no room for."""
        begin = self._week_after(self.begin_of_week(moment))
        return self._together(begin, begin)

    def _together(self, begin: datetime, due: datetime) -> datetime:
        """What is due on Saturday evening or on Sunday is told when it is due."""
        day = begin.astimezone(self.zone).date() + TOGETHER_ON
        saturday = instant_of(day, TOGETHER_AT, self.zone)
        return due if due > saturday else fair_from(saturday, self.quiet, self.zone)

    def _week_after(self, begin: datetime) -> datetime:
        monday = begin.astimezone(self.zone).date() + A_WEEK
        return instant_of(monday, time(), self.zone)
