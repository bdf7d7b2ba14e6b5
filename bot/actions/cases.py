"""Calling a coach, and what the coach does about it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.actions.desk import Counter, Desk, Talk
from bot.actions.whereabouts import being_asked, show_menu, show_whereabouts
from bot.programme.cases import CaseState, Reason
from bot.programme.letters import Lane
from bot.programme.notices import CaseCard, CoachCalled, CoachHasRead, MyCases, NotForYou
from bot.programme.people import Role, Stage, Visit
from bot.programme.registration import Question
from storage.cases import Case, new_case
from storage.duos import Duo
from storage.people import Person

LONGEST_LIST = 10


class Cases:
    """What people and coaches can do when something is wrong."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def call_coach(self, visit: Visit) -> None:
        """Bring the coach of whoever asks; a call that is open already is not made twice."""
        async with self.desk.serve(visit) as talk:
            if talk.person.role == Role.COACH:
                show_menu(talk)
                return
            branch = _branch_of(talk.person)
            coach = await _coach_for(talk, await talk.tx.duos.of(talk.person.id), branch)
            case = new_case(
                Reason.ASKED, coach.id if coach else None, talk.now, person_id=talk.person.id
            )
            opened = await _open(talk, case)
            if not opened:
                coach = await _coach_of_open(talk, case.open_key)
            name = coach.first_name if coach else None
            talk.reply(CoachCalled(name, branch, again=not opened))
            if being_asked(talk):
                show_whereabouts(talk)

    async def take(self, visit: Visit, case_id: int) -> None:
        """Take a case: the card changes, and the person who asked hears that it was read."""
        async with self.desk.serve(visit) as talk:
            case = await talk.tx.cases.for_coach(case_id, talk.person.id)
            if case is None:
                talk.reply(NotForYou())
                return
            if await talk.tx.cases.take(case_id, talk.person.id, talk.now):
                await _tell_who_asked(talk, case)
            await _show_everywhere(talk, case_id)

    async def close(self, visit: Visit, case_id: int) -> None:
        """Close a case, so that a new one can be opened."""
        async with self.desk.serve(visit) as talk:
            if await talk.tx.cases.for_coach(case_id, talk.person.id) is None:
                talk.reply(NotForYou())
                return
            await talk.tx.cases.close(case_id, talk.now)
            await _show_everywhere(talk, case_id)

    async def mine(self, visit: Visit) -> None:
        """Show a coach the open cases, each with its buttons."""
        async with self.desk.serve(visit) as talk:
            if talk.person.role != Role.COACH:
                talk.reply(NotForYou())
                return
            cases = await talk.tx.cases.open_of(talk.person.id, LONGEST_LIST)
            talk.reply(MyCases(len(cases)))
            for case in cases:
                talk.reply(await _card(talk, case))


async def report_missed_weeks(counter: Counter, duo_id: int) -> None:
    """Bring the coach of a duo that has not met for as long as the programme allows."""
    duo = await counter.tx.duos.get(duo_id)
    branch = (await counter.tx.people.get(duo.mentee_id)).branch
    coach = await _coach_for(counter, duo, branch)
    coach_id = coach.id if coach else None
    await _open(counter, new_case(Reason.NO_MEETINGS, coach_id, counter.now, duo_id=duo_id))


async def bring_waiting_cases(counter: Counter, coach: Person) -> None:
    """Cases that found no coach go to the first one who comes in, or comes back."""
    for case in await counter.tx.cases.without_coach():
        await _bring(counter, case, coach.id)


async def pass_on_cases(counter: Counter, coach: Person) -> Sequence[Case]:
    """Bring the open cases of a lost coach to another one; give those that must wait for one."""
    another = await _coach_for(counter, None, coach.branch)
    waiting = []
    for case in await counter.tx.cases.open_of(coach.id, limit=1000):
        if another:
            await _bring(counter, case, another.id)
        else:
            await counter.tx.cases.bring_to(case.id, None)
            waiting.append(case)
    return waiting


async def close_with_duo(counter: Counter, duo_id: int) -> None:
    """A duo has ended: nobody is to ask any more why it does not meet."""
    case = await counter.tx.cases.open_for(f"{Reason.NO_MEETINGS}:{duo_id}")
    if case and await counter.tx.cases.close(case.id, counter.now):
        closed = replace(case, closed_at=counter.now)
        await _show_copies(counter, case.id, await _card(counter, closed))


