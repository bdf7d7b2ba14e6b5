"""Asking duos whether they met, and hearing what they say."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.open_cases import report_missed_weeks
from bot.programme.check_ins import Answer, Week, needs_coach, reconcile
from bot.programme.notices import (
    CheckInAnswered,
    CheckInClosed,
    CheckInPrompt,
    NotForYou,
    Notice,
)
from bot.programme.people import Visit
from bot.programme.recurrence import latest_weekly, next_weekly, week_key
from bot.programme.registration import YES, Problem, Question, read_answer
from storage.check_ins import CheckIn, Prompt, new_check_in, new_prompt
from storage.duos import Duo
from storage.people import Person

BATCH = 200


class CheckIns:
    """The weekly question."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def ask_due_duos(self) -> int:
        """Ask every duo whose hour has come; give how many were due.

        After a time of silence on our side only the latest week is asked.
        """
        async with self.desk.open() as counter:
            due = await counter.tx.duos.due_for_check_in(counter.now, BATCH)
            if due:
                await _ask(counter, due)
                await counter.tx.duos.plan([(duo.id, _next(counter, duo)) for duo in due])
        return len(due)

    async def close_silent(self) -> int:
        """Settle every week whose patience is over; silence goes the way of a "no".

        A week at whose end one of the two rests is not counted.
        """
        async with self.desk.open() as counter:
            over = await counter.tx.check_ins.past_patience(counter.now, BATCH)
            for check_in in over:
                await _close(counter, check_in)
        return len(over)

    async def answer(self, visit: Visit, prompt_id: int, answer: Answer) -> None:
        """Keep the first answer; a second tap shows the same confirmation."""
        async with self.desk.serve(visit) as talk:
            talk.replace(await _answer(talk, prompt_id, answer))


async def answer_in_words(talk: Talk, text: str) -> bool:
    """Take a written yes or no as the answer to an open question; False when it is neither."""
    said = read_answer(Question.CONSENT, text, talk.programme, talk.now.date())
    if isinstance(said, Problem):
        return False
    prompt_id = await talk.tx.check_ins.open_prompt_of(talk.person.id)
    if prompt_id is None:
        return False
    answer = Answer.MET if said == YES else Answer.NOT_MET
    talk.reply(await _answer(talk, prompt_id, answer))
    return True


async def _answer(talk: Talk, prompt_id: int, answer: Answer) -> Notice:
    """Keep the first answer, and give what is true by now."""
    asked = await talk.tx.check_ins.asked(prompt_id, talk.person.id)
    if asked is None:
        return NotForYou()
    if asked.answer is not None:
        return CheckInAnswered(asked.answer)
    if not asked.check_in.takes_answers or await _has_ended(talk, asked.check_in):
        return CheckInClosed()
    await talk.tx.check_ins.answer(prompt_id, answer, talk.now)
    await _settle(talk, asked.check_in, [answer, *asked.other_answers], closing=False)
    return CheckInAnswered(answer)


async def stop_waiting(counter: Counter, duo_id: int) -> None:
    """A duo rests or has ended: nobody is asked or waited for any more about its open weeks."""
    await _take_back(counter, duo_id)
    await counter.tx.check_ins.close_open_weeks(duo_id)


async def rest(counter: Counter, duo_id: int) -> None:
    """One of the two rests: who has not been asked yet is not; who has may still answer."""
    if await _take_back(counter, duo_id):
        await counter.tx.check_ins.close_open_weeks(duo_id)


async def _ask(counter: Counter, duos: Sequence[Duo]) -> None:
    """Keep and send the questions of those duos that are not resting."""
    members = {one for duo in duos for one in (duo.mentee_id, duo.mentor_id)}
    people = await counter.tx.people.by_ids(members)
    wanted = [duo for duo in duos if not _rests(duo, people) and not _is_over(counter, duo)]
    weeks = {duo.id: _week(counter, duo) for duo in wanted}
    known = await counter.tx.check_ins.already_asked(list(weeks.items()))
    asked = [new_check_in(duo, week) for duo, week in weeks.items() if duo not in known]
    if not asked:
        return
    await counter.tx.check_ins.open(asked, counter.now, counter.now + _patience(counter))
    by_id = {duo.id: duo for duo in duos}
    prompts = [
        new_prompt(one.id, member)
        for one in asked
        for member in (by_id[one.duo_id].mentor_id, by_id[one.duo_id].mentee_id)
    ]
    await counter.tx.check_ins.ask(prompts)
    partners = {duo.mentee_id: duo.mentor_id for duo in duos}
    partners |= {mentor: mentee for mentee, mentor in partners.items()}
    _write(counter, prompts, {one: people[partners[one]] for one in members})


def _write(counter: Counter, prompts: Sequence[Prompt], partners: Mapping[int, Person]) -> None:
    for prompt in prompts:
        notice = CheckInPrompt(prompt.id, partners[prompt.person_id].first_name)
        counter.tell(prompt.person_id, notice, f"prompt:{prompt.id}")


async def _take_back(counter: Counter, duo_id: int) -> int:
    """Take back the questions to a duo that still wait to be sent; give how many there were."""
    prompts = await counter.tx.check_ins.prompts_of(duo_id)
    subjects = [f"prompt:{one}" for one in prompts]
    return await counter.tx.forgetting.take_back([CheckInPrompt.kind], subjects, counter.now)


async def _close(counter: Counter, check_in: CheckIn) -> None:
    duo = await counter.tx.duos.get(check_in.duo_id)
    if _rests(duo, await counter.tx.people.by_ids({duo.mentee_id, duo.mentor_id})):
        await counter.tx.check_ins.close_open_weeks(duo.id)
    else:
        answers = await counter.tx.check_ins.answers(check_in.id)
        await _settle(counter, check_in, answers, closing=True)


async def _settle(
    counter: Counter, check_in: CheckIn, answers: Sequence[str | None], *, closing: bool
) -> None:
    """Tick and tap meet here: what the week came to, and whether the coach must hear it."""
    heard = [Answer(one) if one else None for one in answers]
    week = reconcile(heard, closing=closing)
    if week is None or not await counter.tx.check_ins.settle(check_in.id, week):
        return
    misses = counter.programme.check_in.misses_before_coach
    latest = await counter.tx.check_ins.latest_outcomes(check_in.duo_id, misses)
    if needs_coach([Week(one) for one in latest], misses):
        await report_missed_weeks(counter, check_in.duo_id)


async def _has_ended(talk: Talk, check_in: CheckIn) -> bool:
    """Of an ended duo no answer is kept, even of a week in which one of the two said yes."""
    duo = await talk.tx.duos.of(talk.person.id)
    return duo is None or duo.id != check_in.duo_id


def _rests(duo: Duo, people: Mapping[int, Person]) -> bool:
    return any(people[one].paused_at for one in (duo.mentee_id, duo.mentor_id))


def _is_over(counter: Counter, duo: Duo) -> bool:
    """Whether the answers would have been in by now, had we asked when it was time."""
    return counter.now - _latest(counter, duo) >= _patience(counter)


def _patience(counter: Counter) -> timedelta:
    return timedelta(days=counter.programme.check_in.patience_days)


def _week(counter: Counter, duo: Duo) -> str:
    return week_key(_latest(counter, duo), ZoneInfo(duo.zone))


def _latest(counter: Counter, duo: Duo) -> datetime:
    return latest_weekly(counter.now, duo.weekday, duo.at, ZoneInfo(duo.zone))


def _next(counter: Counter, duo: Duo) -> datetime:
    return next_weekly(counter.now, duo.weekday, duo.at, ZoneInfo(duo.zone))
