"""A first talk is free again when the person or the coach cannot take part in it any more."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.actions.counter import Counter, Talk
from bot.actions.intakes import letters
from bot.actions.intakes.agreeing import OF_A_WISH, call_off, drop_wish, end
from bot.actions.intakes.free import staff_in
from bot.actions.intakes.wishes import subject_of_wish, tell_waiting
from bot.programme.notices.intakes.coach import (
    AskIntakeAnswer,
    AskIntakeNote,
    ChooseIntakeAnswer,
    ChooseIntakeNeeds,
    ChooseIntakeService,
    ChooseWaiting,
    ConfirmDecision,
    DecisionKept,
    IntakePeople,
    IntakePerson,
    IntakeShown,
    IntakesInLeave,
    IntakesShown,
    IntakeWriteUp,
)
from bot.programme.notices.intakes.person import IntakeTimes, NoIntakeTimes
from bot.programme.people import Stage
from storage.intakes.booked import CANCELLED, PLANNED, Intake
from storage.people import Person

# What coaches were shown with the name of somebody, or with what they said.
TO_COACHES = tuple(
    one.kind
    for one in (
        AskIntakeAnswer, AskIntakeNote, ChooseIntakeAnswer, ChooseIntakeNeeds, ChooseIntakeService,
        ChooseWaiting, ConfirmDecision, DecisionKept, IntakePeople, IntakePerson, IntakeShown,
        IntakesInLeave, IntakesShown, IntakeWriteUp, IntakeTimes, NoIntakeTimes,
    )
)  # fmt: skip
PAUSED, LEFT, UNREACHABLE, ELSEWHERE, COACH_LEFT = (
    "paused", "left", "unreachable", "elsewhere", "coach_left",
)  # fmt: skip


async def free_when_paused(talk: Talk) -> None:
    """Who takes a break comes to no talk: both hear it."""
    await drop_wish(talk, talk.person.id)
    if intake := await talk_at_stake(talk):
        await call_off(talk, talk.person, intake, talk.person.id, PAUSED)


async def talk_at_stake(talk: Talk) -> Intake | None:
    """The talk to come, which a break would cancel."""
    intake = await talk.tx.intakes.open_of(talk.person.id)
    comes = intake and intake.state == PLANNED and intake.starts_at > talk.now
    return intake if comes else None


async def free_when_unreachable(counter: Counter, person: Person) -> None:
    """The coach hears it: perhaps the person comes all the same, so a call is needed."""
    intake = await counter.tx.intakes.open_of(person.id)
    if intake and intake.state == PLANNED and intake.starts_at > counter.now:
        await _free(counter, person, UNREACHABLE)


async def free_when_moved(talk: Talk, before: Person) -> None:
    """Who chose another branch or role, or whom nothing fits any more, begins there anew."""
    now = talk.person
    registered = before.stage == Stage.REGISTERED
    if registered and (now.branch, now.role, now.stage) != (
        before.branch,
        before.role,
        before.stage,
    ):
        await drop_wish(talk, now.id)
        await _free(talk, now, ELSEWHERE, told_branch=before.branch)


async def free_when_gone(talk: Talk) -> None:
    """Who leaves is named to nobody any more, and what came of their talks is forgotten."""
    person = talk.person
    await drop_wish(talk, person.id)
    ids = await talk.tx.intakes.ids_of(person.id)
    subjects = [letters.subject_of(one) for one in ids]
    await letters.take_back(talk, ids)
    await talk.tx.forgetting.letters_about(letters.WAITING, subjects)
    await talk.tx.forgetting.letters_about(OF_A_WISH, [subject_of_wish(person.id)])
    for one in await staff_in(talk, person.branch):
        await talk.tx.forgetting.letters_of_kinds_to(one.id, TO_COACHES)
    await _free(talk, person, LEFT, named=False)
    await talk.tx.intakes.forget(person.id)


async def hand_talks(counter: Counter, old: Person, heir: Person) -> None:
    """The talks of a coach go to the heir at the same time; where that one is taken the person
    chooses another.
    """
    for intake in await counter.tx.intakes.open_with(old.id):
        person = await counter.tx.people.get(intake.person_id)
        passed = await counter.tx.intakes.change(intake, replace(intake, coach_id=heir.id))
        if passed and passed.starts_at > counter.now:
            await letters.passed_to(counter, passed, heir, person)
        elif passed is None:
            await call_off(counter, person, intake, old.id, COACH_LEFT)


async def end_talks(counter: Counter, coach: Person) -> None:
    """Nobody else works here: who had a talk hears that it does not take place."""
    for intake in await counter.tx.intakes.open_with(coach.id):
        person = await counter.tx.people.get(intake.person_id)
        await call_off(counter, person, intake, coach.id, COACH_LEFT)


async def show_talks_in_leave(talk: Talk, first: date, last: date) -> None:
    """Who will be away sees which talks stand on these days: they move or cancel them."""
    zone = talk.programme.zone
    own = [
        one for one in await talk.tx.intakes.open_with(talk.person.id)
        if one.state == PLANNED and one.starts_at > talk.now
        and first <= one.starts_at.astimezone(zone).date() <= last
    ]  # fmt: skip
    people = await talk.tx.people.by_ids([one.person_id for one in own])
    rows: Sequence[tuple[int, str, str, str]] = [
        (one.id, people[one.person_id].first_name, one.starts_at.isoformat(), "") for one in own
    ]
    if rows:
        talk.reply(IntakesInLeave(tuple(rows), zone.key))


async def _free(
    counter: Counter, person: Person, why: str, *, named: bool = True,
    told_branch: str | None = None,
) -> None:  # fmt: skip
    intake = await counter.tx.intakes.open_of(person.id)
    if intake is None:
        return
    begun = intake.starts_at <= counter.now
    gone = await end(counter, person, intake, None, CANCELLED)
    if gone and not begun:
        await letters.off_for_coach(counter, gone, person if named else None, why)
    await tell_waiting(counter, told_branch or person.branch)
