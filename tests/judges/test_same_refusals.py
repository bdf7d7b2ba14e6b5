"""What the sandbox refuses, two libraries understand as the same refusal, in the same words."""

from asyncio import create_task
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import aiogram
import pytest
import telegram as ptb
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramMigrateToChat
from telegram.error import ChatMigrated, TelegramError

from bot.sandbox import Telegram, serve
from bot.sandbox.cast import AMIR, ELS, SAMUEL, invite_cast
from tests.judges.script import GLANCE_S, PATIENCE_S, TOKEN, plain
from tests.patience import until

Bots = tuple[aiogram.Bot, ptb.Bot]

# Aiogram's name for a kind of refusal, and that of the other library.
KINDS = {
    "TelegramBadRequest": "BadRequest",
    "TelegramConflictError": "Conflict",
    "TelegramForbiddenError": "Forbidden",
    "TelegramRetryAfter": "RetryAfter",
}
TO_AMIR = {"chat_id": AMIR.id}
CALLING = {"inline_keyboard": [[{"text": "112", "url": "tel://112"}]]}
REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("send_message", {"chat_id": 5, "text": "Dag"}, "chat not found"),
    ("send_message", {"chat_id": ELS.id, "text": "Dag"}, "bot was blocked by the user"),
    ("send_message", {"chat_id": SAMUEL.id, "text": "Dag"}, "bot can't initiate conversation"),
    ("send_message", {**TO_AMIR, "text": ""}, "message text is empty"),
    ("send_message", {**TO_AMIR, "text": "x" * 4097}, "message is too long"),
    ("send_message", {**TO_AMIR, "text": "<b>x", "parse_mode": "HTML"}, "can't parse entities"),
    (
        "send_message",
        {**TO_AMIR, "text": "Bel", "reply_markup": CALLING},
        "inline keyboard button url 'tel://112' is invalid: unsupported url protocol",
    ),
    ("edit_message_text", {**TO_AMIR, "message_id": 9, "text": "x"}, "message to edit not found"),
    ("delete_message", {**TO_AMIR, "message_id": 9}, "message to delete not found"),
    ("answer_callback_query", {"callback_query_id": "1"}, "query is too old"),
    ("get_file", {"file_id": "none"}, "wrong file_id"),
    ("set_webhook", {"url": "gopher://127.0.0.1"}, "invalid webhook url"),
]


@asynccontextmanager
async def on(telegram: Telegram) -> AsyncIterator[Bots]:
    """One bot of each library on this sandbox."""
    invite_cast(telegram)
    async with serve(telegram, 0) as address:
        session = AiohttpSession(api=TelegramAPIServer.from_base(address))
        async with (
            aiogram.Bot(TOKEN, session=session) as one,
            ptb.Bot(TOKEN, base_url=f"{address}/bot") as other,
        ):
            yield one, other


async def refusal(bot: aiogram.Bot | ptb.Bot, method: str, **asked: Any) -> list[Any]:
    """Which exception the library makes of it, how long it is to wait, and the words in it."""
    with pytest.raises((TelegramAPIError, TelegramError)) as caught:
        await getattr(bot, method)(**asked)
    name = type(caught.value).__name__
    kind, wait = KINDS.get(name, name), getattr(caught.value, "retry_after", None)
    if wait is not None:  # here each library has words of its own
        return [kind, wait if isinstance(wait, timedelta) else timedelta(seconds=wait)]
    return [kind, plain(caught.value.message)]


async def test_both_libraries_understand_each_refusal() -> None:
    telegram = Telegram()
    async with on(telegram) as (one, other):
        telegram.block(ELS.id)
        for method, asked, words in REFUSED:
            kind, heard = await refusal(one, method, **asked)
            assert words in heard
            assert await refusal(other, method, **asked) == [kind, heard]


async def test_both_libraries_wait_as_long_as_they_are_asked_to() -> None:
    async with on(Telegram(limits=True, seconds=lambda: 0.0)) as (one, other):
        await one.send_message(AMIR.id, "Un")
        await other.send_message(AMIR.id, "Deux")
        await one.send_message(AMIR.id, "Trois")
        a_second = ["RetryAfter", timedelta(seconds=1)]
        for bot in one, other:
            assert await refusal(bot, "send_message", **TO_AMIR, text="Dag") == a_second


async def test_both_libraries_hear_where_a_group_has_gone() -> None:
    telegram = Telegram()
    async with on(telegram) as (one, other):
        old = telegram.new_group(ELS.id, "Coaches")["chat_id"]
        new = telegram.migrate(ELS.id, old)["chat_id"]
        with pytest.raises(TelegramMigrateToChat) as first:
            await one.send_message(old, "Dag")
        with pytest.raises(ChatMigrated) as second:
            await other.send_message(old, "Dag")
        assert first.value.migrate_to_chat_id == second.value.new_chat_id == new
        assert (await other.send_message(new, "Dag")).chat.id == new


async def test_both_libraries_hear_that_there_is_a_webhook() -> None:
    async with on(Telegram()) as (one, other):
        await other.set_webhook("http://127.0.0.1:9/")
        heard = await refusal(one, "get_updates")
        assert heard[0] == "Conflict"
        assert "webhook is active" in heard[1]
        assert await refusal(other, "get_updates") == heard


@pytest.mark.parametrize("older", [0, 1])
async def test_each_library_hears_that_another_bot_polls(older: int) -> None:
    telegram = Telegram()
    async with on(telegram) as bots:
        telegram.say(AMIR.id, "Dag")
        seen = (await bots[older].get_updates())[0].update_id
        waits = create_task(refusal(bots[older], "get_updates", offset=seen + 1, timeout=10))
        await until(lambda: not telegram.state.queue.updates, PATIENCE_S, GLANCE_S)
        newer = create_task(bots[1 - older].get_updates(timeout=10))
        kind, words = await waits
        telegram.say(AMIR.id, "Hallo")
        assert [one.message.text for one in await newer] == ["Hallo"]
        assert kind == "Conflict"
        assert "terminated by other getupdates request" in words
