"""Meetings that are fixed, moved and cancelled without anybody tapping, for tests of the rest."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot.actions import meeting_letters
from bot.actions.counter import Counter
from bot.programme.meetings import quarters_between, slot_at, text_of
from storage.duos import Duo
from storage.meetings import KeptPlace, Meeting, new_meeting
from storage.people import Person
from storage.tables import MeetingRow
from tests.conversations import House, Someone

BRUSSELS = ZoneInfo("Europe/Brussels")
THURSDAY = datetime.fromisoformat(
    "2026-03-05T14:00"
)  # on the wall, two days after the house opens


async def fixes(
    house: House, by: Someone, at: datetime = THURSDAY, place: KeptPlace | None = None, minutes=120
) -> Meeting:
    """Two of a duo meet from then on; ``by`` is who chose the time."""
    async with house.app.actions.samples.desk.open() as counter:
        duo, people, me = await _they(counter, by)
        slot = slot_at(at, minutes, BRUSSELS)
        agreed = (text_of(slot.wall), BRUSSELS.key, minutes, slot.starts_at, slot.ends_at)
        meeting = new_meeting(duo.id, agreed, place or KeptPlace())
        ids = [one.id for one in people]
        assert await counter.tx.meetings.fix(meeting, slot.quarters, ids, counter.now)
        await meeting_letters.fixed(counter, meeting, people, me.id)
    await house.settle()
    return meeting


async def moves(house: House, by: Someone, meeting: Meeting, later: timedelta) -> Meeting:
    """The meeting is so much later."""
    async with house.app.actions.samples.desk.open() as counter:
        _, people, me = await _they(counter, by)
        moved = replace(
            meeting, starts_at=meeting.starts_at + later, ends_at=meeting.ends_at + later
        )
        quarters = quarters_between(moved.starts_at, moved.ends_at)
        ids = [one.id for one in people]
        changed = await counter.tx.meetings.change(moved, quarters, ids, counter.now)
        assert changed
        await meeting_letters.moved(counter, changed, people, me.id)
    return changed


async def cancels(house: House, by: Someone, meeting: Meeting) -> None:
    """The meeting does not take place."""
    async with house.app.actions.samples.desk.open() as counter:
        _, people, me = await _they(counter, by)
        gone = await counter.tx.meetings.cancel(meeting, counter.now)
        assert gone
        await meeting_letters.cancelled(counter, gone, people, me.id)


async def meeting_rows(house: House) -> Sequence[int]:
    """The ids of all meetings."""
    async with house.database.reading() as tx:
        return (await tx.connection.scalars(select(MeetingRow.id))).all()


async def _they(counter: Counter, by: Someone) -> tuple[Duo, list[Person], Person]:
    me = await counter.tx.people.by_telegram(by.id)
    duo = await counter.tx.duos.of(me.id)
    people = await counter.tx.people.by_ids((duo.mentee_id, duo.mentor_id))
    return duo, list(people.values()), me
