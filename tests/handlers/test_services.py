"""One service: its number, its place, what to say there, and all of it on a sheet of paper."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from pypdf import PdfReader
from structlog.testing import capture_logs

from bot.cards.paper.press import can_print
from bot.cards.sample_services import COUNTER, LINE
from bot.programme.directory import Service
from bot.programme.directory.service import Status
from bot.programme.directory.writing import write_service
from tests.conversations import House, Someone
from tests.handlers.arrivals import newest_of_bot

SAMU = "s:samusocial-bxl:housing.tonight:bru"
OCMW = "s:ocmw-gent:admin.benefits:vlg.gent"
MONDAY = datetime(2026, 11, 23, 10, tzinfo=UTC)
prints = pytest.mark.skipif(not can_print(), reason="the extra `documents` is not installed")


async def keep(house: House, *services: Service) -> None:
    """Put these services in the directory."""
    async with house.database.transaction() as tx:
        await tx.directory.put([write_service(one) for one in services])


def newest(someone: Someone) -> dict[str, Any]:
    return someone.messages[-1]


async def opens(someone: Someone, data: str) -> str:
    """Tap a button that an earlier card had."""
    return await someone.forges(data, newest_of_bot(someone))


def addresses(someone: Someone) -> dict[str, str]:
    """What the buttons of the newest message open, by their words."""
    rows = newest(someone)["reply_markup"]["inline_keyboard"]
    return {one["text"]: one["url"] for row in rows for one in row if "url" in one}


async def test_amir_calls_a_service_by_two_taps(duo, amir):
    await opens(amir, SAMU)
    await amir.taps("Call 0800 99 340")
    contact = newest(amir)["contact"]
    assert contact["phone_number"] == "+3280099340"
    assert "amu" in contact["first_name"]
    assert amir.buttons == ["What do I say?"]


async def test_a_short_number_comes_alone_so_that_nothing_stands_before_it(duo, amir):
    await keep(duo, LINE)
    await opens(amir, "s:1813:crisis.suicide:")
    assert await amir.taps("Call 1813") == "1813"
    assert newest(amir)["kind"] == "text"


async def test_a_place_that_was_measured_is_a_venue(duo, amir):
    await keep(duo, COUNTER)
    await opens(amir, OCMW)
    await amir.taps("Show on the map")
    assert newest(amir)["venue"] == {
        "location": {"latitude": 51.047, "longitude": 3.707},
        "title": "OCMW Gent",
        "address": "Jubileumlaan 219, 9000 Gent",
    }
    assert amir.buttons == ["Call 09 266 99 11", "Call 0800 12 345"]


async def test_any_other_place_is_looked_for_on_a_map(duo, amir):
    place = replace(COUNTER.places[0], latitude=None, longitude=None)
    await keep(duo, replace(COUNTER, places=(place,)))
    await opens(amir, OCMW)
    assert addresses(amir) == {
        "Show on the map": "https://www.openstreetmap.org/search"
        "?query=Jubileumlaan+219%2C+9000+Gent",
        "Website": "https://stad.gent/",
    }
    assert "OCMW" not in await opens(amir, "mp:ocmw-gent:")


async def test_amir_hears_what_to_say_and_then_for_who_speaks_arabic(duo, amir):
    await keep(duo, replace(COUNTER, languages=("nl",)))
    await opens(amir, OCMW)
    said = await amir.taps("What do I say?")
    assert said.startswith("Goeiedag. Ik heb hulp nodig om een leefloon of steun te vragen.")
    assert "Ik spreek Engels." in said
    before = len(amir.messages)
    assert await amir.taps("Another language") == "Which language do you speak? Tap it."
    said = await amir.taps("Arabic · العربية")
    assert "Ik spreek Arabisch. Kan er een tolk meeluisteren" in said
    assert "I speak Arabic." in said
    assert len(amir.messages) == before


async def test_in_brussels_it_can_be_said_in_either_language(duo, amir):
    await opens(amir, "sp:fr")
    await opens(amir, SAMU)
    said = await amir.taps("Que dire\u00a0?")
    assert said.startswith("Bonjour. Je n'ai pas d'endroit où dormir cette nuit.")
    assert "interprète" not in said
    said = await amir.taps("Le dire en néerlandais")
    assert said.startswith("Goeiedag. Ik heb vannacht geen plaats om te slapen. Ik spreek Frans.")
    assert "Cela veut dire\u00a0:\nBonjour." in said


async def test_who_came_by_the_name_of_the_service_asks_for_what_it_helps_with_first(duo, amir):
    await keep(duo, COUNTER)
    assert "leefloon" in await opens(amir, "yn:ocmw-gent::")
    assert "leefloon" in await opens(amir, "yn:ocmw-gent:no.need:")


@prints
async def test_rita_gets_it_on_paper_for_amir_who_has_no_data(duo, rita):
    await duo.turn_to(MONDAY)
    await rita.says("/menu")
    await keep(duo, COUNTER)
    await opens(rita, OCMW)
    await rita.taps("On paper")
    sent = newest(rita)
    assert sent["document"]["file_name"] == "ocmw-gent.pdf"
    assert sent["text"].startswith("OCMW Gent\n09 266 99 11\n0800 12 345\nJubileumlaan 219")
    (file,) = duo.telegram.state.files.values()
    words = " ".join(PdfReader(io.BytesIO(file.data)).pages[0].extract_text().split())
    assert "We checked this on 2 November 2026. This page is of 23 November 2026." in words
    assert "Brussels: 02 000 00 01" in words


@prints
async def test_a_page_that_cannot_be_printed_leaves_the_number(duo, rita, monkeypatch):
    def jams(_: str) -> bytes:
        raise RuntimeError("the press is jammed")

    monkeypatch.setattr("bot.post.asking.printed", jams)
    await opens(rita, "pp:samusocial-bxl:housing.tonight")
    assert newest(rita)["kind"] == "text"
    assert "Sorry, I cannot make the page now." in rita.last
    assert "0800 99 340" in rita.last


@pytest.mark.parametrize(
    "tap", ["cl:ocmw-gent:{}:0", "mp:ocmw-gent:{}", "yn:ocmw-gent:{}:", "pp:ocmw-gent:{}"]
)
async def test_an_old_button_of_a_service_that_is_gone_leads_on(duo, amir, tap):
    await keep(duo, replace(COUNTER, status=Status.DEFUNCT))
    assert "That button is old." in await opens(amir, tap.format(""))
    assert "Jubileumlaan" not in amir.last
    await opens(amir, tap.format("admin.benefits"))
    assert newest(amir)["kind"] == "text"
    assert amir.buttons


async def test_a_number_that_there_is_not_is_an_old_button(duo, amir):
    assert "That button is old." in await opens(amir, "cl:samusocial-bxl:housing.tonight:9")


async def test_a_stranger_who_never_registered_gets_the_number_too(house):
    stranger = house.meet("Fatima", "fr")
    await stranger.says("/start")
    await stranger.forges("cl:samusocial-bxl:housing.tonight:0", 2)
    assert any(one["kind"] == "contact" for one in stranger.messages)


async def test_what_somebody_needs_is_not_logged(duo, amir):
    with capture_logs() as logged:
        for tap in ("cl:{}:0", "yn:{}:ar", "pp:{}"):
            await opens(amir, tap.format("samusocial-bxl:housing.tonight"))
    assert not any(word in str(logged) for word in ("samu", "housing", "340"))
