"""What goes out when a first talk is agreed, moved or ended, in the transaction that does it.

Each of the two gets one letter, with the talk as a file for their calendar. What was planned for
an earlier time is taken back before anything else is planned.
"""

from collections.abc import Collection
from zoneinfo import ZoneInfo

from bot.actions.counter import Counter, Talk
from bot.programme.letters import Lane
from bot.programme.meeting_reminders import When, reminders_of
from bot.programme.notices import Notice
from bot.programme.notices.intakes.letters import (
    IntakeCancelled,
    IntakeFixed,
    IntakeMoved,
    IntakeSoon,
    IntakeTomorrow,
    IntakeToWriteUp,
)
from bot.programme.notices.intakes.person import IntakeMissed
from bot.programme.told_meetings import ToldMeeting
from storage.intakes import Intake
from storage.people import Person

WAITING = (IntakeFixed.kind, IntakeMoved.kind, IntakeCancelled.kind, IntakeTomorrow.kind,
           IntakeSoon.kind, IntakeToWriteUp.kind, IntakeMissed.kind)  # fmt: skip
PHONE = "phone"


async def fixed(counter: Counter, intake: Intake, pair: tuple[Person, Person], by: int) -> None:
    """Tell the person and the coach when they talk; ``by`` is who chose the time."""
    person, coach = pair
    told, stamp = told_talk(intake, person), counter.now.isoformat()
    by_coach = by != person.id
    to_person = IntakeFixed(
        told, coach.first_name, stamp, by_coach=by_coach, phone=phone_of(person)
    )
    _tell(counter, intake, person, to_person, at_once=not by_coach)
    to_coach = IntakeFixed(
        told, person.first_name, stamp, for_coach=True, phone=phone_of(person),
        role=str(person.role),
    )  # fmt: skip
    _tell(counter, intake, coach, to_coach, at_once=by == coach.id)
    _remind(counter, intake, pair)


async def moved(counter: Counter, intake: Intake, pair: tuple[Person, Person], by: int) -> None:
    """Tell both the new time. Letters about the earlier one are not sent any more."""
    person, coach = pair
    await take_back(counter, [intake.id])
    told, stamp = told_talk(intake, person), counter.now.isoformat()
    to_person = IntakeMoved(
        told, coach.first_name, stamp, by_you=by == person.id, phone=phone_of(person)
    )
    _tell(counter, intake, person, to_person, at_once=by == person.id)
    to_coach = IntakeMoved(
        told, person.first_name, stamp, for_coach=True, by_you=by == coach.id,
        phone=phone_of(person),
    )  # fmt: skip
    _tell(counter, intake, coach, to_coach, at_once=by == coach.id)
    _remind(counter, intake, pair)


async def cancelled(
    counter: Counter, intake: Intake, pair: tuple[Person, Person], by: int, why: str = "cancelled"
) -> None:
    """Tell both that they do not talk then; nothing reminds them any more. Who had not heard yet
    that they talk has nothing to hear of its end.
    """
    person, coach = pair
    heard = (person.id, IntakeFixed.kind, subject_of(intake.id))
    is_untold = by != person.id and await counter.tx.calls.is_untold(*heard)
    await take_back(counter, [intake.id])
    stamp = counter.now.isoformat()
    for reader, other in (pair, (coach, person)):
        if is_untold and reader is person:
            continue
        for_coach = reader.id == coach.id
        told = told_talk(intake, person)
        notice = IntakeCancelled(
            told, other.first_name, stamp, for_coach, by_you=reader.id == by, why=why
        )
        _tell(counter, intake, reader, notice, at_once=reader.id == by)


async def off_for_coach(counter: Counter, intake: Intake, who: Person | None, why: str) -> None:
    """Tell the coach alone that a talk does not take place; ``who`` may not be named any more."""
    await take_back(counter, [intake.id])
    await _tell_off(counter, intake, who, why)


async def tell_former(counter: Counter, intake: Intake, person: Person) -> None:
    """The coach of before hears that the talk is not theirs any more."""
    await _tell_off(counter, intake, person, "moved_on")


