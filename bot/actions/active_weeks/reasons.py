"""Why somebody takes a break: they may say it, need not, and only their own coach sees it."""

from bot.actions.counter import Talk
from bot.actions.desk import Desk
from bot.actions.whereabouts import OLD_BUTTON, show_whereabouts
from bot.programme.active_weeks.reasons import Reason
from bot.programme.notices import Paused
from bot.programme.notices.active_weeks import WhyABreak
from bot.programme.people import Visit


class BreakReasons:
    """What somebody who takes a break may say of it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def ask(self, visit: Visit) -> None:
        """Show the reasons to choose from."""
        async with self.desk.serve(visit) as talk:
            if await _rests_in_duo(talk):
                talk.replace(WhyABreak())

    async def give(self, visit: Visit, reason: Reason) -> None:
        """Keep a reason, or forget it again."""
        async with self.desk.serve(visit) as talk:
            if await _rests_in_duo(talk):
                kept = "" if reason is Reason.NONE else reason.value
                await talk.tx.duo_breaks.give_reason(talk.person.id, kept)
                until = talk.person.paused_until
                talk.replace(
                    Paused(in_duo=True, until=until.isoformat() if until else None, reason=kept)
                )


async def _rests_in_duo(talk: Talk) -> bool:
    """Anybody else tapped an old button."""
    if talk.person.paused_at and await talk.tx.duos.of(talk.person.id):
        return True
    show_whereabouts(talk, OLD_BUTTON)
    return False
