"""A private link at which somebody's calendar finds their meetings, asked over real HTTP."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from icalendar import Calendar
from sqlalchemy import select

from bot.actions.calendars import Calendars
from bot.health import House as Watched
from bot.health.lag import Lag
from bot.health.metrics import Metrics
from bot.health.web import Page, served
from bot.running import web_doors
from storage.meetings import KeptPlace
from storage.tables import CalendarFeedRow, OutboxRow
from tests.conversations import House, Someone
from tests.handlers.appointed import cancels, fixes
from tests.handlers.arrivals import leaves, newest_of_bot, taps_old

OUTSIDE = "https://duo.example.org"
CAFE = KeptPlace("address", "", "Kerkstraat 3, 9000 Gent")


@pytest.fixture
def linked(duo: House) -> House:
    """A house whose web door can be reached from outside."""
    duo.app.actions.calendars.public_url = OUTSIDE
    return duo


@asynccontextmanager
async def web(house: House) -> AsyncIterator[aiohttp.ClientSession]:
    """The web door, listening as it does beside the page of health."""
    app, clock = house.app, house.telegram.clock
    watched = Watched(house.database, clock, clock, app.watch, app.ticks)
    async with (
        served(Page(watched, Metrics(), Lag(), web_doors(app)), "127.0.0.1:0") as port,
        aiohttp.ClientSession(f"http://127.0.0.1:{port}") as session,
    ):
        yield session


async def link_of(person: Someone) -> str:
    """The path of a new link."""
    await taps_old(person, "go:calendar")
    await person.taps("Make a new link")
    (link,) = [word for word in person.last.split() if word.startswith(OUTSIDE)]
    return link.removeprefix(OUTSIDE)


async def asked(house: House, path: str) -> tuple[int, str, dict[str, str]]:
    async with web(house) as session, session.get(path) as answer:
        return answer.status, await answer.text(), dict(answer.headers)


async def test_a_calendar_finds_what_comes_and_what_was_cancelled(linked, amir, rita):
    gone = await fixes(linked, amir)
    await cancels(linked, amir, gone)
    stands = await fixes(linked, amir, place=CAFE)
    await amir.forges("sp:fr", newest_of_bot(amir))
    await taps_old(amir, "go:calendar_link")
    (link,) = [word for word in amir.last.split() if word.startswith(OUTSIDE)]
    status, text, headers = await asked(linked, link.removeprefix(OUTSIDE))
    assert status == 200
    assert headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert headers["Cache-Control"] == "private, no-store"
    calendar = Calendar.from_ical(text)
    events = {str(one["UID"]): one for one in calendar.walk("VEVENT")}
    assert str(events[f"meeting-{gone.id}@duobot"]["STATUS"]) == "CANCELLED"
    event = events[f"meeting-{stands.id}@duobot"]
    assert (str(event["STATUS"]), str(event["LOCATION"])) == ("CONFIRMED", CAFE.words)
    assert str(event["SUMMARY"]) == "Rencontre avec Rita"
    assert event.decoded("DTSTART") == stands.starts_at


async def test_a_calendar_that_has_it_already_is_told_so(linked, amir, rita):
    await fixes(linked, amir)
    path = await link_of(amir)
    async with web(linked) as session:
        async with session.get(path) as first:
            etag = first.headers["ETag"]
        async with session.get(path, headers={"If-None-Match": etag}) as again:
            assert (again.status, await again.text()) == (304, "")
            assert again.headers["Cache-Control"] == "private, no-store"
        await linked.pass_by(hours=1)
        async with session.get(path, headers={"If-None-Match": etag}) as later:
            assert later.status == 304
        await fixes(linked, amir, linked.telegram.clock.now().replace(tzinfo=None, hour=20))
        async with session.get(path, headers={"If-None-Match": etag}) as changed:
            assert changed.status == 200


async def test_a_stopped_a_renewed_and_an_unknown_link_get_the_same_answer(linked, amir, rita):
    first = await link_of(amir)
    second = await link_of(amir)
    assert first != second
    third = await link_of(rita)
    await rita.taps("Stop the calendar link")
    assert "Nobody can use it now." in rita.last
    unknown = (f"/calendar/{'A' * 43}.ics", "/calendar/x.ics")
    answers = [await asked(linked, path) for path in (first, third, *unknown)]
    assert {(status, text) for status, text, _ in answers} == {(404, "404: Not Found")}
    assert {headers["Cache-Control"] for _, _, headers in answers} == {"private, no-store"}
    assert (await asked(linked, second))[0] == 200
    assert (await asked(linked, "/calendar"))[1] == "404: Not Found"


async def test_nobody_reads_the_calendar_of_somebody_else(linked, amir, rita, tom):
    await fixes(linked, amir, place=CAFE)
    assert "Kerkstraat" in (await asked(linked, await link_of(rita)))[1]
    for other in ("go:calendar", "go:calendar_link", "go:calendar_stop"):
        assert OUTSIDE not in await taps_old(tom, other)
    async with linked.database.reading() as tx:
        rows = (await tx.connection.scalars(select(CalendarFeedRow.person_id))).all()
        assert len(rows) == 1


async def test_who_leaves_has_no_calendar_and_the_other_one_no_name_in_theirs(linked, amir, rita):
    await fixes(linked, amir)
    his, hers = await link_of(amir), await link_of(rita)
    assert "Amir" in (await asked(linked, hers))[1]
    await leaves(amir)
    assert (await asked(linked, his))[0] == 404
    status, text, _ = await asked(linked, hers)
    assert (status, "Amir" in text, "STATUS:CANCELLED" in text) == (200, False, True)


async def test_neither_the_database_nor_the_letters_keep_the_link(linked, amir):
    path = await link_of(amir)
    secret = path.removeprefix("/calendar/").removesuffix(".ics")
    assert len(secret) == 43
    async with linked.database.reading() as tx:
        hashes = (await tx.connection.scalars(select(CalendarFeedRow.token_hash))).all()
        facts = select(OutboxRow.facts).where(OutboxRow.kind == "calendar_link")
        assert (await tx.connection.scalars(facts)).all() == [None]
    assert secret not in str(hashes)


async def test_where_nobody_outside_reaches_us_no_link_is_offered(duo, amir):
    assert "A fixed meeting comes with a file." in await taps_old(amir, "go:calendar")
    assert amir.buttons == ["Our meetings", "Menu"]
    assert "link" not in await taps_old(amir, "go:calendar_link")


async def test_a_database_that_does_not_answer_is_no_end_of_the_calendar(
    linked, amir, monkeypatch
):
    path = await link_of(amir)

    async def fails(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Calendars, "read", fails)
    assert (await asked(linked, path))[0] == 503
