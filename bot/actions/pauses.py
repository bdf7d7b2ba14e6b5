"""Taking a break, without giving a reason, and coming back."""

from datetime import datetime

from bot.actions.check_ins import BATCH, rest
from bot.actions.coaches import tell_coach
from bot.actions.counter import Counter, Talk
from bot.actions.desk import Desk
from bot.actions.meetings import show_what_stands
from bot.actions.whereabouts import OLD_BUTTON, show_whereabouts
from bot.programme.letters import Lane, rests
from bot.programme.notices import Paused, Resumed, SomebodyPaused, WelcomeBack
from bot.programme.pausing import Span, back_at
from bot.programme.people import Visit
from storage.duos import Duo
from storage.people import Person


class Pauses:
    """What a person can do to be left in peace."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def stop(self, visit: Visit) -> None:
        """Let everything rest; saying it twice changes nothing."""
        async with self.desk.serve(visit) as talk:
            duo = await talk.tx.duos.of(talk.person.id)
            if talk.person.paused_at is None:
                await _begin(talk, duo)
            talk.reply(Paused(duo is not None, _told(talk.person.paused_until)))
            await show_what_stands(talk)

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
                await _tell_coach(talk, talk.person, duo, until=back)
            talk.replace(Paused(duo is not None, _told(back)))

    async def resume(self, visit: Visit) -> None:
        """Begin again, where the person was."""
        async with self.desk.serve(visit) as talk:
            duo = await talk.tx.duos.of(talk.person.id)
            if talk.person.paused_at is not None:
                await talk.save(paused_at=None, paused_until=None)
                if duo:
                    await _tell_coach(talk, talk.person, duo, back=True)
            talk.reply(Resumed(in_duo=duo is not None))
            show_whereabouts(talk)

    async def return_due(self) -> int:
        """Welcome back those whose break is over; give how many they were."""
        async with self.desk.open() as counter:
            due = await counter.tx.people.back_from_break(counter.now, BATCH)
            for person in due:
                await _return(counter, person)
        return len(due)


async def _begin(talk: Talk, duo: Duo | None) -> None:
    await talk.save(paused_at=talk.now)
    resting = [lane for lane in Lane if rests(talk.person.role, lane)]
    await talk.tx.outbox.drop(talk.person.id, resting, talk.now)
    if duo:
        await rest(talk, duo.id)
        await _tell_coach(talk, talk.person, duo)


async def _return(counter: Counter, person: Person) -> None:
    """The person is asked again from now on; the coach hears it too."""
    await counter.tx.people.save(person.id, paused_at=None, paused_until=None)
    if person.paused_at is None:
        return
    duo = await counter.tx.duos.of(person.id)
    subject = f"back:{person.id}:{_moment(counter.now)}"
    counter.tell_by_day(person.id, WelcomeBack(duo is not None), subject)
    if duo:
        await _tell_coach(counter, person, duo, back=True)


async def _tell_coach(
    counter: Counter, person: Person, duo: Duo, *, back: bool = False,
    until: datetime | None = None,
) -> None:  # fmt: skip
    """What was told before and still waits is taken back: only the newest is true."""
    partner = await counter.tx.people.get(duo.partner_of(person.id))
    news = SomebodyPaused(
        person.first_name, str(person.role), back, partner.paused_at is not None, _told(until)
    )
    subject = f"pause:{person.id}"
    if until:
        await counter.tx.forgetting.take_back([SomebodyPaused.kind], [subject], counter.now)
    change = f"until-{until:%y%m%d}" if until else "back" if back else "away"
    await tell_coach(counter, duo, news, subject, f"{change}:{_moment(counter.now)}")


def _told(until: datetime | None) -> str | None:
    return until.isoformat() if until else None


def _moment(now: datetime) -> str:
    return f"{now:%Y%m%d%H%M%S%f}"
