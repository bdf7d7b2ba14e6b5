"""Forgetting what is no longer needed."""

from datetime import timedelta

from bot.actions.desk import Desk
from bot.actions.proposals import UNSENT_STAYS
from bot.programme.answering import KEPT_AFTER_DUO
from bot.programme.letters import Lane

# Telegram keeps an update for 24 hours; twice that is surely past any repetition.
KEPT_AFTER_DONE = timedelta(hours=48)
# Long enough for operators to look into what went wrong.
KEPT_SET_ASIDE = timedelta(days=14)
# What was said about a case: twelve months, as the privacy text says.
KEPT_AFTER_CASE = timedelta(days=365)


class Upkeep:
    """What the clock asks for, and nobody else."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def sweep(self) -> None:
        """Forget handled updates, old ones set aside, and the facts of settled letters; of what
        somebody looked for also that they did; changes of entries that nobody sent; what is kept
        for a while only after the end of a duo, or of a case; and the quarters of an hour of past
        meetings.
        """
        async with self.desk.open() as counter:
            before = counter.now - KEPT_AFTER_DONE
            await counter.tx.inbox.forget_done_before(before)
            await counter.tx.inbox.forget_set_aside_before(counter.now - KEPT_SET_ASIDE)
            await counter.tx.forgetting.erase_not_kept_before(before, Lane.REMINDER)
            await counter.tx.calls.drop_expired(counter.now)
            await counter.tx.forgetting.forget_settled_before(before)
            await counter.tx.proposals.forget_unsent_before(counter.now - UNSENT_STAYS)
            await counter.tx.forgetting.quarters_long_over(counter.now)
            await counter.tx.forgetting.what_outlived_duos(counter.now - KEPT_AFTER_DUO)
            await counter.tx.case_messages.forget_closed_before(counter.now - KEPT_AFTER_CASE)
            await counter.tx.case_lines.close_over(counter.now)
