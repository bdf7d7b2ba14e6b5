"""Updates brought to the bot: in order, with the secret, again and again until they arrive."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from bot.sandbox import Telegram
from bot.sandbox.cast import AMIR, RITA, TOM
from bot.sandbox.postman import NotDelivered, Postman, Reply
from tests.sandbox.conftest import NOON, buttons, calls

URL = "http://127.0.0.1:9/hook"


class Bot:
    """A bot's server: answers what the test wants, and remembers what came."""

    def __init__(self) -> None:
        self.answers: list[Reply | NotDelivered] = []
        self.heard: list[dict[str, Any]] = []
        self.headers: list[Mapping[str, str]] = []

    async def __call__(
        self, url: str, update: dict[str, Any], headers: Mapping[str, str]
    ) -> Reply:
        assert url == URL
        self.heard.append(update)
        self.headers.append(headers)
        await asyncio.sleep(0)
        answer = self.answers.pop(0) if self.answers else Reply(200)
        if isinstance(answer, NotDelivered):
            raise answer
        return answer

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.heard if "message" in update]


@pytest.fixture
def bot() -> Bot:
    return Bot()


@pytest.fixture
def postman(telegram: Telegram, bot: Bot) -> Postman:
    return Postman(telegram, bot, draw=lambda lowest, highest: lowest)


async def info(telegram: Telegram) -> dict[str, Any]:
    told: dict[str, Any] = await calls(telegram, "getWebhookInfo")
    return told


async def test_an_update_is_brought_with_the_secret_and_is_gone(
    telegram: Telegram, postman: Postman, bot: Bot
) -> None:
    telegram.say(RITA.id, "vroeger")
    await calls(telegram, "setWebhook", url=URL, secret_token="geheim_1-A")
    await postman.until_rest()
    assert bot.texts == ["vroeger"]
    assert bot.headers == [{"X-Telegram-Bot-Api-Secret-Token": "geheim_1-A"}]
    assert (await info(telegram))["pending_update_count"] == 0
    confirmed = [e for e in telegram.journal.entries if e["what"] == "confirmed"]
    assert [e["webhook"] for e in confirmed] == [True]


async def test_each_chat_has_its_own_line_and_keeps_its_order(
    telegram: Telegram, postman: Postman, bot: Bot
) -> None:
    await calls(telegram, "sendMessage", chat_id=RITA.id, text="?", reply_markup=buttons("Ja"))
    await calls(telegram, "setWebhook", url=URL)
    for text in ("een", "twee"):
        telegram.say(RITA.id, text)
    telegram.say(AMIR.id, "un")
    telegram.tap(RITA.id, 1, "Ja")
    bot.answers = [Reply(500, "Internal Server Error"), Reply(200), Reply(200), Reply(502, "Bad")]
    await postman.until_rest()
    assert bot.texts == ["een", "un", "een"]
    assert "callback_query" in bot.heard[2]
    telegram.advance_clock(timedelta(seconds=2))
    await postman.until_rest()
    assert bot.texts == ["een", "un", "een", "een", "twee"]


async def test_tries_come_at_once_and_then_ever_later_up_to_a_minute(
    telegram: Telegram, postman: Postman, bot: Bot
) -> None:
    await calls(telegram, "setWebhook", url=URL)
    telegram.say(RITA.id, "hallo?")
    bot.answers = [Reply(500)] * 20
    await postman.until_rest()
    assert len(bot.heard) == 2
    pauses = [2, 4, 8, 16, 32, 60, 60, 60]
    for count, pause in enumerate(pauses, start=2):
        telegram.advance_clock(timedelta(seconds=pause - 1))
        await postman.until_rest()
        assert len(bot.heard) == count
        telegram.advance_clock(timedelta(seconds=1))
        await postman.until_rest()
        assert len(bot.heard) == count + 1


@pytest.mark.parametrize(
    ("asked", "seconds"), [("7", 7), ("99999", 3600), ("0", 0), ("-5", 0), ("soon", 0)]
)
async def test_the_bot_may_ask_to_be_left_alone_for_an_hour(
    telegram: Telegram, postman: Postman, bot: Bot, asked: str, seconds: int
) -> None:
    await calls(telegram, "setWebhook", url=URL)
    telegram.say(RITA.id, "hallo?")
    bot.answers = [Reply(503, "Service Unavailable", {"Retry-After": asked})]
    await postman.until_rest()
    if seconds:
        telegram.advance_clock(timedelta(seconds=seconds - 1))
        await postman.until_rest()
        assert len(bot.heard) == 1
        telegram.advance_clock(timedelta(seconds=1))
    await postman.until_rest()
    assert len(bot.heard) == 2


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Reply(502, "Bad Gateway"), "Wrong response from the webhook: 502 Bad Gateway"),
        (Reply(302, "Found"), "Wrong response from the webhook: 302 Found"),
        (NotDelivered("Connection refused"), "Connection refused"),
    ],
)
async def test_what_went_wrong_last_is_told(
    telegram: Telegram, postman: Postman, bot: Bot, answer: Reply | NotDelivered, words: str
) -> None:
    await calls(telegram, "setWebhook", url=URL, max_connections=1, allowed_updates=["message"])
    telegram.say(RITA.id, "hallo?")
    bot.answers = [answer]
    await postman.until_rest()
    assert await info(telegram) == {
        "url": URL,
        "has_custom_certificate": False,
        "pending_update_count": 0,
        "last_error_date": int(NOON.timestamp()),
        "last_error_message": words,
        "max_connections": 1,
        "allowed_updates": ["message"],
    }


