"""How long people usually wait, reckoned from what others waited."""

from datetime import UTC, datetime, timedelta
from statistics import median

from hypothesis import given
from hypothesis.strategies import integers, lists, randoms, timedeltas

from bot.programme.road import Place
from bot.programme.waiting.band import FEWEST, Band, Taken, band, is_longer, waits

BEGAN = datetime(2026, 3, 2, 9, tzinfo=UTC)
SINCE = BEGAN - timedelta(days=1)
WEEK = timedelta(weeks=1)
waited = lists(timedeltas(timedelta(), timedelta(days=900)), min_size=FEWEST, max_size=40)


def steps(*goals, person=1):
    """Somebody who takes one step a week."""
    origins = (None, *goals)
    return [
        Taken(person, origin, goal, BEGAN + number * WEEK)
        for number, (origin, goal) in enumerate(zip(origins, goals, strict=False))
    ]


def weeks(*taken):
    return [one / WEEK for one in waits(taken, SINCE)]


def test_the_middle_half_of_those_who_waited_is_told_in_whole_weeks():
    assert band([n * WEEK for n in (1, 3, 4, 6, 20)]) == Band(3, 6)
    assert band([timedelta(days=n) for n in (7, 23, 30, 40, 90)]) == Band(3, 6)


def test_of_too_few_people_nothing_is_told():
    assert band([WEEK] * (FEWEST - 1)) is None


def test_who_waited_no_day_is_told_of_one_week():
    assert band([timedelta()] * FEWEST) == Band(0, 1)


@given(waited)
def test_the_band_is_in_order_and_holds_the_one_in_the_middle(some):
    usual = band(some)
    assert usual
    assert 0 <= usual.low <= usual.high
    assert usual.low * WEEK <= median(some) <= usual.high * WEEK


@given(waited, randoms())
def test_the_order_of_people_changes_nothing(some, chance):
    shuffled = list(some)
    chance.shuffle(shuffled)
    assert band(shuffled) == band(some)


@given(waited, integers(1, 60))
def test_who_waited_longer_than_the_band_reads_so(some, more):
    usual = band(some)
    assert usual
    assert is_longer((usual.high + more) * WEEK, usual)
    assert not is_longer(usual.high * WEEK, usual)
    assert not is_longer(more * WEEK, None)


def test_who_said_no_to_somebody_waited_all_the_time():
    ready, asked, both = Place.READY, Place.PROPOSED, Place.MATCHED
    assert weeks(*steps(ready, asked, ready, asked, both, Place.IN_DUO)) == [4]


def test_who_waited_twice_counts_twice_and_what_led_elsewhere_not():
    ready, both = Place.READY, Place.MATCHED
    assert weeks(*steps(ready, both, ready, both)) == [1, 1]
    assert weeks(*steps(ready, Place.WAIT, both)) == []
    assert weeks(*steps(both)) == []
    mixed = (*steps(ready, both), *steps(ready, Place.PROPOSED, both, person=2))
    assert weeks(*mixed) == [1, 2]


def test_who_found_a_duo_long_ago_counts_no_more():
    taken = steps(Place.READY, Place.MATCHED)
    assert list(waits(taken, BEGAN + 2 * WEEK)) == []
