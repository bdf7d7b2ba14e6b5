"""The watch as an operator starts it: beside the bot, small, and ended by a word."""

from pathlib import Path

import psutil

from bot.sandbox.cast import RITA
from tests.processes.programs import started, town

MOST_MEMORY = 130_000_000  # bytes; a guard has to be small


async def test_the_watch_comes_on_duty_beside_a_bot_and_takes_no_update_from_it(tmp_path: Path):
    async with town(tmp_path) as place:
        place.more_settings["DUOBOT_OPERATOR"] = str(RITA.id)
        rita = place.phones.of(RITA.id)
        async with place.running() as bot:
            await rita.says("/start")
            await rita.sees_button("sp:fr")
            log = tmp_path / "watch.log"
            async with started("watch", log=log, settings=place.settings) as watch:
                await watch.hears("on_duty")
                await rita.taps("sp:fr")
                await rita.sees_button("ch:consent:yes")
                assert psutil.Process(watch.process.pid).memory_info().rss < MOST_MEMORY
                assert await watch.stop() == 0
            assert await bot.stop() == 0
    assert "Traceback" not in watch.said


async def test_without_an_operator_the_watch_says_what_is_missing(tmp_path: Path):
    settings = {"DUOBOT_TELEGRAM": "http://127.0.0.1:1"}
    async with started("watch", log=tmp_path / "watch.log", settings=settings) as watch:
        assert await watch.ends() == 78
    assert "DUOBOT_OPERATOR is missing" in watch.said
    assert "Traceback" not in watch.said
