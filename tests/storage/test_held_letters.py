"""Letters that are held, that come too late or are taken back, and what counts in a week."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from storage import Database
from storage.held_letters import Fate
from storage.letters import DEAD, DROPPED, HELD, SENT, TOLD, WAITING, Draft, Settlement
from storage.sealing import SealedBytes
from storage.tables import OutboxRow

NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
SATURDAY = NOW + timedelta(days=4)
REMINDER = 2
ROLES = ("mentee", "mentor")


@pytest.fixture
def database(memory: Database) -> Database:
    return memory


@pytest.fixture
async def rita(database: Database) -> int:
    return await somebody(database, 11, "mentor")


async def somebody(database: Database, telegram_id: int, role: str) -> int:
    async with database.transaction() as tx:
        person = await tx.people.add(telegram_id, "nl", "registered", NOW)
        await tx.people.save(person.id, role=role)
        return person.id


def draft(to: int, subject: str, due: datetime = NOW, **more: Any) -> Draft:
    return Draft(to, "help", subject, "1", {"role": "mentor"}, REMINDER, due, **more)


async def put(database: Database, *drafts: Draft) -> None:
    async with database.transaction() as tx:
        await tx.outbox.put(drafts, NOW)


async def take(database: Database, at: datetime = NOW) -> list[str]:
    async with database.transaction() as tx:
        return [one.subject for one in await tx.outbox.claim(at, at, 10)]


async def held(database: Database, at: datetime) -> list[str]:
    async with database.transaction() as tx:
        return [one.subject for one in await tx.held_letters.due(at, 10)]


async def states(database: Database) -> dict[str, str]:
    async with database.reading() as tx:
        rows = await tx.connection.execute(select(OutboxRow.subject, OutboxRow.state))
        return {row.subject: row.state for row in rows}


async def kept(database: Database, *people: int, since: datetime = NOW) -> dict[int, int]:
    """How many letters count for each of these people."""
    async with database.transaction() as tx:
        found = await tx.held_letters.kept_for(people, ROLES, REMINDER, ["exempt"], since)
        return {person: len(letters) for person, letters in found.items()}


async def test_a_held_letter_goes_to_nobody_until_it_is_let_go(database, rita):
    await put(database, draft(rita, "held", SATURDAY, held=True))
    assert await take(database, SATURDAY) == []
    assert await held(database, SATURDAY - timedelta(seconds=1)) == []
    async with database.transaction() as tx:
        (letter,) = await tx.held_letters.due(SATURDAY, 10)
        assert letter.facts == {"role": "mentor"}
        await tx.held_letters.settle([Fate(letter.id, WAITING, SATURDAY)], SATURDAY)
    assert await take(database, SATURDAY) == ["held"]


async def test_all_that_is_held_for_somebody_comes_at_once_the_oldest_first(database, rita):
    amir = await somebody(database, 12, "mentee")
    await put(database, *(draft(rita, f"{n}", SATURDAY, held=True) for n in range(3)))
    await put(database, draft(amir, "his", SATURDAY + timedelta(hours=1), held=True))
    async with database.transaction() as tx:
        found = await tx.held_letters.due(SATURDAY, 1)
    assert [one.subject for one in found] == ["0", "1", "2"]


async def test_what_was_told_or_dropped_is_emptied_and_what_waits_is_not(database, rita):
    fates = {"told": TOLD, "dropped": DROPPED, "later": HELD, "alone": WAITING}
    await put(database, *(draft(rita, one, SATURDAY, held=True) for one in fates))
    async with database.transaction() as tx:
        found = await tx.held_letters.due(SATURDAY, 10)
        written = [Fate(one.id, fates[one.subject], SATURDAY) for one in found]
        await tx.held_letters.settle(written, SATURDAY)
        full = select(OutboxRow.subject).where(OutboxRow.facts.is_not(None))
        assert set(await tx.connection.scalars(full)) == {"later", "alone"}
    assert await states(database) == fates


async def test_a_held_letter_that_does_not_open_is_put_aside(database, rita):
    await put(database, *(draft(rita, one, SATURDAY, held=True) for one in ("spoilt", "well")))
    async with database.transaction() as tx:
        spoilt = update(OutboxRow).where(OutboxRow.subject == "spoilt")
        await tx.connection.execute(spoilt.values(facts=SealedBytes(b"with a lost key")))
    assert await held(database, SATURDAY) == ["well"]
    assert (await states(database))["spoilt"] == DEAD


async def test_a_held_letter_can_be_taken_back_and_is_not_emptied_while_it_waits(database, rita):
    await put(database, draft(rita, "mine", SATURDAY, held=True))
    async with database.transaction() as tx:
        await tx.forgetting.letters_to(rita)
    assert await held(database, SATURDAY) == ["mine"]
    async with database.transaction() as tx:
        assert await tx.forgetting.take_back(["help"], ["mine"], NOW) == 1
    assert await held(database, SATURDAY) == []


async def test_who_rests_gets_nothing_that_was_held(database, rita):
    await put(database, draft(rita, "mine", SATURDAY, held=True))
    async with database.transaction() as tx:
        assert await tx.outbox.drop(rita, [REMINDER], NOW) == 1
    assert await held(database, SATURDAY) == []


async def test_only_letters_that_somebody_got_or_will_get_count_in_a_week(database, rita):
    els = await somebody(database, 13, "coach")
    amir = await somebody(database, 12, "mentee")
    await put(
        database,
        draft(rita, "waits"),
        draft(rita, "held", SATURDAY, held=True),
        draft(rita, "last week", NOW - timedelta(seconds=1)),
        draft(rita, "a change", edits=7),
        draft(els, "staff"),
        replace(draft(rita, "exempt"), kind="exempt"),
        replace(draft(rita, "a reply"), lane=1),
    )
    assert await kept(database, rita, amir, els) == {rita: 2, amir: 0}
    async with database.transaction() as tx:
        await tx.forgetting.take_back(["help"], ["waits"], NOW)
    assert await kept(database, rita) == {rita: 1}


async def test_two_who_leave_letters_for_one_person_count_one_after_the_other(
    database, rita, keys
):
    other = Database(database.url, keys)

    async def leave(where: Database, subject: str) -> int:
        async with where.transaction() as tx:
            found = await tx.held_letters.kept_for([rita], ROLES, REMINDER, ["exempt"], NOW)
            await tx.outbox.put([draft(rita, subject)], NOW)
            return len(found[rita])

    counted = await asyncio.gather(
        *(leave(one, f"{n}") for n, one in enumerate((database, other) * 4))
    )
    await other.close()
    assert sorted(counted) == list(range(8))


async def test_nobody_takes_a_letter_that_has_expired(database, rita):
    hour = timedelta(hours=1)
    await put(database, draft(rita, "too late", expires=NOW + hour))
    assert await take(database, NOW + hour) == []
    async with database.transaction() as tx:
        assert await tx.held_letters.drop_expired(NOW + hour, 10) == 0
        assert await tx.held_letters.drop_expired(NOW + 2 * hour, 10) == 1
    assert await states(database) == {"too late": DROPPED}


async def test_a_letter_in_time_is_taken(database, rita):
    await put(database, draft(rita, "in time", expires=NOW + timedelta(seconds=1)))
    assert await take(database) == ["in time"]


async def test_a_letter_that_is_looked_at_cannot_be_taken_back_until_then(database, rita, keys):
    await put(database, draft(rita, "mine"))
    async with database.transaction() as tx:
        (letter,) = await tx.outbox.claim(NOW, NOW, 10)
    other, taken = Database(database.url, keys), []

    async def take_back() -> None:
        async with other.transaction() as tx:
            await tx.forgetting.take_back(["help"], ["mine"], NOW)
        taken.append(letter.id)

    async with database.transaction() as tx:
        assert await tx.outbox.still_wanted(letter.id, letter.leased_until, NOW)
        taking = asyncio.create_task(take_back())
        await asyncio.sleep(0.1)  # as long as the other one would need, and more
        assert not taken
    await taking
    async with database.transaction() as tx:
        assert not await tx.outbox.still_wanted(letter.id, letter.leased_until, NOW)
    await other.close()


async def test_of_what_is_not_kept_a_line_that_names_nothing_counts_until_the_week_is_over(
    database, rita
):
    await put(database, replace(draft(rita, "referral:1"), kind="referral_question"))
    async with database.transaction() as tx:
        (letter,) = await tx.outbox.claim(NOW, NOW, 10)
        await tx.outbox.settle([Settlement(letter.id, letter.leased_until, SENT, NOW)])
    two_days_later = NOW + timedelta(seconds=1)
    async with database.transaction() as tx:
        assert await tx.forgetting.erase_not_kept_before(two_days_later, REMINDER) == 0
        row = (await tx.connection.execute(select(OutboxRow))).one()
        assert (row.kind, row.facts, row.message_id) == ("nameless", None, None)
        assert "referral" not in row.subject
    assert await kept(database, rita) == {rita: 1}
    async with database.transaction() as tx:
        week_over = NOW + timedelta(days=7, seconds=1)
        assert await tx.forgetting.erase_not_kept_before(week_over, REMINDER) == 1
