"""Two who change the directory at the very same moment, on each kind of database."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cards.sample_services import COUNTER
from bot.directory.contents import Contents
from bot.programme.directory.writing import write_service
from bot.programme.keeping import Fault
from storage.ids import new_id
from storage.proposals import Proposal
from tests.actions.test_at_once import visits
from tests.handlers.arrivals import joins_as_coordinator, message_with, registers
from tests.storage.places import KINDS

DOOR = replace(COUNTER, areas=("BE-BRU",), assured_on=None)
WEBSITE, MAIL = "https://new.example.be/", "new@example.be"
TIMES = 3  # one try may find the two in turn by chance


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    kind: str = request.param
    return kind


async def comes_in(house, number):
    """One more entry; the updates of before are forgotten, so that numbers may come again."""
    one = replace(DOOR, key=f"door-{number}")
    async with house.database.transaction() as tx:
        await tx.directory.put([write_service(one)])
        later = house.telegram.clock.now() + timedelta(days=1)
        await tx.inbox.forget_done_before(later)
    return one


async def proposes(house, els, key, field, value):
    now, number = house.telegram.clock.now(), new_id()
    async with house.database.transaction() as tx:
        coach = await tx.people.by_telegram(els.id)
        await tx.proposals.begin(Proposal(number, key, field, "nl", now, coach.id, value))
        await tx.proposals.send(number, now, now - timedelta(days=1))
        return number


async def says(house, key):
    async with house.database.reading() as tx:
        return await tx.directory.one(key)


async def test_of_two_changes_of_one_entry_both_stay(duo, els):
    odile = await joins_as_coordinator(duo)
    for number in range(TIMES):
        door = await comes_in(duo, number)
        website = await proposes(duo, els, door.key, "website", WEBSITE)
        hours = await proposes(duo, els, door.key, "hours", "altijd")
        both = await visits(duo, odile.id, odile.id)
        decide = duo.app.actions.proposals.decide
        await asyncio.gather(
            *(decide(*pair, accepted=True) for pair in zip(both, (website, hours), strict=True))
        )
        said = await says(duo, door.key)
        assert (said["url"], said["hours_i18n"]) == (WEBSITE, {"nl": "altijd"})


async def test_who_phones_while_a_change_is_accepted_has_phoned(duo, els):
    odile = await joins_as_coordinator(duo)
    for number in range(TIMES):
        door = await comes_in(duo, number)
        website = await proposes(duo, els, door.key, "website", WEBSITE)
        both = await visits(duo, odile.id, els.id)
        await asyncio.gather(
            duo.app.actions.proposals.decide(both[0], website, accepted=True),
            duo.app.actions.keeping.assure(both[1], door.key),
        )
        said = await says(duo, door.key)
        assert (said["url"], said["assured_date"]) == (WEBSITE, "2026-03-03")


async def test_a_file_beside_a_change_leaves_no_half_of_either(duo, els):
    """Whoever comes last has seen what the other one did."""
    odile = await joins_as_coordinator(duo)
    for number in range(TIMES):
        door = await comes_in(duo, number)
        website = await proposes(duo, els, door.key, "website", WEBSITE)
        (visit,) = await visits(duo, odile.id)
        await asyncio.gather(
            duo.app.actions.proposals.decide(visit, website, accepted=True),
            duo.app.actions.directory.bring_in(Contents((replace(door, email=MAIL),))),
        )
        said = await says(duo, door.key)
        async with duo.database.reading() as tx:
            past = await tx.keeping.history(door.key, 9)
        assert said["email"] == MAIL
        undone = any(one.kind == "imported" and one.field == "url" for one in past)
        assert (said["url"] == WEBSITE) is not undone


async def test_two_reports_at_once_bring_the_task(duo, amir, els):
    fatima = await registers(duo)
    door = await comes_in(duo, 0)
    both = await visits(duo, amir.id, fatima.id)
    await asyncio.gather(
        *(duo.app.actions.keeping.report(one, door.key, Fault.CLOSED) for one in both)
    )
    await duo.settle()
    assert message_with(els, "1 service waits to be checked.")
