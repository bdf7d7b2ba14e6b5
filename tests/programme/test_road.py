"""Where somebody stands on the road to a duo, and where it leads."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis.strategies import sampled_from

from bot.programme.people import Role
from bot.programme.road import OTHER_ROLE, Place, after_intake, in_other_role, leads, place_of

ALONG = (Place.NEW, Place.INTAKE, Place.READY, Place.PROPOSED, Place.MATCHED, Place.IN_DUO)
places = sampled_from(tuple(Place))


def test_the_road_of_a_mentee_leads_to_a_duo_place_by_place():
    assert all(leads(here, there) for here, there in pairwise(ALONG))


def test_a_mentor_follows_the_training_where_there_is_one():
    assert after_intake(Role.MENTOR, has_training=True) is Place.TRAINING
    assert after_intake(Role.MENTOR, has_training=False) is Place.READY
    assert after_intake(Role.MENTEE, has_training=True) is Place.READY
    assert leads(Place.INTAKE, Place.TRAINING)
    assert leads(Place.TRAINING, Place.READY)


def test_who_came_in_before_roads_were_kept_counts_as_ready():
    assert place_of(None) is Place.READY
    assert leads(None, Place.PROPOSED)


@pytest.mark.parametrize(
    "here", [Place.NEW, Place.INTAKE, Place.WAIT, Place.OTHER_HELP, Place.TRAINING]
)
def test_nobody_is_matched_who_is_not_ready(here):
    assert not any(leads(here, there) for there in (Place.PROPOSED, Place.MATCHED, Place.IN_DUO))


@given(places)
def test_everybody_stays_where_they_are_and_a_coach_can_always_wait_with_them(here):
    assert leads(here, here)
    assert leads(here, Place.WAIT)


@given(places)
def test_somebody_whose_duo_is_over_can_begin_anew(here):
    assert leads(here, Place.READY)


def test_another_role_begins_at_the_talk_with_a_coach():
    assert in_other_role(None) is in_other_role((Place.NEW, "intake")) is Place.NEW
    assert in_other_role((Place.NEW, OTHER_ROLE)) is Place.NEW


@pytest.mark.parametrize("stood", [None, *Place])
def test_who_comes_back_at_once_stands_where_they_stood(stood):
    back = in_other_role((stood, OTHER_ROLE))
    assert back in (place_of(stood), Place.NEW)
    assert leads(Place.NEW, back)
