"""Choosing a time for the first talk: by the person, or by a coach for somebody."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.intakes.agreeing import call_off, fix, shift
from bot.actions.intakes.free import free_in
from bot.actions.intakes.letters import phone_of
from bot.actions.intakes.seats import Seat, seat_of, show_seat, whom
from bot.actions.intakes.wishes import BEFORE, subject_of_wish
from bot.actions.standing_in.scope import is_off_telegram
from bot.actions.whereabouts import OLD_BUTTON, show_whereabouts
from bot.programme.intakes.times import FreeTime, Spot, fitting, instant_of_half, page_of
from bot.programme.notices import NotForYou
from bot.programme.notices.intakes.coach import IntakeCallWanted
from bot.programme.notices.intakes.person import (
    IntakeCallNoted,
    IntakeTimes,
    NoIntakeNeeded,
    NoIntakeTimes,
    Times,
)
from bot.programme.people import Stage, Visit, is_staff
from bot.programme.road import Place, place_of
from storage.intakes import Intake
from storage.intakes.booked import PLANNED
from storage.intakes.wishes import CALL, TIME
from storage.people import Person

TIMES, ONLINE = "times", "online"


class IntakeChoosing:
    """How a time for the first talk is found."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def begin(self, visit: Visit) -> None:
        """Offer the next times that fit, or show what is planned."""
        async with self.desk.serve(visit) as talk:
            if is_staff(talk.person.role):
                talk.reply(NotForYou())
            elif await may_choose(talk, talk.person):
                await offer(talk, talk.person)

    async def turn_to(self, visit: Visit, page: int, person_id: int, moves: int) -> None:
        """Show one page of all free times."""
        async with self.desk.serve(visit) as talk:
            person = await whom(talk, person_id)
            if person and (sought := await _sought(talk, person, moves)):
                await offer(talk, person, sought.moves, page=page)

    async def pick(self, visit: Visit, half: int, spot: Spot, person_id: int, moves: int) -> None:
        """Fix this time, or move the talk to it; when it is gone, offer others."""
        async with self.desk.serve(visit) as talk:
            person = await whom(talk, person_id)
            sought = await _sought(talk, person, moves) if person else None
            if person is None or sought is None:
                return
            time = await _time_at(talk, person, half, spot)
            agreed = time and await _agree(talk, person, time, sought.moves)
            if not agreed:
                await offer(talk, person, sought.moves, taken=True)
            elif person.id != talk.person.id:
                coach = await talk.tx.people.get(agreed.coach_id)
                show_seat(talk, Seat(agreed, person, coach, for_staff=True))

    async def show(self, visit: Visit, intake_id: int) -> None:
        """Show a talk."""
        async with self.desk.serve(visit) as talk:
            if seat := await seat_of(talk, intake_id):
                show_seat(talk, seat)

    async def move(self, visit: Visit, intake_id: int) -> None:
        """Offer other times; the talk stays until one of them is chosen."""
        async with self.desk.serve(visit) as talk:
            if seat := await _planned(talk, intake_id):
                await offer(talk, seat.person, seat.intake)

    async def ask_to_cancel(self, visit: Visit, intake_id: int) -> None:
        """Ask once: the other one hears it at once."""
        async with self.desk.serve(visit) as talk:
            if seat := await _planned(talk, intake_id):
                show_seat(talk, seat, asks=True)

    async def cancel(self, visit: Visit, intake_id: int) -> None:
        """Cancel a talk; nobody has to say why."""
        async with self.desk.serve(visit) as talk:
            seat = await _planned(talk, intake_id)
            if seat and not await call_off(talk, seat.person, seat.intake, talk.person.id):
                show_whereabouts(talk, OLD_BUTTON)

    async def call_me(self, visit: Visit) -> None:
        """A coach calls; the branch hears it, and it stands in its list until somebody did."""
        async with self.desk.serve(visit) as talk:
            if is_staff(talk.person.role):
                talk.reply(NotForYou())
            elif await may_choose(talk, talk.person, planned_too=True):
                await _ask_for_call(talk)


async def may_choose(talk: Talk, person: Person, *, planned_too: bool = False) -> bool:
    """Whether this person is to have a first talk; else say or show what is true."""
    if person.stage != Stage.REGISTERED:
        show_whereabouts(talk)
        return False
    place = place_of(person.road)
    if place is Place.INTAKE and not planned_too:
        intake = await talk.tx.intakes.open_of(person.id)
        if intake and intake.state == PLANNED and intake.ends_at > talk.now:
            coach = await talk.tx.people.get(intake.coach_id)
            show_seat(talk, Seat(intake, person, coach, for_staff=person.id != talk.person.id))
        else:
            talk.reply(NoIntakeNeeded("talked", person.nearest_branch))
        return False
    if place in BEFORE or place is Place.INTAKE:
        return True
    talk.reply(NoIntakeNeeded("goes_on", person.nearest_branch))
    return False


