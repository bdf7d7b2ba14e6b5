"""Three who sign at the very same moment, each with a double tap."""

import asyncio
import os
from collections import Counter

import pytest
from sqlalchemy import select

from bot.actions.convention.signing import MARK
from bot.programme.road import Place
from storage.duos import DuoState, new_duo
from storage.tables import DuoRow, RhythmRow, SignatureRow
from tests.actions.test_at_once import visits
from tests.conversations import House
from tests.storage.places import KINDS

# How many duos sign, some at a time. DUOBOT_TEST_PAIRS=1000 takes some minutes.
DUOS = int(os.environ.get("DUOBOT_TEST_PAIRS", "24"))
LANES = 4
COACH = 1


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    kind: str = request.param
    return kind


async def have_met(house: House) -> list[tuple[int, int, int]]:
    """Duos of one coach that can sign: the number of each and those of the two at Telegram."""
    now, zone = house.telegram.clock.now(), house.app.actions.samples.desk.programme.zone.key
    async with house.database.transaction() as tx:

        async def came(number: int, role: str, name: str) -> int:
            person = await tx.people.add(number, "en", "registered", now)
            told = {"first_name": name, "role": role, "year_of_birth": "1999"}
            stands = {"road": Place.MATCHED} if role != "coach" else {}
            await tx.people.save(person.id, role=role, branch="brussels", answers=told, **stands)
            return person.id

        els, found = await came(COACH, "coach", "Els"), []
        for number in range(10, 10 + 2 * DUOS, 2):
            two = await came(number, "mentee", "Amir"), await came(number + 1, "mentor", "Rita")
            await tx.training.write_reason(two[1], "Has trained elsewhere.", els, now)
            await tx.training.be_sure(two[1], els, now)
            duo = new_duo(*two, els, zone, now)
            await tx.duos.form(duo)
            await tx.duos.advance(duo.id, duo.state, DuoState.SIGNING)
            await tx.first_meetings.begin(duo.id)
            found.append((duo.id, number, number + 1))
    return found


async def test_each_signs_once_and_the_weeks_begin_once_after_all_three(house):
    duos = await have_met(house)
    lacking = {duo for duo, *_ in duos[::4]}  # of these the mentor does not sign
    signers = {duo: (mentee, COACH) if duo in lacking else (mentee, mentor, COACH)
               for duo, mentee, mentor in duos}  # fmt: skip
    taps = [(duo, who) for duo in signers for who in signers[duo] * 2]
    came = dict(enumerate(await visits(house, *(who for _, who in taps))))
    signing = house.app.actions.signing
    mark = signing.desk.programme.convention.text("en").hash[:MARK]

    async def lane(some: list[int]) -> None:
        for duo in some:
            ours = [came[at] for at, (one, _) in enumerate(taps) if one == duo]
            await asyncio.gather(*(signing.sign(visit, duo, mark) for visit in ours))

    await asyncio.gather(*(lane([*signers][first::LANES]) for first in range(LANES)))
    async with house.database.reading() as tx:
        kept = Counter(await tx.connection.scalars(select(SignatureRow.duo_id)))
        states = dict(map(tuple, await tx.connection.execute(select(DuoRow.id, DuoRow.state))))
        rhythms = Counter(await tx.connection.scalars(select(RhythmRow.duo_id)))
    assert kept == {duo: len(who) for duo, who in signers.items()}
    assert {duo for duo, state in states.items() if state != DuoState.ACTIVE} == lacking
    assert rhythms == dict.fromkeys(signers.keys() - lacking, 2)
