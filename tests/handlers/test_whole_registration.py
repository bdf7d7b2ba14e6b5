"""The whole registration, for mentee and mentor, in both programmes and three languages."""

from collections.abc import Sequence

import pytest

from bot.settings import SHIPPED, load_programme
from tests.conversations import House, Someone
from tests.handlers.arrivals import starts

MOST_TAPS, MOST_TYPED = 12, 4
# What is said has a "=", "@" shares the contact, all else is tapped.
MENTEES = {
    "en": ["English", "I agree", "I am looking for work", "=Amina El Idrissi", "=1999",
           "={town}", "Yes", "Yes, I may work", "=Arabic, good Dutch and a little French",
           "Health and care", "Evenings and weekends", "OCMW or CPAS", "=A good job", "@"],
    "nl": ["Nederlands", "Ik ga akkoord", "Ik zoek werk", "=Amina El Idrissi", "=1999",
           "={town}", "Ja", "Ja, ik mag werken", "=Arabisch, goed Nederlands, een beetje Frans",
           "Gezondheid en zorg", "Avond en weekend", "OCMW of CPAS", "=Een goede job", "@"],
    "fr": ["Français", "Oui, je suis d’accord", "Je cherche du travail",
           "=Amina El Idrissi", "=1999",
           "={town}", "Oui", "Oui, je peux travailler", "=arabe, bon français, un peu d'anglais",
           "Santé et soins", "Soirs et week-ends", "CPAS ou OCMW", "=Un bon travail", "@"],
}  # fmt: skip
MENTORS = {
    "en": ["English", "I agree", "I want to be a mentor", "=Rita Peeters", "=1962", "={town}",
           "Yes, for one mentee", "=Dutch is my mother tongue", "Building", "About 20 years",
           "Evenings", "{source}", "Yes", "=NMBS", "@"],
    "nl": ["Nederlands", "Ik ga akkoord", "Ik wil mentor zijn", "=Rita Peeters", "=1962",
           "={town}", "Ja, voor één mentee", "=Nederlands is mijn moedertaal", "Bouw",
           "Ongeveer 20 jaar", "’s Avonds", "{source}", "Ja", "=NMBS", "@"],
    "fr": ["Français", "Oui, je suis d’accord", "Je veux être mentor", "=Rita Peeters", "=1962",
           "={town}", "Oui, pour un mentee", "=français langue maternelle", "Construction",
           "Environ 20 ans", "Le soir", "{source}", "Oui", "=SNCB", "@"],
}  # fmt: skip
SOURCES = {
    "duo": {"en": "Friends or family", "nl": "Vrienden of familie",
            "fr": "Des amis ou la famille"},
    "mentor2work": {"en": "Through my employer", "nl": "Via mijn werkgever",
                    "fr": "Par mon employeur"},
}  # fmt: skip
READY = {
    "en": "You are registered.",
    "nl": "Je bent ingeschreven.",
    "fr": "Ton inscription est faite",
}


async def takes(person: Someone, step: str) -> str:
    """One step of a registration."""
    if step.startswith("="):
        return await person.says(step[1:])
    if step == "@":
        return await shares_own_number(person)
    return await person.taps(step)


async def shares_own_number(person: Someone) -> str:
    before = len(person.messages)
    person.house.telegram.share_contact(person.id)
    await person.house.settle()
    return "\n".join(one["text"] for one in person.messages[before:] if one["from"] == "bot")


def counted(steps: Sequence[str]) -> tuple[int, int]:
    """How many taps and typed answers."""
    typed = sum(step.startswith("=") for step in steps)
    return len(steps) - typed, typed


@pytest.fixture(params=SHIPPED)
def programme(request):
    return load_programme(request.param)


def steps_of(role: str, language: str, programme) -> list[str]:
    which = "mentor2work" if programme.eligibility.company_mentoring else "duo"
    # A town that stands on a button is tapped.
    town = programme.branches[0].name[language]
    steps = (MENTEES if role == "mentee" else MENTORS)[language]
    told = [one.format(town=town, source=SOURCES[which][language]) for one in steps]
    told = [one.removeprefix("=") if one == f"={town}" else one for one in told]
    # Only who comes through an employer is asked who that is, and not whom they know.
    left_out = ("=NMBS", "=SNCB") if which == "duo" or role == "mentee" else ("Yes", "Ja", "Oui")
    return [one for one in told if one not in left_out]


@pytest.mark.parametrize("language", ["en", "nl", "fr"])
@pytest.mark.parametrize("role", ["mentee", "mentor"])
async def test_all_is_told_with_few_taps_and_fewer_words(
    house: House, programme, role: str, language: str
):
    steps = steps_of(role, language, programme)
    taps, typed = counted(steps)
    assert (taps <= MOST_TAPS, typed <= MOST_TYPED) == (True, True), (taps, typed)
    person = await starts(house, "Amina", language)
    said = ""
    for step in steps:
        assert READY[language] not in said
        said = await takes(person, step)
    assert READY[language] in said
    answers = (await known(house, person)).answers
    assert "skipped" not in answers
    assert answers["phone"].startswith("+")
    assert answers["last_name"] in ("El Idrissi", "Peeters")
    assert answers["languages"]
    assert answers["times"]


async def known(house: House, person: Someone):
    async with house.database.reading() as tx:
        return await tx.people.by_telegram(person.id)


async def test_who_skips_all_that_can_be_skipped_needs_no_more_taps(house: House):
    steps = ["English", "I agree", "I am looking for work", "=Fatima", "=1999", "Ghent",
             "Yes", "Yes, I may work", "Skip", "I do not know yet", "Skip", "Skip", "Skip",
             "=Skip"]  # fmt: skip
    taps, typed = counted(steps)
    # The last one is a key below the text field, which says what stands on it.
    assert (taps + 1, typed - 1) == (MOST_TAPS, 2)
    fatima = await starts(house)
    for step in steps:
        said = await takes(fatima, step)
    assert "You are registered." in said


async def test_the_questions_are_counted(house: House):
    fatima = await starts(house)
    steps = steps_of("mentee", "en", house.programme)
    heard = [await takes(fatima, step) for step in steps[:-1]]
    total = 11
    assert [f"Question {number} of {total}" in said
            for number, said in enumerate(heard[2:], 1)] == [True] * total  # fmt: skip
