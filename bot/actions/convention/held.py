"""Whether the first meeting took place: the coach says so, and then all three can sign."""

from dataclasses import replace

from bot.actions.check_ins import BATCH
from bot.actions.coaches import tell_coach
from bot.actions.convention.first_letters import ask_to_sign, take_back
from bot.actions.convention.standing import (
    Beginning,
    beginning_of,
    for_coach,
    subject_of,
    to_start,
)
from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.programme.letters import Lane
from bot.programme.notices.convention import ConventionToSign, FirstTimesOffered
from bot.programme.people import Visit
from storage.duos import DuoState
from storage.first_meetings import FirstMeeting
from storage.meetings import Meeting

TIMES_OVER = "times_over"


class FirstHeld:
    """What follows once the first meeting is over."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def say_held(self, visit: Visit, duo_id: int) -> None:
        """They have met: from now on all three can sign."""
        async with self.desk.serve(visit) as talk:
            here = await for_coach(talk, duo_id, hold=True)
            if here is None:
                return
            if here.first.held_at is None:
                await talk.tx.first_meetings.save(duo_id, held_at=talk.now, look_at=None)
            if not here.may_sign:
                here = await open_signing(talk, here)
            talk.replace(to_start(here))

    async def say_not_held(self, visit: Visit, duo_id: int) -> None:
        """They have not met: the coach plans anew. Who has signed already stays where they are."""
        async with self.desk.serve(visit) as talk:
            here = await for_coach(talk, duo_id, hold=True)
            if here is None:
                return
            if here.duo.state == DuoState.SIGNING and not here.signatures:
                await _close_signing(talk, here)
                fresh = replace(here.first, meeting_id=None)
                duo = replace(here.duo, state=DuoState.STARTING)
                here = replace(here, duo=duo, first=fresh, meeting=None)
            talk.replace(to_start(here))

    async def look(self) -> int:
        """Ask the coaches about the first meetings that are over, and for other times when all
        that were offered are; give how many they were.
        """
        async with self.desk.open() as counter:
            over = await counter.tx.first_meetings.over(counter.now, BATCH)
            for first in over:
                await _look_at(counter, first)
        return len(over)

    async def ask_anew(self) -> int:
        """Ask those once more who were asked to sign another text; give how many duos it were."""
        version = self.desk.programme.convention.version
        async with self.desk.open() as counter:
            duos = await counter.tx.duos.asked_another(version, BATCH)
            for duo in duos:
                await counter.tx.duos.ask_to_sign(duo.id, version)
                if here := await beginning_of(counter, duo):
                    ask_to_sign(counter, here, f"sign:{version}", changed=True)
        return len(duos)


async def open_signing(counter: Counter, here: Beginning) -> Beginning:
    """From now on all three can read and sign, and are told so."""
    if not await counter.tx.duos.advance(here.duo.id, DuoState.STARTING, DuoState.SIGNING):
        return here
    version = counter.programme.convention.version
    await counter.tx.duos.ask_to_sign(here.duo.id, version)
    await take_back(counter, here)
    moment = f"{counter.now:%y%m%d%H%M%S}"
    ask_to_sign(counter, here, f"sign:{version}:{moment}")
    return replace(here, duo=replace(here.duo, state=DuoState.SIGNING))


async def _close_signing(counter: Counter, here: Beginning) -> None:
    await counter.tx.duos.advance(here.duo.id, DuoState.SIGNING, DuoState.STARTING)
    await counter.tx.first_meetings.save(here.duo.id, meeting_id=None, look_at=None, held_at=None)
    await take_back(counter, here, ConventionToSign.kind)


async def _look_at(counter: Counter, first: FirstMeeting) -> None:
    """The meeting is over, or all times that were offered are."""
    await counter.tx.first_meetings.save(first.duo_id, look_at=None)
    here = await beginning_of(counter, await counter.tx.duos.get(first.duo_id), hold=True)
    if here is None or here.may_sign:
        return
    meeting = here.meeting if here.meeting and not here.meeting.cancelled_at else None
    if meeting and meeting.ends_at <= counter.now:
        here = await open_signing(counter, here)
        notice, moment = to_start(here, "was_it_held"), f"held:{here.first.meeting_id}"
    elif here.first.times:
        here = await _close_offer(counter, here, meeting)
        notice, moment = to_start(here, TIMES_OVER), f"{TIMES_OVER}:{here.first.round}"
    else:
        return
    await tell_coach(counter, here.duo, notice, subject_of(first.duo_id), moment, lane=Lane.REPLY)


async def _close_offer(counter: Counter, here: Beginning, meeting: Meeting | None) -> Beginning:
    """Nobody can choose these times any more; a meeting that stands is looked at in its turn."""
    kept = {"times": (), "suits_mentee": None, "suits_mentor": None}
    look_at = meeting.ends_at if meeting else None
    await counter.tx.first_meetings.save(here.duo.id, **kept, look_at=look_at)
    subjects = [subject_of(here.duo.id)]
    await counter.tx.forgetting.take_back([FirstTimesOffered.kind], subjects, counter.now)
    return replace(here, first=replace(here.first, times=()))
