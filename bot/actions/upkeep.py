"""Forgetting what is no longer needed."""

from datetime import timedelta

from bot.actions.desk import Desk

# Telegram keeps an update for 24 hours; twice that is surely past any repetition.
KEPT_AFTER_DONE = timedelta(hours=48)


class Upkeep:
    """What the clock asks for, and nobody else."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def sweep(self) -> None:
        """Forget handled updates and the facts of settled letters."""
        async with self.desk.open() as counter:
            before = counter.now - KEPT_AFTER_DONE
            await counter.tx.inbox.forget_done_before(before)
            await counter.tx.outbox.forget_settled_before(before)
