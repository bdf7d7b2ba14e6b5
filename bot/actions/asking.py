"""Asking those whose weekly hour has come whether they met: in full, shortly, or not at all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.actions.breaks import rests_over
from bot.actions.counter import Counter
from bot.actions.questions import Put, meetings_told, question, subject_of
from bot.actions.silence import stop_asking
from bot.programme.check_ins import Week
from bot.programme.fair_moments import SUNDAY
from bot.programme.recurrence import (
    A_WEEK,
    latest_weekly,
    next_weekly,
    week_asked_about,
    week_key,
    weekly_since,
)
from bot.programme.silence import REMEMBERED, Asking, asking
from storage.asking import Prompt, WeekOfDuo, new_prompt
from storage.check_ins import CheckIn, new_check_in
from storage.people import Member
from storage.rhythms import Rhythm

People = Mapping[int, Member]
NOT_AT_ALL = Asking(None, 0)


@dataclass(frozen=True, slots=True)
class Hour:
    """A day and an hour of the week that have come: the last time and the next one, when the
    question of this time may be put, about which week, and until when its answer is waited for.
    ``is_over``: by now nobody is asked about that week any more.
    """

    latest: datetime
    following: datetime
    put_at: datetime
    closes_at: datetime
    week: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody whose hour has come, and how they are asked."""

    rhythm: Rhythm
    hour: Hour
    asking: Asking = NOT_AT_ALL

    @property
    def week(self) -> WeekOfDuo:
        """The week that they are asked about."""
        return self.rhythm.duo_id, self.hour.week

    @property
    def zone(self) -> ZoneInfo:
        """Where the duo lives."""
        return ZoneInfo(self.rhythm.zone)


async def ask(counter: Counter, due: Sequence[Rhythm]) -> None:
    """Put the question of the week to those of them whose duo does not rest, and did not for
    most of that week.

    After a time of silence on our side only the latest week is asked about; those before it are
    kept as missed by us.
    """
    both = {one for rhythm in due for one in (rhythm.person_id, rhythm.partner_id)}
    people = await counter.tx.people.members(both)
    turns = _turns(counter, due)
    resting = {one.rhythm.id for one in turns if _rests(one, people)}
    awake = [one for one in turns if one.rhythm.id not in resting]
    rested = [one for one in turns if one.rhythm.id in resting]
    await _keep(counter, [week for one in awake for week in _missed(one)], Week.MISSED_BY_US)
    await _keep(counter, [week for one in rested for week in _passed(one)], Week.PAUSED)
    wanted = await _with_sizes(counter, [one for one in awake if not one.hour.is_over], people)
    await _put(counter, wanted, people)
    await counter.tx.rhythms.plan([(one.rhythm.id, one.hour.following) for one in turns])
    await stop_asking(counter, [
        one.rhythm for one in wanted
        if one.asking.size is None and people[one.rhythm.person_id].silent_since is None
    ])  # fmt: skip


def _turns(counter: Counter, due: Sequence[Rhythm]) -> list[Turn]:
    """Very many have the same day and hour, which is reckoned once."""
    hours: dict[tuple[int, time, str], Hour] = {}
    for one in due:
        rule = (one.weekday, one.at, one.zone)
        if rule not in hours:
            hours[rule] = _hour(counter, one)
    return [Turn(one, _own(counter, one, hours[one.weekday, one.at, one.zone])) for one in due]


def _own(counter: Counter, rhythm: Rhythm, usual: Hour) -> Hour:
    """Who took an hour that had passed that week already is asked once more at the old one."""
    planned = rhythm.next_ask_at
    return usual if planned is None or planned <= usual.latest else _hour(counter, rhythm, planned)


def _hour(counter: Counter, rhythm: Rhythm, old: datetime | None = None) -> Hour:
    """An answer is waited for no longer than the programme says, nor beyond the next question."""
    rule = (rhythm.weekday, rhythm.at, ZoneInfo(rhythm.zone))
    zone, patience = rule[2], timedelta(days=counter.programme.check_in.patience_days)
    latest = old or latest_weekly(counter.now, *rule)
    following = next_weekly(counter.now, *rule)
    own_day = latest.astimezone(zone).weekday() == SUNDAY
    put_at = counter.fair(counter.now, zone, own_day=own_day)
    week = week_asked_about(latest, zone)
    is_long_ago = week not in (week_key(put_at, zone), week_key(put_at - A_WEEK, zone))
    return Hour(
        latest, following, put_at, min(put_at + patience, following), week,
        is_over=is_long_ago or counter.now - latest >= patience,
    )  # fmt: skip


async def _with_sizes(counter: Counter, turns: Sequence[Turn], people: People) -> Sequence[Turn]:
    """How each of them is asked, by how long they were silent. Who is not asked stays unasked."""
    asked = [one.rhythm.person_id for one in turns]
    heard = [one for one in asked if people[one].silent_since is None]
    since = counter.now - REMEMBERED
    silent = await counter.tx.silences.weeks_of(heard, since, counter.now)
    how = {one: asking(silent.get(one, 0)) for one in heard}
    return [Turn(one.rhythm, one.hour, how.get(one.rhythm.person_id, NOT_AT_ALL)) for one in turns]


