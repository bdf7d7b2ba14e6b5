"""What the watch takes for wrong, and what only looks so."""

import pytest
from hypothesis import given, strategies as st

from bot.watch.signs import Judge, Kind, kind_of
from storage.glance import Glance
from tests.watch.looks import NOON, look, seen


def test_a_bot_whose_heart_beats_is_well():
    judge = Judge(0.0)
    for at in range(0, 600, 10):
        assert not look(judge, at, seen(at, at)).wrong


def test_a_heart_that_stands_still_for_90_seconds_is_told():
    judge = Judge(0.0)
    assert not look(judge, 0, seen(0)).wrong
    assert not look(judge, 90, seen(0)).wrong
    assert look(judge, 100, seen(0)).wrong == {"stopped": NOON}


def test_a_heart_that_stood_still_before_the_watch_began_is_seen_standing_for_a_while():
    """Two machines may differ in time, and one that slept wakes with an old heartbeat."""
    judge = Judge(0.0)
    assert not look(judge, 0, seen(-3600, -3600)).wrong
    assert not look(judge, 30, seen(-3600, -3600)).wrong
    assert look(judge, 40, seen(-3600, -3600)).wrong.keys() == {"stopped"}


def test_a_bot_that_never_ran_stands_still():
    judge = Judge(0.0)
    look(judge, 0, seen(None, None))
    assert look(judge, 40, seen(None, None)).wrong.keys() == {"stopped"}


def test_a_bot_that_does_not_hear_telegram_is_told_apart_from_one_that_stands_still():
    judge = Judge(0.0)
    for at in range(0, 190, 10):
        assert not look(judge, at, seen(at, 0)).wrong
    assert look(judge, 190, seen(190, 0)).wrong == {"deaf": NOON}


def test_a_bot_that_starts_again_has_time_for_its_first_poll():
    judge = Judge(0.0)
    for at in range(0, 610, 10):
        look(judge, at, seen(0, 0), "stopped")
    for at in range(610, 730, 10):
        assert not look(judge, at, seen(at, 0), "stopped").wrong
    assert look(judge, 740, seen(740, 0), "stopped").wrong.keys() == {"deaf"}


def test_a_late_letter_is_told_when_it_stays_late():
    judge = Judge(0.0)
    assert not look(judge, 0, seen(0, late=-130)).wrong
    assert not look(judge, 10, seen(10, 10)).wrong
    assert not look(judge, 20, seen(20, 20, late=-100)).wrong
    assert look(judge, 50, seen(50, 50, late=-100)).wrong.keys() == {"late"}


def test_each_case_without_a_live_step_is_told_after_the_bot_had_its_chance():
    judge = Judge(0.0)
    for at in range(0, 90, 10):
        assert not look(judge, at, seen(at, at, stuck=(1, 2))).wrong
    assert look(judge, 90, seen(90, 90, stuck=(1, 2))).wrong.keys() == {"case:1", "case:2"}


def test_a_database_that_cannot_be_read_is_told_and_hides_everything_else():
    judge = Judge(0.0)
    look(judge, 0, seen(0))
    assert not look(judge, 10, None).wrong
    assert look(judge, 40, None).wrong.keys() == {"unreadable"}
    assert look(judge, 400, None).wrong.keys() == {"unreadable"}
    assert not look(judge, 410, seen(0)).wrong, "The bot could not write either."
    assert not look(judge, 420, seen(415)).wrong


def test_what_follows_from_a_bot_that_stands_still_is_not_told_beside_it():
    judge = Judge(0.0)
    look(judge, 0, seen(0))
    for at in range(10, 400, 10):
        wrong = look(judge, at, seen(0, late=0, stuck=(1,) if at > 120 else ())).wrong
        assert "case:1" not in wrong
    assert "stopped" in wrong


def test_all_is_well_only_after_it_was_seen_to_be_well_for_a_while():
    judge = Judge(0.0)
    for at in (0, 100, 110):
        look(judge, at, seen(0), "stopped")
    assert not look(judge, 120, seen(120, 120), "stopped").over
    assert not look(judge, 130, seen(130, 130), "stopped").over
    assert look(judge, 150, seen(150, 150), "stopped").over == {"stopped"}


def test_a_watch_that_starts_again_does_not_call_well_what_it_has_not_looked_at():
    judge = Judge(0.0)
    assert not look(judge, 0, seen(-10, -10), "stopped", "case:1").over
    for at in range(10, 60, 10):
        verdict = look(judge, at, seen(at, at, stuck=(1,)), "stopped", "case:1")
    assert verdict.over == {"stopped"}


@pytest.mark.parametrize("told", ["late", "case:7", "deaf"])
def test_what_a_standing_bot_hides_is_not_over(told):
    judge = Judge(0.0)
    for at in range(0, 300, 10):
        assert not look(judge, at, seen(-60, -60), told).over


@given(st.lists(st.one_of(st.none(), st.booleans()), min_size=1, max_size=60))
def test_nothing_is_wrong_and_over_at_once(looks):
    """Whatever is seen in whatever order: the heart beats, or not, or nobody can look."""
    judge, beat = Judge(0.0), 0.0
    for turn, beats in enumerate(looks):
        at = turn * 10.0
        beat = at if beats else beat
        glance: Glance | None = None if beats is None else seen(beat, beat)
        verdict = look(judge, at, glance, *Kind)
        assert not verdict.over & verdict.wrong.keys()
        assert all(kind_of(key) in Kind for key in verdict.wrong)
