"""What nobody asked for, and a coach should look at: each is a case with an owner and an end."""

from datetime import timedelta

import pytest

from bot.programme.cases import NextStep
from tests.handlers.arrivals import FIRST_SUNDAY, leaves, remembered

A_WEEK = timedelta(weeks=1)
HARD = "Amir (mentee) told me twice that it is not going well."
DIFFER = "Amir and Rita said different things about two weeks, one after the other."
RESTS = "Amir (mentee) takes a break."


async def cases_of(house, reason):
    """The cases of this reason, the oldest first."""
    numbers = [one[0] for one in (await remembered(house))["cases"] if one[1] == reason]
    async with house.database.reading() as tx:
        found = [await tx.cases.get(one) for one in numbers]
    return sorted(found, key=lambda one: one.opened_at)


async def says_how_it_is(house, amir, week, feeling):
    await house.turn_to(FIRST_SUNDAY + week * A_WEEK)
    await amir.taps("No, not this week")
    return await amir.taps(feeling)


async def test_twice_hard_calls_the_coach_and_amir_reads_whom_it_was_told(duo, amir, els):
    await says_how_it_is(duo, amir, 0, "2 - hard")
    assert await cases_of(duo, "goes_badly") == []
    await says_how_it_is(duo, amir, 1, "1 - very hard")
    assert HARD in str(els.messages)
    assert "I have asked your coach Els to contact you." in amir.last
    assert "No, thank you" in amir.buttons
    await says_how_it_is(duo, amir, 2, "2 - hard")
    assert len(await cases_of(duo, "goes_badly")) == 1
    assert str(amir.messages).count("I have asked your coach Els to contact you.") == 1


async def test_who_wants_no_call_says_so_with_one_tap(duo, amir, els):
    for week in range(2):
        await says_how_it_is(duo, amir, week, "1 - very hard")
    assert "Your question is closed." in await amir.taps("No, thank you")
    (case,) = await cases_of(duo, "goes_badly")
    assert case.closed_at is not None
    assert "Closed on" in str(els.messages)


async def test_one_better_week_between_calls_nobody(duo, amir):
    for week, feeling in enumerate(("1 - very hard", "3 - so-so", "2 - hard")):
        await says_how_it_is(duo, amir, week, feeling)
    assert await cases_of(duo, "goes_badly") == []


async def they_differ(house, amir, rita, week):
    await house.turn_to(FIRST_SUNDAY + week * A_WEEK)
    await amir.taps("No, not this week")
    await rita.taps("Yes, we met")


async def test_two_weeks_about_which_they_differ_come_to_the_coach_after_an_hour(
    duo, amir, rita, els
):
    await they_differ(duo, amir, rita, 0)
    await they_differ(duo, amir, rita, 1)
    (case,) = await cases_of(duo, "differs")
    assert case.owner_id is not None
    assert DIFFER not in str(els.messages)
    await duo.pass_by(hours=16)
    assert DIFFER in str(els.messages)
    assert "different" not in str(amir.messages) + str(rita.messages)


async def test_who_corrects_a_slip_of_the_thumb_calls_nobody(duo, amir, rita, els):
    await they_differ(duo, amir, rita, 0)
    await they_differ(duo, amir, rita, 1)
    await rita.taps("Change my answer")
    await rita.taps("No, we did not meet")
    await duo.pass_by(hours=16)
    assert DIFFER not in str(els.messages)
    (case,) = await cases_of(duo, "differs")
    assert case.closed_at is not None


async def test_a_break_is_kept_in_mind_and_looked_at_when_it_lasts_long(duo, amir, els):
    await amir.says("stop")
    (case,) = await cases_of(duo, "rests")
    assert case.next_at == case.opened_at + 2 * A_WEEK
    await duo.pass_by(minutes=10)
    assert str(els.messages).count(RESTS) == 1
    await duo.pass_by(days=14)
    await duo.pass_by(hours=1)
    assert str(els.messages).count(RESTS) == 2
    assert "Does the break last long? Then ask how Amir is." in els.last


async def test_a_break_with_an_end_is_left_in_peace_and_ends_the_case(duo, amir, els):
    await amir.says("stop")
    await amir.taps("1 month")
    (case,) = await cases_of(duo, "rests")
    assert case.next_at > case.opened_at + 3 * A_WEEK
    await amir.says("resume")
    (case,) = await cases_of(duo, "rests")
    assert case.closed_at is not None


async def test_who_stays_behind_is_not_forgotten(duo, amir, rita, els):
    await leaves(amir)
    (case,) = await cases_of(duo, "left")
    async with duo.database.reading() as tx:
        assert (await tx.people.get(case.person_id)).first_name == "Rita"
    assert case.next_step == NextStep.CLIMB
    await duo.pass_by(days=1)
    assert "The duo of Rita (mentor) has ended, because the other one left." in str(els.messages)


async def test_who_comes_back_within_reach_ends_the_case(duo, amir, els):
    await amir.blocks()
    assert "I cannot reach Amir (mentee) on Telegram any more." in els.last
    await amir.unblocks()
    assert "Amir (mentee) could not be reached on Telegram for some time." in els.last
    (case,) = await cases_of(duo, "unreachable")
    assert case.closed_at is not None


@pytest.mark.parametrize("way", ["blocks", "stop"])
async def test_every_case_has_an_owner_and_a_next_step(duo, amir, els, way):
    await (amir.blocks() if way == "blocks" else amir.says(way))
    (case,) = [*await cases_of(duo, "unreachable"), *await cases_of(duo, "rests")]
    assert case.owner_id
    assert case.next_at
    assert case.next_step
