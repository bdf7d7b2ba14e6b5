"""The clock table: what happens when, row by row, in sentences.

The instants are worked out by hand from the rules of each country, and written in UTC.
"""

import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.programme.recurrence import (
    hold_for_quiet_hours,
    instant_of,
    is_quiet,
    latest_weekly,
    next_weekly,
    week_asked_about,
    week_key,
    week_of,
    weekly_since,
)
from tests.profiles import examples

BRUSSELS, CASABLANCA, KABUL, NEW_YORK = (
    ZoneInfo(key)
    for key in ("Europe/Brussels", "Africa/Casablanca", "Asia/Kabul", "America/New_York")
)
LORD_HOWE, ST_JOHNS = ZoneInfo("Australia/Lord_Howe"), ZoneInfo("America/St_Johns")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NIGHT, MORNING = time(21), time(8)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def written(instant: datetime) -> str:
    seconds = ":%S" if instant.second else ""
    return instant.astimezone(UTC).strftime(f"%Y-%m-%d %H:%M{seconds}")


def rule_of(text: str) -> tuple[int, time]:
    day, at = text.split()
    return DAYS.index(day), time.fromisoformat(at)


def asked(rule: str, first_day: str, last_day: str, zone: ZoneInfo = BRUSSELS) -> list[str]:
    """Every time that a duo of this rule is asked, on these days of the calendar."""
    rhythm, until = rule_of(rule), utc(f"{last_day} 23:59")
    first = next_weekly(utc(f"{first_day} 00:00") - timedelta(hours=14), *rhythm, zone)
    return [
        written(one)
        for one in weekly_since(first, until, *rhythm, zone)
        if first_day <= one.astimezone(zone).date().isoformat() <= last_day
    ]


def weeks(rule: str, first_day: str, last_day: str) -> list[str]:
    """The weeks that those questions are about."""
    return [week_key(utc(one), BRUSSELS) for one in asked(rule, first_day, last_day)]


def said(due: str, zone: ZoneInfo = BRUSSELS) -> str:
    """When a letter that is due then may be said, with quiet hours from 21:00 to 08:00."""
    return written(hold_for_quiet_hours(utc(due), NIGHT, MORNING, zone))


def hours_of(week: str, around: str, zone: ZoneInfo = BRUSSELS) -> int:
    """How many real hours a week of the calendar has."""
    start = utc(around) - timedelta(days=10)
    hours = (start + timedelta(hours=hour) for hour in range(20 * 24))
    return sum(week_key(hour, zone) == week for hour in hours)


def missed(rule: str, first: str, back_at: str, patience_days: int = 3) -> list[str]:
    """The weeks that are over when we come back from an outage."""
    too_late = utc(back_at) - timedelta(days=patience_days)
    over = weekly_since(utc(first), too_late, *rule_of(rule), BRUSSELS)
    return [week_key(one, BRUSSELS) for one in over]


def latest(rule: str, back_at: str) -> str:
    """The one question that is asked when we come back."""
    return written(latest_weekly(utc(back_at), *rule_of(rule), BRUSSELS))


def about(*moments: str) -> list[str]:
    """The weeks that questions at these moments are about, each once."""
    return list(dict.fromkeys(week_asked_about(utc(one), BRUSSELS) for one in moments))


def lasts(week: str) -> tuple[str, str, int]:
    """From when until when a week lasts, and how many real hours that is."""
    begin, end = week_of(week, BRUSSELS)
    return written(begin), written(end), (end - begin) // timedelta(hours=1)


