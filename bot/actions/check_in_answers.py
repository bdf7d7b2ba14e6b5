"""Hearing what the two of a duo say about their week, one small question after the other."""

from dataclasses import replace

from bot.actions.check_ins import settle_week
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.questions import subject_of
from bot.actions.signals import report_hard_weeks
from bot.actions.silence import call_no_more
from bot.programme.answering import (
    FEELINGS,
    LENGTHS,
    Next,
    Told,
    asks_obstacle,
    comes_next,
    minutes_of,
    takes_answer,
    takes_correction,
)
from bot.programme.check_ins import Answer
from bot.programme.notices import (
    CheckInAnswered,
    CheckInClosed,
    CheckInCorrection,
    CheckInHowIsIt,
    CheckInHowLong,
    CheckInNoted,
    CheckInOfferedAgain,
    CheckInPrompt,
    NotForYou,
    Notice,
)
from bot.programme.people import Role, Visit
from bot.programme.recurrence import week_of
from bot.programme.registration import YES, Problem, Question, read_answer
from storage.letters import ABOUT_PROMPT
from storage.prompts import Said

ASKING = (CheckInPrompt.kind, CheckInOfferedAgain.kind)


class CheckInAnswers:
    """What is said to the weekly question."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def answer(self, visit: Visit, prompt_id: int, answer: Answer) -> None:
        """Keep the first answer; a second tap shows what was said."""
        async with self.desk.serve(visit) as talk:
            talk.replace(await _answer(talk, prompt_id, answer))

    async def say_length(self, visit: Visit, prompt_id: int, minutes: int) -> None:
        """Keep about how long they met, once; 0 passes the question over."""
        async with self.desk.serve(visit) as talk:
            said = await own_answer(talk, prompt_id)
            if isinstance(said, Notice):
                talk.replace(said)
                return
            asked = comes_next(_told(talk, said)) is Next.HOW_LONG
            if minutes in LENGTHS and asked:
                await talk.tx.prompts.say_length(prompt_id, minutes)
                said = replace(said, minutes=minutes)
            talk.replace(await shown(talk, said, skipped=Next.HOW_LONG))

    async def say_feeling(self, visit: Visit, prompt_id: int, feeling: int) -> None:
        """Keep how it is going, once; 0 passes the question over. A mentor is not asked."""
        async with self.desk.serve(visit) as talk:
            said = await own_answer(talk, prompt_id)
            if isinstance(said, Notice):
                talk.replace(said)
                return
            asked = comes_next(_told(talk, said), skipped=Next.HOW_LONG) is Next.HOW_IS_IT
            if feeling in FEELINGS and asked:
                await talk.tx.prompts.say_feeling(prompt_id, feeling)
                await report_hard_weeks(talk, talk.person.id, feeling)
                said = replace(said, feeling=feeling)
            talk.replace(await shown(talk, said, skipped=Next.HOW_IS_IT))

    async def ask_again(self, visit: Visit, prompt_id: int) -> None:
        """Put the question once more to who wants to change the answer."""
        async with self.desk.serve(visit) as talk:
            said = await own_answer(talk, prompt_id)
            talk.replace(said if isinstance(said, Notice) else CheckInCorrection(prompt_id))

    async def correct(self, visit: Visit, prompt_id: int, answer: Answer) -> None:
        """Keep another answer in the place of the first, and begin anew with what follows."""
        async with self.desk.serve(visit) as talk:
            said = await own_answer(talk, prompt_id)
            if isinstance(said, Notice):
                talk.replace(said)
                return
            if said.answer != answer:
                minutes = await _length_fixed(talk, said, answer)
                await talk.tx.prompts.correct(prompt_id, answer, minutes)
                await settle_week(talk, said.check_in_id)
                said = replace(said, answer=answer, minutes=minutes, feeling=None)
            talk.replace(await shown(talk, said))


async def answer_in_words(talk: Talk, text: str) -> bool:
    """Take a written yes or no as the answer to the question that was put last, as long as it
    waits for one; False when it is neither, or something else was said since.
    """
    said = read_answer(Question.CONSENT, text, talk.programme, talk.now.date())
    if isinstance(said, Problem):
        return False
    asked = await _asked_last(talk)
    if asked is None or asked.answer is not None or talk.now >= asked.closes_at:
        return False
    answer = Answer.MET if said[Question.CONSENT] == YES else Answer.NOT_MET
    noted = await _answer(talk, asked.id, answer)
    if not isinstance(noted, CheckInClosed):
        await _note(talk, asked.id)
    talk.reply(noted)
    return True


async def own_answer(talk: Talk, prompt_id: int) -> Said | Notice:
    """What this person said to a question, as long as it may be changed; else what to say."""
    said = await talk.tx.prompts.of(prompt_id, talk.person.id)
    if said is None:
        return NotForYou()
    answered = said.answered_at
    if (
        answered is None
        or not takes_correction(answered, talk.now)
        or await _has_ended(talk, said)
    ):
        return CheckInClosed()
    return said


async def shown(talk: Talk, said: Said, *, skipped: Next | None = None) -> Notice:
    """The next small question to this person, or all that they said."""
    told = _told(talk, said)
    match comes_next(told, skipped=skipped):
        case Next.HOW_LONG:
            return CheckInHowLong(said.id)
        case Next.HOW_IS_IT:
            return CheckInHowIsIt(said.id, told.answer)
        case Next.NOTHING:
            return await _answered(talk, said, told)


async def _answer(talk: Talk, prompt_id: int, answer: Answer) -> Notice:
    """Keep the first answer, and give what comes next. Nothing here depends on the other one."""
    said = await talk.tx.prompts.of(prompt_id, talk.person.id)
    if said is None:
        return NotForYou()
    if await _has_ended(talk, said):
        return CheckInClosed()
    if said.answer is not None:
        return await shown(talk, said)
    if not takes_answer(said.asked_at, talk.now):
        return CheckInClosed()
    minutes = await _length_fixed(talk, said, answer)
    await talk.tx.prompts.answer(prompt_id, answer, minutes, talk.now)
    await talk.tx.forgetting.take_back(ASKING, [subject_of(prompt_id)], talk.now)
    await settle_week(talk, said.check_in_id)
    await call_no_more(talk)
    now_said = replace(said, answer=answer, answered_at=talk.now, minutes=minutes)
    return await shown(talk, now_said)


async def _answered(talk: Talk, said: Said, told: Told) -> CheckInAnswered:
    met = told.answer is Answer.MET
    so_far = await talk.tx.prompts.minutes_so_far(talk.person.id, said.duo_id) if met else 0
    return CheckInAnswered(
        answer=told.answer,
        prompt_id=said.id,
        feeling=said.feeling or 0,
        minutes=said.minutes or 0,
        minutes_so_far=so_far,
        asks_obstacle=asks_obstacle(told),
        may_change=takes_correction(said.answered_at or talk.now, talk.now),
        may_tell=talk.person.role == Role.MENTEE,
    )


async def _note(talk: Talk, prompt_id: int) -> None:
    """Of a question that was answered in words, take the buttons away."""
    for kind in ASKING:
        for _, message_id in await talk.tx.outbox.sent_copies(kind, subject_of(prompt_id)):
            talk.reply(CheckInNoted(), edits=message_id)


async def _asked_last(talk: Talk) -> Said | None:
    """The weekly question, when nothing was said to this person since."""
    kind, subject = await talk.tx.prompts.newest_letter_to(talk.person.id) or ("", "")
    if kind not in ASKING:
        return None
    return await talk.tx.prompts.of(int(subject.removeprefix(ABOUT_PROMPT)), talk.person.id)


async def _length_fixed(talk: Talk, said: Said, answer: Answer) -> int | None:
    """How long they met by what was fixed for that week, so that nobody is asked it."""
    if answer is not Answer.MET:
        return None
    week = week_of(said.week, talk.programme.zone)
    meetings = await talk.tx.meetings.of_week(said.duo_id, *week)
    over = [one for one in meetings if one.ends_at <= talk.now]
    return minutes_of((one.starts_at, one.ends_at) for one in over)


async def _has_ended(talk: Talk, said: Said) -> bool:
    """Of an ended duo nothing is kept any more."""
    duo = await talk.tx.duos.of(talk.person.id)
    return duo is None or duo.id != said.duo_id


def _told(talk: Talk, said: Said) -> Told:
    role, answer = str(talk.person.role), Answer(str(said.answer))
    return Told(role, said.size, answer, said.minutes, said.feeling)
