"""What people were promised, told from the database and the journal: one function a promise."""

from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot.cards.buttons import CheckInTap
from bot.programme.check_ins import Answer, Week
from bot.programme.notices import (
    AskQuestion,
    CheckInAnswered,
    CheckInPrompt,
    CoachHasAnswered,
    CoachHasRead,
    Emergency,
    MyRequest,
    PassedOn,
    RequestClosed,
    Withdrawn,
)
from bot.programme.notices.registration import GoOnRegistering
from bot.programme.people import Stage
from bot.programme.recurrence import first_weekly, week_asked_about, weekly_since
from bot.programme.registration import Problem, Question, place_of
from storage.people import Person
from storage.tables import CheckInRow, ConsentRow, DuoRow, OutboxRow, PromptRow, RhythmRow
from tests.processes.case_promises import broken_promises_about_cases, who_was_asked_about
from tests.processes.evidence import SPEECH, Evidence
from tests.processes.journal import Heard
from tests.processes.registrant import Registrant

# What is told to who called a coach: how far it is, in one card and in letters; to whom their
# words went, which leads back to the question; and whom to call.
ABOUT_A_CALL = {
    MyRequest.kind, CoachHasRead.kind, CoachHasAnswered.kind, RequestClosed.kind, Emergency.kind,
    PassedOn.kind,
}  # fmt: skip


async def broken_promises(evidence: Evidence) -> list[str]:
    """Every promise that was not kept."""
    return [
        *[one async for one in answers_are_kept(evidence)],
        *[one async for one in every_week_is_asked_once(evidence)],
        *[one async for one in what_was_confirmed_is_what_is_kept(evidence)],
        *await broken_promises_about_cases(evidence),
        *[one async for one in consents_are_signed_once(evidence)],
        *[one async for one in who_has_left_is_left_in_peace(evidence)],
        *await nobody_reads_of_others(evidence),
    ]


async def answers_are_kept(evidence: Evidence) -> AsyncIterator[str]:
    """Whatever somebody told is stored, and what is asked stands last in their chat."""
    today = evidence.now.date()
    coaches = [one.first_name for one in await evidence.tx.people.coaches()]
    for number, heard in evidence.journal.updates.items():
        person = await evidence.tx.people.by_telegram(number)
        if person is None:
            yield f"Person {number} has spoken and is not known."
        elif person.role != "coach":
            for finding in _told(evidence, person, heard, today):
                yield finding
            for finding in _stands_last(evidence, person, today, coaches):
                yield finding


def _told(evidence: Evidence, person: Person, heard: list[Heard], today: date) -> Iterator[str]:
    known = dict(evidence.known.get(person.telegram_id, {}))
    expected = Registrant(evidence.programme, today, known)
    for one in heard:
        expected.hears(one.update)
    stored = dict(person.answers)
    if stored != expected.answers:
        yield f"Person {person.telegram_id} told {expected.answers}, stored is {stored}."


def _stands_last(
    evidence: Evidence, person: Person, today: date, coaches: Sequence[str]
) -> Iterator[str]:
    """Only what is said about their own call may come after it, at any moment, and a gentle word
    that leads back to it.
    """
    answers, registered = dict(person.answers), person.stage == Stage.REGISTERED
    asked = Registrant(evidence.programme, today, answers, person.asking, registered).asked
    if asked is None or person.stage == Stage.WITHDRAWN:
        return
    taken = {evidence.said(CoachHasRead(one), person.language) for one in coaches}
    reminders = {
        evidence.said(GoOnRegistering(person.first_name, last=one), person.language)
        for one in (False, True)
    }
    of_call = taken | evidence.of_calls.get(person.telegram_id, frozenset())
    chat = evidence.journal.written[person.telegram_id]
    texts = [chat[one][-1].text for one in sorted(chat)]
    last = next((one for one in reversed(texts) if one not in of_call | reminders), "nothing")
    if not any(last == one for one in _wordings(evidence, asked, person)):
        yield f"Person {person.telegram_id} is asked {asked}, and last in the chat is: {last}"


def _wordings(evidence: Evidence, asked: Question, person: Person) -> Iterator[str]:
    """Every way in which a question can be put: with any hint, or none."""
    role = person.answers.get(Question.ROLE)
    place = place_of(asked, person.answers, evidence.programme)
    for problem in (None, *Problem):
        for correcting in (False, True):
            question = AskQuestion(asked, role, problem, correcting, *place)
            yield evidence.said(question, person.language)


async def every_week_is_asked_once(evidence: Evidence) -> AsyncIterator[str]:
    """Each week of each duo that goes on: one check-in, a question and a letter to each."""
    duos = {one.id: one for one in await evidence.rows(*DuoRow.__table__.c)}
    weeks = Counter(await evidence.rows(CheckInRow.duo_id, CheckInRow.week))
    expected = {
        (one.duo_id, week)
        for one in await evidence.rows(*RhythmRow.__table__.c)
        if duos[one.duo_id].ended_at is None
        for week in _weeks_of(duos[one.duo_id], one, evidence.now)
    }
    for one in sorted(expected):
        if weeks[one] != 1:
            yield f"Duo {one[0]} was asked {weeks[one]} times about {one[1]}."
    for finding in await _prompts(evidence):
        yield finding


def _weeks_of(duo: Any, rhythm: Any, now: datetime) -> list[str]:
    zone = ZoneInfo(duo.zone)
    first = first_weekly(duo.formed_at, rhythm.weekday, rhythm.at, zone)
    moments = weekly_since(first, now, rhythm.weekday, rhythm.at, zone)
    return [week_asked_about(one, zone) for one in moments]


