"""Which times suit the two, and the first meeting once it is fixed: moving and cancelling it."""

from collections.abc import Collection
from dataclasses import replace

from bot.actions.convention.first_letters import (
    FIXED,
    MOVED,
    SHOWN,
    take_back,
    tell_fixed,
    tell_off,
    told,
)
from bot.actions.convention.first_plans import agenda_of, offered
from bot.actions.convention.standing import (
    Beginning,
    for_three,
    for_two,
    subject_of,
    to_start,
)
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.programme.conventions.first_times import in_common, nothing_left
from bot.programme.letters import Lane
from bot.programme.meeting_places import PlaceKind
from bot.programme.meetings import Slot, wall_of
from bot.programme.notices.convention import ConventionAnswer, DuoStarts
from bot.programme.people import Visit
from storage.duos import DuoState
from storage.first_meetings import Times
from storage.meetings import KeptPlace, Meeting, new_meeting

LATER = "other_time"


class FirstAnswers:
    """What the two say about the first meeting, and what each of the three can change."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def suits(self, visit: Visit, duo_id: int, number: int, wall: str) -> None:
        """This time suits, or no longer does; as soon as one suits both it is fixed."""
        async with self.desk.serve(visit) as talk:
            here = await for_two(talk, duo_id, hold=True)
            if here is None:
                return
            if here.first.round != number or wall not in here.first.times:
                await show_to_two(talk, here)
                return
            said = set(_mine(talk, here) or ()) ^ {wall}
            await _answered(talk, here, tuple(sorted(said)))

    async def none_suits(self, visit: Visit, duo_id: int, number: int) -> None:
        """No time suits; the coach plans others."""
        async with self.desk.serve(visit) as talk:
            here = await for_two(talk, duo_id, hold=True)
            if here and here.first.round == number and here.first.times:
                await _answered(talk, here, ())
            elif here:
                await show_to_two(talk, here)

    async def show(self, visit: Visit, duo_id: int) -> None:
        """The meeting, to one of the three."""
        async with self.desk.serve(visit) as talk:
            if here := await for_three(talk, duo_id):
                await show_to_two(talk, here)

    async def other_time(self, visit: Visit, duo_id: int) -> None:
        """One of the two wants another time: the coach plans it, and until then it stands."""
        async with self.desk.serve(visit) as talk:
            here = await for_two(talk, duo_id)
            if here and here.duo.state == DuoState.STARTING:
                _tell_coach(talk, here, LATER)
                talk.reply(ConventionAnswer(duo_id, LATER, (here.coach.first_name,)))
            elif here:
                await show_to_two(talk, here)

    async def cancel(self, visit: Visit, duo_id: int) -> None:
        """One of the three cannot come; the coach plans anew."""
        async with self.desk.serve(visit) as talk:
            here = await for_three(talk, duo_id, hold=True)
            if here is None:
                return
            if here.may_sign or not _stands(here):
                await show_to_two(talk, here)
                return
            await _cancel(talk, here)


async def show_to_two(talk: Talk, here: Beginning) -> None:
    """What is true now about the first meeting, to whoever of the three asks."""
    meeting = here.meeting
    if talk.person.id == here.coach.id:
        talk.reply(to_start(here))
    elif meeting and not meeting.cancelled_at and not here.may_sign:
        talk.reply(told(talk, here, talk.person, meeting, SHOWN))
    elif here.first.times and not here.may_sign:
        talk.reply(offered(here, talk.person, here.first))
    else:
        partner = here.mentor if talk.person.id == here.mentee.id else here.mentee
        names = (partner.first_name, here.coach.first_name)
        if here.may_sign:
            talk.reply(ConventionAnswer(here.duo.id, "to_sign", ()))
        else:
            talk.reply(DuoStarts(str(talk.person.role), *names, asked=True))


async def take_suiting(talk: Talk, here: Beginning, said: Collection[str]) -> None:
    """These times suit too, as far as they are offered; else what is offered is shown again."""
    fits = {*said} & {*here.first.times}
    if fits and not here.may_sign:
        await _answered(talk, here, tuple(sorted({*(_mine(talk, here) or ()), *fits})))
    else:
        await show_to_two(talk, here)


def _mine(talk: Talk, here: Beginning) -> tuple[str, ...] | None:
    is_mentee = talk.person.id == here.mentee.id
    return here.first.suits_mentee if is_mentee else here.first.suits_mentor


def _stands(here: Beginning) -> bool:
    return here.meeting is not None and here.meeting.cancelled_at is None


async def _answered(talk: Talk, here: Beginning, said: tuple[str, ...]) -> None:
    """Keep what suits; fix the first time that suits both, or tell the coach that none does."""
    if talk.person.id == here.mentee.id:
        here = await _save(talk, here, (said, here.first.suits_mentor))
    else:
        here = await _save(talk, here, (here.first.suits_mentee, said))
    first = here.first
    if wall := in_common(first.suits_mentee, first.suits_mentor):
        await _fix(talk, here, wall)
        return
    talk.replace(offered(here, talk.person, first))
    if said == () or nothing_left(first.times, first.suits_mentee, first.suits_mentor):
        _tell_coach(talk, here, "none_suits" if said == () else "none_common")


async def _save(
    talk: Talk, here: Beginning, said: tuple[Times | None, Times | None],
    times: Times | None = None,
) -> Beginning:  # fmt: skip
    """Keep what suits each of the two, and of which times."""
    kept = here.first.times if times is None else times
    first = replace(here.first, times=kept, suits_mentee=said[0], suits_mentor=said[1])
    await talk.tx.first_meetings.save(
        here.duo.id, times=kept, suits_mentee=said[0], suits_mentor=said[1]
    )
    return replace(here, first=first)


async def _fix(talk: Talk, here: Beginning, wall: str) -> None:
    """Nobody of the three has another meeting then; else that time is out of the offer."""
    slot = (await agenda_of(talk, here)).slot(wall_of(wall))
    meeting = await _kept(talk, here, slot) if slot.starts_at > talk.now else None
    if meeting is None:
        await _leave_out(talk, here, wall)
        return
    news = MOVED if _stands(here) else FIXED
    here = await _save(talk, here, (None, None), ())
    saved = {"meeting_id": meeting.id, "look_at": meeting.ends_at}
    await talk.tx.first_meetings.save(here.duo.id, **saved)
    await tell_fixed(talk, here, meeting, news)
    talk.replace(ConventionAnswer(here.duo.id, "time_fixed"))


async def _leave_out(talk: Talk, here: Beginning, wall: str) -> None:
    """Somebody of the three is busy by now; what is left may still suit."""
    said = (_without(here.first.suits_mentee, wall), _without(here.first.suits_mentor, wall))
    left = tuple(one for one in here.first.times if one != wall)
    here = await _save(talk, here, said, left)
    talk.replace(replace(offered(here, talk.person, here.first), taken=True, none=False))
    if not left:
        _tell_coach(talk, here, "none_common")


def _without(said: Times | None, wall: str) -> Times:
    return tuple(one for one in said or () if one != wall)


async def _kept(talk: Talk, here: Beginning, slot: Slot) -> Meeting | None:
    ids = [one.id for one in here.three]
    agreed = (slot.text, here.duo.zone, talk.programme.meetings.minutes)
    is_online = here.first.place_kind == PlaceKind.ONLINE
    key = "" if is_online else here.mentee.nearest_branch or ""
    place = KeptPlace(here.first.place_kind, key)
    if here.meeting and not here.meeting.cancelled_at:
        moved = replace(
            here.meeting, wall=slot.text, starts_at=slot.starts_at, ends_at=slot.ends_at,
            minutes=agreed[2], place=place,
        )  # fmt: skip
        return await talk.tx.meetings.change(moved, slot.quarters, ids, talk.now)
    meeting = new_meeting(here.duo.id, (*agreed, slot.starts_at, slot.ends_at), place)
    is_free = await talk.tx.meetings.fix(meeting, slot.quarters, ids, talk.now)
    return meeting if is_free else None


async def _cancel(talk: Talk, here: Beginning) -> None:
    meeting = here.meeting and await talk.tx.meetings.cancel(here.meeting, talk.now)
    if not meeting:
        return
    # What is offered beside it stays open, and is looked at when it is over.
    await talk.tx.first_meetings.save(here.duo.id, meeting_id=None)
    await take_back(talk, here)
    await tell_off(talk, here, meeting, talk.person)
    if talk.person.id == here.coach.id:
        talk.replace(to_start(replace(here, meeting=None)))
        return
    _tell_coach(talk, replace(here, meeting=None), "cancelled")
    talk.replace(ConventionAnswer(here.duo.id, "cancelled", (here.coach.first_name,)))


def _tell_coach(talk: Talk, here: Beginning, news: str) -> None:
    """Each news of each round once, as long as nothing else has happened."""
    notice = to_start(here, news, talk.person.first_name)
    moment = f"{news}:{here.first.round}:{talk.person.id}:{talk.visit.update_id}"
    talk.tell(here.coach.id, notice, subject_of(here.duo.id), moment, lane=Lane.REPLY)
