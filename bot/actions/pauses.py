"""Taking a break, without giving a reason, and coming back."""

from datetime import datetime

from bot.actions.check_ins import rest
from bot.actions.coaches import tell_coach
from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.whereabouts import show_whereabouts
from bot.programme.letters import Lane, rests
from bot.programme.notices import Paused, Resumed, SomebodyPaused
from bot.programme.people import Visit


class Pauses:
    """What a person can do to be left in peace."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def stop(self, visit: Visit) -> None:
        """Let everything rest; saying it twice changes nothing."""
        async with self.desk.serve(visit) as talk:
            was_paused = talk.person.paused_at is not None
            if not was_paused:
                await talk.save(paused_at=talk.now)
                resting = [lane for lane in Lane if rests(talk.person.role, lane)]
                await talk.tx.outbox.drop(talk.person.id, resting, talk.now)
            in_duo = await _tell_coach(talk, back=False, changed=not was_paused)
            talk.reply(Paused(in_duo=in_duo))

    async def resume(self, visit: Visit) -> None:
        """Begin again, where the person was."""
        async with self.desk.serve(visit) as talk:
            was_paused = talk.person.paused_at is not None
            if was_paused:
                await talk.save(paused_at=None)
            in_duo = await _tell_coach(talk, back=True, changed=was_paused)
            talk.reply(Resumed(in_duo=in_duo))
            show_whereabouts(talk)


async def _tell_coach(talk: Talk, *, back: bool, changed: bool) -> bool:
    """Let the coach of the duo know, once; True when there is a duo."""
    duo = await talk.tx.duos.of(talk.person.id)
    if duo and changed:
        if not back:
            await rest(talk, duo.id)
        partner = await talk.tx.people.get(duo.partner_of(talk.person.id))
        news = SomebodyPaused(
            talk.person.first_name, str(talk.person.role), back,
            partner_rests=partner.paused_at is not None,
        )  # fmt: skip
        subject = f"pause:{talk.person.id}"
        await tell_coach(talk, duo, news, subject, _moment(talk.now, back=back))
    return duo is not None


def _moment(now: datetime, *, back: bool) -> str:
    return f"{'back' if back else 'away'}:{now:%Y%m%d%H%M%S%f}"
