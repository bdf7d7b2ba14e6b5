"""The directory from one version to the next: what is made anew, and what is shared."""

from dataclasses import replace
from datetime import date

import pytest

from bot.programme.directory import Catalogue, Entry, Phone, Service
from bot.programme.directory.naming import Named

DOOR = Service("door", {"nl": "Open Deur"}, "", ("housing.rent",), ("BE-BRU",))
LINE = Service("line", {"nl": "Luisterlijn"}, "", ("crisis.talk",), ("BE",), is_crisis_line=True)
BEFORE = Catalogue([Entry(DOOR), Entry(LINE)], 1)


def renewed(
    *written: Service, keys: tuple[str, ...] = ("door", "line"), door_doubts: int = 0
) -> Catalogue:
    return BEFORE.renewed(2, keys, {one.key: one for one in written}, {"door": door_doubts})


def test_a_doubt_makes_nothing_new_but_its_entry():
    after = renewed(door_doubts=1)
    assert after.version == 2
    assert after.by_key["door"] == Entry(DOOR, 1)
    assert after.by_key["line"] is BEFORE.by_key["line"]
    assert after.index is BEFORE.index


@pytest.mark.parametrize(
    "changed",
    [
        replace(DOOR, assured_on=date(2026, 3, 3)),
        replace(DOOR, hours={"nl": "'s ochtends"}, website="https://door.be/"),
    ],
)
def test_what_nobody_looks_for_leaves_the_names_as_they_are(changed: Service):
    after = renewed(changed)
    assert after.by_key["door"].service == changed
    assert after.index is BEFORE.index


@pytest.mark.parametrize(
    "changed",
    [
        replace(DOOR, name={"nl": "Wijde Deur"}),
        replace(DOOR, needs=("debt.help",)),
        replace(DOOR, areas=("BE-VLG",)),
        replace(DOOR, phones=(Phone("02 111 22 33"),)),
        replace(DOOR, is_crisis_line=True),
    ],
)
def test_what_a_service_is_found_by_counts_at_once(changed: Service):
    after = renewed(changed)
    assert after.index is not BEFORE.index
    fresh = Catalogue([Entry(changed), Entry(LINE)]).index
    assert after.index.by_place == fresh.by_place
    assert after.index.lines == fresh.lines
    assert after.index.names.numbers == fresh.names.numbers
    assert after.index.names.named_in("wijde deur") == fresh.names.named_in("wijde deur")


def test_a_new_service_is_found_and_one_that_went_is_not():
    window = replace(DOOR, key="window", name={"nl": "Klein Raam"})
    after = renewed(window, keys=("line", "window"))
    assert after.index.names.named_in("klein raam") == Named("window", certain=False)
    assert after.index.names.named_in("open deur") is None
    assert [one.service.key for one in after.for_need("housing.rent")] == ["window"]


def test_an_entry_that_could_not_be_read_is_passed_over_and_changes_nothing_else():
    after = renewed(keys=("broken", "door", "line"))
    assert list(after.by_key) == ["door", "line"]
    assert after.index is BEFORE.index


def test_the_same_without_one_entry_does_not_show_it():
    rest = BEFORE.without("line")
    assert rest.lines_for("crisis.talk") == ()
    assert rest.for_need_in("housing.rent", "BE-BRU") == (Entry(DOOR),)
