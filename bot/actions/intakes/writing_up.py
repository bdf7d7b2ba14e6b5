"""Writing up a first talk with the person there: needs, a note, corrections of answers."""

from dataclasses import replace
from datetime import timedelta

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.intakes.agreeing import end
from bot.actions.intakes.decided import kept, said_again, trains
from bot.actions.intakes.letters import subject_of, take_back
from bot.actions.intakes.seats import Seat, show_seat, staff_seat
from bot.actions.lines import close_line
from bot.actions.standing_in.scope import is_off_telegram
from bot.actions.whereabouts import today
from bot.programme.intakes.outcomes import LONGEST_NOTE, MOST_NEEDS
from bot.programme.needs import theme_of
from bot.programme.notices.intakes.coach import (
    AskIntakeAnswer,
    AskIntakeNote,
    ChooseIntakeAnswer,
    ChooseIntakeNeeds,
    IntakeWriteUp,
)
from bot.programme.notices.intakes.person import AnswerCorrected, IntakeMissed
from bot.programme.people import Visit, is_staff
from bot.programme.registering.kinds import as_said
from bot.programme.registration import (
    NotEligible,
    Problem,
    Question,
    read_answer,
    standing,
    told_in_role,
    with_told,
)
from storage.intakes import Intake
from storage.intakes.booked import HELD, MISSED, PLANNED
from storage.people import Person

NOTE, ANSWER = "note", "answer:"
# With these goes the branch, or the role: the person changes them alone.
OWN = frozenset({Question.ROLE, Question.BRANCH})
LONG, UNFIT = "long", "unfit"
# What is written later than this is about something else.
STAYS_OPEN = timedelta(hours=1)


