"""Faults, limits and the ways to the queue over HTTP. Documented in docs/sandbox.md."""

from aiohttp import web

from bot.sandbox.answers import NotPossible
from bot.sandbox.faults import Fault
from bot.sandbox.flood import RATES
from bot.sandbox.web.bodies import Wishes, wishes
from bot.sandbox.web.keys import TELEGRAM


async def plant_fault(request: web.Request) -> web.StreamResponse:
    """The next calls will stumble."""
    planted = request.app[TELEGRAM].plant_fault(_fault(await wishes(request)))
    return web.json_response({"id": planted.id})


def _fault(wanted: Wishes) -> Fault:
    body = wanted.body.get("body")
    if body is not None and not isinstance(body, dict | str):
        raise NotPossible(400, "The body of a fault is a JSON object or a text.")
    return Fault(
        id=0,
        method=wanted.text_or_none("method") or "*",
        chat=wanted.integer_or_none("chat"),
        status=wanted.integer_or_none("status"),
        body=body,
        delay_s=wanted.number("delay_s") if "delay_s" in wanted.body else 0.0,
        times=wanted.integer_or_none("times"),
        effect=wanted.text_or_none("effect") or "none",
    )


async def clear_faults(request: web.Request) -> web.StreamResponse:
    """Calls work again."""
    return web.json_response({"cleared": request.app[TELEGRAM].clear_faults()})


async def faults(request: web.Request) -> web.StreamResponse:
    """The faults that wait to strike."""
    return web.json_response({"faults": request.app[TELEGRAM].faults.all()})


async def limits(request: web.Request) -> web.StreamResponse:
    """Whether the limits hold, and their numbers."""
    return web.json_response(request.app[TELEGRAM].flood.told())


async def turn_limits(request: web.Request) -> web.StreamResponse:
    """Turn the limits on or off, or change their numbers."""
    wanted = await wishes(request)
    on = wanted.flag("on") if "on" in wanted.body else None
    rates = {name: wanted.number(name) for name in RATES if name in wanted.body}
    return web.json_response(request.app[TELEGRAM].turn_limits(on=on, **rates))


async def hold(request: web.Request) -> web.StreamResponse:
    """Hold back messages or taps on their way to the bot."""
    request.app[TELEGRAM].hold((await wishes(request)).text("way"))
    return web.json_response({})


async def release(request: web.Request) -> web.StreamResponse:
    """Let in what was held back."""
    count = request.app[TELEGRAM].release((await wishes(request)).text("way"))
    return web.json_response({"released": count})


def add_routes(router: web.UrlDispatcher) -> None:
    """Open the doors of what tests turn."""
    router.add_post("/sandbox/faults", plant_fault)
    router.add_delete("/sandbox/faults", clear_faults)
    router.add_get("/sandbox/faults", faults)
    router.add_get("/sandbox/limits", limits)
    router.add_post("/sandbox/limits", turn_limits)
    router.add_post("/sandbox/hold", hold)
    router.add_post("/sandbox/release", release)