async def _prompts(evidence: Evidence) -> list[str]:
    prompts = await evidence.rows(PromptRow.id, PromptRow.check_in_id, PromptRow.person_id)
    asked = Counter(one.check_in_id for one in prompts)
    letters = Counter(await evidence.rows(OutboxRow.kind, OutboxRow.subject, OutboxRow.occurrence))
    weeks = await evidence.rows(CheckInRow.id, CheckInRow.outcome)
    alone = [
        f"Week {one.id} was put to {asked[one.id]} people, not to two."
        for one in weeks
        if asked[one.id] != 2 and one.outcome not in (Week.MISSED_BY_US, Week.PAUSED)
    ]
    unwritten = [
        f"Question {one.id} has {times} letters."
        for one in prompts
        if (times := letters[CheckInPrompt.kind, f"prompt:{one.id}", "1"]) != 1
    ]
    return alone + unwritten + await _unseen(evidence)


async def _unseen(evidence: Evidence) -> list[str]:
    """Questions that were sent by our books, and whose buttons nobody ever saw."""
    columns = (OutboxRow.subject, OutboxRow.state, OutboxRow.kind)
    sent = {
        one.subject.removeprefix("prompt:")
        for one in await evidence.rows(*columns)
        if one.kind == CheckInPrompt.kind and one.state == "sent"
    }
    seen = " ".join(
        version.buttons
        for messages in evidence.journal.written.values()
        for versions in messages.values()
        for version in versions
    )
    return [f"Question {one} was never seen." for one in sent if f"ci:{one}:" not in seen]


async def what_was_confirmed_is_what_is_kept(evidence: Evidence) -> AsyncIterator[str]:
    """The first answer to a weekly question is kept, and the message tells that answer."""
    columns = (PromptRow.id, PromptRow.person_id, PromptRow.answer, CheckInRow.outcome)
    joined = select(*columns).join(CheckInRow, CheckInRow.id == PromptRow.check_in_id)
    stored = {one.id: one for one in (await evidence.tx.connection.execute(joined)).all()}
    people = await evidence.tx.people.by_ids({one.person_id for one in stored.values()})
    heard_first: set[int] = set()
    for chat, heard in evidence.journal.updates.items():
        for one in heard:
            if not one.tap.startswith("ci:"):
                continue
            tap = CheckInTap.unpack(one.tap)
            prompt = stored.get(tap.prompt_id)
            person = people.get(prompt.person_id) if prompt else None
            if prompt is None or person is None or person.telegram_id != chat:
                yield f"An answer to question {tap.prompt_id} came, and there is no such question."
            elif person.stage != Stage.WITHDRAWN and tap.prompt_id not in heard_first:
                heard_first.add(tap.prompt_id)
                for finding in _answered(evidence, one, tap, prompt, person):
                    yield finding


def _answered(
    evidence: Evidence, heard: Heard, tap: CheckInTap, prompt: Any, person: Person
) -> Iterator[str]:
    if prompt.answer != tap.answer:
        yield f"Question {prompt.id} was answered {tap.answer}, kept is {prompt.answer}."
    number = heard.update["callback_query"]["message"]["message_id"]
    shown = evidence.journal.written[person.telegram_id][number][-1].text
    told = {
        one: evidence.said(CheckInAnswered(one, prompt.id), person.language).split("\n\n")[0]
        for one in Answer
    }
    wrong = {words for one, words in told.items() if one != prompt.answer}
    if prompt.answer and shown.split("\n\n")[0] in wrong:
        yield f"Question {prompt.id} is kept as {prompt.answer}, and its message says: {shown}"
    texts = [one.text for one in evidence.journal.of_the_bot(person.telegram_id)]
    if not any(text.startswith(told[tap.answer]) for text in texts):
        yield f"The answer to question {prompt.id} was never confirmed."


async def consents_are_signed_once(evidence: Evidence) -> AsyncIterator[str]:
    """Nobody agrees to the same text twice at the same time."""
    columns = (ConsentRow.person_id, ConsentRow.version, ConsentRow.withdrawn_at)
    for one, times in Counter(await evidence.rows(*columns)).items():
        if times > 1 and one.withdrawn_at is None:
            yield f"Person {one.person_id} agreed {times} times to {one.version}."


async def who_has_left_is_left_in_peace(evidence: Evidence) -> AsyncIterator[str]:
    """After "it is done" nothing more is written, until the person speaks again."""
    columns = (ConsentRow.person_id, ConsentRow.withdrawn_at)
    left = {one.person_id for one in await evidence.rows(*columns) if one.withdrawn_at}
    for person in (await evidence.tx.people.by_ids(left)).values():
        chat = person.telegram_id
        done = {evidence.said(Withdrawn(), language) for language in SPEECH}
        told = [one for one in evidence.journal.of_the_bot(chat) if one.text in done]
        if not told:
            yield f"Person {chat} has left, and was never told that it is done."
            continue
        spoke = [one.seq for one in evidence.journal.updates[chat] if one.seq > told[0].seq]
        until = min(spoke, default=evidence.journal.read_to)
        for one in evidence.journal.of_the_bot(chat):
            if told[0].seq < one.seq < until and one.text not in done:
                yield f"Person {chat} has left, and was written to: {one.text}"


async def nobody_reads_of_others(evidence: Evidence) -> list[str]:
    """The words of one duo are in no other chat, but in those of who is asked to help."""
    helpers = await who_was_asked_about(evidence)
    found = []
    for chat in evidence.journal.written:
        texts = "\n".join(one.text for one in evidence.journal.of_the_bot(chat))
        for word, readers in evidence.readers.items():
            if word in texts and chat not in readers | helpers[word]:
                found.append(f"Chat {chat} holds {word!r}, which is not meant for it.")
    return found
