"""The whole web application, and a way to serve it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web

from bot.sandbox.answers import NotPossible
from bot.sandbox.limits import BIGGEST_UPLOAD
from bot.sandbox.telegram import Telegram
from bot.sandbox.web import bot_api, clock, control, dials, events, groups, sender
from bot.sandbox.web.keys import STOPS, TELEGRAM, Stops

PAGE = Path(__file__).parent.parent / "page"
BIGGEST_BODY = BIGGEST_UPLOAD + 1024 * 1024
GRACE_S = 0.5
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def make_app(telegram: Telegram, stops: Stops | None = None) -> web.Application:
    """Bot API, control API, events and chat page of this pretend Telegram."""
    app = web.Application(client_max_size=BIGGEST_BODY, middlewares=[_own_page_only, _sentences])
    app[TELEGRAM] = telegram
    app[STOPS] = stops or {}
    for part in (bot_api, control, clock, dials, events, groups):
        part.add_routes(app.router)
    app.router.add_get("/", page)
    app.router.add_get(r"/page/{name:[\w-][\w.-]*}", page)
    app.on_shutdown.append(_hang_up)
    app.cleanup_ctx.append(sender.postman)
    return app


@asynccontextmanager
async def serve(
    telegram: Telegram, port: int, host: str = "127.0.0.1", stops: Stops | None = None
) -> AsyncIterator[str]:
    """Serve while the block runs; gives the address. Port 0 is any free one."""
    telegram.open()
    runner = web.AppRunner(
        make_app(telegram, stops),
        access_log=None,
        shutdown_timeout=GRACE_S,
        handler_cancellation=True,
    )
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield f"http://{host}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def page(request: web.Request) -> web.StreamResponse:
    """The chat page and what belongs to it."""
    file = PAGE / request.match_info.get("name", "index.html")
    if not file.is_file():
        raise NotPossible(404, "There is no such page.")
    return web.FileResponse(file, headers=HEADERS)


async def _hang_up(app: web.Application) -> None:
    app[TELEGRAM].hang_up()


@web.middleware
async def _sentences(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Whatever cannot be is said in a sentence."""
    try:
        return await handler(request)
    except NotPossible as no:
        return web.json_response({"error": no.sentence}, status=no.status)
    except web.HTTPException as error:
        if request.path.startswith("/bot"):
            told = {"ok": False, "error_code": error.status, "description": error.reason}
        else:
            told = {"error": f"{error.reason}: {request.method} {request.path}"}
        return web.json_response(told, status=error.status)


@web.middleware
async def _own_page_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A page from elsewhere, open in the same browser, must not press buttons here."""
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        sentence = "Only the sandbox's own page may do this."
        return web.json_response({"error": sentence}, status=403)
    return await handler(request)
