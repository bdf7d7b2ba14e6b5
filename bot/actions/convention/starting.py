"""Starting a duo: both said yes, and the weekly rhythm waits until all three have signed."""

from dataclasses import replace

from bot.actions.convention.standing import beginning_of, subject_of, to_start
from bot.actions.counter import Counter
from bot.actions.road import move
from bot.programme.letters import Lane
from bot.programme.notices.convention import DuoStarts
from bot.programme.road import Place
from storage.duos import Duo, DuoState, new_duo
from storage.people import Person


async def start_duo(counter: Counter, pair: tuple[Person, Person], coach: Person) -> Duo:
    """Keep a new duo of mentee and mentor that is to meet and to sign, and tell all three."""
    mentee, mentor = pair
    formed = new_duo(mentee.id, mentor.id, coach.id, counter.programme.zone.key, counter.now)
    duo = replace(formed, state=DuoState.STARTING, active_since=None)
    await counter.tx.duos.form(duo)
    await counter.tx.first_meetings.begin(duo.id)
    for person, partner in ((mentee, mentor), (mentor, mentee)):
        await move(counter, person, Place.MATCHED, by=coach.id, why="duo", duo_id=duo.id)
        if person.silent_since is not None:  # with somebody else; a new duo begins anew
            await counter.tx.people.save(person.id, silent_since=None)
        notice = DuoStarts(str(person.role), partner.first_name, coach.first_name)
        counter.tell(person.id, notice, subject_of(duo.id), f"to:{person.id}", lane=Lane.REPLY)
    if here := await beginning_of(counter, duo):
        news = to_start(here, "new")
        counter.tell(coach.id, news, subject_of(duo.id), "start", lane=Lane.REPLY)
    return duo
