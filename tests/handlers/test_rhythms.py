"""One's own day and hour of the weekly question."""

from datetime import timedelta

import pytest

from tests.handlers.arrivals import FIRST_SUNDAY, questions_to, registers, remembered, taps_old


def asked(person):
    return len(questions_to(person))


async def test_each_of_the_two_chooses_day_and_hour_and_the_other_notices_nothing(duo, amir, rita):
    await amir.says("/menu")
    said = await amir.taps("My weekly question")
    assert "I ask you each Sunday at 18:00 if you met." in said
    before = len(rita.messages)
    await amir.taps("Another day")
    assert "I ask you each Tuesday at 18:00" in await amir.taps("Tuesday")
    await amir.taps("Another time")
    assert "The next question comes on Tuesday 10 March at 12:00." in await amir.taps("12:00")
    assert len(rita.messages) == before
    await duo.turn_to(FIRST_SUNDAY)
    assert (asked(amir), asked(rita)) == (0, 1)
    await duo.turn_to(FIRST_SUNDAY + timedelta(days=1, hours=18))
    assert asked(amir) == 1
    assert "last week" in amir.last


async def test_nobody_is_asked_twice_about_a_week_nor_passed_over(duo, amir):
    await amir.says("/menu")
    await amir.taps("My weekly question")
    await duo.turn_to(FIRST_SUNDAY - timedelta(hours=6))
    await amir.taps("Another day")
    assert "Sunday 8 March at 18:00" in await amir.taps("Thursday"), "Thursday has passed"
    await duo.turn_to(FIRST_SUNDAY)
    assert asked(amir) == 1
    await duo.turn_to(FIRST_SUNDAY + timedelta(days=4))
    about = [row[2] for row in (await remembered(duo))["check_ins"]]
    assert sorted(about) == ["2026-W10", "2026-W11"]
    assert len(await prompts_of(duo, amir)) == 2


async def prompts_of(house, person):
    async with house.database.reading() as tx:
        own = (await tx.people.by_telegram(person.id)).id
    return [row for row in (await remembered(house))["prompts"] if own in row]


@pytest.mark.parametrize("data", ["rh:s:9:18", "rh:s:tu:3", "rh:s:no:-1"])
async def test_a_forged_day_or_hour_leaves_it_as_it_was(duo, amir, data):
    before = (await remembered(duo))["rhythms"]
    await taps_old(amir, data)
    assert (await remembered(duo))["rhythms"] == before


async def test_who_has_no_duo_hears_that_no_question_comes(house):
    fatima = await registers(house)
    await fatima.says("/menu")
    assert "My weekly question" not in fatima.buttons
    for forged in ("go:my_question", "rh:s:we:12", "rh:d:no:-1"):
        await taps_old(fatima, forged)
    assert "You have no duo now" in fatima.last


async def test_the_last_answer_is_found_and_changed_for_seven_days(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY)
    await amir.taps("No, not this week")
    await rita.taps("Yes, we met")
    await rita.says("/menu")
    assert "Your last answer: yes, we met." in await rita.taps("My weekly question")
    assert "Something is in the way" not in rita.buttons
    await amir.says("/menu")
    assert "Your last answer: no, we did not meet." in await amir.taps("My weekly question")
    assert "What is in the way?" in await amir.taps("Something is in the way")
    await amir.says("/menu")
    await amir.taps("My weekly question")
    await amir.taps("Change my answer")
    await amir.taps("We moved it")
    await duo.pass_by(days=7, seconds=-1)
    await amir.says("/menu")
    assert "Your last answer: we moved it." in await amir.taps("My weekly question")
    await duo.pass_by(seconds=1)
    await amir.says("/menu")
    assert "Your last answer" not in await amir.taps("My weekly question")


async def test_no_day_is_promised_that_will_not_come(duo, amir, rita):
    await amir.says("stop")
    await rita.says("/menu")
    said = await rita.taps("My weekly question")
    assert "The next question comes after the break." in said
    assert "Amir" not in said
    await duo.turn_to(FIRST_SUNDAY - timedelta(hours=8))
    await amir.says("I'm back")
    await rita.says("/menu")
    said = await rita.taps("My weekly question")
    assert "Sunday 15 March at 18:00" in said, "most of this week was a break"
    await duo.turn_to(FIRST_SUNDAY)
    assert asked(rita) == 0
    await duo.turn_to(FIRST_SUNDAY + timedelta(days=7))
    assert asked(rita) == 1
