"""What staff may know of doors that stayed shut: numbers, and no small ones."""

from dataclasses import asdict

import pytest
from sqlalchemy import delete, insert

from storage.ids import new_id
from storage.referrals import Ending
from storage.tables import ReferralCountRow
from tests.conversations import House
from tests.handlers.arrivals import joins_as_coach, registers, taps_old

RENT = ("sireas", "housing.rent", "BE-BRU", "refused")


async def came_to(house: House, times: int, ending: Ending) -> None:
    """So many referrals have ended like this."""
    counted = insert(ReferralCountRow).values(id=new_id(), count=times, **asdict(ending))
    async with house.database.transaction() as tx:
        await tx.connection.execute(counted)


async def test_a_coach_sees_what_stands_in_the_way_in_their_region(duo, els):
    await came_to(duo, 7, Ending(*RENT, "full"))
    await came_to(duo, 5, Ending("cpas-jette", "admin.help", "BE-BRU", "not_helped", "closed"))
    await came_to(duo, 9, Ending("ocmw-gent", "admin.help", "BE-VLG", "refused", "papers"))
    said = await els.says("/barriers")
    assert "What stood in the way: Brussels" in said
    assert "• Siréas (social service, French): full 5" in said
    assert "closed 5" in said
    assert "papers" not in said, "That is another region."
    assert els.buttons == ["Menu"]


async def test_it_stands_under_the_team_of_staff(duo, els):
    await els.says("/menu")
    await els.taps("My team")
    assert "There is nothing to show yet." in await els.taps("What stands in the way")


async def test_four_are_told_of_by_nobody_and_five_are(duo, els):
    await came_to(duo, 4, Ending(*RENT, "full"))
    assert "Siréas" not in await els.says("/barriers")
    async with duo.database.transaction() as tx:
        await tx.connection.execute(delete(ReferralCountRow))
    await came_to(duo, 5, Ending(*RENT, "full"))
    assert "full 5" in await els.says("/barriers")


async def test_one_answer_more_is_not_seen_the_day_after(duo, els):
    await came_to(duo, 5, Ending(*RENT, "full"))
    before = await els.says("/barriers")
    assert "I round down to 5, 10, 15 and so on, and I show nothing below 5." in before
    assert "These are answers, not people" in before
    await came_to(duo, 1, Ending("sireas", "admin.help", "BE-BRU", "refused", "full"))
    assert await els.says("/barriers") == before


async def test_needs_and_outcomes_are_added_up_and_no_barrier_is_no_row(duo, els):
    await came_to(duo, 3, Ending(*RENT, "full"))
    await came_to(duo, 3, Ending("sireas", "admin.help", "BE-BRU", "not_helped", "full"))
    await came_to(duo, 9, Ending(*RENT, ""))
    said = await els.says("/barriers")
    assert "full 5" in said
    assert "9" not in said


async def test_small_ones_are_told_together(duo, els):
    for service in ("sireas", "cpas-jette"):
        await came_to(duo, 3, Ending(service, "admin.help", "BE-BRU", "refused", "language"))
    said = await els.says("/barriers")
    assert "• Other services: language 5" in said
    assert "Siréas" not in said


async def test_a_service_that_is_gone_is_told_by_its_key(duo, els):
    await came_to(duo, 5, Ending("gone", "admin.help", "BE-BRU", "refused", "cost"))
    assert "• gone: cost 5" in await els.says("/barriers")


@pytest.mark.parametrize("region", [None, "BE-BRU"])
async def test_the_same_is_told_to_the_command_line(duo, region):
    await came_to(duo, 7, Ending(*RENT, "full"))
    (cell,) = await duo.app.actions.barriers.report(region)
    assert (cell.region, cell.service, cell.barrier, cell.count) == (
        "BE-BRU", "sireas", "full", 5,
    )  # fmt: skip
    assert await duo.app.actions.barriers.report("BE-WAL") == ()


async def test_a_coach_elsewhere_sees_their_own_region_and_nobody_else_sees_any(duo, amir, rita):
    await came_to(duo, 7, Ending(*RENT, "full"))
    nadia = await joins_as_coach(duo, "Nadia", "ghent")
    assert "Flanders" in await nadia.says("/barriers")
    fatima = await registers(duo)
    for person in (amir, rita, fatima):
        assert "not for you" in await person.says("/barriers")
        assert "full" not in await taps_old(person, "go:barriers")
