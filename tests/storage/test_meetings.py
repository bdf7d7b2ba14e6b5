"""Meetings and offers as they are kept: nobody in two places, however many want the same hour."""

import asyncio
import os
import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import select

from storage import Database
from storage.duos import Duo, new_duo
from storage.meeting_offers import Offer, OfferState, new_draft
from storage.meetings import KeptPlace, Meeting, new_meeting
from storage.tables import BusyQuarterRow, MeetingOfferRow, MeetingRow
from tests.storage.places import KINDS

NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
A_QUARTER, AN_HOUR = timedelta(minutes=15), timedelta(hours=1)
HOME = KeptPlace("address", "", "Kerkstraat 3, Gent")
# How many pairs race for the same hour. DUOBOT_TEST_PAIRS=10000 takes some minutes.
PAIRS = int(os.environ.get("DUOBOT_TEST_PAIRS", "150"))
AT_ONCE = 5


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    kind: str = request.param
    return kind


@pytest.fixture
async def duo(memory: Database) -> Duo:
    async with memory.transaction() as tx:
        people = [await tx.people.add(number, "en", "registered", NOW) for number in (1, 2, 3)]
        duo = new_duo(*(one.id for one in people), "Europe/Brussels", NOW)
        await tx.duos.form(duo)
    return duo


def meeting_at(duo: Duo, start: datetime, minutes: int = 60, place: KeptPlace = HOME) -> Meeting:
    wall = f"{start:%Y-%m-%dT%H:%M}"
    agreed = (wall, duo.zone, minutes, start, start + timedelta(minutes=minutes))
    return new_meeting(duo.id, agreed, place)