class IntakeWritingUp:
    """What a coach keeps of a talk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def held(self, visit: Visit, intake_id: int) -> None:
        """The two talked: show what is known, and what can be decided."""
        async with self.desk.serve(visit) as talk:
            if seat := await _begun(talk, intake_id):
                if seat.intake.state == PLANNED:
                    held = replace(seat.intake, state=HELD, coach_id=talk.person.id)
                    await take_back(talk, [held.id])
                    if not await talk.tx.intakes.write(seat.intake, held):
                        return
                    seat = replace(seat, intake=held)
                show_write_up(talk, seat)

    async def missed(self, visit: Visit, intake_id: int) -> None:
        """The two did not see each other: the person may choose another time, without blame."""
        async with self.desk.serve(visit) as talk:
            if seat := await _begun(talk, intake_id):
                await take_back(talk, [intake_id])
                if await end(talk, seat.person, seat.intake, talk.person.id, MISSED):
                    notice = IntakeMissed(talk.person.first_name)
                    talk.tell_by_day(seat.person.id, notice, subject_of(intake_id))
                    talk.replace(kept(talk, seat.person, MISSED))

    async def themes(self, visit: Visit, intake_id: int, theme: str = "") -> None:
        """Show what may stand in the way: the themes, or the needs of one."""
        async with self.desk.serve(visit) as talk:
            if seat := await held_seat(talk, intake_id):
                _show_needs(talk, seat, theme)

    async def turn_need(self, visit: Visit, intake_id: int, need: str) -> None:
        """Note a need, or take it out again."""
        async with self.desk.serve(visit) as talk:
            if seat := await held_seat(talk, intake_id):
                before = seat.intake.outcome.needs
                kept = tuple(one for one in before if one != need)
                if need not in before:
                    kept = (*before, need)[:MOST_NEEDS]
                outcome = replace(seat.intake.outcome, needs=kept)
                changed = await _write(talk, seat, replace(seat.intake, outcome=outcome))
                _show_needs(talk, changed, theme_of(need))

    async def ask_note(self, visit: Visit, intake_id: int) -> None:
        """What this coach writes next is the note."""
        async with self.desk.serve(visit) as talk:
            if seat := await held_seat(talk, intake_id):
                await _ask(talk, seat, NOTE)
                talk.replace(AskIntakeNote(intake_id, seat.person.first_name))

    async def answers(self, visit: Visit, intake_id: int) -> None:
        """Show the answers that can be corrected."""
        async with self.desk.serve(visit) as talk:
            if seat := await held_seat(talk, intake_id):
                await talk.tx.intakes.ask_nothing(talk.person.id)
                said = as_said(seat.person.answers)
                told = {str(one): said[one] for one in _correctable(seat.person)}
                person = seat.person
                whose = (intake_id, person.first_name, told, str(person.role))
                talk.replace(ChooseIntakeAnswer(*whose, is_off_telegram(person)))

    async def ask_answer(self, visit: Visit, intake_id: int, question: Question) -> None:
        """What this coach writes next is the right answer."""
        async with self.desk.serve(visit) as talk:
            if seat := await held_seat(talk, intake_id):
                if question in _correctable(seat.person):
                    await _ask(talk, seat, f"{ANSWER}{question}")
                    name = seat.person.first_name
                    talk.replace(AskIntakeAnswer(intake_id, name, question))
                else:
                    show_write_up(talk, seat)


async def hear_of_intake(talk: Talk, text: str) -> bool:
    """Take what a coach writes as the note or the answer that was asked; False when none was."""
    if not is_staff(talk.person.role):
        return False
    intake = await talk.tx.intakes.asked_of(talk.person.id)
    if intake is None or intake.asks_since is None or talk.now - intake.asks_since > STAYS_OPEN:
        return False
    seat = await held_seat(talk, intake.id)
    if seat is None:
        return False
    if intake.asks == NOTE:
        await _keep_note(talk, seat, text.strip())
    else:
        question = Question(str(intake.asks).removeprefix(ANSWER))
        await _correct(talk, seat, question, text.strip())
    return True


async def held_seat(talk: Talk, intake_id: int) -> Seat | None:
    """A talk that took place and is not decided, for one of the staff of the branch."""
    if await said_again(talk, intake_id):
        return None
    seat = await staff_seat(talk, intake_id)
    if seat and seat.intake.state != HELD:
        show_seat(talk, seat)
        return None
    return seat


def show_write_up(talk: Talk, seat: Seat, told: str = "", *, anew: bool = False) -> None:
    """What is known so far, in the place of the tapped card or ``anew``."""
    person, outcome = seat.person, seat.intake.outcome
    card = IntakeWriteUp(
        seat.intake.id, person.first_name, str(person.role), outcome.needs, bool(outcome.note),
        trains(talk, person), told, is_off_telegram(person),
    )  # fmt: skip
    if anew:
        talk.reply(card)
    else:
        talk.replace(card)


async def _begun(talk: Talk, intake_id: int) -> Seat | None:
    """A talk whose time has come; of one to come it is shown when that is."""
    if await said_again(talk, intake_id):
        return None
    seat = await staff_seat(talk, intake_id)
    if seat and seat.intake.starts_at > talk.now:
        show_seat(talk, seat)
        return None
    return seat


async def _write(talk: Talk, seat: Seat, changed: Intake) -> Seat:
    written = await talk.tx.intakes.write(seat.intake, changed)
    return replace(seat, intake=changed) if written else seat


async def _ask(talk: Talk, seat: Seat, asks: str) -> None:
    """What is written next goes to no case any more."""
    await close_line(talk)
    await talk.tx.intakes.ask_nothing(talk.person.id)
    changed = replace(seat.intake, asks=asks, asks_since=talk.now, coach_id=talk.person.id)
    await _write(talk, seat, changed)


def _show_needs(talk: Talk, seat: Seat, theme: str) -> None:
    needs = seat.intake.outcome.needs
    talk.replace(ChooseIntakeNeeds(seat.intake.id, seat.person.first_name, theme, needs))


def _correctable(person: Person) -> list[Question]:
    return [one for one in told_in_role(person.answers) if one not in OWN]


async def _keep_note(talk: Talk, seat: Seat, text: str) -> None:
    if len(text) > LONGEST_NOTE:
        talk.reply(AskIntakeNote(seat.intake.id, seat.person.first_name, LONG))
        return
    outcome = replace(seat.intake.outcome, note=text)
    changed = replace(seat.intake, outcome=outcome, asks=None, asks_since=None)
    show_write_up(talk, await _write(talk, seat, changed), NOTE, anew=True)


async def _correct(talk: Talk, seat: Seat, question: Question, text: str) -> None:
    """The person hears which answer changed. One with which the programme does not fit is not
    kept: that is a thing to decide, not to correct.
    """
    person = seat.person
    told = read_answer(question, text, talk.programme, today(talk))
    if isinstance(told, Problem):
        talk.reply(AskIntakeAnswer(seat.intake.id, person.first_name, question, told))
        return
    answers = with_told(person.answers, question, told)
    if isinstance(standing(answers, talk.programme, today(talk)), NotEligible):
        talk.reply(AskIntakeAnswer(seat.intake.id, person.first_name, question, UNFIT))
        return
    changed = await _write(talk, seat, replace(seat.intake, asks=None, asks_since=None))
    if answers != person.answers:
        await talk.tx.people.save(person.id, answers=answers)
        notice = AnswerCorrected(
            talk.person.first_name, question, answers.get(question, ""), str(person.role)
        )
        moment = f"{talk.visit.update_id}"
        talk.tell_by_day(person.id, notice, f"{subject_of(seat.intake.id)}:{moment}")
    now = await talk.tx.people.get(person.id)
    show_write_up(talk, replace(changed, person=now), "answer", anew=True)
