"""How the programs begin and end, as an operator sees it."""

from pathlib import Path

import pytest

from bot.sandbox.cast import FATIMA
from tests.processes.phones import Phones
from tests.processes.programs import TOKEN, address_of, started, town

WRONG = {
    "DUOBOT_TOKEN": "not-a-token",
    "DUOBOT_TELEGRAM": "ftp://somewhere",
    "DUOBOT_CLOCK": "moon",
    "DUOBOT_LOGS": "info",
}


async def test_all_wrong_settings_are_named_at_once(tmp_path: Path):
    async with started("run", log=tmp_path / "run.log", settings=WRONG) as bot:
        assert await bot.ends() == 78
    assert all(f"{name} " in bot.said for name in WRONG)
    assert "not-a-token" not in bot.said
    assert "Traceback" not in bot.said


async def test_without_a_token_it_says_how_to_get_one(tmp_path: Path):
    async with started("run", log=tmp_path / "run.log") as bot:
        assert await bot.ends() == 78
    assert "@BotFather" in bot.said


async def test_a_token_that_is_refused_ends_the_bot_and_keeps_the_letters(tmp_path: Path):
    async with town(tmp_path) as place:
        fatima = place.phones.of(FATIMA.id)
        async with place.running() as bot:
            await place.phones.post("faults", status=401)
            await fatima.says("/start")
            assert await bot.ends() == 78
        assert "DUOBOT_TOKEN" in bot.said
        assert "Traceback" not in bot.said
        assert TOKEN not in bot.said
        await place.phones.clear_faults()
        async with place.running() as bot:
            await fatima.sees_button("sp:fr")
            assert await bot.stop() == 0


async def test_the_sandbox_remembers_its_chats(tmp_path: Path):
    words = ("sandbox", "--port", "0", "--journal", str(tmp_path / "sandbox.jsonl"))
    for turn in (1, 2):
        async with started(*words, log=tmp_path / "sandbox.log") as sandbox:
            async with Phones.at(await address_of(sandbox)) as phones:
                fatima = phones.of(FATIMA.id)
                assert len(await fatima.messages()) == turn - 1
                await fatima.says("bonjour")
            if turn == 1:
                await sandbox.kill()
            else:
                assert await sandbox.stop() == 0


@pytest.mark.parametrize("command", [("sandbox",), ("demo", "--no-open")])
async def test_a_port_that_is_taken_is_said_in_a_sentence(tmp_path: Path, command):
    async with town(tmp_path) as place:
        port = place.phones.address.rpartition(":")[2]
        async with started(*command, "--port", port, log=tmp_path / "second.log") as second:
            assert await second.ends() != 0
        assert "port" in second.said.casefold()
        assert "Traceback" not in second.said
