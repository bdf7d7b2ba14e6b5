"""Taking a break, and coming back."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from storage.tables import PersonRow
from tests.handlers.arrivals import (
    FIRST_SUNDAY,
    agrees,
    behind,
    finishes,
    leaves,
    questions_to,
    registers,
    remembered,
    starts,
    taps_old,
)

A_WEEK = timedelta(weeks=1)


def asked(person):
    return len(questions_to(person))


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


async def test_a_week_in_which_one_of_the_two_rested_most_days_is_asked_of_neither(
    duo, amir, rita, els
):
    await rita.says("menu")
    for label in ("My weekly question", "Another day", "Monday"):
        await rita.taps(label)
    await duo.turn_to(FIRST_SUNDAY - timedelta(hours=1))
    before = asked(rita)
    await amir.says("stop")
    await duo.turn_to(FIRST_SUNDAY + 2 * A_WEEK - timedelta(hours=8))
    await amir.says("I'm back")
    await duo.turn_to(FIRST_SUNDAY + 2 * A_WEEK)
    await duo.pass_by(days=1)
    await duo.pass_by(days=1)
    assert (asked(amir), asked(rita)) == (0, before)
    assert set(await outcomes(duo)) == {"paused"}
    await duo.turn_to(FIRST_SUNDAY + 3 * A_WEEK)
    assert asked(amir) == 1


async def test_a_week_of_rest_counts_neither_as_met_nor_as_missed(duo, amir, rita, els):
    await duo.turn_to(FIRST_SUNDAY)
    await rita.taps("No, not this week")
    await amir.says("stop")
    await duo.pass_by(days=3)
    assert await outcomes(duo) == ["paused"]
    await amir.says("I'm back")
    await duo.turn_to(FIRST_SUNDAY + A_WEEK)
    await duo.pass_by(days=3)
    assert sorted(await outcomes(duo)) == ["paused", "silent"]
    assert "have not met" not in str(els.messages)


async def test_the_question_of_a_week_may_still_be_answered_when_the_other_begins_to_rest(
    duo, amir, rita
):
    await duo.turn_to(FIRST_SUNDAY)
    await amir.says("stop")
    assert "Your answer: yes" in await rita.taps("Yes, we met")
    await duo.pass_by(days=3)
    assert await outcomes(duo) == ["met_says_one"]


async def test_a_break_of_a_minute_cancels_no_week(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY)
    await amir.says("stop")
    await amir.says("resume")
    assert "Your answer: no" in await rita.taps("No, not this week")
    assert "Your answer: no" in await amir.taps("No, not this week")
    assert await outcomes(duo) == ["not_met"]


async def test_a_break_of_one_does_not_show_in_what_is_taken_from_the_other(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY)
    await amir.says("stop")
    await duo.pass_by(days=7, seconds=-1)
    assert "Your answer: yes" in await rita.taps("Yes, we met")


@pytest.mark.parametrize(
    ("span", "day", "days"),
    [("1 week", "Tuesday 10 March", 7), ("2 weeks", "Tuesday 17 March", 14),
     ("1 month", "Thursday 2 April", 30)],
)  # fmt: skip
async def test_a_break_with_a_date_ends_by_itself_at_ten_in_the_morning(
    duo, amir, els, span, day, days
):
    await amir.says("stop")
    assert f"your break lasts until {day}" in await amir.taps(span)
    assert f"Amir (mentee) takes a break until {day}." in els.last
    ten = duo.telegram.clock.now().replace(hour=9 if days < 28 else 8, minute=0)
    await duo.pass_by(minutes=11)
    assert str(els.messages).count("takes a break") == 1
    await duo.turn_to(ten + timedelta(days=days, seconds=-1))
    assert "Welcome back" not in amir.last
    await duo.pass_by(seconds=1)
    assert "Welcome back! Your break is over, as you said." in amir.last
    assert "is back" in els.last
    await duo.turn_to(FIRST_SUNDAY + 7 * A_WEEK)
    assert asked(amir) == 1


async def test_who_does_not_know_how_long_is_left_in_peace_until_they_say_so(duo, amir):
    await amir.says("stop")
    await amir.taps("1 week")
    assert "Take a break" not in amir.buttons
    await amir.says("stop")
    assert "Tuesday 10 March" in amir.last, "Saying it twice changes nothing."
    await amir.taps("I do not know yet")
    await duo.pass_by(days=60)
    assert "Welcome back" not in str(amir.messages)


async def test_a_new_break_does_not_end_on_the_day_of_an_earlier_one(duo, amir):
    await amir.says("stop")
    await amir.taps("1 week")
    async with duo.database.transaction() as tx:
        await tx.connection.execute(update(PersonRow).values(paused_at=None))
    await amir.says("stop")
    await duo.pass_by(days=8)
    assert "Welcome back" not in str(amir.messages)


async def test_who_comes_back_sooner_is_not_welcomed_twice(duo, amir):
    await amir.says("stop")
    await amir.taps("1 week")
    await amir.says("resume")
    await duo.pass_by(days=8)
    assert "as you said" not in str(amir.messages)


async def test_an_old_button_of_a_break_begins_none(duo, amir):
    await amir.says("stop")
    week = behind(amir, "1 week")
    await amir.says("resume")
    before = (await remembered(duo))["people"]
    assert "That button is old." in await taps_old(amir, week)
    assert (await remembered(duo))["people"] == before


async def test_staff_say_how_long_their_break_lasts_too(duo, els):
    await els.says("stop")
    assert "your break lasts until" in await els.taps("1 week")
    await duo.pass_by(days=8)
    assert "Welcome back! Your break is over, as you said." in str(els.messages)


async def test_a_letter_that_still_waits_is_not_sent_during_a_break(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY + timedelta(hours=4))  # 22:00 on the wall
    await amir.says("stop")
    await duo.pass_by(hours=12)
    assert asked(amir) == 0


async def test_the_coach_hears_of_the_break_and_of_its_end_once_each(duo, amir, els):
    for words in ("stop", "stop", "stop"):
        await amir.says(words)
        await duo.pass_by(minutes=4)
    assert "Amir (mentee) takes a break." in els.last
    for words in ("resume", "resume"):
        await amir.says(words)
        await duo.pass_by(minutes=1)
    assert "Amir (mentee) is back." in els.last
    news = [one for one in els.messages if "Amir (mentee)" in one["text"]]
    assert len(news) == 2


async def test_a_break_that_began_by_a_wrong_tap_is_told_to_no_coach(duo, amir, els):
    before = len(els.messages)
    await amir.says("stop")
    await duo.pass_by(minutes=5)
    await amir.taps("Start again")
    assert "Menu" in str(amir.messages)
    await duo.pass_by(hours=1)
    assert len(els.messages) == before


async def test_a_length_chosen_later_is_told_and_so_is_that_they_are_back(duo, amir, els):
    await amir.says("stop")
    await duo.pass_by(minutes=11)
    assert "Amir (mentee) takes a break." in els.last
    await amir.taps("1 week")
    assert "takes a break until Tuesday 10 March." in els.last
    await amir.says("resume")
    assert "Amir (mentee) is back." in els.last


async def test_who_takes_a_break_still_gets_answers(duo, amir):
    await amir.says("stop")
    assert "You can also call us" in await amir.says("/help")
    assert "You are taking a break." in await amir.says("/menu")
    assert "Start again" in amir.buttons


async def test_somebody_without_a_duo_may_rest_too_and_is_not_offered_meanwhile(duo, els, tom):
    assert "Your coach knows" not in await tom.says("/stop")
    assert "Ready for a duo: 0 people" in await els.says("/work")
    await tom.says("/resume")
    assert "Ready for a duo: 1 person" in await els.says("/work")


async def test_who_goes_on_with_the_questions_ends_the_break(duo, els):
    fatima = await starts(duo)
    await agrees(fatima)
    assert "you are taking a break" in await fatima.says("stop")
    await duo.pass_by(days=2)
    await fatima.says("/start")
    await fatima.taps("I am looking for work")
    await fatima.says("Fatima")
    await fatima.says("1999")
    await fatima.taps("Brussels")
    assert "You are registered." in await finishes(fatima)
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
    await finishes(fatima)
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
    await duo.pass_by(minutes=10)
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
    await duo.pass_by(minutes=10)
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
