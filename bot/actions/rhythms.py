"""Each person's own day and hour of the weekly question."""

from dataclasses import replace
from datetime import time
from zoneinfo import ZoneInfo

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.programme.notices import MyQuestion
from bot.programme.people import Visit
from bot.programme.proposal import UNSET, hours_of
from bot.programme.rhythm import DAYS, next_ask
from storage.rhythms import Rhythm


class Rhythms:
    """What a mentee or a mentor can do about when they are asked."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def show(self, visit: Visit) -> None:
        """When this person is asked."""
        async with self.desk.serve(visit) as talk:
            talk.reply(_as_it_is(talk, await _own(talk)))

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
            talk.replace(_as_it_is(talk, own, changed=offered))


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
