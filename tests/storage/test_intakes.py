"""First talks as they are kept: however many want the same half hour, one has it."""

import asyncio
import os
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from storage import Database
from storage.intakes import Intake, Outcome, new_intake
from storage.intakes.booked import CANCELLED, DONE
from storage.people import Person
from storage.tables import IntakeRow, TakenHalfHourRow
from tests.storage.places import KINDS

NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
HALF = timedelta(minutes=30)
ZONE = "Europe/Brussels"
# How many pairs race for one half hour each, and how many pairs at once.
PAIRS = int(os.environ.get("DUOBOT_TEST_INTAKE_PAIRS", "1000"))
LANES = 10


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    kind: str = request.param
    return kind


async def met(memory: Database, count: int) -> list[Person]:
    async with memory.transaction() as tx:
        return [
            await tx.people.add(number, "en", "registered", NOW) for number in range(1, count + 1)
        ]


def talk(person: Person, coach: Person, number: int = 0) -> Intake:
    start = NOW + number * HALF
    return new_intake(person.id, coach.id, (start, start + HALF, ZONE), "branch", "new")


async def book(memory: Database, intake: Intake) -> bool:
    async with memory.transaction() as tx:
        return await tx.intakes.book(intake, NOW)


async def taken(memory: Database) -> Counter[tuple[int, datetime]]:
    async with memory.reading() as tx:
        row = TakenHalfHourRow
        return Counter(
            map(tuple, await tx.connection.execute(select(row.coach_id, row.starts_at)))
        )


async def test_a_coach_has_one_talk_at_a_time_and_a_person_one_in_all(memory):
    els, amir, fatima = await met(memory, 3)
    assert await book(memory, talk(amir, els))
    assert not await book(memory, talk(fatima, els))
    assert not await book(memory, talk(amir, els, 1))
    assert await book(memory, talk(fatima, els, 1))
    assert sum((await taken(memory)).values()) == 2


async def test_a_moved_talk_frees_its_half_hour_and_takes_no_other_ones(memory):
    els, amir, fatima = await met(memory, 3)
    first, second = talk(amir, els), talk(fatima, els, 1)
    assert await book(memory, first)
    assert await book(memory, second)
    async with memory.transaction() as tx:
        assert await tx.intakes.change(first, replace(first, starts_at=second.starts_at)) is None
        later = replace(first, starts_at=NOW + 5 * HALF, ends_at=NOW + 6 * HALF)
        moved = await tx.intakes.change(first, later)
        assert moved == replace(later, sequence=1)
        assert await tx.intakes.change(first, later) is None
        assert await tx.intakes.change(moved, replace(moved, place="phone"))
    assert {at for _, at in await taken(memory)} == {NOW + HALF, NOW + 5 * HALF}


async def test_a_talk_that_ended_is_open_no_more_and_its_half_hour_is_free(memory):
    els, amir, fatima = await met(memory, 3)
    first = talk(amir, els)
    assert await book(memory, first)
    async with memory.transaction() as tx:
        assert await tx.intakes.end(first, CANCELLED, NOW)
        assert await tx.intakes.end(first, CANCELLED, NOW) is None
        assert await tx.intakes.open_of(amir.id) is None
        assert (await tx.intakes.get(first.id)).state == CANCELLED
    assert await book(memory, talk(fatima, els))


async def test_what_came_of_a_talk_is_sealed_and_forgotten(memory):
    els, amir = await met(memory, 2)
    first = talk(amir, els)
    assert await book(memory, first)
    outcome = Outcome(("housing.rent",), "lives with an aunt", "other", "", "cpas")
    async with memory.transaction() as tx:
        assert await tx.intakes.write(first, replace(first, outcome=outcome))
        kept = await tx.intakes.get(first.id)
        assert kept.outcome == outcome
        assert b"aunt" not in await tx.connection.scalar(select(IntakeRow.outcome))
        assert await tx.intakes.end(kept, DONE, NOW)
        assert (await tx.intakes.get(first.id)).outcome == outcome
        await tx.intakes.forget(amir.id)
        assert (await tx.intakes.get(first.id)).outcome == Outcome()


async def test_hours_are_kept_once_and_taken_back_by_who_gave_them(memory):
    els, nadia = await met(memory, 2)
    day = date(2026, 3, 10)
    async with memory.transaction() as tx:
        hours = tx.intake_hours
        for is_new in (True, False):
            assert await hours.add_pattern(els.id, 1, ("09:00", "12:00"), "branch") is is_new
            assert await hours.add_exception(els.id, day) is is_new
        (pattern,) = await hours.patterns_of([els.id, nadia.id])
        (exception,) = await hours.exceptions_of([els.id], day)
        assert exception.is_off
        assert not await hours.drop_pattern(pattern.id, nadia.id)
        assert not await hours.drop_exception(exception.id, nadia.id)
        assert await hours.drop_pattern(pattern.id, els.id)
        assert await hours.drop_exception(exception.id, els.id)
        await hours.add_exception(els.id, day)
        await hours.forget(els.id)
        assert await hours.exceptions_of([els.id], day) == []


async def test_who_waits_keeps_their_place_in_the_row(memory):
    els, amir, fatima = await met(memory, 3)
    async with memory.transaction() as tx:
        for one in (els, amir, fatima):
            await tx.people.save(one.id, branch="brussels")
        wishes = tx.intake_wishes
        assert await wishes.wish(amir.id, "time", NOW)
        assert await wishes.wish(fatima.id, "time", NOW + HALF)
        assert not await wishes.wish(amir.id, "time", NOW + 2 * HALF)
        waiting = await wishes.waiting("brussels", "time", 9)
        assert [one.person_id for one in waiting] == [amir.id, fatima.id]
        await wishes.mark_told([amir.id], NOW)
        assert len(await wishes.waiting("brussels", "time", 9)) == 1
        assert await wishes.wish(amir.id, "call", NOW)
        assert await wishes.branches("time") == ["brussels"]
        assert await wishes.drop(fatima.id)
        assert not await wishes.drop(fatima.id)
        assert await wishes.branches("time") == []


async def test_of_each_pair_that_races_for_a_half_hour_one_has_it(memory):
    els, *people = await met(memory, 1 + 2 * PAIRS)

    async def race(lane: int) -> list[int]:
        won = []
        for number in range(lane, PAIRS, LANES):
            two = [talk(people[2 * number + side], els, number) for side in (0, 1)]
            won.append(sum(await asyncio.gather(*(book(memory, one) for one in two))))
        return won

    winners = [one for lane in await asyncio.gather(*map(race, range(LANES))) for one in lane]
    assert Counter(winners) == {1: PAIRS}
    assert Counter((await taken(memory)).values()) == {1: PAIRS}


async def test_a_person_who_taps_two_times_at_once_has_one_talk(memory):
    els, nadia, amir = await met(memory, 3)
    both = [talk(amir, els), talk(amir, nadia, 1)]
    kept = await asyncio.gather(*(book(memory, one) for one in both))
    assert sorted(kept) == [False, True]
    assert sum((await taken(memory)).values()) == 1
