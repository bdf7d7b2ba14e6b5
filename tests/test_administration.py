"""What operators do beside a running bot."""

import pytest

from bot import administration
from bot.actions.invitations import UnknownBranch
from bot.sandbox import serve
from storage.migrations.revisions import revisions


@pytest.fixture
def environ(tmp_path):
    return {
        "DUOBOT_DATABASE": str(tmp_path / "duobot.db"),
        "DUOBOT_TELEGRAM": "http://127.0.0.1:1",
    }


async def test_without_telegram_an_invitation_is_a_line_to_write(environ):
    says, *rest = await administration.invite_coach(environ, "Els", "brussels")
    assert "Els" in says
    assert len(rest) == 1
    assert rest[0].startswith("/start ")


async def test_with_telegram_an_invitation_is_a_link(environ, telegram):
    async with serve(telegram, 0) as address:
        here = {**environ, "DUOBOT_TELEGRAM": address, "DUOBOT_CLOCK": "sandbox"}
        _, link, _, line = await administration.invite_coach(here, "Els", "brussels")
    token = line.removeprefix("/start ")
    assert link == f"https://t.me/{telegram.username}?start={token}"
    assert len(token) >= 22


async def test_an_unknown_branch_is_refused(environ):
    with pytest.raises(UnknownBranch):
        await administration.invite_coach(environ, "Els", "atlantis")


async def test_migrating_twice_says_so(environ):
    assert await administration.migrate(environ) == [f"Applied {one}." for one in revisions()]
    assert await administration.migrate(environ) == ["The tables are up to date."]
