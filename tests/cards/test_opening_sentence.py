"""What to say in Dutch or French: for every need, in every language that people speak."""

import re
from dataclasses import replace

import pytest

from bot.cards.opening_sentence import (
    NEWCOMERS,
    OWN_NAMES,
    language_name,
    say_buttons,
    sentence,
)
from bot.cards.service_buttons import SayInDutch, SayInFrench
from bot.cards.worded import put_into_words
from bot.directory import starter
from bot.i18n import load_speech
from bot.programme.directory import Phone, Place, Service
from bot.programme.directory.reading import read_service
from bot.programme.directory.tongues import languages_to_say
from bot.programme.directory.writing import write_service
from bot.programme.needs.codes import NEEDS
from bot.programme.notices import OpeningSentence
from bot.programme.registering.tongues import codes
from bot.settings import load_programme

SPEECH = load_speech()
PROGRAMME = load_programme("duo")
RENT = Service(
    "huurdersbond", {"nl": "Huurdersbond"}, "Huurdersbond", ("housing.rent",), ("BE-VLG",),
    places=(Place("Gasthuisstraat 1", "2000", "Antwerpen"),),
)  # fmt: skip
INFORMAL = {
    "nl": re.compile(r"\b(je|jij|jou|jouw|alsjeblieft)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(tu|te|toi|ton|ta|tes)\b", re.IGNORECASE),
}


def words(language: str, into: str, spoken: str = "", service: Service = RENT) -> str:
    notice = OpeningSentence(write_service(service), "housing.rent", into, spoken)
    return put_into_words(notice, SPEECH[language], PROGRAMME).text


def test_the_sentence_stands_first_and_alone():
    first, *rest = words("en", "nl").split("\n\n")
    assert first == (
        "Goeiedag. Ik heb hulp nodig met mijn huurcontract. Ik spreek Engels. "
        "Kan er een tolk meeluisteren, alstublieft? Dat mag ook per telefoon."
    )
    assert rest[0] == (
        "This means:\nHello. I need help with my lease. I speak English. "
        "Can an interpreter listen in, please? By phone is fine too."
    )


def test_who_speaks_arabic_asks_for_an_interpreter_of_arabic():
    assert "Je parle arabe. Un interprète peut-il nous aider" in words("fr", "fr", "ar")
    assert "I speak Arabic." in words("en", "fr", "ar")


def test_who_speaks_the_language_of_the_counter_needs_no_interpreter_and_no_meaning():
    said = words("nl", "nl")
    assert said.startswith("Goeiedag. Ik heb hulp nodig met mijn huurcontract.\n\n")
    assert "tolk" not in said


def test_a_language_that_nobody_knows_is_the_reader_s():
    assert words("fr", "nl", "xx") == words("fr", "nl", "fr")


@pytest.mark.parametrize("need", NEEDS)
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_need_has_whole_polite_sentences(need: str, language: str):
    said = sentence(need, language, "ar", "nl")
    assert re.fullmatch(r"[A-ZÀ-Ý].*[.?]", said)
    assert language_name("ar", language) in said
    assert "{" not in said
    if language != "en":
        assert not INFORMAL[language].search(said), said
    if language == "fr":
        assert not re.search(r"(?<!\u00a0)[:;?!]", said), said


def test_in_danger_nobody_says_good_day_first():
    assert sentence("crisis.life", "fr", "fr", "fr").startswith("J'ai besoin d'aide maintenant.")
    assert sentence("violence.emergency", "nl", "nl", "nl").startswith("Ik heb nu hulp nodig.")
    assert sentence("violence.partner", "nl", "nl", "nl").startswith("Goeiedag.")


def test_a_woman_and_a_man_can_say_every_sentence():
    gendered = re.compile(r"\b(seule?|perdue|arrivée?|inscrite?|né|née)\b")
    for need in NEEDS:
        assert not gendered.search(sentence(need, "fr", "fr", "fr"))


