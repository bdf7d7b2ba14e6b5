"""How fast people get an answer, told to the staff: by branch, without names, no small numbers."""

from datetime import datetime

from bot.actions.colleagues import is_let_in
from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.programme.case_numbers import ASKED_BY_PEOPLE, LOOKED_BACK, Call, Told, numbers_of
from bot.programme.notices import CaseNumbers
from bot.programme.office_hours import Office
from bot.programme.people import Visit

# In the place of a number that may not be told.
UNTOLD = -1
A_WEEK = 7


class Numbers:
    """What the staff may know of all cases together."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def show(self, visit: Visit) -> None:
        """Show how fast people get an answer in each branch."""
        async with self.desk.serve(visit) as talk:
            if is_let_in(talk):
                rows = tuple(_row(one) for one in await _numbers(talk))
                talk.reply(CaseNumbers(rows, LOOKED_BACK.days // A_WEEK))

    async def report(self) -> tuple[Told, ...]:
        """The same for whoever runs the programme."""
        async with self.desk.open() as counter:
            return await _numbers(counter)


async def _numbers(counter: Counter) -> tuple[Told, ...]:
    since = counter.now - LOOKED_BACK
    counted = await counter.tx.caseloads.counted(since, [str(one) for one in ASKED_BY_PEOPLE])
    calls = [
        Call(one.branch, one.opened_at, one.promised_at, one.read_at, one.answered_at,
             one.closed_at)
        for one in counted
    ]  # fmt: skip
    branches = [one.key for one in counter.programme.branches]
    return numbers_of(calls, branches, counter.now, _OfficeMinutes(counter).between)


class _OfficeMinutes:
    """Minutes of the office hours of each branch."""

    def __init__(self, counter: Counter) -> None:
        self.programme = counter.programme

    def between(self, branch: str, start: datetime, end: datetime) -> int:
        office = Office(self.programme.office_hours_of(branch), self.programme.zone)
        return office.minutes_between(start, end)


def _row(one: Told) -> tuple[str, int, int, int, int, int]:
    numbers = (one.asked, one.minutes, one.kept, one.late, one.open)
    asked, minutes, kept, late, still_open = (UNTOLD if n is None else n for n in numbers)
    return one.branch, asked, minutes, kept, late, still_open
