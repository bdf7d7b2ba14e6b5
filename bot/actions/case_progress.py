"""How far a call is, shown to who called: on their card, and in a letter when it matters."""

from bot.actions.counter import Counter
from bot.actions.whereabouts import question_of, today
from bot.programme.cases import CaseState, NextStep, Reason, Urgency
from bot.programme.danger.answers import MayCall
from bot.programme.letters import Lane
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


async def tell_progress(counter: Counter, case: Case, *, closer: int | None = None) -> None:
    """Show who called how far it is; what was read, answered or closed comes as a letter too.
    ``closer`` is who closed it.
    """
    if case.person_id is None or not is_known_to_person(case.reason):
        return
    await show_progress(counter, case)
    letter = await _letter(counter, case, closer)
    if letter:
        notice, occurrence = letter
        counter.tell(case.person_id, notice, f"case:{case.id}", occurrence, lane=Lane.CASE)


async def show_progress(counter: Counter, case: Case, tapped: Visit | None = None) -> None:
    """Show the call as it is now on every card of it that the person has, and in the place of the
    message that was ``tapped``, as the answer to that tap.
    """
    subject = f"case:{case.id}"
    copies = await counter.tx.outbox.sent_copies(MyRequest.kind, subject)
    under = tapped.message_id if tapped else None
    messages = {message_id for _, message_id in copies} | ({under} - {None})
    if not messages or case.person_id is None:
        return
    card = await my_request(counter, case)
    for message_id in sorted(one for one in messages if one):
        # In the lane of replies: no change overtakes another.
        moment = f"{message_id}:{new_id()}"
        if tapped and message_id == under:
            moment = f"update:{tapped.update_id}"
        counter.tell(case.person_id, card, subject, moment, lane=Lane.REPLY, edits=message_id)


async def my_request(counter: Counter, case: Case, *, again: bool = False) -> MyRequest:
    """The call as who called sees it now."""
    person = await counter.tx.people.get(case.person_id or 0)
    coach = await _who_was_told(counter, case)
    at_duo = case.asking in (Asks.ABOUT, Asks.AUDIENCE)
    held = case.next_step == NextStep.HOLD and case.next_at
    return MyRequest(
        case_id=case.id,
        reason=case.reason,
        state=state_of(case),
        coach=coach.first_name if coach else None,
        branch=person.nearest_branch,
        role=_role_of(person),
        in_duo=at_duo and await counter.tx.duos.of(person.id) is not None,
        promised_at=case.promised_at.isoformat() if case.promised_at else None,
        is_late=case.promised_at is not None and counter.now >= case.promised_at,
        held_until=case.next_at.isoformat() if held and case.next_at else None,
        waits_until=case.waits_until.isoformat() if case.waits_until else None,
        asks=case.asking,
        about=case.about,
        urgency=case.urgency,
        audience=case.audience,
        again=again,
        reopened=case.reopened_at is not None,
        wants_call=case.may_call == MayCall.YES,
        opens_at=_opens_at(counter, case, person.nearest_branch),
        registers=question_of(counter, person) is not None,
    )


def _opens_at(counter: Counter, case: Case, branch: str | None) -> str | None:
    """When the office opens on a later day, for who wants to talk today and was not heard yet."""
    if case.urgency != Urgency.TODAY or case.taken_at or case.closed_at:
        return None
    programme = counter.programme
    opening = Office(programme.office_hours_of(branch), programme.zone).opening(counter.now)
    is_today = opening.astimezone(programme.zone).date() == today(counter)
    return None if is_today else opening.isoformat()


def state_of(case: Case) -> CaseState:
    """How far a call has come, as who called sees it."""
    reached = (
        (case.closed_at, CaseState.CLOSED), (case.answered_at, CaseState.ANSWERED),
        (case.taken_at, CaseState.TAKEN), (_was_read(case), CaseState.READ),
    )  # fmt: skip
    return next((state for at, state in reached if at), CaseState.OPEN)


async def _who_was_told(counter: Counter, case: Case) -> Person | None:
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
    """Who has it, or has read it before anybody took it."""
    return case.taken_by or (case.read_by if _was_read(case) else None)


def _was_read(case: Case) -> bool:
    """What was read before it was opened again does not count any more."""
    if case.read_at is None:
        return False
    return case.reopened_at is None or case.read_at > case.reopened_at


async def _letter(counter: Counter, case: Case, closer: int | None) -> tuple[Notice, str] | None:
    """What the person is told by itself, and what makes it the same letter: each coach who reads
    or takes it tells once, and each answer to an open call, and each end of it. Who may be in
    danger is not asked whether it is solved.
    """
    state = state_of(case)
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
        case CaseState.ANSWERED if not may_end(case.reason):
            return None
        case CaseState.ANSWERED:
            return CoachHasAnswered(case.id, coach), f"answered:{since or ''}"
        case _:
            return RequestClosed(case.id, coach, since is None), f"closed:{since or ''}"


def _role_of(person: Person) -> str | None:
    return person.role or person.answers.get(Question.ROLE)
