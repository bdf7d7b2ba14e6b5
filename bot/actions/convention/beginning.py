"""All three have signed: the duo meets every week from now on, and its weeks are counted."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.actions.convention.standing import Beginning, subject_of
from bot.actions.counter import Counter
from bot.actions.road import move
from bot.programme.letters import Lane
from bot.programme.notices.convention import ConventionToSign, DuoBegins
from bot.programme.recurrence import first_weekly
from bot.programme.road import Place
from storage.duos import DuoState
from storage.rhythms import new_rhythm


async def begin_if_signed(counter: Counter, here: Beginning) -> Beginning:
    """Begin the weekly rhythm once; a text that changed later is signed without more."""
    if here.not_signed():
        return here
    moved = await counter.tx.duos.advance(
        here.duo.id, DuoState.SIGNING, DuoState.ACTIVE, counter.now
    )
    if not moved:
        return here
    await _begin_weeks(counter, here)
    await counter.tx.forgetting.take_back(
        [ConventionToSign.kind], [subject_of(here.duo.id)], counter.now
    )
    for person in (here.mentee, here.mentor):
        known = await counter.tx.people.get(person.id)
        await move(counter, known, Place.IN_DUO, why="signed", duo_id=here.duo.id)
    _tell(counter, here)
    return replace(here, duo=replace(here.duo, state=DuoState.ACTIVE, active_since=counter.now))


async def _begin_weeks(counter: Counter, here: Beginning) -> None:
    usual, duo = counter.programme.check_in, here.duo
    first = first_weekly(counter.now, usual.weekday, usual.at, ZoneInfo(duo.zone))
    both = ((duo.mentee_id, duo.mentor_id), (duo.mentor_id, duo.mentee_id))
    rhythm = (usual.weekday, usual.at, duo.zone)
    await counter.tx.rhythms.begin([new_rhythm(duo.id, two, rhythm, first) for two in both])
    for person in (here.mentee, here.mentor):
        if person.paused_at:
            await counter.tx.duo_breaks.begin(duo.id, person.id, counter.now)


def _tell(counter: Counter, here: Beginning) -> None:
    usual, two = counter.programme.check_in, (here.mentee, here.mentor)
    for person in here.three:
        names = tuple(one.first_name for one in two if one.id != person.id)
        at, weeks = usual.at.isoformat("minutes"), counter.programme.length_weeks
        notice = DuoBegins(names, usual.weekday, at, weeks)
        counter.tell(
            person.id, notice, subject_of(here.duo.id), f"begins:{person.id}", lane=Lane.REPLY
        )
