"""The whole road in Dutch, French and English, with names as people have them."""

from datetime import timedelta

import pytest

from bot.cards import put_into_words
from bot.cards.ways import LANGUAGE_NAMES
from bot.i18n import load_speech
from bot.programme.answering import WORDINGS
from bot.programme.check_ins import Answer
from bot.programme.notices import (
    CheckInAnswered,
    CheckInHowIsIt,
    CheckInPrompt,
    CoachHasRead,
    CoachWelcome,
    Registered,
    SomebodyRegistered,
)
from bot.programme.notices.convention import DuoBegins
from bot.programme.people import Role
from tests.conversations import House
from tests.handlers.arrivals import (
    FIRST_SUNDAY,
    SHORTEST,
    joins_as_coach,
    message_with,
    registers,
)
from tests.handlers.beginnings import become_a_duo

SPEECH = load_speech()
A_WEEK = timedelta(weeks=1)
ODD_NAMES = ["<b>Ann", "Jan & Piet", "{name}", "أمير", "שרה", "%s Ann", "*Zoë*_", "ኃይሌ"]


def texts_of(person):
    return [one["text"] for one in person.messages]


class Road:
    """A house in which everybody speaks one language."""

    def __init__(self, house: House, language: str) -> None:
        self.house = house
        self.language = language
        self.speech = SPEECH[language]

    def words(self, notice):
        return put_into_words(notice, self.speech, self.house.programme).text

    def label(self, english):
        return self.speech.button(english)

    async def registers(self, name, role, year):
        person = self.house.meet(name, self.language)
        await person.says("/start")
        await person.taps(LANGUAGE_NAMES[self.language])
        for tapped in ("I agree", role):
            await person.taps(self.label(tapped))
        await person.says(name)
        await person.says(year)
        await person.taps(self.house.programme.branches[2].name[self.language])
        await self.answers_the_rest(person)
        return person

    async def answers_the_rest(self, person):
        """The shortest answer to each question, or none."""
        shortest = [self.label(one) for one in (*SHORTEST, "Skip")]
        while tapped := next((one for one in shortest if one in person.buttons), None):
            await person.taps(tapped)
        await person.says(self.label("Skip"))  # the number of a phone, which has keys of its own

    async def joins(self):
        coach = self.house.meet("Els", self.language)
        token = await self.house.app.actions.invitations.invite_coach("Els", "ghent")
        await coach.says(f"/start {token}")
        assert coach.last == self.words(CoachWelcome("Els", "ghent"))
        return coach

    async def misses_two_weeks(self, person, partner):
        for week in range(2):
            await self.house.turn_to(FIRST_SUNDAY + week * A_WEEK)
            assert person.last in [
                self.words(CheckInPrompt(1, partner, wording=one)) for one in range(WORDINGS)
            ]
            await person.taps(self.label("No, not this week"))
            assert person.last == self.words(CheckInHowIsIt(1, Answer.NOT_MET))
            await person.taps(self.label("3 - so-so"))
            told = CheckInAnswered(Answer.NOT_MET, 1, feeling=3, asks_obstacle=True)
            assert person.last == self.words(told)
            await self.house.pass_by(days=3)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_everybody_walks_the_whole_road_in_one_language(house, language):
    road = Road(house, language)
    els = await road.joins()
    rita = await road.registers("Rita", "I want to be a mentor", "1962")
    assert road.words(Registered("Rita", Role.MENTOR, "ghent")) in texts_of(rita)
    amir = await road.registers("Amir", "I am looking for work", "1999")
    assert els.last == road.words(SomebodyRegistered("Amir", Role.MENTEE, "ghent", language))
    await become_a_duo(house, amir, rita, els)
    assert amir.last == road.words(DuoBegins(("Rita",), 6, "18:00", 26))
    await road.misses_two_weeks(amir, "Rita")
    assert els.buttons == [road.label("I take it")]
    await els.taps(road.label("I take it"))
    await amir.taps(road.label("My coach"))
    await els.taps(road.label("I take it"))
    assert amir.last == road.words(CoachHasRead("Els"))
    await amir.says("/stop")
    await amir.taps(road.label("Start again"))
    await els.taps(road.label("It is solved"))


@pytest.mark.parametrize("name", ODD_NAMES)
async def test_an_odd_name_stands_everywhere_as_it_is(house, name):
    els = await joins_as_coach(house, "Els")
    fatima = await registers(house, name)
    # What stands after the first word is the family name, which a coach reads only when asked.
    first = name.split()[0]
    assert first in message_with(els, "New:")["text"]
    assert first in await els.says("/people")
    await fatima.taps("My coach")
    assert first in message_with(els, "wants to talk to you.")["text"]
    told = await fatima.says("/answers")
    assert all(word in told for word in name.split())
