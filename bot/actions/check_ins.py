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
from storage.people import Member
from storage.rhythms import Rhythm

BATCH = 200
# A tick comes each second. So late we were away when the patience ended, not merely busy.
LATE = timedelta(hours=1)


class CheckIns:
    """The weekly question."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def ask_due(self) -> int:
        """Ask everybody whose hour has come; give how many were due.

        After a time of silence on our side only the latest week is asked; those before it are
        kept as missed by us.
        """
        async with self.desk.open() as counter:
            due = await counter.tx.rhythms.due(counter.now, BATCH)
            if due:
                await _ask(counter, due)
                await counter.tx.rhythms.plan([(one.id, _next(counter, one)) for one in due])
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


async def _ask(counter: Counter, due: Sequence[Rhythm]) -> None:
    """Keep and send the questions of those who are in no duo that rests."""
    people = await counter.tx.people.members(
        {one for rhythm in due for one in (rhythm.person_id, rhythm.partner_id)}
    )
    awake = [one for one in due if not _rests((one.person_id, one.partner_id), people)]
    await _keep_missed(counter, awake)
    wanted = [one for one in awake if not _is_over(counter, one)]
    weeks = await _weeks_of(counter, wanted)
    prompts = await _new_prompts(counter, wanted, weeks)
    if prompts:
        await counter.tx.check_ins.ask(list(prompts.values()))
    for rhythm_id, prompt in prompts.items():
        rhythm = next(one for one in wanted if one.id == rhythm_id)
        notice = CheckInPrompt(prompt.id, people[rhythm.partner_id].first_name)
        subject = f"prompt:{prompt.id}"
        counter.remind_in(ZoneInfo(rhythm.zone), rhythm.person_id, notice, subject)


async def _weeks_of(counter: Counter, rhythms: Sequence[Rhythm]) -> dict[tuple[int, str], CheckIn]:
    """The weeks that these people are asked about; they stay open for whoever is asked last."""
    wanted = {(one.duo_id, _week(counter, one)): _closes(counter) for one in rhythms}
    known = await counter.tx.check_ins.of_weeks(wanted)
    new = {
        week: new_check_in(*week, closes_at=closes)
        for week, closes in wanted.items()
        if week not in known
    }
    await counter.tx.check_ins.open(list(new.values()), counter.now)
    later = [(one.id, wanted[week]) for week, one in known.items() if one.outcome is None]
    if later:
        await counter.tx.check_ins.wait_until(later)
    return {**known, **new}


async def _new_prompts(
    counter: Counter, rhythms: Sequence[Rhythm], weeks: Mapping[tuple[int, str], CheckIn]
) -> dict[int, Prompt]:
    """A question to each who was not asked about that week before, by rhythm."""
    wanted = {one.id: (weeks[one.duo_id, _week(counter, one)].id, one.person_id)
              for one in rhythms}  # fmt: skip
    known = await counter.tx.check_ins.already_asked(wanted.values())
    return {
        one.id: new_prompt(*wanted[one.id], counter.now, _closes(counter))
        for one in rhythms
        if wanted[one.id] not in known
    }


async def _keep_missed(counter: Counter, rhythms: Sequence[Rhythm]) -> None:
    """Keep the weeks whose answers would have been in by now, had we asked when it was time."""
    for one in rhythms:
        missed = [(new_check_in(one.duo_id, _key(due, one)), due) for due in _missed(counter, one)]
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
    pair = (duo.mentee_id, duo.mentor_id)
    if _rests(pair, await counter.tx.people.members({*pair})):
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


def _rests(pair: tuple[int, int], people: Mapping[int, Member]) -> bool:
    return any(people[one].paused_at for one in pair)


def _is_over(counter: Counter, rhythm: Rhythm) -> bool:
    return counter.now - _latest(counter, rhythm) >= _patience(counter)


def _missed(counter: Counter, rhythm: Rhythm) -> Iterator[datetime]:
    first, too_late = rhythm.next_ask_at, counter.now - _patience(counter)
    if first is not None:
        zone = ZoneInfo(rhythm.zone)
        yield from weekly_since(first, too_late, rhythm.weekday, rhythm.at, zone)


def _patience(counter: Counter) -> timedelta:
    return timedelta(days=counter.programme.check_in.patience_days)


def _closes(counter: Counter) -> datetime:
    return counter.now + _patience(counter)


def _week(counter: Counter, rhythm: Rhythm) -> str:
    return _key(_latest(counter, rhythm), rhythm)


def _key(asked: datetime, rhythm: Rhythm) -> str:
    return week_key(asked, ZoneInfo(rhythm.zone))


def _latest(counter: Counter, rhythm: Rhythm) -> datetime:
    return latest_weekly(counter.now, rhythm.weekday, rhythm.at, ZoneInfo(rhythm.zone))


def _next(counter: Counter, rhythm: Rhythm) -> datetime:
    return next_weekly(counter.now, rhythm.weekday, rhythm.at, ZoneInfo(rhythm.zone))
