"""Being away: the days, who stands in, what goes on meanwhile, and coming back."""

from datetime import timedelta

import pytest

from bot.actions import leaves
from tests.handlers.arrivals import joins_as_coach, newest_of_bot


@pytest.fixture
async def nadia(duo):
    return await joins_as_coach(duo, "Nadia")


async def owner_of(house, reason="asked"):
    """The first name of who answers for the only open case of this reason."""
    async with house.database.reading() as tx:
        people = await tx.people.staff()
        found = [
            one.first_name
            for one in people
            if any(case.reason == reason for case in await tx.cases.open_of(one.id))
        ]
    assert len(found) == 1, found
    return found[0]


async def goes_away(person, deputy="Nadia", first="I am away from now on", last="Sun 8 Mar"):
    await person.says("/away")
    await person.taps(first)
    await person.taps(last)
    return await person.taps(deputy)


async def test_els_says_in_five_taps_that_she_is_away_and_nadia_hears_it(duo, els, nadia):
    await els.says("/menu")
    await els.taps("My team")
    await els.taps("My leave")
    await els.taps("Mon 9 Mar")
    await els.taps("Fri 13 Mar")
    said = await els.taps("Nadia")
    assert "Your leave: Monday 9 March – Friday 13 March." in said
    assert "You stand in for Els: Monday 9 March – Friday 13 March." in nadia.last


async def test_what_waits_for_els_goes_on_with_nadia_as_soon_as_els_is_away(duo, amir, els, nadia):
    await amir.says("/coach")
    assert await owner_of(duo) == "Els"
    assert "1 open case goes on with a colleague now." in await goes_away(els)
    assert await owner_of(duo) == "Nadia"
    assert "Amir" in "\n".join(one["text"] for one in nadia.messages)


async def test_els_is_back_early_and_what_nobody_took_is_hers_again(duo, amir, els, nadia):
    await amir.says("/coach")
    await goes_away(els)
    await els.says("/away")
    said = await els.taps("I am back")
    assert "1 open case is yours again." in said
    assert await owner_of(duo) == "Els"
    assert "You no longer stand in for Els." in nadia.last


async def test_what_nadia_has_taken_stays_with_nadia_when_els_comes_back(duo, amir, els, nadia):
    await amir.says("/coach")
    await goes_away(els)
    await nadia.taps("I take it")
    await duo.turn_to(duo.telegram.clock.now() + timedelta(days=6, hours=1))
    await duo.app.actions.leaves.look()
    await duo.settle()
    letters = "\n".join(one["text"] for one in els.messages)
    assert "No case waits for you." in letters
    assert "A colleague goes on with 1 case of your people." in letters
    assert await owner_of(duo) == "Nadia"


async def test_a_leave_that_begins_later_passes_on_what_waits_on_its_first_morning(
    duo, amir, els, nadia
):
    await amir.says("/coach")
    await amir.taps("Something else")
    await amir.taps("This week")
    await els.taps("I take it")
    await goes_away(els, first="Wed 4 Mar")
    assert await owner_of(duo) == "Els"
    await duo.pass_by(hours=13)  # midnight on the wall in Brussels
    assert await duo.app.actions.leaves.look() == 0
    await duo.pass_by(hours=8)
    assert await duo.app.actions.leaves.look() == 1
    assert await duo.app.actions.leaves.look() == 0
    assert await owner_of(duo) == "Nadia"


async def test_what_els_takes_on_her_free_day_stays_hers(duo, amir, els, nadia):
    await amir.says("/coach")
    await goes_away(els)
    await duo.pass_by(minutes=5)
    await els.taps("I take it")
    assert await duo.app.actions.leaves.look() == 0
    assert await owner_of(duo) == "Els"


async def test_alone_in_the_programme_els_keeps_her_cases_while_she_is_away(duo, amir, els):
    await amir.says("/coach")
    await els.says("/away")
    await els.taps("I am away from now on")
    await els.taps("Sun 8 Mar")
    said = await els.taps("Whoever is there")
    assert "Whoever is there stands in for you." in said
    assert "goes on" not in said
    assert await owner_of(duo) == "Els"


async def test_els_makes_her_leave_longer_and_is_away_on_all_its_days(duo, els, nadia):
    odile = await joins_as_coach(duo, "Odile")
    await goes_away(els, first="Mon 9 Mar", last="Fri 13 Mar")
    await goes_away(els, "Odile", first="Wed 11 Mar", last="Mon 16 Mar")
    said = await els.says("/away")
    assert said.count("–") == 2
    assert "Monday 9 March – Monday 16 March" in said
    assert "You no longer stand in for Els." in nadia.last
    assert "You stand in for Els" in odile.last
    await els.taps("Cancel Mon 9 Mar")
    assert "You no longer stand in for Els." in odile.last
    assert "You are away" not in await els.says("/away")


async def test_a_call_on_a_day_of_the_longer_leave_does_not_go_to_els(duo, amir, els, nadia):
    await goes_away(els, last="Fri 6 Mar")
    await goes_away(els, first="Thu 5 Mar", last="Wed 11 Mar")
    await amir.says("/coach")
    assert await owner_of(duo) == "Nadia"


async def test_a_leave_that_fails_keeps_no_other_one_waiting(duo, amir, els, nadia, monkeypatch):
    await amir.says("/coach")
    odile = await joins_as_coach(duo, "Odile")
    await els.taps("I take it")
    await goes_away(odile, last="Tue 3 Mar")
    await goes_away(els, first="Wed 4 Mar")

    async def breaks(*_):
        raise ValueError

    monkeypatch.setattr(leaves, "come_back", breaks)
    await duo.pass_by(hours=21)
    assert await duo.app.actions.leaves.look() == 1
    assert await owner_of(duo) == "Nadia"


async def test_who_is_away_on_all_these_days_is_not_offered_as_deputy(duo, els, nadia):
    await goes_away(nadia, "Els", first="Mon 9 Mar", last="Fri 13 Mar")
    await els.says("/away")
    await els.taps("Tue 10 Mar")
    await els.taps("Wed 11 Mar")
    assert "Nadia" not in els.buttons


async def test_els_names_who_is_asked_when_she_does_not_answer(duo, els, nadia):
    await els.says("/away")
    await els.taps("Who stands in for me")
    assert "I ask Nadia first." in await els.taps("Nadia")
    assert "When Els does not answer, I ask you first." in nadia.last
    assert "I ask Nadia first." in await els.says("/away")
    await els.taps("Who stands in for me")
    assert "I ask whoever is there." in await els.taps("Whoever is there")


async def test_the_days_go_on_for_a_year(duo, els):
    await els.says("/away")
    await els.taps("Later days")
    assert "Tue 24 Mar" in els.buttons
    assert "I am away from now on" not in els.buttons
    await els.taps("Tue 24 Mar")
    await els.taps("Later days")
    assert "Tue 14 Apr" in els.buttons


OLD = ["lu:2026-03-02:0", "ld:2026-03-02:2026-03-09", "ld:2026-03-09:2026-03-05",
       "lk:2026-03-02:2026-03-09:0", "lk:2026-03-09:2028-03-09:0", "lk:2026-03-09:2026-03-10:7",
       "le:7"]  # fmt: skip


async def test_old_and_forged_days_change_nothing(duo, els):
    for tap in OLD:
        await els.says("/menu")
        assert "That is not possible any more." in await els.forges(tap, newest_of_bot(els)), tap
    async with duo.database.reading() as tx:
        assert not await tx.staff.leaves_from(duo.telegram.clock.now().date())
