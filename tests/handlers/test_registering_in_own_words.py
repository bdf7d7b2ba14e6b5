"""The questions of the registration, answered in people's own words and by many taps."""

import pytest

from bot.sandbox.cast import ELS
from tests.handlers.arrivals import (
    MENTEE,
    MENTOR,
    agrees,
    finishes,
    registers,
    starts,
    taps_old,
)

AMIR_FIRST = ("=Fatima Diallo", "=1999", "Brussels")


async def at(house, *steps: str, role: str | None = MENTEE):
    """Somebody who has answered so far; what is said has a "="."""
    person = await starts(house)
    await agrees(person)
    if role:
        await person.taps(role)
    for step in steps:
        await (person.says(step[1:]) if step.startswith("=") else person.taps(step))
    return person


async def answers_of(house, person):
    async with house.database.reading() as tx:
        return (await tx.people.by_telegram(person.id)).answers


async def test_an_age_leads_to_the_two_years_it_can_be(house):
    fatima = await at(house, "=Fatima")
    asked = await fatima.says("I am 27")
    assert "In which of these two years were you born?" in asked
    assert "112" not in asked
    assert fatima.buttons[:2] == ["1999", "1998"]
    assert "Where do you live?" in await fatima.taps("1998")


async def test_a_postal_code_leads_to_the_nearest_branch(house):
    fatima = await at(house, "=Fatima", "=1999")
    assert "Do you have roots" in await fatima.says("8400")
    assert (await answers_of(house, fatima))["branch"] == "ghent"


async def test_who_lives_far_from_every_branch_reads_who_else_can_help(house):
    fatima = await at(house, "=Fatima", "=1999")
    said = await fatima.says("6700")
    assert "We do not have a branch near you yet." in said
    assert "Forem" in said
    assert "My coach" in fatima.buttons


async def test_the_name_of_a_country_is_an_answer(house):
    fatima = await at(house, *AMIR_FIRST)
    assert "Are you" not in await fatima.says("wij komen uit Marokko")
    assert (await answers_of(house, fatima))["roots"] == "yes"


async def test_who_would_rather_tell_a_coach_goes_on_and_the_coach_hears_it(duo, els):
    fatima = await at(duo, *AMIR_FIRST, "I'd rather tell a coach", "I am not sure")
    assert "You are registered." in await finishes(fatima)
    assert "To talk about together: Roots in another country and You may work" in els.last


async def test_whom_the_programme_was_not_made_for_reads_kindly_who_can_help(house):
    fatima = await at(house, *AMIR_FIRST)
    said = await fatima.taps("No")
    assert "It is not because of you." in said
    assert "Actiris" in said
    assert "My coach" in fatima.buttons
    await fatima.taps("Change my roots")
    assert "May you work in Belgium now?" in await fatima.taps("Yes")
    assert "a paper that lets you work" in await fatima.taps("No, not yet")


async def test_name_and_year_can_be_told_in_one_breath_and_a_family_name_is_added_later(house):
    fatima = await at(house, "=Fatima, 1999")
    assert "Where do you live?" in fatima.last
    await fatima.taps("Brussels")
    await finishes(fatima)
    await taps_old(fatima, "cg:last_name")
    assert "Family name: Diallo" in await fatima.says("Diallo")
    await fatima.says("/answers")
    await fatima.taps("Change first name")
    assert "Year of birth: 1999" in await fatima.says("Fatma 1970")


TO_LANGUAGES = (*AMIR_FIRST, "Yes", "Yes, I may work")


async def test_languages_can_be_tapped_one_by_one(house):
    fatima = await at(house, *TO_LANGUAGES)
    assert "How well do you speak Arabic?" in await fatima.taps("Arabic")
    await fatima.taps("mother tongue")
    await fatima.taps("French")
    assert "Arabic (mother tongue) and French (well)" in await fatima.taps("well")
    assert "What kind of work" in await fatima.taps("Done")
    assert (await answers_of(house, fatima))["languages"] == "ar:4 fr:3"


async def test_a_language_that_is_denied_is_not_spoken(house):
    fatima = await at(house, *TO_LANGUAGES)
    assert "I find no language" in await fatima.says("je ne parle pas anglais")
    await fatima.says("goed Nederlands maar geen Frans")
    assert (await answers_of(house, fatima))["languages"] == "nl:3"