async def test_no_more_go_at_once_than_there_are_connections(
    telegram: Telegram, postman: Postman, bot: Bot
) -> None:
    await calls(telegram, "setWebhook", url=URL, max_connections=2)
    for one in (RITA, AMIR, TOM):
        telegram.say(one.id, one.first_name)
    postman.set_out()
    await asyncio.sleep(0)
    assert bot.texts == ["Rita", "Amir"]
    await postman.until_rest()
    assert bot.texts == ["Rita", "Amir", "Tom"]


async def test_nothing_but_gone_for_23_hours_closes_the_webhook(
    telegram: Telegram, postman: Postman, bot: Bot
) -> None:
    await calls(telegram, "setWebhook", url=URL)
    telegram.say(RITA.id, "is daar iemand?")
    bot.answers = [Reply(410, "Gone", {"Retry-After": "3600"})] * 30
    for _ in range(23):
        await postman.until_rest()
        telegram.advance_clock(timedelta(hours=1))
    await postman.until_rest()
    assert (await info(telegram))["url"] == URL
    telegram.advance_clock(timedelta(minutes=59, seconds=59))
    telegram.say(AMIR.id, "allô ?")
    await postman.until_rest()
    assert (await info(telegram))["url"] == ""
    assert len(await calls(telegram, "getUpdates")) == 2


@pytest.mark.parametrize("between", [Reply(500), Reply(200)])
async def test_another_answer_than_gone_begins_the_count_anew(
    telegram: Telegram, postman: Postman, bot: Bot, between: Reply
) -> None:
    await calls(telegram, "setWebhook", url=URL)
    for answer in (Reply(410), between, Reply(410)):
        telegram.say(RITA.id, "hallo?")
        bot.answers = [answer]
        await postman.until_rest()
        telegram.advance_clock(timedelta(hours=12))
    assert (await info(telegram))["url"] == URL


async def test_an_update_that_never_arrives_is_lost_after_a_day(
    telegram: Telegram, postman: Postman, bot: Bot
) -> None:
    await calls(telegram, "setWebhook", url=URL)
    telegram.say(RITA.id, "hallo?")
    bot.answers = [Reply(500, headers={"Retry-After": "3600"})] * 30
    for _ in range(25):
        await postman.until_rest()
        telegram.advance_clock(timedelta(hours=1))
    await postman.until_rest()
    assert len(bot.heard) == 25
    assert telegram.state.queue.updates == {}


@pytest.mark.parametrize(
    ("body", "type_"),
    [
        (b'{"method": "sendMessage", "chat_id": 700000002, "text": "dag"}', "application/json"),
        (b"method=sendMessage&chat_id=700000002&text=dag", "application/x-www-form-urlencoded"),
    ],
)
async def test_a_method_in_the_answer_is_carried_out(
    telegram: Telegram, postman: Postman, bot: Bot, body: bytes, type_: str
) -> None:
    await calls(telegram, "setWebhook", url=URL)
    telegram.say(RITA.id, "hallo")
    bot.answers = [Reply(200, "OK", {"Content-Type": type_}, body)]
    await postman.until_rest()
    assert [one["text"] for one in telegram.chat(RITA.id)] == ["hallo", "dag"]


@pytest.mark.parametrize(
    "body",
    [b"", b"ok", b"[1]", b'{"method": "deleteWebhook"}', b'{"method": "GetMe"}', b"{}"],
)
async def test_an_answer_that_asks_for_nothing_does_nothing(
    telegram: Telegram, postman: Postman, bot: Bot, body: bytes
) -> None:
    await calls(telegram, "setWebhook", url=URL)
    telegram.say(RITA.id, "hallo")
    bot.answers = [Reply(200, "OK", {}, body)]
    await postman.until_rest()
    assert telegram.journal.entries[-1]["what"] == "confirmed"
    assert (await info(telegram))["url"] == URL


async def test_an_answer_to_an_earlier_webhook_does_not_count(
    telegram: Telegram, postman: Postman, bot: Bot
) -> None:
    await calls(telegram, "setWebhook", url=URL)
    telegram.say(RITA.id, "hallo")
    postman.set_out()
    await asyncio.sleep(0)
    await calls(telegram, "setWebhook", url=URL, secret_token="ander")
    await postman.until_rest()
    assert bot.texts == ["hallo", "hallo"]
    assert (await info(telegram))["pending_update_count"] == 0
