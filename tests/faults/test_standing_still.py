"""Processes that were stopped for minutes, and clocks that are wrong: nothing comes twice."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.app import App
from bot.post.time_guard import LONGEST_HOLD
from bot.post.watch import Alarm
from bot.programme.letters import Lane
from storage import Database
from tests.conversations import House
from tests.handlers.arrivals import FIRST_SUNDAY, questions_to
from tests.post.letters import fates, texts, write

A_DAY = timedelta(days=1)


@pytest.fixture
async def stopped(duo: House) -> AsyncIterator[App]:
    """Another process on the same database; what it was told to do waits until it goes on."""
    database = Database(duo.database.url, duo.database._keys)
    yield House(duo.telegram, database, duo.programme).app
    await database.close()


async def test_who_stood_still_sends_nothing_that_another_has_sent(duo, stopped, amir):
    await write(duo, amir)
    (letter,) = await stopped.courier.look()
    duo.telegram.advance_clock(timedelta(minutes=10))
    await duo.app.courier.deliver_due()
    before = len(texts(amir))
    await stopped.courier.deliver(letter)
    assert len(texts(amir)) == before
    assert (await fates(duo))["a letter"].state == "sent"


async def test_who_stood_still_after_sending_writes_nothing_of_a_letter_another_has(
    duo, stopped, amir
):
    before = len(texts(amir))
    await write(duo, amir)
    (letter,) = await stopped.courier.look()
    await stopped.courier.deliver(letter)
    duo.telegram.advance_clock(timedelta(minutes=10))
    (again,) = await duo.app.courier.look()
    assert await stopped.courier.look() == []
    assert (await fates(duo))["a letter"].state == "waiting"
    await duo.app.courier.deliver(again)
    await duo.app.courier.look()
    assert (await fates(duo))["a letter"].state == "sent"
    assert len(texts(amir)) == before + 2


async def test_who_stood_still_while_handling_handles_nothing_twice(duo, stopped, amir):
    duo.telegram.say(amir.id, "I want my coach")
    await duo.app.poller.poll()
    (update,) = await stopped.workers._claim(1)
    duo.telegram.advance_clock(timedelta(minutes=10))
    await duo.settle()
    before = texts(amir)
    with capture_logs() as logged:
        await stopped.workers._handle(update)
    await duo.settle()
    assert texts(amir) == before
    assert [one["event"] for one in logged] == ["update_handled_before"]


async def test_while_the_clock_is_set_back_reminders_wait_and_answers_go(duo, amir, rita, els):
    await duo.settle()
    await write(duo, amir, "before")
    await duo.app.courier.deliver_due()
    duo.telegram.advance_clock(timedelta(hours=-1))
    await write(duo, amir, "a reminder", Lane.REMINDER)
    await write(duo, els, "a reply", Lane.REPLY)
    with capture_logs() as logged:
        await duo.app.courier.deliver_due()
    states = {subject: fate.state for subject, fate in (await fates(duo)).items()}
    assert (states["a reminder"], states["a reply"]) == ("waiting", "sent")
    alarms = [one for one in logged if one["event"] == "clock_went_back"]
    assert [(one["log_level"], one["behind"]) for one in alarms] == [("error", 3600.0)]
    duo.telegram.advance_clock(timedelta(minutes=59, seconds=5))
    await duo.app.courier.deliver_due()
    assert (await fates(duo))["a reminder"].state == "sent"
    assert duo.app.watch.alarms[Alarm.CLOCK_WENT_BACK] == 1


async def test_a_clock_that_was_wrong_before_and_is_right_now_holds_nobody_for_long(duo, amir):
    now = duo.app.watch.seconds()
    await duo.app.courier.deliver_due()
    duo.telegram.advance_clock(-A_DAY)
    await write(duo, amir, "a reminder", Lane.REMINDER)
    await duo.app.courier.deliver_due()
    assert (await fates(duo))["a reminder"].state == "waiting"
    duo.app.watch.seconds = lambda: now + LONGEST_HOLD + 60
    await duo.app.courier.deliver_due()
    assert (await fates(duo))["a reminder"].state == "sent"


async def test_a_small_correction_of_the_clock_is_no_matter(duo, amir):
    await duo.app.courier.deliver_due()
    for _ in range(3):
        duo.telegram.advance_clock(timedelta(seconds=-15))
    await write(duo, amir, "a reminder", Lane.REMINDER)
    await duo.app.courier.deliver_due()
    assert (await fates(duo))["a reminder"].state == "sent"
    assert not duo.app.watch.alarms


async def test_a_clock_that_runs_a_day_ahead_for_a_minute_asks_nothing_twice(duo, amir):
    await duo.turn_to(FIRST_SUNDAY - timedelta(hours=12))
    await duo.pass_by(hours=24)
    await duo.turn_to(FIRST_SUNDAY - timedelta(hours=12))
    for _ in range(30):
        await duo.pass_by(hours=1)
    assert len(questions_to(amir)) == 1
