"""How a case that nobody has taken climbs: whom to ask next, and when to look again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.programme.cases import NextStep, Reason, Urgency
from bot.programme.office_hours import Office
from bot.programme.programme import Patience
from bot.programme.promise import after
from bot.programme.team import RUNGS, Rungs

# Before the first rung.
GROUND = -1
OWN = 0
TOP = len(RUNGS) - 1
# How often who has a case in which nobody waits for an answer is asked whether it can be closed.
STILL_OPEN_AFTER = timedelta(days=7)
# Tasks of a branch, which close by themselves; nobody waits for an answer.
TASKS = frozenset({Reason.CHECK_SERVICES})
# The person asked for somebody, or agreed that somebody calls.
ASKED_FOR = frozenset({Reason.ASKED, Reason.DANGER, Reason.OBSTACLE, Reason.EVALUATION})


@dataclass(frozen=True, slots=True)
class Pace:
    """What sets the times of one case."""

    urgency: str
    patience: Patience
    office: Office

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

    Above the last one, danger goes on asking all of them; anything else rests until the office
    opens on another day than that on which it was ``due``, and goes first then.
    """
    here = tuple(dict.fromkeys(one for name in RUNGS for one in rungs[name]))
    if not here:
        return _hold(rung, now, pace)
    for place in range(rung + 1, len(RUNGS)):
        there = rungs[RUNGS[place]]
        if any(one not in asked for one in there):
            return _asking(place, there, asked, now, pace)
    if rung == GROUND or pace.urgency == Urgency.NOW:
        return _asking(TOP, here, asked, now, pace)
    held = _hold(GROUND, due or now, pace)
    return held if held.next_at > now else climb(GROUND, rungs, asked, now, pace)


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


def after_taking(reason: str, now: datetime, pace: Pace) -> tuple[NextStep, datetime]:
    """What comes next for who has taken a case: an answer is waited for, or only its end."""
    if reason in ASKED_FOR:
        return NextStep.REMIND, pace.after(now, pace.patience.answer)
    return until_closed(now, pace)


def until_closed(now: datetime, pace: Pace) -> tuple[NextStep, datetime]:
    """An answered case waits for its end, and its owner is asked now and then."""
    return NextStep.REMIND, pace.office.opening(now + STILL_OPEN_AFTER)


def waking(until: datetime, pace: Pace) -> tuple[NextStep, datetime]:
    """A case that a coach has laid aside comes back when the office is open on that day."""
    return NextStep.WAKE, pace.office.opening(until)
