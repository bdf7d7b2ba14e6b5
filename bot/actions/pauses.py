"""Taking a break, without giving a reason, and coming back."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions.breaks import ended_break
from bot.actions.check_ins import BATCH, rest
from bot.actions.coaches import tell_coach
from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.hearing import hear_too
from bot.actions.intakes.freeing import free_when_paused, talk_at_stake
from bot.actions.matching.away import PAUSED, tell_of_absence
from bot.actions.meetings import show_what_stands
from bot.actions.monthly.letters import keep_asking
from bot.actions.seats.seating import ask_who_is_back
from bot.actions.signals import end_rest, report_rest
from bot.actions.whereabouts import OLD_BUTTON, show_whereabouts
from bot.programme.letters import Lane, rests
from bot.programme.notices import Paused, Resumed, SomebodyPaused, WelcomeBack
from bot.programme.notices.pauses import SureToPause
from bot.programme.pausing import Span, back_at
from bot.programme.people import Visit, is_staff
from bot.programme.waiting.monthly import AFTER_A_BREAK
from storage.duos import Duo
from storage.people import Person

# Who takes a break may say for how long, so that the coach hears it in one letter.
TO_CHOOSE = timedelta(minutes=10)


class Pauses:
    """What a person can do to be left in peace."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def stop(self, visit: Visit, *, surely: bool = False) -> None:
        """Let everything rest; saying it twice changes nothing. Where a first talk would be
        cancelled by it, that is asked before.
        """
        async with self.desk.serve(visit) as talk:
            duo = await talk.tx.duos.of(talk.person.id)
            if talk.person.paused_at is None:
                if not surely and duo is None and (at_stake := await talk_at_stake(talk)):
                    talk.reply(SureToPause(at_stake.starts_at.isoformat(), at_stake.zone))
                    return
                await _begin(talk, duo)
                if duo is None:
                    await free_when_paused(talk)
                    await keep_asking(talk, talk.person)
            talk.reply(_rests(talk, duo))
            await show_what_stands(talk)
            await hear_too(talk)

    async def until(self, visit: Visit, span: Span) -> None:
        """Say how long the break lasts; an old button of it begins none."""
        async with self.desk.serve(visit) as talk:
            if talk.person.paused_at is None:
                show_whereabouts(talk, OLD_BUTTON)
                return
            end = back_at(talk.now, span, talk.programme.zone)
            back = talk.fair(end) if end else None
            changed = back != talk.person.paused_until
            await talk.save(paused_until=back)
            duo = await talk.tx.duos.of(talk.person.id)
            if duo and changed:
                await _tell_until(talk, duo, back)
                await report_rest(talk, talk.person.id, back)
            talk.replace(_rests(talk, duo))

    async def resume(self, visit: Visit) -> None:
        """Begin again, where the person was."""
        async with self.desk.serve(visit) as talk:
            duo = await talk.tx.duos.of(talk.person.id)
            if talk.person.paused_at is not None:
                await talk.save(**ended_break(talk.person, talk.now))
                await talk.tx.duo_breaks.end(talk.person.id, talk.now)
                await end_rest(talk, talk.person.id)
                if duo:
                    await _tell_back(talk, talk.person, duo)
                else:
                    await _ask_later(talk, talk.person)
                await ask_who_is_back(talk, talk.person.id)
            talk.reply(Resumed(in_duo=duo is not None))
            show_whereabouts(talk)
            await hear_too(talk)

    async def return_due(self) -> int:
        """Welcome back those whose break is over; give how many they were."""
        async with self.desk.open() as counter:
            due = await counter.tx.people.back_from_break(counter.now, BATCH)
            for person in due:
                await _return(counter, person)
        return len(due)


async def _begin(talk: Talk, duo: Duo | None) -> None:
    await talk.save(paused_at=talk.now, paused_until=None)
    resting = [lane for lane in Lane if rests(talk.person.role, lane)]
    await talk.tx.outbox.drop(talk.person.id, resting, talk.now)
    await tell_of_absence(talk, talk.person, PAUSED)
    if duo:
        await talk.tx.duo_breaks.begin(duo.id, talk.person.id, talk.now)
        await rest(talk, duo.id)
        await report_rest(talk, talk.person.id)
        if not await _take_back(talk, _change(talk.person)):
            away = _News(None, _change(talk.person), later=TO_CHOOSE)
            await _tell_coach(talk, talk.person, duo, away)


async def _tell_until(talk: Talk, duo: Duo, until: datetime | None) -> None:
    """In the same letter that there is a break, as long as the coach has not read of it."""
    waited = await _take_back(talk, _change(talk.person))
    await _take_back(talk, _length(talk.person))
    subject = _change(talk.person) if waited else _length(talk.person)
    await _tell_coach(talk, talk.person, duo, _News(until, subject))


async def _tell_back(counter: Counter, person: Person, duo: Duo) -> None:
    """Of a break about which the coach has not read yet there is nothing to tell."""
    await _take_back(counter, _length(person))
    if not await _take_back(counter, _change(person)):
        await _tell_coach(counter, person, duo, _News(None, _change(person), back=True))


async def _return(counter: Counter, person: Person) -> None:
    """The person is asked again from now on; the coach hears it too."""
    await counter.tx.people.save(person.id, **ended_break(person, counter.now))
    await counter.tx.duo_breaks.end(person.id, person.paused_until or counter.now)
    await end_rest(counter, person.id)
    if person.paused_at is None:
        return
    duo = await counter.tx.duos.of(person.id)
    subject = f"back:{person.id}:{_moment(counter.now)}"
    counter.tell_by_day(person.id, WelcomeBack(duo is not None), subject)
    await ask_who_is_back(counter, person.id)
    if duo:
        await _tell_back(counter, person, duo)
    else:
        await _ask_later(counter, person)


async def _ask_later(counter: Counter, person: Person) -> None:
    """What was not asked in the break, whether they still look, waits for another day."""
    await counter.tx.searching.rest(person.id, counter.now + AFTER_A_BREAK)


def _rests(talk: Talk, duo: Duo | None) -> Paused:
    may_leave = not is_staff(talk.person.role)
    return Paused(duo is not None, _told(talk.person.paused_until), may_leave=may_leave)


@dataclass(frozen=True, slots=True)
class _News:
    """What the coach hears: until when, under which subject, and whether the person is back."""

    until: datetime | None
    subject: str
    later: timedelta = timedelta()
    back: bool = False


async def _tell_coach(counter: Counter, person: Person, duo: Duo, news: _News) -> None:
    partner_rests = (await counter.tx.people.get(duo.partner_of(person.id))).paused_at is not None
    notice = SomebodyPaused(
        person.first_name, str(person.role), news.back, partner_rests, _told(news.until)
    )
    change = f"until-{news.until:%y%m%d}" if news.until else "back" if news.back else "away"
    moment = f"{change}:{_moment(counter.now)}"
    await tell_coach(counter, duo, notice, news.subject, moment, later=news.later)


async def _take_back(counter: Counter, subject: str) -> int:
    """What the coach has not read yet is not sent; give how many letters waited."""
    kinds = [SomebodyPaused.kind]
    return await counter.tx.forgetting.take_back(kinds, [subject], counter.now)


def _change(person: Person) -> str:
    """What letters are about that say that a break begins or ends."""
    return f"pause:{person.id}"


def _length(person: Person) -> str:
    """What letters are about that say how long a break lasts of which the coach knows."""
    return f"pause-until:{person.id}"


def _told(until: datetime | None) -> str | None:
    return until.isoformat() if until else None


def _moment(now: datetime) -> str:
    return f"{now:%Y%m%d%H%M%S%f}"
