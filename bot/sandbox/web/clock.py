"""Reading and turning the sandbox's clock over HTTP."""

from datetime import datetime, timedelta

from aiohttp import web

from bot.sandbox.answers import NotPossible
from bot.sandbox.telegram import Telegram
from bot.sandbox.web.bodies import Wishes, wishes
from bot.sandbox.web.keys import STOPS, TELEGRAM, Stops


async def read_clock(request: web.Request) -> web.StreamResponse:
    """The time in the sandbox, and where it can stop."""
    now = request.app[TELEGRAM].clock.now().isoformat()
    stops = request.app[STOPS]
    return web.json_response({"now": now, "stops": list(stops)})


async def turn_clock(request: web.Request) -> web.StreamResponse:
    """To an instant, by some seconds, or to the next stop of a name."""
    wanted = await wishes(request)
    now = await _turned(request.app[TELEGRAM], request.app[STOPS], wanted)
    return web.json_response({"now": now.isoformat()})


async def _turned(telegram: Telegram, stops: Stops, wanted: Wishes) -> datetime:
    try:
        if "now" in wanted.body:
            return telegram.turn_clock(_instant(wanted.text("now")))
        if "advance_s" in wanted.body:
            return telegram.advance_clock(timedelta(seconds=wanted.number("advance_s")))
        return telegram.turn_clock(await _stop(stops, wanted.text("stop")))
    except OverflowError as error:
        raise NotPossible(400, "The clock cannot be turned that far.") from error


async def _stop(stops: Stops, name: str) -> datetime:
    if name not in stops:
        known = ", ".join(stops) or "none"
        raise NotPossible(404, f"The clock has no stop {name!r}; its stops: {known}.")
    instant = await stops[name]()
    if instant is None:
        raise NotPossible(409, f"There is no {name} to stop at now.")
    return instant


def _instant(text: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError as error:
        raise NotPossible(400, "`now` is an instant like 2026-03-29T18:00:00+02:00.") from error
    if instant.tzinfo is None:
        raise NotPossible(400, "`now` needs its distance from UTC, like +02:00 or Z.")
    return instant


def add_routes(router: web.UrlDispatcher) -> None:
    """Open the clock's doors."""
    router.add_get("/sandbox/clock", read_clock)
    router.add_post("/sandbox/clock", turn_clock)
