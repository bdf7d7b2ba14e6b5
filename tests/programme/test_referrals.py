"""When somebody is asked whether a service helped, and what may be told of the answers."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.programme.directory import Service
from bot.programme.directory.areas import COUNTRY, nearness
from bot.programme.holidays import is_working_day
from bot.programme.referrals import (
    ASKED_AT,
    KEPT_AT_MOST,
    OTHER_SERVICES,
    ROUNDED_TO,
    SMALLEST_SHOWN,
    TIME_TO_ANSWER,
    Barrier,
    Cell,
    ask_again_at,
    ask_at,
    ends_at,
    is_worth_asking,
    may_be_asked_about,
    place_asked,
    tellable,
)

BRUSSELS = ZoneInfo("Europe/Brussels")
A_DAY = timedelta(days=1)
FIRST, LAST = datetime.fromisoformat("2024-01-01"), datetime.fromisoformat("2040-12-31")
MOMENTS = st.datetimes(FIRST, LAST, timezones=st.just(UTC))
COUNTS = st.dictionaries(
    st.tuples(st.sampled_from(["BE-BRU", "BE-VLG"]), st.sampled_from("abcdefg"),
              st.sampled_from([Barrier.CLOSED, Barrier.FULL])),
    st.integers(1, 12),
)  # fmt: skip


def cells(counts: dict[tuple[str, str, str], int]) -> list[Cell]:
    return [Cell(*names, count) for names, count in counts.items()]


def rounded(cell: Cell) -> Cell:
    return replace(cell, count=cell.count // ROUNDED_TO * ROUNDED_TO)


@pytest.mark.parametrize(
    ("said_yes", "asked"),
    [
        ("2026-03-03 11:00", "2026-03-10 10:00"),  # a Tuesday, and the Tuesday after
        ("2026-03-07 11:00", "2026-03-13 10:00"),  # on Saturday: five days from Monday on
        ("2026-04-02 23:59", "2026-04-10 10:00"),  # over Easter Monday
        ("2026-03-25 11:00", "2026-04-01 10:00"),  # over the change to summer time
        ("2027-10-28 11:00", "2027-11-05 10:00"),  # over All Saints and the change to winter time
        ("2026-12-23 11:00", "2026-12-31 10:00"),  # over Christmas
        ("2026-12-28 11:00", "2027-01-05 10:00"),  # over New Year
        ("2026-05-12 11:00", "2026-05-20 10:00"),  # over Ascension Day
    ],
)
def test_the_question_comes_five_working_days_later_at_ten(said_yes, asked):
    yes = datetime.fromisoformat(said_yes).replace(tzinfo=BRUSSELS).astimezone(UTC)
    assert f"{ask_at(yes, BRUSSELS).astimezone(BRUSSELS):%Y-%m-%d %H:%M}" == asked


@given(MOMENTS)
def test_it_is_always_a_working_day_at_ten_with_four_working_days_between(yes):
    asked = ask_at(yes, BRUSSELS).astimezone(BRUSSELS)
    assert asked.time() == ASKED_AT == time(10)
    day, between = yes.astimezone(BRUSSELS).date() + A_DAY, 0
    while day < asked.date():
        between += is_working_day(day)
        day += A_DAY
    assert (between, is_working_day(asked.date())) == (4, True)


@given(MOMENTS)
def test_there_is_always_time_to_answer_before_the_end(yes):
    assert ends_at(yes) - yes == KEPT_AT_MOST == timedelta(days=30)
    assert is_worth_asking(ask_at(yes, BRUSSELS), ends_at(yes))


@given(MOMENTS)
def test_who_could_not_be_asked_is_asked_on_the_next_working_day_at_ten(moment):
    again = ask_again_at(moment, BRUSSELS).astimezone(BRUSSELS)
    day = moment.astimezone(BRUSSELS).date() + A_DAY
    while not is_working_day(day):
        day += A_DAY
    assert (again.date(), again.time()) == (day, ASKED_AT)


@given(MOMENTS, st.timedeltas(timedelta(days=-2), timedelta(days=2)))
def test_who_could_not_answer_any_more_is_not_asked(end, later):
    now = end - A_DAY + later
    assert is_worth_asking(now, end) == (end - now >= TIME_TO_ANSWER)
    assert not is_worth_asking(end, end)


HOME = Service("home", {"en": "Home"}, "", ("housing.rent", "violence.partner"), ("BE-VLG:Gent",))
SHELTER = Service("bed", {"en": "Bed"}, "", ("housing.tonight",), ("BE",), is_crisis_line=True)


def test_nobody_is_asked_about_what_could_do_harm_on_somebody_elses_screen():
    assert may_be_asked_about(HOME, "housing.rent")
    assert not may_be_asked_about(HOME, "violence.partner")
    assert not may_be_asked_about(HOME, ""), "found by its name, so perhaps for that"
    assert not may_be_asked_about(replace(HOME, is_crisis_line=True), "housing.rent")
    assert not may_be_asked_about(HOME, "crisis.talk")
    assert may_be_asked_about(SHELTER, "housing.tonight")
    assert may_be_asked_about(SHELTER, "")


def test_what_is_there_for_violence_above_all_is_known_by_its_name_whatever_it_was_found_for():
    refuge = replace(HOME, needs=("violence.sexual", "health.urgent"))
    assert not may_be_asked_about(refuge, "health.urgent")
    assert not may_be_asked_about(replace(refuge, needs=("crisis.suicide",)), "mental.care")


@given(
    st.lists(st.sampled_from(["BE", "BE-VLG", "BE-BRU", "BE-VLG:Gent"]), max_size=3).map(tuple),
    st.sampled_from([None, "BE", "BE-VLG", "BE-VLG:Gent", "BE-WAL:Namur"]),
)
def test_the_place_asked_is_ones_own_when_the_service_helps_there(areas, own):
    place = place_asked(areas, own)
    if own and nearness(areas, own) is not None:
        assert place == own
    else:
        assert place == (areas[0] if areas else COUNTRY)


@given(COUNTS)
def test_no_small_number_is_told(counts):
    told = tellable(cells(counts))
    assert all(one.count >= SMALLEST_SHOWN for one in told)
    large = {rounded(one) for one in cells(counts) if one.count >= SMALLEST_SHOWN}
    assert {one for one in told if one.service != OTHER_SERVICES} == large


@given(COUNTS.filter(bool), st.data())
def test_one_answer_more_is_not_seen_from_one_day_to_the_next_unless_it_makes_a_five(counts, data):
    names = data.draw(st.sampled_from(sorted(counts)))
    before = tellable(cells(counts))
    after = tellable(cells(counts | {names: counts[names] + 1}))
    named = {one: one.count for one in before if one.service != OTHER_SERVICES}
    if (counts[names] + 1) % ROUNDED_TO:
        assert named == {one: one.count for one in after if one.service != OTHER_SERVICES}
    assert all(one.count % ROUNDED_TO == 0 for one in after)


@given(COUNTS)
def test_what_is_small_is_told_together_or_not_at_all(counts):
    small: Counter[tuple[str, str]] = Counter()
    for cell in cells(counts):
        if cell.count < SMALLEST_SHOWN:
            small[cell.region, cell.barrier] += cell.count
    rest = {(one.region, one.barrier): one.count for one in tellable(cells(counts))
            if one.service == OTHER_SERVICES}  # fmt: skip
    assert rest == {names: sum_ - sum_ % ROUNDED_TO for names, sum_ in small.items()
                    if sum_ >= SMALLEST_SHOWN}  # fmt: skip


@given(COUNTS)
def test_nothing_that_is_hidden_can_be_found_by_taking_away(counts):
    """Whoever reads it could as well read of a programme in which it was somewhere else."""
    told = tellable(cells(counts))
    for (region, service, barrier), count in counts.items():
        if count < SMALLEST_SHOWN:
            moved = counts | {(region, service, barrier): count - 1,
                              (region, "elsewhere", barrier): 1}  # fmt: skip
            assert tellable(cells(moved)) == told


@given(COUNTS, st.sampled_from(["BE-BRU", "BE-VLG"]))
def test_one_region_alone_tells_no_more_than_all_of_them(counts, region):
    alone = [one for one in cells(counts) if one.region == region]
    assert tellable(alone) == tuple(one for one in tellable(cells(counts)) if one.region == region)
