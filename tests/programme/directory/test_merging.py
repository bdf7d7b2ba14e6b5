"""Bringing a file in: what is done to each entry."""

from dataclasses import replace
from datetime import date

from hypothesis import given, strategies as st

from bot.programme.directory import Service
from bot.programme.directory.merging import differences, merge
from tests.directory.services import SOME, a_service
from tests.profiles import examples

THEN, LATER = date(2026, 1, 5), date(2026, 2, 6)
DOOR, LINE = a_service("the-door"), a_service("the-line", is_crisis_line=True)


def by_key(*services: Service) -> dict[str, Service]:
    return {one.key: one for one in services}


def test_new_entries_are_added():
    assert merge({}, [DOOR, LINE]).added == (DOOR, LINE)


def test_an_entry_that_says_the_same_is_left_alone_with_the_day_it_was_checked():
    checked = replace(DOOR, assured_on=THEN)
    done = merge(by_key(checked), [DOOR])
    assert done.unchanged == (checked,)
    assert not done.assured


def test_an_entry_that_changed_is_not_believed_on_an_old_check():
    mended = replace(DOOR, email="door@example.be", assured_on=THEN)
    done = merge(by_key(replace(DOOR, assured_on=THEN)), [mended])
    assert done.changed[0][1].assured_on is None


def test_an_entry_that_changed_is_believed_on_a_later_check():
    mended = replace(DOOR, email="door@example.be", assured_on=LATER)
    done = merge(by_key(replace(DOOR, assured_on=THEN)), [mended])
    assert done.changed[0][1] == mended


def test_only_what_is_asked_to_go_goes():
    old = by_key(DOOR, LINE)
    assert merge(old, []).removed == ()
    assert merge(old, [], crisis_lines_too=True).removed == ()
    some = merge(old, [], remove_missing=True)
    assert (some.removed, some.spared) == ((DOOR,), (LINE,))
    everything = merge(old, [], remove_missing=True, crisis_lines_too=True)
    assert (everything.removed, everything.spared) == ((DOOR, LINE), ())


def test_what_differs_is_named_with_what_was_and_what_is():
    mended = replace(DOOR, email="door@example.be", areas=("BE-BRU",))
    assert list(differences(DOOR, mended)) == [
        ("service_areas", [{"area_code": "BE"}], [{"area_code": "BE-BRU"}]),
        ("email", None, "door@example.be"),
    ]


@examples(25)
@given(SOME, SOME, st.booleans(), st.booleans())
def test_nothing_is_lost_on_the_way(old, new, remove_missing, crisis_lines_too):
    done = merge(
        by_key(*old), new, remove_missing=remove_missing, crisis_lines_too=crisis_lines_too
    )
    told = (*done.added, *(after for _, after in done.changed), *done.assured, *done.unchanged)
    assert sorted(one.key for one in told) == sorted(one.key for one in new)
    assert not {one.key for one in done.removed} & {one.key for one in new}
    assert not any(one.is_crisis_line for one in done.removed) or crisis_lines_too
    assert merge(by_key(*told), told).unchanged == told
