"""The weekly question: asked, answered, passed over in silence."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.handlers.arrivals import FIRST_SUNDAY, behind, message_with, remembered, taps_old

A_WEEK = timedelta(weeks=1)
YES, NO = "Yes, we met", "No, not this week"


async def outcomes(house):
    async with house.database.transaction() as tx:  # what is due is locked, even to be looked at
        duo = (await tx.rhythms.due(FIRST_SUNDAY + timedelta(days=900), 1))[0]
        return list(await tx.check_ins.latest_outcomes(duo.duo_id, 10))


async def weeks(house):
    return sorted(row[2] for row in (await remembered(house))["check_ins"])


async def test_both_are_asked_on_sunday_evening_and_not_a_second_earlier(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY - timedelta(seconds=1))
    assert "Did you meet" not in amir.last
    await duo.pass_by(seconds=1)
    assert amir.last == "Did you meet Rita this week?"
    assert rita.last == "Did you meet Amir this week?"
    assert amir.buttons == [YES, NO, "I want my coach"]


async def test_one_tap_answers(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    assert await amir.taps(YES) == "Thank you! Your answer: yes, we met this week."
    assert await outcomes(duo) == ["met"]


async def test_who_says_no_hears_that_it_can_happen_and_that_the_coach_helps(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    said = await amir.taps(NO)
    assert "That can happen." in said
    assert "Your coach is happy to help." in said
    assert amir.buttons == ["I want my coach"]
    assert await outcomes(duo) == []


async def test_one_who_says_that_they_met_is_believed(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY)
    await amir.taps(NO)
    await rita.taps(YES)
    assert await outcomes(duo) == ["met"]


async def test_after_one_yes_the_other_may_still_answer(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY)
    await amir.taps(YES)
    assert "Your answer: no" in await rita.taps(NO)
    assert await outcomes(duo) == ["met"]


async def test_two_times_no_settles_the_week_at_once(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY)
    await amir.taps(NO)
    await rita.taps(NO)
    assert await outcomes(duo) == ["not_met"]


async def test_two_quick_taps_are_one_answer(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    card = message_with(amir, "Did you meet")["message_id"]
    for label in (YES, YES, NO):
        duo.telegram.tap(amir.id, card, label)
    await duo.settle()
    assert amir.last == "Thank you! Your answer: yes, we met this week."
    assert len([one for one in amir.messages if "Thank you!" in one["text"]]) == 1
    answers = [row[7] for row in (await remembered(duo))["prompts"]]
    assert sorted(answers, key=str) == [None, "met"]


async def test_a_second_tap_a_day_later_shows_the_same_confirmation(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    yes, no = behind(amir, YES), behind(amir, NO)
    await amir.taps(YES)
    await duo.pass_by(days=1)
    for data in (yes, no):
        await taps_old(amir, data)
        assert amir.last == "Thank you! Your answer: yes, we met this week."


async def test_silence_is_closed_after_three_days_and_not_before(duo):
    await duo.turn_to(FIRST_SUNDAY)
    await duo.pass_by(days=3, seconds=-1)
    assert await outcomes(duo) == []
    await duo.pass_by(seconds=1)
    assert await outcomes(duo) == ["silent"]


async def test_one_no_and_silence_are_a_no(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    await amir.taps(NO)
    await duo.pass_by(days=3)
    assert await outcomes(duo) == ["not_met"]


async def test_who_answers_too_late_hears_that_it_is_no_problem(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    await duo.pass_by(days=3)
    assert "You do not have to answer it now." in await amir.taps(YES)
    assert await outcomes(duo) == ["silent"]


async def test_nobody_answers_for_somebody_else(duo, amir, rita, tom):
    await duo.turn_to(FIRST_SUNDAY)
    yes = behind(rita, YES)
    before = await remembered(duo)
    for person in (amir, tom):
        assert "not for you" in await taps_old(person, yes)
    assert await remembered(duo) == before


async def test_after_three_weeks_of_downtime_only_the_latest_week_is_asked(duo, amir):
    await duo.turn_to(FIRST_SUNDAY + 2 * A_WEEK + timedelta(hours=1))
    asked = [one for one in amir.messages if "Did you meet" in one["text"]]
    assert len(asked) == 1
    assert await weeks(duo) == ["2026-W10", "2026-W11", "2026-W12"]
    await duo.turn_to(FIRST_SUNDAY + 3 * A_WEEK - timedelta(hours=1))
    assert await weeks(duo) == ["2026-W10", "2026-W11", "2026-W12", "2026-W13"]


async def test_who_was_away_for_six_days_does_not_ask_about_a_week_that_is_over(duo, amir):
    await duo.turn_to(FIRST_SUNDAY + timedelta(days=6))
    assert "Did you meet" not in amir.last
    assert await outcomes(duo) == ["missed_by_us"]
    await duo.turn_to(FIRST_SUNDAY + A_WEEK)
    assert await weeks(duo) == ["2026-W10", "2026-W11"]


async def test_who_was_away_for_two_days_asks_late(duo, amir):
    await duo.turn_to(FIRST_SUNDAY + timedelta(days=2))
    assert amir.last == "Did you meet Rita this week?"


async def test_a_bot_that_starts_again_at_the_hour_asks_once(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    for _ in range(3):
        duo.restart()
        await duo.tick()
    assert len([one for one in amir.messages if "Did you meet" in one["text"]]) == 1


async def test_an_answer_survives_a_restart_before_it_is_handled(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    duo.telegram.tap(amir.id, message_with(amir, "Did you meet")["message_id"], YES)
    await duo.app.poller.poll()
    duo.restart()
    await duo.settle()
    assert amir.last == "Thank you! Your answer: yes, we met this week."


async def test_who_found_no_time_to_ask_at_night_asks_in_the_morning(duo, amir):
    await duo.turn_to(FIRST_SUNDAY + timedelta(hours=3))  # 21:00 on the wall
    assert "Did you meet" not in amir.last
    await duo.pass_by(hours=11, seconds=-1)
    assert "Did you meet" not in amir.last
    await duo.pass_by(seconds=1)
    assert amir.last == "Did you meet Rita this week?"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2026-03-22T17:00", "2026-03-29T16:00"),
        ("2026-10-18T16:00", "2026-10-25T17:00"),
    ],
)
async def test_it_stays_six_in_the_evening_when_the_clock_changes(duo, amir, before, after):
    await duo.turn_to(datetime.fromisoformat(before).replace(tzinfo=UTC))
    change = datetime.fromisoformat(after).replace(tzinfo=UTC)
    await duo.turn_to(change - timedelta(seconds=1))
    asked = len(amir.messages)
    await duo.turn_to(change)
    assert len(amir.messages) == asked + 1
    assert amir.last == "Did you meet Rita this week?"


@pytest.mark.parametrize(
    ("evening", "morning"),
    [
        ("2026-03-28T20:30", "2026-03-29T06:00"),
        ("2026-10-24T19:30", "2026-10-25T07:00"),
    ],
)
async def test_quiet_hours_end_at_eight_on_the_wall_when_the_clock_changes(
    duo, els, amir, evening, morning
):
    await duo.turn_to(datetime.fromisoformat(evening).replace(tzinfo=UTC))
    await amir.says("stop")
    eight = datetime.fromisoformat(morning).replace(tzinfo=UTC)
    await duo.turn_to(eight - timedelta(seconds=1))
    assert "takes a break" not in els.last
    await duo.turn_to(eight)
    assert "Amir (mentee) takes a break." in els.last


async def test_a_year_has_a_question_for_every_week(duo):
    for week in range(52):
        duo.telegram.turn_clock(FIRST_SUNDAY + week * A_WEEK)
        await duo.app.actions.check_ins.ask_due()
    found = await weeks(duo)
    assert len(set(found)) == len(found) == 52
    assert await outcomes(duo) == []
    assert "2026-W53" in found


@pytest.mark.parametrize(("words", "answer"), [("Oui", "yes, we met"), ("nee", "we did not meet")])
async def test_a_written_yes_or_no_answers_the_open_question(duo, amir, words, answer):
    await duo.turn_to(FIRST_SUNDAY)
    assert answer in await amir.says(words)
    assert "did not understand" in await amir.says(words)


async def test_a_written_yes_without_a_question_is_not_understood(duo, amir):
    assert "did not understand" in await amir.says("yes")
