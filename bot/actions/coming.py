"""What is to come: for whoever turns the clock instead of waiting."""

from datetime import datetime

from bot.actions.desk import Desk


class Coming:
    """When it is worth looking again."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def next_moment(self) -> datetime | None:
        """The first moment from now on at which something falls due; None when nothing does."""
        async with self.desk.database.reading() as tx:
            return await tx.coming.after(self.desk.clock.now())
