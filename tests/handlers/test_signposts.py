"""Somebody looks for help, finds a service, and is never left standing."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from structlog.testing import capture_logs

from bot.cards.sample_services import COUNTER, LINE
from bot.programme.directory.service import Status
from bot.programme.directory.towns import _by_area, name_in
from bot.programme.directory.writing import write_service
from tests.conversations import SPEECH, House, Someone
from tests.handlers.arrivals import agrees, leaves, newest_of_bot, registers, remembered, starts

OWN_NAMES = {"nl": "Nederlands", "fr": "Français", "en": "English"}
LANGUAGES = [*OWN_NAMES]
each_language = pytest.mark.parametrize("language", LANGUAGES)
TAPS_ALLOWED = 4


async def speaks(person: Someone, language: str) -> None:
    await person.says("/language")
    await person.taps(OWN_NAMES[language])


def word(language: str, english: str) -> str:
    return SPEECH[language].button(english)


async def taps_through(person: Someone, language: str, *steps: str) -> str:
    """Tap one button after the other; the last one by how it begins, or ends in."""
    assert len(steps) <= TAPS_ALLOWED
    answer = ""
    for step in steps:
        label = word(language, step)
        if label not in person.buttons:
            label = next(one for one in person.buttons if step in one)
        answer = await person.taps(label)
    return answer


def never_a_dead_end(person: Someone, language: str) -> None:
    """Each list ends with a person to ask, a number of ours, and what cannot wait."""
    assert person.buttons[-2:] == [word(language, "My coach"), word(language, "SOS")]
    assert "02 000 00 01" in person.last


async def keep(house: House, **changes: object) -> None:
    """Put a service in the directory that is like the sample but for these things."""
    async with house.database.transaction() as tx:
        await tx.directory.put([write_service(replace(COUNTER, **changes))])


# Three whole searches in each language, by button and by sentence.


@each_language
async def test_amir_finds_a_bed_for_tonight_by_four_taps(duo, amir, language):
    await speaks(amir, language)
    for step in ("Find help", "Housing", "Nowhere to sleep"):
        await taps_through(amir, language, step)
        never_a_dead_end(amir, language)
    card = await taps_through(amir, language, "New Sam")
    assert "0800 99 340" in card
    never_a_dead_end(amir, language)
    assert word(language, "Back to the list") in amir.buttons


@each_language
async def test_rita_finds_the_social_service_of_a_brussels_town_by_four_taps(duo, rita, language):
    await speaks(rita, language)
    steps = ("Find help", "Papers", "Money from the OCMW/CPAS", "Anderlecht")
    assert "02 529 41 20" in await taps_through(rita, language, *steps)


@each_language
async def test_tom_finds_a_doctor_for_who_has_no_papers_by_four_taps(duo, tom, language):
    await speaks(tom, language)
    found = await taps_through(tom, language, "Find help", "Health", "A doctor")
    assert word(language, "I have no papers") in tom.buttons
    found = await tom.taps(word(language, "I have no papers"))
    assert "02 225 43 00" in found
    assert "OCMW" in found or "CPAS" in found


SENTENCES = {
    "housing": {
        "nl": "mijn huisbaas zet me buiten",
        "fr": "mon propriétaire veut m'expulser",
        "en": "my landlord wants me out of my flat",
    },
    "administrative": {
        "nl": "ik ben mijn identiteitskaart verloren",
        "fr": "j'ai perdu ma carte d'identité",
        "en": "I lost my identity card",
    },
    "health": {
        "nl": "ik zoek een huisarts",
        "fr": "je cherche un médecin",
        "en": "I need a doctor",
    },
}
HEADINGS = {
    "housing": "Losing my home",
    "administrative": "Lost or stolen papers",
    "health": "A doctor",
}


@each_language
@pytest.mark.parametrize("search", [*SENTENCES])
async def test_amir_finds_it_by_one_sentence(duo, amir, language, search):
    await speaks(amir, language)
    found = await amir.says(SENTENCES[search][language])
    assert found.startswith(word(language, HEADINGS[search]))
    assert "\n1. " in found
    never_a_dead_end(amir, language)
    first = next(one for one in amir.buttons if one.startswith("1. "))
    await amir.taps(first)
    assert word(language, "Back to the list") in amir.buttons


@pytest.mark.parametrize(
    ("said", "heading"),
    [
        ("mijn huisbas zet me buitn", "Losing my home"),
        ("jai perdu ma carte didentite", "Lost or stolen papers"),
        ("I need a docter", "A doctor"),
    ],
)
async def test_slips_of_the_thumb_do_not_matter(duo, amir, said, heading):
    assert (await amir.says(said)).startswith(heading)


async def test_a_theme_of_one_need_leads_straight_to_its_services(duo, rita):
    await rita.says("/find")
    assert (await rita.taps("Computer")).startswith("Computer and internet: Brussels")


# Where.


async def test_amir_sees_what_is_near_his_own_branch_first(duo, amir):
    found = await amir.says("I need a doctor")
    assert found.startswith("A doctor: Brussels")


@pytest.mark.parametrize(
    ("said", "heading"),
    [
        ("voedselpakket in Gent", "Food parcel: Ghent"),
        ("colis alimentaire à Gand", "Food parcel: Ghent"),
        ("colis alimentaire à Liège", "Food parcel: Liège"),
        ("voedselpakket in Luik", "Food parcel: Liège"),
        ("food parcel Anderlecht", "Food parcel: Anderlecht"),
        ("food parcel in Ledeberg", "Food parcel: Ghent"),
        ("een dokter in Leuven", "A doctor: Leuven"),
        ("voedselpakket in Gentt", "Food parcel: Ghent"),
    ],
)
async def test_a_town_in_the_sentence_is_where_rita_looks(duo, rita, said, heading):
    assert (await rita.says(said)).startswith(heading)


async def test_a_town_alone_is_where_tom_looks_next(duo, tom):
    assert "I look in: Ghent." in await tom.says("Gand")
    found = await taps_through(tom, "en", "Food", "Food parcel")
    assert found.startswith("Food parcel: Ghent")
    assert "09 266 99 11" in found


async def test_amir_looks_somewhere_else(duo, amir):
    await amir.says("food parcel")
    await amir.taps("Another place")
    never_a_dead_end(amir, "en")
    await amir.taps("Flanders")
    never_a_dead_end(amir, "en")
    assert amir.buttons[0] == "All of Flanders"
    assert (await amir.taps("Mechelen")).startswith("Food parcel: Mechelen")
    await amir.taps("Another place")
    await amir.taps("Brussels")
    await amir.taps("Another region")
    assert (await amir.taps("All of Belgium")).startswith("Food parcel: All of Belgium")


async def test_a_town_with_one_service_of_its_own_leads_straight_to_it(duo, amir):
    await amir.says("food parcel")
    assert "Your town has its own service" in amir.last
    assert "02 529 41 20" in await amir.taps("Anderlecht")
    assert (await amir.taps("Back to the list")).startswith("Food parcel: Anderlecht")


async def test_who_is_nobody_knows_where_chooses_a_place_first(house):
    fatima = await starts(house, code="en")
    await fatima.says("/find")
    await fatima.taps("Food")
    assert "Where do you need it?" in await fatima.taps("Food parcel")
    await fatima.taps("Flanders")
    found = await fatima.taps("Ghent")
    assert found.startswith("Food parcel: Ghent")
    assert "09 000 00 03" not in fatima.last or "Ghent" in fatima.last


async def test_a_hundred_towns_with_services_of_their_own_come_in_pages(duo, amir):
    areas = [one for one in _by_area() if one.startswith("BE-VLG:")][:130]
    async with duo.database.transaction() as tx:
        await tx.directory.put([
            write_service(replace(COUNTER, key=f"ocmw-{number}", areas=(area,)))
            for number, area in enumerate(areas)
        ])  # fmt: skip
    await amir.says("/menu")
    await amir.forges("n:admin.benefits:vlg:0", newest_of_bot(amir))
    assert "Many towns have their own service for this." in amir.last
    assert "In which town?" in await amir.taps("Choose a town")
    first = set(amir.buttons)
    await amir.taps("More towns")
    never_a_dead_end(amir, "en")
    assert not first & set(amir.buttons) & {name_in(one, "en") for one in areas}
    assert (await amir.taps(amir.buttons[1])).startswith("Money from the OCMW/CPAS: ")


async def test_a_mentor_reads_first_who_speaks_the_language_of_the_mentee(duo, amir, rita):
    async with duo.database.transaction() as tx:
        for language in ("nl", "fr", "en"):
            await tx.directory.put([write_service(replace(
                COUNTER, key=f"speaks-{language}", name={"en": f"Speaks {language}"},
                areas=("BE-BRU:Jette",), needs=("admin.tax",), languages=(language,),
            ))])  # fmt: skip
    await speaks(amir, "fr")
    assert await first_of_all("Speaks fr", rita)
    await speaks(amir, "nl")
    assert await first_of_all("Speaks nl", rita)
    await speaks(amir, "en")
    assert await first_of_all("Speaks en", rita)


async def first_of_all(name: str, reader: Someone) -> bool:
    return f"\n1. {name}\n" in await reader.says("I need help with my tax in Jette")


async def test_a_list_that_is_empty_offers_a_larger_area_and_a_person(duo, amir):
    found = await amir.says("taallessen in Gent")
    assert "I know no service for this here." in found
    assert "Flanders" in amir.buttons
    never_a_dead_end(amir, "en")
    assert (await amir.taps("Flanders")).startswith("Language lessons: Flanders")


async def test_a_long_list_comes_in_pages(duo, amir):
    first = await taps_through(amir, "en", "Menu", "Find help", "Housing", "Nowhere to sleep")
    assert "\n5. " in first
    assert "\n6. " not in first
    second = await amir.taps("More services")
    assert "\n6. " in second
    assert "6. " in amir.buttons[0]


# Who has no papers, and who is in danger.


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "ik ben ziek en heb geen papieren"),
        ("fr", "je suis malade et je n'ai pas de papiers"),
        ("en", "I am ill and I have no papers"),
    ],
)
async def test_who_is_ill_without_papers_goes_to_the_ocmw_and_not_to_a_health_fund(
    duo, amir, language, said
):
    await speaks(amir, language)
    found = await amir.says(said)
    assert found.startswith(word(language, "Care without papers"))
    assert "CAAMI" not in found
    assert "HZIV" not in found


CARRIED = "It is good that you wrote this. You do not have to carry this alone."


@pytest.mark.parametrize(
    ("language", "said", "line"),
    [
        ("nl", "ik wil niet meer leven", "1813"),
        ("fr", "je veux mourir", "0800 32 123"),
        ("en", "I want to kill myself", "02 648 40 14"),
    ],
)
async def test_somebody_in_despair_reads_at_once_whom_to_call(duo, amir, language, said, line):
    await speaks(amir, language)
    heard = len(amir.messages)
    answer = await amir.says(said)
    assert word(language, CARRIED) == answer.splitlines()[0]
    assert "112" in answer
    assert line in answer
    assert len(amir.messages) == heard + 3  # what Amir said, whom to call, and who was told


@pytest.mark.parametrize("said", ["sos", "Noodgeval!", "urgence", "emergency", "/sos"])
async def test_emergency_is_one_word(duo, amir, said):
    answer = await amir.says(said)
    assert answer.startswith("Is somebody in danger? Call 112 now.")
    assert "101" in answer
    assert "My coach" in amir.buttons


async def test_the_emergency_card_works_with_an_empty_directory(duo, amir):
    async with duo.database.transaction() as tx:
        for service in await tx.directory.all():
            await tx.directory.put([{**service, "status": "defunct"}])
    answer = await amir.says("/sos")
    assert "112" in answer
    assert "02 000 00 01" in answer


async def test_each_reader_s_own_lines_stand_there_with_their_hours(duo, amir):
    await speaks(amir, "nl")
    dutch = await amir.says("sos")
    assert "1813" in dutch
    assert "0800 32 123" not in dutch
    assert re.search(r"1712 · .*maandag tot vrijdag: 09:00-18:00", dutch)
    await speaks(amir, "fr")
    french = await amir.says("sos")
    assert "0800 32 123" in french
    assert "1813" not in french


# By name and by number.


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("samusocial", "0800 99 340"),
        ("Where is Samusocial?", "0800 99 340"),
        ("1712", "1712"),
        ("wat is het nummer van OCMW Gent", "09 266 99 11"),
        ("0800 32 123", "0800 32 123"),
        ("cpas d'Anderlecht", "02 529 41 20"),
    ],
)
async def test_a_service_comes_by_its_name_or_its_number(duo, els, said, number):
    assert number in await els.says(said)
    assert "Back to the list" in els.buttons


# Anybody, at any moment.


async def test_els_finds_things_too_and_has_nobody_to_ask(duo, els):
    await els.says("food parcel")
    assert els.buttons[-2:] == ["Menu", "SOS"]


async def test_a_stranger_asks_before_anything_is_answered(house):
    fatima = house.meet("Fatima", "fr")
    answer = await fatima.says("je n'ai plus rien à manger à Liège")
    assert answer.startswith("Colis alimentaire\u00a0: Liège")
    assert "Choisis ta langue." in answer


async def test_a_need_in_the_middle_of_the_registration_is_no_answer(house):
    fatima = await starts(house)
    await agrees(fatima)
    answer = await fatima.says("I am looking for a food parcel in Ghent")
    assert "Food parcel: Ghent" in answer
    assert "Who are you in this programme?" in answer
    await fatima.taps("I am looking for work")
    answer = await fatima.says("I have nothing to eat and I am hungry")
    assert "What is your name?" in answer
    await fatima.says("Fatima")
    assert "In which year" in fatima.last


async def test_who_needs_somebody_at_once_is_asked_nothing(house):
    fatima = await starts(house)
    await agrees(fatima)
    await fatima.taps("I am looking for work")
    answer = await fatima.says("I want to kill myself")
    assert "Call 112 now" in answer
    assert "first name" not in answer


CRIES = [
    "zelfmoord", "zelfmoord plegen", "wil dood", "hij slaat mij", "hij slaat", "verkracht",
    "suicide", "me suicider", "je veux mourir", "mourir", "il frappe", "viol",
    "kill myself", "help suicide", "end my life", "he hits", "raped", "ambulance please",
]  # fmt: skip


@pytest.mark.parametrize("said", CRIES)
async def test_a_cry_of_a_word_or_two_is_no_answer_to_any_question(house, said):
    fatima = await starts(house)
    assert "Call 112 now" in await fatima.says(said)
    await agrees(fatima)
    assert "Call 112 now" in await fatima.says(said)
    await fatima.taps("I am looking for work")
    answer = await fatima.says(said)
    assert "Call 112 now" in answer
    assert "which year" not in answer
    assert "which year" in await fatima.says("Fatima")
    answer = await fatima.says(f"{said} 1999")
    assert "Call 112 now" in answer
    assert "Where do you live?" not in answer
    assert "Where do you live?" in await fatima.says("1999")
    assert "Call 112 now" in await fatima.says(said)
    assert "First name: Fatima" in await fatima.says("/answers")


async def test_who_wants_to_help_does_not_call_for_help(house):
    rita = await starts(house)
    await rita.taps("English")
    assert "112" not in await rita.says("ik ga niet akkoord")
    await rita.taps("I agree")
    assert "What is your name?" in await rita.says("I want to help")


async def test_who_is_hurt_at_home_reads_first_whom_to_call(duo, amir):
    answer = await amir.says("my husband beats me")
    assert answer.startswith(CARRIED)
    assert "Is somebody in danger? Call 112 now. Or call the police: 101." in answer
    assert "Violence at home: Brussels" in await amir.taps("Help near me")


NAMES = [
    "Amir", "Jean Pierre", "Marie de la Croix", "Abdel el Haddad", "Viola", "Violette", "Storm",
    "Hope", "Noah Storm", "Angel", "Tom Dood", "Dieter", "Killian", "Hope Joy Peace",
    "Baby Boy Jones", "Van de Woning Piet", "Ibrahim Al Doctor", "Rechter Jan Karel",
    "moi c'est Baby Boy Jones",
    "call me Rosa de la Cruz", "my name is Van de Woning Piet",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
async def test_a_name_stays_a_name(house, name):
    fatima = await starts(house)
    await agrees(fatima)
    await fatima.taps("I am looking for work")
    assert "In which year were you born?" in await fatima.says(name)


async def test_a_town_stays_the_answer_to_where_somebody_lives(house):
    karim = await registers(house, "Karim", town="Ghent")
    assert "You are registered" in "".join(one["text"] for one in karim.messages)


async def test_who_has_left_still_finds_help(house):
    karim = await registers(house, "Karim")
    await leaves(karim)
    assert karim.buttons == ["Find help", "SOS"]
    await karim.taps("Find help")
    await karim.taps("Housing")
    assert "Where do you need it?" in await karim.taps("Nowhere to sleep")


async def test_everyday_words_are_not_taken_for_a_need(duo, amir):
    for said in ("Rita is very nice", "tot morgen", "ok"):
        assert "Sorry, I did not understand that." in await amir.says(said)


# Old buttons and old entries.


async def test_a_service_that_is_gone_says_so_and_shows_the_list(duo, amir):
    await amir.says("where can I sleep tonight")
    data = "s:samusocial-bxl:housing.tonight:bru"
    async with duo.database.transaction() as tx:
        (service,) = [one for one in await tx.directory.all() if one["key"] == "samusocial-bxl"]
        await tx.directory.put([{**service, "status": str(Status.DEFUNCT)}])
    answer = await amir.forges(data, newest_of_bot(amir))
    assert answer.startswith("This service is not in my list any more.")
    assert "\n1. " in answer
    assert "Samusocial" not in answer


async def test_an_old_button_of_a_need_that_is_none_shows_the_menu(duo, amir):
    await amir.says("/menu")
    for data in ("n:no.such:bru:0", "pl:no.such:bru:0"):
        assert "That button is old." in await amir.forges(data, newest_of_bot(amir))
    for data in ("s:nothing::", "th:no-such:bru"):
        await amir.says("/menu")
        assert "What do you need help with?" in await amir.forges(data, newest_of_bot(amir))


async def test_a_place_that_nobody_knows_is_one_s_own(duo, amir):
    await amir.says("/menu")
    found = await amir.forges("n:food.parcel:no-such-place:99", newest_of_bot(amir))
    assert found.startswith("Food parcel: Brussels")


@pytest.mark.parametrize(
    ("assured", "says"),
    [
        (date(2026, 3, 2), "We checked this on 2 March 2026."),
        (date(2025, 9, 3), "That is long ago"),
        (None, "We have not checked this yet."),
    ],
)
async def test_the_card_says_whether_it_was_checked(duo, amir, assured, says):
    await keep(duo, assured_on=assured)
    await amir.says("/menu")
    card = await amir.forges("s:ocmw-gent:admin.benefits:vlg.gent", newest_of_bot(amir))
    assert says in card


async def test_a_crisis_line_is_never_hidden_however_old(duo, amir):
    old = replace(LINE, key="zelfmoordlijn-1813", assured_on=date(2020, 1, 1))
    async with duo.database.transaction() as tx:
        await tx.directory.put([write_service(old)])
    await speaks(amir, "nl")
    assert "1813" in await amir.says("sos")


async def test_a_text_that_is_only_in_french_says_so(duo, amir):
    await keep(duo, description={"fr": "Le service social."}, name={"fr": "CPAS de Gand"})
    await amir.says("/menu")
    card = await amir.forges("s:ocmw-gent:admin.benefits:vlg.gent", newest_of_bot(amir))
    assert "I have this text only in French." in card
    assert "Le service social." in card


async def test_a_holiday_is_not_said_to_be_open(duo, amir):
    await keep(duo)
    await duo.turn_to(datetime(2026, 5, 1, 8, 30, tzinfo=UTC))
    await amir.says("/menu")
    card = await amir.forges("s:ocmw-gent:admin.benefits:vlg.gent", newest_of_bot(amir))
    assert "Today is a public holiday." in card
    await duo.turn_to(datetime(2026, 5, 4, 8, 30, tzinfo=UTC))
    card = await amir.forges("s:ocmw-gent:admin.benefits:vlg.gent", newest_of_bot(amir))
    assert "It is open now." in card


# What is kept: nothing.


async def test_nothing_is_kept_of_what_somebody_looked_for(duo, amir):
    before = await remembered(duo)
    with capture_logs() as logs:
        await amir.says("I have no food and my landlord wants me out")
        await amir.says("samusocial")
        await taps_through(amir, "en", "Menu") if "Menu" in amir.buttons else None
        await amir.says("/find")
        await taps_through(amir, "en", "Health", "A doctor")
    assert await remembered(duo) == before
    assert not re.search(r"landlord|food|samusocial|health|housing", str(logs))
