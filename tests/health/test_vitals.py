"""When people are served, and when only a new start helps: rules over plain numbers."""

import pytest

from bot.health.vitals import Vitals, reasons, silent_parts
from bot.programme.letters import Lane


def test_a_house_that_is_well_has_no_reasons():
    well = Vitals(silent_for=89, poll_age=179, tick_age=119, round_age=299)
    assert list(reasons(well)) == []
    assert list(silent_parts(well)) == []


@pytest.mark.parametrize(
    ("vitals", "says"),
    [
        (Vitals(silent_for=91), "not been heard for 91 s"),
        (Vitals(refused=True), "does not accept the token"),
        (Vitals(shared=True), "Another program polls with this token"),
        (Vitals(tick_age=None), "the bot is starting"),
        (Vitals(tick_age=121), "last looked what is due 121 s ago"),
        (Vitals(trouble="The database does not answer."), "database does not answer"),
        (Vitals(oldest=((Lane.CASE, 121),)), "lane case has waited for 121 s"),
        (Vitals(oldest=((Lane.REPLY, 121),)), "lane reply has waited"),
        (Vitals(oldest=((Lane.REMINDER, 1801),)), "lane reminder has waited for 1801 s"),
    ],
)
def test_each_trouble_is_said_in_plain_words(vitals, says):
    (reason,) = reasons(vitals)
    assert says in reason
    assert list(silent_parts(vitals)) == []


def test_everybody_s_question_of_the_week_may_take_its_time():
    assert list(reasons(Vitals(oldest=((Lane.BROADCAST, 1799), (Lane.CASE, 119))))) == []


@pytest.mark.parametrize("silent", [{"poll_age": 181.0}, {"round_age": 301.0}])
def test_a_part_that_came_to_a_standstill_needs_a_new_start(silent):
    assert len(list(silent_parts(Vitals(**silent)))) == 1
