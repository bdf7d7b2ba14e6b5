"""Who may be matched: whoever has done the training, or need not."""

import pytest
from hypothesis import given, strategies as st

from bot.programme.road import OTHER_ROLE, Place
from bot.programme.training.guard import may_be_matched, missing, was_ready

KEYS = ("a", "b", "c", "d")


@given(st.sets(st.sampled_from([*KEYS, "gone"])), st.booleans())
def test_all_modules_or_an_exception(done, excepted):
    assert may_be_matched(KEYS, done, excepted=excepted) == (excepted or set(KEYS) <= done)


def test_what_is_missing_keeps_its_order():
    assert missing(KEYS, {"b", "gone"}) == ("a", "c", "d")
    assert missing((), ()) == ()


@pytest.mark.parametrize(
    ("steps", "ready"),
    [
        ([], False),
        ([(None, Place.NEW)], False),
        ([(None, Place.NEW), (Place.NEW, Place.TRAINING)], False),
        ([(None, Place.NEW), (Place.TRAINING, Place.READY), (Place.READY, Place.WAIT)], True),
        ([(None, Place.WAIT)], True),  # came in before roads were kept
        ([(None, Place.IN_DUO), (Place.IN_DUO, None), (None, Place.NEW)], False),
    ],
)
def test_who_was_ready_stays_so_until_they_leave(steps, ready):
    assert was_ready((*one, "") for one in steps) == ready


def test_who_was_ready_as_a_mentee_is_not_ready_as_a_mentor_and_who_comes_back_is():
    as_mentee = [(None, Place.NEW, ""), (Place.NEW, Place.READY, "")]
    as_mentor = [*as_mentee, (Place.READY, Place.NEW, OTHER_ROLE)]
    assert was_ready(as_mentee)
    assert not was_ready(as_mentor)
    assert was_ready([*as_mentor, (Place.NEW, Place.READY, OTHER_ROLE)])
    assert not was_ready([(None, Place.NEW, OTHER_ROLE)])  # a mentee from before roads were kept
