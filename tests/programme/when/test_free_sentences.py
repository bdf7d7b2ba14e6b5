"""A free sentence is a proposal only when nothing else is in it."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.programme.when import Ask, Understood, is_about_a_meeting_time, read_when
from tools.need_examples import read_examples

BRUSSELS = ZoneInfo("Europe/Brussels")
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)  # a Saturday, 10:00 in Brussels


def is_about(text: str, language: str = "nl", *names: str) -> bool:
    return is_about_a_meeting_time(text, language, NOW, BRUSSELS, names)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "kunnen we dinsdag om 14u afspreken?"),
        ("nl", "Zien we elkaar morgen?"),
        ("nl", "past het voor jou volgende week woensdag om half drie"),
        ("nl", "di of wo om 14u?"),
        ("fr", "on se voit mardi à 14h ?"),
        ("fr", "Ça te va, jeudi vers 15h ?"),
        ("fr", "on peut se voir lundi en huit à 10h ?"),
        ("en", "can we meet on Thursday at 2pm?"),
        ("en", "see you Tuesday at 2pm"),
        ("en", "how about half past two tomorrow?"),
        ("nl", "on se voit mardi à 14h ?"),
    ],
)
def test_a_proposal_is_one(language: str, text: str):
    assert is_about(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "ik heb morgen geen eten"),
        ("nl", "morgen honger"),
        ("nl", "dinsdag kan ik niet"),
        ("nl", "mijn trein was om 14u"),
        ("nl", "mijn papieren lopen af op 24/11/2026"),
        ("nl", "tot morgen!"),
        ("nl", "goedemorgen"),
        ("nl", "12/03/1990"),
        ("nl", "14"),
        ("nl", "3-1"),
        ("nl", "31/2"),
        ("nl", "elke dinsdag om 14u"),
        ("fr", "je n'ai pas de logement ce soir"),
        ("fr", "à demain !"),
        ("fr", "les deux"),
        ("fr", "bon week-end !"),
        ("fr", "où se voit-on jeudi ?"),
        ("fr", "mon père est mort ce matin"),
        ("en", "see you tomorrow"),
        ("en", "hi, how are you today"),
        ("en", "I lose my flat on Tuesday"),
        ("en", "love the sun today"),
        ("en", "I work 12 hours each day"),
        ("en", "hello"),
        ("en", "kunnen we dinsdag om 14u afspreken " + "en koffie drinken " * 20),
    ],
)
def test_anything_else_is_none(language: str, text: str):
    assert not is_about(text, language)


def test_the_name_of_the_other_may_stand_in_it():
    assert not is_about("Hallo Réta, dinsdag om 14u?")
    assert is_about("Hallo Réta, dinsdag om 14u?", "nl", "Reta")
    assert is_about("Jan Piet, dinsdag om 14u?", "nl", "Jan Piet")


def test_needs_in_plain_words_are_hardly_ever_taken_for_a_time():
    """The sentences that the search for needs learns from; some of them do name a time."""
    sentences = [one.text for one in read_examples()][::40]
    fired = [one for one in sentences if is_about(one)]
    assert len(fired) <= len(sentences) // 200, fired


def test_more_words_around_a_time_are_told():
    read = read_when("dinsdag om 14u in de bib", "nl", NOW, BRUSSELS)
    assert read == Understood(datetime.fromisoformat("2026-11-24T14:00"), "nl", whole=False)


@pytest.mark.parametrize(
    ("spoken", "text"),
    [("fr", "mardi à 14h"), ("en", "half past three on Tuesday"), ("nl", "dinsdag half drie")],
)
def test_the_other_languages_are_heard_too_and_named(spoken: str, text: str):
    for language in ("nl", "fr", "en"):
        read = read_when(text, language, NOW, BRUSSELS)
        assert isinstance(read, Understood)
        assert read.language == spoken


def test_a_mix_of_languages_is_read_too():
    read = read_when("mardi om half drie", "nl", NOW, BRUSSELS)
    assert read == Understood(datetime.fromisoformat("2026-11-24T14:30"), "nl", whole=True)


def test_what_was_said_of_day_and_time_is_kept():
    read = read_when("dinsdagnamiddag", "nl", NOW, BRUSSELS)
    assert isinstance(read, Ask)
    assert [at.isoformat(timespec="minutes") for at in read.choices] == [
        "2026-11-24T14:00", "2026-11-24T15:00", "2026-11-24T16:00",
    ]  # fmt: skip
    assert read.days == (date(2026, 11, 24),)
    assert read.times == ()
