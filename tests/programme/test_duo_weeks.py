"""How a duo is, derived from facts: what asks for a person, and where answers lead."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from bot.programme.cases import Reason
from bot.programme.check_ins import WITHOUT_A_MEETING, Week
from bot.programme.duo_weeks import (
    DuoSeen,
    WeekSeen,
    Why,
    as_others_see,
    feelings,
    in_order_of_need,
    mark_of,
    marks,
    minutes_of,
    minutes_together,
    monday_of,
    needs_a_person,
    next_meeting,
    weeks_apart,
    weeks_before,
)
from bot.programme.how_it_goes import LOW_FEELING, Trend, how_it_goes, trend

NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
LONG_AGO = NOW - timedelta(weeks=20)
OUTCOMES = st.sampled_from([None, *Week])
FEELINGS = st.lists(st.integers(1, 5), min_size=2, max_size=6)


def weeks(*outcomes: Week | None) -> tuple[WeekSeen, ...]:
    """Weeks up to that of 16 November 2026, newest first."""
    keys = reversed(weeks_before("2026-W47", len(outcomes)))
    return tuple(WeekSeen(key, one) for key, one in zip(keys, outcomes, strict=True))


def felt(*newest_first: int | None) -> tuple[WeekSeen, ...]:
    keys = reversed(weeks_before("2026-W47", len(newest_first)))
    return tuple(
        WeekSeen(key, Week.MET, feeling=one) for key, one in zip(keys, newest_first, strict=True)
    )


def whys(duo: DuoSeen) -> tuple[Why, ...]:
    return needs_a_person(duo, NOW, misses_before_coach=2)


def test_a_duo_that_meets_needs_nobody():
    assert whys(DuoSeen(LONG_AGO, weeks(Week.MET, Week.NOT_MET, Week.MET))) == ()


@pytest.mark.parametrize(
    ("duo", "found"),
    [
        (DuoSeen(LONG_AGO, weeks(Week.MET), open_cases=(Reason.ASKED,)), [Why.ASKED]),
        (DuoSeen(LONG_AGO, weeks(Week.MET), unreachable=True), [Why.UNREACHABLE]),
        (DuoSeen(LONG_AGO, weeks(Week.DIFFERS, Week.MET)), [Why.DIFFERS]),
        (DuoSeen(LONG_AGO, weeks(Week.MET, Week.DIFFERS)), []),
        (DuoSeen(LONG_AGO, weeks(None, Week.DIFFERS)), [Why.DIFFERS]),
        (DuoSeen(LONG_AGO, weeks(Week.MET), silent=True), [Why.CALL]),
        (DuoSeen(LONG_AGO, weeks(Week.SILENT, Week.NOT_MET, Week.MET)), [Why.NO_MEETINGS]),
        (DuoSeen(LONG_AGO, weeks(Week.MET), open_cases=(Reason.NO_MEETINGS,)), [Why.OPEN_CASE]),
        (
            DuoSeen(
                LONG_AGO, weeks(Week.SILENT, Week.MOVED), open_cases=(Reason.NO_MEETINGS,),
                meetings=(NOW,),
            ),
            [Why.NO_MEETINGS],
        ),
        (DuoSeen(LONG_AGO, felt(2, 3, 3)), [Why.HARD]),
        (DuoSeen(LONG_AGO, felt(2, 1)), [Why.HARD]),
        (DuoSeen(LONG_AGO, felt(1, 5, 5)), [Why.HARD, Why.GOES_LESS_WELL]),
        (DuoSeen(LONG_AGO, felt(None, None, 1)), [Why.HARD]),
        (DuoSeen(LONG_AGO, felt(None, None, None, 1)), []),
        (DuoSeen(LONG_AGO, felt(3, None, None, 5)), []),
        (DuoSeen(LONG_AGO, felt(3, 5, 5)), [Why.GOES_LESS_WELL]),
        (DuoSeen(LONG_AGO, felt(3, 3, 4)), []),
        (DuoSeen(LONG_AGO), [Why.FIRST_MEETING]),
        (DuoSeen(LONG_AGO, meetings=(NOW + timedelta(days=1),)), []),
        (DuoSeen(NOW - timedelta(days=6)), []),
        (DuoSeen(LONG_AGO, weeks(Week.SILENT, Week.SILENT), resting=True, silent=True), []),
        (DuoSeen(LONG_AGO, resting=True, open_cases=(Reason.ASKED,)), [Why.ASKED]),
        (DuoSeen(LONG_AGO, felt(1), resting=True), [Why.HARD]),
        (
            DuoSeen(
                LONG_AGO, weeks(Week.SILENT, Week.SILENT), resting=True, silent=True,
                open_cases=(Reason.SILENT,),
            ),
            [Why.OPEN_CASE],
        ),
        (
            DuoSeen(LONG_AGO, weeks(Week.MET), silent=True, open_cases=(Reason.SILENT,)),
            [Why.CALL],
        ),
        (
            DuoSeen(LONG_AGO, weeks(Week.MET), silent=True, open_cases=(Reason.OBSTACLE,)),
            [Why.CALL, Why.OPEN_CASE],
        ),
    ],
)  # fmt: skip
def test_what_asks_for_a_person(duo: DuoSeen, found: list[Why]):
    assert list(whys(duo)) == found


def test_what_cannot_wait_comes_first():
    duo = DuoSeen(
        LONG_AGO, weeks(Week.NOT_MET, Week.NOT_MET), open_cases=(Reason.ASKED,), silent=True,
        unreachable=True, meetings=(NOW,),
    )  # fmt: skip
    assert whys(duo) == (Why.ASKED, Why.CALL, Why.UNREACHABLE, Why.NO_MEETINGS)
    calm, other = DuoSeen(LONG_AGO, weeks(Week.MET)), DuoSeen(LONG_AGO, weeks(Week.DIFFERS))
    assert in_order_of_need([whys(calm), whys(other), whys(duo), whys(calm)]) == [2, 1, 0, 3]


@given(st.lists(st.lists(st.sampled_from(Why), max_size=3).map(tuple), max_size=8))
def test_every_duo_keeps_a_place_and_those_in_need_stand_in_front(needs):
    order = in_order_of_need(needs)
    assert sorted(order) == list(range(len(needs)))
    in_need = [bool(needs[place]) for place in order]
    assert in_need == sorted(in_need, reverse=True)


@given(st.lists(OUTCOMES, max_size=8))
def test_weeks_without_a_meeting_are_counted_back_to_the_last_one(outcomes):
    count = weeks_apart(weeks(*outcomes))
    told = [one for one in outcomes if one not in (None, Week.PAUSED, Week.MISSED_BY_US)]
    assert set(told[:count]) <= WITHOUT_A_MEETING
    assert told[count : count + 1] == [] or told[count] not in WITHOUT_A_MEETING


@given(st.lists(OUTCOMES, max_size=8), st.booleans())
def test_who_needs_a_person_for_not_meeting_has_not_met(outcomes, resting):
    duo = DuoSeen(LONG_AGO, weeks(*outcomes), meetings=(NOW,), resting=resting)
    assert (Why.NO_MEETINGS not in whys(duo)) or weeks_apart(duo.weeks) >= 2


@pytest.mark.parametrize(
    ("said", "leads"),
    [
        ((), None), ((4,), None), ((3, 4, 4), Trend.A_LITTLE_BETTER), ((3, 3), Trend.SAME),
        ((1, 3, 5), Trend.BETTER), ((4, 4, 3), Trend.A_LITTLE_LESS), ((5, 4, 2), Trend.LESS),
        ((3, 4, 4, 3), Trend.SAME), ((2, 3, 3, 3), Trend.A_LITTLE_BETTER),
    ],
)  # fmt: skip
def test_where_answers_lead(said: tuple[int, ...], leads: Trend | None):
    assert trend(said) == leads


OTHER_WAY = {
    Trend.BETTER: Trend.LESS, Trend.A_LITTLE_BETTER: Trend.A_LITTLE_LESS, Trend.SAME: Trend.SAME,
    Trend.A_LITTLE_LESS: Trend.A_LITTLE_BETTER, Trend.LESS: Trend.BETTER,
}  # fmt: skip


@given(FEELINGS)
def test_the_same_answers_the_other_way_round_lead_the_other_way(said):
    leads = trend(said)
    assert leads is not None
    assert trend(said[::-1]) is OTHER_WAY[leads]


@pytest.mark.parametrize(
    ("newest_first", "said"),
    [
        ((), None), ((1,), None), ((2, 1), Trend.STILL_HARD), ((1, 1), Trend.STILL_HARD),
        ((1, 5), Trend.LESS), ((4, 4, 3), Trend.A_LITTLE_BETTER), ((3, 4), Trend.A_LITTLE_LESS),
    ],
)  # fmt: skip
def test_what_is_hard_is_never_called_better(newest_first, said):
    assert how_it_goes(newest_first) is said


@given(FEELINGS)
def test_low_answers_never_read_as_good_news(said):
    better = how_it_goes(said) in (Trend.SAME, Trend.A_LITTLE_BETTER, Trend.BETTER)
    assert not better or said[0] > LOW_FEELING


def test_how_it_goes_is_what_the_mentee_said_last_with_the_weeks():
    said = feelings(felt(4, None, 3, 5, 1), 3)
    assert said == (("2026-W47", 4), ("2026-W45", 3), ("2026-W44", 5))


@pytest.mark.parametrize("low", [1, 2])
@given(outcomes=st.lists(OUTCOMES, min_size=1, max_size=4), silent=st.booleans())
def test_a_break_never_hides_that_it_is_hard_or_that_something_is_open(low, outcomes, silent):
    lived = (WeekSeen("2026-W47", Week.MET, feeling=low), *weeks(*outcomes)[1:])
    open_cases = (Reason.OBSTACLE,)
    duo = DuoSeen(LONG_AGO, lived, silent=silent, resting=True, open_cases=open_cases)
    assert {Why.HARD, Why.OPEN_CASE} <= {*whys(duo)}
    assert {*whys(duo)}.isdisjoint({Why.CALL, Why.NO_MEETINGS, Why.DIFFERS, Why.FIRST_MEETING})


@pytest.mark.parametrize("outcome", [None, *Week])
def test_hours_count_only_in_a_week_of_which_it_is_clear_that_they_met(outcome):
    clear = outcome in (Week.MET, Week.MET_SAYS_ONE)
    assert minutes_of(outcome, [60, None, 90]) == (90 if clear else None)
    assert minutes_of(outcome, [None]) is None


def test_hours_are_those_of_the_last_four_weeks():
    seen = tuple(WeekSeen(key, Week.MET, 60) for key in reversed(weeks_before("2026-W47", 6)))
    assert minutes_together(seen, "2026-W47") == 240
    assert minutes_together(seen, "2026-W48") == 180
    assert minutes_together((WeekSeen("2026-W47", Week.MET),), "2026-W47") == 0


def test_the_next_meeting_is_the_first_that_has_not_begun():
    days = [NOW + timedelta(days=days) for days in (3, -1, 2)]
    assert next_meeting(days, NOW) == days[2]
    assert next_meeting(days[1:2], NOW) is None


def test_weeks_go_on_across_the_new_year():
    assert weeks_before("2027-W01", 3) == ("2026-W52", "2026-W53", "2027-W01")
    assert monday_of("2027-W01") == date(2027, 1, 4)


def test_others_never_see_that_two_answers_differ_or_that_only_one_answered():
    for outcome in Week:
        seen = as_others_see(WeekSeen("2026-W47", outcome, 60, feeling=1))
        assert seen.feeling is None
        assert "says_one" not in str(seen.outcome)
        assert seen.outcome is not Week.DIFFERS
    assert as_others_see(WeekSeen("2026-W47", None)).outcome is None


def test_a_row_has_a_mark_for_each_week_also_for_those_of_which_nothing_is_known():
    seen = (*weeks(None, Week.MET_SAYS_ONE),)
    assert marks(seen, weeks_before("2026-W47", 3), "2026-W01") == ("", "met", "open")


def test_weeks_before_the_two_were_a_duo_are_left_blank():
    seen = weeks(Week.MET)
    assert marks(seen, weeks_before("2026-W47", 3), "2026-W46") == ("before", "", "met")


@pytest.mark.parametrize(
    ("week", "mark"),
    [
        (None, ""), (WeekSeen("2026-W47", None), "open"),
        (WeekSeen("2026-W47", None, asked=False), ""),
        (WeekSeen("2026-W47", Week.SILENT), "silent"),
        (WeekSeen("2026-W47", Week.SILENT, asked=False), ""),
        (WeekSeen("2026-W47", Week.PAUSED, asked=False), "paused"),
    ],
)  # fmt: skip
def test_silence_of_who_was_not_asked_is_none(week, mark):
    assert mark_of(week) == mark
