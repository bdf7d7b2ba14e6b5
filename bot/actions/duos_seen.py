"""How duos are, put together from what is kept of them, for one who follows them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.actions.counter import Counter
from bot.programme.check_ins import Answer, Patience, Week, reconcile
from bot.programme.duo_weeks import (
    DuoSeen,
    WeekSeen,
    Why,
    as_others_see,
    in_order_of_need,
    minutes_of,
    needs_a_person,
    weeks_apart,
)
from bot.programme.people import Role
from storage.duo_views import MemberSeen, OpenCase, WeekKept
from storage.duos import Duo
from storage.meetings import Meeting
from storage.people import Person

MOST_DUOS = 500
# So far back a duo is looked at, and so far ahead for its next meeting.
LOOK_BACK, LOOK_AHEAD = timedelta(weeks=10), timedelta(weeks=26)


@dataclass(frozen=True, slots=True)
class Followed:
    """A duo as one who follows it may see it. ``is_own``: as its coach."""

    duo: Duo
    mentee: MemberSeen
    mentor: MemberSeen
    cases: tuple[OpenCase, ...]
    seen: DuoSeen
    needs: tuple[Why, ...]
    is_own: bool

    @property
    def zone(self) -> ZoneInfo:
        """Where the weeks of this duo are counted."""
        return ZoneInfo(self.duo.zone)

    @property
    def names(self) -> tuple[str, str]:
        """Mentee and mentor."""
        return self.mentee.first_name, self.mentor.first_name

    @property
    def whys(self) -> tuple[tuple[str, int], ...]:
        """Why it needs a person, and for how many weeks they have not met where that is why."""
        apart = weeks_apart(self.seen.weeks)
        return tuple((why, apart if why is Why.NO_MEETINGS else 0) for why in self.needs)


@dataclass(frozen=True, slots=True)
class Kept:
    """All that is kept of some duos: of each its weeks, newest first, and its meetings."""

    members: Mapping[int, MemberSeen]
    weeks: Mapping[int, Sequence[WeekKept]]
    cases: Sequence[OpenCase]
    meetings: Mapping[int, Sequence[Meeting]]


async def duos_of(counter: Counter, reader: Person) -> Sequence[Duo]:
    """The duos that somebody follows: a coach their own, a coordinator those of the branch."""
    if reader.role == Role.COORDINATOR:
        return await counter.tx.duo_views.of_branch(str(reader.branch), MOST_DUOS)
    return await counter.tx.duos.followed_by(reader.id, MOST_DUOS)


async def followed(counter: Counter, duos: Sequence[Duo], reader: Person) -> list[Followed]:
    """These duos as the reader may see them, those first that need a person most."""
    return seen_by(counter, duos, reader, await kept_of(counter, duos)) if duos else []


def seen_by(counter: Counter, duos: Sequence[Duo], reader: Person, kept: Kept) -> list[Followed]:
    """The same, from what was read already."""
    found = [_followed(counter, duo, kept, is_own=duo.coach_id == reader.id) for duo in duos]
    return [found[place] for place in in_order_of_need([one.needs for one in found])]


async def kept_of(counter: Counter, duos: Collection[Duo]) -> Kept:
    """All that is kept of these duos."""
    ids, views, now = [one.id for one in duos], counter.tx.duo_views, counter.now
    people = {one for duo in duos for one in (duo.mentee_id, duo.mentor_id)}
    weeks: dict[int, list[WeekKept]] = {one: [] for one in ids}
    for week in await views.weeks(ids, now - LOOK_BACK):
        weeks[week.duo_id].append(week)
    meetings: dict[int, list[Meeting]] = {one: [] for one in ids}
    for one in await counter.tx.meetings.between(ids, now - LOOK_BACK, now + LOOK_AHEAD):
        meetings[one.duo_id].append(one)
    cases = await views.open_cases(ids, people)
    return Kept(await views.members(people), weeks, cases, meetings)


def _followed(counter: Counter, duo: Duo, kept: Kept, *, is_own: bool) -> Followed:
    pair = kept.members[duo.mentee_id], kept.members[duo.mentor_id]
    cases = tuple(_about(duo, kept.cases))
    seen = DuoSeen(
        formed_at=duo.formed_at,
        weeks=tuple(_weeks(duo, kept.weeks[duo.id], is_own=is_own)),
        meetings=tuple(one.starts_at for one in kept.meetings[duo.id]),
        open_cases=tuple(one.reason for one in cases),
        silent=any(one.silent_since for one in pair),
        unreachable=any(one.unreachable_at for one in pair),
        resting=any(one.paused_at for one in pair),
    )
    misses, wall = counter.programme.check_in.misses_before_coach, ZoneInfo(duo.zone)
    needs = needs_a_person(seen, counter.now.astimezone(wall), misses)
    return Followed(duo, *pair, cases, seen, needs, is_own)


def _about(duo: Duo, cases: Iterable[OpenCase]) -> Iterable[OpenCase]:
    people = (duo.mentee_id, duo.mentor_id)
    return (one for one in cases if one.duo_id == duo.id or one.person_id in people)


def _weeks(duo: Duo, weeks: Iterable[WeekKept], *, is_own: bool) -> Iterable[WeekSeen]:
    """Newest first. A week that was left open when the duo rested came to nothing we know."""
    for one in weeks:
        if one.outcome or one.is_open:
            week = _week(duo, one)
            yield week if is_own else as_others_see(week)


def _week(duo: Duo, kept: WeekKept) -> WeekSeen:
    how = [one.feeling for one in kept.said if one.person_id == duo.mentee_id and one.feeling]
    outcome = Week(kept.outcome) if kept.outcome else _so_far(duo, kept)
    minutes = minutes_of(outcome, (one.minutes for one in kept.said))
    return WeekSeen(kept.week, outcome, minutes, next(iter(how), None), asked=bool(kept.said))


def _so_far(duo: Duo, kept: WeekKept) -> Week | None:
    """What a week that is still open comes to if nobody says more; None as long as nobody did."""
    said = {one.person_id: Answer(one.answer) for one in kept.said if one.answer}
    mentor, mentee = said.get(duo.mentor_id), said.get(duo.mentee_id)
    return reconcile(mentor, mentee, Patience.OVER) if said else None