async def _open(counter: Counter, case: Case) -> bool:
    if not await counter.tx.cases.open(case):
        return False
    if case.coach_id is not None:
        await _tell(counter, case, case.coach_id)
    return True


async def _bring(counter: Counter, case: Case, coach_id: int) -> None:
    await counter.tx.cases.bring_to(case.id, coach_id)
    await _tell(counter, case, coach_id)


async def _tell(counter: Counter, case: Case, coach_id: int) -> None:
    """A case can come to the same coach again, after another one had it."""
    card = await _card(counter, case)
    occurrence = f"to:{coach_id}:{counter.now:%Y%m%d%H%M%S%f}"
    counter.tell(coach_id, card, f"case:{case.id}", occurrence, lane=Lane.CASE)


async def _tell_who_asked(talk: Talk, case: Case) -> None:
    """Nothing is written to somebody who has left since."""
    if case.person_id is None:
        return
    if (await talk.tx.people.get(case.person_id)).stage != Stage.WITHDRAWN:
        read = CoachHasRead(talk.person.first_name)
        talk.tell(case.person_id, read, f"case:{case.id}", lane=Lane.CASE)


async def _coach_for(counter: Counter, duo: Duo | None, branch: str | None) -> Person | None:
    """The coach of the duo, else one of the branch, else any: the first who can be reached."""
    own = await counter.tx.people.get(duo.coach_id) if duo else None
    if own and own.unreachable_at is None:
        return own
    coaches = [one for one in await counter.tx.people.coaches() if one.unreachable_at is None]
    near = [one for one in coaches if one.branch == branch]
    return next(iter(near or coaches), None)


async def _coach_of_open(talk: Talk, open_key: str) -> Person | None:
    case = await talk.tx.cases.open_for(open_key)
    return await talk.tx.people.get(case.coach_id) if case and case.coach_id else None


def _branch_of(person: Person) -> str | None:
    return person.branch or person.answers.get(Question.BRANCH)


async def _card(counter: Counter, case: Case) -> CaseCard:
    taken_by = await counter.tx.people.get(case.taken_by) if case.taken_by else None
    state, since = _state(case)
    about = await _about(counter, case)
    return CaseCard(
        case_id=case.id,
        reason=case.reason,
        state=state,
        since=since.isoformat(),
        names=tuple(person.first_name for person in about),
        role=_role_of(about[0]) if case.person_id else None,
        language=about[0].language if case.person_id else None,
        taken_by=taken_by.first_name if taken_by else None,
        telegram_ids=tuple(person.telegram_id for person in about),
    )


def _role_of(person: Person) -> str | None:
    return person.role or person.answers.get(Question.ROLE)


def _state(case: Case) -> tuple[CaseState, datetime]:
    if case.closed_at:
        return CaseState.CLOSED, case.closed_at
    if case.taken_at:
        return CaseState.TAKEN, case.taken_at
    return CaseState.OPEN, case.opened_at


async def _about(counter: Counter, case: Case) -> Sequence[Person]:
    """The person who asked, or the two people of the duo."""
    if case.person_id:
        return [await counter.tx.people.get(case.person_id)]
    duo = await counter.tx.duos.get(case.duo_id or 0)
    people = await counter.tx.people.by_ids((duo.mentee_id, duo.mentor_id))
    return [people[duo.mentee_id], people[duo.mentor_id]]


async def _show_everywhere(talk: Talk, case_id: int) -> None:
    """Show the case as it is now: on the tapped card, and on every other copy of it."""
    case = await talk.tx.cases.for_coach(case_id, talk.person.id)
    if case is None:
        return
    card = await _card(talk, case)
    talk.replace(card)
    await _show_copies(talk, case_id, card, but=(talk.person.id, talk.visit.message_id))


async def _show_copies(
    counter: Counter, case_id: int, card: CaseCard, but: tuple[int, int | None] | None = None
) -> None:
    subject = f"case:{case_id}"
    for person_id, message_id in await counter.tx.outbox.sent_copies(card.kind, subject):
        if (person_id, message_id) != but:
            occurrence = f"{card.state}:{person_id}:{message_id}"
            counter.tell(person_id, card, subject, occurrence, lane=Lane.CASE, edits=message_id)