async def test_half_a_word_brings_the_sectors_that_fit(house):
    fatima = await at(house, *TO_LANGUAGES, "Skip")
    assert "Do you mean this?" in await fatima.says("verple")
    assert fatima.buttons[0] == "Health and care"
    assert "When can you usually meet?" in await fatima.taps("Health and care")


async def test_who_knows_the_job_names_it_and_is_not_asked_what_they_hope_for(house):
    fatima = await at(house, *TO_LANGUAGES, "Skip", "I know which job")
    assert "Question 9 of 11" in await fatima.says("nurse")
    told = await answers_of(house, fatima)
    assert (told["job"], told["kind"], told["sector"]) == ("nurse", "job", "care")
    await fatima.taps("Evenings")
    assert "May a coach call you?" in await fatima.taps("Friends or family")


TO_TIMES = (*TO_LANGUAGES, "Skip", "I do not know yet")


async def test_days_can_be_tapped_and_let_go_again(house):
    fatima = await at(house, *TO_TIMES)
    await fatima.taps("Choose days")
    for part in ("Mon evening", "Tue morning", "✓ Tue morning", "Wed afternoon"):
        await fatima.taps(part)
    await fatima.taps("Done")
    assert (await answers_of(house, fatima))["times"] == "1e 3a"


TO_PHONE = (*TO_TIMES, "Evenings", "Skip", "Skip")


async def test_ones_own_contact_is_taken_and_that_of_others_is_kindly_not(house):
    fatima = await at(house, *TO_PHONE)
    chat = house.telegram.state.chats[fatima.id]
    assert chat.keyboard["keyboard"][0][0]["request_contact"] is True
    house.telegram.share_contact(fatima.id, of=ELS.id)
    await house.settle()
    assert "That is the number of somebody else." in fatima.last
    house.telegram.share_contact(fatima.id)
    await house.settle()
    assert "You are registered." in fatima.last
    assert chat.keyboard is None
    assert (await answers_of(house, fatima))["phone"].startswith("+")


@pytest.mark.parametrize(("said", "kept"), [("0470 12 34 56", "+32470123456"), ("Skip", "none")])
async def test_a_phone_is_typed_or_there_is_none(house, said, kept):
    fatima = await at(house, *TO_PHONE)
    assert "Write it like 0470 12 34 56." in await fatima.says("12345")
    assert "You are registered." in await fatima.says(said)
    assert (await answers_of(house, fatima))["phone"] == kept


async def test_what_was_skipped_can_be_added_from_the_overview(house):
    fatima = await registers(house)
    said = await fatima.says("/answers")
    assert "You can still add:" in said
    assert "What you like to do" in said
    assert "What would you like to add?" in await fatima.taps("Add something")
    await fatima.taps("Add interests")
    await fatima.taps("Music")
    await fatima.taps("Cooking")
    assert "What you like to do: Music and Cooking" in await fatima.taps("Done")
    await taps_old(fatima, "cg:online")
    assert "Meeting online: Yes" in await fatima.taps("Yes")


async def test_a_coach_has_nothing_to_add(duo, els):
    assert "What would you like to add?" not in await taps_old(els, "go:add_answers")


async def test_a_mentor_says_for_how_many_there_is_time(house):
    rita = await at(house, "=Rita Peeters", "=1962", "Brussels", role=MENTOR)
    assert "for 26 weeks" in rita.last
    await rita.taps("I am not sure yet")
    told = await answers_of(house, rita)
    assert (told["capacity"], told["availability"]) == ("1", "no")


async def test_who_wants_to_help_says_so_and_is_registered_as_a_mentor(house):
    person = await at(house, role=None)
    await person.says("wat is een mentor?")
    assert "A mentor is a volunteer." in str(person.messages)
    assert "What is your name?" in await person.says("hallo, ik wil jongeren helpen")
    assert (await answers_of(house, person))["role"] == "mentor"


async def test_who_asks_what_it_costs_reads_it_and_then_the_question_again(house):
    person = await starts(house)
    await person.taps("English")
    read = len(person.messages)
    await person.says("how much does it cost?")
    texts = [one["text"] for one in person.messages[read:] if one["from"] == "bot"]
    assert "It is free." in texts[0]
    assert "Do you agree?" in texts[-1]
