"""What those who follow duos can look at: all of them, or one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.actions.active_weeks.counting import told, weeks_with
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.duos_seen import Followed, duos_of, followed
from bot.programme.cases import Reason
from bot.programme.duo_weeks import (
    feelings,
    mark_of,
    minutes_together,
    next_meeting,
    weeks_before,
)
from bot.programme.notices import DuoCard, ListedDuo, MyDuos, NotForYou
from bot.programme.people import Visit, is_staff
from bot.programme.recurrence import next_weekly, week_key
from storage.duo_breaks import DuoBreak
from storage.duo_views import OpenCase
from storage.duos import DuoState
from storage.rhythms import Rhythm

ON_A_PAGE = 20
WEEKS_LISTED = 4
WEEKS_ON_A_CARD = 6
MOST_FEELINGS = 4
MOST_CASES = 5


class DuoViews:
    """What those who follow duos can look at."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def mine(self, visit: Visit) -> None:
        """The duos that somebody follows, those first that need a person most."""
        async with self.desk.serve(visit) as talk:
            talk.reply(await _page(talk, 0))

    async def turn_to(self, visit: Visit, page: int) -> None:
        """Another page of them; the first one is 0."""
        async with self.desk.serve(visit) as talk:
            notice = await _page(talk, page)
            if isinstance(notice, MyDuos):
                talk.replace(notice)
            else:
                talk.reply(notice)

    async def show(self, visit: Visit, duo_id: int) -> None:
        """One duo, for its coach or a coordinator of its branch; nobody else finds it."""
        async with self.desk.serve(visit) as talk:
            talk.reply(await _shown(talk, duo_id))


async def _page(talk: Talk, page: int) -> MyDuos | NotForYou:
    if not is_staff(talk.person.role):
        return NotForYou()
    every = await followed(talk, await duos_of(talk, talk.person), talk.person)
    first = page * ON_A_PAGE if page * ON_A_PAGE < len(every) else 0
    shown = every[first : first + ON_A_PAGE]
    return MyDuos(tuple(_listed(talk, one) for one in shown), first, len(every))


def _listed(talk: Talk, one: Followed) -> ListedDuo:
    marks = tuple(mark for _, mark, _ in _weeks(one, _this_week(talk), WEEKS_LISTED))
    if one.duo.state != DuoState.ACTIVE:
        marks = (str(one.duo.state),)
    return (one.duo.id, *one.names, marks, one.whys, _rests(one))


async def _shown(talk: Talk, duo_id: int) -> DuoCard | NotForYou:
    if not is_staff(talk.person.role):
        return NotForYou()
    duo = await talk.tx.duo_views.one(duo_id, talk.person.id)
    if duo is None:
        return NotForYou()
    (one,) = await followed(talk, [duo], talk.person)
    card = _card(talk, one, _next_question(one, await talk.tx.rhythms.of(duo.id)))
    return _with_weeks(talk, one, card, (await talk.tx.duo_breaks.of((duo.id,)))[duo.id])


def _with_weeks(talk: Talk, one: Followed, card: DuoCard, breaks: Iterable[DuoBreak]) -> DuoCard:
    """Which week it is; and why somebody takes a break, which is for their own coach."""
    ends = {member.id: member.paused_until for member in (one.mentee, one.mentor)}
    names = {member.id: member.first_name for member in (one.mentee, one.mentor)}
    said = ((names[kept.person_id], kept.reason) for kept in breaks if kept.reason)
    return replace(
        card,
        together=told(talk, one.duo, weeks_with(talk, one.duo, breaks, ends)),
        reasons=tuple(said) if one.is_own else (),
        begins=0 if one.duo.active_since else one.duo.id,
    )


def _card(talk: Talk, one: Followed, next_question: datetime | None) -> DuoCard:
    this_week, seen = _this_week(talk), one.seen
    return DuoCard(
        mentee=one.mentee.first_name,
        mentor=one.mentor.first_name,
        telegram_ids=(one.mentee.telegram_id or 0, one.mentor.telegram_id or 0),
        since=seen.formed_at.isoformat(),
        weeks=tuple(_weeks(one, this_week, WEEKS_ON_A_CARD)),
        minutes=minutes_together(seen.weeks, this_week),
        feelings=feelings(seen.weeks, MOST_FEELINGS),
        next_meeting=_iso(next_meeting(seen.meetings, talk.now)),
        next_question=_iso(next_question),
        cases=tuple(_case(talk, one, case) for case in one.cases[:MOST_CASES]),
        rests=_rests(one),
        needs=one.whys,
        has_own_cases=any(case.coach_id == talk.person.id for case in one.cases),
    )


def _this_week(talk: Talk) -> str:
    return week_key(talk.now, talk.programme.zone)


def _weeks(one: Followed, this_week: str, most: int) -> Iterable[tuple[str, str, int]]:
    """The last weeks since they are a duo, newest first; this one only once it was asked about."""
    known = {week.key: week for week in one.seen.weeks}
    formed = week_key(one.seen.formed_at, one.zone)
    for key in reversed(weeks_before(this_week, most)):
        if key in known or formed < key < this_week:
            week = known.get(key)
            yield key, mark_of(week), (week.minutes if week else None) or 0


def _next_question(one: Followed, rhythms: Iterable[Rhythm]) -> datetime | None:
    """When one of the two is asked next: after the break, when its end is known. Who does not
    answer any more is not asked.
    """
    members = (one.mentee, one.mentor)
    ends = [member.paused_until for member in members if member.paused_at]
    known = [end for end in ends if end]
    if len(known) < len(ends):
        return None
    awake = {member.id for member in members if not member.silent_since}
    coming = [rhythm for rhythm in rhythms if rhythm.person_id in awake and rhythm.next_ask_at]
    return min((_first_from(rhythm, known) for rhythm in coming), default=None)


def _first_from(rhythm: Rhythm, ends: Sequence[datetime]) -> datetime:
    asked = rhythm.next_ask_at or max(ends)
    if not ends or asked > max(ends):
        return asked
    return next_weekly(max(ends), rhythm.weekday, rhythm.at, ZoneInfo(rhythm.zone))


def _case(talk: Talk, one: Followed, case: OpenCase) -> tuple[str, str, str]:
    """Why it is open. What somebody told their coach is nobody else's."""
    mine = one.is_own or case.coach_id == talk.person.id
    reason = "" if case.reason == Reason.OBSTACLE and not mine else case.reason
    names = {member.id: member.first_name for member in (one.mentee, one.mentor)}
    about = names.get(case.person_id, "") if case.person_id else ""
    return reason, about, case.opened_at.isoformat()


def _rests(one: Followed) -> tuple[tuple[str, str], ...]:
    resting = (member for member in (one.mentee, one.mentor) if member.paused_at)
    return tuple((member.first_name, _iso(member.paused_until)) for member in resting)


def _iso(instant: datetime | None) -> str:
    return instant.isoformat() if instant else ""
