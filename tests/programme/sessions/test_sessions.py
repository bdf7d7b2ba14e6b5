"""The rules of sessions: how long a place is kept, who can follow one, and which date is next."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.programme.programme import QuietHours
from bot.programme.recurrence import is_quiet
from bot.programme.sessions.attendance import calls_roll, read_code, shows_code
from bot.programme.sessions.choosing import Date, fitting, next_of, series
from bot.programme.sessions.holding import AN_HOUR, SHORTEST_HOLD, hold_of
from bot.programme.sessions.planning import read_place, read_seats, usual_choices
from bot.programme.sessions.speaking import spoken_by
from bot.programme.sessions.told import ToldSession, is_link
from bot.settings import load_programme

BRUSSELS = ZoneInfo("Europe/Brussels")
QUIET = QuietHours(time(21), time(8), sundays=False, holidays=True)
NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)  # 11:00 on the wall
INSTANTS = st.integers(0, 700 * 24 * 60).map(lambda past: NOW + timedelta(minutes=past))


def held(now: datetime, starts_at: datetime):
    return hold_of(now, starts_at, 12, QUIET, BRUSSELS)


def test_a_place_that_becomes_free_in_the_morning_is_kept_until_the_evening():
    hold = held(datetime(2026, 3, 3, 7, tzinfo=UTC), NOW + timedelta(days=7))
    assert (hold.told_at, hold.until) == (
        datetime(2026, 3, 3, 7, tzinfo=UTC), datetime(2026, 3, 3, 19, tzinfo=UTC),
    )  # fmt: skip


def test_hours_that_would_end_in_the_night_end_two_hours_after_it():
    assert held(NOW, NOW + timedelta(days=7)).until == datetime(2026, 3, 4, 9, tzinfo=UTC)


def test_a_letter_waits_for_the_morning_and_the_hours_count_from_then():
    hold = held(datetime(2026, 3, 3, 22, tzinfo=UTC), NOW + timedelta(days=7))
    assert hold.told_at == datetime(2026, 3, 4, 7, tzinfo=UTC)
    assert hold.until == datetime(2026, 3, 4, 19, tzinfo=UTC)


def test_when_there_is_no_time_to_answer_nobody_is_asked():
    assert held(NOW, NOW + timedelta(minutes=89)) is None
    assert held(NOW, NOW + timedelta(minutes=90)) is not None


@given(INSTANTS, st.integers(0, 20 * 24 * 60), st.integers(1, 72))
def test_nobodys_time_ends_in_the_night_nor_after_the_session_began(now, minutes, hours):
    starts_at = now + timedelta(minutes=minutes)
    hold = hold_of(now, starts_at, hours, QUIET, BRUSSELS)
    if hold is None:
        return
    assert now <= hold.told_at < hold.until <= starts_at - AN_HOUR
    assert hold.until - hold.told_at >= SHORTEST_HOLD
    assert not is_quiet(hold.told_at.astimezone(BRUSSELS).time(), QUIET.start, QUIET.end)
    if hold.until < starts_at - AN_HOUR:
        assert hold.until - hold.told_at >= timedelta(hours=hours)
        assert not is_quiet(hold.until.astimezone(BRUSSELS).time(), QUIET.start, QUIET.end)


@pytest.mark.parametrize(
    ("said", "spoken"),
    [
        ("", {"nl"}),
        ("nl:4 fr:1 ar:4", {"nl", "ar"}),
        ("fr:2 en:3", {"nl", "fr", "en"}),
        ("fr en: :3 x:y", {"nl", ""}),
    ],
)
def test_a_little_of_a_language_is_too_little_for_a_session(said, spoken):
    assert spoken_by("nl", {"languages": said}) == spoken


def test_who_never_said_which_languages_they_speak_reads_one():
    assert spoken_by("fr", {}) == {"fr"}


def on(day: int, hour: int = 9, what: str = "bias", language: str = "nl", *, free: bool = True):
    begins = datetime(2026, 3, day, hour, tzinfo=UTC)
    return Date(day * 100 + hour, what, begins, 210, language, free)


def test_only_what_is_to_come_and_spoken_fits_the_soonest_first():
    dates = [on(9), on(5), on(2), on(6, language="fr")]
    assert fitting(dates, {"nl"}, NOW) == [on(5), on(9)]


def test_the_next_date_has_a_seat_and_nothing_else_is_then():
    dates = [on(5, free=False), on(6), on(7), on(5, what="role")]
    assert next_of("bias", dates, ()) == on(6)
    assert next_of("bias", dates, [on(6, 11, "role")]) == on(7)
    assert next_of("bias", dates, [on(6, 13, "role")]) == on(7 if on(6).meets(on(6, 13)) else 6)
    assert next_of("search", dates, ()) is None


MODULES = ("bias", "role", "search")
DATES = st.lists(
    st.builds(
        on, st.integers(4, 9), st.integers(7, 15), st.sampled_from(MODULES),
        st.sampled_from(["nl", "fr"]), free=st.booleans(),
    ),
    max_size=12,
)  # fmt: skip


@given(DATES, DATES)
def test_nobody_is_at_two_places_in_a_series(dates, taken):
    fit = fitting(dates, {"nl"}, NOW)
    chosen = series(MODULES, fit, taken)
    picked = list(chosen.values())
    assert all(one.what == what and one.free for what, one in chosen.items())
    for number, one in enumerate(picked):
        assert not any(one.meets(other) for other in [*taken, *picked[:number]])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("482913", "482913"), (" 482 913 ", "482913"), ("482-913.", "482913"),
        ("48291", None), ("4829130", None), ("my code is 482913", None), ("", None),
        ("٤٨٢٩١٣", "482913"),
    ],
)  # fmt: skip
def test_six_digits_and_nothing_else_are_a_code(text, code):
    assert read_code(text) == code


def test_a_code_works_around_its_session_and_a_roll_is_called_after_it_began():
    begins, ends = NOW, NOW + timedelta(hours=2)
    before, after = NOW - timedelta(minutes=31), ends + timedelta(hours=2, minutes=1)
    assert not shows_code(before, begins, ends)
    assert shows_code(NOW, begins, ends)
    assert not shows_code(after, begins, ends)
    assert not calls_roll(before, begins, ends)
    assert calls_roll(after, begins, ends)
    assert not calls_roll(ends + timedelta(days=31), begins, ends)


def test_what_can_be_tapped_for_each_thing_that_is_asked():
    duo, today = load_programme("duo"), date(2026, 3, 3)
    assert usual_choices("what", today, duo)[:2] == ("info", "programme")
    assert usual_choices("when", today, duo)[0] == "2026-03-04"
    assert usual_choices("hour", today, duo)[0] == "0900"
    assert usual_choices("language", today, duo) == ("nl", "fr", "en")
    assert "16" in usual_choices("seats", today, duo)
    assert usual_choices("place", today, duo) == usual_choices("", today, duo) == ()


@pytest.mark.parametrize(
    ("text", "seats"),
    [("12", 12), (" 500 ", 500), ("0", None), ("501", None), ("5000", None), ("-3", None),
     ("twelve", None), ("١٢", None)],
)  # fmt: skip
def test_how_many_seats_is_a_number(text, seats):
    assert read_seats(text) == seats


def test_a_place_is_one_line():
    assert read_place(" Markt 1,\n Gent ") == "Markt 1, Gent"
    assert read_place(" ") is None
    assert read_place("x" * 201) is None


def test_a_session_is_told_as_it_was_kept():
    told = ToldSession(7, "info", "ghent", NOW.isoformat(), 90, "Europe/Brussels", "", "nl", 3)
    assert ToldSession.read(told.facts()) == told
    assert told.ends_at - told.starts_at == timedelta(minutes=90)
    assert told.where == BRUSSELS
    assert told.is_info
    assert not told.is_online


def test_only_an_address_in_the_web_is_a_link():
    assert is_link("https://meet.example.org/a")
    assert not is_link("https://meet.example.org and more")
    assert not is_link("Markt 1")
