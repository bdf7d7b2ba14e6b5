"""On which days somebody can be away, and who takes over."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, strategies as st

from bot.programme.leaves import (
    DAYS_A_PAGE,
    LONGEST,
    PAGES,
    began,
    begins_at,
    days_from,
    is_possible,
    joined,
    who_takes_over,
)
from bot.programme.team import Away, Colleague, Team

TODAY = date(2026, 3, 3)
A_DAY = timedelta(days=1)
BRUSSELS = ZoneInfo("Europe/Brussels")
AWAY = (Away(TODAY, TODAY),)
COLLEAGUES = st.builds(
    Colleague,
    id=st.integers(1, 6),
    branch=st.sampled_from(["brussels", "ghent"]),
    coordinates=st.booleans(),
    reachable=st.booleans(),
    away=st.sampled_from([(), AWAY]),
    deputy=st.none() | st.integers(1, 6),
)
TEAMS = st.lists(COLLEAGUES, max_size=6, unique_by=lambda one: one.id).map(Team)


def els(**facts):
    return Colleague(1, "brussels", **facts)


NADIA = Colleague(2, "brussels")
GHENT = Colleague(3, "ghent")
ODILE = Colleague(4, "brussels", coordinates=True)


def heir(*others, leaver=None):
    return who_takes_over(Team([leaver or els(), *others]), 1, "brussels", TODAY)


def test_the_deputy_takes_over_and_else_somebody_of_the_branch():
    assert heir(NADIA, GHENT, ODILE, leaver=els(deputy=3)) == GHENT.id
    assert heir(GHENT, ODILE, NADIA) == NADIA.id
    assert heir(ODILE, GHENT) == GHENT.id
    assert heir(ODILE) == ODILE.id
    assert heir() is None


def test_who_is_away_takes_over_only_when_everybody_is():
    away = Colleague(2, "brussels", away=AWAY)
    assert heir(away, GHENT) == GHENT.id
    assert heir(away) == away.id
    assert heir(Colleague(2, "brussels", reachable=False), GHENT) == GHENT.id


@given(TEAMS, st.integers(1, 6))
def test_nobody_is_left_without_an_owner_as_long_as_anybody_else_works_here(team, leaver):
    others = {one.id: one for one in team.people if one.id != leaver}
    branch = next((one.branch for one in team.people if one.id == leaver), "brussels")
    chosen = who_takes_over(team, leaver, branch, TODAY)
    assert (chosen in others) if others else chosen is None
    can = [one for one in others.values() if one.is_there(TODAY)]
    if any(not one.coordinates or one.branch == branch for one in can):
        assert others[chosen].is_there(TODAY)


@given(st.integers(0, PAGES - 2))
def test_the_pages_of_days_leave_none_out(page):
    first, after = days_from(TODAY, page), days_from(TODAY, page + 1)
    assert len(first) == DAYS_A_PAGE
    assert after[0] == first[-1] + A_DAY
    assert days_from(TODAY, PAGES - 1)[-1] >= TODAY + LONGEST


def test_a_leave_lies_ahead_ends_after_it_begins_and_lasts_a_year_at_most():
    assert is_possible(TODAY, TODAY, TODAY)
    assert is_possible(TODAY, TODAY + LONGEST, TODAY)
    assert not is_possible(TODAY - A_DAY, TODAY, TODAY)
    assert not is_possible(TODAY + A_DAY, TODAY, TODAY)
    assert not is_possible(TODAY, TODAY + LONGEST + A_DAY, TODAY)
    assert not is_possible(TODAY + LONGEST + A_DAY, TODAY + LONGEST + A_DAY, TODAY)


def test_a_leave_begins_at_midnight_on_the_wall_in_winter_and_in_summer():
    winter, summer = begins_at(date(2026, 1, 5), BRUSSELS), begins_at(date(2026, 7, 6), BRUSSELS)
    assert winter == datetime(2026, 1, 4, 23, tzinfo=UTC)
    assert summer == datetime(2026, 7, 5, 22, tzinfo=UTC)


def test_a_leave_begins_with_its_first_day_or_when_it_was_said_if_that_was_later():
    midnight = begins_at(TODAY, BRUSSELS)
    at_noon = datetime(2026, 3, 3, 11, tzinfo=UTC)
    assert began(TODAY, at_noon, BRUSSELS) == at_noon
    assert began(TODAY, midnight - A_DAY, BRUSSELS) == midnight
    assert began(TODAY, None, BRUSSELS) == midnight


def test_days_before_a_new_leave_stay_and_its_end_counts():
    third, fifth, sixth, ninth = (TODAY + number * A_DAY for number in (0, 2, 3, 6))
    assert joined((fifth, ninth), (third, sixth)) == (third, ninth)
    assert joined((third, fifth), (third, ninth)) == (third, fifth)
    assert joined((third, fifth), (fifth, ninth)) == (third, ninth)
