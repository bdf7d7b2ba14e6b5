"""The demo: up in a moment, peopled as promised, and after a power cut where it was."""

from pathlib import Path

from bot.cards import put_into_words
from bot.i18n import load_speech
from bot.programme.notices import AskQuestion
from bot.sandbox.cast import AMIR, CAST, ELS, FATIMA, RITA
from bot.settings import load_programme
from tests.processes.phones import Phones
from tests.processes.programs import address_of, started

DEMO = ("demo", "--port", "0", "--no-open")
FIRST_NAME = put_into_words(
    AskQuestion("first_name", "mentee"), load_speech()["fr"], load_programme("duo")
).text


async def test_the_demo_goes_on_where_it_was_after_a_power_cut(tmp_path: Path):
    kept = {"DUOBOT_DATABASE": str(tmp_path / "demo.db")}
    async with started(*DEMO, log=tmp_path / "demo.log", settings=kept) as demo:
        async with Phones.at(await address_of(demo)) as phones:
            cast = (await phones.get("cast"))["people"]
            assert {one["id"]: one["role"] for one in cast} == {one.id: one.role for one in CAST}
            for person in (AMIR, RITA, ELS):
                await phones.of(person.id).sees_button("go:")
            fatima = phones.of(FATIMA.id)
            assert await fatima.messages() == []
            await fatima.says("/start")
            await fatima.taps("sp:fr")
            await fatima.taps("ch:consent:yes")
            await fatima.taps("ch:role:mentee")
            await fatima.hears(FIRST_NAME)
        await demo.kill()
    async with started(*DEMO, log=tmp_path / "demo.log", settings=kept) as demo:
        async with Phones.at(await address_of(demo)) as phones:
            fatima = phones.of(FATIMA.id)
            await fatima.hears(FIRST_NAME)
            await fatima.says("Fatima")
            await fatima.waits(lambda all_: FIRST_NAME not in all_[-1]["text"], 10, "a question")
        assert await demo.stop() == 0


async def test_the_coach_finds_people_at_more_than_one_place_of_the_road(tmp_path: Path):
    async with started(*DEMO, log=tmp_path / "demo.log") as demo:
        async with Phones.at(await address_of(demo)) as phones:
            els = phones.of(ELS.id)
            await els.says("/match")
            await els.hears("1. Yusuf: Tom")
            await els.says("/work")
            await els.hears("In de vorming, of wacht nog even: 1 persoon")
        assert await demo.stop() == 0


async def test_the_button_of_the_clock_bar_leads_to_the_next_question(tmp_path: Path):
    async with started(*DEMO, log=tmp_path / "demo.log") as demo:
        async with Phones.at(await address_of(demo)) as phones:
            assert (await phones.get("clock"))["stops"] == ["next check-in"]
            await phones.of(AMIR.id).sees_button("go:")
            await phones.post("clock", stop="next check-in")
            await phones.of(AMIR.id).sees_button("ci:")
            await phones.of(RITA.id).sees_button("ci:")
        assert await demo.stop() == 0
        assert "Traceback" not in demo.said
