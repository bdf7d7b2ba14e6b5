"""Weeks that passed, or ended, while the bot was down: our miss, never the duo's."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from bot.sandbox.faults import Fault
from storage.tables import DuoRow
from tests.handlers.arrivals import FIRST_SUNDAY, questions_to, remembered
from tests.handlers.test_two_sided_truth import goes_deaf

A_WEEK = timedelta(weeks=1)
YES, NO = "Yes, we met", "No, not this week"


async def came_to(duo):
    """What each week came to, in the order of the weeks."""
    return [row[5] for row in sorted((await remembered(duo))["check_ins"], key=lambda row: row[2])]


def asked(person):
    return len(questions_to(person))


async def lives_in(duo, zone):
    async with duo.database.transaction() as tx:
        await tx.connection.execute(update(DuoRow).values(zone=zone))


async def test_who_comes_back_after_three_weeks_asks_the_latest_and_owns_up_to_the_others(
    duo, amir, els
):
    await duo.turn_to(FIRST_SUNDAY + 2 * A_WEEK + timedelta(hours=1))
    assert asked(amir) == 1
    assert await came_to(duo) == ["missed_by_us", "missed_by_us", None]
    assert "have not met" not in str(els.messages)
    assert "not known, not known" in await els.says("/duos")


async def test_weeks_that_we_missed_open_no_case_together_with_one_that_the_duo_missed(
    duo, amir, rita, els
):
    await duo.turn_to(FIRST_SUNDAY + A_WEEK)
    for person in (amir, rita):
        await person.taps(NO)
    assert await came_to(duo) == ["missed_by_us", "not_met"]
    assert "have not met" not in str(els.messages)
    await duo.turn_to(FIRST_SUNDAY + 2 * A_WEEK)
    for person in (amir, rita):
        await person.taps(NO)
    assert "have not met" in els.last


async def test_silence_that_ended_while_we_were_down_is_not_held_against_the_duo(duo, els):
    for week in range(2):
        await duo.turn_to(FIRST_SUNDAY + week * A_WEEK)
        await duo.pass_by(days=3, hours=2)
    assert await came_to(duo) == ["missed_by_us", "missed_by_us"]
    assert "have not met" not in str(els.messages)


async def test_silence_that_ended_before_anybody_could_be_asked_again_is_our_miss(duo, els):
    async def listens():
        now = duo.telegram.clock.now()
        await duo.app.actions.outages.listened(now, now)

    for week in range(2):
        await duo.turn_to(FIRST_SUNDAY + week * A_WEEK)
        await duo.pass_by(days=3, minutes=-10)
        for _ in range(3):
            await listens()
        await duo.pass_by(minutes=9, seconds=59)
        await listens()
        await duo.pass_by(seconds=1)
    assert await came_to(duo) == ["missed_by_us", "missed_by_us"]
    assert "have not met" not in str(els.messages)


async def test_a_no_that_was_said_before_we_went_down_stays_a_no(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    await amir.taps(NO)
    await duo.pass_by(days=4)
    assert await came_to(duo) == ["not_met_says_one"]


async def test_a_yes_that_was_said_before_we_went_down_stays_a_yes(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    await amir.taps(YES)
    await duo.pass_by(days=4)
    assert await came_to(duo) == ["met_says_one"]


async def test_a_question_that_telegram_never_took_is_taken_back_when_its_week_is_over(duo, amir):
    duo.telegram.plant_fault(Fault(0, "sendMessage", status=500))
    await duo.turn_to(FIRST_SUNDAY)
    for _ in range(3):
        await duo.pass_by(days=1)
    assert await came_to(duo) == ["missed_by_us"]
    duo.telegram.clear_faults()
    await duo.pass_by(hours=1)
    assert asked(amir) == 0


async def test_a_duo_that_rested_meanwhile_has_missed_nothing_and_neither_have_we(duo, amir):
    await amir.says("stop")
    await duo.turn_to(FIRST_SUNDAY + 2 * A_WEEK)
    assert await came_to(duo) == ["paused", "paused", "paused"]


async def test_a_clock_that_jumps_a_day_ahead_and_back_asks_nothing_twice(duo, amir):
    await duo.turn_to(FIRST_SUNDAY - timedelta(hours=1))
    for _ in range(3):
        await duo.pass_by(days=1)
        await duo.pass_by(days=-1)
    await duo.turn_to(FIRST_SUNDAY)
    assert asked(amir) == 1
    assert await came_to(duo) == [None]
    await duo.turn_to(FIRST_SUNDAY + A_WEEK)
    assert asked(amir) == 2


async def test_a_clock_that_is_set_back_an_hour_asks_nothing_twice(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    for _ in range(3):
        await duo.pass_by(hours=-1)
        await duo.pass_by(hours=1)
    assert asked(amir) == 1


@pytest.mark.parametrize(
    ("zone", "comes_back", "asked_at"),
    [
        # Back at 20:30 in New York, which is deep in the night in Brussels: no reason to wait.
        ("America/New_York", "2026-03-09T00:30", "2026-03-09T00:30"),
        # Back at 21:30 in Kabul, which is only six in Brussels: wait until eight in Kabul.
        ("Asia/Kabul", "2026-03-08T17:00", "2026-03-09T03:30"),
    ],
)
async def test_quiet_hours_are_those_where_the_duo_lives(duo, amir, zone, comes_back, asked_at):
    await lives_in(duo, zone)
    first, then = (
        datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (comes_back, asked_at)
    )
    await duo.turn_to(first)
    if then > first:
        assert asked(amir) == 0
        await duo.turn_to(then - timedelta(seconds=1))
        assert asked(amir) == 0
        await duo.turn_to(then)
    assert asked(amir) == 1


async def test_a_question_that_nobody_has_to_answer_any_more_is_not_put_once_more(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY)
    await rita.says("stop")
    await duo.pass_by(days=3)
    await rita.says("resume")
    assert await came_to(duo) == ["paused"]
    read = len(amir.messages)
    await goes_deaf(duo)
    await duo.pass_by(hours=1)
    assert len(amir.messages) == read
