"""What arrived although it was taken back while it was on its way: nobody keeps two of it."""

from collections.abc import Sequence

from bot.actions.counter import Counter
from bot.actions.desk import Desk
from bot.actions.phones import take_away_late
from bot.actions.removing import take_out_standing
from bot.programme.notices import NumbersShared
from storage import Transaction
from storage.letters import TooLate
from storage.standing import StandingMessage


class LateCopies:
    """What the courier asks about letters that arrived just now."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def recall(self, tx: Transaction, letters: Sequence[int]) -> None:
        """Of these letters, take those away, or let them be changed, that nobody wanted any more
        when they arrived.
        """
        late = await tx.forgetting.taken_too_late(letters)
        if not late:
            return
        async with self.desk.within(tx) as counter:
            for one in late:
                await _recall(counter, one)


async def _recall(counter: Counter, late: TooLate) -> None:
    """What is to come anew changes this one instead; when nothing is, it goes."""
    if late.kind == NumbersShared.kind:
        take_away_late(counter, late)
    elif late.edits is None:
        about = (late.person_id, late.kind, late.subject, late.message_id)
        if not await counter.tx.standing.changes(*about):
            gone = StandingMessage(late.person_id, late.message_id, None, counter.now)
            moment = f"late:{late.message_id}:{counter.now:%Y%m%d%H%M%S%f}"
            await take_out_standing(counter, late.person_id, [gone], moment)
