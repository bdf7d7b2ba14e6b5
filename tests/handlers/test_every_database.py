"""The whole road in one house, on every kind of database there is."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.actions.samples import Sample
from bot.programme.people import Role
from bot.programme.programme import Programme
from bot.sandbox import Telegram
from bot.sandbox.cast import AMIR, ELS, RITA
from storage import Database, Keys
from storage.migrate import upgrade
from storage.tables import CheckInRow
from tests.conversations import House
from tests.storage.places import KINDS, empty_database


@pytest.fixture(params=KINDS)
async def house(
    request: pytest.FixtureRequest,
    telegram: Telegram,
    programme: Programme,
    keys: Keys,
    tmp_path: Path,
) -> AsyncIterator[House]:
    async with empty_database(request.param, tmp_path) as url:
        await upgrade(url)
        database = Database(url, keys)
        yield House(telegram, database, programme)
        await database.close()


async def test_a_week_without_a_meeting_reaches_the_coach(house, amir, rita, els):
    await house.app.actions.samples.settle_in(
        Sample(AMIR.id, "Amir", "en", Role.MENTEE, 1999),
        Sample(RITA.id, "Rita", "en", Role.MENTOR, 1962),
        Sample(ELS.id, "Els", "en", Role.COACH, 1988),
    )
    await house.settle()
    for _ in range(2):
        asked = await house.app.actions.samples.next_check_in()
        assert asked
        await house.turn_to(asked)
        assert "Did you" in amir.last
        await house.pass_by(days=4)
    await house.pass_by(hours=16)
    await els.taps("I take it")
    await amir.says("/coach")
    await els.taps("I take it")
    assert "Els" in amir.last
    await amir.says("/stop")
    await amir.blocks()
    house.restart()
    await amir.unblocks()
    assert await rita.says("/help")


async def test_two_who_say_no_at_once_settle_the_week(house, amir, rita):
    await house.app.actions.samples.settle_in(
        Sample(AMIR.id, "Amir", "en", Role.MENTEE, 1999),
        Sample(RITA.id, "Rita", "en", Role.MENTOR, 1962),
        Sample(ELS.id, "Els", "en", Role.COACH, 1988),
    )
    await house.turn_to(await house.app.actions.samples.next_check_in())
    for one in (amir, rita):
        label = next(label for label in one.buttons if label.startswith("No"))
        house.telegram.tap(one.id, one.messages[-1]["message_id"], label)
    await house.app.poller.poll()
    workers = house.app.workers
    await asyncio.gather(*(workers._handle(one) for one in await workers._claim(2)))
    async with house.database.reading() as tx:
        assert (await tx.connection.scalars(select(CheckInRow.outcome))).all() == ["not_met"]
