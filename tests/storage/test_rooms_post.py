"""The rooms of the post: who is served first, what is kept once, and what is forgotten."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from storage import Database, Keys, Transaction
from storage.inbox import SET_ASIDE, Arrival
from storage.letters import DEAD, DROPPED, SENT, WAITING, Draft, Settlement
from storage.sealing import SealedBytes
from storage.tables import InboxRow, OutboxRow, PersonRow

NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
RITA, AMIR, ELS = 11, 12, 13
CASE, REPLY, REMINDER, BROADCAST = range(4)


@pytest.fixture
def database(memory: Database) -> Database:
    """A database with the tables of the product."""
    return memory


@pytest.fixture
def url(database: Database) -> str:
    """Where another process finds the same database."""
    return database.url


def arrival(update_id: int, sender: int | None = RITA) -> Arrival:
    return Arrival(update_id, sender, {"update_id": update_id, "text": f"said {update_id}"})


async def store(database: Database, *arrivals: Arrival) -> None:
    async with database.transaction() as tx:
        await tx.inbox.store(arrivals, NOW)


async def claim(database: Database, at: datetime = NOW, limit: int = 10) -> list[int]:
    async with database.transaction() as tx:
        return [one.update_id for one in await tx.inbox.claim(at, limit)]


async def test_of_each_person_the_earliest_update_comes_first(database: Database):
    await store(database, arrival(5), arrival(3), arrival(4, AMIR), arrival(6, AMIR))
    assert await claim(database) == [3, 4]
    assert await claim(database) == []


async def test_the_next_one_comes_when_the_first_is_done(database: Database):
    await store(database, arrival(3), arrival(5))
    await claim(database)
    async with database.transaction() as tx:
        assert await tx.inbox.finish(3, NOW)
        assert not await tx.inbox.finish(3, NOW)
        assert not await tx.inbox.finish(99, NOW)
    assert await claim(database) == [5]


async def test_updates_of_nobody_wait_for_nobody(database: Database):
    await store(database, *(arrival(n, None) for n in range(3)))
    assert await claim(database) == [0, 1, 2]


async def test_no_more_are_taken_than_asked_for_and_the_rest_come_next(database: Database):
    await store(database, *(arrival(n, n) for n in range(1, 6)))
    assert await claim(database, limit=2) == [1, 2]
    assert await claim(database, limit=9) == [3, 4, 5]


async def test_a_lease_ends_and_the_try_is_counted(database: Database):
    await store(database, arrival(1))
    await claim(database)
    assert await claim(database, NOW + timedelta(seconds=29)) == []
    async with database.transaction() as tx:
        (again,) = await tx.inbox.claim(NOW + timedelta(seconds=30), 1)
    assert (again.tries, again.failures, again.raw["text"]) == (2, 0, "said 1")


async def test_what_failed_is_free_at_once_or_set_aside(database: Database):
    await store(database, arrival(1), arrival(2))
    await claim(database)
    async with database.transaction() as tx:
        await tx.inbox.give_back(1, set_aside=False)
    assert await claim(database) == [1]
    async with database.transaction() as tx:
        await tx.inbox.give_back(1, set_aside=True)
        assert not await tx.inbox.finish(1, NOW)
    assert await claim(database) == [2]


async def test_a_new_process_frees_what_the_old_one_held(database: Database):
    await store(database, arrival(1), arrival(2, AMIR))
    await claim(database)
    async with database.transaction() as tx:
        assert await tx.inbox.release_all() == 2
    assert await claim(database) == [1, 2]


async def test_what_came_before_is_kept_once_even_within_one_poll(database: Database):
    await store(database, arrival(1), arrival(1), arrival(2))
    await store(database, arrival(2), arrival(3))
    async with database.reading() as tx:
        found = await tx.connection.scalars(select(InboxRow.update_id))
        assert sorted(found) == [1, 2, 3]


async def test_two_processes_take_each_update_once(database: Database, url: str, keys: Keys):
    await store(database, *(arrival(n, n) for n in range(1, 21)))
    other = Database(url, keys)
    taken = await asyncio.gather(*(claim(one, limit=7) for one in (database, other) * 3))
    await other.close()
    together = sorted(number for some in taken for number in some)
    assert together == list(range(1, 21))


async def test_the_text_is_forgotten_when_done_and_the_number_later(database: Database):
    await store(database, arrival(1), arrival(2))
    async with database.transaction() as tx:
        await tx.inbox.finish(1, NOW)
        raw = await tx.connection.scalar(select(InboxRow.raw).where(InboxRow.update_id == 1))
        assert raw is None
        assert await tx.inbox.forget_done_before(NOW) == 0
        assert await tx.inbox.forget_done_before(NOW + timedelta(hours=1)) == 1
    assert await claim(database) == [2]


async def test_an_update_that_does_not_open_is_put_aside_and_the_others_are_taken(database):
    await store(database, arrival(1), arrival(2), arrival(3, AMIR))
    async with database.transaction() as tx:
        spoilt = update(InboxRow).where(InboxRow.update_id == 1)
        await tx.connection.execute(spoilt.values(raw=SealedBytes(b"with a lost key")))
    assert await claim(database) == [3]
    assert await claim(database) == [2]
    async with database.reading() as tx:
        state = select(InboxRow.state).where(InboxRow.update_id == 1)
        assert await tx.connection.scalar(state) == SET_ASIDE


async def test_half_an_emoji_is_kept_like_any_other_text(database: Database):
    half = Arrival(1, RITA, {"update_id": 1, "text": "\ud83d"})
    await store(database, half, arrival(2, AMIR))
    async with database.transaction() as tx:
        first, _ = await tx.inbox.claim(NOW, 2)
        assert first.raw == half.raw


async def person(tx: Transaction, telegram_id: int) -> int:
    return (await tx.people.add(telegram_id, "nl", "arriving", NOW)).id


@pytest.fixture
async def people(database: Database) -> dict[int, int]:
    async with database.transaction() as tx:
        return {one: await person(tx, one) for one in (RITA, AMIR, ELS)}


def draft(to: int, subject: str, lane: int = REPLY, due: datetime = NOW, **more: Any) -> Draft:
    return Draft(to, "help", subject, "1", {"role": "mentor"}, lane, due, **more)


async def put(database: Database, *drafts: Draft) -> None:
    async with database.transaction() as tx:
        await tx.outbox.put(drafts, NOW)


async def take(database: Database, at: datetime = NOW, limit: int = 10, **more: Any) -> list[str]:
    async with database.transaction() as tx:
        return [one.subject for one in await tx.outbox.claim(at, at, limit, **more)]


async def settle(database: Database, subject: str, state: str, **more: Any) -> None:
    async with database.transaction() as tx:
        found = select(OutboxRow.id, OutboxRow.lease_until).where(OutboxRow.subject == subject)
        letter, lease = (await tx.connection.execute(found)).one()
        await tx.outbox.settle([Settlement(letter, lease, state, NOW, **more)])


async def test_help_goes_before_replies_and_replies_before_reminders(database, people):
    await put(
        database,
        draft(people[RITA], "reminder", REMINDER, NOW - timedelta(hours=1)),
        draft(people[AMIR], "reply", REPLY),
        draft(people[ELS], "case", CASE),
    )
    assert await take(database) == ["case", "reply", "reminder"]


async def test_one_letter_a_person_and_in_the_order_of_writing(database, people):
    await put(database, *(draft(people[RITA], f"{n}") for n in range(3)))
    assert await take(database) == ["0"]
    await settle(database, "0", SENT, message_id=1)
    assert await take(database) == ["1"]


async def test_a_long_queue_of_one_person_hides_nobody_else(database, people):
    await put(database, *(draft(people[RITA], f"{n}") for n in range(20)))
    await put(database, draft(people[AMIR], "late", due=NOW + timedelta(seconds=1)))
    later = NOW + timedelta(seconds=2)
    assert await take(database, later, 5) == ["0"]
    assert await take(database, later, 5, busy=[people[RITA]]) == ["late"]


async def test_only_the_lanes_that_may_go(database, people):
    await put(database, draft(people[RITA], "broadcast", BROADCAST), draft(people[AMIR], "reply"))
    assert await take(database, lanes=[CASE, REPLY]) == ["reply"]


async def test_what_is_not_due_waits(database, people):
    await put(database, draft(people[RITA], "later", due=NOW + timedelta(seconds=5)))
    assert await take(database) == []
    assert await take(database, NOW + timedelta(seconds=5)) == ["later"]


async def test_a_letter_written_twice_is_kept_once(database, people):
    await put(database, draft(people[RITA], "same"))
    await put(database, draft(people[RITA], "same"), draft(people[RITA], "other"))
    assert await take(database) == ["same"]
    await settle(database, "same", SENT, message_id=1)
    assert await take(database) == ["other"]


async def test_a_letter_that_has_to_wait_keeps_its_place(database, people):
    await put(database, draft(people[RITA], "first"), draft(people[RITA], "second"))
    await take(database)
    again = NOW + timedelta(seconds=4)
    await settle(database, "first", WAITING, again=again, counted=False)
    assert await take(database, again) == ["first"]


async def test_a_lease_of_a_letter_ends(database, people):
    await put(database, draft(people[RITA], "a letter"))
    await take(database)
    assert await take(database, NOW + timedelta(seconds=29)) == []
    assert await take(database, NOW + timedelta(seconds=30)) == ["a letter"]
    async with database.transaction() as tx:
        assert await tx.outbox.release_all() == 1
    assert await take(database) == ["a letter"]


async def test_two_processes_take_each_letter_once(database, people, url, keys):
    await put(database, *(draft(one, "a letter", due=NOW) for one in people.values()))
    await put(database, *(draft(one, f"to {one}", due=NOW) for one in people.values()))
    other = Database(url, keys)
    taken = await asyncio.gather(*(take(one) for one in (database, other) * 3))
    await other.close()
    together = [subject for some in taken for subject in some]
    assert len(together) == len(set(together))


async def test_what_is_settled_stays_settled(database, people):
    await put(database, draft(people[RITA], "a letter"))
    assert await take(database) == ["a letter"]
    await settle(database, "a letter", SENT, message_id=7)
    await settle(database, "a letter", DROPPED)
    async with database.reading() as tx:
        assert await tx.outbox.sent_copies("help", "a letter") == [(people[RITA], 7)]


async def test_who_stood_still_settles_nothing_of_what_another_one_has_taken(database, people):
    await put(database, draft(people[RITA], "a letter"))
    claims = []
    for at in (NOW, NOW + timedelta(minutes=10)):
        async with database.transaction() as tx:
            claims += await tx.outbox.claim(at, at, 1)
    stale, current = (
        Settlement(one.id, one.leased_until, state, NOW)
        for one, state in zip(claims, (DROPPED, SENT), strict=True)
    )
    found = select(OutboxRow.state)
    for settlement, then in ((stale, WAITING), (current, SENT)):
        async with database.transaction() as tx:
            await tx.outbox.settle([settlement])
            assert await tx.connection.scalar(found) == then


async def test_dropping_takes_these_lanes_of_this_person_only(database, people):
    await put(
        database,
        draft(people[RITA], "reminder", REMINDER),
        draft(people[RITA], "reply", REPLY),
        draft(people[AMIR], "his reminder", REMINDER),
    )
    async with database.transaction() as tx:
        assert await tx.outbox.drop(people[RITA], [REMINDER, BROADCAST], NOW) == 1
    assert await take(database) == ["reply", "his reminder"]


async def test_the_facts_of_settled_letters_are_forgotten_and_none_is_sent_again(database, people):
    await put(database, draft(people[RITA], "sent"), draft(people[AMIR], "waits"))
    assert await take(database, limit=1) == ["sent"]
    await settle(database, "sent", SENT, message_id=1)
    async with database.transaction() as tx:
        assert await tx.forgetting.forget_settled_before(NOW + timedelta(hours=1)) == 1
        assert await tx.forgetting.forget_settled_before(NOW + timedelta(hours=1)) == 0
    await put(database, draft(people[RITA], "sent"))
    assert await take(database) == ["waits"]


async def test_of_what_somebody_looked_for_no_row_stays_unless_it_waits(database, people):
    looked = [replace(draft(people[RITA], one), kind="emergency") for one in ("sent", "waits")]
    await put(database, draft(people[AMIR], "other"), *looked)
    await take(database)
    for subject in ("sent", "other"):
        await settle(database, subject, SENT, message_id=1)
    async with database.transaction() as tx:
        assert await tx.forgetting.erase_not_kept_before(NOW, 2) == 0
        assert await tx.forgetting.erase_not_kept_before(NOW + timedelta(seconds=1), 2) == 1
        left = await tx.connection.scalars(select(OutboxRow.subject))
        assert sorted(left) == ["other", "waits"]


async def test_a_letter_that_does_not_open_is_put_aside_and_the_others_are_taken(database, people):
    await put(database, draft(people[RITA], "spoilt"), draft(people[AMIR], "to nobody"))
    await put(database, draft(people[ELS], "well"))
    lost = SealedBytes(b"with a lost key")
    async with database.transaction() as tx:
        facts = update(OutboxRow).where(OutboxRow.subject == "spoilt").values(facts=lost)
        await tx.connection.execute(facts)
        reader = update(PersonRow).where(PersonRow.id == people[AMIR])
        await tx.connection.execute(reader.values(telegram_id=lost))
    assert await take(database) == ["well"]
    async with database.reading() as tx:
        dead = select(OutboxRow.subject).where(OutboxRow.state == DEAD)
        assert sorted(await tx.connection.scalars(dead)) == ["spoilt", "to nobody"]


async def test_a_newer_letter_does_not_overtake_one_that_is_leased(database, people):
    await put(database, draft(people[RITA], "first"))
    assert await take(database) == ["first"]
    await put(database, draft(people[RITA], "help", CASE), draft(people[RITA], "second"))
    assert await take(database) == ["help"]
    assert await take(database, NOW + timedelta(seconds=30), lanes=[REPLY]) == ["first"]


async def test_couriers_who_claim_at_once_do_not_wait_for_each_other_for_ever(
    database, people, url, keys
):
    async with database.transaction() as tx:
        crowd = [await person(tx, number) for number in range(100, 140)]
    await put(database, *(draft(one, f"{n} to {one}") for n in range(3) for one in crowd))
    other = Database(url, keys)
    taken = await asyncio.gather(*(take(one, limit=9) for one in (database, other) * 12))
    await other.close()
    together = [subject for some in [*taken, await take(database, limit=99)] for subject in some]
    assert sorted(together) == sorted(f"0 to {one}" for one in crowd)
