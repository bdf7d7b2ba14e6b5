"""Who can be asked on which day: deputies, leaves, and branches without anybody."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, strategies as st

from bot.programme.cases import Rung
from bot.programme.team import Away, Colleague, Team, told_to_few
from tests.profiles import examples

DAY = date(2026, 11, 23)
THAT_DAY = (DAY, DAY)
ELS, TOM, NADIA, FAR, ODILE = 1, 2, 3, 4, 5
GHENT, LIEGE = "ghent", "liege"


def team(**changes):
    """Els, Tom and Nadia in Ghent, a coach far away, and Odile who coordinates Ghent."""
    people = {
        "els": Colleague(ELS, GHENT),
        "tom": Colleague(TOM, GHENT),
        "nadia": Colleague(NADIA, GHENT),
        "far": Colleague(FAR, LIEGE),
        "odile": Colleague(ODILE, GHENT, coordinates=True),
    }
    return Team([replace(one, **changes.get(name, {})) for name, one in people.items()])


def away(deputy=None):
    return {"away": (Away(*THAT_DAY, deputy),)}


def test_the_own_coach_is_asked_first_and_then_who_came_next():
    assert team().rungs(ELS, GHENT, DAY) == {
        Rung.OWN_COACH: (ELS,),
        Rung.DEPUTY: (TOM,),
        Rung.BRANCH: (ELS, TOM, NADIA),
        Rung.COORDINATOR: (ODILE,),
    }


def test_who_is_away_is_on_no_rung_and_the_deputy_of_the_leave_stands_in():
    rungs = team(els=away(NADIA) | {"deputy": TOM}).rungs(ELS, GHENT, DAY)
    assert rungs[Rung.OWN_COACH] == ()
    assert rungs[Rung.DEPUTY] == (NADIA,)
    assert rungs[Rung.BRANCH] == (TOM, NADIA)


def test_a_named_deputy_stands_in_when_a_leave_names_none():
    rungs = team(els=away() | {"deputy": NADIA}).rungs(ELS, GHENT, DAY)
    assert rungs[Rung.DEPUTY] == (NADIA,)


def test_the_deputy_of_the_deputy_stands_in_when_both_are_away():
    both = team(els=away(TOM), tom=away(NADIA)).rungs(ELS, GHENT, DAY)
    assert both[Rung.DEPUTY] == (NADIA,)


def test_two_who_stand_in_for_each_other_and_are_both_away_leave_it_to_the_branch():
    both = team(els=away(TOM), tom=away(ELS)).rungs(ELS, GHENT, DAY)
    assert both[Rung.DEPUTY] == (NADIA,)


def test_who_is_out_of_reach_is_on_no_rung():
    rungs = team(els={"reachable": False}).rungs(ELS, GHENT, DAY)
    assert all(ELS not in one for one in rungs.values())


def test_who_has_no_coach_yet_gets_the_first_of_the_branch():
    assert team().rungs(None, GHENT, DAY)[Rung.OWN_COACH] == (ELS,)


def test_where_a_branch_has_no_coach_those_of_all_stand_in():
    rungs = team().rungs(None, "namur", DAY)
    assert rungs[Rung.BRANCH] == (ELS, TOM, NADIA, FAR)
    assert rungs[Rung.COORDINATOR] == ()


def test_a_coordinator_stands_in_where_no_coach_is_there():
    alone = Team([Colleague(ODILE, GHENT, coordinates=True)])
    assert alone.rungs(None, GHENT, DAY)[Rung.OWN_COACH] == (ODILE,)


def test_the_last_of_a_branch_is_followed_by_the_first():
    assert team().rungs(NADIA, GHENT, DAY)[Rung.DEPUTY] == (ELS,)


def test_who_works_alone_has_no_deputy():
    alone = Team([Colleague(ELS, GHENT)])
    assert alone.rungs(ELS, GHENT, DAY)[Rung.DEPUTY] == ()


def test_somebody_answers_even_when_nobody_is_there():
    assert team().first(GHENT) == ELS
    assert team().first("namur") == ELS
    assert Team([]).first(GHENT) is None


def test_who_cannot_be_asked_now_is_passed_over():
    fewer = team().without([ELS, TOM])
    assert fewer.rungs(ELS, GHENT, DAY)[Rung.BRANCH] == (NADIA,)
    assert fewer.is_there(NADIA, DAY)
    assert not fewer.is_there(ELS, DAY)
    assert not fewer.is_there(99, DAY)


def test_who_takes_something_while_away_goes_on_with_it():
    since = datetime(2026, 11, 23, 8, tzinfo=UTC)
    later, before = since + timedelta(hours=1), since - timedelta(hours=1)
    gone = (Away(*THAT_DAY, NADIA, since),)
    els = team(els={"away": gone})
    assert els.goes_on(ELS, later, DAY)
    assert not els.goes_on(ELS, before, DAY)
    assert not els.goes_on(ELS, None, DAY)
    assert els.goes_on(TOM, None, DAY)
    assert not team(els={"away": gone, "reachable": False}).goes_on(ELS, later, DAY)
    assert not els.goes_on(99, later, DAY)


people = st.lists(
    st.builds(
        Colleague,
        id=st.integers(1, 8),
        branch=st.sampled_from([GHENT, LIEGE]),
        coordinates=st.booleans(),
        reachable=st.booleans(),
        away=st.sampled_from([(), (Away(*THAT_DAY, 3),), (Away(*THAT_DAY),)]),
        deputy=st.sampled_from([None, 1, 2, 3]),
    ),
    unique_by=lambda one: one.id,
)


@examples(60)
@given(people, st.integers(1, 9) | st.none(), st.sampled_from([GHENT, LIEGE, None]))
def test_nobody_who_is_away_or_out_of_reach_is_ever_asked(colleagues, own, branch):
    all_of_them = Team(colleagues)
    rungs = all_of_them.rungs(own, branch, DAY)
    asked = {one for rung in rungs.values() for one in rung}
    assert all(all_of_them.is_there(one, DAY) for one in asked)
    coaches = [one for one in colleagues if not one.coordinates and one.is_there(DAY)]
    assert asked or not coaches


def test_who_wants_only_the_coach_to_know_is_made_known_to_few():
    few = told_to_few(team().rungs(ELS, GHENT, DAY))
    assert few[Rung.BRANCH] == ()
    assert (few[Rung.OWN_COACH], few[Rung.DEPUTY], few[Rung.COORDINATOR]) == (
        (ELS,), (TOM,), (ODILE,),
    )  # fmt: skip
