"""Asking duos whether they met, and hearing what they say."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.open_cases import report_missed_weeks
from bot.actions.outages import unheard_since
from bot.programme.check_ins import Answer, Week, needs_coach, reconcile
from bot.programme.notices import (
    CheckInAnswered,
    CheckInClosed,
    CheckInOfferedAgain,
    CheckInPrompt,
    NotForYou,
    Notice,
)
from bot.programme.people import Visit
from bot.programme.recurrence import latest_weekly, next_weekly, week_key, weekly_since
from bot.programme.registration import YES, Problem, Question, read_answer
from storage.check_ins import CheckIn, Prompt, new_check_in, new_prompt
from storage.duos import Duo
from storage.people import Member

BATCH = 200
# A tick comes each second. So late we were away when the patience ended, not merely busy.
LATE = timedelta(hours=1)


class CheckIns:
    """The weekly question."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def ask_due_duos(self) -> int:
        """Ask every duo whose hour has come; give how many were due.

        After a time of silence on our side only the latest week is asked; those before it are
        kept as missed by us.
        """
        async with self.desk.open() as counter:
            due = await counter.tx.duos.due_for_check_in(counter.now, BATCH)
            if due:
                await _ask(counter, due)
                await counter.tx.duos.plan([(duo.id, _next(counter, duo)) for duo in due])
        return len(due)

    async def close_silent(self) -> int:
        """Settle every week whose patience is over; silence goes the way of a "no".

        A week at whose end one of the two rests is not counted, nor one that we missed.
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
    await _ask_no_more(talk, prompt_id, asked.check_in, answer)
    await _settle(talk, asked.check_in, [answer, *asked.other_answers], closing=False)
    return CheckInAnswered(answer)


async def stop_waiting(counter: Counter, duo_id: int) -> None:
    """A duo rests or has ended: nobody is asked or waited for any more about its open weeks."""
    await _take_back(counter, await counter.tx.check_ins.prompts_of(duo_id))
    await counter.tx.check_ins.close_open_weeks(duo_id)


async def rest(counter: Counter, duo_id: int) -> None:
    """One of the two rests: who has not been asked yet is not; who has may still answer."""
    if await _take_back(counter, await counter.tx.check_ins.prompts_of(duo_id)):
        await counter.tx.check_ins.close_open_weeks(duo_id)


async def _ask(counter: Counter, duos: Sequence[Duo]) -> None:
    """Keep and send the questions of those duos that are not resting."""
    members = {one for duo in duos for one in (duo.mentee_id, duo.mentor_id)}
    people = await counter.tx.people.members(members)
    awake = [duo for duo in duos if not _rests(duo, people)]
    await _keep_missed(counter, awake)
    wanted = [duo for duo in awake if not _is_over(counter, duo)]
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
    _write(counter, prompts, duos, people)


def _write(
    counter: Counter, prompts: Sequence[Prompt], duos: Sequence[Duo], people: Mapping[int, Member]
) -> None:
    duo_of = {member: duo for duo in duos for member in (duo.mentee_id, duo.mentor_id)}
    for prompt in prompts:
        to, duo = prompt.person_id, duo_of[prompt.person_id]
        notice = CheckInPrompt(prompt.id, people[duo.partner_of(to)].first_name)
        counter.remind_in(ZoneInfo(duo.zone), to, notice, f"prompt:{prompt.id}")


async def _keep_missed(counter: Counter, duos: Sequence[Duo]) -> None:
    """Keep the weeks whose answers would have been in by now, had we asked when it was time."""
    for duo in duos:
        missed = [(new_check_in(duo.id, _key(due, duo)), due) for due in _missed(counter, duo)]
        if missed:
            await counter.tx.check_ins.keep_missed(missed, Week.MISSED_BY_US)


async def _take_back(counter: Counter, prompts: Sequence[int]) -> int:
    """Take back those questions that still wait to be sent; give how many were never put."""
    subjects = [f"prompt:{one}" for one in prompts]
    forgetting = counter.tx.forgetting
    await forgetting.take_back([CheckInOfferedAgain.kind], subjects, counter.now)
    return await forgetting.take_back([CheckInPrompt.kind], subjects, counter.now)


async def _ask_no_more(talk: Talk, prompt_id: int, week: CheckIn, answer: Answer) -> None:
    """Who answered is not asked once more, nor is the partner when one "we met" is enough."""
    met = answer is Answer.MET
    prompts = await talk.tx.check_ins.prompts_in(week.id) if met else [prompt_id]
    subjects = [f"prompt:{one}" for one in prompts]
    await talk.tx.forgetting.take_back([CheckInOfferedAgain.kind], subjects, talk.now)


async def _close(counter: Counter, check_in: CheckIn) -> None:
    duo = await counter.tx.duos.get(check_in.duo_id)
    if _rests(duo, await counter.tx.people.members({duo.mentee_id, duo.mentor_id})):
        await counter.tx.check_ins.close_open_weeks(duo.id)
    else:
        answers = await counter.tx.check_ins.answers(check_in.id)
        away = await _were_away(counter, check_in)
        await _settle(counter, check_in, answers, closing=True, we_were_away=away)


async def _were_away(counter: Counter, check_in: CheckIn) -> bool:
    """Whether the two could not be asked in time, or could not be heard at the end."""
    never_sent = await _take_back(counter, await counter.tx.check_ins.prompts_in(check_in.id))
    closes_at = check_in.closes_at or counter.now
    begin = await unheard_since(counter)
    unheard = begin is not None and begin < closes_at
    return never_sent > 0 or unheard or counter.now - closes_at > LATE


async def _settle(
    counter: Counter, check_in: CheckIn, answers: Sequence[str | None], *, closing: bool,
    we_were_away: bool = False,
) -> None:  # fmt: skip
    """Tick and tap meet here: what the week came to, and whether the coach must hear it."""
    heard = [Answer(one) if one else None for one in answers]
    week = reconcile(heard, closing=closing, we_were_away=we_were_away)
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


def _rests(duo: Duo, people: Mapping[int, Member]) -> bool:
    return any(people[one].paused_at for one in (duo.mentee_id, duo.mentor_id))


def _is_over(counter: Counter, duo: Duo) -> bool:
    return counter.now - _latest(counter, duo) >= _patience(counter)


def _missed(counter: Counter, duo: Duo) -> Iterator[datetime]:
    first, too_late = duo.next_check_in_at, counter.now - _patience(counter)
    if first is not None:
        yield from weekly_since(first, too_late, duo.weekday, duo.at, ZoneInfo(duo.zone))


def _patience(counter: Counter) -> timedelta:
    return timedelta(days=counter.programme.check_in.patience_days)


def _week(counter: Counter, duo: Duo) -> str:
    return _key(_latest(counter, duo), duo)


def _key(asked: datetime, duo: Duo) -> str:
    return week_key(asked, ZoneInfo(duo.zone))


def _latest(counter: Counter, duo: Duo) -> datetime:
    return latest_weekly(counter.now, duo.weekday, duo.at, ZoneInfo(duo.zone))


def _next(counter: Counter, duo: Duo) -> datetime:
    return next_weekly(counter.now, duo.weekday, duo.at, ZoneInfo(duo.zone))
