"""Fixing, moving and ending a first talk, with everything that goes with it."""

from dataclasses import replace

from bot.actions.counter import Counter
from bot.actions.intakes import letters
from bot.actions.intakes.wishes import subject_of_wish, tell_waiting
from bot.actions.road import move
from bot.programme.intakes.times import HALF_HOUR, FreeTime
from bot.programme.notices.intakes.coach import IntakeCallWanted
from bot.programme.notices.intakes.person import IntakeTimesFree
from bot.programme.road import Place, place_of
from storage.intakes import Intake, new_intake
from storage.intakes.booked import CANCELLED
from storage.people import Person

OF_A_WISH = (IntakeTimesFree.kind, IntakeCallWanted.kind)


async def fix(counter: Counter, person: Person, time: FreeTime, by: int) -> Intake | None:
    """Fix a talk with the first coach who is free then; None when nobody is any more, or the
    person has a talk.
    """
    when = (time.starts_at, time.starts_at + HALF_HOUR, counter.programme.zone.key)
    for coach_id in time.coach_ids:
        intake = new_intake(person.id, coach_id, when, time.spot, place_of(person.road))
        if await counter.tx.intakes.book(intake, counter.now):
            coach = await counter.tx.people.get(coach_id)
            await drop_wish(counter, person.id)
            await move(counter, person, Place.INTAKE, by=by, why="talk_fixed")
            await letters.fixed(counter, intake, (person, coach), by)
            return intake
    return None


async def shift(
    counter: Counter, person: Person, intake: Intake, time: FreeTime, by: int
) -> Intake | None:
    """Move a talk, to its own coach first; None when nobody is free then any more."""
    ids = sorted(time.coach_ids, key=lambda one: one != intake.coach_id)
    for coach_id in ids:
        wanted = replace(
            intake, coach_id=coach_id, starts_at=time.starts_at,
            ends_at=time.starts_at + HALF_HOUR, place=time.spot,
        )  # fmt: skip
        if changed := await counter.tx.intakes.change(intake, wanted):
            await _tell_shifted(counter, person, (intake, changed), by)
            await tell_waiting(counter, person.branch)
            return changed
    return None


async def call_off(
    counter: Counter, person: Person, intake: Intake, by: int, why: str = "cancelled"
) -> bool:
    """Cancel a talk and tell both; the person stands again where they stood before."""
    gone = await end(counter, person, intake, by, CANCELLED)
    if gone:
        coach = await counter.tx.people.get(gone.coach_id)
        await letters.cancelled(counter, gone, (person, coach), by, why)
        await tell_waiting(counter, person.branch)
    return gone is not None


async def end(
    counter: Counter, person: Person, intake: Intake, by: int | None, state: str
) -> Intake | None:
    """End a talk that came to no decision; None when it was changed meanwhile."""
    gone = await counter.tx.intakes.end(intake, state, counter.now)
    if gone and person.road == Place.INTAKE:
        await move(counter, person, Place(gone.came_from), by=by, why=f"talk_{state}")
    return gone


async def drop_wish(counter: Counter, person_id: int) -> None:
    """They wait for nothing any more, and are told of nothing any more."""
    await counter.tx.intake_wishes.drop(person_id)
    subject = subject_of_wish(person_id)
    await counter.tx.forgetting.take_back(OF_A_WISH, [subject], counter.now)


async def _tell_shifted(
    counter: Counter, person: Person, talks: tuple[Intake, Intake], by: int
) -> None:
    """With another coach the one before hears that it is not theirs any more."""
    before, now = talks
    coach = await counter.tx.people.get(now.coach_id)
    await letters.moved(counter, now, (person, coach), by)
    if before.coach_id != now.coach_id:
        earlier = replace(before, sequence=now.sequence)
        await letters.tell_former(counter, earlier, person)
