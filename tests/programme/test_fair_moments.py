"""Fair moments: quiet hours, Sundays and public holidays, row by row and as laws.

The instants are worked out by hand from the rules of each country, and written in UTC.
"""

import subprocess
import sys
from datetime import UTC, date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.programme.fair_moments import fair_from, is_quiet_day
from bot.programme.holidays import holiday_name, is_holiday, is_legal_holiday
from bot.programme.programme import QuietHours
from bot.programme.recurrence import is_quiet, next_weekly, week_key, weekly_since
from tests.profiles import examples

BRUSSELS, CASABLANCA, KABUL, NEW_YORK, LORD_HOWE = (
    ZoneInfo(key)
    for key in (
        "Europe/Brussels",
        "Africa/Casablanca",
        "Asia/Kabul",
        "America/New_York",
        "Australia/Lord_Howe",
    )
)
NIGHTS = QuietHours(time(21), time(8), sundays=False, holidays=False)
HOLIDAYS = QuietHours(time(21), time(8), sundays=False, holidays=True)
ALL = QuietHours(time(21), time(8), sundays=True, holidays=True)
SUNDAY = 6


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def said(due: str, quiet: QuietHours = ALL, zone: ZoneInfo = BRUSSELS, **how: bool) -> str:
    return fair_from(utc(due), quiet, zone, **how).strftime("%Y-%m-%d %H:%M:%S")[:16]


ROWS = [
    ("a letter of a quiet evening waits until eight of the next day",
     lambda: said("2026-11-24 20:00"), "2026-11-25 07:00"),
    ("a letter by day on a working day does not wait",
     lambda: said("2026-11-24 14:30"), "2026-11-24 14:30"),
    ("a letter of a Sunday waits until the same time on Monday",
     lambda: said("2026-11-22 13:15"), "2026-11-23 13:15"),
    ("where Sundays are days like any other it does not wait",
     lambda: said("2026-11-22 13:15", HOLIDAYS), "2026-11-22 13:15"),
    ("a question on the Sunday that somebody chose does not wait",
     lambda: said("2026-11-22 17:00", own_day=True), "2026-11-22 17:00"),
    ("a letter of Saturday night before a quiet Sunday waits until eight on Monday",
     lambda: said("2026-11-21 21:30"), "2026-11-23 07:00"),
    ("a letter of All Saints, a Sunday that somebody chose, waits until Monday all the same",
     lambda: said("2026-11-01 17:00", own_day=True), "2026-11-02 17:00"),
    ("Christmas waits for the day after it",
     lambda: said("2026-12-25 13:00"), "2026-12-26 13:00"),
    ("the night before Easter Monday waits until eight on Tuesday",
     lambda: said("2026-04-05 19:00"), "2026-04-07 06:00"),
    ("where Sundays are not quiet Easter Sunday is not, and Easter Monday is",
     lambda: (said("2027-03-28 16:00", HOLIDAYS), said("2027-03-29 16:00", HOLIDAYS)),
     ("2027-03-28 16:00", "2027-03-30 16:00")),
    ("Easter Sunday 2027, on which summer time begins, is asked once, at six",
     lambda: said("2027-03-28 16:00", own_day=True), "2027-03-28 16:00"),
    ("a Sunday on which summer time begins gives way to the same time on the wall",
     lambda: said("2026-03-29 16:00"), "2026-03-30 16:00"),
    ("from the Sunday on which summer time ends that time is 24 hours later",
     lambda: said("2026-10-25 17:00"), "2026-10-26 17:00"),
    ("from Saturday night over the change it is eight on the wall of Monday",
     lambda: said("2026-10-24 19:30"), "2026-10-26 07:00"),
    ("where nothing is quiet on holidays a holiday has its quiet hours only",
     lambda: said("2026-12-25 21:00", NIGHTS), "2026-12-26 07:00"),
    # Elsewhere: the quiet hours are those on the reader's wall.
    ("nine in the evening in Kabul is half past four in UTC",
     lambda: (said("2026-11-24 16:29", zone=KABUL), said("2026-11-24 16:30", zone=KABUL)),
     ("2026-11-24 16:29", "2026-11-25 03:30")),
    ("it is Sunday in Kabul when it is still Saturday evening in Brussels",
     lambda: said("2026-11-21 19:30", zone=KABUL), "2026-11-23 03:30"),
    ("Casablanca in the month of fasting is at eight when it is eight in UTC",
     lambda: [said(f"2026-02-{day} 22:00", zone=CASABLANCA) for day in (12, 18)],
     ["2026-02-13 07:00", "2026-02-19 08:00"]),
    ("New York on its own Sunday of change waits for Monday at the same time",
     lambda: said("2026-03-08 16:00", zone=NEW_YORK), "2026-03-09 16:00"),
    ("on Belgium's national day nobody in New York is asked either",
     lambda: said("2026-07-21 15:00", zone=NEW_YORK), "2026-07-22 15:00"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "expected"), [row[1:] for row in ROWS], ids=[r[0] for r in ROWS])
