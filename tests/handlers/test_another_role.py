"""Somebody who is registered becomes a mentor in place of a mentee, where both ages fit."""

import pytest

from bot.actions.road import move
from bot.programme.road import OTHER_ROLE, Place
from bot.settings import load_programme
from tests.handlers.arrivals import finishes, joins_as_coach, registers


@pytest.fixture
def programme():
    return load_programme("mentor2work")


@pytest.fixture
async def nadia(house):
    return await joins_as_coach(house, "Nadia", "mechelen")


@pytest.fixture
async def fatima(house, nadia):
    """A mentee with whom the first talk was held."""
    fatima = await registers(house, "Fatima", town="Mechelen")
    await house.pass_by(minutes=1)
    async with house.app.actions.samples.desk.open() as counter:
        await move(counter, await counter.tx.people.by_telegram(fatima.id), Place.READY)
    await house.pass_by(minutes=1)
    return fatima


async def kept_of(house, person):
    async with house.database.reading() as tx:
        kept = await tx.people.by_telegram(person.id)
        steps = await tx.road.steps_of(kept.id)
        return kept, [(one.origin, one.goal, one.why) for one in steps]


async def changes_role(person, label):
    await person.says("/answers")
    await person.taps("Change who I am")
    return await person.taps(label)


async def test_a_mentee_becomes_a_mentor_and_begins_at_the_first_talk(house, fatima, nadia):
    asked = await changes_role(fatima, "I want to be a mentor")
    assert "Do you have time for that? For how many mentees?" in asked
    assert "Fatima is now mentor in Mechelen (until today: mentee)." in nadia.last
    assert "Where" not in await finishes(fatima)
    assert "Kind of work: All kinds of work" in str(fatima.messages)
    kept, steps = await kept_of(house, fatima)
    assert (kept.role, kept.road, kept.stage) == ("mentor", Place.NEW, "registered")
    assert steps[-1] == ("ready", "new", OTHER_ROLE)
    assert not {"roots", "right_to_work", "asked_anew"} & {*kept.answers}
    await fatima.says("/answers")
    assert "Roots" not in fatima.last


async def test_who_tapped_the_wrong_button_is_back_where_they_stood(house, fatima):
    before, _ = await kept_of(house, fatima)
    await changes_role(fatima, "I want to be a mentor")
    await house.pass_by(minutes=1)
    assert "This is what I understood:" in await changes_role(fatima, "I am looking for work")
    kept, steps = await kept_of(house, fatima)
    assert (kept.answers, kept.role, kept.road) == (before.answers, before.role, Place.READY)
    assert [one[2] for one in steps[-2:]] == [OTHER_ROLE, OTHER_ROLE]


async def test_a_mentor_who_looks_for_work_is_asked_what_decides(house, nadia):
    omar = await registers(house, "Omar", "I want to be a mentor", "1990", "Mechelen")
    await house.pass_by(minutes=1)
    assert "Where do your roots lie?" in await changes_role(omar, "I am looking for work")
    assert "Where do your roots lie?" in await omar.says("/start")
    await omar.taps("Yes")
    await house.pass_by(minutes=1)
    await omar.taps("No, not yet")
    kept, steps = await kept_of(house, omar)
    assert (kept.stage, kept.road, steps[-1]) == ("not_eligible", None, ("new", None, "left"))
