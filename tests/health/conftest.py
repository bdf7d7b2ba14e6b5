"""A house whose health is looked at."""

import pytest

from bot.health import House as Watched
from bot.health.lag import Lag
from bot.health.metrics import Metrics
from bot.health.web import Page
from tests.conversations import House


@pytest.fixture
async def watched(house: House) -> Watched:
    """The house as those see it who watch over it; the clock has just looked what is due."""
    app, clock = house.app, house.telegram.clock
    looks = app.actions.check_ins
    await app.ticks.look("ask_due", looks.ask_due)
    await app.ticks.look("close_silent", looks.close_silent)
    return Watched(house.database, clock, clock, app.watch, app.ticks)


@pytest.fixture
def page(house: House, watched: Watched) -> Page:
    """The page of health, which counts what happens from now on."""
    metrics = Metrics()
    house.app.count_with(metrics)
    return Page(watched, metrics, Lag())
