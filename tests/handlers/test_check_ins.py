"""The weekly question: asked, answered, passed over in silence."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from storage.tables import RhythmRow
from tests.handlers.arrivals import (
    FIRST_SUNDAY,
    behind,
    message_with,
    questions_to,
    remembered,
    taps_old,
)

A_WEEK = timedelta(weeks=1)
YES, NO = "Yes, we met", "No, not this week"


async def outcomes(house):
    async with house.database.transaction() as tx:  # what is due is locked, even to be looked at
        duo = (await tx.rhythms.due(FIRST_SUNDAY + timedelta(days=900), 1))[0]
        return list(await tx.check_ins.latest_outcomes(duo.duo_id, 10))


def asked(person):
    return len(questions_to(person))


async def weeks(house):
    return sorted(row[2] for row in (await remembered(house))["check_ins"])


async def test_both_are_asked_on_sunday_evening_and_not_a_second_earlier(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY - timedelta(seconds=1))
    assert asked(amir) == asked(rita) == 0
    await duo.pass_by(seconds=1)
    for person, partner in ((amir, "Rita"), (rita, "Amir")):
        assert "id you meet" in person.last
        assert partner in person.last
        assert "this week" in person.last or "your week" in person.last
        assert person.buttons == [YES, "We moved it", NO, "My coach"]


async def test_the_mentor_answers_in_one_tap(duo, rita):
    await duo.turn_to(FIRST_SUNDAY)
    assert "Thank you! Your answer: yes, we met." in await rita.taps(YES)


async def test_who_says_no_hears_that_it_can_happen_and_that_the_coach_helps(duo, rita):
    await duo.turn_to(FIRST_SUNDAY)
    said = await rita.taps(NO)
    assert "That can happen." in said
    assert "Your coach is happy to help." in said
    assert "My coach" in rita.buttons


@pytest.mark.parametrize(
    ("by_amir", "by_rita", "came_to"),
    [
        (YES, YES, "met"),
        (YES, NO, "differs"),
        (NO, NO, "not_met"),
        ("We moved it", "We moved it", "moved"),
        ("We moved it", NO, "moved_says_one"),
    ],
)
async def test_a_week_is_settled_when_both_have_answered(
    duo, amir, rita, by_amir, by_rita, came_to
):
    await duo.turn_to(FIRST_SUNDAY)
    await amir.taps(by_amir)
    assert await outcomes(duo) == []
    await rita.taps(by_rita)
    assert await outcomes(duo) == [came_to]


@pytest.mark.parametrize(
    ("by_amir", "came_to"),
    [
        (YES, "met_says_one"),
        (NO, "not_met_says_one"),
        ("We moved it", "moved_says_one"),
        (None, "silent"),
    ],
)
async def test_who_is_alone_in_answering_is_waited_for_three_days(duo, amir, by_amir, came_to):
    await duo.turn_to(FIRST_SUNDAY)
    if by_amir:
        await amir.taps(by_amir)
    await duo.pass_by(days=3, seconds=-1)
    assert await outcomes(duo) == []
    await duo.pass_by(seconds=1)
    assert await outcomes(duo) == [came_to]


async def test_two_quick_taps_are_one_answer(duo, rita):
    await duo.turn_to(FIRST_SUNDAY)
    card = message_with(rita, "id you meet")["message_id"]
    for label in (YES, YES, NO):
        duo.telegram.tap(rita.id, card, label)
    await duo.settle()
    assert len([one for one in rita.messages if "Thank you!" in one["text"]]) == 1
    answers = [row[7] for row in (await remembered(duo))["prompts"]]
    assert sorted(answers, key=str) == [None, "met"]


async def test_a_second_tap_a_day_later_changes_nothing(duo, rita):
    await duo.turn_to(FIRST_SUNDAY)
    yes, no = behind(rita, YES), behind(rita, NO)
    said = await rita.taps(YES)
    await duo.pass_by(days=1)
    for data in (yes, no):
        await taps_old(rita, data)
        assert rita.last == said


async def test_an_answer_counts_until_a_week_after_the_question_and_not_a_second_longer(
    duo, amir, rita
):
    await duo.turn_to(FIRST_SUNDAY)
    late, too_late = behind(rita, YES), behind(amir, YES)
    await duo.pass_by(days=3)
    await duo.pass_by(days=4, seconds=-1)
    assert await outcomes(duo) == ["silent"]
    assert "yes, we met" in await taps_old(rita, late)
    assert await outcomes(duo) == ["met_says_one"]
    await duo.pass_by(seconds=1)
    assert "You do not have to answer it now." in await taps_old(amir, too_late)
    assert await outcomes(duo) == ["met_says_one"]


async def test_the_coach_hears_that_the_two_say_different_things_and_nobody_else(
    duo, amir, rita, els
):
    await duo.turn_to(FIRST_SUNDAY)
    await rita.taps(NO)
    await amir.taps(YES)
    await duo.pass_by(hours=1, seconds=-1)
    assert "do not tell me the same" not in str(els.messages)
    await duo.pass_by(seconds=1)
    assert "do not tell me the same about the week of 2 March" in els.last
    assert not any(word in els.last for word in ("yes", "no,", "met"))
    assert "do not tell me the same" not in str((amir.messages, rita.messages))


async def test_of_one_week_the_coach_hears_once_however_often_the_answers_change(
    duo, amir, rita, els
):
    await duo.turn_to(FIRST_SUNDAY)
    await rita.taps(NO)
    prompt = behind(amir, NO).split(":")[1]
    await amir.taps(YES)
    for answer in ("not_met", "met", "moved", "met"):
        await taps_old(amir, f"cc:{prompt}:{answer}")
    await duo.pass_by(hours=1)
    assert await outcomes(duo) == ["differs"]
    assert str(els.messages).count("do not tell me the same") == 1


async def test_a_wrong_tap_that_is_corrected_within_the_hour_is_told_to_nobody(
    duo, amir, rita, els
):
    await duo.turn_to(FIRST_SUNDAY)
    await rita.taps(NO)
    prompt = behind(amir, NO).split(":")[1]
    await amir.taps(YES)
    await duo.pass_by(minutes=59)
    await taps_old(amir, f"cc:{prompt}:not_met")
    await duo.pass_by(hours=2)
    assert "do not tell me the same" not in str(els.messages)


async def test_a_difference_that_is_put_right_before_the_morning_is_not_told(duo, amir, rita, els):
    await duo.turn_to(FIRST_SUNDAY)
    await rita.taps(NO)
    prompt = behind(amir, NO).split(":")[1]
    await duo.pass_by(hours=4)  # 22:00 on the wall
    await amir.taps(YES)
    await taps_old(amir, f"cc:{prompt}:not_met")
    await duo.pass_by(days=1)
    assert await outcomes(duo) == ["not_met"]
    assert "do not tell me the same" not in str(els.messages)


async def test_a_difference_that_was_put_right_and_comes_back_at_night_is_told_in_the_morning(
    duo, amir, rita, els
):
    await duo.turn_to(FIRST_SUNDAY)
    await rita.taps(NO)
    prompt = behind(amir, NO).split(":")[1]
    await duo.pass_by(hours=4)  # 22:00 on the wall
    await amir.taps(YES)
    for answer in ("not_met", "met"):
        await taps_old(amir, f"cc:{prompt}:{answer}")
        await duo.pass_by(minutes=1)
    await duo.pass_by(days=1)
    assert await outcomes(duo) == ["differs"]
    assert str(els.messages).count("do not tell me the same") == 1


async def test_who_puts_one_week_right_takes_back_nothing_of_another(duo, amir, rita, els):
    await duo.turn_to(FIRST_SUNDAY)
    await rita.taps(NO)
    old = behind(amir, NO).split(":")[1]
    await duo.pass_by(days=3)
    await amir.taps(YES)
    await duo.turn_to(FIRST_SUNDAY + A_WEEK)
    await rita.taps(NO)
    await duo.pass_by(hours=4)
    await amir.taps(YES)
    await taps_old(amir, f"cc:{old}:not_met")
    await duo.pass_by(days=1)
    assert await outcomes(duo) == ["differs", "not_met"]
    assert "do not tell me the same about the week of 9 March" in str(els.messages)


async def test_a_correction_that_makes_the_second_week_one_without_a_meeting_brings_the_coach(
    duo, amir, rita, els
):
    for week in range(2):
        await duo.turn_to(FIRST_SUNDAY + week * A_WEEK)
        prompts = [behind(person, NO).split(":")[1] for person in (amir, rita)]
        for person in (amir, rita):
            await person.taps(NO if week == 0 else YES)
    assert "have not met" not in str(els.messages)
    for person, prompt in zip((amir, rita), prompts, strict=True):
        await taps_old(person, f"cc:{prompt}:not_met")
    assert "have not met for 2 weeks" in els.last
    for answer in ("moved", "not_met"):
        await taps_old(amir, f"cc:{prompts[0]}:{answer}")
    assert str(els.messages).count("have not met for 2 weeks") == 1


async def test_nobody_answers_for_somebody_else(duo, amir, rita, tom):
    await duo.turn_to(FIRST_SUNDAY)
    yes = behind(rita, YES)
    before = await remembered(duo)
    for person in (amir, tom):
        assert "not for you" in await taps_old(person, yes)
    assert await remembered(duo) == before


async def test_after_three_weeks_of_downtime_only_the_latest_week_is_asked(duo, amir):
    await duo.turn_to(FIRST_SUNDAY + 2 * A_WEEK + timedelta(hours=1))
    assert asked(amir) == 1
    assert await weeks(duo) == ["2026-W10", "2026-W11", "2026-W12"]
    await duo.turn_to(FIRST_SUNDAY + 3 * A_WEEK - timedelta(hours=1))
    assert await weeks(duo) == ["2026-W10", "2026-W11", "2026-W12", "2026-W13"]


async def test_who_was_away_for_six_days_does_not_ask_about_a_week_that_is_over(duo, amir):
    await duo.turn_to(FIRST_SUNDAY + timedelta(days=6))
    assert asked(amir) == 0
    assert await outcomes(duo) == ["missed_by_us"]
    await duo.turn_to(FIRST_SUNDAY + A_WEEK)
    assert await weeks(duo) == ["2026-W10", "2026-W11"]


async def test_who_was_away_for_two_days_asks_late_about_what_is_last_week_by_now(duo, amir):
    await duo.turn_to(FIRST_SUNDAY + timedelta(days=2))
    assert asked(amir) == 1
    assert "last week" in amir.last
    assert "No, not last week" in amir.buttons


async def test_a_bot_that_starts_again_at_the_hour_asks_once(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    for _ in range(3):
        duo.restart()
        await duo.tick()
    assert asked(amir) == 1


async def test_an_answer_survives_a_restart_before_it_is_handled(duo, rita):
    await duo.turn_to(FIRST_SUNDAY)
    duo.telegram.tap(rita.id, message_with(rita, "id you meet")["message_id"], YES)
    await duo.app.poller.poll()
    duo.restart()
    await duo.settle()
    assert "Thank you! Your answer: yes, we met." in rita.last


async def test_who_found_no_time_to_ask_at_night_asks_in_the_morning(duo, amir):
    await duo.turn_to(FIRST_SUNDAY + timedelta(hours=3))  # 21:00 on the wall
    assert asked(amir) == 0
    await duo.pass_by(hours=11, seconds=-1)
    assert asked(amir) == 0
    await duo.pass_by(seconds=1)
    assert asked(amir) == 1
    assert "last week" in amir.last


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
    before_it = asked(amir)
    await duo.turn_to(change)
    assert asked(amir) == before_it + 1


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


async def test_a_year_has_a_week_for_every_question(duo):
    for week in range(52):
        duo.telegram.turn_clock(FIRST_SUNDAY + week * A_WEEK)
        await duo.app.actions.check_ins.ask_due()
    found = await weeks(duo)
    assert len(set(found)) == len(found) == 52
    assert await outcomes(duo) == []
    assert "2026-W53" in found


async def rhythm_of(house, person, weekday, next_ask_at):
    """From now on this person is asked on another day."""
    async with house.database.transaction() as tx:
        own = (await tx.people.by_telegram(person.id)).id
        row = update(RhythmRow).where(RhythmRow.person_id == own)
        await tx.connection.execute(row.values(weekday=weekday, next_ask_at=next_ask_at))


async def test_each_of_the_two_is_asked_on_their_own_day_about_the_same_week(duo, amir, rita):
    tuesday = FIRST_SUNDAY + timedelta(days=2)
    await rhythm_of(duo, rita, 1, tuesday)
    await duo.turn_to(FIRST_SUNDAY)
    assert (asked(amir), asked(rita)) == (1, 0)
    await amir.taps(NO)
    await duo.turn_to(tuesday)
    assert asked(rita) == 1
    assert "last week" in rita.last
    await duo.pass_by(days=2)
    assert await outcomes(duo) == [], "Rita has two days until the patience is over."
    await rita.taps("No, not last week")
    assert await outcomes(duo) == ["not_met"]
    assert await weeks(duo) == ["2026-W10"]


async def test_who_chooses_another_day_is_not_asked_twice_about_one_week(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY)
    await rhythm_of(duo, rita, 1, FIRST_SUNDAY + timedelta(days=2))
    for day in range(1, 4):
        await duo.turn_to(FIRST_SUNDAY + timedelta(days=day))
    assert asked(rita) == 1 + 1, "and once more a day later, as everybody"
    assert await weeks(duo) == ["2026-W10"]


async def test_on_all_saints_day_nobody_is_asked_and_the_question_comes_on_the_next_day(duo, amir):
    all_saints = datetime(2026, 11, 1, 17, tzinfo=UTC)  # a Sunday, at six
    await duo.turn_to(all_saints - timedelta(seconds=1))
    await duo.turn_to(all_saints)
    await duo.pass_by(days=1, seconds=-1)
    assert asked(amir) == 0
    await duo.pass_by(seconds=1)
    assert asked(amir) == 1
    assert "last week" in amir.last


@pytest.mark.parametrize(("words", "answer"), [("Oui", "yes, we met"), ("nee", "we did not meet")])
async def test_a_written_yes_or_no_answers_the_open_question(duo, rita, words, answer):
    await duo.turn_to(FIRST_SUNDAY)
    assert answer in await rita.says(words)
    assert "did not understand" in await rita.says(words)


async def test_a_written_yes_without_a_question_is_not_understood(duo, amir):
    assert "did not understand" in await amir.says("yes")
