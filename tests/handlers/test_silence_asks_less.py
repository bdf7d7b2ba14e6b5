"""Who does not answer is asked less and less, and then called."""

from datetime import timedelta

import pytest

from tests.handlers.arrivals import (
    FIRST_SUNDAY,
    behind,
    leaves,
    questions_to,
    remembered,
    taps_old,
)
from tests.handlers.beginnings import become_a_duo

A_WEEK = timedelta(weeks=1)
YES = "Yes, we met"


async def week_goes_by(house, number):
    """The hour of the question, the day after it, the end of the patience, and the eve."""
    start = FIRST_SUNDAY + number * A_WEEK
    for days in (0, 1, 3, 6):
        await house.turn_to(start + timedelta(days=days))


async def cases(house, reason="silent"):
    """Those of this reason that are open."""
    rows = (await remembered(house))["cases"]
    return [row for row in rows if row[1] == reason and row[2] is not None]


def calls(coach):
    """The tasks to call somebody, as they stand in the chat now."""
    return [one["text"] for one in coach.messages if "Please call" in one["text"]]


async def test_two_letters_then_one_then_none(duo, amir, rita):
    told = []
    for week in range(5):
        before = len(amir.messages)
        await week_goes_by(duo, week)
        told.append(len(amir.messages) - before)
    assert told == [2, 1, 0, 0, 0]


async def test_who_answers_is_not_asked_once_more(duo, rita):
    await duo.turn_to(FIRST_SUNDAY)
    await rita.taps(YES)
    before = len(rita.messages)
    await duo.pass_by(days=1)
    await duo.pass_by(days=2)
    assert len(rita.messages) == before


