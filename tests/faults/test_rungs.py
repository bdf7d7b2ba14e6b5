"""Whatever Telegram answers to a card, on whatever rung of the ladder: the next one is asked."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from sqlalchemy import select

from storage import Transaction
from storage.tables import CaseRow
from tests.conversations import Someone
from tests.faults.conftest import Line
from tests.faults.table import SENDING, End, Named
from tests.handlers.arrivals import joins_as_coach, joins_as_coordinator
from tests.post.letters import stumble

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.usefixtures("logged")]
WANTS = "wants to talk to you."
ON_EACH_RUNG = 2  # of the faults that end in the same way, so many are tried with each coach


@pytest_asyncio.fixture(loop_scope="module")
async def staff(line: Line) -> AsyncIterator[list[Someone]]:
    """Els, who is the own coach, a colleague, and a coordinator: one on each rung."""
    els = line.phone_of(700_000_003)
    others = [await joins_as_coach(line), await joins_as_coordinator(line)]
    yield [els, *others]
    async with line.database.transaction() as tx:
        els_id = (await tx.people.by_telegram(els.id)).id
        await tx.people.save(els_id, unreachable_at=None)
        for one in others:
            await tx.people.save((await tx.people.by_telegram(one.id)).id, role=None)
        await tx.cases.close(await the_open_case(tx), line.telegram.clock.now())


async def the_open_case(tx: Transaction) -> int:
    found = select(CaseRow.id).where(CaseRow.closed_at.is_(None), CaseRow.reason == "asked")
    return await tx.connection.scalar(found)


def some(end: End) -> list[Named]:
    return [one for one in SENDING if one.end is end][:ON_EACH_RUNG]


def got_it(someone, before: int) -> bool:
    return any(WANTS in one.get("text", "") for one in someone.messages[before:])


@pytest.mark.parametrize("named", [*some(End.OUT_OF_REACH), *some(End.SET_ASIDE)], ids=str)
async def test_the_card_climbs_past_everybody_whom_it_cannot_reach(line, staff, named):
    amir = line.phone_of(700_000_001)
    before = [len(one.messages) for one in staff]
    for one in staff[:2]:
        stumble(line, **named.answer, chat=one.id, times=named.times)
    await amir.says("My coach")
    for _ in range(8):
        await line.settle()
        await line.deliver_after(31)
    async with line.database.reading() as tx:
        case = await tx.cases.get(await the_open_case(tx))
    assert got_it(staff[2], before[2])
    assert not got_it(staff[0], before[0])
    assert case.owner_id is not None
    assert case.next_at > line.telegram.clock.now()


@pytest.mark.parametrize("named", [*some(End.ARRIVES), *some(End.WAITS)], ids=str)
async def test_a_card_that_is_late_stays_with_whom_it_was_for(line, staff, named):
    amir = line.phone_of(700_000_001)
    before = [len(one.messages) for one in staff]
    stumble(line, **named.answer, chat=staff[0].id, times=1)
    await amir.says("My coach")
    for _ in range(12):
        await line.deliver_after(31)
    assert got_it(staff[0], before[0])
    assert not got_it(staff[1], before[1])
