"""Who asks about a first talk, and whose it is: one's own, or that of somebody of one's branch."""

from dataclasses import dataclass

from bot.actions.counter import Talk
from bot.actions.intakes.letters import phone_of, told_talk
from bot.programme.notices import NotForYou
from bot.programme.notices.intakes.coach import IntakeIsOver, IntakeShown
from bot.programme.notices.intakes.person import MyIntake
from bot.programme.people import Stage, is_staff
from storage.intakes import Intake
from storage.people import Person


@dataclass(frozen=True, slots=True)
class Seat:
    """A talk, whose it is, its coach, and whether one of the staff asks."""

    intake: Intake
    person: Person
    coach: Person
    for_staff: bool


async def seat_of(talk: Talk, intake_id: int) -> Seat | None:
    """An open talk that who stands here may see; of any other it is said that it is over."""
    intake = await talk.tx.intakes.get(intake_id)
    if intake is None or not intake.is_open:
        _refuse(talk)
        return None
    person = await whom(talk, 0 if intake.person_id == talk.person.id else intake.person_id)
    if person is None:
        return None
    coach = await talk.tx.people.get(intake.coach_id)
    return Seat(intake, person, coach, for_staff=person.id != talk.person.id)


async def staff_seat(talk: Talk, intake_id: int) -> Seat | None:
    """The same, for what only the staff may do."""
    if not is_staff(talk.person.role):
        talk.reply(NotForYou())
        return None
    return await seat_of(talk, intake_id)


async def whom(talk: Talk, person_id: int) -> Person | None:
    """Who stands here themselves (0), or somebody registered in the branch of one of the staff."""
    if not person_id and not is_staff(talk.person.role):
        return talk.person
    if is_staff(talk.person.role) and person_id:
        person = (await talk.tx.people.by_ids([person_id])).get(person_id)
        if person and person.branch == talk.person.branch and _takes_part(person):
            return person
    talk.reply(NotForYou())
    return None


def show_seat(talk: Talk, seat: Seat, *, asks: bool = False) -> None:
    """The talk as it is now, in the place of the tapped message."""
    told = told_talk(seat.intake, seat.person)
    if not seat.for_staff:
        talk.replace(MyIntake(told, seat.coach.first_name, asks))
        return
    person = seat.person
    coach = "" if seat.coach.id == talk.person.id else seat.coach.first_name
    talk.replace(
        IntakeShown(
            told, person.first_name, coach, str(person.role), person.language, phone_of(person),
            person.telegram_id, seat.intake.starts_at <= talk.now, asks,
        )
    )  # fmt: skip


def _takes_part(person: Person) -> bool:
    return person.stage == Stage.REGISTERED and not is_staff(person.role)


def _refuse(talk: Talk) -> None:
    """The same words for what is over, and for what was never theirs."""
    talk.replace(IntakeIsOver(staff=is_staff(talk.person.role)))
