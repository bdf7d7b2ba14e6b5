"""Who means to do what, and when; all chance of a rehearsal comes from its seed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from heapq import heappop, heappush
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

from bot.programme.answering import FEELINGS
from bot.programme.check_ins import Answer
from bot.programme.recurrence import A_WEEK, instant_of
from bot.rehearsal.cast import Player
from bot.rehearsal.errands import Errand, errands_of
from bot.rehearsal.tastes import Mood

MORNING, EVENING = time(8), time(22)
FIRST_DAYS = timedelta(days=4)  # of a week: then people set out to do what they mean to
# Of ten weeks: so often two who mean to meet do, or move it, or do not.
HAPPENS = {Answer.MET: 7, Answer.MOVED: 2, Answer.NOT_MET: 1}


@dataclass(frozen=True, slots=True, order=True)
class Plan:
    """Answer a message, or walk an errand. ``place`` keeps the order of equal moments."""

    at: datetime
    place: int
    player: Player = field(compare=False)
    message_id: int | None = field(default=None, compare=False)
    errand: Errand | None = field(default=None, compare=False)


@dataclass(slots=True)
class Diary:
    """The plans of everybody from ``begin`` on, for so many weeks."""

    begin: datetime
    weeks: int
    zone: ZoneInfo
    seed: int
    plans: list[Plan] = field(default_factory=list)
    places: Iterator[int] = field(default_factory=count)
    chances: dict[int, Random] = field(default_factory=dict)
    today: date | None = None

    @property
    def end(self) -> datetime:
        """When the play is over."""
        return self.begin + self.weeks * A_WEEK

    def week(self, moment: datetime) -> int:
        """Which week of the play it is, from 1."""
        return (moment - self.begin) // A_WEEK + 1

    def is_new_day(self, moment: datetime) -> bool:
        """Whether nobody asked that on this day before."""
        before, self.today = self.today, moment.astimezone(self.zone).date()
        return before != self.today

    def chance(self, player: Player) -> Random:
        """Their own chance, so that nobody's day depends on how many others there are."""
        if player.id not in self.chances:
            self.chances[player.id] = Random(f"{self.seed} {player.id}")
        return self.chances[player.id]

    def mood(self, player: Player, now: datetime) -> Mood:
        """How this week is for them: what happened is the same for both of a duo."""
        both = Random(f"{self.seed} {player.duo} {self.week(now)}")
        answer = both.choices(list(HAPPENS), list(HAPPENS.values()))[0]
        own = Random(f"{self.seed} {player.id} {now.date()}")
        return Mood(
            answer=Answer.NOT_MET if player.character.differs else answer,
            feeling=own.choice(FEELINGS),
            tells=_once_in(own, 3),
            corrects=_once_in(own, 12),
            fits=not _once_in(own, 6),
            late=_once_in(own, 6),
            cannot=_once_in(own, 12),
        )

    def writes(self, player: Player) -> bool:
        """Whether they write this time instead of tapping."""
        return self.chance(player).randrange(10) < player.character.writes

    def fill(self, player: Player) -> None:
        """Plan what they will set out to do of their own accord."""
        for week in range(1, self.weeks + 1):
            for errand in errands_of(player, week, self.chance(player)):
                days = self.chance(player).random() * FIRST_DAYS
                at = self._awake(player, self.begin + (week - 1) * A_WEEK + days)
                self._put(Plan(at, next(self.places), player, errand=errand))

    def mean_to_answer(self, player: Player, message_id: int, now: datetime) -> None:
        """Plan to look at a message that has just come, unless they are silent."""
        if self.week(now) not in player.character.silent:
            soonest, latest = player.character.after
            after = soonest + self.chance(player).random() * (latest - soonest)
            at = self._awake(player, now + after)
            self._put(Plan(at, next(self.places), player, message_id))

    def next_moment(self) -> datetime | None:
        """When the next of them does something."""
        return self.plans[0].at if self.plans else None

    def due(self, moment: datetime) -> Plan | None:
        """What somebody does by now; None when nobody does anything."""
        return heappop(self.plans) if self.plans and self.plans[0].at <= moment else None

    def _put(self, plan: Plan) -> None:
        heappush(self.plans, plan)

    def _awake(self, player: Player, at: datetime) -> datetime:
        """The moment itself by day, and some minute of the next morning by night."""
        wall = at.astimezone(self.zone)
        if MORNING <= wall.time() < EVENING:
            return at
        day = wall.date() + timedelta(days=wall.time() >= EVENING)
        minutes = self.chance(player).randrange(1, 180)
        return instant_of(day, MORNING, self.zone) + timedelta(minutes=minutes)


def _once_in(chance: Random, times: int) -> bool:
    return chance.randrange(times) == 0
