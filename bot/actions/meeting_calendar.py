"""Choosing a day, then an hour, and its minutes if somebody wants that."""

from datetime import date

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.meeting_plans import go_on
from bot.actions.planning import Planning
from bot.programme.meetings import (
    hours_of,
    minutes_of,
    month_of,
    next_month,
    wall_of,
    weeks_of,
)
from bot.programme.notices import ChooseDay, ChooseHour
from bot.programme.people import Visit
from storage.meeting_offers import Offer


class MeetingCalendar:
    """What one of a duo sees of the days to come."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def month(self, visit: Visit, draft_id: int, month: str) -> None:
        """Show the days of a month; of one that nobody can plan in the nearest."""

        async def step(talk: Talk, planning: Planning, draft: Offer) -> None:
            talk.replace(_month_card(planning, draft, month))

        await go_on(self.desk, visit, draft_id, step)

    async def hours(self, visit: Visit, draft_id: int, day: date, *, fine: bool) -> None:
        """Show the hours of a day at which they can meet; ``fine``: each leads to its minutes."""

        async def step(talk: Talk, planning: Planning, draft: Offer) -> None:
            times = hours_of(day, planning.agenda)
            talk.replace(ChooseHour(draft.id, day.isoformat(), times, fine))

        await go_on(self.desk, visit, draft_id, step)

    async def minutes(self, visit: Visit, draft_id: int, wall: str) -> None:
        """Show the quarters of an hour at which they can meet."""

        async def step(talk: Talk, planning: Planning, draft: Offer) -> None:
            hour = wall_of(wall).replace(minute=0)
            times = minutes_of(hour, planning.agenda)
            talk.replace(ChooseHour(draft.id, hour.date().isoformat(), times))

        await go_on(self.desk, visit, draft_id, step)


def _month_card(planning: Planning, draft: Offer, month: str) -> ChooseDay:
    agenda = planning.agenda
    shown = month_of(month, agenda)
    texts = [f"{next_month(shown, steps):%Y-%m}" for steps in (-1, 1)]
    earlier, later = (one if f"{month_of(one, agenda):%Y-%m}" == one else "" for one in texts)
    return ChooseDay(draft.id, f"{shown:%Y-%m}", weeks_of(shown, agenda), earlier, later)
