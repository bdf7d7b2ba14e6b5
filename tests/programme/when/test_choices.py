"""What is asked back: why, and with which choices. Nothing is guessed."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.programme.when import Ask, Understood, Why, days_named, read_when

BRUSSELS = ZoneInfo("Europe/Brussels")
SATURDAY = "2026-11-21T10:00"


def read(text: str, now: str = SATURDAY, language: str = "nl") -> Understood | Ask | None:
    instant = datetime.fromisoformat(now).replace(tzinfo=BRUSSELS).astimezone(UTC)
    return read_when(text, language, instant, BRUSSELS)


def only(wall: str) -> Understood:
    """This moment, and nothing else was said."""
    return Understood(datetime.fromisoformat(wall), "nl", whole=True)


def asked(text: str, now: str = SATURDAY, language: str = "nl") -> tuple[str, list[str]]:
    answer = read(text, now, language)
    assert isinstance(answer, Ask), answer
    return answer.why, [at.strftime("%d/%m %H:%M") for at in answer.choices]


@pytest.mark.parametrize(
    ("text", "why", "choices"),
    [
        ("dinsdag of woensdag om 14u", Why.SEVERAL, ["24/11 14:00", "25/11 14:00"]),
        ("dinsdag om 14u of 15u", Why.SEVERAL, ["24/11 14:00", "24/11 15:00"]),
        ("di om 14u of do om 10u", Why.SEVERAL, ["24/11 14:00", "26/11 10:00"]),
        ("dinsdag om 7u", Why.SEVERAL, ["24/11 07:00", "24/11 19:00"]),
        ("over acht dagen om 14u", Why.SEVERAL, ["28/11 14:00", "29/11 14:00"]),
        ("volgende zondag om 14u", Why.SEVERAL, ["22/11 14:00", "29/11 14:00"]),
        ("zaterdag om 14u", Why.SEVERAL, ["21/11 14:00", "28/11 14:00"]),
        ("dinsdag 25 november om 14u", Why.DIFFERENT, ["24/11 14:00", "25/11 14:00"]),
        ("dinsdag om 14u 's morgens", Why.DIFFERENT, ["24/11 14:00"]),
        ("dinsdagmorgen namiddag om 3u", Why.DIFFERENT, ["24/11 15:00"]),
        ("dinsdag tussen 2 en 4", Why.RANGE, ["24/11 14:00", "24/11 15:00"]),
        ("dinsdag van 22u tot 1u", Why.RANGE, ["24/11 22:00"]),
        ("dinsdag van 14u tot 30u", Why.IMPOSSIBLE, ["24/11 14:00"]),
        ("dinsdag om 25:00", Why.IMPOSSIBLE,
         ["24/11 10:00", "24/11 14:00", "24/11 16:00", "24/11 18:00"]),
        ("dinsdag na 14u", Why.VAGUE, ["24/11 14:00"]),
        ("dinsdag 14", Why.VAGUE, ["24/11 14:00"]),
        ("dinsdag 33", Why.IMPOSSIBLE, []),
        ("niet dinsdag om 14u", Why.REFUSED, ["22/11 14:00", "23/11 14:00", "25/11 14:00"]),
        ("niet vóór dinsdag om 14u", Why.REFUSED, ["24/11 14:00"]),
        ("niet in de voormiddag, dinsdag om 14u", Why.REFUSED, ["24/11 14:00"]),
        ("dinsdag of woensdag, maar niet dinsdag", Why.NO_TIME,
         ["25/11 10:00", "25/11 14:00"]),
        ("niet volgende week, dinsdag om 14u", Why.REFUSED,
         ["22/11 14:00", "30/11 14:00", "01/12 14:00"]),
        ("dinsdag na het werk", Why.NO_TIME, ["24/11 17:00", "24/11 18:00"]),
        ("tuesday after lunch", Why.NO_TIME, ["24/11 13:00", "24/11 14:00"]),
        ("mardi après le boulot", Why.NO_TIME, ["24/11 17:00", "24/11 18:00"]),
        ("tuesday lunchtime", Why.NO_TIME, ["24/11 12:00", "24/11 13:00"]),
        ("half two on tuesday", Why.SEVERAL, ["24/11 13:30", "24/11 14:30"]),
        ("31 februari om 14u", Why.IMPOSSIBLE, ["28/02 14:00", "01/03 14:00"]),
        ("31 februari 2027 om 14u", Why.IMPOSSIBLE, []),
        ("zesde maandag van december om 14u", Why.IMPOSSIBLE, []),
        ("elke dinsdag om 14u", Why.REPEATED, ["24/11 14:00"]),
        ("om 14u", Why.NO_DAY, ["21/11 14:00", "22/11 14:00", "23/11 14:00"]),
        ("om 9u", Why.NO_DAY, ["22/11 09:00", "23/11 09:00"]),
        ("dinsdag", Why.NO_TIME, ["24/11 10:00", "24/11 14:00", "24/11 16:00", "24/11 18:00"]),
        ("dinsdagavond", Why.NO_TIME, ["24/11 18:00", "24/11 19:00", "24/11 20:00"]),
        ("dinsdagnacht om 3", Why.DIFFERENT, ["24/11 15:00"]),
        ("vandaag om 9u", Why.PAST, []),
        ("gisteren om 14u", Why.PAST, []),
        ("15/11 om 14u", Why.FAR, ["15/11 14:00"]),
        ("24/11/2029 om 14u", Why.FAR, ["24/11 14:00"]),
        ("10.11", Why.VAGUE, ["10/11 10:00", "10/11 14:00", "10/11 16:00", "10/11 18:00"]),
        ("volgende week om 14u", Why.VAGUE,
         ["23/11 14:00", "24/11 14:00", "25/11 14:00", "26/11 14:00", "27/11 14:00"]),
        ("2026-W53 om 14u", Why.VAGUE,
         ["28/12 14:00", "29/12 14:00", "30/12 14:00", "31/12 14:00", "01/01 14:00"]),
        ("2027-W53 om 14u", Why.IMPOSSIBLE, []),
        ("over 99 weken om 14u", Why.IMPOSSIBLE, []),
        ("over een maand om 14u", Why.SEVERAL, ["19/12 14:00", "21/12 14:00"]),
        ("over twee weken op dinsdag om 14u", Why.SEVERAL, ["01/12 14:00", "08/12 14:00"]),
        ("volgende maand, dinsdag om 14u", Why.VAGUE, ["24/11 14:00"]),
    ],
)  # fmt: skip
def test_what_is_in_doubt_is_asked_back(text: str, why: Why, choices: list[str]):
    assert asked(text) == (why, choices)


def test_a_day_that_may_be_this_week_or_the_next_is_asked_back():
    said_on_monday = asked("volgende dinsdag om 14u", "2026-11-23T09:00")
    assert said_on_monday == (Why.SEVERAL, ["24/11 14:00", "01/12 14:00"])
    assert read("volgende dinsdag om 14u", "2026-11-24T09:00") == only("2026-12-01T14:00")


def test_this_tuesday_said_on_a_tuesday_is_today():
    assert read("deze dinsdag om 14u", "2026-11-24T09:00") == only("2026-11-24T14:00")
    assert asked("deze dinsdag om 14u", "2026-11-24T15:00") == (Why.PAST, [])


def test_a_time_that_the_clock_jumps_over_is_asked_back_with_the_end_of_the_gap():
    assert asked("02:30 op 29/3", "2026-03-20T10:00") == (Why.SKIPPED, ["29/03 03:00"])
    assert asked("28/3/2027 om 02:30") == (Why.SKIPPED, ["28/03 03:00"])


def test_a_time_that_comes_twice_is_the_first():
    assert read("25/10 om 02:30", "2026-10-20T10:00") == only("2026-10-25T02:30")


def test_in_the_hour_that_comes_twice_the_first_may_be_over():
    twice = datetime(2026, 10, 25, 1, 15, tzinfo=UTC)  # 02:15 for the second time
    answer = read_when("vandaag om 02:30", "nl", twice, BRUSSELS)
    assert isinstance(answer, Ask)
    assert (answer.why, answer.choices) == (Why.PAST, ())


@pytest.mark.parametrize("text", ["31/12/9999 om 23:59", "1/1/0001 om 00:00", "9999-W52 om 23:59"])
def test_the_ends_of_the_calendar_break_nothing(text: str):
    for zone in ("America/New_York", "Pacific/Kiritimati"):
        answer = read_when(text, "nl", datetime(2026, 11, 21, 9, tzinfo=UTC), ZoneInfo(zone))
        assert isinstance(answer, Ask)


def test_hours_from_now_are_real_hours():
    read_at_night = read("over 3 uur", "2026-10-25T00:30")
    assert read_at_night == only("2026-10-25T02:30")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("dans 1h30", "2026-11-21T11:30"),
        ("in 45 minutes", "2026-11-21T10:45"),
        ("over een kwartier", "2026-11-21T10:15"),
        ("in an hour and a half", "2026-11-21T11:30"),
    ],
)
def test_less_than_a_day_from_now_is_read_too(text: str, at: str):
    for language in ("nl", "fr", "en"):
        answer = read(text, language=language)
        assert isinstance(answer, Understood)
        assert answer.at == datetime.fromisoformat(at)


@pytest.mark.parametrize("text", ["", "hallo", "14", "gisteren", "x" * 301, "half", "namiddag"])
def test_what_holds_no_day_and_no_time_is_nothing(text: str):
    assert read(text) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "elke dag behalve dinsdag"), ("nl", "niet dinsdag"), ("fr", "sauf mardi"),
        ("fr", "n'importe quel jour sauf mardi"), ("en", "any day but tuesday at 2pm"),
        ("en", "except tuesday"), ("en", "I can't on tuesday at 2pm"),
        ("en", "next week but not tuesday"),
    ],
)  # fmt: skip
def test_a_day_that_does_not_suit_is_never_offered(language: str, text: str):
    answer = read(text, language=language)
    assert isinstance(answer, Ask)
    assert answer.choices
    assert all(at.weekday() != 1 for at in answer.choices)


def test_every_day_that_is_named_is_known_also_one_that_does_not_suit():
    now = datetime(2026, 11, 21, 9, tzinfo=UTC)
    assert [f"{one}" for one in days_named("I can't on tuesday", "en", now, BRUSSELS)] == [
        "2026-11-24"
    ]