@pytest.mark.parametrize(
    ("areas", "spoken", "reader", "languages"),
    [
        (("BE-VLG:Gent",), ("nl", "fr"), "fr", ("nl",)),
        (("BE-WAL",), ("de",), "nl", ("fr",)),
        (("BE-BRU",), ("fr", "nl"), "en", ("fr", "nl")),
        (("BE-BRU",), ("fr", "nl"), "nl", ("nl", "fr")),
        (("BE-BRU:Evere",), ("fr",), "nl", ("fr",)),
        (("BE",), ("nl", "fr", "de"), "fr", ("fr", "nl")),
        (("BE",), (), "en", ("nl", "fr")),
        (("BE-VLG", "BE-BRU"), ("nl",), "fr", ("nl",)),
    ],
)
def test_one_speaks_the_language_of_the_counter(areas, spoken, reader, languages):
    service = replace(RENT, areas=areas, languages=spoken)
    assert languages_to_say(service, reader) == languages


def test_where_both_are_spoken_the_other_is_one_tap_away():
    service = replace(RENT, areas=("BE-BRU",), languages=("fr", "nl"))
    notice = OpeningSentence(write_service(service), "housing.rent", "fr", "ar")
    card = put_into_words(notice, SPEECH["fr"], PROGRAMME)
    assert card.rows[0][0].words == "Le dire en néerlandais"
    assert card.rows[0][0].data == "yn:huurdersbond:housing.rent:ar"


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_language_of_newcomers_is_a_button_in_its_own_letters(language: str):
    notice = OpeningSentence(write_service(RENT), "housing.rent", "nl", "?")
    card = put_into_words(notice, SPEECH[language], PROGRAMME)
    labels = [button.words for row in card.rows for button in row]
    assert len(labels) == len(NEWCOMERS) + 1 == 17
    assert all(any(OWN_NAMES[one] in label for label in labels) for one in NEWCOMERS)
    assert max(map(len, labels)) <= 24


def test_the_screen_shows_the_sentence_and_not_a_wall_of_buttons():
    notice = OpeningSentence(write_service(RENT), "housing.rent", "nl", "ar")
    card = put_into_words(notice, SPEECH["en"], PROGRAMME)
    assert [[one.words for one in row] for row in card.rows] == [["Another language"]]


def test_the_buttons_fit_with_the_longest_names_there_may_be():
    for kind in (SayInDutch, SayInFrench):
        assert len(kind(service="x" * 36, need="discrimination.report", spoken="ar").pack()) == 64
    assert max(map(len, NEEDS)) == len("discrimination.report")


def test_every_service_of_the_directory_has_its_sentence():
    for table in starter.services():
        service = read_service(table)
        for reader in SPEECH:
            for into in languages_to_say(service, reader):
                for need in service.needs:
                    assert sentence(need, into, reader, into)


def test_nobody_waits_for_an_interpreter_at_the_number_for_danger():
    service = replace(RENT, phones=(Phone(PROGRAMME.emergency_number),), places=())
    notice = OpeningSentence(write_service(service), "crisis.life", "nl", "ar")
    said = put_into_words(notice, SPEECH["en"], PROGRAMME).text
    assert "Arabisch" in said
    assert "tolk" not in said
    assert "interpreter" not in said


@pytest.mark.parametrize(
    ("phones", "places", "says"),
    [
        ((Phone("1712"),), (), "Say it on the phone."),
        ((), RENT.places, "Show it at the desk."),
        ((Phone("1712"),), RENT.places, "Say it on the phone, or show it at the desk."),
    ],
)
def test_it_is_shown_only_where_there_is_a_desk(phones, places, says):
    assert words("en", "nl", service=replace(RENT, phones=phones, places=places)).endswith(says)


@pytest.mark.parametrize(
    ("reader", "spoken", "offered"),
    [("en", ("nl", "en"), False), ("en", ("nl",), True), ("nl", ("nl",), True), ("en", (), True)],
)
def test_who_is_understood_in_a_third_language_needs_no_sentence(reader, spoken, offered):
    buttons = say_buttons(replace(RENT, languages=spoken), "housing.rent", SPEECH[reader])
    assert bool(buttons) is offered


def test_every_language_that_can_be_told_has_a_name_in_the_three_languages():
    unnamed = [one for one in codes() for spoken in SPEECH if language_name(one, spoken) == one]
    assert unnamed == []
