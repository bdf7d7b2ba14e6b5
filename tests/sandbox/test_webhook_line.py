"""The line to a webhook: real servers of a bot, and what becomes of those that do not answer."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.sandbox import Telegram
from bot.sandbox.cast import RITA
from bot.sandbox.postman import NotDelivered
from bot.sandbox.web.sender import bringing
from tests.sandbox.conftest import Line


@pytest.fixture
async def server() -> AsyncIterator[tuple[TestServer, asyncio.Queue[tuple[Any, str]]]]:
    """A real server of a bot."""
    came: asyncio.Queue[tuple[Any, str]] = asyncio.Queue()

    async def hook(request: web.Request) -> web.Response:
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        await came.put((await request.json(), secret))
        chat = (await request.json())["message"]["chat"]["id"]
        return web.json_response({"method": "sendMessage", "chat_id": chat, "text": "dag"})

    async def elsewhere(_: web.Request) -> web.Response:
        raise web.HTTPFound("http://192.0.2.1/")

    app = web.Application()
    app.router.add_post("/hook", hook)
    app.router.add_post("/elsewhere", elsewhere)
    async with TestServer(app) as started:
        yield started, came


async def test_a_bot_on_a_webhook_over_http(line: Line, telegram: Telegram, server: Any) -> None:
    started, came = server
    url = str(started.make_url("/hook"))
    assert (await line.bot("setWebhook", url=url, secret_token="geheim"))[0] == 200
    async with asyncio.timeout(5):
        telegram.say(RITA.id, "hallo")
        update, secret = await came.get()
        while len(telegram.chat(RITA.id)) == 1:
            await telegram.journal.bell.wait(5)
    assert (update["message"]["text"], secret) == ("hallo", "geheim")
    assert telegram.chat(RITA.id)[-1]["text"] == "dag"


async def test_the_line_to_a_bot_goes_nowhere_else(server: Any) -> None:
    started, _ = server
    async with ClientSession() as session:
        bring = bringing(session)
        reply = await bring(str(started.make_url("/elsewhere")), {}, {})
        assert (reply.status, reply.ok) == (302, False)
    nobody = str(started.make_url("/hook"))
    await started.close()
    async with ClientSession() as session:
        bring = bringing(session)
        with pytest.raises(NotDelivered, match="Connection refused"):
            await bring(nobody, {}, {})


@pytest.mark.parametrize(
    ("handler", "words"),
    [("late", "Read timeout expired"), ("cut", "Connection closed")],
)
async def test_a_bot_that_does_not_answer_is_told_of(handler: str, words: str) -> None:
    async def late(_: web.Request) -> web.Response:
        await asyncio.sleep(5)
        return web.Response()

    async def cut(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    doors: dict[str, Callable[[web.Request], Any]] = {"late": late, "cut": cut}
    app = web.Application()
    app.router.add_post("/", doors[handler])
    async with TestServer(app) as started, ClientSession() as session:
        bring = bringing(session, answer_within_s=0.05)
        with pytest.raises(NotDelivered, match=words):
            await bring(str(started.make_url("/")), {}, {})
