"""When somebody of the staff is away, and who stands in for them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.programme.cases import Rung
from bot.programme.team import Team

A_DAY = timedelta(days=1)
# The first one and the last one of a leave.
Days = tuple[date, date]
# Three weeks fit on one card in rows of three, and most leaves are shorter than that.
DAYS_A_PAGE = 21
PAGES = 18
# Longer than a year is no leave: the people need somebody of their own.
LONGEST = timedelta(days=366)


def days_from(first: date, page: int) -> tuple[date, ...]:
    """The days of one page of buttons; the first page is 0."""
    start = first + page * DAYS_A_PAGE * A_DAY
    return tuple(start + number * A_DAY for number in range(DAYS_A_PAGE))


def is_possible(first: date, last: date, today: date) -> bool:
    """Whether somebody can be away from the first of these days to the last, from today on."""
    return today <= first <= last <= first + LONGEST and first <= today + LONGEST


def joined(new: Days, old: Days) -> Days:
    """What a new leave comes to when the old one has days with it in common.

    Days before its own first one stay. Its own last day is the last one, unless it was added in
    front of the old leave.
    """
    last = new[1] if old[0] <= new[0] else max(new[1], old[1])
    return min(new[0], old[0]), last


def begins_at(first: date, zone: ZoneInfo) -> datetime:
    """When a leave begins, with its first day on the wall there."""
    return datetime(first.year, first.month, first.day, tzinfo=zone)


def began(first: date, said_at: datetime | None, zone: ZoneInfo) -> datetime:
    """Since when somebody is away: from the first day on, or from when it was said."""
    begins = begins_at(first, zone)
    return max(begins, said_at or begins)


def who_takes_over(team: Team, leaver: int, branch: str | None, day: date) -> int | None:
    """Who answers for the people of a colleague who is not there any more.

    First who stands in for them, then a coach of the branch, any coach, a coordinator of the
    branch. When none of them is there it is who comes back: nobody is left without an owner as
    long as anybody works here.
    """
    deputies = team.rungs(leaver, branch, day)[Rung.DEPUTY]
    others = Team([one for one in team.people if one.id != leaver])
    rungs = others.rungs(None, branch, day)
    in_order = (*deputies, *rungs[Rung.BRANCH], *rungs[Rung.COORDINATOR])
    return next((one for one in in_order if one != leaver), others.first(branch))
