"""The letter of the week: who gets it, when, and what it says with and without the picture."""

import json
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.cards import branch_digest
from bot.cards.paper.press import can_print
from bot.post import asking
from bot.programme.check_ins import Week
from handlers.ticks import every_second
from storage.tables import OutboxRow
from tests.conversations import House, Someone
from tests.handlers.arrivals import joins_as_coach, joins_as_coordinator, registers
from tests.handlers.test_duo_views import live

BRUSSELS = ZoneInfo("Europe/Brussels")
A_WEEK = timedelta(weeks=1)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BRUSSELS)


async def tells(house: House, when: str) -> int:
    """Turn the clock, look as each second does, and bring the letters."""
    house.telegram.turn_clock(wall(when))
    told = await every_second(house.app.actions)["tell_branches"]()
    await house.settle()
    return told


async def digests(house: House) -> int:
    async with house.database.reading() as tx:
        found = select(OutboxRow.id).where(OutboxRow.kind == "branch_digest")
        return len((await tx.connection.scalars(found)).all())


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would be drawn: the press has a test of its own."""
    drawn: list[str] = []

    def draw(picture: str) -> bytes:
        drawn.append(picture)
        return b"\x89PNG"

    monkeypatch.setattr(asking, "drawn", draw)
    monkeypatch.setattr(branch_digest, "can_print", lambda: True)
    return drawn


async def test_on_monday_morning_els_gets_one_picture_with_words_under_it(duo, els, undrawn):
    await live(duo, (Week.NOT_MET, 0, 0), (Week.SILENT, 0, 0), (Week.MET, 60, 4))
    before = len(els.messages)
    await tells(duo, "2026-03-09T08:29")
    assert len(els.messages) == before
    assert await tells(duo, "2026-03-09T08:30") == 5
    last = els.messages[-1]
    assert last["photo"]
    assert "You follow 1 duo." in els.last
    assert "1. Amir and Rita: no meeting that I know of for 2 weeks" in els.last
    assert "Week of 2 March: not asked (1)." in els.last
    assert els.buttons == ["1. Amir and Rita", "My duos", "Menu"]
    rows = json.loads(undrawn[-1])["rows"]
    assert [one["letter"] for one in rows[0]["cells"]] == ["–", "N", "A", "M", "–", "", "", ""]
    assert "Weeks, newest first: – N A M" in await els.taps("1. Amir and Rita")


async def test_it_comes_once_a_week_whatever_happens_and_once_after_a_long_night(
    duo, els, undrawn
):
    await live(duo, (Week.MET, 60, 4))
    for moment in ("2026-03-09T08:30", "2026-03-09T08:31", "2026-03-10T09:00", "2026-03-15T23:00"):
        await tells(duo, moment)
    assert await digests(duo) == 1
    duo.restart()
    await tells(duo, "2026-03-16T08:30")
    assert await digests(duo) == 2
    assert await tells(duo, "2026-04-09T12:00") == 5
    assert await tells(duo, "2026-04-09T12:01") == 0
    assert await digests(duo) == 3


async def test_after_a_bad_week_els_does_not_get_the_old_one_right_before_the_new_one(
    duo, els, undrawn
):
    await live(duo, (Week.MET, 60, 4))
    before = len(els.messages)
    await tells(duo, "2026-03-15T23:30")
    await duo.turn_to(wall("2026-03-16T08:05"))
    assert await tells(duo, "2026-03-16T08:30") == 5
    assert len([one for one in els.messages[before:] if one["kind"] == "photo"]) == 1


async def test_after_easter_monday_it_comes_on_tuesday(duo, els, undrawn):
    await live(duo, (Week.MET, 60, 4))
    await tells(duo, "2026-03-30T08:30")
    await tells(duo, "2026-04-06T20:00")
    assert await digests(duo) == 1
    await tells(duo, "2026-04-07T08:30")
    assert await digests(duo) == 2


async def test_without_the_press_the_words_go_alone(duo, els, monkeypatch):
    monkeypatch.setattr(branch_digest, "can_print", lambda: False)
    await live(duo, (Week.DIFFERS, 0, 0))
    await tells(duo, "2026-03-09T08:30")
    assert els.messages[-1]["kind"] == "text"
    assert "1. Amir and Rita: two answers that differ, please ask how it went" in els.last
    assert els.buttons == ["1. Amir and Rita", "My duos", "Menu"]


async def test_a_picture_that_cannot_be_drawn_leaves_its_words(duo, els, undrawn, monkeypatch):
    def jams(_: str) -> bytes:
        raise RuntimeError("the press is jammed")

    monkeypatch.setattr(asking, "drawn", jams)
    await live(duo, (Week.MET, 0, 0))
    await tells(duo, "2026-03-09T08:30")
    assert els.messages[-1]["kind"] == "text"
    assert "No duo needs anything special this week." in els.last


async def test_nobody_but_who_follows_the_duo_gets_a_word_of_it(
    duo, els, amir, rita, tom, undrawn
):
    await live(duo, (Week.DIFFERS, 90, 4))
    fatima = await registers(duo)
    nadia = await joins_as_coach(duo, "Nadia", "brussels")
    elsewhere = await joins_as_coordinator(duo, "Omar", "ghent")
    odile = await joins_as_coordinator(duo)
    others = (amir, rita, tom, fatima, nadia, elsewhere)
    before = [len(one.messages) for one in others]
    await tells(duo, "2026-03-09T08:30")
    assert [len(one.messages) for one in others] == before
    assert "two answers that differ" in els.last
    assert "Brussels has 1 duo." in odile.last
    assert "differ" not in odile.last
    told = [json.loads(one) for one in undrawn]
    assert [one["rows"][0]["names"] for one in told] == ["1. Amir and Rita"] * 2
    assert "differ" not in str(told)


async def test_who_takes_a_break_at_work_still_gets_it_and_who_has_no_duo_does_not(
    duo, els, undrawn
):
    await live(duo, (Week.MET, 0, 0))
    nadia = await joins_as_coach(duo, "Nadia", "ghent")
    await els.says("/stop")
    before = len(nadia.messages)
    await tells(duo, "2026-03-09T08:30")
    assert "You follow 1 duo." in els.last
    assert len(nadia.messages) == before


async def test_each_reads_it_in_their_own_language(duo, els, undrawn):
    await live(duo, (Week.NOT_MET, 0, 0), (Week.NOT_MET, 0, 0))
    await els.says("langue")
    await els.taps("Français")
    await tells(duo, "2026-03-09T08:30")
    assert json.loads(undrawn[-1])["language"] == "fr"
    assert "Amir et Rita" in els.last


@pytest.mark.skipif(not can_print(), reason="the extra `documents` is not installed")
async def test_the_real_picture_arrives(duo: House, els: Someone):
    await live(duo, (Week.MET, 0, 0))
    await tells(duo, "2026-03-09T08:30")
    assert els.messages[-1]["photo"]
