"""Whose database it is: no bot takes over the people of another."""

import pytest

from bot.endings import mendable
from bot.post import patience
from bot.post.identity import AnotherBot, recognise
from bot.post.telegram import TelegramUpdates, TokenRefused
from bot.sandbox.faults import Fault
from tests.conversations import TOKEN


async def owner(house) -> int:
    async with house.database.transaction() as tx:
        return await tx.installation.bot_id(1)


async def test_a_bot_comes_back_to_its_own_database(house):
    async with TelegramUpdates(house.address, TOKEN) as updates:
        for _ in range(2):
            await recognise(updates, house.database)
        assert await owner(house) == (await updates.who_am_i())["id"]


async def test_the_people_of_one_bot_are_left_alone_by_another(house):
    assert await owner(house) == 1
    async with TelegramUpdates(house.address, TOKEN) as updates:
        with pytest.raises(AnotherBot) as refusal:
            await recognise(updates, house.database)
    assert "DUOBOT_DATABASE" in mendable(refusal.value)[0]


async def test_it_waits_until_telegram_says_who_we_are(house, monkeypatch):
    monkeypatch.setattr(patience, "back_off", lambda *_: 0.001)
    house.telegram.plant_fault(Fault(0, "getMe", status=502, times=3))
    async with TelegramUpdates(house.address, TOKEN) as updates:
        await recognise(updates, house.database)
    assert await owner(house) != 1


async def test_a_token_refused_three_times_is_no_matter_of_waiting(house, monkeypatch):
    monkeypatch.setattr(patience, "back_off", lambda *_: 0.001)
    house.telegram.plant_fault(Fault(0, "getMe", status=401))
    async with TelegramUpdates(house.address, TOKEN) as updates:
        with pytest.raises(TokenRefused):
            await recognise(updates, house.database)
