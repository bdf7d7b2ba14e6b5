"""How a case that nobody has taken climbs: whom to ask next, and when to look again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.programme.cases import NextStep, Reason, Rung, Urgency
from bot.programme.office_hours import Office
from bot.programme.programme import Patience
from bot.programme.promise import after
from bot.programme.team import RUNGS, Rungs

# Before the first rung.
GROUND = -1
OWN = 0
BRANCH = RUNGS.index(Rung.BRANCH)
TOP = len(RUNGS) - 1
# How often who has a case in which nobody waits for an answer is asked whether it can be closed.
STILL_OPEN_AFTER = timedelta(days=7)
# For so long a case is laid aside until later on the same day.
A_FEW_HOURS = timedelta(hours=3)
# So long before a promise runs out who was asked hears of it once more.
LAST_HOUR = timedelta(hours=1)
# Tasks of a branch, which close by themselves; nobody waits for an answer.
TASKS = frozenset({Reason.CHECK_SERVICES})
# The person asked for somebody, or agreed that somebody calls.
ASKED_FOR = frozenset({Reason.ASKED, Reason.DANGER, Reason.OBSTACLE})


@dataclass(frozen=True, slots=True)
class Pace:
    """What sets the times of one case. ``one_by_one``: the coaches of a branch are asked one after
    the other, and not all at once.
    """

    urgency: str
    patience: Patience
    office: Office
    one_by_one: bool = False

    def after(self, moment: datetime, minutes: int) -> datetime:
        """When so many minutes of this case have passed."""
        return after(self.urgency, moment, minutes, self.office)


@dataclass(frozen=True, slots=True)
class Move:
    """What happens now: who gets the card, and who was asked before and gets a nudge; then what
    comes next, and when. ``rung`` is where the case stands after it.
    """

    rung: int
    next_step: NextStep
    next_at: datetime
    ask: tuple[int, ...] = ()
    nudge: tuple[int, ...] = ()


def climb(  # where it is, who there is, and when
    rung: int, rungs: Rungs, asked: Collection[int], now: datetime, pace: Pace,
    due: datetime | None = None,
) -> Move:  # fmt: skip
    """Ask the next rung on which somebody is who was not asked yet.

    Above the last one whoever was left out is asked. Then danger goes on asking all of them;
    anything else rests until the office opens on another day than that on which it was ``due``,
    and goes first then.
    """
    here = tuple(dict.fromkeys(one for name in RUNGS for one in rungs[name]))
    if not here:
        return _hold(rung, now, pace)
    for place in range(_next_place(rung, pace), len(RUNGS)):
        there = rungs[RUNGS[place]]
        new = [one for one in there if one not in asked]
        if new:
            later = new[1:] if pace.one_by_one and place == BRANCH else []
            some = tuple(one for one in there if one not in later)
            return _asking(place, some, asked, now, pace)
    left_out = tuple(one for one in here if one not in asked)
    if left_out:
        return _asking(TOP, left_out, asked, now, pace)
    if rung == GROUND or pace.urgency == Urgency.NOW:
        return _asking(TOP, here, asked, now, pace)
    held = _hold(GROUND, due or now, pace)
    return held if held.next_at > now else climb(GROUND, rungs, asked, now, pace)


def _next_place(rung: int, pace: Pace) -> int:
    """Where the next one is looked for: on the rung above, or among the other coaches still."""
    return rung if pace.one_by_one and rung == BRANCH else rung + 1


def _asking(
    place: int, there: tuple[int, ...], asked: Collection[int], now: datetime, pace: Pace
) -> Move:
    return Move(
        place,
        NextStep.CLIMB,
        pace.after(now, pace.patience.rungs[RUNGS[place]]),
        tuple(one for one in there if one not in asked),
        tuple(one for one in there if one in asked),
    )


def _hold(rung: int, now: datetime, pace: Pace) -> Move:
    """Danger is looked at again as soon as the last rung would have had its time."""
    if pace.urgency == Urgency.NOW:
        at = pace.after(now, pace.patience.rungs[RUNGS[TOP]])
        return Move(rung, NextStep.HOLD, at)
    return Move(rung, NextStep.HOLD, pace.office.opening_on_a_later_day(now))


def before_promise(promised_at: datetime, now: datetime, pace: Pace) -> datetime | None:
    """When there is time yet to keep a promise: an hour of the office before it runs out, or when
    the office opens that day; in danger the minute itself. None when that is over.
    """
    if pace.urgency == Urgency.NOW:
        return promised_at if promised_at > now else None
    at = pace.office.opening(promised_at - LAST_HOUR)
    return at if now < at < promised_at else None


def is_kept_in_mind(
    rung: int, next_step: str | None, next_at: datetime | None, now: datetime
) -> bool:
    """Whether a case is not to be brought to anybody yet: it is looked at on a day to come."""
    waits = next_at is not None and next_at > now
    return rung == GROUND and next_step == NextStep.CLIMB and waits


def after_taking(reason: str, now: datetime, pace: Pace) -> tuple[NextStep, datetime]:
    """What comes next for who has taken a case: an answer is waited for, or only its end."""
    if reason in ASKED_FOR:
        return NextStep.REMIND, pace.after(now, pace.patience.answer)
    return until_closed(now, pace)


def until_closed(now: datetime, pace: Pace) -> tuple[NextStep, datetime]:
    """An answered case waits for its end, and its owner is asked now and then."""
    return NextStep.REMIND, pace.office.opening(now + STILL_OPEN_AFTER)


def later_today(now: datetime, pace: Pace) -> datetime | None:
    """When a case comes back that is laid aside for a few hours; None when the office has closed
    by then.
    """
    at = now + A_FEW_HOURS
    return at if pace.office.is_open(at) else None


def waking(until: datetime, pace: Pace) -> tuple[NextStep, datetime]:
    """A case that a coach has laid aside comes back when the office is open on that day."""
    return NextStep.WAKE, pace.office.opening(until)
