"""When somebody is reminded of a registration that they began: twice, and then no more."""

from datetime import datetime, timedelta

# Since the last answer: the first word, the last one, and a line for a coach.
FIRST, LAST, TO_COACH = timedelta(days=2), timedelta(days=7), timedelta(days=9)
# So long after words of danger nobody is reminded of anything.
IN_PEACE = timedelta(days=7)
_SINCE_ANSWER = (FIRST, LAST, TO_COACH)


def first_reminder(answered_at: datetime) -> datetime:
    """When who answers no more is reminded for the first time."""
    return answered_at + FIRST


def following_reminder(due: datetime, already: int) -> datetime | None:
    """When the next step is due, after this one; None after the line for a coach."""
    if already + 1 >= len(_SINCE_ANSWER):
        return None
    return due + _SINCE_ANSWER[already + 1] - _SINCE_ANSWER[already]


def is_last(already: int) -> bool:
    """Whether it is the last word to the person."""
    return already == len(_SINCE_ANSWER) - 2


def is_for_coach(already: int) -> bool:
    """Whether all has been said to the person, and a coach may call."""
    return already >= len(_SINCE_ANSWER) - 1


def is_left_in_peace(due: datetime, spared_until: datetime | None) -> bool:
    """Whether somebody wrote of danger not long before a step was due."""
    return spared_until is not None and due < spared_until + IN_PEACE