ROWS = [
    # In spring 2026 the clock jumps on 29 March from 02:00 to 03:00.
    ("Sunday at six is at six before and after summer time begins in 2026",
     lambda: asked("Sun 18:00", "2026-03-22", "2026-03-29"),
     ["2026-03-22 17:00", "2026-03-29 16:00"]),
    ("Sunday at six is at six before and after summer time ends in 2026",
     lambda: asked("Sun 18:00", "2026-10-18", "2026-10-25"),
     ["2026-10-18 16:00", "2026-10-25 17:00"]),
    ("Easter Sunday 2027, on which summer time begins, is asked once, at six",
     lambda: asked("Sun 18:00", "2027-03-21", "2027-03-28"),
     ["2027-03-21 17:00", "2027-03-28 16:00"]),
    ("half past two does not exist on the night of spring 2026 and becomes three o'clock, once",
     lambda: asked("Sun 02:30", "2026-03-22", "2026-04-05"),
     ["2026-03-22 01:30", "2026-03-29 01:00", "2026-04-05 00:30"]),
    ("half past two does not exist in spring 2027 either",
     lambda: asked("Sun 02:30", "2027-03-28", "2027-03-28"), ["2027-03-28 01:00"]),
    ("half past two does not exist in spring 2028 either",
     lambda: asked("Sun 02:30", "2028-03-26", "2028-03-26"), ["2028-03-26 01:00"]),
    ("half past two comes twice in the night of autumn 2026; the first one counts, once",
     lambda: asked("Sun 02:30", "2026-10-18", "2026-11-01"),
     ["2026-10-18 00:30", "2026-10-25 00:30", "2026-11-01 01:30"]),
    ("half past two comes twice in autumn 2027; the first one counts, once",
     lambda: asked("Sun 02:30", "2027-10-31", "2027-10-31"), ["2027-10-31 00:30"]),
    ("the week in which summer time begins has 167 hours, from Monday to Monday on the wall",
     lambda: hours_of("2026-W13", "2026-03-26"), 167),
    ("the week in which summer time ends has 169 hours",
     lambda: hours_of("2026-W43", "2026-10-22"), 169),
    ("any other week has 168 hours", lambda: hours_of("2026-W14", "2026-04-02"), 168),
    ("2026 has 53 weeks, and week 53 is not the week 1 that follows it",
     lambda: weeks("Sun 18:00", "2026-12-21", "2027-01-12"),
     ["2026-W52", "2026-W53", "2027-W01"]),
    ("every week of the 53 of 2026 is asked once",
     lambda: weeks("Sun 18:00", "2025-12-29", "2027-01-03"),
     [f"2026-W{week:02}" for week in range(1, 54)]),
    ("New Year's Day 2027 still belongs to week 53 of 2026",
     lambda: week_key(utc("2026-12-31 23:00:10"), BRUSSELS), "2026-W53"),
    ("a question due at 23:59:30 on New Year's Eve and sent after midnight is of one week",
     lambda: week_key(utc("2026-12-31 22:59:30"), BRUSSELS), "2026-W53"),
    ("half past midnight on Monday is a new week in Brussels",
     lambda: week_key(utc("2026-11-22 23:30"), BRUSSELS), "2026-W48"),
    ("at that very instant it is still Sunday, and the old week, in UTC",
     lambda: week_key(utc("2026-11-22 23:30"), ZoneInfo("UTC")), "2026-W47"),
    ("a leap day is a day like any other",
     lambda: asked("Tue 18:00", "2028-02-22", "2028-03-07"),
     ["2028-02-22 17:00", "2028-02-29 17:00", "2028-03-07 17:00"]),
    # Which week a question is about.
    ("a question on Thursday, and on each day until Sunday, is about its own week",
     lambda: about("2026-11-19 12:00", "2026-11-20 12:00", "2026-11-21 12:00", "2026-11-22 12:00"),
     ["2026-W47"]),
    ("a question on Monday, Tuesday and Wednesday is about the week before",
     lambda: about("2026-11-23 12:00", "2026-11-24 12:00", "2026-11-25 12:00"), ["2026-W47"]),
    ("half past midnight on Thursday is Thursday in Brussels, though Wednesday in UTC",
     lambda: about("2026-11-25 23:30"), ["2026-W48"]),
    ("a question at 23:59:30 on New Year's Eve that is sent after midnight is about week 53",
     lambda: about("2026-12-31 22:59:30", "2026-12-31 23:00:10"), ["2026-W53"]),
    ("a question on the first Wednesday of 2027 is about week 53 of 2026",
     lambda: about("2027-01-06 17:00"), ["2026-W53"]),
    ("every rule asks once about each of the 53 weeks of 2026",
     lambda: [len(set(about(*asked(f"{day} 18:00", "2026-01-01", "2027-01-06")))) for day in DAYS],
     [53, 53, 53, 53, 53, 53, 53]),
    ("the week in which summer time begins lasts from Monday to Monday, 167 hours",
     lambda: lasts("2026-W13"), ("2026-03-22 23:00", "2026-03-29 22:00", 167)),
    ("the week in which summer time ends lasts 169 hours",
     lambda: lasts("2026-W43"), ("2026-10-18 22:00", "2026-10-25 23:00", 169)),
    # Quiet hours are from 21:00 to 08:00 on the wall.
    ("a letter due one second before nine in the evening is said at once",
     lambda: said("2026-11-21 19:59:59"), "2026-11-21 19:59:59"),
    ("a letter due at nine in the evening waits until eight in the morning",
     lambda: said("2026-11-21 20:00"), "2026-11-22 07:00"),
    ("a letter due at half past midnight waits until eight of the same day",
     lambda: said("2026-11-21 23:30"), "2026-11-22 07:00"),
    ("a letter due one second before eight waits one second",
     lambda: said("2026-11-22 06:59:59"), "2026-11-22 07:00"),
    ("a letter due at eight is said at once",
     lambda: said("2026-11-22 07:00"), "2026-11-22 07:00"),
    ("quiet hours end at eight on the wall on the morning after summer time begins",
     lambda: said("2026-03-28 20:30"), "2026-03-29 06:00"),
    ("quiet hours end at eight on the wall on the morning after summer time ends",
     lambda: said("2026-10-24 19:30"), "2026-10-25 07:00"),
    # Down and back again.
    ("who was down from Saturday until Monday over the clock change asks the one Sunday",
     lambda: (missed("Sun 18:00", "2026-03-29 16:00", "2026-03-30 07:00"),
              latest("Sun 18:00", "2026-03-30 07:00")), ([], "2026-03-29 16:00")),
    ("who was down for three weeks asks the latest week and has missed the older ones",
     lambda: (missed("Sun 18:00", "2026-03-08 17:00", "2026-03-23 09:00"),
              latest("Sun 18:00", "2026-03-23 09:00")),
     (["2026-W10", "2026-W11"], "2026-03-22 17:00")),
    ("who comes back when the answers would have been in has missed the latest week too",
     lambda: missed("Sun 18:00", "2026-03-08 17:00", "2026-03-25 17:00"),
     ["2026-W10", "2026-W11", "2026-W12"]),
    ("who comes back a second earlier has not missed the latest week",
     lambda: missed("Sun 18:00", "2026-03-08 17:00", "2026-03-25 16:59:59"),
     ["2026-W10", "2026-W11"]),
    ("who was down over the end of a year of 53 weeks has missed each of its weeks",
     lambda: missed("Sun 18:00", "2026-12-20 17:00", "2027-01-12 09:00"),
     ["2026-W51", "2026-W52", "2026-W53"]),
    # Elsewhere.
    ("six in Casablanca is an hour later in UTC in the month of fasting",
     lambda: asked("Sun 18:00", "2026-02-08", "2026-02-15", CASABLANCA)
     + asked("Sun 18:00", "2026-03-15", "2026-03-22", CASABLANCA),
     ["2026-02-08 17:00", "2026-02-15 18:00", "2026-03-15 18:00", "2026-03-22 17:00"]),
    ("six in Kabul is at half past one in UTC, all year",
     lambda: asked("Sun 18:00", "2026-03-29", "2026-03-29", KABUL)
     + asked("Sun 18:00", "2026-10-25", "2026-10-25", KABUL),
     ["2026-03-29 13:30", "2026-10-25 13:30"]),
    ("New York changes its clock on other Sundays than Brussels",
     lambda: asked("Sun 18:00", "2026-03-01", "2026-03-08", NEW_YORK)
     + asked("Sun 18:00", "2026-10-25", "2026-11-01", NEW_YORK),
     ["2026-03-01 23:00", "2026-03-08 22:00", "2026-10-25 22:00", "2026-11-01 23:00"]),
    ("quiet hours in Kabul are those on the wall in Kabul",
     lambda: (said("2026-11-21 16:29:59", KABUL), said("2026-11-21 16:30", KABUL)),
     ("2026-11-21 16:29:59", "2026-11-22 03:30")),
    ("an island that changes its clock by half an hour stays at six",
     lambda: asked("Sun 18:00", "2026-03-29", "2026-04-05", LORD_HOWE),
     ["2026-03-29 07:00", "2026-04-05 07:30"]),
    ("a clock set back over midnight gives no Sunday twice",
     lambda: asked("Sun 00:00", "2008-10-26", "2008-11-09", ST_JOHNS),
     ["2008-10-26 02:30", "2008-11-02 02:30", "2008-11-09 03:30"]),
]  # fmt: skip