async def offer(
    talk: Talk, person: Person, intake: Intake | None = None, *, page: int | None = None,
    taken: bool = False,
) -> None:  # fmt: skip
    """Show free times; when there are none, promise to write when there is one, and keep that."""
    times, zone = await free_in(talk, person.branch), talk.programme.zone
    others = [one for one in times if intake is None or one.starts_at != intake.starts_at]
    for_staff = person.id != talk.person.id
    name = person.first_name if for_staff else ""
    person_id = person.id if for_staff else 0
    before = intake.starts_at.isoformat() if intake else ""
    if not others:
        if intake is None:
            await talk.tx.intake_wishes.wish(person.id, TIME, talk.now)
        by_phone = is_off_telegram(person)
        talk.replace(NoIntakeTimes(person.nearest_branch, person_id, name, before, by_phone))
        return
    if page is None:
        wanted = person.answers.get(TIMES, "").split()
        chosen = fitting(others, wanted, zone, online=person.answers.get(ONLINE, ""))
        more = len(others) > len(chosen)
    else:
        chosen, more = page_of(others, page, zone)
    talk.replace(
        IntakeTimes(
            _told(chosen), zone.key, person.nearest_branch, page, more,
            intake.id if intake else 0, before, person_id, name, taken,
        )
    )  # fmt: skip


def _told(times: Sequence[FreeTime]) -> Times:
    return tuple((one.half, one.starts_at.isoformat(), str(one.spot)) for one in times)


@dataclass(frozen=True, slots=True)
class _Sought:
    """A time for a new talk, or another one for the talk that ``moves``."""

    moves: Intake | None


async def _sought(talk: Talk, person: Person, moves: int) -> _Sought | None:
    """What is chosen for; None when an old button asks for something else than what is true, which
    is shown.
    """
    intake = await talk.tx.intakes.open_of(person.id)
    if moves and intake and intake.id == moves and _is_to_come(talk, intake, person):
        return _Sought(intake)
    if intake is None and not moves:
        return _Sought(None) if await may_choose(talk, person) else None
    if intake and intake.state == PLANNED:
        coach = await talk.tx.people.get(intake.coach_id)
        show_seat(talk, Seat(intake, person, coach, for_staff=person.id != talk.person.id))
    else:
        talk.replace(NoIntakeNeeded("over" if moves else "talked", person.nearest_branch))
    return None


async def _planned(talk: Talk, intake_id: int) -> Seat | None:
    """A talk that can still be moved or cancelled; of one that took place it is shown."""
    seat = await seat_of(talk, intake_id)
    if seat and not _is_to_come(talk, seat.intake, seat.person):
        show_seat(talk, seat)
        return None
    return seat


def _is_to_come(talk: Talk, intake: Intake, person: Person) -> bool:
    """Whether it can be changed: what began, the coach alone says how it went."""
    by_coach = person.id != talk.person.id
    return intake.state == PLANNED and (by_coach or talk.now < intake.starts_at)


async def _time_at(talk: Talk, person: Person, half: int, spot: Spot) -> FreeTime | None:
    at = instant_of_half(half)
    times = await free_in(talk, person.branch)
    return next((one for one in times if (one.starts_at, one.spot) == (at, spot)), None)


async def _agree(
    talk: Talk, person: Person, time: FreeTime, intake: Intake | None
) -> Intake | None:
    by = talk.person.id
    if intake:
        return await shift(talk, person, intake, time, by)
    return await fix(talk, person, time, by)


async def _ask_for_call(talk: Talk) -> None:
    person = talk.person
    if await talk.tx.intake_wishes.wish(person.id, CALL, talk.now):
        news = IntakeCallWanted(
            person.id, person.first_name, str(person.role), person.language, phone_of(person),
            person.telegram_id,
        )  # fmt: skip
        for coach in await talk.tx.people.coaches(str(person.branch)):
            moment = f"{talk.visit.update_id}:{coach.id}"
            talk.tell(coach.id, news, subject_of_wish(person.id), moment)
    talk.replace(IntakeCallNoted(phone_of(person), person.nearest_branch))
