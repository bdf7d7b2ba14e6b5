"""All people of a colleague go to another one: at once, and what was said stays closed."""

import pytest
from sqlalchemy import insert, select, update

from bot.actions.handing_over import NobodyOfThatName
from storage.ids import new_id
from storage.tables import CaseMessageRow, CaseRow
from tests.handlers.arrivals import (
    behind,
    joins_as_coach,
    joins_as_coordinator,
    message_with,
    newest_of_bot,
    remembered,
    taps_old,
)
from tests.handlers.test_leaves import owner_of


@pytest.fixture
async def nadia(duo):
    return await joins_as_coach(duo, "Nadia")


@pytest.fixture
async def odile(duo):
    return await joins_as_coordinator(duo)


async def calls(house, amir):
    """Amir asks for his coach, and has written something that only Els was to read."""
    await amir.says("/coach")
    async with house.database.transaction() as tx:
        case_id = await tx.connection.scalar(select(CaseRow.id))
        person = (await tx.people.by_telegram(amir.id)).id
        await tx.connection.execute(insert(CaseMessageRow).values(
            id=new_id(), case_id=case_id, author_id=person, side="person", form="text",
            sent_at=house.telegram.clock.now(),
        ))  # fmt: skip
    return case_id


async def hands_over(person, to="Nadia"):
    await person.says("/team")
    await person.taps("Hand my people over")
    await person.taps(to)
    return await person.taps("Yes, I am sure")


async def is_away(coach):
    """Until Sunday."""
    await coach.says("/away")
    await coach.taps("I am away from now on")
    await coach.taps("Sun 8 Mar")
    await coach.taps("Whoever is there")


async def is_closed(house, case_id):
    async with house.database.reading() as tx:
        return await tx.caseloads.words_are_closed(case_id)


def letters(person):
    return "\n".join(one["text"] for one in person.messages)


async def test_els_hands_all_her_people_over_and_everybody_hears_the_new_name(
    duo, amir, rita, els, nadia
):
    await rita.says("/language")
    await rita.taps("Français")
    await calls(duo, amir)
    assert "Nadia has these people from now on." in await hands_over(els)
    assert "You have a new coach: Nadia." in letters(amir)
    assert "Nadia" in rita.last
    assert "Amir and Rita" in letters(nadia)
    assert "They wait for you to read it:\n– Amir: " in letters(nadia)
    assert await owner_of(duo) == "Nadia"
    assert "Amir" in await nadia.says("/duos")
    assert "Amir" not in await els.says("/duos")
    assert "You have no open cases." in await els.says("/cases")


async def test_what_amir_wrote_to_els_stays_closed_until_he_agrees(duo, amir, els, nadia):
    case_id = await calls(duo, amir)
    assert not await is_closed(duo, case_id)
    await hands_over(els)
    assert await is_closed(duo, case_id)
    assert "May Nadia read what you wrote before? Only you decide." in letters(amir)
    assert "stays closed" in await amir.taps("No, keep it closed")
    assert await is_closed(duo, case_id)


async def test_nadia_hears_that_amir_lets_her_read_it(duo, amir, els, nadia):
    case_id = await calls(duo, amir)
    await hands_over(els)
    assert "Nadia may read now what you wrote before." in await amir.taps("Yes, that is fine")
    assert not await is_closed(duo, case_id)
    assert "Amir lets you read what was written before." in nadia.last


@pytest.mark.parametrize("change", [{"audience": "team"}, {"reason": "danger"}])
async def test_what_the_team_may_know_and_what_is_danger_stays_open(duo, amir, els, nadia, change):
    case_id = await calls(duo, amir)
    async with duo.database.transaction() as tx:
        await tx.connection.execute(update(CaseRow).values(**change))
    await hands_over(els)
    assert not await is_closed(duo, case_id)
    assert "May Nadia read" not in letters(amir)


async def test_a_yes_to_one_coach_is_none_to_the_next(duo, amir, els, nadia):
    await joins_as_coach(duo, "Karel")
    case_id = await calls(duo, amir)
    await hands_over(els)
    yes = behind(amir, "Yes, that is fine")
    await duo.pass_by(minutes=1)
    await hands_over(nadia, "Karel")
    await amir.forges(yes, newest_of_bot(amir))
    assert await is_closed(duo, case_id)


async def test_a_coordinator_hands_over_for_a_coach_of_the_branch(duo, amir, els, nadia, odile):
    said = await odile.says("/team")
    assert "Els (coach)\nDuos: 1. Open cases: 0." in said
    await odile.taps("Els")
    await odile.taps("Hand all people over")
    said = await odile.taps("Nadia")
    assert "All of this goes to Nadia.\nDuos: 1. Open cases: 0." in said
    await odile.taps("Yes, I am sure")
    assert "Amir" in await nadia.says("/duos")


