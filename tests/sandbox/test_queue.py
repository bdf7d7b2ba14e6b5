"""How long updates wait for the bot, and how a message and a tap can cross."""

from datetime import timedelta

import pytest

from bot.sandbox import NotPossible, Telegram
from bot.sandbox.cast import AMIR, RITA
from tests.sandbox.conftest import FIRST_UPDATE, Line, buttons, calls


async def kinds(telegram: Telegram, **parameters: object) -> list[str]:
    updates = await calls(telegram, "getUpdates", **parameters)
    return [name for update in updates for name in update if name != "update_id"]


async def asked(telegram: Telegram) -> None:
    await calls(telegram, "sendMessage", chat_id=RITA.id, text="?", reply_markup=buttons("Ja"))


@pytest.mark.parametrize(
    ("waited", "left"),
    [
        (timedelta(seconds=150), ["message", "callback_query", "my_chat_member"]),
        (timedelta(seconds=151), ["message", "my_chat_member"]),
        (timedelta(hours=24), ["message", "my_chat_member"]),
        (timedelta(hours=24, seconds=1), []),
    ],
)
async def test_a_tap_waits_150_seconds_and_anything_else_a_day(
    telegram: Telegram, waited: timedelta, left: list[str]
) -> None:
    await asked(telegram)
    telegram.say(RITA.id, "Ja!")
    telegram.tap(RITA.id, 1, "Ja")
    telegram.block(AMIR.id)
    telegram.advance_clock(waited)
    info = await calls(telegram, "getWebhookInfo")
    assert info["pending_update_count"] == len(left)
    assert await kinds(telegram) == left


async def test_an_update_that_is_too_old_is_lost_but_not_confirmed(telegram: Telegram) -> None:
    first = telegram.say(RITA.id, "heel oud")["update_id"]
    telegram.advance_clock(timedelta(hours=12))
    second = telegram.say(RITA.id, "nieuw")["update_id"]
    telegram.advance_clock(timedelta(hours=13))
    assert await kinds(telegram) == ["message"]
    told = {e["what"]: e["update_ids"] for e in telegram.journal.entries if "update_ids" in e}
    assert told == {"expired": [first], "delivered": [second]}
    telegram.advance_clock(timedelta(hours=13))
    assert await kinds(telegram) == []


async def test_a_tap_and_a_message_may_cross(telegram: Telegram) -> None:
    await asked(telegram)
    telegram.hold("messages")
    assert telegram.say(RITA.id, "eerst dit")["update_id"] is None
    assert telegram.tap(RITA.id, 1, "Ja")["update_id"] == FIRST_UPDATE
    assert await kinds(telegram) == ["callback_query"]
    assert telegram.release("messages") == 1
    assert await kinds(telegram, offset=FIRST_UPDATE + 1) == ["message"]
    assert telegram.release("messages") == 0


async def test_what_was_held_back_survives_a_restart_and_numbers_rise(telegram: Telegram) -> None:
    await asked(telegram)
    telegram.hold("taps")
    telegram.hold("taps")
    telegram.tap(RITA.id, 1, "Ja")
    telegram.tap(RITA.id, 1, "Ja")
    telegram.say(RITA.id, "hallo")
    telegram.release("taps")
    updates = await calls(telegram, "getUpdates")
    assert [update["update_id"] - FIRST_UPDATE for update in updates] == [0, 1, 2]
    assert [next(reversed(update)) for update in updates][1:] == ["callback_query"] * 2


async def test_who_may_be_a_member_is_told_only_when_it_is_asked(telegram: Telegram) -> None:
    assert not telegram.state.queue.wants("chat_member")
    assert telegram.state.queue.wants("my_chat_member")
    await kinds(telegram, allowed_updates=["chat_member"])
    assert telegram.state.queue.wants("chat_member")
    assert not telegram.state.queue.wants("message")


async def test_held_updates_over_http(line: Line, telegram: Telegram) -> None:
    assert await line.post("hold", way="messages") == (200, {})
    telegram.say(RITA.id, "hallo")
    assert await line.post("release", way="messages") == (200, {"released": 1})
    status, body = await line.post("hold", way="doves")
    assert (status, body) == (400, {"error": "Updates come by: messages, taps."})
    with pytest.raises(NotPossible):
        telegram.release("doves")
