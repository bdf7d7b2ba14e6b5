"""Two who do something about one case at the same moment, where there are several writers."""

import asyncio

import pytest

from bot.actions import passing
from tests.handlers.arrivals import joins_as_coach
from tests.handlers.test_leaves import goes_away, owner_of
from tests.storage.places import KINDS


@pytest.fixture(params=KINDS[1:])
def kind(request) -> str:
    """SQLite has one writer, so nobody can come in between there."""
    kind: str = request.param
    return kind


async def test_nadia_takes_a_case_while_it_goes_to_odile_and_amir_reads_who_has_it(
    duo, amir, els, monkeypatch
):
    nadia = await joins_as_coach(duo)
    await joins_as_coach(duo, "Odile")
    await amir.says("/coach")
    for _ in range(12):
        await duo.pass_by(hours=4)
    bring, waited = passing.bring, []

    async def slowly(*what, **more):
        taking = asyncio.create_task(nadia.taps("I take it"))
        done, _ = await asyncio.wait([taking], timeout=0.5)
        waited.append(not done)
        return await bring(*what, **more)

    monkeypatch.setattr(passing, "bring", slowly)
    await goes_away(els, "Odile", last="Mon 9 Mar")
    await duo.settle()
    assert waited == [True]
    assert await owner_of(duo) == "Nadia"
    assert "Nadia" in amir.last
