"""The line to the bot's webhook: one POST for each update, to this machine only."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress

import aiohttp
from aiohttp import web

from bot.sandbox.limits import ANSWER_WITHIN_S
from bot.sandbox.postman import Bring, NotDelivered, Postman, Reply
from bot.sandbox.queue import Update
from bot.sandbox.web.keys import TELEGRAM


def bringing(session: aiohttp.ClientSession, answer_within_s: float = ANSWER_WITHIN_S) -> Bring:
    """Brings updates over HTTP; an address that it is sent on to is not followed."""
    timeout = aiohttp.ClientTimeout(total=answer_within_s)

    async def bring(url: str, update: Update, headers: Mapping[str, str]) -> Reply:
        try:
            async with session.post(
                url, json=update, headers=headers, allow_redirects=False, timeout=timeout
            ) as answer:
                body = await answer.read()
                return Reply(answer.status, answer.reason or "", answer.headers, body)
        except TimeoutError as late:
            raise NotDelivered("Read timeout expired") from late
        except aiohttp.ClientConnectorError as nobody:
            raise NotDelivered("Connection refused") from nobody
        except aiohttp.ClientError as broken:
            raise NotDelivered("Connection closed") from broken

    return bring


async def postman(app: web.Application) -> AsyncIterator[None]:
    """Walks as long as the sandbox is served."""
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector) as session:
        walk = asyncio.create_task(Postman(app[TELEGRAM], bringing(session)).go())
        yield
        walk.cancel()
        with suppress(asyncio.CancelledError):
            await walk
