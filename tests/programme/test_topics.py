"""The steps at a topic: one after the other, and always to an end."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from bot.programme.topics import Standing, Step, next_step, number_of

ANY_STANDING = st.builds(Standing, st.booleans(), st.booleans(), st.booleans(), st.booleans())
DONE = {
    Step.MAKE: {"is_made": True, "has_card": False, "shows_now": False, "is_closed": False},
    Step.REOPEN: {"is_closed": False},
    Step.SEND: {"has_card": True, "shows_now": True},
    Step.CHANGE: {"shows_now": True},
    Step.CLOSE: {"is_closed": True},
}


def steps(topic, *, case_is_open):
    """Every step from here on, each of which succeeds."""
    taken = []
    while (step := next_step(topic, case_is_open=case_is_open)) is not Step.REST:
        taken.append(step)
        topic = replace(topic, **DONE[step])
        assert len(taken) <= 4
    return taken, topic


@pytest.mark.parametrize(
    ("topic", "case_is_open", "taken"),
    [
        (Standing(), True, [Step.MAKE, Step.SEND]),
        (Standing(), False, []),
        (Standing(is_made=True), False, [Step.CLOSE]),
        (Standing(is_made=True, has_card=True), True, [Step.CHANGE]),
        (Standing(is_made=True, has_card=True), False, [Step.CHANGE, Step.CLOSE]),
        (Standing(is_made=True, has_card=True, is_closed=True), True, [Step.REOPEN, Step.CHANGE]),
        (Standing(is_made=True, has_card=True, shows_now=True), True, []),
        (Standing(is_made=True, has_card=True, shows_now=True, is_closed=True), False, []),
    ],
)
def test_a_topic_is_made_filled_kept_right_and_closed(topic, case_is_open, taken):
    assert steps(topic, case_is_open=case_is_open)[0] == taken


@given(ANY_STANDING, st.booleans())
def test_from_wherever_it_is_a_topic_comes_to_what_the_case_is(topic, case_is_open):
    _, end = steps(topic, case_is_open=case_is_open)
    if case_is_open:
        assert end == Standing(is_made=True, has_card=True, shows_now=True, is_closed=False)
    else:
        assert end.is_closed or not end.is_made


def test_colleagues_speak_of_a_case_by_four_digits():
    assert (number_of(7), number_of(123_456_789)) == ("0007", "6789")
