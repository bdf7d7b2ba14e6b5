"""What is promised to whoever calls for help: an owner, a step to come, a coach who is told."""

from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import timedelta
from typing import Any

from bot.programme.cases import NextStep, Reason, Urgency
from bot.programme.danger import hear_danger
from bot.programme.ladder import GROUND
from bot.programme.notices import CoachWrites, DangerWaits
from bot.programme.registration import Question
from storage.tables import (
    CaseAskRow,
    CaseMessageRow,
    CaseRow,
    DuoRow,
    OutboxRow,
)
from tests.processes.evidence import Evidence
from tests.processes.journal import Heard

STEP_IS_LATE = timedelta(seconds=120)  # then the auditor itself calls a case one without a step
Asked = Mapping[int, set[int]]


async def broken_promises_about_cases(evidence: Evidence) -> list[str]:
    """Every promise to somebody in need that was not kept."""
    asked = await _asked(evidence)
    return [
        *[one async for one in open_cases_go_on(evidence, asked)],
        *[one async for one in who_calls_has_a_case(evidence)],
        *[one async for one in words_for_a_case_are_kept(evidence)],
    ]


async def open_cases_go_on(evidence: Evidence, asked: Asked) -> AsyncIterator[str]:
    """An open case has an owner, a promise, a step to come, and has come to a coach's phone."""
    letters = set(await evidence.rows(OutboxRow.kind, OutboxRow.subject))
    for case in await evidence.rows(*CaseRow.__table__.c):
        if case.closed_at is None:
            for wrong in _wrong_with(evidence, case):
                yield f"Case {case.id} is open, and {wrong}."
            if not _waits_in_mind(case) and not _came_to(evidence, case.id, asked[case.id]):
                yield f"Case {case.id} is open, and came to no coach's phone."
            if _is_late(evidence, case) and (DangerWaits.kind, f"case:{case.id}") not in letters:
                yield f"Case {case.id} is late, and who is in danger was not told."


def _wrong_with(evidence: Evidence, case: Any) -> Iterator[str]:
    if case.coach_id is None and case.taken_by is None:
        yield "nobody answers for it"
    if case.promised_at is None:
        yield "nothing is promised"
    if case.next_at is None or case.next_at + STEP_IS_LATE < evidence.now:
        yield "no step is to come"
    if case.next_step is None:
        yield "nobody knows which step is to come"


def _waits_in_mind(case: Any) -> bool:
    """What the coach hears by another letter first, or what waits until there is somebody."""
    by_letter = case.reason in (Reason.LEFT, Reason.RESTS, Reason.DIFFERS)
    return case.next_step == NextStep.HOLD or (by_letter and case.rung == GROUND)


def _came_to(evidence: Evidence, case_id: int, chats: set[int]) -> bool:
    """By the journal: the bot's own word that it was sent is no proof."""
    return any(
        f"ca:{case_id}:" in one.buttons
        for chat in chats
        for one in evidence.journal.of_the_bot(chat)
    )


def _is_late(evidence: Evidence, case: Any) -> bool:
    if case.urgency != Urgency.NOW or case.promised_at is None:
        return False
    seen = case.read_at or case.taken_at or case.answered_at
    return seen is None and case.promised_at + STEP_IS_LATE < evidence.now


async def who_calls_has_a_case(evidence: Evidence) -> AsyncIterator[str]:
    """Whoever has called for a coach, or has cried danger, has a case; coaches have their own."""
    cases = set(await evidence.rows(CaseRow.person_id, CaseRow.reason))
    called = {one.person_id for one in cases}
    for number, heard in evidence.journal.updates.items():
        said = [_words(one) for one in heard]
        cried = any(danger.is_direct for danger in map(hear_danger, said) if danger)
        if "/coach" not in said and not cried:
            continue
        person = await evidence.tx.people.by_telegram(number)
        if person is None or person.role in ("coach", "coordinator"):
            continue
        if "/coach" in said and person.id not in called:
            yield f"Person {number} has called for a coach, and there is no case."
        if cried and (person.id, Reason.DANGER) not in cases:
            yield f"Person {number} has cried for help, and there is no case."


async def words_for_a_case_are_kept(evidence: Evidence) -> AsyncIterator[str]:
    """What is written after "Reply" or a call is kept, and a coach's words are on their way."""
    columns = (CaseMessageRow.id, CaseMessageRow.author_id, CaseMessageRow.message_id)
    kept = {(one.author_id, one.message_id): one.id for one in await evidence.rows(*columns)}
    on_the_way = set(await evidence.rows(OutboxRow.kind, OutboxRow.subject))
    for number, heard in evidence.journal.updates.items():
        for told in _replies(heard):
            person = await evidence.tx.people.by_telegram(number)
            row = kept.get((person.id, told)) if person else None
            is_coach = person is not None and person.role == "coach"
            if row is None:
                yield f"Message {told} of person {number} is for a case, and is not kept."
            elif is_coach and (CoachWrites.kind, f"said:{row}") not in on_the_way:
                yield f"Message {told} of coach {number} was kept, and went to nobody."


def _replies(heard: list[Heard]) -> Iterator[int]:
    """The numbers of the messages that follow a tap on "Reply", or a call for a coach."""
    replies = False
    for one in heard:
        said = _words(one)
        if replies and said and not said.startswith("/"):
            yield one.update["message"]["message_id"]
        is_reply = one.tap.startswith("ca:") and one.tap.endswith(":reply")
        replies = is_reply or said == "/coach"


def _words(heard: Heard) -> str:
    return str(heard.update.get("message", {}).get("text", ""))


async def who_was_asked_about(evidence: Evidence) -> Mapping[str, set[int]]:
    """By first name: the chats of those who were ever asked to help this person, or the other of
    the duo in a danger, which can be about either.
    """
    asked = await _asked(evidence)
    duos = {one.id: one for one in await evidence.rows(*DuoRow.__table__.c)}
    helpers: dict[str, set[int]] = defaultdict(set)
    about: dict[int, set[int]] = defaultdict(set)
    for case in await evidence.rows(CaseRow.id, CaseRow.person_id, CaseRow.duo_id, CaseRow.reason):
        pairs = [{one.mentee_id, one.mentor_id} for one in duos.values()
                 if one.id == case.duo_id
                 or (case.reason == Reason.DANGER
                     and case.person_id in (one.mentee_id, one.mentor_id))]  # fmt: skip
        for one in {case.person_id}.union(*pairs) - {None}:
            about[one] |= asked[case.id]
    for person in (await evidence.tx.people.by_ids(set(about))).values():
        name = evidence.known.get(person.telegram_id, {}).get(Question.FIRST_NAME, "")
        helpers[name] |= about[person.id]
    return helpers


async def _asked(evidence: Evidence) -> Asked:
    """The chats of those to whom each case was brought, and of who has it."""
    people: dict[int, set[int | None]] = defaultdict(set)
    for one in await evidence.rows(CaseAskRow.case_id, CaseAskRow.person_id):
        people[one.case_id].add(one.person_id)
    for case in await evidence.rows(CaseRow.id, CaseRow.coach_id, CaseRow.taken_by):
        people[case.id] |= {case.coach_id, case.taken_by}
    everybody = {one for ids in people.values() for one in ids if one}
    known = await evidence.tx.people.by_ids(everybody)
    chats: dict[int, set[int]] = defaultdict(set)
    for case_id, ids in people.items():
        chats[case_id] = {known[one].telegram_id for one in ids if one}
    return chats