async def test_the_team_says_who_is_away_and_what_nobody_has_read(duo, amir, els, odile):
    await amir.says("/coach")
    await is_away(els)
    said = await odile.says("/team")
    assert "Away until Sunday 8 March." in said
    assert "Not read yet: 1." in said
    assert "Els" not in els.buttons


async def test_who_is_away_is_marked_where_somebody_is_chosen_to_take_over(duo, els, nadia):
    await is_away(nadia)
    await els.says("/team")
    assert "Nadia: Away until Sunday 8 March." in await els.taps("Hand my people over")


async def test_els_leaves_and_has_no_right_from_that_moment_on(duo, amir, rita, els, nadia, odile):
    await calls(duo, amir)
    old_card, take = message_with(els, "Amir")["message_id"], behind(els, "I take it")
    await odile.says("/team")
    await odile.taps("Els")
    await odile.taps("Leaves the programme")
    assert "sees nothing of people any more" in await odile.taps("Nadia")
    assert "Els has left" in await odile.taps("Yes, I am sure")
    assert "You no longer work with me." in els.last
    assert "Els has left the team." in letters(nadia)
    assert old_card not in [one["message_id"] for one in els.messages if "Amir" in one["text"]]
    before = await remembered(duo)
    for said in [await taps_old(els, take), *[await els.says(f"/{one}") for one in
                 ("duos", "cases", "people", "team", "away", "numbers")]]:  # fmt: skip
        assert "Amir" not in said
        assert "Rita" not in said
    assert await owner_of(duo) == "Nadia"
    assert "Amir" in await nadia.says("/duos")
    after = await remembered(duo)
    assert after["cases"] == before["cases"]
    assert after["duos"] == before["duos"]


async def test_nothing_of_els_is_kept_after_she_has_left(duo, els, nadia):
    await els.says("/away")
    await els.taps("Who stands in for me")
    await els.taps("Nadia")
    await nadia.says("/away")
    await nadia.taps("Mon 9 Mar")
    await nadia.taps("Fri 13 Mar")
    await nadia.taps("Els")
    await duo.app.actions.handing_over.let_go_by_name("els", None)
    await duo.settle()
    async with duo.database.reading() as tx:
        person = await tx.people.by_telegram(els.id)
        assert (person.role, person.branch, person.first_name) == (None, None, "")
        assert not await tx.staff.deputies()
        (leave,) = await tx.staff.leaves_from(duo.telegram.clock.now().date())
        assert leave.deputy_id is None


async def test_alone_els_leaves_and_her_people_wait_for_who_comes_in(duo, amir, rita, els):
    await amir.says("/coach")
    given = await duo.app.actions.handing_over.let_go_by_name("Els", "brussels")
    await duo.settle()
    assert (given.heir, given.duos, given.cases) == ("", 1, 1)
    assert "Amir" not in await els.says("/cases")
    nadia = await joins_as_coach(duo, "Nadia")
    assert await owner_of(duo) == "Nadia"
    assert "Amir" in await nadia.says("/duos")
    assert "You have a new coach: Nadia." in letters(rita)
    assert "These people had no coach." in letters(nadia)


async def test_by_name_somebody_must_be_meant(duo, els):
    await joins_as_coach(duo, "Els", "ghent")
    handing_over = duo.app.actions.handing_over
    with pytest.raises(NobodyOfThatName, match="Nobody who works here is called Amir"):
        await handing_over.let_go_by_name("Amir", None)
    with pytest.raises(NobodyOfThatName, match=r"\(brussels, ghent\)"):
        await handing_over.let_go_by_name("Els", None)


async def test_a_coach_hands_over_own_people_only_and_lets_nobody_go(duo, els, nadia, amir):
    async with duo.database.reading() as tx:
        ids = [(await tx.people.by_telegram(one.id)).id for one in (els, nadia, amir)]
    me, other, somebody = ids
    before = await remembered(duo)
    for tap in (f"tm:s:{other}", f"tm:h:{other}", f"tm:l:{other}", f"tm:l:{me}",
                f"hr:h:{other}:{me}:0", f"hr:h:{other}:{me}:1", f"hr:l:{other}:{me}:1",
                f"hr:l:{me}:{other}:1", f"hr:h:{me}:{somebody}:1", f"hr:h:{me}:{me}:1",
                f"wo:{me}:1"):  # fmt: skip
        said = await els.forges(tap, newest_of_bot(els))
        assert "This is not for you" in said, tap
    assert await remembered(duo) == before
