"""Taking a break, and coming back."""

from datetime import timedelta

import pytest

from tests.handlers.arrivals import (
    FIRST_SUNDAY,
    agrees,
    leaves,
    registers,
    remembered,
    starts,
)

A_WEEK = timedelta(weeks=1)


def asked(person):
    return len([one for one in person.messages if "Did you meet" in one["text"]])


async def outcomes(house):
    return [row[5] for row in (await remembered(house))["check_ins"]]


async def test_one_word_stops_everything_and_one_tap_resumes(duo, amir):
    said = await amir.says("stop")
    assert "you are taking a break" in said
    assert "You need no reason." in said
    assert "Your coach knows" in said
    said = await amir.taps("Start again")
    assert "Welcome back!" in said
    assert "What would you like to do?" in said


async def test_during_a_break_neither_of_the_two_is_asked(duo, amir, rita):
    await amir.says("stop")
    await duo.turn_to(FIRST_SUNDAY)
    await duo.turn_to(FIRST_SUNDAY + A_WEEK)
    assert asked(amir) == asked(rita) == 0
    await amir.taps("Start again")
    await duo.turn_to(FIRST_SUNDAY + 2 * A_WEEK)
    assert asked(amir) == asked(rita) == 1


async def test_a_week_of_rest_counts_neither_as_met_nor_as_missed(duo, amir, rita, els):
    await duo.turn_to(FIRST_SUNDAY)
    await rita.taps("No, not this week")
    await amir.says("stop")
    await duo.pass_by(days=3)
    assert await outcomes(duo) == [None]
    await amir.says("I'm back")
    await duo.turn_to(FIRST_SUNDAY + A_WEEK)
    await duo.pass_by(days=3)
    assert sorted(await outcomes(duo), key=str) == [None, "silent"]
    assert "have not met" not in str(els.messages)


async def test_the_question_of_a_week_may_still_be_answered_when_the_other_begins_to_rest(
    duo, amir, rita
):
    await duo.turn_to(FIRST_SUNDAY)
    await amir.says("stop")
    assert "Your answer: yes" in await rita.taps("Yes, we met")
    assert await outcomes(duo) == ["met"]


async def test_a_break_of_a_minute_cancels_no_week(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY)
    await amir.says("stop")
    await amir.says("resume")
    assert "Your answer: no" in await rita.taps("No, not this week")
    assert "Your answer: no" in await amir.taps("No, not this week")
    assert await outcomes(duo) == ["not_met"]


async def test_after_a_break_the_question_stays_closed_once_the_days_to_answer_are_over(
    duo, amir, rita
):
    await duo.turn_to(FIRST_SUNDAY)
    await amir.says("stop")
    await duo.pass_by(days=3)
    await amir.says("resume")
    assert "You do not have to answer it now." in await rita.taps("Yes, we met")
    assert await outcomes(duo) == [None]


async def test_a_letter_that_still_waits_is_not_sent_during_a_break(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY + timedelta(hours=4))  # 22:00 on the wall
    await amir.says("stop")
    await duo.pass_by(hours=12)
    assert asked(amir) == 0


async def test_the_coach_hears_of_the_break_and_of_its_end_once_each(duo, amir, els):
    for words in ("stop", "stop", "stop"):
        await amir.says(words)
        await duo.pass_by(minutes=1)
    assert "Amir (mentee) takes a break." in els.last
    for words in ("resume", "resume"):
        await amir.says(words)
        await duo.pass_by(minutes=1)
    assert "Amir (mentee) is back." in els.last
    news = [one for one in els.messages if "Amir (mentee)" in one["text"]]
    assert len(news) == 2


async def test_who_takes_a_break_still_gets_answers(duo, amir):
    await amir.says("stop")
    assert "You can also call us" in await amir.says("/help")
    assert "You are taking a break." in await amir.says("/menu")
    assert "Start again" in amir.buttons


async def test_somebody_without_a_duo_may_rest_too_and_is_not_offered_meanwhile(duo, els, tom):
    assert "Your coach knows" not in await tom.says("/stop")
    assert "Nobody is waiting for a duo now." in await els.says("/people")
    await tom.says("/resume")
    assert "Tom" in await els.says("/people")


async def test_who_goes_on_with_the_questions_ends_the_break(duo, els):
    fatima = await starts(duo)
    await agrees(fatima)
    assert "you are taking a break" in await fatima.says("stop")
    await duo.pass_by(days=2)
    await fatima.says("/start")
    await fatima.taps("I am looking for work")
    await fatima.says("Fatima")
    await fatima.says("1999")
    assert "You are registered." in await fatima.taps("Brussels")
    assert "You are taking a break." not in await fatima.says("menu")
    assert "Fatima" in await els.says("/people")


async def test_who_left_during_a_break_comes_back_without_one(duo, els):
    fatima = await registers(duo)
    await fatima.says("stop")
    await fatima.says("/privacy")
    await fatima.taps("I no longer agree")
    await fatima.taps("Yes, delete my answers")
    await fatima.says("start")
    await fatima.taps("I agree")
    await fatima.taps("I am looking for work")
    await fatima.says("Fatima")
    await fatima.says("1999")
    await fatima.taps("Brussels")
    assert "Fatima" in await els.says("/people")


async def test_a_coach_on_a_break_still_gets_the_cases(duo, amir, els):
    await els.says("stop")
    await amir.says("I want my coach")
    assert "Amir (mentee) wants to talk to you." in els.last
    await els.says("menu")
    assert "Start again" in els.buttons


async def test_a_coach_on_a_break_still_hears_of_the_duos(duo, amir, els):
    await els.says("stop")
    await amir.says("stop")
    assert "Amir (mentee) takes a break." in els.last


async def test_a_letter_that_waits_reaches_a_coach_who_goes_on_a_break(duo, amir, els):
    await duo.turn_to(FIRST_SUNDAY + timedelta(hours=5))  # 23:00 on the wall
    await amir.says("stop")
    await els.says("stop")
    await duo.pass_by(hours=12)
    assert "Amir (mentee) takes a break." in els.last


async def test_while_the_partner_rests_the_coach_is_promised_no_questions(duo, amir, rita, els):
    await amir.says("stop")
    await rita.says("stop")
    await amir.says("resume")
    assert "Amir (mentee) is back. The other one still takes a break." in els.last
    assert "I do not ask this duo anything during the break." in els.last
    await rita.says("resume")
    assert els.last == "Rita (mentor) is back. I ask the duo every week again."


@pytest.mark.parametrize("goes", ["rests", "leaves"])
async def test_at_night_the_partner_is_not_asked_about_who_goes(duo, amir, rita, goes):
    await duo.turn_to(FIRST_SUNDAY + timedelta(hours=4))  # 22:00 on the wall
    await (amir.says("stop") if goes == "rests" else leaves(amir))
    await duo.pass_by(hours=12)
    assert asked(rita) == 0
