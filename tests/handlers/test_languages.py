"""Dutch, French and English, chosen by the person at any moment."""

from dataclasses import replace

import pytest

from tests.handlers.arrivals import agrees, behind, registers, remembered, starts, taps_old

ALL = ["Nederlands", "Français", "English"]


@pytest.mark.parametrize(
    ("code", "menu"),
    [("nl-BE", "nl"), ("fr", "fr"), ("en-US", "en"), ("ar", "nl"), (None, "nl"), ("FR-be", "fr")],
)
async def test_the_first_guess_is_the_language_of_the_phone(house, code, menu):
    fatima = await starts(house, code=code)
    async with house.database.reading() as tx:
        assert (await tx.people.by_telegram(fatima.id)).language == menu
    assert fatima.buttons == ALL


@pytest.mark.parametrize(
    ("said", "language"),
    [("Nederlands", "nl"), ("français", "fr"), ("English please", None), ("frans", "fr")],
)
async def test_the_language_may_be_written_instead_of_tapped(house, said, language):
    fatima = await starts(house, code="nl")
    await fatima.says(said)
    async with house.database.reading() as tx:
        person = await tx.people.by_telegram(fatima.id)
    assert person.answers.get("language") == language


@pytest.mark.parametrize("words", ["/language", "language", "taal", "langue"])
async def test_the_language_changes_in_the_middle_and_the_same_question_is_asked(house, words):
    fatima = await starts(house)
    await agrees(fatima)
    assert await fatima.says(words) == "Kies je taal.\nChoisis ta langue.\nChoose your language."
    said = await fatima.taps("English")
    assert "From now on I write in" in said
    assert "Who are you in this programme?" in said


async def test_what_comes_later_is_written_in_the_new_language(duo, amir):
    await amir.says("taal")
    await amir.taps("Nederlands")
    told = amir.last
    await amir.taps(amir.buttons[0])
    await amir.says("language")
    await amir.taps("English")
    assert "What would you like to do?" in amir.last
    assert "What would you like to do?" not in told


async def test_the_language_in_which_one_agreed_is_kept(house):
    fatima = await starts(house, code="fr")
    await fatima.taps("Français")
    await taps_old(fatima, "ch:consent:yes")
    ((_, _, _, language, *_rest),) = (await remembered(house))["consents"]
    assert language == "fr"


async def test_a_language_that_there_is_not_changes_nothing(duo, amir):
    await amir.says("language")
    before = await remembered(duo)
    for data in ("sp:xx", "sp:", "sp:en:en", "sp:' OR 1=1"):
        await taps_old(amir, data)
    assert await remembered(duo) == before


async def test_tapping_the_same_language_twice_is_no_problem(house):
    fatima = await registers(house)
    await fatima.says("/language")
    english = behind(fatima, "English")
    await fatima.taps("English")
    assert "What would you like to do?" in await taps_old(fatima, english)


async def test_a_coach_may_change_the_language_too(duo, els):
    await els.says("/language")
    await els.taps("Français")
    await els.says("/language")
    assert "From now on I write in English." in await els.taps("English")
    assert els.buttons[:1] == ["My work"]


async def test_who_reads_a_language_that_the_programme_dropped_is_answered_in_its_first(duo, amir):
    assert "Is somebody in danger?" in await amir.says("/help")
    spoken = ("nl", "fr")
    branches = tuple(
        replace(one, name={language: one.name[language] for language in spoken})
        for one in duo.programme.branches
    )
    duo.programme = replace(duo.programme, languages=spoken, branches=branches)
    duo.restart()
    assert "112" in await amir.says("/help")
    assert "Is somebody in danger?" not in amir.last
