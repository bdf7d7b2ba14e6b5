"""Each door stands in one row of the rights; where it is shut, neither a message nor a forged
button comes in, and nothing that is kept changes.
"""

from collections import Counter

import pytest

from tests.conversations import House, Someone
from tests.handlers.arrivals import (
    joins_as_coach,
    joins_as_coordinator,
    newest_of_bot,
    remembered,
    starts,
)
from tests.handlers.rights import RIGHTS, Who
from tests.handlers.town import WAYS, Town, found_town
from tests.handlers.watching import handlers_of

# What somebody knows of themselves, or of whom they are to meet, is no secret to them.
NAMES = {"Amir", "Rita", "Jan", "Fatima", "Noor", "Lina", "Bert", "Sami"}
KNOWN = {Who.AMIR: NAMES, Who.RITA: NAMES, Who.ELS: NAMES, Who.JAN: {"Jan"},
         Who.FATIMA: {"Fatima"}}  # fmt: skip


POLLING = "aiogram.dispatcher.dispatcher._listen_update"


def test_every_handler_belongs_to_exactly_one_action_of_the_table(house: House):
    doors = Counter(door for right in RIGHTS.values() for door in right.doors)
    assert set(doors) == set(WAYS) == set(handlers_of(house.app.dispatcher)) - {POLLING}
    assert {door: times for door, times in doors.items() if times > 1} == {}


def test_every_row_lets_in_whoever_the_town_sends_there():
    actors = {"amir": Who.AMIR, "rita": Who.RITA, "tom": Who.TOM, "karim": Who.KARIM}
    for action, right in RIGHTS.items():
        for door in right.doors:
            who = WAYS[door].who
            assert who == "els" or actors[who] in right.may, (action, door)


async def stand_in(town: Town, who: Who) -> Someone:
    """Bring that person before the doors of the town."""
    if who in COMING:
        return await COMING[who](town.house)
    name = who.name.casefold()
    person = town.people.get(name) or _phone_named(town.house, name)
    await person.says("/menu")
    return person


def _phone_named(house: House, name: str) -> Someone:
    """Who spoke in the town, and has no part in what it tries."""
    people = house.telegram.state.people.items()
    return house.phone_of(next(one for one, seen in people if seen.first_name.casefold() == name))


async def _let_go(house: House) -> Someone:
    """A coach of the branch who has left the programme."""
    gone = await joins_as_coach(house, "Gonda")
    await house.app.actions.handing_over.let_go_by_name("Gonda", None)
    await house.settle()
    return gone


COMING = {
    Who.STRANGER: lambda house: starts(house, "Sofie", "en"),
    Who.NADIA: lambda house: joins_as_coach(house, "Nadia", "ghent"),
    Who.ODILE: lambda house: joins_as_coordinator(house, "Odile", "ghent"),
    Who.GONE: _let_go,
}


@pytest.mark.parametrize("who", Who, ids=lambda one: one.name.casefold())
async def test_no_shut_door_opens_for(duo, amir, rita, els, tom, who):
    town = await found_town(duo, amir, rita, els, tom)
    person = await stand_in(town, who)
    secrets = NAMES - KNOWN.get(who, set())
    before = await remembered(duo)
    shut = {action: one.doors for action, one in RIGHTS.items() if who not in one.may}
    assert shut
    for action, doors in shut.items():
        told = [named for door in doors for named in await _reads(town, person, door, secrets)]
        assert not told, (action, told)
        after = await remembered(duo)
        assert after == before, (action, differences(before, after))


async def _reads(town: Town, person: Someone, door: str, secrets: set[str]) -> list[str]:
    """Whom of all people somebody reads of who knocks at a door."""
    read, way = newest_of_bot(person), WAYS[door]
    if way.says:
        await person.says(way.says)
    elif way.taps:
        await person.forges(town.right(door), newest_of_bot(person))
    new = [one["text"] for one in person.messages if one["message_id"] > read]
    return [f"{door}: {name}" for name in secrets for words in new if name in words]


def differences(before, after):
    """The rows that are not as they were."""
    return {
        table: (set(map(str, before[table])) ^ set(map(str, rows)))
        for table, rows in after.items()
        if rows != before[table]
    }
