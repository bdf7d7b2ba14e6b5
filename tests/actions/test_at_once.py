"""Two people, or one person twice, at the very same moment."""

import asyncio
from datetime import timedelta

import pytest

from bot.actions import AlreadyHandled
from bot.programme.check_ins import Answer
from bot.programme.people import Visit
from storage.inbox import Arrival
from tests.handlers.arrivals import FIRST_SUNDAY, remembered


async def visits(house, *telegram_ids):
    """Updates that have come in, one of each person."""
    numbers = range(1, len(telegram_ids) + 1)
    arrivals = [Arrival(*both, {}) for both in zip(numbers, telegram_ids, strict=True)]
    async with house.database.transaction() as tx:
        await tx.inbox.store(arrivals, house.telegram.clock.now())
    return [Visit(one.sender_id, one.update_id) for one in arrivals]


async def test_of_two_who_use_a_link_at_once_one_becomes_a_coach(house):
    actions = house.app.actions
    token = await actions.invitations.invite_coach("Nadia", "ghent")
    both = await visits(house, 11, 12)
    await asyncio.gather(*(actions.invitations.accept(one, token) for one in both))
    roles = [row[4] for row in (await remembered(house))["people"]]
    assert sorted(roles, key=str) == [None, "coach"]
    ((*_, used_by, _),) = (await remembered(house))["invitations"]
    assert used_by is not None


async def test_of_two_coaches_who_take_a_case_at_once_the_asker_hears_one(duo, amir, els):
    await amir.says("I want my coach")
    (case,) = (await remembered(duo))["cases"]
    both = await visits(duo, els.id, els.id)
    await asyncio.gather(*(duo.app.actions.cases.take(one, case[0]) for one in both))
    await duo.settle()
    assert str(amir.messages).count("looks after your question") == 1


async def test_both_of_a_duo_who_answer_at_once_settle_the_week_once(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY)
    prompts = {row[2]: row[0] for row in (await remembered(duo))["prompts"]}
    async with duo.database.reading() as tx:
        ids = [(await tx.people.by_telegram(one.id)).id for one in (amir, rita)]
    both = await visits(duo, amir.id, rita.id)
    await asyncio.gather(
        *(
            duo.app.actions.check_in_answers.answer(visit, prompts[person], Answer.NOT_MET)
            for visit, person in zip(both, ids, strict=True)
        )
    )
    assert [row[5] for row in (await remembered(duo))["check_ins"]] == ["not_met"]


async def test_a_tick_beside_a_tick_asks_once(duo, amir):
    duo.telegram.turn_clock(FIRST_SUNDAY)
    ask = duo.app.actions.check_ins.ask_due
    await asyncio.gather(ask(), ask())
    await duo.settle()
    assert len((await remembered(duo))["prompts"]) == 2


async def test_an_update_is_handled_once(duo, amir):
    (visit,) = await visits(duo, amir.id)
    await duo.app.actions.guide.help(visit)
    before = await remembered(duo, but=())
    with pytest.raises(AlreadyHandled):
        await duo.app.actions.guide.help(visit)
    assert await remembered(duo, but=()) == before


async def test_an_action_that_fails_leaves_nothing_behind(duo, amir, monkeypatch):
    (visit,) = await visits(duo, amir.id)
    before = await remembered(duo, but=())
    monkeypatch.setattr("bot.actions.pauses.Paused", None)
    with pytest.raises(TypeError):
        await duo.app.actions.pauses.stop(visit)
    assert await remembered(duo, but=()) == before


async def test_old_updates_are_forgotten_after_two_days_and_not_before(duo, amir):
    await amir.says("/help")
    await duo.pass_by(hours=48)
    await duo.app.actions.upkeep.sweep()
    kept = await remembered(duo, but=())
    assert kept["inbox"]
    await duo.pass_by(seconds=1)
    await duo.app.actions.upkeep.sweep()
    gone = await remembered(duo, but=())
    assert gone["inbox"] == []
    assert len(gone["outbox"]) == len(kept["outbox"])


async def test_somebody_for_whom_nothing_worked_hears_sorry_and_whom_to_call(duo, amir):
    await duo.app.actions.guide.apologise(77, amir.id)
    await duo.app.actions.guide.apologise(78, 999)
    await duo.settle()
    assert "It is our mistake, not yours." in amir.last
    assert "Brussels: 02" in amir.last


async def test_the_sample_people_settle_in_once(duo):
    samples = duo.app.actions.samples
    at = await samples.next_check_in()
    assert at == FIRST_SUNDAY
    await duo.pass_by(days=5, hours=8)
    assert await samples.next_check_in() == FIRST_SUNDAY + timedelta(weeks=1)
