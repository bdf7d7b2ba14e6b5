"""What Speech promises: the right words, safe fields, and days and times as people say them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.i18n import Speech, isolated, load_speech, placeholders, speech_from
from bot.programme.languages import LANGUAGES

BRUSSELS = ZoneInfo("Europe/Brussels")
TUESDAY = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
AMIR = "أمير"

DUTCH = """
msgid ""
msgstr ""
"Language: nl\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Hello {name}."
msgstr "Dag {name}."

msgid "Yes"
msgstr "Ja"

msgctxt "month"
msgid "May"
msgstr "mei"

msgid "{count} week"
msgid_plural "{count} weeks"
msgstr[0] "een week"
msgstr[1] "{count} weken"

msgid "Bye {name}."
msgstr "Dag {naam}."

msgid "Call {coach}."
msgstr "Bel maar."

msgid "See {name}."
msgstr "Zie {name.__class__}."

#, fuzzy
msgid "Perhaps"
msgstr "Een gok"
"""


@pytest.fixture(scope="module")
def dutch() -> Speech:
    return speech_from("nl", DUTCH.encode())


@pytest.fixture(scope="module")
def every() -> dict[str, Speech]:
    return load_speech()


def test_the_house_speaks_its_three_languages(every: dict[str, Speech]):
    assert tuple(every) == LANGUAGES
    assert [str(speech.locale) for speech in every.values()] == ["nl_BE", "fr_BE", "en_GB"]


@pytest.mark.parametrize("say", ["day", "date", "time", "day_and_time", "full_moment"])
def test_a_time_without_a_zone_is_never_put_into_words(every: dict[str, Speech], say: str):
    for speech in every.values():
        with pytest.raises(ValueError, match="no time zone"):
            getattr(speech, say)(TUESDAY.replace(tzinfo=None), BRUSSELS)


def test_a_text_is_said_in_the_language_with_its_fields(dutch: Speech):
    assert dutch.say("Hello {name}.", name="Rita") == "Dag Rita."
    assert dutch.button("Yes") == "Ja"


def test_one_english_text_can_mean_two_things(dutch: Speech):
    assert dutch.say_in("month", "May") == "mei"
    assert dutch.say("May") == "May"


def test_a_text_nobody_translated_is_said_in_english(dutch: Speech):
    assert dutch.say("Good morning {name}.", name="Rita") == "Good morning Rita."


def test_a_guess_is_not_said(dutch: Speech):
    assert dutch.say("Perhaps") == "Perhaps"


@pytest.mark.parametrize("text", ["Bye {name}.", "Call {coach}.", "See {name}."])
def test_a_translation_with_other_fields_is_not_said(dutch: Speech, text: str):
    assert dutch.say(text, name="Rita", coach="Rita") == text.format(name="Rita", coach="Rita")


def test_each_language_counts_in_its_own_way(dutch: Speech, every: dict[str, Speech]):
    weeks = "{count} week", "{count} weeks"
    assert [dutch.say_many(*weeks, n) for n in (0, 1, 2000)] == [
        "0 weken",
        "een week",
        "2.000 weken",
    ]
    assert [every["en"].say_many(*weeks, n) for n in (0, 1, 2)] == ["0 weeks", "1 week", "2 weeks"]


def test_in_french_nothing_is_singular():
    french = DUTCH.replace("Language: nl", "Language: fr").replace("n != 1", "n > 1")
    assert (
        speech_from("fr", french.encode()).say_many("{count} week", "{count} weeks", 0)
        == "een week"
    )


def test_what_a_person_types_is_never_read_as_a_format(dutch: Speech):
    assert dutch.say("Hello {name}.", name="{name!r} %s {0}") == "Dag {name!r} %s {0}."


def test_a_name_written_from_right_to_left_leaves_the_sentence_in_order(dutch: Speech):
    assert dutch.say("Hello {name}.", name=AMIR) == f"Dag \u2068{AMIR}\u2069."


def test_a_name_set_apart_once_is_not_set_apart_again(every: dict[str, Speech]):
    names = every["en"].listed([AMIR, "Rita"])
    assert every["en"].say("Hello {name}.", name=names) == f"Hello \u2068{AMIR}\u2069 and Rita."


def test_a_name_cannot_turn_the_sentence_around():
    assert isolated("Rita\u202eatiR") == "RitaatiR"
    assert isolated("Rita\u2069 and\u2067") == "Rita and"
    assert isolated(f"{AMIR}\u2068") == f"\u2068{AMIR}\u2069"


@given(st.text(alphabet=st.sampled_from("aé אب\u2066\u2067\u2068\u2069\u202a\u202e\u202c1.")))
def test_whatever_the_name_it_opens_and_closes_in_pairs(name: str):
    text, depth = isolated(name), 0
    for letter in text:
        depth += (letter in "\u2066\u2067\u2068") - (letter == "\u2069")
        assert depth >= 0
    assert depth == 0
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e")
    assert isolated(text) == text


def test_a_field_left_out_is_a_mistake_in_the_code(dutch: Speech):
    with pytest.raises(KeyError):
        dutch.say("Hello {name}.")


@pytest.mark.parametrize(
    ("language", "day", "whole", "date"),
    [
        ("nl", "dinsdag 24 november", "dinsdag 24 november om 10:00", "24 november 2026"),
        ("fr", "mardi 24 novembre", "mardi 24 novembre à 10:00", "24 novembre 2026"),
        ("en", "Tuesday 24 November", "Tuesday 24 November at 10:00", "24 November 2026"),
    ],
)
def test_days_and_times_are_said_as_people_there_say_them(
    every: dict[str, Speech], language: str, day: str, whole: str, date: str
):
    speech = every[language]
    assert speech.day(TUESDAY, BRUSSELS) == day
    assert speech.time(TUESDAY, BRUSSELS) == "10:00"
    assert speech.day_and_time(TUESDAY, BRUSSELS) == whole
    assert speech.date(TUESDAY, BRUSSELS) == date


@pytest.mark.parametrize(
    ("language", "whole"),
    [
        ("nl", "dinsdag 1 december 2026 om 10:00"),
        ("fr", "mardi 1er décembre 2026 à 10:00"),
        ("en", "Tuesday 1 December 2026 at 10:00"),
    ],
)
def test_a_full_date_leaves_nothing_open(every: dict[str, Speech], language: str, whole: str):
    first = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    assert every[language].full_moment(first, BRUSSELS) == whole


def test_the_day_is_the_readers_own(every: dict[str, Speech]):
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    assert every["en"].day(late, BRUSSELS) == "Wednesday 25 November"


def test_in_french_a_month_begins_on_its_first(every: dict[str, Speech]):
    first = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
    assert every["fr"].day(first, BRUSSELS) == "mardi 1er décembre"
    assert every["nl"].day(first, BRUSSELS) == "dinsdag 1 december"


def test_weekdays_and_lists(every: dict[str, Speech]):
    assert [every[language].weekday(0) for language in LANGUAGES] == ["maandag", "lundi", "Monday"]
    assert every["nl"].listed(["Rita", "Amir", "Els"]) == "Rita, Amir en Els"
    assert every["fr"].listed(["Rita"]) == "Rita"


def test_the_fields_of_a_text_are_plain_names():
    assert placeholders("{a} and {{b}} and {c}") == {"a", "c"}
    with pytest.raises(ValueError, match="Only plain names"):
        placeholders("{a.b}")
