"""Setting a webhook: what is taken, what is refused, and what becomes of polls."""

import asyncio
from typing import Any

import pytest

from bot.sandbox import Telegram
from bot.sandbox.cast import RITA
from tests.sandbox.conftest import calls, new_telegram, refusal
from tests.sandbox.test_webhook import URL, info


async def test_a_webhook_ends_a_poll_and_keeps_others_away(telegram: Telegram) -> None:
    poll = asyncio.create_task(refusal(telegram, "getUpdates", timeout=50))
    await asyncio.sleep(0)
    await calls(telegram, "setWebhook", url=URL)
    assert await poll == (409, "Conflict: terminated by setWebhook request")
    active = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook"
    words = f"{active} to delete the webhook first"
    assert await refusal(telegram, "getUpdates") == (409, words)
    telegram.say(RITA.id, "hallo")
    await calls(telegram, "deleteWebhook")
    assert len(await calls(telegram, "getUpdates")) == 1


async def test_setting_a_webhook_says_what_it_did(telegram: Telegram) -> None:
    async def words(method: str, **parameters: Any) -> str:
        answer = await telegram.call(method, parameters)
        return str(answer.fields["description"])

    assert await words("deleteWebhook") == "Webhook is already deleted"
    assert await words("setWebhook", url=URL) == "Webhook was set"
    assert await words("setWebhook", url=URL) == "Webhook is already set"
    assert await words("setWebhook", url=URL, allowed_updates=["message"]) == "Webhook was set"
    telegram.say(RITA.id, "hallo")
    assert await words("setWebhook", url=URL, drop_pending_updates=True) == "Webhook was set"
    assert (await info(telegram))["pending_update_count"] == 0
    assert await words("setWebhook", url="") == "Webhook was deleted"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (
            {"url": "https://duo.be/hook"},
            "bad webhook: the sandbox brings updates to this machine",
        ),
        ({"url": "http://10.0.0.1/"}, "bad webhook: the sandbox brings updates to this machine"),
        ({"url": "http://localhost.duo.be/"}, "bad webhook: the sandbox brings updates to this"),
        ({"url": "ftp://127.0.0.1/"}, "invalid webhook URL specified"),
        ({"url": "http://127.0.0.1:x/"}, "invalid webhook URL specified"),
        ({"url": "hook"}, "invalid webhook URL specified"),
        ({"url": URL, "secret_token": "a" * 257}, "secret token is too long"),
        ({"url": URL, "secret_token": "é"}, "secret token contains unallowed characters"),
    ],
)
async def test_a_bad_webhook_is_refused(
    telegram: Telegram, wrong: dict[str, str], words: str
) -> None:
    status, description = await refusal(telegram, "setWebhook", **wrong)
    assert status == 400
    assert description.startswith(f"Bad Request: {words}")
    assert (await info(telegram))["url"] == ""


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.9.1", "[::1]"])
async def test_a_webhook_on_this_machine_is_taken(telegram: Telegram, host: str) -> None:
    await calls(telegram, "setWebhook", url=f"http://{host}:8443/hook")


async def test_a_webhook_is_remembered(tmp_path: Any) -> None:
    before = new_telegram(journal=tmp_path / "journal.jsonl")
    await calls(before, "setWebhook", url=URL, secret_token="geheim", max_connections=7)
    before.close()
    after = new_telegram(journal=tmp_path / "journal.jsonl")
    assert after.state == before.state
    after.close()