def quarters(meeting: Meeting) -> range:
    return range((meeting.starts_at - EPOCH) // A_QUARTER, (meeting.ends_at - EPOCH) // A_QUARTER)


def the_two(duo: Duo) -> tuple[int, int]:
    return duo.mentee_id, duo.mentor_id


async def fix(database: Database, duo: Duo, meeting: Meeting) -> bool:
    async with database.transaction() as tx:
        return await tx.meetings.fix(meeting, quarters(meeting), the_two(duo), NOW)


async def change(database: Database, duo: Duo, meeting: Meeting) -> Meeting | None:
    async with database.transaction() as tx:
        return await tx.meetings.change(meeting, quarters(meeting), the_two(duo), NOW)


async def busy(database: Database) -> Counter[tuple[int, int]]:
    async with database.reading() as tx:
        rows = await tx.connection.execute(
            select(BusyQuarterRow.person_id, BusyQuarterRow.quarter)
        )
        return Counter(tuple(row) for row in rows)


async def test_a_meeting_is_kept_with_its_place_and_found_by_the_two_only(memory, duo):
    meeting = meeting_at(duo, NOW + AN_HOUR)
    assert await fix(memory, duo, meeting)
    async with memory.reading() as tx:
        assert await tx.meetings.get(meeting.id, duo.mentor_id) == meeting
        assert await tx.meetings.get(meeting.id, duo.coach_id) is None
        kept = await tx.connection.scalar(select(MeetingRow.place_words))
    assert b"Kerkstraat" not in kept


async def test_who_has_a_meeting_can_have_no_other_in_the_same_quarter(memory, duo):
    assert await fix(memory, duo, meeting_at(duo, NOW))
    assert not await fix(memory, duo, meeting_at(duo, NOW + 3 * A_QUARTER))
    assert await fix(memory, duo, meeting_at(duo, NOW + AN_HOUR))
    async with memory.reading() as tx:
        assert len(await tx.meetings.latest_of(duo.id, 9)) == 2
    assert len(await busy(memory)) == 2 * 8


async def test_a_moved_meeting_frees_its_quarters_and_may_keep_some(memory, duo):
    first = meeting_at(duo, NOW)
    assert await fix(memory, duo, first)
    later = replace(
        first, starts_at=NOW + 2 * A_QUARTER, ends_at=NOW + 6 * A_QUARTER, wall="2026-03-03T11:30"
    )
    moved = await change(memory, duo, later)
    assert moved == replace(later, sequence=1)
    assert len(await busy(memory)) == 2 * 4
    assert await fix(memory, duo, meeting_at(duo, NOW - 2 * A_QUARTER))


async def test_a_move_to_an_hour_that_is_taken_changes_nothing(memory, duo):
    first, second = meeting_at(duo, NOW), meeting_at(duo, NOW + AN_HOUR)
    assert await fix(memory, duo, first)
    assert await fix(memory, duo, second)
    before = await busy(memory)
    half = replace(first, starts_at=NOW + A_QUARTER, ends_at=NOW + AN_HOUR + A_QUARTER)
    assert await change(memory, duo, half) is None
    assert await busy(memory) == before


async def test_what_was_changed_meanwhile_is_neither_changed_nor_cancelled(memory, duo):
    meeting = meeting_at(duo, NOW)
    assert await fix(memory, duo, meeting)
    assert await change(memory, duo, meeting)
    before = await busy(memory)
    assert await change(memory, duo, replace(meeting, starts_at=NOW + AN_HOUR)) is None
    async with memory.transaction() as tx:
        assert await tx.meetings.cancel(meeting, NOW) is None
    assert await busy(memory) == before


async def test_a_cancelled_meeting_stands_no_longer_and_frees_its_hour(memory, duo):
    meeting = meeting_at(duo, NOW)
    assert await fix(memory, duo, meeting)
    async with memory.transaction() as tx:
        gone = await tx.meetings.cancel(meeting, NOW)
        assert gone == replace(meeting, sequence=1, cancelled_at=NOW)
        assert await tx.meetings.coming_of(duo.id, NOW) == []
        assert await tx.meetings.get(meeting.id, duo.mentee_id) == gone
    assert await busy(memory) == Counter()
    assert await fix(memory, duo, meeting_at(duo, NOW))


async def test_meetings_are_found_by_when_they_begin(memory, duo):
    meetings = [meeting_at(duo, NOW + hours * AN_HOUR) for hours in (0, 1, 2)]
    for one in meetings:
        assert await fix(memory, duo, one)
    async with memory.reading() as tx:
        room = tx.meetings
        assert await room.coming_of(duo.id, NOW + AN_HOUR) == meetings[1:]
        assert await room.of_week(duo.id, NOW, NOW + AN_HOUR) == meetings[:1]
        assert await room.between([duo.id], NOW + AN_HOUR, NOW + 9 * AN_HOUR) == meetings[1:]
        assert await room.latest_of(duo.id, 2) == [meetings[2], meetings[1]]
        assert await room.beginning_after(NOW, 0, 2) == meetings[:2]
        assert await room.beginning_after(NOW, meetings[0].id, 9) == meetings[1:]
        assert set(await room.ids_of(duo.id)) == {one.id for one in meetings}


async def test_nobody_plans_for_a_duo_that_has_ended(memory, duo):
    async with memory.transaction() as tx:
        assert await tx.meetings.hold(duo.id)
        await tx.duos.end(duo.id, NOW)
        assert not await tx.meetings.hold(duo.id)


async def test_what_was_typed_is_forgotten_with_the_duo(memory, duo):
    meeting, draft = meeting_at(duo, NOW), draft_of(duo, duo.mentee_id)
    assert await fix(memory, duo, meeting)
    async with memory.transaction() as tx:
        await tx.meeting_offers.begin(draft, NOW)
        await tx.meeting_offers.write(replace(draft, state=OfferState.OPEN))
        await tx.meetings.forget_words(duo.id)
        await tx.meeting_offers.end_all(duo.id, NOW)
        assert (await tx.meetings.get(meeting.id, duo.mentee_id)).place.words == ""
        (words,) = await tx.connection.scalars(select(MeetingOfferRow.place_words))
        assert words is None
        assert (await tx.meeting_offers.get(draft.id, duo.id)).state is OfferState.WITHDRAWN


# Two who want the same hour at the same moment.


async def race(database: Database, duo: Duo, start: datetime, dice: random.Random) -> list[bool]:
    """One fixes a meeting, and another one another meeting, or moves one that stands, in part of
    the same hour.
    """
    mine, theirs = meeting_at(duo, start), meeting_at(duo, start + dice.randint(-3, 3) * A_QUARTER)
    standing = replace(theirs, starts_at=start + 3 * AN_HOUR, ends_at=start + 4 * AN_HOUR)
    moves = dice.random() < 0.5
    if moves:
        assert await fix(database, duo, standing)
    other = change(database, duo, theirs) if moves else fix(database, duo, theirs)
    return [bool(one) for one in await asyncio.gather(fix(database, duo, mine), other)]


async def test_of_many_pairs_who_race_for_the_same_hour_exactly_one_has_it(memory, duo):
    dice = random.Random(7)
    for first in range(0, PAIRS, AT_ONCE):
        days = [NOW + number * timedelta(days=1) for number in range(first, first + AT_ONCE)]
        races = [race(memory, duo, day, dice) for day in days]
        assert {sum(won) for won in await asyncio.gather(*races)} == {1}
    taken = await busy(memory)
    async with memory.reading() as tx:
        meetings = await tx.meetings.latest_of(duo.id, 3 * PAIRS + 9)
    assert set(taken.values()) == {1}
    assert len(taken) == sum(2 * len(quarters(one)) for one in meetings)
    in_order = sorted(meetings, key=lambda one: one.starts_at)
    for one, after in pairwise(in_order):
        assert one.ends_at <= after.starts_at


# Offers.


def draft_of(duo: Duo, person_id: int) -> Offer:
    draft = new_draft(duo.id, person_id, 60, None, HOME)
    return replace(draft, times=("2026-03-04T14:00", "2026-03-05T18:00"))


async def test_a_person_has_one_draft_and_a_duo_one_open_offer(memory, duo):
    first, second = draft_of(duo, duo.mentee_id), draft_of(duo, duo.mentee_id)
    async with memory.transaction() as tx:
        offers = tx.meeting_offers
        for draft in (first, second):
            await offers.begin(draft, NOW)
        assert await offers.draft_of(duo.mentee_id) == replace(second, made_at=NOW)
        assert await offers.draft_of(duo.mentor_id) is None
        assert await offers.get(first.id, duo.id) is None
        await offers.write(replace(second, state=OfferState.OPEN))
        assert (await offers.open_of(duo.id)).times == second.times
        assert await offers.draft_of(duo.mentee_id) is None
        assert await offers.get(second.id, duo.id + 1) is None


async def test_an_offer_ends_once(memory, duo):
    draft = draft_of(duo, duo.mentee_id)
    async with memory.transaction() as tx:
        offers = tx.meeting_offers
        await offers.begin(draft, NOW)
        assert not await offers.end(draft.id, OfferState.FIXED, NOW)
        await offers.write(replace(draft, state=OfferState.OPEN))
        assert await offers.end(draft.id, OfferState.FIXED, NOW)
        assert not await offers.end(draft.id, OfferState.WITHDRAWN, NOW)
        assert (await offers.get(draft.id, duo.id)).state is OfferState.FIXED
        assert await offers.ids_of(duo.id) == [draft.id]


async def test_a_draft_is_dropped(memory, duo):
    draft = draft_of(duo, duo.mentee_id)
    async with memory.transaction() as tx:
        await tx.meeting_offers.begin(draft, NOW)
        await tx.meeting_offers.drop(draft)
        assert await tx.meeting_offers.ids_of(duo.id) == []


async def test_of_two_who_move_one_meeting_at_once_one_does_and_has_its_hours(memory, duo):
    meeting = meeting_at(duo, NOW)
    assert await fix(memory, duo, meeting)
    for number in range(10):
        start = NOW + number * timedelta(days=1)
        wanted = [
            replace(meeting, starts_at=start + hours, ends_at=start + hours + AN_HOUR)
            for hours in (AN_HOUR, 2 * AN_HOUR + A_QUARTER)
        ]
        both = await asyncio.gather(*(change(memory, duo, one) for one in wanted))
        (meeting,) = [one for one in both if one]
        hours = {(one, quarter) for one in the_two(duo) for quarter in quarters(meeting)}
        assert set(await busy(memory)) == hours
