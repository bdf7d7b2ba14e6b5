"""What stands in the way: told to whom the person chooses, and to nobody else."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.sealing import Where
from storage.tables import CaseRow, ObstacleRow, OutboxRow
from tests.conversations import House, Someone
from tests.handlers.arrivals import FIRST_SUNDAY, behind, leaves, taps_old


async def tells(person: Someone, obstacle: str, audience: str) -> str:
    """After a week without a meeting."""
    for tap in ("No, not this week", "Skip this", "Something is in the way", obstacle):
        await person.taps(tap)
    return await person.taps(audience)


async def kept(house: House) -> int:
    async with house.database.reading() as tx:
        return len((await tx.connection.execute(select(ObstacleRow.id))).all())


async def facts_of(house: House, kind: str) -> list[str]:
    async with house.database.reading() as tx:
        rows = await tx.connection.execute(select(OutboxRow).where(OutboxRow.kind == kind))
        return [row.subject + row.occurrence for row in rows]


async def test_the_coach_hears_it_at_once_and_the_person_is_shown_where_there_is_help(
    duo, amir, rita, els
):
    await duo.turn_to(FIRST_SUNDAY)
    said = await tells(amir, "Money", "My coach")
    assert "Your coach Els will read it and contact you." in said
    assert amir.buttons == [
        "Money and debts",
        "Food",
        "Find help",
        "Change my answer",
        "My coach",
    ]
    assert "Amir (mentee) tells you that something is in the way." in els.last
    assert "What it is: Money" in els.last
    await duo.pass_by(days=1)
    assert "Money" not in str(rita.messages)
    await els.taps("I take it")
    assert "Your coach Els knows what is in the way and will contact you." in amir.last


async def test_the_mentor_hears_it_kindly_when_the_person_wants_it(duo, amir, rita, els):
    await duo.turn_to(FIRST_SUNDAY)
    assert "Your mentor hears it too." in await tells(amir, "Papers", "My coach and my mentor")
    await duo.pass_by(days=1)
    assert "Amir wants you to know: the papers are difficult now." in str(rita.messages)
    assert "You do not have to solve it." in str(rita.messages)
    assert "What it is: Papers" in els.last


async def test_the_answer_may_be_changed_after_telling_what_is_in_the_way(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    await tells(amir, "Money", "Nobody")
    await amir.taps("Change my answer")
    assert "Your answer: yes, we met." in await amir.taps("Yes, we met")


async def test_what_nobody_may_know_is_not_kept(duo, amir, rita, els):
    await duo.turn_to(FIRST_SUNDAY)
    before = len(els.messages)
    assert "I tell nobody, and I have forgotten it." in await tells(amir, "Family", "Nobody")
    await duo.pass_by(days=1)
    assert await kept(duo) == 0
    assert len(els.messages) == before
    assert "Family" not in str(rita.messages)


@pytest.mark.parametrize("audience", ["My coach", "mentor_too"])
async def test_the_mentor_never_hears_of_health_whatever_is_tapped_or_forged(
    duo, amir, rita, els, audience
):
    await duo.turn_to(FIRST_SUNDAY)
    for tap in ("No, not this week", "Skip this", "Something is in the way", "Health"):
        await amir.taps(tap)
    assert "I never tell your mentor anything about your health." in amir.last
    assert "My coach and my mentor" not in amir.buttons
    prompt = behind(amir, "My coach").split(":")[1]
    forged = f"ow:{prompt}:health:mentor_too"
    await (amir.taps(audience) if audience == "My coach" else taps_old(amir, forged))
    await duo.pass_by(days=1)
    assert "What it is: Health" in els.last
    assert "Health" not in str(rita.messages)
    assert await facts_of(duo, "obstacle_shared") == []


async def test_the_mentor_reads_nothing_of_how_it_is_for_the_mentee(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY)
    before = [one["text"] for one in rita.messages]
    for tap in ("Yes, we met", "1 hour", "1 - very hard", "Something is in the way", "Health",
                "My coach", "My coach"):  # fmt: skip
        await amir.taps(tap)
    await duo.pass_by(hours=20)
    assert [one["text"] for one in rita.messages] == before


async def test_what_comes_again_is_added_to_the_open_case(duo, amir, els):
    await duo.turn_to(FIRST_SUNDAY)
    await tells(amir, "Money", "My coach")
    await duo.turn_to(FIRST_SUNDAY + timedelta(days=7))
    await tells(amir, "Housing", "My coach")
    assert "What it is: Money (only the coach knows this) and Housing (only" in els.last
    await els.taps("I take it")
    async with duo.database.reading() as tx:
        reasons = (await tx.connection.scalars(select(CaseRow.reason))).all()
    assert reasons.count("obstacle") == 1


async def test_who_taps_twice_tells_it_once(duo, amir, els):
    await duo.turn_to(FIRST_SUNDAY)
    for tap in ("No, not this week", "Skip this", "Something is in the way", "Money"):
        await amir.taps(tap)
    coach = behind(amir, "My coach")
    before = len(els.messages)
    for _ in range(3):
        await taps_old(amir, coach)
    assert await kept(duo) == 1
    assert len(els.messages) == before + 1


async def test_no_letter_tells_in_the_clear_what_is_in_the_way(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    await tells(amir, "Money", "My coach and my mentor")
    async with duo.database.reading() as tx:
        rows = (await tx.connection.execute(select(OutboxRow.subject, OutboxRow.occurrence))).all()
        sealed = (await tx.connection.scalars(select(ObstacleRow.theme))).all()
    assert "money" not in str(rows)
    assert b"money" not in b"".join(bytes(one) for one in sealed)


async def test_who_leaves_is_forgotten_with_what_was_in_the_way(duo, amir, els):
    await duo.turn_to(FIRST_SUNDAY)
    await tells(amir, "Money", "My coach")
    await leaves(amir)
    assert await kept(duo) == 0
    async with duo.database.reading() as tx:
        told = select(CaseRow.closed_at).where(CaseRow.reason == "obstacle")
        closed = (await tx.connection.scalars(told)).all()
    assert all(closed)


async def test_no_card_tells_what_stood_in_the_way_of_somebody_who_has_left(duo, amir, els):
    await duo.turn_to(FIRST_SUNDAY)
    await tells(amir, "Health", "My coach")
    await els.taps("I take it")
    await els.taps("It is solved")
    await duo.turn_to(FIRST_SUNDAY + timedelta(days=7))
    await tells(amir, "Money", "My coach")
    await leaves(amir)
    cards = [one["text"] for one in els.messages if "Closed on" in one.get("text", "")]
    assert len([one for one in cards if "This person has left" in one]) == 2
    assert not [one for one in els.messages if "Health" in str(one) or "Money" in str(one)]
    async with duo.database.reading() as tx:
        found = select(OutboxRow.id, OutboxRow.facts).where(OutboxRow.facts.is_not(None))
        for row in await tx.connection.execute(found):
            facts = str(tx.keys.open_json(row.facts, Where("outbox", "facts", row.id)))
            assert not {"health", "money", "Amir"} & set(facts.replace("'", " ").split())


async def test_ninety_days_after_the_duo_what_is_left_is_forgotten(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY)
    for tap in ("No, not this week", "1 - very hard", "Something is in the way", "Money"):
        await amir.taps(tap)
    await amir.taps("My coach")
    await leaves(rita)
    for days, left in ((89, 1), (2, 0)):
        duo.telegram.advance_clock(timedelta(days=days))
        await duo.app.actions.upkeep.sweep()
        assert await kept(duo) == left
        assert len(await feelings(duo)) == left


async def feelings(house: House) -> list[object]:
    async with house.database.reading() as tx:
        rows = await tx.connection.exec_driver_sql("SELECT feeling FROM prompts")
        return [one for (one,) in rows if one is not None]
