"""When the next thing falls due, of all that the clock looks for."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import ColumnElement, ScalarSelect, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import InstrumentedAttribute

from storage.instants import Instant
from storage.letters import HELD, WAITING
from storage.outbox import LANES
from storage.tables import CheckInRow, OutboxRow, PersonRow, PromptRow, ReferralRow, RhythmRow


class Coming:
    """Questions about what is to come, whosever it is."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    async def after(self, now: datetime) -> datetime | None:
        """The first moment after this one at which something falls due; None when nothing does."""
        found = (await self.connection.execute(_NEXT, {"now": now})).one()
        return min((moment for moment in found if moment is not None), default=None)


def _first(
    column: InstrumentedAttribute[datetime | None], *only: ColumnElement[bool]
) -> ScalarSelect[datetime | None]:
    coming = select(column).where(column > bindparam("now", type_=Instant), *only)
    return coming.order_by(column).limit(1).scalar_subquery()


def _looks() -> Iterator[ScalarSelect[datetime | None]]:
    for column in (
        RhythmRow.next_ask_at, CheckInRow.closes_at, PromptRow.remind_at, PersonRow.paused_until,
        ReferralRow.ask_at,
    ):  # fmt: skip
        yield _first(column)
    for lane in LANES:  # the index of what waits begins with the lane
        yield _first(OutboxRow.due_at, OutboxRow.state == WAITING, OutboxRow.lane == lane)
    yield _first(OutboxRow.due_at, OutboxRow.state == HELD)


_NEXT = select(*(look.label(f"look_{place}") for place, look in enumerate(_looks())))
