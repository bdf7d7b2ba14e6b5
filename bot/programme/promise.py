"""What somebody who calls is promised: by when a coach reads it."""

from datetime import datetime, timedelta

from bot.programme.cases import Urgency
from bot.programme.office_hours import Office
from bot.programme.programme import Patience


def promised(urgency: str, opened_at: datetime, patience: Patience, office: Office) -> datetime:
    """When it is read at the latest: so many minutes of the office after it was opened. In danger
    it is minutes of the clock while the office is open. When it is closed, whoever can be woken
    may read it sooner, but nobody has to: the minutes are counted from when it opens.
    """
    if urgency == Urgency.NOW:
        return office.opening(opened_at) + timedelta(minutes=patience.read)
    return after(urgency, opened_at, patience.read, office)


def after(urgency: str, moment: datetime, minutes: int, office: Office) -> datetime:
    """When so many minutes have passed for a case: of the clock in danger, else of the office."""
    if urgency == Urgency.NOW:
        return moment + timedelta(minutes=minutes)
    return office.after(moment, minutes)
