"""Every step on the road to a duo is kept: from where to where, when, and by whom."""

import pytest

from bot.actions.road import move
from bot.programme.road import NoSuchWay, Place
from tests.handlers.arrivals import leaves, registers


async def steps_of(house, person):
    async with house.database.reading() as tx:
        kept = await tx.people.by_telegram(person.id)
        return [(one.origin, one.goal, one.why) for one in await tx.road.steps_of(kept.id)]


async def place_of(house, person):
    async with house.database.reading() as tx:
        return (await tx.people.by_telegram(person.id)).road


async def test_who_has_registered_stands_at_the_beginning(house):
    fatima = await registers(house, "Fatima")
    assert await place_of(house, fatima) == Place.NEW
    assert await steps_of(house, fatima) == [(None, "new", "registered")]


async def test_an_answer_that_changes_nothing_is_no_step(house):
    fatima = await registers(house, "Fatima")
    await fatima.says("/answers")
    await fatima.taps("Change first name")
    await fatima.says("Fatma")
    assert await steps_of(house, fatima) == [(None, "new", "registered")]


async def test_whom_the_programme_no_longer_fits_leaves_the_road_and_comes_back(house):
    fatima = await registers(house, "Fatima")
    await fatima.says("/answers")
    await fatima.taps("Change year of birth")
    await house.pass_by(minutes=1)
    await fatima.says("1970")
    assert await place_of(house, fatima) is None
    await house.pass_by(minutes=1)
    await fatima.says("1999")
    assert await steps_of(house, fatima) == [
        (None, "new", "registered"),
        ("new", None, "left"),
        (None, "new", "registered"),
    ]


async def test_each_step_to_a_duo_is_one_of_both_and_its_end_one_of_who_stays(duo, amir, rita):
    together = [
        (None, "proposed", "sample"),
        ("proposed", "matched", "duo"),
        ("matched", "in_duo", "signed"),
    ]
    assert await steps_of(duo, amir) == await steps_of(duo, rita) == together
    await duo.pass_by(minutes=1)
    await leaves(amir)
    assert await steps_of(duo, amir) == [*together, ("in_duo", None, "left")]
    assert await steps_of(duo, rita) == [*together, ("in_duo", "ready", "duo_ended")]


async def moved(house, someone, to):
    async with house.app.actions.samples.desk.open() as counter:
        await move(counter, await counter.tx.people.by_telegram(someone.id), to)


async def test_there_is_no_way_past_the_talk_with_a_coach(house):
    fatima = await registers(house, "Fatima")
    await moved(house, fatima, Place.INTAKE)
    with pytest.raises(NoSuchWay, match="proposed"):
        await moved(house, fatima, Place.PROPOSED)
    assert await place_of(house, fatima) == Place.INTAKE
