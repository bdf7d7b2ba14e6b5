"""How far a call is, shown to who called: on their card, and in a letter when it matters."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.actions.counter import Counter, Talk
from bot.actions.removing import CAN_BE_REMOVED, take_out_standing
from bot.actions.whereabouts import question_of, today
from bot.programme.cases import CaseState, NextStep, Reason, Urgency
from bot.programme.danger.answers import MayCall
from bot.programme.ladder import TOP
from bot.programme.letters import Lane, Letter
from bot.programme.notices import (
    CoachHasAnswered,
    CoachHasRead,
    MyRequest,
    Notice,
    RequestClosed,
)
from bot.programme.office_hours import Office
from bot.programme.people import Visit
from bot.programme.registration import Question
from bot.programme.requests import Asks, is_known_to_person, may_end
from storage.cases import Case
from storage.ids import new_id
from storage.people import Person

# A coach seldom says all in one message; so long after the first it is asked what came of it.
ASKED_AFTER = timedelta(hours=1)


async def tell_progress(counter: Counter, case: Case, *, closer: int | None = None) -> None:
    """Show who called how far it is; what was read or closed comes as a letter too, and some time
    after an answer a question. ``closer`` is who closed it.
    """
    if case.person_id is None or not is_known_to_person(case.reason):
        return
    await show_progress(counter, case)
    state = progress_of(case)
    if state is CaseState.CLOSED:
        await ask_nothing(counter, case)
    if state is CaseState.ANSWERED:
        await _ask_later(counter, case)
    elif letter := await _letter(counter, case, closer):
        notice, occurrence = letter
        counter.tell(case.person_id, notice, f"case:{case.id}", occurrence, lane=Lane.CASE)


async def ask_nothing(counter: Counter, case: Case) -> None:
    """Whoever wrote again, or has ended it, is not asked any more whether it is solved."""
    about = ([CoachHasAnswered.kind], [f"case:{case.id}"])
    await counter.tx.forgetting.take_back(*about, counter.now)


async def _ask_later(counter: Counter, case: Case) -> None:
    """Whether it is solved is asked some time after the coach has answered, and once for each
    answer. Who may be in danger is never asked so.
    """
    answerer = case.last_answer_by or case.owner_id
    if case.person_id is None or answerer is None or not may_end(case.reason):
        return
    coach = (await counter.tx.people.get(answerer)).first_name
    asked, occurrence = CoachHasAnswered(case.id, coach), f"answered:{case.answered_at}"
    counter.plan(
        case.person_id, asked, f"case:{case.id}", occurrence,
        due=counter.by_day(counter.now + ASKED_AFTER), lane=Lane.CASE,
    )  # fmt: skip


async def show_progress(counter: Counter, case: Case, tapped: Visit | None = None) -> None:
    """Show the call as it is now on every card of it that the person has, and in the place of the
    message that was ``tapped``, as the answer to that tap.
    """
    subject = f"case:{case.id}"
    copies = await counter.tx.standing.copies(MyRequest.kind, subject, counter.now)
    # One that is on its way yet has no number, and comes anew.
    messages: set[int | None] = {message_id for _, message_id, _ in copies}
    if tapped:  # without a message when Telegram no longer tells which; then it comes anew
        messages.add(tapped.message_id)
    if not messages or case.person_id is None:
        return
    card = await my_request(counter, case)
    for message_id in sorted(messages, key=lambda one: one or 0):
        # In the lane of replies: no change overtakes another.
        moment = f"{message_id}:{new_id()}"
        if tapped and message_id == tapped.message_id:
            moment = f"update:{tapped.update_id}"
        counter.tell(case.person_id, card, subject, moment, lane=Lane.REPLY, edits=message_id)


async def bring_request(talk: Talk, case: Case, *, again: bool) -> None:
    """Bring the card of a call as a new message, under the subject of the case, so that it changes
    with it. The one from before goes: two cards of one call would promise two things.
    """
    subject, recent = f"case:{case.id}", talk.now - CAN_BE_REMOVED
    if again:
        found = await talk.tx.standing.about(MyRequest.kind, [subject])
        old = [one for one in found if one.sent_at >= recent]
        await take_out_standing(talk, talk.person.id, old, f"older:{talk.visit.update_id}")
    card, moment = await my_request(talk, case, again=again), f"update:{talk.visit.update_id}"
    # What asked for it goes with it when it is hidden.
    talk.letters.append(
        Letter(
            talk.person.id, card, subject, moment, Lane.REPLY, talk.now,
            answers=talk.visit.sent_as,
        )
    )  # fmt: skip


async def my_request(counter: Counter, case: Case, *, again: bool = False) -> MyRequest:
    """The call as who called sees it now."""
    person = await counter.tx.people.get(case.person_id or 0)
    coach = await who_was_told(counter, case)
    asks = case.asking if case.taken_at is None and case.answered_at is None else None
    at_duo = asks in (Asks.ABOUT, Asks.AUDIENCE)
    return MyRequest(
        case_id=case.id,
        reason=case.reason,
        state=progress_of(case),
        coach=coach.first_name if coach else None,
        branch=person.nearest_branch,
        role=_role_of(person),
        in_duo=at_duo and await counter.tx.duos.of(person.id) is not None,
        promised_at=case.promised_at.isoformat() if case.promised_at else None,
        waits_until=case.waits_until.isoformat() if case.waits_until else None,
        asks=asks,
        about=case.about,
        urgency=case.urgency,
        audience=case.audience,
        again=again,
        reopened=case.reopened_at is not None,
        wants_call=case.may_call == MayCall.YES,
        opens_at=_opens_for(counter, case, person.nearest_branch),
        registers=question_of(counter, person) is not None,
        to_read=case.last_answer_at is not None and case.closed_at is None,
        **await _late_facts(counter, case),
    )


async def _late_facts(counter: Counter, case: Case) -> dict[str, Any]:
    """Whether the promise was kept; if not, when it is asked again, and whether it came to more
    than one coach.
    """
    is_late = case.promised_at is not None and counter.now >= case.promised_at
    was_all = case.rung == TOP and case.next_step == NextStep.CLIMB and is_late
    held = case.next_at if was_all or case.next_step == NextStep.HOLD else None
    waits = is_late or held is not None
    others = waits and len(await counter.tx.case_steps.asked(case.id)) > 1
    again_at = held.isoformat() if held else None
    return {"is_late": is_late, "held_until": again_at, "others": others}


def _opens_for(counter: Counter, case: Case, branch: str | None) -> str | None:
    """When the office opens, for who was not heard yet: on a later day when they want to talk
    today, and at all when they may be in danger.
    """
    in_danger = case.urgency == Urgency.NOW
    if not (in_danger or case.urgency == Urgency.TODAY) or case.taken_at or case.closed_at:
        return None
    opening = office_opens(counter, branch)
    if opening is None or in_danger:
        return opening
    day = datetime.fromisoformat(opening).astimezone(counter.programme.zone).date()
    return None if day == today(counter) else opening


def office_opens(counter: Counter, branch: str | None) -> str | None:
    """When (ISO) the office of this branch opens; None while it is open."""
    programme = counter.programme
    opening = Office(programme.office_hours_of(branch), programme.zone).opening(counter.now)
    return None if opening <= counter.now else opening.isoformat()


def progress_of(case: Case) -> CaseState:
    """How far a call has come, as who called sees it."""
    reached = (
        (case.closed_at, CaseState.CLOSED), (case.answered_at, CaseState.ANSWERED),
        (case.taken_at, CaseState.TAKEN), (case.read_at, CaseState.READ),
    )  # fmt: skip
    return next((state for at, state in reached if at), CaseState.OPEN)


async def who_was_told(counter: Counter, case: Case) -> Person | None:
    """Who has it, or has read it, or answers for it; nobody while it has come to nobody, and
    nobody any more when it has ended.
    """
    if case.closed_at:
        return None
    known = _reader(case)
    if known is None and await counter.tx.case_steps.asked(case.id):
        known = case.owner_id
    return await counter.tx.people.get(known) if known else None


def _reader(case: Case) -> int | None:
    """Who has answered, or has it, or has read it before anybody took it."""
    answerer = case.last_answer_by if case.answered_at else None
    return answerer or case.taken_by or case.read_by


async def _letter(counter: Counter, case: Case, closer: int | None) -> tuple[Notice, str] | None:
    """What the person is told by itself, and what makes it the same letter: each coach who reads
    or takes it tells once, and each end of it.
    """
    state = progress_of(case)
    reader = (closer or case.owner_id) if state is CaseState.CLOSED else _reader(case)
    if reader is None:
        return None
    coach, since = (await counter.tx.people.get(reader)).first_name, case.reopened_at
    match state:
        case CaseState.READ | CaseState.TAKEN:
            taken = state is CaseState.TAKEN
            told = case.reason == Reason.OBSTACLE
            read = CoachHasRead(coach, told, case.reason, case.id, taken=taken)
            return read, f"{'by' if taken else 'read'}:{reader}:{since or ''}"
        case _:
            closed = RequestClosed(case.id, coach, since is None, case.reason)
            closed = replace(closed, asked_at=await _beside_danger(counter, case))
            return closed, f"closed:{since or ''}"


async def _beside_danger(counter: Counter, case: Case) -> str | None:
    """Of when the question is, while a danger of the same person is open beside it."""
    in_danger = await counter.tx.cases.open_for(f"{Reason.DANGER}:{case.person_id}")
    return case.opened_at.isoformat() if in_danger and case.reason != Reason.DANGER else None


def _role_of(person: Person) -> str | None:
    return person.role or person.answers.get(Question.ROLE)
