"""Where a case stands on its ladder: the team of the day, the hours of the office, the pace."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache

from bot.actions.case_people import people_about
from bot.actions.counter import Counter
from bot.actions.teams import team_of
from bot.programme import ladder_snapshot
from bot.programme.cases import NextStep, Reason, Urgency, WhoMayKnow
from bot.programme.ladder import (
    A_FEW_HOURS,
    LAST_HOUR,
    Move,
    Pace,
    after_taking,
    climb,
    later_today,
    waking,
)
from bot.programme.office_hours import Office, always_staffed
from bot.programme.team import Rungs, Team, told_to_few
from storage.cases import Case

# After how many days a case that was laid aside may come back; TODAY is a few hours later.
TODAY = 0
DAYS_ASIDE = (1, 3, 7, 14)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands: its branch, its pace, and the team. ``day``: the next one on which the
    office opens, today if it is open; in danger it is today.
    """

    case: Case
    branch: str | None
    pace: Pace
    team: Team
    day: date

    @property
    def owner_is_there(self) -> bool:
        """Whether who answers for it can be asked, or took it while they were away."""
        owner = self.case.owner_id
        since = self.case.taken_at
        return owner is not None and self.team.goes_on(owner, since, self.day)

    @property
    def rungs(self) -> Rungs:
        """Who is on each rung now, of those who may know of it."""
        rungs = self.team.rungs(self.case.coach_id, self.branch, self.day)
        few = self.case.audience == WhoMayKnow.COACH and self.case.urgency != Urgency.NOW
        return told_to_few(rungs) if few else rungs

    def move(self, asked: Sequence[int], now: datetime) -> Move:
        """The next move up the ladder."""
        due = self.case.next_at if self.case.next_at and self.case.next_at < now else now
        return climb(self.case.rung, self.rungs, asked, now, self.pace, due)


async def standing_of(counter: Counter, case: Case, team: Team | None = None) -> Standing:
    """Where a case stands now; ``team`` if it is known."""
    team = team or await team_of(counter)
    about = await people_about(counter, case)
    branch = case.branch or about[0].nearest_branch
    office = office_of(counter, branch, team, case.coach_id)
    ladder = ladder_snapshot.read(case.ladder, counter.programme.patience)
    few = _asks_one_by_one(case, counter.now)
    pace = Pace(case.urgency, ladder[Urgency(case.urgency)], office, one_by_one=few)
    return Standing(case, branch, pace, team, _day_of(case, office, counter.now))


def _asks_one_by_one(case: Case, now: datetime) -> bool:
    """Who has not said who may know it is not made known to all coaches of the branch at once, as
    long as what was promised can be kept so.
    """
    has_time = case.promised_at is None or now < case.promised_at - LAST_HOUR
    return case.reason == Reason.ASKED and case.audience is None and has_time


def _day_of(case: Case, office: Office, now: datetime) -> date:
    """The day of the next opening, whoever is there then."""
    opening = replace(office, is_staffed=always_staffed).opening(now)
    moment = now if case.urgency == Urgency.NOW else opening
    return moment.astimezone(office.zone).date()


def office_of(counter: Counter, branch: str | None, team: Team, own: int | None = None) -> Office:
    """The office of a branch, open on the days on which somebody is there who can be asked."""
    programme = counter.programme

    @cache
    def is_staffed(day: date) -> bool:
        return any(team.rungs(own, branch, day).values())

    return Office(programme.office_hours_of(branch), programme.zone, is_staffed)


async def own_plan(counter: Counter, case: Case) -> tuple[NextStep, datetime]:
    """What comes next for who takes a case now."""
    standing = await standing_of(counter, case)
    return after_taking(case.reason, counter.now, standing.pace)


def days_aside(now: datetime, pace: Pace) -> tuple[tuple[int, str], ...]:
    """After how many days it may come back, and when that is. What falls in a weekend comes on
    the day on which the office opens again, and each day is offered once; today only when the
    office is open long enough. A danger waits for no day.
    """
    if pace.urgency == Urgency.NOW:
        return ((TODAY, (now + A_FEW_HOURS).isoformat()),)
    soon = later_today(now, pace)
    today = ((TODAY, soon.isoformat()),) if soon else ()
    plans = {waking(now + timedelta(days=one), pace)[1]: one for one in reversed(DAYS_ASIDE)}
    return (*today, *((days, at.isoformat()) for at, days in sorted(plans.items())))


def laid_aside(days: int, now: datetime, pace: Pace) -> tuple[NextStep, datetime]:
    """What comes next in a case that is laid aside for so many days, or for a few hours; a danger
    comes back after those, whatever was tapped and whether the office is open.
    """
    if pace.urgency == Urgency.NOW:
        return NextStep.WAKE, now + A_FEW_HOURS
    return waking(now + (timedelta(days=days) if days else A_FEW_HOURS), pace)


def others_near(standing: Standing, person_id: int) -> Sequence[int]:
    """Who can be handed the case: of its branch, and there."""
    near = [one for one in standing.team.people if one.branch == standing.branch]
    there = [one.id for one in near if one.is_there(standing.day)]
    return [one for one in there if one != person_id]
