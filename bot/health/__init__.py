"""Health: a page that tells machines how the house is, metrics, and a word to systemd.

Nothing here is loaded unless somebody asks for it, and nothing personal is told.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, Any

from bot.health.looking import House
from bot.post.meters import Meters

if TYPE_CHECKING:
    from aiohttp.web import RouteDef

__all__ = ["House", "watched"]


@asynccontextmanager
async def watched(
    house: House,
    place: str | None,
    environ: Mapping[str, str],
    count: Callable[[Meters], None],
    doors: Callable[[], "Sequence[RouteDef]"] = tuple,
) -> AsyncIterator[None]:
    """Inside the block: the page at "host:port" if one is named, and systemd told if it listens.

    ``count`` hands the meters to those who tell what happens; ``doors`` gives what else is
    answered beside the page.
    """
    async with AsyncExitStack() as stack:
        if place:
            await stack.enter_async_context(_page(house, place, count, doors))
        if environ.get("NOTIFY_SOCKET"):
            from bot.health.service import Service  # noqa: PLC0415  # only under systemd

            await stack.enter_async_context(beside(Service(house, environ).report()))
        yield


@asynccontextmanager
async def _page(
    house: House,
    place: str,
    count: Callable[[Meters], None],
    doors: Callable[[], "Sequence[RouteDef]"],
) -> AsyncIterator[None]:
    from bot.health.lag import Lag  # noqa: PLC0415  # only with a page
    from bot.health.metrics import Metrics  # noqa: PLC0415  # prometheus-client takes memory
    from bot.health.web import Page, served  # noqa: PLC0415  # aiohttp's server does too

    metrics, lag = Metrics(), Lag()
    count(metrics)
    async with served(Page(house, metrics, lag, doors()), place), beside(lag.watch()):
        yield


@asynccontextmanager
async def beside(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Let work without an end go on beside the block."""
    task = asyncio.get_running_loop().create_task(work)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
