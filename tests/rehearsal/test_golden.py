"""Small plays over the days on which programs go wrong, compared word for word."""

import pytest

from bot.programme.programme import Programme
from bot.rehearsal import diary_of
from bot.rehearsal.theatre import over
from storage import Database
from tools.rehearsals import ACCEPT, SCENES, difference, rehearsed


@pytest.mark.parametrize("scene", SCENES)
async def test_the_bot_says_what_was_read_and_accepted(
    memory: Database, programme: Programme, scene: str
):
    plot = SCENES[scene]
    async with over(memory, programme, diary_of(plot, programme).begin) as theatre:
        now = await rehearsed(plot, programme, theatre)
    if found := difference(scene, now):
        pytest.fail(f"{found}\n{ACCEPT}", pytrace=False)
