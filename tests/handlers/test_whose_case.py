"""Whose case it is: after somebody left, went away or handed over, and in which list it stands."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.cards.case_buttons import WaitTap
from bot.programme.cases import NextStep, Reason
from storage.cases import new_case
from storage.tables import CaseRow
from tests.handlers.arrivals import joins_as_coach, message_with
from tests.handlers.trusting import trust
from tests.post.letters import refused


@pytest.fixture
async def nadia(duo):
    return await joins_as_coach(duo, "Nadia")


async def the_case(house):
    async with house.database.reading() as tx:
        return await tx.cases.get(await tx.connection.scalar(select(CaseRow.id)))


async def is_answered_and_laid_aside(duo, amir, els):
    await trust(duo, els)
    await amir.says("/coach")
    await amir.says("My papers are lost")
    await els.taps("I take it")
    await els.taps("Read")
    await els.answers("My papers are lost", "The town hall answers in two weeks")
    card = message_with(els, "Amir (mentee)")["message_id"]
    await els.forges(WaitTap(case_id=(await the_case(duo)).id, days=14).pack(), card)
    return await the_case(duo)


async def test_what_els_answered_and_laid_aside_waits_as_long_with_nadia(duo, amir, els, nadia):
    before = await is_answered_and_laid_aside(duo, amir, els)
    await els.says("/team")
    await els.taps("Hand my people over")
    await els.taps("Nadia")
    await els.taps("Yes, I am sure")
    after = await the_case(duo)
    kept = ("answered_at", "waits_until", "next_step", "next_at")
    assert [getattr(after, one) for one in kept] == [getattr(before, one) for one in kept]
    assert before.next_step == NextStep.WAKE
    assert after.owner_id != before.owner_id
    assert "Nadia" in message_with(nadia, "Amir (mentee)")["text"]


async def test_what_els_answered_is_hers_again_after_a_day_of_leave(duo, amir, els, nadia):
    before = await is_answered_and_laid_aside(duo, amir, els)
    await duo.pass_by(minutes=5)
    await els.says("/away")
    for tap in ("I am away from now on", "Sun 8 Mar", "Nadia"):
        await els.taps(tap)
    assert (await the_case(duo)).owner_id != before.owner_id
    await els.says("/away")
    assert "1 open case is yours again." in await els.taps("I am back")
    after = await the_case(duo)
    assert (after.owner_id, after.waits_until) == (before.owner_id, before.waits_until)


async def test_a_coach_who_was_let_go_gets_no_card_when_a_message_does_not_arrive(
    duo, amir, els, nadia
):
    await trust(duo, els)
    await amir.says("/coach")
    await amir.says("My papers are lost")
    await els.taps("Read")
    refused(duo, 500, "Internal Server Error", chat=amir.id, times=3)
    await els.answers("My papers are lost", "Come to room four")
    await duo.app.actions.handing_over.let_go_by_name("Els", None)
    await duo.settle()
    before = len(els.messages)
    refused(duo, 403, "Forbidden: bot was blocked by the user", chat=amir.id, times=30)
    for _ in range(3):
        await duo.pass_by(minutes=2)
    assert els.messages[before:] == []


async def test_els_sees_the_danger_first_and_how_many_there_are_in_all(duo, amir, els):
    async with duo.database.transaction() as tx:
        person = (await tx.people.by_telegram(amir.id)).id
        coach, now = (await tx.people.by_telegram(els.id)).id, duo.telegram.clock.now()
        later = now + timedelta(days=5)
        plan = {"next_at": later, "next_step": NextStep.REMIND, "taken_at": now, "taken_by": coach}
        for reason in [one for one in Reason if one not in (Reason.DANGER, Reason.CHECK_SERVICES)]:
            case = new_case(reason, coach, now - timedelta(days=20), person_id=person)
            await tx.cases.open(replace(case, **plan))
    await amir.says("I want to kill myself")
    before = len(els.messages)
    await els.says("/cases")
    said = [one["text"] for one in els.messages[before:]]
    summary, first, *_ = [one for one in said if one != "/cases"]
    assert "You have 11 open cases." in summary
    assert "I show you the 10 most urgent ones first." in summary
    assert "danger" in first
    assert "Here is 1 more." in await els.taps("Show the next ones")
    await els.forges("ce:7", els.messages[-1]["message_id"])
    assert "You have 11 open cases." in els.last
