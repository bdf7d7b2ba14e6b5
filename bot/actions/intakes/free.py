"""Which times are free for a first talk."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, time

from bot.actions.coaches import within_reach
from bot.actions.counter import Counter
from bot.actions.whereabouts import today
from bot.programme.intakes.times import CoachTimes, Frame, FreeTime, Hours, free_times
from storage.intakes import Exceptional, Pattern
from storage.people import Person
from storage.staff import Leave


async def free_in(counter: Counter, branch: str | None) -> tuple[FreeTime, ...]:
    """All free times of the coaches of a branch who can be reached, the soonest first."""
    staff = within_reach(await staff_in(counter, branch))
    return free_times(await _times_of(counter, staff), frame_of(counter, branch))


async def staff_in(counter: Counter, branch: str | None) -> list[Person]:
    """Who works in a branch; nobody where there is none."""
    if branch is None:
        return []
    people = counter.tx.people
    return [*await people.coaches(branch), *await people.coordinators(branch)]


async def free_with(counter: Counter, coach: Person) -> tuple[FreeTime, ...]:
    """The free times of one coach."""
    return free_times(await _times_of(counter, [coach]), frame_of(counter, coach.branch))


def frame_of(counter: Counter, branch: str | None) -> Frame:
    """Between when times are given, and when the branch is closed."""
    rules, programme = counter.programme.intakes, counter.programme
    closed = programme.office_hours_of(branch).closed
    return Frame(counter.now, programme.zone, rules.hours_ahead, rules.days_ahead, closed)


async def _times_of(counter: Counter, coaches: Sequence[Person]) -> list[CoachTimes]:
    ids = [one.id for one in coaches]
    patterns = await counter.tx.intake_hours.patterns_of(ids)
    days = await counter.tx.intake_hours.exceptions_of(ids, today(counter))
    if not patterns and not days:
        return []
    leaves = await counter.tx.staff.leaves_from(today(counter))
    taken = await counter.tx.intakes.taken(ids, counter.now)
    return [
        CoachTimes(
            one, _week(patterns, one), _extra(days, one), _off(days, one), _away(leaves, one),
            {at for coach, at in taken if coach == one}, sum(coach == one for coach, _ in taken),
        )
        for one in ids
    ]  # fmt: skip


def _week(patterns: Iterable[Pattern], coach_id: int) -> dict[int, list[Hours]]:
    week: dict[int, list[Hours]] = {}
    for one in patterns:
        if one.coach_id == coach_id:
            week.setdefault(one.weekday, []).append(_hours(one))
    return week


def _extra(days: Iterable[Exceptional], coach_id: int) -> dict[date, list[Hours]]:
    extra: dict[date, list[Hours]] = {}
    for one in days:
        if one.coach_id == coach_id and not one.is_off:
            extra.setdefault(one.day, []).append(_hours(one))
    return extra


def _off(days: Iterable[Exceptional], coach_id: int) -> Collection[date]:
    return {one.day for one in days if one.coach_id == coach_id and one.is_off}


def _away(leaves: Iterable[Leave], coach_id: int) -> list[tuple[date, date]]:
    return [(one.first_day, one.last_day) for one in leaves if one.person_id == coach_id]


def _hours(one: Pattern | Exceptional) -> Hours:
    return time.fromisoformat(one.starts), time.fromisoformat(one.ends), one.place
