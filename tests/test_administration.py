"""What operators do beside a running bot."""

import pytest

from bot import administration
from bot.actions.handing_over import NobodyOfThatName
from bot.actions.invitations import UnknownBranch
from bot.actions.samples import Sample
from bot.clock import SystemClock
from bot.programme.people import Role
from bot.sandbox import serve
from bot.sandbox.cast import AMIR, ELS, RITA
from bot.settings import load_settings
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


async def test_an_operator_ends_the_codes_of_a_coach(environ):
    settings = load_settings(environ, needs_token=False)
    async with administration.at_the_desk(settings, SystemClock()) as actions:
        amir = Sample(AMIR.id, "Amir", "en", Role.MENTEE, 1999)
        rita = Sample(RITA.id, "Rita", "en", Role.MENTOR, 1962)
        await actions.samples.settle_in(amir, rita, Sample(ELS.id, "Els", "en", Role.COACH, 1988))
    assert await administration.unlock(environ, "Els", None) == [
        "The codes of Els are ended. A new app is set up in the chat."
    ]
    with pytest.raises(NobodyOfThatName):
        await administration.unlock(environ, "Els", "atlantis")


async def test_an_operator_takes_every_right_from_a_coach(environ):
    settings = load_settings(environ, needs_token=False)
    async with administration.at_the_desk(settings, SystemClock()) as actions:
        amir = Sample(AMIR.id, "Amir", "en", Role.MENTEE, 1999)
        rita = Sample(RITA.id, "Rita", "en", Role.MENTOR, 1962)
        await actions.samples.settle_in(
            amir, rita, Sample(ELS.id, "Els", "en", Role.COACH, 1988),
            (Sample(9, "Nadia", "en", Role.COACH, 1990),),
        )  # fmt: skip
    gone, *rest = await administration.let_coach_go(environ, "els", "brussels")
    assert gone == "Els has no rights any more."
    assert rest == ["Duos: 1, open cases: 0.", "They go to Nadia."]
    *_, waiting = await administration.let_coach_go(environ, "Nadia", None)
    assert waiting == "They wait for the first one who comes in."
    with pytest.raises(NobodyOfThatName):
        await administration.let_coach_go(environ, "Els", None)
