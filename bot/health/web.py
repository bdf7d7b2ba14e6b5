"""The page of health, for machines: `/health/live`, `/health/ready` and `/metrics`."""

from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from http import HTTPStatus

import structlog
from aiohttp import web

from bot.health.lag import Lag
from bot.health.looking import House, beat, look
from bot.health.metrics import Metrics
from bot.health.vitals import reasons, silent_parts
from bot.setting_forms import host_and_port

TEXT_FOR_PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"
SHUT_WITHIN = 1.0  # seconds for a question that is being answered

log = structlog.get_logger(__name__)


class Page:
    """Answers with 200 when all is well, else with 503 and the reasons."""

    def __init__(
        self, house: House, metrics: Metrics, lag: Lag, doors: Sequence[web.RouteDef] = ()
    ) -> None:
        self.house = house
        self.metrics = metrics
        self.lag = lag
        self.doors = doors

    async def live(self, _: web.Request) -> web.Response:
        """Whether this process does its work; if not, start it again."""
        return _verdict("live", silent_parts(beat(self.house)))

    async def ready(self, _: web.Request) -> web.Response:
        """Whether people are served now."""
        vitals, _waiting = await look(self.house)
        return _verdict("ready", reasons(vitals))

    async def numbers(self, _: web.Request) -> web.Response:
        """The metrics."""
        vitals, waiting = await look(self.house)
        now = self.house.clock.now()
        page = self.metrics.page(vitals, waiting, self.house.watch, self.lag.longest, now)
        return web.Response(body=page, headers={"Content-Type": TEXT_FOR_PROMETHEUS})

    def application(self) -> web.Application:
        """The three addresses, and the doors beside them; any other is not found."""
        application = web.Application()
        application.router.add_get("/health/live", self.live)
        application.router.add_get("/health/ready", self.ready)
        application.router.add_get("/metrics", self.numbers)
        application.router.add_routes(self.doors)
        return application


@asynccontextmanager
async def served(page: Page, place: str) -> AsyncIterator[int]:
    """Serve the page at "host:port" inside the block; the port that was taken."""
    host, port = host_and_port(place)
    runner = web.AppRunner(page.application(), access_log=None, shutdown_timeout=SHUT_WITHIN)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        taken: int = runner.addresses[0][1]
        log.info("health_page", host=host, port=taken)
        yield taken
    finally:
        await runner.cleanup()


def _verdict(word: str, wrong: Iterable[str]) -> web.Response:
    found = list(wrong)
    status = HTTPStatus.SERVICE_UNAVAILABLE if found else HTTPStatus.OK
    body = {word: not found, "reasons": found}
    return web.json_response(body, status=status, headers={"Cache-Control": "no-store"})
