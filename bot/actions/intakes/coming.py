"""The work of first talks, as coaches see it: lists, and people who have no talk yet."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.actions.colleagues import is_let_in
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.intakes.agreeing import drop_wish
from bot.actions.intakes.choosing import may_choose, offer
from bot.actions.intakes.free import free_in
from bot.actions.intakes.letters import phone_of
from bot.actions.intakes.seats import Seat, whom
from bot.actions.intakes.wishes import MOST_AT_ONCE, subject_of_wish
from bot.actions.intakes.writing_up import show_write_up
from bot.actions.road import move
from bot.programme.intakes.times import HALF_HOUR, Spot
from bot.programme.notices.intakes.coach import (
    IntakePeople,
    IntakePerson,
    IntakesShown,
    Row,
    Who,
)
from bot.programme.notices.intakes.person import IntakeTakenUp
from bot.programme.people import Role, Visit
from bot.programme.road import Place, place_of
from storage.ids import new_id
from storage.intakes import Intake, new_intake
from storage.intakes.booked import HELD
from storage.intakes.wishes import CALL
from storage.people import Person

MOST = 60  # talks of a branch that are looked at
LISTED = 12
PEOPLE_LISTED = 20
TO_PLAN, RESTING = (Place.NEW,), (Place.WAIT, Place.OTHER_HELP)


class IntakesComing:
    """What coaches can see and do around first talks."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def show(self, visit: Visit) -> None:
        """Show what is to be written up, what comes, who wants a call, and who has no time."""
        async with self.desk.serve(visit) as talk:
            if is_let_in(talk):
                talk.reply(await _shown(talk))

    async def people(self, visit: Visit, *, resting: bool) -> None:
        """Show who has no time yet, or who waits or has other help first."""
        async with self.desk.serve(visit) as talk:
            if not is_let_in(talk):
                return
            found = await _at(talk, RESTING if resting else TO_PLAN)
            listed = tuple(_who(one) for one in found[:PEOPLE_LISTED])
            talk.replace(IntakePeople(listed, resting, len(found) - len(listed)))

    async def person(self, visit: Visit, person_id: int) -> None:
        """Show one of them."""
        async with self.desk.serve(visit) as talk:
            if is_let_in(talk) and (person := await whom(talk, person_id)):
                await show_person(talk, person)

    async def plan_for(self, visit: Visit, person_id: int) -> None:
        """Offer the free times, to choose one for somebody."""
        async with self.desk.serve(visit) as talk:
            if not is_let_in(talk):
                return
            person = await whom(talk, person_id)
            if person and await may_choose(talk, person):
                await offer(talk, person)

    async def called(self, visit: Visit, person_id: int) -> None:
        """The call was made: it stands in no list any more."""
        async with self.desk.serve(visit) as talk:
            if is_let_in(talk) and (person := await whom(talk, person_id)):
                if await _wants_call(talk, person):
                    await drop_wish(talk, person.id)
                await show_person(talk, person, called=True)

    async def talk_now(self, visit: Visit, person_id: int) -> None:
        """The two talk at this moment, without a time that was planned: write it up at once."""
        async with self.desk.serve(visit) as talk:
            person = await whom(talk, person_id) if is_let_in(talk) else None
            if person and (seat := await _begun_now(talk, person)):
                show_write_up(talk, seat)

    async def take_up(self, visit: Visit, person_id: int) -> None:
        """Somebody waited, or had other help first: invite them again."""
        async with self.desk.serve(visit) as talk:
            person = await whom(talk, person_id) if is_let_in(talk) else None
            if person is None:
                return
            again = place_of(person.road) in RESTING
            if again:
                await move(talk, person, Place.NEW, by=talk.person.id, why="taken_up")
                notice = IntakeTakenUp(talk.person.first_name)
                talk.tell_by_day(person.id, notice, f"{subject_of_wish(person.id)}:{new_id()}")
                person = await talk.tx.people.get(person.id)
            await show_person(talk, person, taken_up=again)


async def _begun_now(talk: Talk, person: Person) -> Seat | None:
    """A talk that is held from this moment on; a second tap finds the same one."""
    intake = await talk.tx.intakes.open_of(person.id)
    if intake is not None and intake.state == HELD:
        return Seat(intake, person, await talk.tx.people.get(intake.coach_id), for_staff=True)
    if not await may_choose(talk, person):
        return None
    when = (talk.now, talk.now + HALF_HOUR, talk.programme.zone.key)
    place = place_of(person.road)
    planned = new_intake(person.id, talk.person.id, when, Spot.PHONE, place)
    held = replace(planned, state=HELD)
    booked = await talk.tx.intakes.book(planned, talk.now)
    if not booked or not await talk.tx.intakes.write(planned, held):
        await show_person(talk, person)
        return None
    await drop_wish(talk, person.id)
    await move(talk, person, Place.INTAKE, by=talk.person.id, why="talk_fixed")
    return Seat(held, await talk.tx.people.get(person.id), talk.person, for_staff=True)


async def show_person(
    talk: Talk, person: Person, *, called: bool = False, taken_up: bool = False
) -> None:
    """Somebody who has no talk yet, with what can be done."""
    wants_call = await _wants_call(talk, person)
    talk.replace(
        IntakePerson(
            person.id, person.first_name, str(person.role), person.language,
            place_of(person.road), phone_of(person), wants_call, person.telegram_id, called,
            taken_up,
        )
    )  # fmt: skip


async def _wants_call(talk: Talk, person: Person) -> bool:
    calls = await talk.tx.intake_wishes.waiting(str(person.branch), CALL, MOST_AT_ONCE)
    return any(one.person_id == person.id for one in calls)


async def _shown(talk: Talk) -> IntakesShown:
    branch = str(talk.person.branch)
    talks = await talk.tx.intakes.open_in(branch, MOST)
    calls = await talk.tx.intake_wishes.waiting(branch, CALL, LISTED)
    ids = {one for each in talks for one in (each.person_id, each.coach_id)}
    people = await talk.tx.people.by_ids({*ids, *(one.person_id for one in calls)})
    past = [one for one in talks if one.ends_at <= talk.now]
    coming = [one for one in talks if one.ends_at > talk.now]
    return IntakesShown(
        _rows(talk, past, people),
        _rows(talk, coming, people),
        tuple(_who(people[one.person_id]) for one in calls),
        len(await _at(talk, TO_PLAN)),
        len(await _at(talk, RESTING)),
        talk.programme.zone.key,
        bool(await free_in(talk, branch)),
    )


def _rows(talk: Talk, talks: Sequence[Intake], people: dict[int, Person]) -> tuple[Row, ...]:
    """One's own first; those of colleagues with their name."""
    own = sorted(talks, key=lambda one: one.coach_id != talk.person.id)[:LISTED]
    return tuple(
        (one.id, people[one.person_id].first_name, one.starts_at.isoformat(),
         "" if one.coach_id == talk.person.id else people[one.coach_id].first_name)
        for one in sorted(own, key=lambda one: one.starts_at)
    )  # fmt: skip


async def _at(talk: Talk, places: Iterable[Place]) -> list[Person]:
    """Who of the branch stands there, mentees first."""
    ids: list[int] = []
    for role in (Role.MENTEE, Role.MENTOR):
        found = await talk.tx.road.at([str(talk.person.branch)], role, [*places], MOST)
        ids.extend(found)
    people = await talk.tx.people.by_ids(ids)
    return [people[one] for one in ids]


def _who(person: Person) -> Who:
    return person.id, person.first_name, person.language, str(person.role)
