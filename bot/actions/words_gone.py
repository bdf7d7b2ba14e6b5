"""What was said about a case is not to be read any more where it was read."""

from collections.abc import Collection

from bot.actions.counter import Talk
from bot.actions.removing import take_out_standing
from bot.programme.letters import Lane
from bot.programme.notices import (
    CaseFile,
    CaseMessageCame,
    CaseRead,
    CaseReadAgain,
    CoachWrites,
    LineOpen,
    PassedOn,
    ReadyAnswers,
    ReadyAnswerShown,
)

CHANGED, GONE = "changed", "gone"
# What names the person, or what they said, under the subject of the case or of one message.
ABOUT_WORDS = (CaseFile.kind, CaseMessageCame.kind, CaseRead.kind, CoachWrites.kind)
# What names the person to a coach who just tapped or wrote.
TO_A_COACH = (LineOpen.kind, PassedOn.kind, ReadyAnswers.kind, ReadyAnswerShown.kind)


async def take_from_readers(talk: Talk, case_id: int, messages: Collection[int], why: str) -> bool:
    """Put something else in the place of a case's words in the chats of who read them, and take
    the files of these messages out; False when nobody had read anything.
    """
    subjects = [f"said:{one}" for one in messages]
    about = f"case:{case_id}"
    await talk.tx.forgetting.take_back(ABOUT_WORDS, [about, *subjects], talk.now)
    read = set(await talk.tx.outbox.sent_copies(CaseRead.kind, about))
    for reader, number in sorted(read):
        again = CaseReadAgain(case_id, why)
        moment = f"{why}:{talk.visit.update_id}:{number}"
        talk.tell(reader, again, about, moment, lane=Lane.REPLY, edits=number)
    files = await talk.tx.standing.about(CaseFile.kind, subjects) if subjects else ()
    for reader in dict.fromkeys(one.person_id for one in files):
        theirs = [one for one in files if one.person_id == reader]
        subject = f"words:{talk.visit.update_id}:{case_id}:{reader}"
        await take_out_standing(talk, reader, theirs, subject)
    return bool(read)


async def forget_words(talk: Talk) -> None:
    """Erase what this person said about their cases and what was said to them, and take it from
    the chats of their coaches.
    """
    room = talk.tx.case_messages
    cases = await room.cases_with_words_of(talk.person.id)
    for case_id in cases:
        messages = await room.numbers_in(case_id)
        await take_from_readers(talk, case_id, messages, GONE)
        subjects = [f"case:{case_id}", *(f"said:{one}" for one in messages)]
        await talk.tx.forgetting.letters_about(ABOUT_WORDS, subjects)
        for reader in await _who_dealt_with(talk, case_id):
            await talk.tx.forgetting.letters_of_kinds_to(reader, TO_A_COACH)
    await room.forget_cases(cases)
    await talk.tx.case_lines.close(talk.person.id)


async def _who_dealt_with(talk: Talk, case_id: int) -> set[int]:
    """Whoever answered for a case, was asked about it, or read of it."""
    case = await talk.tx.cases.get(case_id)
    asked = await talk.tx.case_steps.asked(case_id)
    readers = [one.reader_id for one in await talk.tx.case_readings.of(case_id)]
    owners = [one for one in (case.coach_id, case.taken_by, case.read_by) if one]
    return {*owners, *asked, *readers}
