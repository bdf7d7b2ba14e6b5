"""Two bots written for two libraries, by polling and by webhook: Fatima cannot tell them apart."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.sandbox import SandboxClock, Telegram, serve
from bot.sandbox.cast import FATIMA, invite_cast
from tests.judges import with_aiogram, with_ptb
from tests.judges.script import GLANCE_S, PATIENCE_S, SECRET, Diary, Phone
from tests.patience import until
from tests.sandbox.conftest import calls

NOON = datetime(2026, 3, 28, 12, tzinfo=UTC)
# One library says that it does not know who is there, the other that they may not come in.
REFUSED_AT_THE_DOOR = (
    "Wrong response from the webhook: 401 ",
    "Wrong response from the webhook: 403 ",
)
Running = Callable[[str, Diary], AbstractAsyncContextManager[None]]


async def held(running: Running) -> dict[str, Any]:
    """The whole conversation with one of the bots, and all that there is to see of it."""
    telegram, diary = Telegram(clock=SandboxClock(real=lambda: NOON)), Diary()
    invite_cast(telegram)
    async with (
        asyncio.timeout(PATIENCE_S),
        serve(telegram, 0) as address,
        running(address, diary),
    ):
        return await Phone(telegram, diary).lives()


async def test_fatima_cannot_tell_the_libraries_apart() -> None:
    seen = await held(with_aiogram.polling)
    assert [one["kind"] for one in seen["messages"]].count("text") == 5
    assert seen["diary"][1:] == [
        "Fatima Benali member kicked",
        "forbidden: bot was blocked by the user",
    ]
    assert await held(with_ptb.polling) == seen
    assert await held(with_aiogram.on_webhook) == seen
    assert await held(with_ptb.on_webhook) == seen


@pytest.mark.parametrize("running", [with_aiogram.on_webhook, with_ptb.on_webhook])
async def test_what_comes_without_the_secret_is_refused_and_comes_again(running: Running) -> None:
    telegram, diary = Telegram(clock=SandboxClock(real=lambda: NOON)), Diary()
    invite_cast(telegram)
    async with serve(telegram, 0) as address, running(address, diary):
        where = {"url": telegram.state.webhook.url}
        await calls(telegram, "setWebhook", **where, secret_token="not-the-one-that-was-agreed")
        telegram.say(FATIMA.id, "/start duo-1")
        await until(lambda: telegram.state.webhook.last_error_message, PATIENCE_S, GLANCE_S)
        assert len(telegram.chat(FATIMA.id)) == 1
        info = await calls(telegram, "getWebhookInfo")
        assert info["pending_update_count"] == 1
        assert info["last_error_message"].startswith(REFUSED_AT_THE_DOOR)
        await calls(telegram, "setWebhook", **where, secret_token=SECRET)
        await Phone(telegram, diary).shows(2)
