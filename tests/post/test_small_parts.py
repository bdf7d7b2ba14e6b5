"""The bell, the time signal, and telling Telegram who the bot is."""

import asyncio
from types import SimpleNamespace

import pytest
from aiohttp import ClientSession

import bot.post.profile
from bot.clock import TurnedClock
from bot.i18n import load_speech
from bot.post import time_signal
from bot.post.bell import Bell
from bot.post.profile import TRIES, introduce
from bot.post.time_signal import first_signal, follow, listen_once
from tests.patience import until
from tests.post.letters import stumble


async def test_a_bell_that_rang_before_is_heard_at_once():
    bell = Bell()
    bell.ring()
    bell.ring()
    async with asyncio.timeout(1):
        await bell.heard(60)
    waiting = asyncio.create_task(bell.heard(60))
    await asyncio.sleep(0)
    assert not waiting.done()
    bell.ring()
    async with asyncio.timeout(1):
        await waiting


async def test_without_a_bell_the_wait_ends_by_itself():
    async with asyncio.timeout(1):
        await Bell().heard(0.001)


async def test_the_clock_is_set_by_the_sandbox(house):
    clock = TurnedClock()
    async with ClientSession() as session:
        await listen_once(session, clock, house.address)
    assert abs((clock.now() - house.telegram.clock.now()).total_seconds()) < 5


@pytest.mark.parametrize("address", ["http://127.0.0.1:1", "the sandbox"])
async def test_without_the_sandbox_the_clock_goes_on(house, address):
    clock = TurnedClock()
    clock.turn_to(house.telegram.clock.now())
    async with ClientSession() as session:
        where = f"{house.address}/nowhere" if address == "the sandbox" else address
        await listen_once(session, clock, where)
    assert abs((clock.now() - house.telegram.clock.now()).total_seconds()) < 5


async def test_the_clock_is_followed(house, monkeypatch):
    monkeypatch.setattr(time_signal, "SECONDS_BETWEEN_SIGNALS", 0.001)
    clock = TurnedClock()
    following = asyncio.create_task(follow(clock, house.address))
    await until(lambda: abs((clock.now() - house.telegram.clock.now()).total_seconds()) < 5)
    following.cancel()
    with pytest.raises(asyncio.CancelledError):
        await following


async def test_everybody_sees_commands_and_descriptions_in_their_language(house, programme):
    await introduce(house.app.bot, load_speech(), programme)
    menus = {}
    for language in ("nl", "fr", "en", "ar"):
        person = house.meet("Somebody", language)
        view = house.telegram.chat_view(person.id)
        menus[language] = (str(view["commands"]), view["description"])
        assert {one["command"] for one in view["commands"]} >= {"help", "stop"}
    assert len({menus[language] for language in ("nl", "fr", "en")}) == 3
    assert menus["ar"] == menus[programme.languages[0]]


async def no_wait(waits: list[float], seconds: float) -> None:
    waits.append(seconds)


async def test_a_profile_that_cannot_be_set_is_tried_again(house, programme, monkeypatch):
    waits: list[float] = []
    patient = SimpleNamespace(sleep=lambda seconds: no_wait(waits, seconds))
    monkeypatch.setattr(bot.post.profile, "asyncio", patient)
    stumble(house, "setMyCommands", status=500, times=2)
    await introduce(house.app.bot, load_speech(), programme)
    assert len(waits) == 2
    assert house.telegram.chat_view(house.meet("Noor", "nl").id)["commands"]


async def test_without_a_profile_the_bot_goes_on(house, programme, monkeypatch):
    waits: list[float] = []
    patient = SimpleNamespace(sleep=lambda seconds: no_wait(waits, seconds))
    monkeypatch.setattr(bot.post.profile, "asyncio", patient)
    stumble(house, "setMyDescription", status=0)
    await introduce(house.app.bot, load_speech(), programme)
    assert len(waits) == TRIES


async def test_a_bot_on_the_sandboxs_clock_waits_until_it_has_heard_the_time(house, monkeypatch):
    waits: list[float] = []
    patient = SimpleNamespace(sleep=lambda seconds: no_wait(waits, seconds))
    monkeypatch.setattr(time_signal, "asyncio", patient)
    stumbles = iter([False, False])

    async def listen(*line):
        return next(stumbles, None) is None and await listen_once(*line)

    monkeypatch.setattr(time_signal, "listen_once", listen)
    clock = TurnedClock()
    await first_signal(clock, house.address)
    assert len(waits) == 2
    assert abs((clock.now() - house.telegram.clock.now()).total_seconds()) < 5


@pytest.mark.parametrize("steps", range(5))
async def test_a_bell_rung_at_the_moment_of_a_cancellation_swallows_nothing(steps):
    bell = Bell()
    waiting = asyncio.create_task(bell.heard(60))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    bell.ring()
    for _ in range(steps):
        await asyncio.sleep(0)
    if waiting.cancel():
        with pytest.raises(asyncio.CancelledError):
            await waiting
    assert waiting.done()
