"""Whether an entry can still be relied on."""

from datetime import date
from enum import StrEnum

from bot.programme.directory.service import Confidence, Service, Status

# Half a year without a look is told to the reader; nine months take the entry from the lists.
OLD_AFTER_DAYS = 180
HIDDEN_AFTER_DAYS = 270
DOUBTS_THAT_HIDE = 2


class Standing(StrEnum):
    """How far an entry can be relied on."""

    CHECKED = "checked"
    OLD = "old"
    NEVER_CHECKED = "never_checked"
    TOO_OLD = "too_old"
    DOUBTED = "doubted"
    HELD_BACK = "held_back"


HIDING = frozenset({Standing.TOO_OLD, Standing.DOUBTED, Standing.HELD_BACK})


def standing(service: Service, today: date, doubts: int = 0) -> Standing:
    """How far an entry can be relied on today; ``doubts`` counts the independent reports that it
    is wrong or closed since somebody last made sure of it.
    """
    if service.status is not Status.ACTIVE:
        return Standing.HELD_BACK
    if doubts >= DOUBTS_THAT_HIDE:
        return Standing.DOUBTED
    if service.assured_on is None:
        low = service.confidence is Confidence.LOW
        return Standing.HELD_BACK if low else Standing.NEVER_CHECKED
    return _by_age((today - service.assured_on).days)


def is_shown(service: Service, today: date, doubts: int = 0) -> bool:
    """Whether people see it. A crisis line that exists is never hidden: it alarms instead."""
    if service.is_crisis_line:
        return service.status is Status.ACTIVE
    return standing(service, today, doubts) not in HIDING


def wants_checking(service: Service, today: date, doubts: int = 0) -> bool:
    """Whether a coach has to make sure of it: it aged or was doubted, so that it is hidden, or
    would be if it were no crisis line.
    """
    return standing(service, today, doubts) in (Standing.TOO_OLD, Standing.DOUBTED)


def _by_age(days: int) -> Standing:
    if days > HIDDEN_AFTER_DAYS:
        return Standing.TOO_OLD
    return Standing.OLD if days > OLD_AFTER_DAYS else Standing.CHECKED
