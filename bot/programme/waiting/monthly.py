"""The question of each month to who waits for a duo: do they still look?"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.programme.people import Role
from bot.programme.road import Place

A_MONTH = timedelta(days=30)
# Who is back from a break is not asked in the same breath.
AFTER_A_BREAK = timedelta(days=1)
# After so many questions without an answer a coach calls, and nothing more is asked.
MOST_UNANSWERED = 2
# Where a mentor follows the training, or anybody waits to be matched.
PLACES = frozenset({Place.TRAINING, Place.READY})
_ASKED: Mapping[str, frozenset[Place]] = {
    Role.MENTEE: frozenset({Place.READY}),
    Role.MENTOR: PLACES,
}


class Plan(NamedTuple):
    """When somebody is asked next, and how many questions have no answer; None and a number: not
    asked any more, a coach calls. None twice: not asked at all.
    """

    ask_at: datetime | None
    unanswered: int | None


NOT_ASKED = Plan(None, None)


def is_asked(role: str | None, place: Place | None) -> bool:
    """Whether who stands there is asked each month."""
    return place in _ASKED.get(role or "", frozenset())


def on_arrival(role: str | None, place: Place | None, now: datetime) -> Plan:
    """For somebody who comes to a place on the road now, or leaves it."""
    return heard(now) if is_asked(role, place) else NOT_ASKED


def heard(now: datetime) -> Plan:
    """For who has answered now."""
    return Plan(now + A_MONTH, 0)


def following(unanswered: int, now: datetime) -> Plan:
    """For whose month is over now, after so many questions without an answer."""
    if is_for_coach(unanswered):
        return Plan(None, unanswered)
    return Plan(now + A_MONTH, unanswered + 1)


def is_for_coach(unanswered: int) -> bool:
    """Whether it is time to call, in the place of one more question."""
    return unanswered >= MOST_UNANSWERED


def is_unheard(plan: Plan) -> bool:
    """Whether a coach is to call them, since they are not asked any more."""
    return plan.ask_at is None and plan.unanswered is not None
