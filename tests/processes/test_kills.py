"""The bot is killed again and again while people talk to it, and nothing is lost."""

import asyncio
import os
import random
from datetime import time
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.cards import put_into_words
from bot.i18n import load_speech
from bot.programme.notices import AskQuestion
from bot.programme.recurrence import next_weekly
from bot.sandbox.cast import ELS
from bot.settings import load_programme
from storage import Keys
from tests.processes.checker import Checker
from tests.processes.phones import Phone
from tests.processes.programs import TOKEN, Town, town
from tests.processes.townsfolk import Townsman

KILLS = int(os.environ.get("DUOBOT_TEST_KILLS", "12"))
SEED = int(os.environ.get("DUOBOT_TEST_SEED", "0")) or random.SystemRandom().randrange(10**9)
LONGEST_LIFE = 2.0  # seconds that the bot lives before it is killed
QUIET_WITHIN = 30
TUESDAY = 1
TELLS = {"first_name", "year_of_birth"}
STOPS = (None, None, None, "first_name", "year_of_birth")


def questions(language: str) -> dict[str, str]:
    """The questions that are answered in words, each by its last line."""
    speech, programme = load_speech()[language], load_programme("duo")
    asked = {one: put_into_words(AskQuestion(one), speech, programme).text for one in TELLS}
    return {text.splitlines()[-1]: one for one, text in asked.items()}


async def populate(place: Town, chance: random.Random) -> list[Townsman]:
    """People of three languages, some of whom never answer everything, and a coach."""
    people = []
    for number, stops_at in enumerate(STOPS):
        language = ("nl", "fr", "en")[number % 3]
        name = "".join(chance.choices("bdfgklmnprst", k=10)).title()
        phone = await place.phones.new(name, language)
        people.append(Townsman(phone, language, chance, questions(language), stops_at))
    coach: Phone = place.phones.of(ELS.id)
    code, said = await place.asks("invite", "coach", "--name", "Els", "--branch", "brussels")
    assert code == 0, said
    await coach.says(said.strip().splitlines()[-1])
    return [*people, Townsman(coach, "nl", chance, {})]


async def kill_again_and_again(place: Town, chance: random.Random) -> None:
    for _ in range(KILLS):
        bot = await place.bot()
        await asyncio.sleep(chance.uniform(0, LONGEST_LIFE))
        await bot.kill()


async def quiet(checker: Checker) -> list[str]:
    """Wait until nothing is wrong, or as long as anybody may wait for their answer."""
    async with asyncio.timeout(QUIET_WITHIN + 10):
        for _ in range(QUIET_WITHIN):
            if not (found := await checker.findings()):
                break
            await asyncio.sleep(1)
    return found


async def test_whatever_moment_the_bot_dies_nothing_is_lost(tmp_path: Path):
    chance, key = random.Random(SEED), Keys.generate()  # noqa: S311  # repeatable, no secret
    async with town(tmp_path) as place:
        place.more_settings = {"DUOBOT_SECRET_KEYS": key}
        at_ten = next_weekly(
            await place.phones.now(), TUESDAY, time(10), ZoneInfo("Europe/Brussels")
        )
        await place.phones.turn_to(at_ten)
        over, people = asyncio.Event(), await populate(place, chance)
        lives = [asyncio.create_task(one.live(over)) for one in people]
        await kill_again_and_again(place, chance)
        over.set()
        await asyncio.gather(*lives)
        programme = load_programme("duo")
        checker = Checker(
            str(place.database), Keys.from_text(key), place.journal, programme, KILLS
        )
        async with place.running() as bot:
            found = await quiet(checker)
            assert await bot.stop() == 0
        files = [*place.logs, *place.folder.glob("duobot.db*")]
        found += checker.leaks(files, TOKEN, key)
    assert not found, f"With DUOBOT_TEST_SEED={SEED}:\n" + "\n".join(found)
