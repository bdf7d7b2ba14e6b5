"""The watch over a house and the pretend Telegram: told once, whatever fails on the way."""

import asyncio
import os
import shutil
import signal
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from structlog.testing import capture_logs
from telegram.error import ChatMigrated, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.cli import main
from bot.programme.programme import Programme
from bot.sandbox import serve
from bot.sandbox.cast import ELS, RITA
from bot.settings import WrongSettings
from bot.watch import watch
from bot.watch.duty import SECONDS_BETWEEN_ROUNDS
from bot.watch.ledger import Ledger
from bot.watch.rounds import PATIENCE, Rounds
from storage import Keys
from storage.cases import new_case
from storage.glance import Window
from storage.heartbeats import LINE, MACHINE
from tests.conversations import TOKEN, House
from tests.patience import until


class Spoken:
    """A bot that notes what it would say; what ``fails`` is raised instead, once each."""

    def __init__(self) -> None:
        self.said: list[tuple[int, str, bool]] = []
        self.fails: list[Exception | None] = []

    async def send_message(self, chat: int, text: str, *, disable_notification: bool) -> None:
        if self.fails and (failure := self.fails.pop(0)):
            raise failure
        self.said.append((chat, text, disable_notification))

    def chats(self) -> list[int]:
        """Who was written to since this was last asked."""
        chats = [chat for chat, _, _ in self.said]
        self.said.clear()
        return chats


@dataclass
class Post:
    """A watch over a house, whose time is moved by hand."""

    house: House
    window: Window
    keys: Keys
    programme: Programme
    bot: Spoken = field(default_factory=Spoken)
    at: float = 0.0
    rounds: Rounds = field(init=False)

    def begin(self, told: Ledger) -> None:
        """A watch begins, and knows only what is written down."""
        self.rounds = Rounds(
            self.programme, self.window, told, RITA.id, lambda: self.keys,
            clock=self.house.telegram.clock, seconds=lambda: self.at,
        )  # fmt: skip

    def now(self) -> datetime:
        return self.house.telegram.clock.now()

    async def beat(self) -> None:
        """The bot shows that it lives."""
        async with self.house.database.transaction() as tx:
            await tx.heartbeats.beat(MACHINE, self.now())
            await tx.heartbeats.beat(LINE, self.now())

    async def passes(self, seconds: float, *, alive: bool) -> None:
        """Time passes, with a round as often as the watch goes one."""
        for _ in range(int(seconds / SECONDS_BETWEEN_ROUNDS)):
            self.at += SECONDS_BETWEEN_ROUNDS
            self.house.telegram.advance_clock(timedelta(seconds=SECONDS_BETWEEN_ROUNDS))
            if alive:
                await self.beat()
            await self.rounds.go(self.bot)

    def starts_again(self) -> None:
        """The watch dies, and another one begins."""
        self.begin(Ledger.at(self.rounds.ledger.file))


@pytest.fixture(autouse=True)
def _durations_are_spans_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
async def post(
    duo: House, keys: Keys, programme: Programme, tmp_path: Path
) -> AsyncIterator[Post]:
    window, told = Window(duo.database.url), Ledger.at(tmp_path / "told.watch")
    post = Post(duo, window, keys, programme)
    post.begin(told)
    yield post
    await window.close()


async def test_a_killed_bot_is_told_once_and_so_is_its_return(post):
    await post.passes(60, alive=True)
    assert post.bot.chats() == []
    await post.passes(300, alive=False)
    assert post.bot.chats() == [RITA.id, ELS.id]
    post.starts_again()
    await post.passes(120, alive=False)
    assert post.bot.chats() == []
    await post.passes(60, alive=True)
    assert "alles weer goed" in post.bot.said[0][1]
    assert "All is well" in post.bot.said[1][1]
    assert post.bot.chats() == [RITA.id, ELS.id]
    await post.passes(120, alive=True)
    assert post.bot.chats() == []
    assert not post.rounds.ledger.told


async def test_at_night_a_coach_is_told_without_a_sound_and_the_operator_with_one(post):
    post.house.telegram.advance_clock(timedelta(hours=14))
    await post.passes(20, alive=True)
    await post.passes(120, alive=False)
    assert [(chat, quiet) for chat, _, quiet in post.bot.said] == [
        (RITA.id, False),
        (ELS.id, True),
    ]


async def test_a_database_that_is_gone_is_told_to_the_operator_only(post, tmp_path):
    await post.passes(20, alive=True)
    good, post.rounds.window = post.window, Window(str(tmp_path / "gone.db"))
    with capture_logs() as logs:
        await post.passes(60, alive=False)
    assert sum(bool(one.get("exc_info")) for one in logs) == 1
    assert "Ik kan zijn databank niet lezen" in post.bot.said[0][1]
    assert post.bot.chats() == [RITA.id]
    await post.rounds.window.close()
    post.rounds.window = good
    await post.passes(60, alive=True)
    assert post.bot.chats() == [RITA.id], "And that all is well."


