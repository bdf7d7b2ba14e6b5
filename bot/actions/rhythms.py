"""Each person's own day and hour of the weekly question."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.actions.breaks import rests_over
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.programme.answering import CORRECTION_TAKEN_FOR
from bot.programme.notices import MyQuestion
from bot.programme.people import Role, Visit
from bot.programme.recurrence import next_weekly, week_asked_about
from bot.programme.rhythm import DAYS, UNSET, hours_of, next_ask
from storage.people import Member
from storage.rhythms import Rhythm


class Rhythms:
    """What a mentee or a mentor can do about when they are asked."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def show(self, visit: Visit) -> None:
        """When this person is asked."""
        async with self.desk.serve(visit) as talk:
            own = await _own(talk)
            shown = _as_it_is(talk, own)
            talk.reply(await _with_what_is_known(talk, shown, own) if own else shown)

    async def choose(self, visit: Visit, what: str) -> None:
        """Offer the days or the hours: ``what`` is day or hour."""
        async with self.desk.serve(visit) as talk:
            talk.replace(_as_it_is(talk, await _own(talk), choosing=what))

    async def set(self, visit: Visit, weekday: int = UNSET, hour: int = UNSET) -> None:
        """Take another day or hour; what is not offered changes nothing. The other of the two is
        asked when they were before.
        """
        async with self.desk.serve(visit) as talk:
            own = await _own(talk)
            offered = weekday in (UNSET, *DAYS) and hour in (UNSET, *hours_of(talk.programme))
            if own and offered:
                own = await _move(talk, own, weekday, hour)
            shown = _as_it_is(talk, own, changed=offered)
            talk.replace(await _with_what_is_known(talk, shown, own) if own else shown)


async def _own(talk: Talk) -> Rhythm | None:
    """The rhythm of who is here, when they are in a duo."""
    duo = await talk.tx.duos.of(talk.person.id)
    both = await talk.tx.rhythms.of(duo.id) if duo else ()
    return next((one for one in both if one.person_id == talk.person.id), None)


async def _move(talk: Talk, own: Rhythm, weekday: int, hour: int) -> Rhythm:
    if own.next_ask_at is None:
        return own
    day = own.weekday if weekday == UNSET else weekday
    at = own.at if hour == UNSET else time(hour)
    planned = next_ask(own.next_ask_at, talk.now, day, at, ZoneInfo(own.zone))
    await talk.tx.rhythms.move(own.id, day, at, planned)
    return replace(own, weekday=day, at=at, next_ask_at=planned)


def _as_it_is(
    talk: Talk, own: Rhythm | None, *, choosing: str | None = None, changed: bool = False
) -> MyQuestion:
    if own is None or own.next_ask_at is None:
        usual = talk.programme.check_in
        return MyQuestion(usual.weekday, usual.at.isoformat("minutes"), None)
    at, coming = own.at.isoformat("minutes"), own.next_ask_at.isoformat()
    return MyQuestion(own.weekday, at, coming, choosing, changed)


async def _with_what_is_known(talk: Talk, shown: MyQuestion, own: Rhythm) -> MyQuestion:
    """With the last answer, when it may be changed, and the next question that really comes."""
    if own.next_ask_at is None:
        return shown
    both = await talk.tx.people.members({own.person_id, own.partner_id})
    since = talk.now - CORRECTION_TAKEN_FOR
    prompt_id, answer = await talk.tx.prompts.last_answered(own.person_id, own.duo_id, since) or (
        0,
        None,
    )
    return replace(
        shown,
        next_ask=_coming(own, own.next_ask_at, both.values()).isoformat(),
        resting=any(one.paused_at for one in both.values()),
        answer=answer,
        prompt_id=prompt_id,
        asks_obstacle=talk.person.role == Role.MENTEE,
    )


def _coming(own: Rhythm, planned: datetime, both: Collection[Member]) -> datetime:
    """Nobody is asked about a week in which one of the two rested."""
    zone = ZoneInfo(own.zone)
    if rests_over(both, week_asked_about(planned, zone), zone):
        return next_weekly(planned, own.weekday, own.at, zone)
    return planned
