"""When a coach has time for first talks: each week, and on single days."""

from dataclasses import replace
from datetime import date, time, timedelta

from bot.actions.colleagues import is_let_in
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.intakes.free import free_with
from bot.actions.intakes.wishes import tell_waiting
from bot.actions.whereabouts import today
from bot.programme.intakes.said import read_hours, tells_hours
from bot.programme.intakes.times import A_DAY, Spot, are_hours, read_spans, written_spans
from bot.programme.leaves import days_from
from bot.programme.notices.intakes.hours import AskIntakeHours, ChooseIntakeDay, IntakeHoursShown
from bot.programme.people import Visit, is_staff

FURTHEST = 366  # days
A_LOOK_LASTS = timedelta(minutes=30)


class IntakeTimesOfCoach:
    """What a coach can say about their own time."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def show(self, visit: Visit) -> None:
        """Show when one has time."""
        async with self.desk.serve(visit) as talk:
            if is_let_in(talk):
                talk.reply(await _shown(talk))

    async def choose_day(self, visit: Visit, page: int) -> None:
        """On which day something is not as every week."""
        async with self.desk.serve(visit) as talk:
            if is_let_in(talk):
                days = tuple(one.isoformat() for one in days_from(today(talk), page))
                talk.replace(ChooseIntakeDay(days, page))

    async def give(
        self, visit: Visit, days: str, spans: str, spot: Spot | None, *, off: bool
    ) -> None:
        """Keep hours, or that a day is off; what was not said yet is asked."""
        async with self.desk.serve(visit) as talk:
            if not is_let_in(talk):
                return
            hours = read_spans(spans)
            if not all(are_hours(*one) for one in hours) or _is_past(talk, days):
                talk.replace(await _shown(talk))
            elif off or (hours and spot):
                await _keep(talk, days, hours, spot)
                talk.replace(await _shown(talk, saved=True))
                await tell_waiting(talk, talk.person.branch)
            else:
                talk.replace(AskIntakeHours(days, spans))

    async def take_back(self, visit: Visit, hours_id: int, *, weekly: bool) -> None:
        """Take hours back; talks that are agreed stay."""
        async with self.desk.serve(visit) as talk:
            if is_let_in(talk):
                hours = talk.tx.intake_hours
                drop = hours.drop_pattern if weekly else hours.drop_exception
                saved = await drop(hours_id, talk.person.id)
                talk.replace(await _shown(talk, saved=saved))


async def hear_hours(talk: Talk, text: str) -> bool:
    """Whether one of the staff writes when they have time; it is asked back before it is kept."""
    if not is_staff(talk.person.role):
        return False
    said = read_hours(text, talk.person.language, talk.now, talk.programme.zone)
    if said is None:
        return tells_hours(text) and await _asks_once_more(talk)
    days = "".join(str(one + 1) for one in said.weekdays) or said.days[0].isoformat()
    spans = written_spans(said.spans)
    talk.reply(AskIntakeHours(days, spans, read=True, spot=said.spot))
    return True


async def _asks_once_more(talk: Talk) -> bool:
    """Whether it was about the hours that they looked at a little before."""
    since = talk.now - A_LOOK_LASTS
    for kind in (IntakeHoursShown.kind, AskIntakeHours.kind):
        if await talk.tx.outbox.count_kept(talk.person.id, kind, since):
            talk.reply(replace(await _shown(talk), unread=True))
            return True
    return False


def _is_past(talk: Talk, days: str) -> bool:
    """Whether a single day is over, or too far away."""
    if "-" not in days:
        return False
    day = date.fromisoformat(days)
    return not today(talk) <= day <= today(talk) + FURTHEST * A_DAY


async def _keep(
    talk: Talk, days: str, spans: tuple[tuple[time, time], ...], spot: Spot | None
) -> None:
    hours, own = talk.tx.intake_hours, talk.person.id
    written = [(f"{starts:%H:%M}", f"{ends:%H:%M}") for starts, ends in spans]
    if "-" in days:
        day = date.fromisoformat(days)
        if not written:
            await hours.add_exception(own, day)
        for one in written:
            await hours.add_exception(own, day, one, str(spot))
        return
    for weekday in days:
        for one in written:
            await hours.add_pattern(own, int(weekday) - 1, one, str(spot))


async def _shown(talk: Talk, *, saved: bool = False) -> IntakeHoursShown:
    own = [talk.person.id]
    week = await talk.tx.intake_hours.patterns_of(own)
    days = await talk.tx.intake_hours.exceptions_of(own, today(talk))
    free = len(await free_with(talk, talk.person))
    return IntakeHoursShown(
        tuple((one.id, one.weekday, one.starts, one.ends, one.place) for one in week),
        tuple((one.id, one.day.isoformat(), one.starts, one.ends, one.place) for one in days),
        free, talk.programme.intakes.days_ahead, saved,
    )  # fmt: skip
