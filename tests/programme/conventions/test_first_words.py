"""The times of a first meeting, in the words of who plans it."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.programme.conventions.first_words import said_times

ON_MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)
BRUSSELS = ZoneInfo("Europe/Brussels")


def read(text, language="en"):
    said = said_times(text, language, ON_MONDAY, BRUSSELS, ("Fatima",))
    return said if said is None else [f"{one:%a %d %H:%M}" for one in said]


@pytest.mark.parametrize(
    ("language", "text", "times"),
    [
        ("nl", "dinsdag om 14u", ["Tue 03 14:00"]),
        ("fr", "mardi à 14h30", ["Tue 03 14:30"]),
        ("en", "Tuesday 2pm or Thursday 10", ["Tue 03 14:00", "Thu 05 10:00"]),
        ("fr", "jeudi à 10h, mardi 14h et vendredi à 9h30",
         ["Tue 03 14:00", "Thu 05 10:00", "Fri 06 09:30"]),
        ("en", "Thursday or Friday at 10", ["Thu 05 10:00", "Fri 06 10:00"]),
        ("nl", "Fatima vrijdag 10u", ["Fri 06 10:00"]),
        ("nl", "maandag om 14u", ["Mon 02 14:00", "Mon 09 14:00"]),
    ],
)  # fmt: skip
def test_times_are_read_as_people_write_them(language, text, times):
    assert read(text, language) == times


@pytest.mark.parametrize("text", ["Thursday", "14:00", "between 2pm and 4pm on Thursday"])
def test_what_is_left_open_is_no_time_yet(text):
    assert read(text) == []


@pytest.mark.parametrize(
    "text", ["Els is ill", "not on Thursday", "every Thursday at 2pm", "I saw her on Tuesday 2pm"]
)
def test_what_says_something_else_is_about_no_time(text):
    assert read(text) is None
