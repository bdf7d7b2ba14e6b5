"""The whole training, from the first session to being ready, for each programme and language."""

from datetime import timedelta

import pytest

from bot.actions.road import move
from bot.actions.samples import Sample
from bot.cards import put_into_words
from bot.i18n import load_speech
from bot.programme.notices.training import TrainingDone
from bot.programme.people import Role
from bot.programme.programme import Programme
from bot.programme.road import Place
from bot.sandbox.cast import AMIR, ELS, RITA
from bot.settings import load_programme
from storage.sessions import new_session
from tests.conversations import House, Someone
from tests.handlers.arrivals import taps_old
from tests.handlers.sessions_planned import person_of
from tests.handlers.watching import foreign

SPEECH = load_speech()


@pytest.fixture(params=["duo", "mentor2work"])
def programme(request: pytest.FixtureRequest) -> Programme:
    return load_programme(request.param)


async def jan_comes(house: House, language: str) -> Someone:
    """A mentor who has talked with a coach."""
    jan = house.meet("Jan", language)
    await jan.says("/start")
    person = await person_of(house, jan)
    branch = house.programme.branches[0].key
    answers = {"language": language, "consent": house.programme.privacy_version,
               "role": "mentor", "first_name": "Jan", "year_of_birth": "1960",
               "branch": branch}  # fmt: skip
    async with house.app.actions.samples.desk.open() as counter:
        await counter.tx.people.save(
            person.id, answers=answers, role=Role.MENTOR, branch=branch, stage="registered",
            language=language, registered_at=counter.now,
        )  # fmt: skip
        for place in (Place.NEW, Place.TRAINING):
            await move(counter, await counter.tx.people.get(person.id), place)
    return jan


async def plans_all(house: House, language: str) -> list[int]:
    """A half-day of each module, one a day."""
    planned = []
    async with house.app.actions.samples.desk.open() as counter:
        coach = (await counter.tx.people.coaches())[0]
        for day, what in enumerate(house.programme.training.keys, 2):
            when = (counter.now + timedelta(days=day), house.programme.training.minutes)
            session = new_session(what, str(coach.branch), when, ("", language), 5, coach.id)
            await counter.tx.sessions.add(session, counter.now)
            planned.append(session.id)
    return planned


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_mentor_takes_the_series_is_there_each_time_and_is_ready(house, language):
    await house.app.actions.samples.settle_in(
        Sample(AMIR.id, "Amir", language, Role.MENTEE, 1999),
        Sample(RITA.id, "Rita", language, Role.MENTOR, 1962),
        Sample(ELS.id, "Els", language, Role.COACH, 1988),
    )
    await house.settle()
    els, jan = house.phone_of(ELS.id), await jan_comes(house, language)
    planned, speech = await plans_all(house, language), SPEECH[language]
    await jan.says({"nl": "vorming", "fr": "formation", "en": "training"}[language])
    await jan.taps(speech.button("Take the whole series"))
    start = house.telegram.clock.now()
    for day, session in enumerate(planned, 2):
        assert (await person_of(house, jan)).road == Place.TRAINING
        await house.turn_to(start + timedelta(days=day, minutes=5))
        await taps_old(els, f"sn:r:{session}")
        await els.taps(speech.button("All were there"))
    done = put_into_words(TrainingDone(excepted=False), speech, house.programme).text
    assert done in [one["text"] for one in jan.messages]
    assert (await person_of(house, jan)).road == Place.READY
    for one in (*jan.messages[3:], *els.messages):
        assert not foreign(one["text"], language), one["text"]