async def test_the_second_question_says_that_it_is_the_last_one(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    await duo.pass_by(days=1, seconds=-1)
    assert len(questions_to(amir)) == 1
    await duo.pass_by(seconds=1)
    assert len(questions_to(amir)) == 2
    assert "I ask you this once more, and then I leave it." in amir.last


async def test_after_one_silent_week_one_tap_is_enough(duo, amir):
    for week in range(2):
        await week_goes_by(duo, week)
    assert "One tap is enough." in questions_to(amir)[-1]
    assert "Thank you!" in await amir.taps(YES)
    assert "About how long" not in amir.last


async def test_in_the_third_silent_week_the_coach_is_asked_to_call_at_a_good_hour(
    duo, amir, rita, els
):
    for week in range(3):
        await duo.turn_to(FIRST_SUNDAY + week * A_WEEK)
        await rita.taps(YES)
        await week_goes_by(duo, week)
    (card,) = calls(els)
    assert "Please call Amir (mentee)." in card
    assert "Language: English" in card
    assert "A good time to call: around 18:00" in card
    assert "Rita" not in card
    assert len(await cases(duo)) == 1


async def test_the_good_hour_is_the_one_at_which_somebody_usually_answered(duo, amir, els):
    await duo.turn_to(FIRST_SUNDAY)
    await duo.pass_by(hours=14, minutes=5)  # 08:05 on the wall
    await amir.taps(YES)
    for week in range(1, 4):
        await week_goes_by(duo, week)
    (card,) = [one["text"] for one in els.messages if "Please call Amir" in one["text"]]
    assert "A good time to call: around 08:00" in card


async def test_the_second_of_a_duo_who_is_silent_is_added_to_the_task_for_the_first(
    duo, amir, els
):
    await week_goes_by(duo, 0)
    await duo.turn_to(FIRST_SUNDAY + A_WEEK)
    await amir.taps(YES)
    for week in range(1, 5):
        await week_goes_by(duo, week)
    assert len(await cases(duo)) == 1
    assert "Please call Rita (mentor)." in calls(els)[-1]
    assert "Please call Amir (mentee) too" in calls(els)[-1]


async def test_who_is_taken_care_of_is_not_brought_to_the_coach_week_after_week(duo, els):
    for week in range(3):
        await week_goes_by(duo, week)
    assert "Please call" in calls(els)[0]
    assert "too: no answer" in calls(els)[0], "one task for the two"
    await els.taps("I take it")
    await els.taps("It is solved")
    for week in range(3, 6):
        await week_goes_by(duo, week)
    assert await cases(duo) == []
    assert calls(els) == []


@pytest.mark.parametrize("words", ["/menu", "hello"])
async def test_who_speaks_again_hears_that_it_is_good_and_is_asked_again(duo, amir, words):
    for week in range(3):
        await week_goes_by(duo, week)
    assert len(questions_to(amir)) == 3
    said = await amir.says(words)
    assert said.startswith("Good to hear from you!")
    assert "Good to hear" not in await amir.says(words)
    await week_goes_by(duo, 3)
    assert len(questions_to(amir)) == 5, "in full, and once more"


async def test_who_spoke_again_is_no_task_of_the_coach_any_more(duo, amir, rita, els):
    for week in range(3):
        await duo.turn_to(FIRST_SUNDAY + week * A_WEEK)
        await rita.taps(YES)
        await week_goes_by(duo, week)
    assert len(await cases(duo)) == 1
    await amir.says("hello")
    assert await cases(duo) == []
    (card,) = [one["text"] for one in els.messages if "Amir (mentee) did not" in one["text"]]
    assert "Closed on" in card


async def test_a_late_answer_ends_the_silence(duo, amir):
    await week_goes_by(duo, 0)
    await taps_old(amir, behind(amir, YES))
    await week_goes_by(duo, 1)
    assert "One tap is enough." not in questions_to(amir)[-1]


async def test_weeks_in_which_nobody_could_be_heard_are_no_silence(duo, amir):
    for week in range(4):
        await duo.turn_to(FIRST_SUNDAY + week * A_WEEK)
        await duo.pass_by(days=3, hours=2)  # we are down when the patience ends
    assert len(questions_to(amir)) == 4
    assert "One tap is enough." not in str(amir.messages)


async def test_weeks_of_a_break_are_no_silence(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY)
    await rita.says("stop")
    await duo.pass_by(days=3)
    await rita.says("resume")
    await week_goes_by(duo, 1)
    assert "One tap is enough." not in str(amir.messages)


async def test_nobody_is_reminded_during_a_break_of_the_other_one(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY)
    await rita.says("stop")
    before = len(amir.messages)
    await duo.pass_by(days=1)
    assert len(amir.messages) == before


async def test_who_leaves_is_no_task_of_the_coach_any_more(duo, amir, els):
    for week in range(3):
        await week_goes_by(duo, week)
    assert len(await cases(duo)) == 1
    await leaves(amir)
    assert await cases(duo) == []


async def test_in_a_new_duo_everybody_is_asked_anew(duo, amir, rita, tom):
    for week in range(3):
        await week_goes_by(duo, week)
    await leaves(rita)
    await become_a_duo(duo, amir, tom)
    before = len(questions_to(amir))
    await week_goes_by(duo, 3)
    assert len(questions_to(amir)) == before + 2


async def test_the_good_hour_of_who_never_answered_is_the_one_they_chose(duo, rita, amir, els):
    await rita.says("menu")
    for label in ("My weekly question", "Another day", "Monday", "Another time", "20:00"):
        await rita.taps(label)
    for week in range(4):
        await duo.turn_to(FIRST_SUNDAY + week * A_WEEK)
        await amir.taps(YES)
        await duo.pass_by(days=1, hours=2)
        await duo.pass_by(days=3)
    (card,) = [one["text"] for one in els.messages if "Please call Rita" in one["text"]]
    assert "A good time to call: around 20:00" in card


async def test_a_tap_takes_no_task_from_the_coach_but_an_answer_does(duo, amir, rita, els):
    for week in range(3):
        await duo.turn_to(FIRST_SUNDAY + week * A_WEEK)
        await rita.taps(YES)
        await week_goes_by(duo, week)
    await taps_old(amir, "go:menu")
    assert len(await cases(duo)) == 1
    assert "Amir tapped a button again on" in calls(els)[0]
    await duo.turn_to(FIRST_SUNDAY + 3 * A_WEEK)
    await amir.taps(YES)
    assert await cases(duo) == []


async def test_of_one_task_for_two_the_rest_stays_when_the_first_one_writes(duo, amir, rita, els):
    for week in range(3):
        await week_goes_by(duo, week)
    assert len(await cases(duo)) == 1
    await amir.says("hello")
    assert len(await cases(duo)) == 1
    assert "Amir" not in calls(els)[0]
    assert "Please call Rita (mentor)." in calls(els)[0]
    await rita.says("hello")
    assert await cases(duo) == []
