"""What stands in the way, and who may know it."""

import pytest

from bot.programme.needs.codes import THEMES
from bot.programme.obstacles import (
    THEMES_OF,
    Audience,
    Obstacle,
    audience_of,
    choices_for,
    each_once,
)


@pytest.mark.parametrize("wanted", Audience)
def test_whatever_is_chosen_the_mentor_never_hears_of_health(wanted):
    assert audience_of(Obstacle.HEALTH, wanted) is not Audience.MENTOR_TOO


@pytest.mark.parametrize("obstacle", Obstacle)
def test_nobody_means_nobody_and_the_coach_comes_first(obstacle):
    assert audience_of(obstacle, Audience.NOBODY) is Audience.NOBODY
    assert choices_for(obstacle)[0] is Audience.COACH
    assert Audience.NOBODY in choices_for(obstacle)


def test_all_but_health_may_be_told_to_the_mentor_too():
    may = {one for one in Obstacle if Audience.MENTOR_TOO in choices_for(one)}
    assert may == set(Obstacle) - {Obstacle.HEALTH}
    assert all(audience_of(one, Audience.MENTOR_TOO) is Audience.MENTOR_TOO for one in may)


def test_each_obstacle_leads_to_themes_that_the_directory_has():
    assert set(THEMES_OF) == set(Obstacle)
    assert {theme for themes in THEMES_OF.values() for theme in themes} <= set(THEMES)


def test_what_was_told_twice_stands_once_with_the_most_that_anybody_may_know():
    coach, both = Audience.COACH, Audience.MENTOR_TOO
    money, health = Obstacle.MONEY, Obstacle.HEALTH
    assert each_once([(money, coach), (health, coach), (money, both), (money, coach)]) == (
        (money, both),
        (health, coach),
    )
