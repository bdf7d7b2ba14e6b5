"""The whole road, over HTTP, with real processes."""

from datetime import time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.cards import put_into_words
from bot.i18n import load_speech
from bot.programme.notices import AskQuestion, CoachHasRead, Registered
from bot.programme.notices.notice import Notice
from bot.programme.recurrence import next_weekly
from bot.sandbox.cast import ELS, FATIMA, RITA
from bot.settings import load_programme
from tests.processes.phones import HEARD_WITHIN, Phone
from tests.processes.programs import Town, town

BRUSSELS = ZoneInfo("Europe/Brussels")
TUESDAY, SUNDAY = 1, 6
AT_ONCE = 5.0  # seconds in which a coach has to hear of a case
SPEECH = load_speech()
PROGRAMME = load_programme("duo")
# The rest of the questions, with nothing told that need not be.
SHORTEST = {
    "mentee": ("roots:yes", "right_to_work:yes", "languages:skip", "sector:any",
               "times:skip", "source:skip", "hope:skip"),
    "mentor": ("capacity:1", "languages:skip", "sector:any", "experience:skip",
               "times:skip", "source:skip", "network:skip"),
}  # fmt: skip


def words(notice: Notice, language: str) -> str:
    return put_into_words(notice, SPEECH[language], PROGRAMME).text


async def registers(person: Phone, name: str, language: str, role: str, year: str) -> None:
    await person.says("/start")
    await person.taps(f"sp:{language}")
    await person.taps("ch:consent:yes")
    await person.taps(f"ch:role:{role}")
    await person.hears(words(AskQuestion("first_name", role), language))
    await person.says(name)
    await person.hears(words(AskQuestion("year_of_birth", role), language))
    await person.says(year)
    await person.taps("ch:branch:brussels")
    for answer in SHORTEST[role]:
        await person.taps(f"ch:{answer}")
    await person.says("skip")
    await person.hears(words(Registered(name, role, "brussels"), language))


async def talks_with(place: Town, coach: Phone, people: tuple[Phone, ...]) -> None:
    """Each chooses a half hour of the coach, who afterwards says that it goes on."""
    await coach.says("/intakes")
    for tap in ("go:intake_hours", "ih:2:", "ih:2:0900", "ih:2:0900-1100:", "ih:2:0900-1100:b"):
        await coach.taps(tap)
    for one in people:
        await one.says("/menu")
        await one.taps("go:intake")
        await one.taps("ip:")
        await one.sees_button("in:")
    await place.phones.turn_to(await place.phones.now() + timedelta(days=15))
    for one in people:
        await coach.says("/intakes")
        await coach.taps("in:s:")
        for tap in ("in:h:", "id:go_on:0:", "id:go_on:1:"):
            await coach.taps(tap)
        await one.waits(lambda said: "in:" not in str(said[-1]), HEARD_WITHIN, "what comes now")


async def brings_together(coach: Phone, mentee: Phone, mentor: Phone) -> None:
    """First the mentor is ready without the training, for a reason that the coach records."""
    await coach.says("Rita")
    await coach.taps("te:s:")
    await coach.taps("te:a:")
    await coach.says("Rita has led a team for thirty years")
    await coach.taps("te:y:")
    await coach.says("/match")
    for tap in ("mf:", "pw:s:", "pw:a:"):
        await coach.taps(tap)
    for one in (mentee, mentor):
        await one.taps("ma:", ending=":yes")


async def meet_and_sign(coach: Phone, mentee: Phone, mentor: Phone) -> None:
    await coach.taps("fm:h:")
    for one in (mentee, mentor, coach):
        for part in range(len(PROGRAMME.convention.text("nl").parts)):
            await one.taps("cv:", ending=f":{part}")
        await one.taps("cs:")


async def week_goes_by(place: Town, mentee: Phone, mentor: Phone, answer: str) -> None:
    """The clock goes to the next question, and both answer it."""
    await place.phones.turn_to(next_weekly(await place.phones.now(), SUNDAY, time(18), BRUSSELS))
    for person in (mentee, mentor):
        _, yes = await person.sees_button("ci:")
        await person.taps(yes.replace(":met", f":{answer}"))
        await person.waits(
            lambda messages, asked=yes: asked not in str(messages),
            HEARD_WITHIN,
            "the answer in the place of the question",
        )


async def comes_in(place: Town, coach: Phone) -> None:
    """By the invitation that the command line makes."""
    words = ("invite", "coach", "--name", "Els", "--branch", "brussels")
    code, said = await place.asks(*words)
    assert code == 0
    await coach.says(said.strip().splitlines()[-1])
    await coach.sees_button("go:work")


async def test_a_duo_is_asked_answers_and_reaches_its_coach(tmp_path: Path):
    async with town(tmp_path) as place, place.running() as bot:
        phones = place.phones
        await phones.turn_to(next_weekly(await phones.now(), TUESDAY, time(10), BRUSSELS))
        fatima, rita, els = (phones.of(one.id) for one in (FATIMA, RITA, ELS))
        await comes_in(place, els)
        await registers(fatima, "Fatima", "fr", "mentee", "1999")
        await registers(rita, "Rita", "fr", "mentor", "1962")
        await talks_with(place, els, (fatima, rita))
        await brings_together(els, fatima, rita)
        await meet_and_sign(els, fatima, rita)
        await fatima.hears("Rita")
        await rita.hears("Fatima")

        for answer in ("met", "not_met", "not_met"):
            await week_goes_by(place, fatima, rita, answer)
        _, card = await els.sees_button("ca:", AT_ONCE, ":take")
        await els.taps("ca:", ":take")
        await els.sees_button(card.replace(":take", ":close"))

        await fatima.says("/coach")
        await els.hears("Fatima (", AT_ONCE)
        await els.taps("ca:", ":take")
        await fatima.hears(words(CoachHasRead("Els"), "fr"), AT_ONCE)
        assert await bot.stop() == 0
        assert "stopped" in bot.events()
