"""When an entry wants somebody to look at it, whose task that is, and whose word counts."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from bot.programme.directory.freshness import DOUBTS_THAT_HIDE, is_shown, wants_checking
from bot.programme.directory.service import Confidence, Service, Status
from bot.programme.keeping import (
    WEIGHT_OF_STAFF,
    alarms,
    branch_for,
    care_since,
    is_theirs,
    needs_care,
    voice_of,
)
from bot.settings import load_programme

BRANCHES = load_programme("duo").branches
days = st.dates(date(2020, 1, 1), date(2040, 12, 31))
# The two changes of the clock, a leap day, and the turn of a year lie on the way from these.
BEGINNINGS = [date(2026, 3, 3), date(2026, 7, 1), date(2026, 10, 24), date(2027, 12, 31)]


def a_service(**more):
    fields = {"key": "x", "name": {"en": "X"}, "organization": "", "needs": ("legal.first",),
              "areas": ("BE",), "confidence": Confidence.HIGH}  # fmt: skip
    return Service(**fields | more)


@pytest.mark.parametrize("assured", BEGINNINGS)
@pytest.mark.parametrize(("age", "waits"), [(0, 0), (180, 0), (181, 0), (270, 0), (271, 1)])
def test_an_entry_waits_from_the_day_after_270_days(assured, age, waits):
    today = assured + timedelta(days=age)
    service = a_service(assured_on=assured)
    assert needs_care(service, today) is bool(waits)
    assert is_shown(service, today) is not bool(waits)
    line = a_service(assured_on=assured, is_crisis_line=True)
    assert alarms(line, today) is bool(waits)
    assert is_shown(line, today)


@pytest.mark.parametrize("gathered", BEGINNINGS)
@pytest.mark.parametrize(("age", "rings"), [(0, 0), (180, 0), (181, 1), (271, 1)])
def test_a_crisis_line_that_nobody_ever_checked_rings_after_180_days(gathered, age, rings):
    line = a_service(gathered_on=gathered, is_crisis_line=True)
    assert alarms(line, gathered + timedelta(days=age)) is bool(rings)


def test_a_crisis_line_of_unknown_age_rings():
    assert alarms(a_service(is_crisis_line=True), date(2026, 3, 3))


def test_a_service_that_nobody_ever_checked_is_no_task():
    assert not needs_care(a_service(gathered_on=date(2020, 1, 1)), date(2026, 3, 3))


def test_two_voices_ring_for_a_line_that_was_just_checked():
    line = a_service(is_crisis_line=True, assured_on=date(2026, 3, 3))
    assert [alarms(line, date(2026, 3, 3), doubts) for doubts in (0, 1, 2, 3)] == [
        False, False, True, True,
    ]  # fmt: skip


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.ACTIVE])
def test_a_line_that_nobody_is_shown_rings_whoever_made_sure_of_it(status):
    today = date(2030, 1, 1)
    line = a_service(is_crisis_line=True, status=status, assured_on=today)
    assert alarms(line, today)
    assert not is_shown(line, today)


@given(days, st.integers(0, 2000), st.integers(0, 4), st.booleans())
def test_a_line_that_is_not_right_is_shown_and_rings_and_anything_else_is_hidden(
    assured, age, doubts, is_line
):
    service = a_service(assured_on=assured, is_crisis_line=is_line)
    today = assured + timedelta(days=age)
    waits = wants_checking(service, today, doubts)
    assert needs_care(service, today, doubts) is waits
    assert alarms(service, today, doubts) is (waits and is_line)
    assert is_shown(service, today, doubts) is (is_line or not waits)


@given(days, days)
def test_the_day_from_which_it_waits_is_the_first_on_which_it_does(assured, gathered):
    for line in (a_service(assured_on=assured, is_crisis_line=True),
                 a_service(gathered_on=gathered, is_crisis_line=True)):  # fmt: skip
        since = care_since(line)
        assert alarms(line, since)
        assert not alarms(line, since - timedelta(days=1))


@pytest.mark.parametrize(
    ("areas", "branch"),
    [
        (["BE-VLG:Gent"], "ghent"),
        (["BE-VLG:Mechelen"], "mechelen"),
        (["BE-VLG:Aalst"], "antwerp"),
        (["BE-VLG"], "antwerp"),
        (["BE-BRU:Anderlecht"], "brussels"),
        (["BE-WAL"], "liege"),
        (["BE"], "brussels"),
        (["BE-WAL", "BE-VLG:Gent"], "ghent"),
    ],
)
def test_an_entry_is_looked_after_by_the_branch_of_its_place(areas, branch):
    assert branch_for(areas, BRANCHES).key == branch


@given(st.lists(st.sampled_from(["BE", "BE-VLG", "BE-WAL:Namur", "BE-BRU", "BE-VLG:Gent"])))
def test_every_entry_has_a_branch(areas):
    assert branch_for(areas, BRANCHES) in BRANCHES


@pytest.mark.parametrize(
    ("areas", "own", "decides"),
    [
        (["BE"], "BE-BRU", True),
        (["BE"], None, True),
        (["BE-VLG:Aalst"], "BE-VLG:Gent", True),
        (["BE-VLG"], "BE-BRU", False),
        (["BE-VLG", "BE-BRU"], "BE-BRU", True),
        (["BE-WAL:Namur"], None, False),
    ],
)
def test_coordinators_decide_about_their_region_and_the_country(areas, own, decides):
    assert is_theirs(areas, own) is decides


def test_two_of_a_duo_have_one_voice_and_staff_weigh_as_much_as_it_takes():
    assert voice_of(1, 7) == voice_of(2, 7)
    assert voice_of(1, None) != voice_of(2, None)
    assert voice_of(7, None) != voice_of(1, 7)
    assert WEIGHT_OF_STAFF == DOUBTS_THAT_HIDE == 2
