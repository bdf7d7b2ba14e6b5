"""Letters for tests of the courier: written straight into the outbox, and what became of them."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from bot.programme.letters import Lane
from bot.programme.notices import Help, Notice
from bot.sandbox.faults import Fault
from storage.letters import Draft
from storage.tables import OutboxRow
from tests.conversations import House, Someone

BLOCKED = "Forbidden: bot was blocked by the user"


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a letter."""

    subject: str
    state: str
    tries: int
    unsure: int
    message_id: int | None


async def person_id(house: House, someone: Someone) -> int:
    async with house.database.reading() as tx:
        person = await tx.people.by_telegram(someone.id)
        assert person
        return person.id


async def write(
    house: House,
    to: Someone,
    subject: str = "a letter",
    lane: Lane = Lane.REPLY,
    notice: Notice | None = None,
    edits: int | None = None,
) -> None:
    """Leave a letter for somebody."""
    what = notice or Help("mentee", None)
    reader = await person_id(house, to)
    draft = Draft(
        reader, what.kind, subject, "1", what.facts(), lane, house.telegram.clock.now(), edits
    )
    async with house.database.transaction() as tx:
        await tx.outbox.put([draft], house.telegram.clock.now())


async def fates(house: House) -> dict[str, Fate]:
    """What became of every letter, by its subject."""
    columns = (
        OutboxRow.subject,
        OutboxRow.state,
        OutboxRow.tries,
        OutboxRow.unsure,
        OutboxRow.message_id,
    )
    async with house.database.reading() as tx:
        rows = await tx.connection.execute(select(*columns))
        return {row.subject: Fate(*row) for row in rows}


def stumble(house: House, method: str = "sendMessage", **fault: Any) -> None:
    house.telegram.plant_fault(Fault(0, method, **fault))


def refused(house: House, status: int, description: str, **fault: Any) -> None:
    """The next sends are refused in these words."""
    body = {"ok": False, "error_code": status, "description": description}
    stumble(house, status=status, body=body, **fault)


async def wait_and_deliver(house: House, seconds: float) -> None:
    """Turn the clock on, and send what is due by then."""
    house.telegram.advance_clock(timedelta(seconds=seconds))
    await house.app.courier.deliver_due()


def texts(someone: Someone) -> list[str]:
    """What the bot has written to somebody, oldest first."""
    return [one["text"] for one in someone.messages if one["from"] == "bot"]
