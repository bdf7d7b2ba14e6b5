"""Seats as they are kept: nobody has the seat of somebody else, however many want the last one."""

import asyncio
import os
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError

from storage import Database
from storage.ids import new_id
from storage.seats import SeatState
from storage.sessions import Draft, Session, new_session
from storage.tables import SeatRow, SessionRow
from tests.storage.places import KINDS

NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
# How many pairs race for one seat each. DUOBOT_TEST_PAIRS=1000 takes a minute.
PAIRS = int(os.environ.get("DUOBOT_TEST_PAIRS", "100"))
AT_ONCE, SEATS, PEOPLE = 8, 25, 60


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    kind: str = request.param
    return kind


@pytest.fixture
async def people(memory: Database) -> list[int]:
    async with memory.transaction() as tx:
        numbers = range(1, PEOPLE + 1)
        return [(await tx.people.add(one, "en", "registered", NOW)).id for one in numbers]


async def planned(memory: Database, coach_id: int, seats: int) -> Session:
    when = (NOW + timedelta(days=3), 90)
    session = new_session("info", "ghent", when, ("", "nl"), seats, coach_id)
    async with memory.transaction() as tx:
        await tx.sessions.add(session, NOW)
    return session


async def takes(memory: Database, session: Session, person_id: int) -> str:
    async with memory.transaction() as tx:
        held = await tx.sessions.hold(session.id)
        assert held
        return (await tx.seats.take(held, person_id, NOW)).state


async def overbooked(memory: Database) -> int:
    """How many sessions have more seats taken than there are."""
    async with memory.reading() as tx:
        taken = select(SeatRow.session_id, func.count().label("taken")).where(
            SeatRow.state.in_([SeatState.SEATED, SeatState.HELD])
        )
        each = taken.group_by(SeatRow.session_id).subquery()
        more = (
            select(func.count())
            .select_from(SessionRow)
            .join(each, each.c.session_id == SessionRow.id)
        )
        return await tx.connection.scalar(more.where(each.c.taken > SessionRow.capacity)) or 0


async def test_of_two_who_want_the_last_seat_one_waits(memory, people):
    """As many pairs as ``PAIRS``, several of them at once."""
    sessions = [await planned(memory, people[0], 1) for _ in range(PAIRS)]
    turn = asyncio.Semaphore(AT_ONCE)

    async def race(session: Session, person_id: int) -> str:
        async with turn:
            return await takes(memory, session, person_id)

    claims = [race(session, one) for session in sessions for one in people[1:3]]
    states = Counter(await asyncio.gather(*claims))
    assert states == {SeatState.SEATED: PAIRS, SeatState.WAITING: PAIRS}
    assert await overbooked(memory) == 0


async def test_of_many_who_want_few_seats_as_many_sit_as_there_are(memory, people):
    session = await planned(memory, people[0], SEATS)
    states = Counter(await asyncio.gather(*(takes(memory, session, one) for one in people)))
    assert states == {SeatState.SEATED: SEATS, SeatState.WAITING: PEOPLE - SEATS}
    assert await overbooked(memory) == 0


async def test_seats_go_round_and_come_back_while_others_take_them(memory, people):
    session = await planned(memory, people[0], 3)

    async def comes_and_goes(person_id: int) -> None:
        for _ in range(4):
            await takes(memory, session, person_id)
            async with memory.transaction() as tx:
                await tx.sessions.hold(session.id)
                seat = await tx.seats.find(session.id, person_id)
                await tx.seats.settle(seat, SeatState.GIVEN_UP, NOW)
                for one in await tx.seats.of_session(session.id):
                    if one.state == SeatState.WAITING:
                        await tx.seats.keep_for(session, one, NOW, NOW)

    await asyncio.gather(*(comes_and_goes(one) for one in people[1:13]))
    assert await overbooked(memory) == 0


async def test_the_same_person_who_taps_twice_has_one_seat(memory, people):
    session = await planned(memory, people[0], 5)
    states = await asyncio.gather(*(takes(memory, session, people[1]) for _ in range(6)))
    assert set(states) == {SeatState.SEATED}
    async with memory.reading() as tx:
        assert await tx.seats.taken_in([session.id]) == {session.id: 1}


async def test_even_who_does_not_hold_the_session_cannot_have_a_taken_number(memory, people):
    session = await planned(memory, people[0], 1)
    await takes(memory, session, people[1])
    row = {"id": new_id(), "session_id": session.id, "person_id": people[2], "state": "seated",
           "number": 1, "asked_at": NOW, "changed_at": NOW}  # fmt: skip
    with pytest.raises(IntegrityError):
        async with memory.transaction() as tx:
            await tx.connection.execute(insert(SeatRow).values(**row))


async def test_what_has_changed_meanwhile_is_not_changed(memory, people):
    session = await planned(memory, people[0], 1)
    await takes(memory, session, people[1])
    async with memory.transaction() as tx:
        seat = await tx.seats.find(session.id, people[1])
        assert await tx.seats.settle(seat, SeatState.GIVEN_UP, NOW)
        assert not await tx.seats.settle(seat, SeatState.ATTENDED, NOW)


async def test_a_code_counts_in_its_own_session_and_only_as_a_fingerprint(memory, people):
    one, other = [await planned(memory, people[0], 1) for _ in range(2)]
    around = (NOW, NOW + timedelta(days=9))
    async with memory.transaction() as tx:
        await tx.sessions.show_code(one.id, "482913")
        await tx.sessions.show_code(other.id, "000001")
        assert await tx.sessions.of_code("482913", "ghent", around) == one.id
        assert await tx.sessions.of_code("482913", "antwerp", around) is None
        assert await tx.sessions.of_code("111111", "ghent", around) is None
        kept = (await tx.connection.scalars(select(SessionRow.code))).all()
    assert not any(b"482913" in one for one in kept)


async def test_a_draft_is_forgotten_in_time(memory, people):
    async with memory.transaction() as tx:
        await tx.sessions.write_draft(people[0], Draft(what="info", asks="when"), NOW)
        assert await tx.sessions.draft_of(people[0], NOW - timedelta(hours=1))
        assert await tx.sessions.draft_of(people[0], NOW) is None
        assert await tx.sessions.drop_draft(people[0])
        assert not await tx.sessions.drop_draft(people[0])


async def test_a_reason_is_sealed_and_one_that_counts_is_not_written_over(memory, people):
    coach, mentor = people[:2]
    async with memory.transaction() as tx:
        for reason in ("an early one", "ten years of coaching"):
            await tx.training.write_reason(mentor, reason, coach, NOW)
        assert await tx.training.excepted([mentor]) == frozenset()
        assert not await tx.training.be_sure(mentor, people[2], NOW)
        assert await tx.training.be_sure(mentor, coach, NOW)
        await tx.training.write_reason(mentor, "something else", coach, NOW)
        kept = await tx.training.exception_of(mentor)
        assert kept.reason == "ten years of coaching"
        assert await tx.training.excepted([mentor]) == {mentor}
