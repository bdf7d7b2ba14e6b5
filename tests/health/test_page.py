"""The page of health over a real house: what machines read while people talk."""

import asyncio
import re
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.health import watched as watching
from bot.health.lag import Lag
from bot.health.looking import seconds_since
from bot.health.web import Page, served
from bot.post.meters import NO_METERS
from bot.post.watch import Alarm
from storage.backlog import Queue
from storage.engines import MovedAway
from storage.unusable import DatabaseAway

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


async def asked(page: Page, path: str) -> tuple[int, str]:
    async with (
        served(page, "127.0.0.1:0") as port,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session,
        session.get(path) as answer,
    ):
        return answer.status, await answer.text()


async def numbers(page: Page) -> dict[str, float]:
    """Each number by its name and labels."""
    status, body = await asked(page, "/metrics")
    assert status == 200
    return {
        ":".join([sample.name, *sample.labels.values()]): sample.value
        for family in text_string_to_metric_families(body)
        for sample in family.samples
    }


async def test_a_house_at_work_is_live_and_ready(page):
    assert await asked(page, "/health/live") == (200, '{"live": true, "reasons": []}')
    assert await asked(page, "/health/ready") == (200, '{"ready": true, "reasons": []}')
    assert (await asked(page, "/"))[0] == 404


async def test_silence_of_telegram_is_said_with_503(page, watched):
    watched.watch.began_at = watched.watch.seconds() - 100
    watched.watch.polled_at = None
    status, body = await asked(page, "/health/ready")
    assert status == 503
    assert "Telegram has not been heard for 100 s" in body
    assert (await asked(page, "/health/live"))[0] == 200
    watched.watch.began_at -= 100
    assert (await asked(page, "/health/live"))[0] == 503


async def test_a_letter_that_nobody_takes_makes_it_not_ready(page, duo, amir, els):
    duo.telegram.say(amir.id, "I want to talk to my coach")
    while await duo.app.poller.poll():
        await duo.app.workers.handle_waiting()
    assert (await asked(page, "/health/ready"))[0] == 200
    duo.telegram.advance_clock(timedelta(minutes=3))
    status, body = await asked(page, "/health/ready")
    assert status == 503
    assert "A letter of the lane case has waited for 180 s." in body
    found = await numbers(page)
    assert found["duobot_letters_waiting:case"] == 1
    assert found["duobot_letters_oldest_seconds:case"] == 180
    assert (found["duobot_ready"], found["duobot_cases_untaken"]) == (0, 1)
    await duo.settle()
    assert (await asked(page, "/health/ready"))[0] == 200


async def test_tables_of_another_version_make_it_not_ready(page, house):
    async with house.database.transaction() as tx:
        await tx.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    status, body = await asked(page, "/health/ready")
    assert status == 503
    assert "tables are not those" in body


async def test_a_database_that_does_not_answer_hides_no_other_number(page, house, monkeypatch):
    @asynccontextmanager
    async def away():
        raise DatabaseAway("locked up")
        yield

    monkeypatch.setattr(house.database, "reading", away)
    assert (await asked(page, "/health/ready"))[0] == 503
    found = await numbers(page)
    assert found["duobot_ready"] == 0
    assert found["duobot_cases_open"] != found["duobot_cases_open"]  # not a number
    assert found["duobot_updates_stored_total"] == 0


async def test_a_database_that_fails_as_it_is_opened_is_told_with_its_reason(
    page, house, monkeypatch
):
    @asynccontextmanager
    async def moved():
        raise MovedAway("house.db is not the file that was opened.")
        yield

    monkeypatch.setattr(house.database, "reading", moved)
    status, body = await asked(page, "/health/ready")
    assert (status, "moved, deleted or replaced" in body) == (503, True)
    assert (await numbers(page))["duobot_ready"] == 0


async def test_what_happens_is_counted(page, duo, amir, els, monkeypatch):
    await amir.says("I want to talk to my coach")
    await els.taps("I take it")
    monkeypatch.setattr(duo.app.actions.guide, "menu", fails)
    with capture_logs():
        await amir.says("/menu")
    page.house.watch.met_another()
    page.house.watch.alarm(Alarm.LETTER_SET_ASIDE)
    found = await numbers(page)
    assert found["duobot_updates_stored_total"] == 3
    assert found["duobot_updates_total:handled"] == 2
    assert found["duobot_updates_total:failed"] == 3
    assert found["duobot_updates_given_up_total"] == 1
    assert found["duobot_updates_set_aside"] == 1
    assert found["duobot_update_seconds_count"] == 5
    assert found["duobot_letters_total:case:done"] >= 1
    assert found["duobot_letters_total:reply:done"] >= 2
    assert (found["duobot_cases_open"], found["duobot_cases_untaken"]) == (1, 0)
    assert (found["duobot_conflicts"], found["duobot_alarms:letter_set_aside"]) == (1, 1)


