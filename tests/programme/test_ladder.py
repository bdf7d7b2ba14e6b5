"""How a case climbs: somebody is always next, and nobody waits for who is not there."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, strategies as st

from bot.programme import ladder_snapshot
from bot.programme.cases import NextStep, Reason, Rung, Urgency
from bot.programme.ladder import (
    GROUND,
    TOP,
    Pace,
    after_taking,
    before_promise,
    climb,
    is_kept_in_mind,
    later_today,
    until_closed,
    waking,
)
from bot.programme.office_hours import Office
from bot.programme.programme import OfficeHours, Patience
from bot.programme.team import RUNGS
from bot.settings import load_programme
from tests.profiles import examples

ELS, TOM, NADIA, ODILE = 1, 2, 3, 4
BRUSSELS = ZoneInfo("Europe/Brussels")
HOURS = OfficeHours({day: ((time(9), time(17)),) for day in range(5)})
OFFICE = Office(HOURS, BRUSSELS)
PATIENCE = Patience(
    240,
    {Rung.OWN_COACH: 60, Rung.DEPUTY: 30, Rung.BRANCH: 45, Rung.COORDINATOR: 90},
    120,
)
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)  # 10:00 on the wall
TUESDAY_MORNING = datetime(2026, 11, 24, 8, tzinfo=UTC)
ALL = {
    Rung.OWN_COACH: (ELS,),
    Rung.DEPUTY: (TOM,),
    Rung.BRANCH: (ELS, TOM, NADIA),
    Rung.COORDINATOR: (ODILE,),
}
NOBODY = dict.fromkeys(Rung, ())


def pace(urgency=Urgency.TODAY):
    return Pace(urgency, PATIENCE, OFFICE)


def later(minutes):
    return MONDAY + timedelta(minutes=minutes)


def test_the_own_coach_is_asked_first_and_has_an_hour():
    move = climb(GROUND, ALL, (), MONDAY, pace())
    assert (move.rung, move.ask, move.nudge) == (0, (ELS,), ())
    assert (move.next_step, move.next_at) == (NextStep.CLIMB, later(60))


def test_one_rung_follows_the_other_and_who_was_asked_before_is_nudged():
    second = climb(0, ALL, {ELS}, MONDAY, pace())
    assert (second.rung, second.ask, second.next_at) == (1, (TOM,), later(30))
    third = climb(1, ALL, {ELS, TOM}, MONDAY, pace())
    assert (third.rung, third.ask, third.nudge) == (2, (NADIA,), (ELS, TOM))
    last = climb(2, ALL, {ELS, TOM, NADIA}, MONDAY, pace())
    assert (last.rung, last.ask, last.next_at) == (TOP, (ODILE,), later(90))


def test_a_rung_with_nobody_new_is_passed_at_once():
    few = ALL | {Rung.DEPUTY: (), Rung.BRANCH: (ELS,)}
    assert climb(0, few, {ELS}, MONDAY, pace()).ask == (ODILE,)


def test_above_the_last_rung_it_rests_until_the_morning_and_goes_first_then():
    move = climb(TOP, ALL, {ELS, TOM, NADIA, ODILE}, MONDAY, pace())
    assert (move.rung, move.next_step, move.next_at) == (GROUND, NextStep.HOLD, TUESDAY_MORNING)
    assert (move.ask, move.nudge) == ((), ())
    morning = climb(GROUND, ALL, {ELS, TOM, NADIA, ODILE}, TUESDAY_MORNING, pace())
    assert (morning.nudge, morning.next_step) == ((ELS, TOM, NADIA, ODILE), NextStep.CLIMB)


def test_a_morning_that_we_missed_is_made_up_for_at_once():
    everybody = {ELS, TOM, NADIA, ODILE}
    move = climb(TOP, ALL, everybody, TUESDAY_MORNING, pace(), MONDAY)
    assert (move.next_step, move.nudge) == (NextStep.CLIMB, (ELS, TOM, NADIA, ODILE))


def test_danger_never_rests_while_anybody_can_be_reached():
    everybody = {ELS, TOM, NADIA, ODILE}
    move = climb(TOP, ALL, everybody, MONDAY, pace(Urgency.NOW))
    assert set(move.nudge) == everybody
    assert (move.next_step, move.next_at) == (NextStep.CLIMB, later(90))


def test_where_nobody_is_there_it_waits_for_the_next_day():
    move = climb(GROUND, NOBODY, (), MONDAY, pace())
    assert (move.next_step, move.next_at, move.ask) == (NextStep.HOLD, TUESDAY_MORNING, ())


def test_danger_looks_again_soon_where_nobody_is_there():
    move = climb(GROUND, NOBODY, (), MONDAY, pace(Urgency.NOW))
    assert (move.next_step, move.next_at) == (NextStep.HOLD, later(90))


def test_who_takes_what_somebody_asked_for_is_reminded_of_the_answer():
    assert after_taking(Reason.ASKED, MONDAY, pace()) == (NextStep.REMIND, later(120))


def test_who_takes_what_nobody_asked_for_is_asked_after_a_week_whether_it_is_over():
    a_week_later = MONDAY + timedelta(days=7)
    assert after_taking(Reason.NO_MEETINGS, MONDAY, pace()) == (NextStep.REMIND, a_week_later)
    assert until_closed(MONDAY, pace()) == (NextStep.REMIND, a_week_later)


def test_what_is_laid_aside_over_a_weekend_comes_back_when_the_office_opens():
    saturday = datetime(2026, 11, 28, 9, tzinfo=UTC)
    step, at = waking(saturday, pace())
    assert (step, at) == (NextStep.WAKE, datetime(2026, 11, 30, 8, tzinfo=UTC))


def test_a_case_keeps_the_ladder_of_its_first_day():
    patience = load_programme("duo").patience
    kept = ladder_snapshot.written(patience)
    assert ladder_snapshot.read(kept, {}) == patience
    assert len(kept) <= 512  # what the column holds
    assert ladder_snapshot.read(None, patience) is patience


ONE_BY_ONE = Pace(Urgency.TODAY, PATIENCE, OFFICE, one_by_one=True)


def test_who_has_not_said_who_may_know_is_made_known_to_one_coach_after_the_other():
    many = ALL | {Rung.BRANCH: (ELS, TOM, NADIA, 5)}
    third = climb(1, many, [ELS, TOM], MONDAY, ONE_BY_ONE)
    assert (third.rung, third.ask, third.nudge) == (2, (NADIA,), (ELS, TOM))
    fourth = climb(2, many, [ELS, TOM, NADIA], MONDAY, ONE_BY_ONE)
    assert (fourth.rung, fourth.ask) == (2, (5,))
    assert climb(2, many, [ELS, TOM, NADIA, 5], MONDAY, ONE_BY_ONE).ask == (ODILE,)


def test_whoever_was_left_out_so_far_is_asked_before_it_rests():
    many = ALL | {Rung.BRANCH: (ELS, TOM, NADIA, 5)}
    move = climb(TOP, many, [ELS, TOM, NADIA, ODILE], MONDAY, pace())
    assert (move.ask, move.nudge, move.rung) == ((5,), (), TOP)


def test_an_hour_before_a_promise_runs_out_somebody_looks():
    assert before_promise(later(240), MONDAY, pace()) == later(180)
    assert before_promise(later(50), MONDAY, pace()) is None
    early = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)  # half an hour after the office opens
    assert before_promise(early, MONDAY, pace()) == TUESDAY_MORNING


def test_in_danger_somebody_looks_at_the_minute_that_was_promised():
    assert before_promise(later(15), MONDAY, pace(Urgency.NOW)) == later(15)
    assert before_promise(MONDAY, MONDAY, pace(Urgency.NOW)) is None


def test_what_is_only_kept_in_mind_waits_for_its_day():
    assert is_kept_in_mind(GROUND, NextStep.CLIMB, later(1), MONDAY)
    assert not is_kept_in_mind(GROUND, NextStep.CLIMB, MONDAY, MONDAY)
    assert not is_kept_in_mind(GROUND, NextStep.CLIMB, None, MONDAY)
    assert not is_kept_in_mind(GROUND, NextStep.HOLD, later(1), MONDAY)
    assert not is_kept_in_mind(0, NextStep.CLIMB, later(1), MONDAY)


def test_later_today_is_offered_while_the_office_is_open_then():
    assert later_today(MONDAY, pace()) == later(180)
    assert later_today(later(240), pace()) is None


ids = st.integers(1, 6)
rungs = st.fixed_dictionaries({
    rung: st.lists(ids, unique=True, max_size=4).map(tuple) for rung in Rung
})  # fmt: skip
asked = st.frozensets(ids)
moments = st.integers(0, 1_000_000).map(lambda minutes: MONDAY + timedelta(minutes=minutes))


@examples(60)
@given(st.integers(GROUND, TOP), rungs, asked, moments, st.sampled_from(Urgency))
def test_every_move_has_a_next_step_to_come_and_asks_only_who_is_there(
    rung, there, before, now, urgency
):
    move = climb(rung, there, before, now, pace(urgency))
    here = {one for people in there.values() for one in people}
    assert move.next_at > now
    assert GROUND <= move.rung <= TOP
    assert set(move.ask) <= here - before
    assert set(move.nudge) <= here & before
    assert (move.next_step is NextStep.HOLD) == (not move.ask and not move.nudge)
    assert move.next_step is NextStep.CLIMB or urgency != Urgency.NOW or not here


@examples(60)
@given(rungs, moments, st.sampled_from(Urgency))
def test_everybody_who_is_there_is_asked_once_before_it_rests(there, now, urgency):
    rung, so_far = GROUND, []
    for _ in RUNGS:
        move = climb(rung, there, so_far, now, pace(urgency))
        if move.next_step is NextStep.HOLD or move.rung <= rung:
            break
        so_far, rung, now = [*so_far, *move.ask], move.rung, move.next_at
    here = {one for people in there.values() for one in people}
    assert set(so_far) == here
    assert len(so_far) == len(set(so_far))
