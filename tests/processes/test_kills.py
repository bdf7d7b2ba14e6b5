"""The bot is killed again and again while people talk to it, and nothing is lost.

A run is repeated by its seed: DUOBOT_TEST_SEED. `make torture` does the same a thousand times.
"""

import os
import random
import signal
import sqlite3
from pathlib import Path

import pytest
import pytest_asyncio

from storage import Database, Keys
from storage.migrate import current
from storage.migrations.revisions import head
from tests.processes.forks import Nursery, nursery
from tests.processes.kill_points import CASES, CLOCK, POINTS, POST, REGISTRATION, WITHDRAWAL
from tests.processes.plans import (
    BLIND,
    BRIEF,
    REAL,
    STARTING,
    TOLD_TO_STOP,
    Kill,
    blind,
    named,
)
from tests.processes.season import RESUMED_WITHIN, Trial, season

SEED = int(os.environ.get("DUOBOT_TEST_SEED", "0")) or random.SystemRandom().randrange(10**9)
ARRIVING = (*POST, *REGISTRATION)
TAKING_PART = (*CLOCK, *WITHDRAWAL)
AT_ANY_MOMENT = ((BLIND, BLIND, BLIND, STARTING, REAL), (BLIND, STARTING), (BLIND, TOLD_TO_STOP))
STEPS = (1, 2, 9, 17, 25)  # statements of the first migration after which a kill falls

# One nursery for all of them: opening it costs as much as five kills.
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def nest():
    async with nursery() as opened:
        yield opened


@pytest.mark.parametrize(
    ("points", "moments"),
    [
        (ARRIVING, AT_ANY_MOMENT[0]),
        (TAKING_PART, AT_ANY_MOMENT[1]),
        (CASES, AT_ANY_MOMENT[2]),
    ],
    ids=("arriving", "taking part", "asking for a coach"),
)
async def test_wherever_the_bot_dies_nothing_is_lost(
    tmp_path: Path, nest: Nursery, points, moments
):
    chance = random.Random(SEED)  # repeatable, no secret
    kills: list[Kill] = [*named(points, chance), *[blind(one, chance, BRIEF) for one in moments]]
    async with season(tmp_path, nest, chance) as town:
        trials = await town.endures(kills)
        found = [*town.leaks(), *[sentence for one in trials for sentence in wrong_in(one)]]
    assert len(trials) == len(kills)
    assert not found, f"With DUOBOT_TEST_SEED={SEED}:\n" + "\n".join(found)


def wrong_in(trial: Trial) -> list[str]:
    missed = [] if trial.reached else ["It was never passed."]
    late = [f"It took {trial.recovery:.0f} s."] if trial.recovery > RESUMED_WITHIN else []
    return [f"{trial.kill}: {one}" for one in (*missed, *late, *trial.lost)]


async def test_a_migration_that_is_killed_at_any_step_is_done_by_the_next_start(
    tmp_path: Path, nest: Nursery
):
    for step in STEPS:
        file = tmp_path / f"after-{step}.db"
        settings = {"DUOBOT_DATABASE": str(file), "DUOBOT_TOKEN": "1:x"}
        fuse = {"point": "step of a migration", "passing": step, "lit": True}
        killed = await nest.bear("migrate", log=tmp_path / "log", settings=settings, fuse=fuse)
        assert await killed.ends() == -signal.SIGKILL, killed.said
        assert await current(str(file)) is None
        again = await nest.bear("migrate", log=tmp_path / "log", settings=settings)
        assert await again.ends() == 0, again.said
        assert await current(str(file)) == head()
        with sqlite3.connect(file) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        usable = Database(str(file), Keys.from_text(Keys.generate()))
        await usable.ping()
        await usable.close()


async def test_every_kill_point_is_still_where_it_was():
    for name, point in POINTS.items():
        if owner := getattr(point, "owner", None):
            assert callable(vars(owner).get(point.method)), f"{name}: {owner} has another method."


async def test_a_fuse_for_a_point_that_is_not_there_ends_the_program_loudly(
    tmp_path: Path, nest: Nursery
):
    log = tmp_path / "log"
    bot = await nest.bear("key", log=log, settings={}, fuse={"point": "at the hairdresser"})
    assert await bot.ends() == 1
    assert "KeyError: 'at the hairdresser'" in bot.said