@pytest.mark.parametrize(("told", "expected"), [row[1:] for row in ROWS], ids=[r[0] for r in ROWS])
def test_the_clock(told, expected):
    assert told() == expected


NAIVE = datetime.fromisoformat("2026-03-29 18:00")
REFUSING = {
    "the next week": lambda: next_weekly(NAIVE, 6, time(18), BRUSSELS),
    "the latest week": lambda: latest_weekly(NAIVE, 6, time(18), BRUSSELS),
    "the weeks since then": lambda: list(
        weekly_since(utc("2026-03-01"), NAIVE, 6, time(18), BRUSSELS)
    ),
    "the name of a week": lambda: week_key(NAIVE, BRUSSELS),
    "the quiet hours": lambda: hold_for_quiet_hours(NAIVE, NIGHT, MORNING, BRUSSELS),
}


@pytest.mark.parametrize("reckon", REFUSING.values(), ids=REFUSING)
def test_a_time_without_a_zone_is_refused(reckon):
    with pytest.raises((ValueError, TypeError), match=r"no time zone|offset-naive"):
        reckon()


PLANTED = {
    "without a zone": "from datetime import datetime\n\nNOON = datetime(2026, 3, 29, 12)\n",
    "of the machine": "from datetime import UTC, datetime\n\nNOW = datetime.now(UTC)\n",
}


