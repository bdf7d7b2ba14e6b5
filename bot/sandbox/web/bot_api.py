"""The Bot API over HTTP: /bot<TOKEN>/<method> and /file/bot<TOKEN>/<path>."""

import asyncio
import json
import re
from typing import Any

from aiohttp import web

from bot.sandbox.answers import CONNECTION_DROPPED, Answer, Refusal, failure
from bot.sandbox.telegram import GET_UPDATES
from bot.sandbox.web.bodies import parameters
from bot.sandbox.web.keys import TELEGRAM

TOKEN = re.compile(r"\d+:[\w-]+")


async def bot_call(request: web.Request) -> web.StreamResponse:
    """One call of the bot."""
    if not TOKEN.fullmatch(request.match_info["token"]):
        return _response(request, failure(404, "Not Found"))
    try:
        given = await parameters(request)
    except Refusal as refusal:
        return _response(request, failure(refusal.status, refusal.description))
    except web.HTTPRequestEntityTooLarge:
        return _response(request, failure(413, "Request Entity Too Large"))
    return _response(request, await _carried_out(request, given))


async def _carried_out(request: web.Request, given: dict[str, Any]) -> Answer:
    """A poll ends when the bot goes away; any other work is done although nobody waits for it."""
    method = request.match_info["method"]
    call = request.app[TELEGRAM].call(method, given)
    if method.lower() == GET_UPDATES:
        return await call
    return await asyncio.shield(asyncio.create_task(call))


async def bot_file(request: web.Request) -> web.StreamResponse:
    """The bytes of a file, for the bot."""
    path = request.match_info["path"]
    for stored in request.app[TELEGRAM].state.files.values():
        if stored.file_path == path and TOKEN.fullmatch(request.match_info["token"]):
            return web.Response(body=stored.data, content_type=stored.mime_type)
    return _response(request, failure(404, "Not Found"))


def _response(request: web.Request, answer: Answer) -> web.StreamResponse:
    if answer.status == CONNECTION_DROPPED:
        return _drop(request)
    if isinstance(answer.body, bytes):
        return web.Response(status=answer.status, body=answer.body, content_type="text/html")
    response = web.json_response(text=json.dumps(answer.body), status=answer.status)
    wait = (answer.body.get("parameters") or {}).get("retry_after")
    if wait is not None:
        response.headers["Retry-After"] = str(wait)
    return response


def _drop(request: web.Request) -> web.StreamResponse:
    """Cut the line; the response is made only to be thrown away."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def add_routes(router: web.UrlDispatcher) -> None:
    """Open the Bot API's doors."""
    router.add_route("*", "/bot{token}/{method}", bot_call)
    router.add_get("/file/bot{token}/{path:.+}", bot_file)
