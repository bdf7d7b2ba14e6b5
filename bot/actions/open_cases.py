"""Open cases: opened, brought to a coach, passed on, shown, and closed when nobody needs them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.actions.calls import call_about
from bot.actions.checks import Check, checks_of
from bot.actions.coaches import coach_for, coach_of, within_reach
from bot.actions.counter import Counter
from bot.programme.cases import CaseState, Reason
from bot.programme.letters import Lane
from bot.programme.notices import CaseCard, CoachHasRead
from bot.programme.obstacles import Audience, Obstacle, each_once
from bot.programme.people import Role, Stage
from bot.programme.registration import Question
from storage.cases import Case, new_case
from storage.people import Person


async def report_missed_weeks(counter: Counter, duo_id: int) -> None:
    """Bring the coach of a duo that has not met for as long as the programme allows, unless that
    coach has to call one of the two already.
    """
    duo = await counter.tx.duos.get(duo_id)
    for one in (duo.mentee_id, duo.mentor_id):
        if await counter.tx.cases.open_for(f"{Reason.SILENT}:{one}"):
            return
    coach = await coach_of(counter, duo)
    coach_id = coach.id if coach else None
    await open_case(counter, new_case(Reason.NO_MEETINGS, coach_id, counter.now, duo_id=duo_id))


async def bring_waiting_cases(counter: Counter, coach: Person) -> None:
    """Cases that found no coach go to the first one who comes in, or comes back.

    A coordinator stands in for the own branch only.
    """
    everywhere = coach.role == Role.COACH
    for case in await counter.tx.cases.without_coach():
        if everywhere or await _branch_of(counter, case) == coach.branch:
            await _bring(counter, case, coach.id)


async def _branch_of(counter: Counter, case: Case) -> str | None:
    about = await _about(counter, case)
    return case.branch or about[0].nearest_branch


async def pass_on_cases(counter: Counter, coach: Person) -> Sequence[Case]:
    """Bring the open cases of a lost coach to another one; give those that must wait for one."""
    another = await coach_for(counter, None, coach.branch)
    waiting = []
    for case in await counter.tx.cases.open_of(coach.id, limit=1000):
        if another:
            await _bring(counter, case, another.id)
        else:
            await counter.tx.cases.bring_to(case.id, None)
            waiting.append(case)
    return waiting


async def bring_elsewhere(counter: Counter, coach: Person, case_id: int) -> bool:
    """Bring a case whose card did not reach this coach to one who was not tried yet.

    False when nobody is left: it stays in the list of this coach, or it would go round for ever.
    """
    case = await counter.tx.cases.for_coach(case_id, coach.id)
    if case is None or case.taken_at is not None or case.closed_at is not None:
        return True
    tried = {coach.id, *await counter.tx.cases.not_reached(CaseCard.kind, f"case:{case.id}")}
    coaches = within_reach(await counter.tx.people.coaches())
    others = [one for one in coaches if one.id not in tried]
    another = next((one for one in others if one.branch == coach.branch), next(iter(others), None))
    if another:
        await _bring(counter, case, another.id)
    return another is not None


async def close_nobodys(counter: Counter, reason: Reason, about: int | str) -> None:
    """Close what nobody is to answer any more: of somebody who leaves, of a duo that ends, of a
    branch for which nothing waits.
    """
    case = await counter.tx.cases.open_for(f"{reason}:{about}")
    if case and await counter.tx.cases.close(case.id, counter.now):
        await _forget_cards(counter, replace(case, closed_at=counter.now))


async def forget_told(counter: Counter, reason: Reason, person_id: int) -> None:
    """Take what somebody told, who has left, out of the cards of their closed cases."""
    for case in await counter.tx.cases.closed_about(person_id, reason):
        await _forget_cards(counter, case)
        for reader in {case.coach_id, case.taken_by} - {None}:
            # What a tap on a card was answered with names the tap, and not the case.
            await counter.tx.forgetting.letters_of_kinds_to(reader or 0, [CaseCard.kind])


async def _forget_cards(counter: Counter, case: Case) -> None:
    """Empty what was written in a case, and show its copies as they are now."""
    said = ([CaseCard.kind, CoachHasRead.kind], [f"case:{case.id}"])
    await counter.tx.forgetting.take_back(*said, counter.now)
    await counter.tx.forgetting.letters_about(*said)
    await show_copies(counter, case, moment=counter.now)


async def open_case(counter: Counter, case: Case, checks: Sequence[Check] | None = None) -> bool:
    """Open a case and bring it to its coach; False when it is open already."""
    if not await counter.tx.cases.open(case):
        return False
    if case.coach_id is not None:
        await _tell(counter, case, case.coach_id, checks)
    return True


async def add_to_case(counter: Counter, case: Case) -> None:
    """Something was added to an open case: its card comes once more, and its copies change."""
    await show_copies(counter, case, moment=counter.now)
    holder = case.taken_by or case.coach_id
    if holder is not None:
        await _tell(counter, case, holder)


async def _bring(counter: Counter, case: Case, coach_id: int) -> None:
    await counter.tx.cases.bring_to(case.id, coach_id)
    brought = replace(case, coach_id=coach_id, taken_at=None, taken_by=None)
    await _tell(counter, brought, coach_id)


async def _tell(
    counter: Counter, case: Case, coach_id: int, checks: Sequence[Check] | None = None
) -> None:
    """A case can come to the same coach again, after another one had it."""
    card = await card_of(counter, case, checks)
    occurrence = f"to:{coach_id}:{counter.now:%Y%m%d%H%M%S%f}"
    counter.tell(coach_id, card, f"case:{case.id}", occurrence, lane=lane_of(card))


def lane_of(card: CaseCard) -> Lane:
    """People go first. Who has been silent for weeks is not called at night, and entries that wait
    to be checked wake nobody, unless somebody in danger may dial a number that does not answer.
    """
    waits = card.reason in (Reason.CHECK_SERVICES, Reason.SILENT) and not card.urgent
    return Lane.REMINDER if waits else Lane.CASE


async def card_of(counter: Counter, case: Case, checks: Sequence[Check] | None = None) -> CaseCard:
    """The case as a coach sees it now; ``checks`` is what waits for its branch, if that is known:
    to look for it costs much.
    """
    taken_by = await counter.tx.people.get(case.taken_by) if case.taken_by else None
    state, since = _state(case)
    if checks is None:
        checks = await checks_of(counter, case.branch) if case.branch else ()
    urgent = [one.key for one in checks if one.is_urgent]
    call = await call_about(counter, case)
    about = [*await _still_here(counter, case), *([call.partner] if call.partner else [])]
    return CaseCard(
        case_id=case.id,
        reason=case.reason,
        state=state,
        since=since.isoformat(),
        names=tuple(person.first_name for person in about),
        role=_role_of(about[0]) if about and case.person_id else None,
        language=about[0].language if about and case.person_id else None,
        taken_by=taken_by.first_name if taken_by else None,
        telegram_ids=tuple(person.telegram_id for person in about),
        count=len(checks),
        urgent=tuple((await counter.tx.keeping.names(urgent)).values()) if urgent else (),
        obstacles=await _obstacles_of(counter, case),
        hour=call.hour,
        and_no_meetings=call.and_no_meetings,
        also=call.also,
        tapped_at=call.tapped_at.isoformat() if call.tapped_at else None,
    )


async def _still_here(counter: Counter, case: Case) -> Sequence[Person]:
    """Whom a case is about, without somebody who has left meanwhile: that closed their cases. Who
    calls after that is shown to the coach, until it is solved.
    """
    about = await _about(counter, case)
    has_left = case.person_id and case.closed_at and about[0].stage == Stage.WITHDRAWN
    return [] if has_left else about


async def _obstacles_of(counter: Counter, case: Case) -> tuple[tuple[str, str], ...]:
    """What the person has told since the case was opened, each once, and who may know it."""
    if case.reason != Reason.OBSTACLE or case.person_id is None:
        return ()
    told = await counter.tx.obstacles.of(case.person_id, case.opened_at)
    return each_once([(Obstacle(one.theme), Audience(one.audience)) for one in told])


def _role_of(person: Person) -> str | None:
    return person.role or person.answers.get(Question.ROLE)


def _state(case: Case) -> tuple[CaseState, datetime]:
    if case.closed_at:
        return CaseState.CLOSED, case.closed_at
    if case.taken_at:
        return CaseState.TAKEN, case.taken_at
    return CaseState.OPEN, case.opened_at


async def _about(counter: Counter, case: Case) -> Sequence[Person]:
    """The person who asked, or the two people of the duo; nobody when it is about a branch."""
    if case.branch:
        return []
    if case.person_id:
        return [await counter.tx.people.get(case.person_id)]
    duo = await counter.tx.duos.get(case.duo_id or 0)
    people = await counter.tx.people.by_ids((duo.mentee_id, duo.mentor_id))
    return [people[duo.mentee_id], people[duo.mentor_id]]


async def show_copies(
    counter: Counter, case: Case, but: tuple[int, int | None] | None = None, *,
    moment: datetime | None = None, checks: Sequence[Check] | None = None,
) -> None:  # fmt: skip
    """Show the case as it is now on every copy of its card, ``but`` for one. ``moment`` tells two
    changes of the same state apart.
    """
    card, subject = await card_of(counter, case, checks), f"case:{case.id}"
    state, since = _state(case)
    for person_id, message_id in await counter.tx.outbox.sent_copies(card.kind, subject):
        if (person_id, message_id) != but:
            occurrence = f"{state}:{moment or since:%y%m%d%H%M%S%f}:{person_id}:{message_id}"
            # In the lane of replies, as the card that was tapped: no change overtakes another.
            counter.tell(person_id, card, subject, occurrence, lane=Lane.REPLY, edits=message_id)