@pytest.mark.parametrize("line", PLANTED.values(), ids=PLANTED)
@pytest.mark.parametrize("room", ["storage", "bot/cards", "bot/programme"])
def test_the_lint_refuses_a_time(line, room):
    asked = ["check", "--no-cache", "--stdin-filename", f"{room}/planted.py", "-"]
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *asked],
        check=False,
        input=line,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "DTZ001" in done.stdout or "TID251" in done.stdout


ON_ANOTHER_MACHINE = """
from tests.programme.test_clock_table import ROWS
wrong = [sentence for sentence, told, expected in ROWS if told() != expected]
print(len(ROWS), wrong)
"""


@pytest.mark.parametrize("machine_zone", ["Asia/Tokyo", "America/St_Johns", ""])
def test_the_whole_table_holds_whatever_the_zone_of_the_machine(machine_zone):
    done = subprocess.run(
        [sys.executable, "-c", ON_ANOTHER_MACHINE],
        capture_output=True,
        text=True,
        env={"TZ": machine_zone} if machine_zone else {},
        check=True,
    )
    assert done.stdout.strip() == f"{len(ROWS)} []"


rules = st.tuples(st.integers(0, 6), st.times(time(8), time(20, 59, 59)))
zones = st.sampled_from(
    [BRUSSELS, CASABLANCA, KABUL, NEW_YORK, LORD_HOWE, ZoneInfo("Asia/Beirut"), ZoneInfo("UTC")]
)
FIVE_YEARS = range(2026, 2031)


@examples(few=25)
@given(rules, zones)
def test_every_rule_asks_once_a_week_in_order_and_never_in_quiet_hours(rule, zone):
    weekday, at = rule
    start, end = utc(f"{FIVE_YEARS[0]}-01-01"), utc(f"{FIVE_YEARS[-1]}-12-31")
    first = next_weekly(start, weekday, at, zone)
    instants = list(weekly_since(first, end, weekday, at, zone))
    assert all(earlier < later for earlier, later in pairwise(instants))
    keys = [week_key(one, zone) for one in instants]
    assert len(set(keys)) == len(keys) >= 52 * len(FIVE_YEARS)
    days = [one.astimezone(zone) for one in instants]
    assert {(later.date() - earlier.date()).days for earlier, later in pairwise(days)} == {7}
    assert not any(is_quiet(one.time(), NIGHT, MORNING) for one in days)


def test_an_hour_by_day_is_never_moved():
    days = (date(2026, 1, 1) + timedelta(days=day) for day in range(365))
    for day in days:
        shown = instant_of(day, time(18), BRUSSELS).astimezone(BRUSSELS)
        assert (shown.date(), shown.time()) == (day, time(18))
