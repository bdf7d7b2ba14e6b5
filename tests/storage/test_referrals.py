"""Referrals as they are kept: one a person and service, sealed, erased and counted."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from storage import Database
from storage.referrals import Ending, Referral, Sought, new_referral
from storage.tables import ReferralCountRow
from tests.storage.places import KINDS

NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
A_WEEK = timedelta(weeks=1)
RENT = Sought("sireas", "housing.rent", "BE-BRU")
FULL = Ending("sireas", "housing.rent", "BE-BRU", "refused", "full")


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    kind: str = request.param
    return kind


async def kept(database: Database, sought: Sought = RENT) -> Referral:
    """A referral of somebody new."""
    async with database.transaction() as tx:
        person = await tx.people.add(len(sought.service) * 1000, "en", "arriving", NOW)
        referral = new_referral(person.id, sought, NOW, NOW + A_WEEK, NOW + 4 * A_WEEK)
        assert await tx.referrals.keep(referral)
    return referral


async def counts(database: Database) -> list[tuple[str, int]]:
    async with database.reading() as tx:
        found = select(ReferralCountRow.barrier, ReferralCountRow.count)
        return sorted(tuple(row) for row in await tx.connection.execute(found))


async def test_there_is_one_open_for_a_person_and_a_service(memory):
    first = await kept(memory)
    async with memory.transaction() as tx:
        assert await tx.referrals.open_for(first.person_id, "sireas") == first
        assert await tx.referrals.open_for(first.person_id, "another") is None
        again = new_referral(first.person_id, RENT, NOW, NOW, NOW)
        assert not await tx.referrals.keep(again)
        other = new_referral(first.person_id, replace(RENT, service="other"), NOW, NOW, NOW)
        assert await tx.referrals.keep(other)


async def test_it_is_due_until_it_is_asked(memory):
    referral = await kept(memory)
    async with memory.transaction() as tx:
        assert await tx.referrals.due(NOW + A_WEEK - timedelta(microseconds=1), 9) == []
        assert await tx.referrals.due(NOW + A_WEEK, 9) == [referral]
        await tx.referrals.ask_later([referral.id], NOW + 2 * A_WEEK)
        assert await tx.referrals.due(NOW + A_WEEK, 9) == []
        later = replace(referral, ask_at=NOW + 2 * A_WEEK)
        assert await tx.referrals.due(NOW + 2 * A_WEEK, 9) == [later]
        await tx.referrals.mark_asked([referral.id])
        assert await tx.referrals.due(NOW + 9 * A_WEEK, 9) == []


async def test_it_is_found_only_by_whose_it_is_and_remembers_the_answer(memory):
    referral = await kept(memory)
    async with memory.transaction() as tx:
        assert await tx.referrals.of(referral.id, referral.person_id + 1) is None
        await tx.referrals.say(referral, "refused")
    async with memory.transaction() as tx:
        known = await tx.referrals.of(referral.id, referral.person_id)
        assert known == replace(referral, outcome="refused")


async def test_it_ends_once_and_is_counted_once(memory):
    one, other = await kept(memory), await kept(memory, replace(RENT, service="other"))
    async with memory.transaction() as tx:
        assert await tx.referrals.end({one.id: FULL}) == 1
        assert await tx.referrals.end({one.id: FULL}) == 0
        closed = replace(FULL, barrier="closed")
        assert await tx.referrals.end({other.id: FULL, one.id: closed}) == 1
    assert await counts(memory) == [("full", 2)]


async def test_many_that_end_at_once_are_counted_by_what_they_came_to(memory):
    endings = {}
    for number, barrier in enumerate(("full", "full", "closed"), 1):
        referral = await kept(memory, replace(RENT, service="x" * number))
        endings[referral.id] = replace(FULL, barrier=barrier)
    async with memory.transaction() as tx:
        assert await tx.referrals.end(endings) == 3
        assert await tx.referrals.end({}) == 0
    assert await counts(memory) == [("closed", 1), ("full", 2)]


async def test_only_barriers_are_told_and_of_one_region_when_asked(memory):
    endings = [FULL, replace(FULL, need="admin.help"), replace(FULL, barrier=""),
               replace(FULL, region="BE-VLG", barrier="closed")]  # fmt: skip
    for number, ending in enumerate(endings):
        referral = await kept(memory, replace(RENT, service="x" * (number + 1)))
        async with memory.transaction() as tx:
            await tx.referrals.end({referral.id: ending})
    async with memory.transaction() as tx:
        assert await tx.referrals.barriers() == [
            ("BE-BRU", "sireas", "full", 2), ("BE-VLG", "sireas", "closed", 1),
        ]  # fmt: skip
        assert await tx.referrals.barriers("BE-VLG") == [("BE-VLG", "sireas", "closed", 1)]


async def test_what_is_past_its_end_is_found_and_what_is_forgotten_is_not_counted(memory):
    one, other = await kept(memory), await kept(memory, replace(RENT, service="other"))
    async with memory.transaction() as tx:
        assert await tx.referrals.past_end(NOW + 4 * A_WEEK - timedelta(seconds=1), 9) == []
        assert len(await tx.referrals.past_end(NOW + 4 * A_WEEK, 9)) == 2
        assert not await tx.referrals.forget(one.id, other.person_id)
        assert await tx.referrals.forget(one.id, one.person_id)
        await tx.referrals.forget_all_of(other.person_id)
        assert await tx.referrals.past_end(NOW + 4 * A_WEEK, 9) == []
    assert await counts(memory) == []