def test_a_letter_is_told_at_a_fair_moment(told, expected):
    assert told() == expected


LEGAL = {
    2026: "0101 0406 0501 0514 0525 0721 0815 1101 1111 1225",
    2027: "0101 0329 0501 0506 0517 0721 0815 1101 1111 1225",
}


@pytest.mark.parametrize("year", LEGAL)
def test_ten_days_of_a_year_are_quiet_for_everybody_and_no_other(year):
    first = date(year, 1, 1).toordinal()
    days = [date.fromordinal(first + day) for day in range(365)]
    quiet = [day for day in days if is_quiet_day(day, HOLIDAYS, own_day=True)]
    assert " ".join(f"{day:%m%d}" for day in quiet) == LEGAL[year]
    assert all(is_holiday(day) for day in quiet)


def test_easter_and_whitsun_are_holidays_but_sundays_by_nature():
    for day in (date(2026, 4, 5), date(2026, 5, 24)):
        assert is_holiday(day)
        assert not is_legal_holiday(day)


NAMES = {
    "nl": "Nieuwjaar, Pasen, Paasmaandag, Dag van de Arbeid, Hemelvaart, Pinksteren, "
    "Pinkstermaandag, Nationale feestdag, Onze-Lieve-Vrouw-Hemelvaart, Allerheiligen, "
    "Wapenstilstand, Kerstmis",
    "fr": "Nouvel An, Pâques, Lundi de Pâques, Fête du Travail, Ascension, Pentecôte, "
    "Lundi de Pentecôte, Fête nationale, Assomption, Toussaint, Armistice, Noël",
    "en": "New Year's Day, Easter Sunday, Easter Monday, Labour Day, Ascension Day, Whit Sunday, "
    "Whit Monday, National Day, Assumption Day, All Saints' Day, Armistice Day, Christmas Day",
}


@pytest.mark.parametrize("language", NAMES)
def test_each_holiday_has_its_name_in_each_language(language):
    days = [date.fromordinal(date(2026, 1, 1).toordinal() + day) for day in range(365)]
    named = [name for day in days if (name := holiday_name(day, language))]
    assert ", ".join(named) == NAMES[language]


def test_a_day_like_any_other_has_no_name():
    assert holiday_name(date(2026, 11, 24), "nl") == ""


ON_ANOTHER_MACHINE = """
from tests.programme.test_fair_moments import NAMES, ROWS, holiday_name, date
wrong = [sentence for sentence, told, expected in ROWS if told() != expected]
print(len(ROWS), wrong, holiday_name(date(2026, 5, 25), "en"))
"""


@pytest.mark.parametrize("machine", [{"TZ": "Asia/Tokyo", "LANG": "fr_BE.UTF-8"}, {}])
def test_it_holds_whatever_the_zone_and_the_language_of_the_machine(machine):
    done = subprocess.run(
        [sys.executable, "-c", ON_ANOTHER_MACHINE],
        capture_output=True,
        text=True,
        env=machine,
        check=True,
    )
    assert done.stdout.strip() == f"{len(ROWS)} [] Whit Monday"


zones = st.sampled_from([BRUSSELS, CASABLANCA, KABUL, NEW_YORK, LORD_HOWE, ZoneInfo("UTC")])
wall_times = st.times().map(lambda at: at.replace(microsecond=0, tzinfo=None))
quiets = st.builds(QuietHours, wall_times, wall_times, st.booleans(), st.booleans())
instants = st.datetimes(
    datetime.fromisoformat("2026-01-01"),
    datetime.fromisoformat("2031-01-01"),
    timezones=st.just(UTC),
)


@examples(few=60)
@given(instants, quiets, zones, st.booleans())
def test_nothing_is_told_early_nor_at_a_quiet_time(due, quiet, zone, own_day):
    fair = fair_from(due, quiet, zone, own_day=own_day)
    wall = fair.astimezone(zone)
    assert due <= fair
    assert (fair - due).days <= 5
    assert not is_quiet(wall.time(), quiet.start, quiet.end)
    assert not is_quiet_day(wall.date(), quiet, own_day=own_day)
    assert fair_from(fair, quiet, zone, own_day=own_day) == fair


@examples(few=12)
@given(st.integers(0, 6), wall_times, quiets, zones)
def test_a_rule_asks_once_a_week_in_order_and_never_at_a_quiet_time(weekday, at, quiet, zone):
    first = next_weekly(utc("2026-01-01"), weekday, at, zone)
    due = list(weekly_since(first, utc("2030-12-31"), weekday, at, zone))
    asked = [fair_from(one, quiet, zone, own_day=weekday == SUNDAY) for one in due]
    assert all(earlier < later for earlier, later in pairwise(asked))
    assert len({week_key(one, zone) for one in due}) == len(asked) >= 52 * 5
    for wall in (one.astimezone(zone) for one in asked):
        assert not is_quiet(wall.time(), quiet.start, quiet.end)
        assert not is_quiet_day(wall.date(), quiet, own_day=weekday == SUNDAY)