async def test_with_lost_keys_the_operator_is_told_all_the_same(post):
    def lost() -> Keys:
        raise WrongSettings(("The key is lost.",))

    post.rounds.keys = lost
    await post.passes(20, alive=True)
    await post.passes(120, alive=False)
    assert post.bot.chats() == [RITA.id]


@pytest.mark.parametrize("failure", [(NetworkError, "gone"), (TimedOut,), (RetryAfter, 5)])
async def test_what_could_not_be_told_is_told_later(post, failure):
    await post.passes(20, alive=True)
    kind, *about = failure
    post.bot.fails = [kind(*about)]
    await post.passes(100 + PATIENCE, alive=False)
    assert sorted(post.bot.chats()) == sorted([RITA.id, ELS.id])


async def test_a_line_that_is_broken_is_not_tried_for_everybody(post):
    await post.passes(20, alive=True)
    post.bot.fails = [NetworkError("gone") for _ in range(4)]
    await post.passes(100, alive=False)
    assert post.bot.chats() == []
    await post.passes(30, alive=False)
    assert post.bot.chats() == [RITA.id, ELS.id]


async def test_a_coach_who_blocked_the_bot_is_not_tried_again_and_again(post):
    await post.passes(20, alive=True)
    post.bot.fails = [None, Forbidden("bot was blocked by the user")]
    await post.passes(300, alive=False)
    assert post.bot.chats() == [RITA.id]


async def test_an_operator_who_lets_the_bot_in_later_is_told_then(post):
    await post.passes(20, alive=True)
    post.bot.fails = [Forbidden("bot was blocked by the user")]
    await post.passes(300, alive=False)
    assert post.bot.chats() == [ELS.id, RITA.id]


async def test_an_operator_s_group_is_followed_to_its_new_number(post):
    await post.passes(20, alive=True)
    post.bot.fails = [ChatMigrated(-100777)]
    await post.passes(120, alive=False)
    assert post.bot.chats() == [-100777, ELS.id]


async def test_a_case_without_a_step_is_told_to_its_coach_and_the_operator(post, amir):
    await post.beat()
    async with post.house.database.transaction() as tx:
        coach = await tx.people.by_telegram(ELS.id)
        await tx.cases.open(new_case("goes_badly", coach.id, post.now(), branch="brussels"))
    await post.passes(190, alive=True)
    assert post.bot.chats() == []
    await post.passes(60, alive=True)
    assert "One call for a coach waits" in dict(one[:2] for one in post.bot.said)[ELS.id]
    assert post.bot.chats() == [RITA.id, ELS.id]


async def test_the_watch_goes_its_rounds_over_a_real_line(
    house, empty_file, tmp_path, monkeypatch
):
    """It comes on duty, sees no heartbeat, and ends as it is told; no update is asked for."""
    monkeypatch.setattr("bot.watch.duty.SECONDS_BETWEEN_ROUNDS", 0.05)
    monkeypatch.setattr("bot.watch.signs.STOPPED_AFTER", 0.0)
    monkeypatch.setattr("bot.watch.signs.SURE_FOR", -1.0)
    monkeypatch.setattr("bot.watch.duty.configure", lambda *_: None)
    shutil.copyfile(empty_file, tmp_path / "duobot.db")
    house.telegram.say(RITA.id, "/start")
    async with serve(house.telegram, 0) as address:
        given = settings(tmp_path / "duobot.db", address, DUOBOT_OPERATOR=str(RITA.id))
        task = asyncio.create_task(watch(given))
        await until((tmp_path / "duobot.db.watch").exists, within=30.0, glance=0.02)
        os.kill(os.getpid(), signal.SIGTERM)
        await task
    assert len(house.telegram.chat(RITA.id)) == 2
    assert await house.app.poller.poll() == 1


@pytest.mark.parametrize(
    ("operator", "problem"), [(None, "DUOBOT_OPERATOR is missing"), ("404", "knows no chat 404")]
)
async def test_without_somebody_to_tell_it_does_not_begin(house, tmp_path, operator, problem):
    async with serve(house.telegram, 0) as address:
        more = {"DUOBOT_OPERATOR": operator} if operator else {}
        with pytest.raises(WrongSettings, match=problem):
            await watch(settings(tmp_path / "duobot.db", address, **more))


def settings(database: Path, address: str, **more: str) -> dict[str, str]:
    """What the watch is told."""
    given = {"DUOBOT_DATABASE": str(database), "DUOBOT_TELEGRAM": address, "DUOBOT_TOKEN": TOKEN}
    return given | {"DUOBOT_SECRET_KEYS": Keys.generate()} | more


def test_without_the_library_the_command_says_what_to_install(monkeypatch):
    monkeypatch.setattr("bot.cli.find_spec", lambda _: None)
    result = CliRunner().invoke(main, ["watch"])
    assert result.exit_code == 78
    assert "duobot[watch]" in result.output
