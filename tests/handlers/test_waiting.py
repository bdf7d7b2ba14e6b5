"""People who wait for a duo know where they are, and how long others waited."""

from datetime import timedelta

from bot.programme.road import Place
from storage.ids import new_id
from storage.road import Step
from tests.handlers.arrivals import (
    MENTOR,
    joins_as_coach,
    leaves,
    message_with,
    registers,
    taps_old,
)
from tests.handlers.matching_story import is_ready

ASKS = "You wait for a mentor. Do you still look for one?"
ASKS_MENTOR = "Do you still want to be a mentor?"


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


async def months_go_by(house, number):
    """The question waits for a fair moment, so it may come a day later."""
    for _ in range(number):
        await house.pass_by(days=30)
        await house.pass_by(days=2)


def times_asked(person, words=ASKS):
    return str(person.messages).count(words)


async def test_somebody_on_the_road_reads_what_is_done_and_what_comes_next(house):
    fatima = await registers(house, "Fatima")
    said = await fatima.says("where am I?")
    assert "What is done: your registration" in said
    assert "What comes next: you choose a time, or a coach calls you." in said
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
    said = await fatima.says("/menu")
    assert "Where you are now: you found something." in said
    assert "My first talk" not in fatima.buttons
    assert "Where you are now: you found something." in await fatima.taps("Where am I?")
    assert fatima.buttons == ["Search again", "My coach", "Menu"]
    assert "you can be matched" in await fatima.taps("Search again")
    assert "Fatima" in await els.says("/match")
    assert "That button is old." in await taps_old(fatima, "se:again")


async def test_a_mentor_may_stop_for_now_come_back_and_take_a_break_without_questions(house):
    els = await joins_as_coach(house)
    bert = await registers(house, "Bert", MENTOR, "1960")
    await is_ready(house, bert)
    await bert.says("/road")
    assert "Thank you for being there." in await bert.taps("I stop for now")
    await house.pass_by(days=1)
    assert message_with(els, "Bert stops for now")
    assert "you can be matched" in await bert.taps("Search again")
    await months_go_by(house, 1)
    assert times_asked(bert, ASKS_MENTOR) == 1
    await taps_old(bert, "se:rest")
    await months_go_by(house, 2)
    await bert.says("/menu")
    await bert.taps("Start again")
    assert times_asked(bert, ASKS_MENTOR) == 1
    await house.pass_by(days=2)
    assert times_asked(bert, ASKS_MENTOR) == 2


async def test_who_waits_is_asked_each_month_and_after_two_in_vain_a_coach_calls(house):
    els = await joins_as_coach(house)
    fatima = await registers(house, "Fatima")
    await is_ready(house, fatima)
    await house.pass_by(days=29)
    assert times_asked(fatima) == 0
    await months_go_by(house, 1)
    assert ASKS in fatima.last
    assert fatima.buttons == ["I still look", "I found something", "Take a break", "My coach"]
    assert "We cannot say yet" in await fatima.taps("I still look")
    await months_go_by(house, 2)
    assert times_asked(fatima) == 2
    await months_go_by(house, 3)
    assert times_asked(fatima) == 2
    assert message_with(els, "Fatima (mentee) waits for a duo. I asked twice")
    assert "Did not say if they still look: 1 person" in await els.says("/work")
    await els.taps("See who did not say it")
    await els.taps("1. Fatima")
    assert els.buttons[:2] == ["They still look", "They stop for now"]
    assert "Please call" not in await els.taps("They still look")
