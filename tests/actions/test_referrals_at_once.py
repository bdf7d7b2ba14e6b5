"""Referrals at the very same moment: two taps, two ticks, a tap and the end of the time."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.programme.referrals import Barrier, Outcome
from storage.tables import ReferralCountRow, ReferralRow
from tests.actions.test_at_once import visits
from tests.conversations import House
from tests.storage.places import KINDS


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    kind: str = request.param
    return kind


async def said_yes(house: House, *people) -> list[int]:
    """These people agreed to be asked; the numbers of their referrals."""
    keep = house.app.actions.referrals.keep
    for visit in await visits(house, *(one.id for one in people)):
        await keep(visit, "sireas", "housing.rent", "bru")
    await house.settle()
    async with house.database.reading() as tx:
        return list((await tx.connection.scalars(select(ReferralRow.id))).all())


async def counts(house: House) -> list[tuple[str, str, int]]:
    row = ReferralCountRow
    async with house.database.reading() as tx:
        found = await tx.connection.execute(select(row.outcome, row.barrier, row.count))
        return sorted(tuple(one) for one in found)


async def more_visits(house: House, *people) -> list:
    async with house.database.transaction() as tx:
        await tx.inbox.forget_done_before(house.telegram.clock.now() + timedelta(days=1))
    return await visits(house, *(one.id for one in people))


async def test_of_two_who_say_yes_at_once_twice_each_has_one_referral(duo, amir, tom):
    keep = duo.app.actions.referrals.keep
    four = await visits(duo, amir.id, tom.id, amir.id, tom.id)
    await asyncio.gather(*(keep(one, "sireas", "housing.rent", "bru") for one in four))
    async with duo.database.reading() as tx:
        owners = (await tx.connection.scalars(select(ReferralRow.person_id))).all()
    assert len(owners) == len(set(owners)) == 2


async def test_of_two_answers_at_once_one_is_counted(duo, tom):
    (number,) = await said_yes(duo, tom)
    both = await more_visits(duo, tom, tom)
    answer, said = duo.app.actions.referrals.answer, (Outcome.HELPED, Outcome.NOT_NEEDED)
    await asyncio.gather(
        *(answer(one, number, outcome) for one, outcome in zip(both, said, strict=True))
    )
    ((_, barrier, count),) = await counts(duo)
    assert (barrier, count) == ("", 1)


async def test_two_people_who_end_the_same_way_at_once_are_two(duo, amir, tom):
    numbers = await said_yes(duo, amir, tom)
    actions, count = duo.app.actions.referrals, len(numbers)
    async with duo.database.transaction() as tx:
        for referral in await tx.referrals.past_end(duo.telegram.clock.now() + timedelta(90), 9):
            await tx.referrals.say(referral, Outcome.REFUSED)
    owners = {}
    async with duo.database.reading() as tx:
        for person in (amir, tom):
            owners[(await tx.people.by_telegram(person.id)).id] = person
        rows = (await tx.connection.execute(select(ReferralRow.id, ReferralRow.person_id))).all()
    both = await more_visits(duo, *(owners[row.person_id] for row in rows))
    await asyncio.gather(
        *(
            actions.say_barrier(visit, row.id, Barrier.FULL)
            for visit, row in zip(both, rows, strict=True)
        )
    )
    assert await counts(duo) == [("refused", "full", count)]


async def test_a_tick_beside_a_tick_asks_once_and_ends_once(duo, tom):
    await said_yes(duo, tom)
    referrals = duo.app.actions.referrals
    duo.telegram.advance_clock(timedelta(days=8))
    await asyncio.gather(referrals.ask_due(), referrals.ask_due())
    await duo.settle()
    assert str(tom.messages).count("How did it go?") == 1
    duo.telegram.advance_clock(timedelta(days=30))
    await asyncio.gather(referrals.end_over(), referrals.end_over())
    assert await counts(duo) == [("no_answer", "", 1)]