async def _put(counter: Counter, turns: Sequence[Turn], people: People) -> None:
    """Open the weeks, and put the question to each who is asked and was not before."""
    known = await counter.tx.asking.of_weeks({one.week for one in turns})
    weeks = {**known, **await _open(counter, [one for one in turns if one.week not in known])}
    wanted = [one for one in turns if one.asking.size is not None]
    asked = await counter.tx.asking.already_asked(
        [(weeks[one.week].id, one.rhythm.person_id) for one in wanted if one.week in known]
    )
    fresh = [one for one in wanted if (weeks[one.week].id, one.rhythm.person_id) not in asked]
    await _wait_longer(counter, known, [one for one in fresh if one.week in known])
    prompts = [_prompt(counter, one, weeks[one.week]) for one in fresh]
    await counter.tx.asking.ask(prompts)
    await _write(counter, list(zip(fresh, prompts, strict=True)), people)


async def _open(counter: Counter, turns: Sequence[Turn]) -> dict[WeekOfDuo, CheckIn]:
    closes = {one.week: _week_closes(counter, one) for one in turns}
    new = {week: new_check_in(*week, closes_at=at) for week, at in closes.items()}
    await counter.tx.asking.open(list(new.values()), counter.now)
    return new


async def _wait_longer(
    counter: Counter, known: Mapping[WeekOfDuo, CheckIn], turns: Sequence[Turn]
) -> None:
    """Weeks wait for whoever is asked last, whatever they came to without that person."""
    later = {}
    for one in turns:
        week = known[one.week]
        closes = _week_closes(counter, one)
        later[week.id] = max(closes, week.closes_at or closes)
    await counter.tx.asking.wait_until(list(later.items()))


def _week_closes(counter: Counter, turn: Turn) -> datetime:
    """When the answers of both are waited for no more: the other one may be asked later."""
    partner_at = turn.rhythm.partner_next_at
    if partner_at is None or partner_at <= counter.now:
        return turn.hour.closes_at
    if week_asked_about(partner_at, turn.zone) != turn.hour.week:
        return turn.hour.closes_at
    patience = timedelta(days=counter.programme.check_in.patience_days)
    return max(turn.hour.closes_at, partner_at + patience)


def _prompt(counter: Counter, turn: Turn, week: CheckIn) -> Prompt:
    """Put once more after some hours, when that is before the answer is waited for no more."""
    hour, hours = turn.hour, counter.programme.check_in.ask_again_after_hours
    again = hour.put_at + timedelta(hours=hours)
    remind = turn.asking.reminders > 0 and again < hour.closes_at
    return new_prompt(
        week.id, turn.rhythm.person_id, str(turn.asking.size), hour.put_at, hour.closes_at,
        again if remind else None,
    )  # fmt: skip


async def _write(counter: Counter, asked: Sequence[tuple[Turn, Prompt]], people: People) -> None:
    puts = [_question(turn, prompt) for turn, prompt in asked]
    meetings = await meetings_told(counter, puts)
    for put, (turn, _) in zip(puts, asked, strict=True):
        partner = people[put.partner_id].first_name
        notice = question(put, partner, turn.hour.put_at, meetings)
        due, expires = turn.hour.put_at, turn.hour.closes_at
        counter.plan(put.person_id, notice, subject_of(put.id), "1", due=due, expires=expires)


def _question(turn: Turn, prompt: Prompt) -> Put:
    rhythm = turn.rhythm
    who = (rhythm.person_id, rhythm.partner_id, rhythm.duo_id)
    return Put(prompt.id, *who, turn.hour.week, rhythm.zone, prompt.size)


async def _keep(
    counter: Counter, passed: Sequence[tuple[WeekOfDuo, datetime]], outcome: Week
) -> None:
    weeks = [(new_check_in(*week), due) for week, due in dict(passed).items()]
    await counter.tx.asking.keep(weeks, outcome)


def _missed(turn: Turn) -> Iterator[tuple[WeekOfDuo, datetime]]:
    """The weeks about which we did not ask when it was time, and do not ask any more."""
    for week, due in _passed(turn):
        if due < turn.hour.latest or turn.hour.is_over:
            yield week, due


def _passed(turn: Turn) -> Iterator[tuple[WeekOfDuo, datetime]]:
    """The weeks about which it was time to ask until now."""
    rhythm, hour = turn.rhythm, turn.hour
    if rhythm.next_ask_at is None or rhythm.next_ask_at > hour.latest:
        return
    for due in weekly_since(rhythm.next_ask_at, hour.latest, rhythm.weekday, rhythm.at, turn.zone):
        yield (rhythm.duo_id, week_asked_about(due, turn.zone)), due


def _rests(turn: Turn, people: People) -> bool:
    both = (people[turn.rhythm.person_id], people[turn.rhythm.partner_id])
    return rests_over(both, turn.hour.week, turn.zone)