async def _tell_off(counter: Counter, intake: Intake, who: Person | None, why: str) -> None:
    coach = await counter.tx.people.get(intake.coach_id)
    name = who.first_name if who else ""
    stamp = counter.now.isoformat()
    notice = IntakeCancelled(told_talk(intake, who), name, stamp, for_coach=True, why=why)
    _tell(counter, intake, coach, notice, at_once=False)


async def passed_to(counter: Counter, intake: Intake, heir: Person, person: Person) -> None:
    """Another coach has the talk now, at the same time."""
    await take_back(counter, [intake.id])
    told, stamp = told_talk(intake, person), counter.now.isoformat()
    _tell(counter, intake, person, IntakeMoved(told, heir.first_name, stamp), at_once=False)
    to_coach = IntakeFixed(
        told, person.first_name, stamp, for_coach=True, phone=phone_of(person),
        role=str(person.role),
    )  # fmt: skip
    _tell(counter, intake, heir, to_coach, at_once=False)
    _remind(counter, intake, (person, heir))


async def take_back(counter: Counter, intake_ids: Collection[int]) -> None:
    """Send nothing more of what waits about these talks."""
    subjects = [subject_of(one) for one in intake_ids]
    await counter.tx.forgetting.take_back(WAITING, subjects, counter.now)


def subject_of(intake_id: int) -> str:
    """What all letters about a talk have in common."""
    return f"intake:{intake_id}"


def told_talk(intake: Intake, person: Person | None) -> dict[str, object]:
    """The talk as letters carry it; the office is that of the person's branch."""
    branch = (person.nearest_branch if person else None) or ""
    return ToldMeeting(
        intake.id, 0, intake.starts_at.isoformat(), intake.ends_at.isoformat(), intake.zone,
        intake.sequence, intake.place, branch, branch=branch,
    ).facts()  # fmt: skip


def phone_of(person: Person) -> str:
    """The number that the person gave for calls; empty when they gave none."""
    number = person.answers.get(PHONE, "")
    return number if number.startswith("+") else ""


def _tell(
    counter: Counter, intake: Intake, reader: Person, notice: Notice, *, at_once: bool
) -> None:
    """Who did it reads it now, as the answer to what they did. The other one does by day, unless
    the talk comes before that.
    """
    if at_once and isinstance(counter, Talk) and counter.person.id == reader.id:
        counter.reply(notice)
        return
    by_day = counter.in_time(intake.starts_at, ZoneInfo(intake.zone))
    due = counter.now if at_once else by_day
    occurrence = f"{intake.sequence}:{reader.id}"
    counter.plan(
        reader.id, notice, subject_of(intake.id), occurrence, due=due, expires=intake.ends_at,
        lane=Lane.REPLY,
    )  # fmt: skip


def _remind(counter: Counter, intake: Intake, pair: tuple[Person, Person]) -> None:
    """The person the evening before, both some hours before; afterwards the coach writes it up."""
    person, coach = pair
    told, zone, programme = told_talk(intake, person), ZoneInfo(intake.zone), counter.programme
    rules = (programme.meetings, programme.quiet_hours)
    for reminder in reminders_of(intake.starts_at, zone, counter.now, *rules):
        letters: list[tuple[Person, Notice]] = [(person, IntakeTomorrow(told, coach.first_name))]
        if reminder.when is When.HOURS_BEFORE:
            to_coach = IntakeSoon(told, person.first_name, for_coach=True, phone=phone_of(person))
            letters = [(person, IntakeSoon(told, coach.first_name)), (coach, to_coach)]
        for reader, notice in letters:
            counter.plan(
                reader.id, notice, subject_of(intake.id), f"{intake.sequence}:{reader.id}",
                due=reminder.due, expires=reminder.until, lane=Lane.REPLY,
            )  # fmt: skip
    after = IntakeToWriteUp(told, person.first_name)
    counter.plan(
        coach.id, after, subject_of(intake.id), f"{intake.sequence}:after", due=intake.ends_at,
        lane=Lane.REPLY,
    )  # fmt: skip
