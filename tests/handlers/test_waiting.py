"""People who wait for a duo know where they are, and how long others waited."""

from datetime import timedelta

from bot.programme.road import Place
from storage.ids import new_id
from storage.road import Step
from tests.handlers.arrivals import joins_as_coach, leaves, message_with, registers, taps_old
from tests.handlers.matching_story import is_ready


async def others_found_a_duo(house, branch, weeks):
    """Mentees of this branch found somebody not long ago, each after so many weeks."""
    async with house.app.actions.samples.desk.open() as counter:
        for one in weeks:
            person = await counter.tx.people.add(new_id(), "nl", "registered", counter.now)
            await counter.tx.people.save(person.id, role="mentee", branch=branch)
            found = counter.now - timedelta(days=30)
            began = found - timedelta(weeks=one)
            for origin, goal, at in ((None, Place.READY, began), (Place.READY, "matched", found)):
                await counter.tx.road.add(Step(person.id, origin, goal, at, None, "asked"))


async def test_somebody_on_the_road_reads_what_is_done_and_what_comes_next(house):
    fatima = await registers(house, "Fatima")
    said = await fatima.says("where am I?")
    assert "What is done: your registration" in said
    assert "What comes next: you choose a time." in said
    assert "You can also call us or come by:" in said
    assert fatima.buttons == ["My first talk", "Info sessions", "My coach", "Menu"]


async def test_who_waits_reads_how_long_it_usually_takes_there(house):
    fatima = await registers(house, "Fatima")
    await is_ready(house, fatima)
    assert "We cannot say yet" in await fatima.says("how long do I have to wait")
    await others_found_a_duo(house, "ghent", (1, 3, 4, 6, 20))
    assert "All our branches together: usually 3 to 6 weeks." in await fatima.says("/road")
    await others_found_a_duo(house, "brussels", (1, 1, 2, 2, 2))
    assert "Usually 1 to 2 weeks in Brussels." in await fatima.says("/road")
    await house.pass_by(days=16)
    assert "You have waited longer than most. It is not because of you." in await fatima.says(
        "hoe lang nog"
    )
    await leaves(fatima)
    await fatima.says("/road")
    assert "your road" not in fatima.last


async def test_who_found_something_waits_no_more_and_may_search_again(house):
    els = await joins_as_coach(house)
    fatima = await registers(house, "Fatima")
    await is_ready(house, fatima)
    await fatima.says("/road")
    assert "How nice that you found something!" in await fatima.taps("I found something")
    await taps_old(fatima, "se:found")
    assert "Fatima" not in await els.says("/match")
    await house.pass_by(days=1)
    assert message_with(els, "Fatima has found something")
    said = await fatima.says("/road")
    assert "Where you are now: you wait a while." in said
    assert "you can be matched" in await fatima.taps("Search again")
    assert "Fatima" in await els.says("/match")
    assert "That button is old." in await taps_old(fatima, "se:again")
