"""Asking duos whether they met, and hearing what they say."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.actions.cases import report_missed_weeks
from bot.actions.desk import Counter, Desk
from bot.programme.check_ins import Answer, Week, needs_coach, reconcile
from bot.programme.notices import CheckInAnswered, CheckInClosed, CheckInPrompt, NotForYou
from bot.programme.people import Visit
from bot.programme.recurrence import latest_weekly, next_weekly, week_key
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
        """Settle every week whose patience is over; silence goes the way of a "no"."""
        async with self.desk.open() as counter:
            over = await counter.tx.check_ins.past_patience(counter.now, BATCH)
            for check_in in over:
                answers = await counter.tx.check_ins.answers(check_in.id)
                await _settle(counter, check_in, answers, closing=True)
        return len(over)

    async def answer(self, visit: Visit, prompt_id: int, answer: Answer) -> None:
        """Keep the first answer; a second tap shows the same confirmation."""
        async with self.desk.serve(visit) as talk:
            asked = await talk.tx.check_ins.asked(prompt_id, talk.person.id)
            if asked is None:
                talk.reply(NotForYou())
            elif asked.answer is not None:
                talk.replace(CheckInAnswered(asked.answer))
            elif not asked.check_in.takes_answers:
                talk.replace(CheckInClosed())
            else:
                await talk.tx.check_ins.answer(prompt_id, answer, talk.now)
                answers = [answer, *asked.other_answers]
                await _settle(talk, asked.check_in, answers, closing=False)
                talk.replace(CheckInAnswered(answer))


async def _ask(counter: Counter, duos: Sequence[Duo]) -> None:
    """Keep and send the questions of those duos that are not resting."""
    members = {one for duo in duos for one in (duo.mentee_id, duo.mentor_id)}
    people = await counter.tx.people.by_ids(members)
    weeks = {duo.id: _week(counter, duo) for duo in duos if not _rests(duo, people)}
    known = await counter.tx.check_ins.already_asked(list(weeks.items()))
    asked = [new_check_in(duo, week) for duo, week in weeks.items() if duo not in known]
    if not asked:
        return
    closes = counter.now + timedelta(days=counter.programme.check_in.patience_days)
    await counter.tx.check_ins.open(asked, counter.now, closes)
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


def _rests(duo: Duo, people: Mapping[int, Person]) -> bool:
    return any(people[one].paused_at for one in (duo.mentee_id, duo.mentor_id))


def _week(counter: Counter, duo: Duo) -> str:
    zone = ZoneInfo(duo.zone)
    return week_key(latest_weekly(counter.now, duo.weekday, duo.at, zone), zone)


def _next(counter: Counter, duo: Duo) -> datetime:
    return next_weekly(counter.now, duo.weekday, duo.at, ZoneInfo(duo.zone))
