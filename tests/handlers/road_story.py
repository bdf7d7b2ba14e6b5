"""Amir and Rita walk the whole road with Els, in one language: what each of them does.

Nothing here copies a sentence: a button is found by what it carries, or by the English name that
the house translates.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.cards.paper.press import can_print
from bot.i18n import load_speech
from bot.sandbox import Upload
from storage.people import Person
from storage.road import Step
from tests.conversations import House, Someone
from tests.handlers.arrivals import taps_old
from tests.handlers.sessions_planned import person_of
from tests.handlers.test_whole_registration import steps_of, takes

SPEECH = load_speech()
SESSION_AT = "10:00"
AMIR, RITA = ("Amir", "Haddad"), ("Rita", "Peeters")
NAMES = {"Amina El Idrissi": " ".join(AMIR), "Rita Peeters": " ".join(RITA)}


class Wire:
    """Every byte that goes to each phone, whatever becomes of the message there."""

    def __init__(self, house: House) -> None:
        self.words: dict[int, list[str]] = {}
        self.files: dict[int, list[bytes]] = {}
        self._call = house.telegram.call
        house.telegram.call = self.call  # type: ignore[method-assign]  # it listens in between

    async def call(self, method: str, given: Mapping[str, Any]) -> Any:
        if method == "answerCallbackQuery":
            assert given.keys() == {"callback_query_id"}, "A tap is answered without words."
        if "chat_id" in given:
            to = int(given["chat_id"])
            files = [one.data for one in given.values() if isinstance(one, Upload)]
            self.files.setdefault(to, []).extend(files)
            kept = [str(one) for one in given.values() if not isinstance(one, Upload)]
            self.words.setdefault(to, []).append("\n".join(kept))
        return await self._call(method, given)

    def has_told(self, someone: Someone, secret: str) -> bool:
        """Whether this was in anything that went to this person."""
        files = self.files.get(someone.id, [])
        return secret in "\n".join(self.words[someone.id]) or any(
            secret.encode() in one for one in files
        )


class Road:
    """The three, their house, and the language that all of them speak."""

    def __init__(self, house: House, language: str) -> None:
        self.house, self.language, self.speech = house, language, SPEECH[language]
        self.branch = house.programme.branches[0].key
        self.wire = Wire(house)
        names = ("Els", AMIR[0], RITA[0])
        self.els, self.amir, self.rita = (house.meet(name, language) for name in names)
        self.two = (self.amir, self.rita)
        self.three = (*self.two, self.els)

    async def taps(self, person: Someone, *names: str, **fields: str) -> str:
        """Tap these buttons, one after the other, by their English names."""
        said = ""
        for name in names:
            said = await person.taps(self.speech.button(name, **fields))
        return said

    async def opens(self, person: Someone, data: str) -> str:
        """Tap the newest button that carries something that begins like this."""
        return await person.taps(carrying(person, data)[0])

    async def person(self, someone: Someone) -> Person:
        """Who they are to the programme."""
        return await person_of(self.house, someone)

    @property
    def now(self) -> datetime:
        return self.house.telegram.clock.now()

    async def steps(self, someone: Someone) -> Sequence[Step]:
        """Each step that is kept of somebody."""
        person = await self.person(someone)
        async with self.house.database.reading() as tx:
            return await tx.road.steps_of(person.id) if person else []


def carrying(person: Someone, data: str) -> tuple[str, str]:
    """The name of the newest button that carries this, and all that it carries."""
    return next(
        (button["text"], button["callback_data"])
        for message in reversed(person.messages)
        for row in (message.get("reply_markup") or {}).get("inline_keyboard", [])
        for button in row
        if button.get("callback_data", "").startswith(data)
    )


async def they_register(road: Road) -> None:
    """Each from the first hello to the last question; Els comes by her link."""
    token = await road.house.app.actions.invitations.invite_coach("Els", road.branch)
    await road.els.says(f"/start {token}")
    for someone, role in ((road.amir, "mentee"), (road.rita, "mentor")):
        await someone.says("/start")
        for step in steps_of(role, road.language, road.house.programme):
            await takes(someone, "=" + NAMES[step[1:]] if step[1:] in NAMES else step)


async def they_hear_how_it_works(road: Road) -> None:
    """Els plans an info session; both come, and she calls the roll."""
    session = await els_plans(road, "info", days=3)
    for someone in road.two:
        await someone.says("/menu")
        await road.taps(someone, "Info sessions")
        await road.opens(someone, f"sn:s:{session}")
        await road.opens(someone, f"sn:t:{session}")
    await road.house.pass_by(days=3)
    await els_calls_the_roll(road, session)


async def els_plans(road: Road, what: str, days: int) -> int:
    """A session, at ten on a day to come; give its number."""
    day = road.house.telegram.clock.now() + timedelta(days=days)
    await road.els.says("/sessions")
    await road.taps(road.els, "Plan a session")
    await road.opens(road.els, f"sd:what:{what}")
    await road.els.says(f"{day:%d/%m/%Y} {SESSION_AT}")
    await road.taps(road.els, "Yes, plan it")
    return int(carrying(road.els, "sn:a:")[1].split(":")[-1])


async def els_calls_the_roll(road: Road, session: int) -> None:
    await taps_old(road.els, f"sn:r:{session}")
    await road.taps(road.els, "All were there")


async def they_choose_a_time(road: Road) -> None:
    """Els gives two hours a week, and each of the two chooses a half hour."""
    await road.els.says("/work")
    await road.taps(road.els, "First talks", "My free times")
    for data in ("ih:2:", "ih:2:0900:", "ih:2:0900-1100:", "ih:2:0900-1100:b"):
        await road.opens(road.els, data)
    for someone in road.two:
        await someone.says("/menu")
        await road.taps(someone, "My first talk")
        await road.opens(someone, "ip:")


async def they_talk_with_els(road: Road) -> None:
    """Together they decide to go on: he to a match, she to the training."""
    await road.house.pass_by(days=7)
    for name, _ in (AMIR, RITA):
        await road.els.says("/intakes")
        await road.els.taps(next(one for one in road.els.buttons if one.endswith(name)))
        await road.taps(road.els, "Yes, we talked", "Go on", "Yes, that is right")


async def rita_is_trained(road: Road) -> None:
    """She takes the whole series; half of it is noted by Els, half by the code on the wall."""
    modules = road.house.programme.training.keys
    planned = [await els_plans(road, one, days) for days, one in enumerate(modules, 2)]
    await road.rita.says("/menu")
    await road.taps(road.rita, "My training", "Take the whole series")
    start = road.house.telegram.clock.now()
    for days, session in enumerate(planned, 2):
        await road.house.turn_to(start + timedelta(days=days))
        if days % 2:
            await els_calls_the_roll(road, session)
        else:
            await rita_types_the_code(road, session)


async def rita_types_the_code(road: Road, session: int) -> None:
    await taps_old(road.els, f"sn:c:{session}")
    digits = [one for one in road.els.last.splitlines()[0] if one.isdecimal()]
    await road.rita.says("".join(digits))


async def els_puts_them_together(road: Road) -> None:
    await road.els.says("/menu")
    await road.els.says("/match")
    for data in ("mf:", "pw:s:", "pw:a:"):
        await road.opens(road.els, data)


async def amir_says_yes(road: Road) -> None:
    await road.opens(road.amir, "ma:")


async def rita_says_yes(road: Road) -> None:
    """A day later, by the way in the menu."""
    await road.house.pass_by(days=1)
    await road.rita.says("/menu")
    await road.taps(road.rita, "The proposal", "Yes, I want to meet")


async def the_three_meet(road: Road) -> None:
    """Els offers two hours, one suits both; afterwards she says that they met."""
    await road.taps(road.els, "Plan it")
    for data in ("fd:", "ft:"):
        await road.opens(road.els, data)
    await road.taps(road.els, "Send to both")
    for someone in road.two:
        await road.opens(someone, "fs:")
    amir = await road.person(road.amir)
    async with road.house.database.reading() as tx:
        duo = await tx.duos.of(amir.id)
        (meeting,) = await tx.meetings.latest_of(duo.id, 1)
    await road.house.turn_to(meeting.ends_at + timedelta(hours=1))
    await road.taps(road.els, "Yes, we met")


async def the_three_sign(road: Road) -> None:
    """Each reads all parts of the agreement, one after the other, and signs."""
    for someone in road.three:
        await road.opens(someone, "cv:")
        while road.speech.button("Next") in someone.buttons:
            await road.taps(someone, "Next")
        await road.taps(someone, "I agree and sign")


async def each_takes_the_page(road: Road) -> None:
    """The agreement as a PDF; where none can be made, the words of it."""
    for someone in road.three:
        if can_print():
            await road.opens(someone, "cn:p:")


async def the_first_week_is_over(road: Road) -> None:
    """Both are asked whether they met."""
    await road.house.turn_to(await road.house.app.actions.samples.next_check_in())