async def fails(*_: object) -> None:
    raise ValueError("It cannot be handled.")


async def test_labels_say_nothing_of_a_person(page, duo, amir):
    await amir.says("My phone is 0470 12 34 56")
    _, body = await asked(page, "/metrics")
    labels = {
        name
        for family in text_string_to_metric_families(body)
        for sample in family.samples
        for name in sample.labels
    }
    assert labels == {"lane", "end", "outcome", "version", "python", "tables", "le"}


async def test_the_longest_standstill_of_the_last_minute_is_told():
    moments = iter([0.0, 0.5, 0.5, 2.75, 2.75, 3.0])
    lag = Lag(seconds=lambda: next(moments), pause=0)
    with pytest.raises(RuntimeError):  # the watch has no more moments to tell
        await lag.watch()
    assert lag.longest == 2.25


async def test_the_page_is_there_while_the_bot_works_and_gone_afterwards(watched, house):
    async with watching(watched, "127.0.0.1:0", {}, house.app.count_with):
        assert house.app.courier.delivery.meters is not NO_METERS
    async with watching(watched, None, {}, house.app.count_with):
        pass


async def test_a_clock_that_has_not_looked_yet_is_a_bot_that_starts(page, watched):
    watched.ticks.well.clear()
    assert "the bot is starting" in (await asked(page, "/health/ready"))[1]
    assert (await numbers(page))["duobot_ready"] == 0


async def test_a_look_that_fails_is_no_good_look(watched):
    before = dict(watched.ticks.well)
    try:
        await watched.ticks.look("ask_due", fails)
    except ValueError:
        assert watched.ticks.well == before
    assert watched.ticks.since_any() <= watched.ticks.since_well()


async def test_a_look_that_never_came_to_a_good_end_makes_it_not_ready(page, watched):
    ticks = watched.ticks
    with pytest.raises(ValueError, match="cannot be handled"):
        await ticks.look("a third look", fails)
    assert (await asked(page, "/health/ready"))[0] == 200
    ticks.began["a third look"] -= 130
    status, body = await asked(page, "/health/ready")
    assert (status, "last looked what is due 130 s ago" in body) == (503, True)
    assert (await asked(page, "/health/live"))[0] == 200


async def test_a_look_that_hangs_from_the_start_is_not_alive(page, watched):
    ticks = watched.ticks
    task = asyncio.create_task(ticks.look("a third look", asyncio.Event().wait))
    await asyncio.sleep(0)
    assert (await asked(page, "/health/live"))[0] == 200
    ticks.began["a third look"] -= 310
    assert (await asked(page, "/health/live"))[0] == 503
    task.cancel()


def test_a_clock_that_was_turned_back_makes_no_negative_age():
    assert seconds_since(Queue(1, NOON), NOON - timedelta(hours=1)) == 0.0


async def test_every_number_is_explained_to_operators(page):
    paper = (Path(__file__).parents[2] / "docs" / "operating.md").read_text(encoding="utf-8")
    _, body = await asked(page, "/metrics")
    families = {one.name for one in text_string_to_metric_families(body)}
    ours = {name for name in families if name.startswith("duobot_")}
    explained = set(re.findall(r"^\| `(duobot_\w+?)(?:_total)?` \|", paper, re.MULTILINE))
    assert ours | {"duobot_alarms"} == explained


async def test_a_call_in_which_nothing_comes_next_makes_it_not_ready(page, duo, amir):
    await amir.says("My coach")
    async with duo.database.transaction() as tx:
        await tx.connection.execute(text("UPDATE cases SET next_at = NULL"))
    found = await numbers(page)
    assert (found["duobot_ready"], found["duobot_cases_stuck"]) == (0, 1)
    _, body = await asked(page, "/health/ready")
    assert "Calls for a coach in which nothing comes next: 1." in body
    await duo.app.actions.next_steps.audit()
    assert (await numbers(page))["duobot_cases_stuck"] == 0
