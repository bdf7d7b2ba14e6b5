"""What would be too much for one week comes together; and nobody gets more than they should."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.programme.budget import Budget
from bot.programme.letters import Lane
from bot.programme.notices import Notice, ReferralQuestion
from storage.letters import HELD, SENT
from storage.tables import OutboxRow
from tests.conversations import House, Someone
from tests.handlers.arrivals import taps_old

TOGETHER = "So here are a few things together."
ASKED = "I promised to ask you about"
SERVICES = ("sireas", "allo-aide-sociale", "cpas-jette", "cpas-evere")
# The day on which somebody is asked who looked for help on the first Tuesday, and after.
NEXT_TUESDAY = datetime(2026, 3, 10, 9, tzinfo=UTC)
SATURDAY = datetime(2026, 3, 14, 9, tzinfo=UTC)


async def looks_for_help(person: Someone, *services: str) -> None:
    """Wants to be asked about each of them."""
    for service in services:
        await taps_old(person, f"la:k:{service}:admin.help:bru")


@pytest.fixture
async def asked(duo: House, amir: Someone) -> Someone:
    """Amir, on the day on which he is asked about the first of four services."""
    await looks_for_help(amir, *SERVICES)
    await duo.turn_to(NEXT_TUESDAY)
    return amir


def with_words(person: Someone, words: str) -> list[str]:
    return [one["text"] for one in person.messages if words in one["text"]]


async def rows(house: House, state: str) -> list[str]:
    async with house.database.reading() as tx:
        found = select(OutboxRow.kind).where(OutboxRow.state == state)
        return list(await tx.connection.scalars(found))


async def test_one_question_comes_when_it_is_due_and_the_others_together_on_saturday(duo, asked):
    assert len(with_words(asked, ASKED)) == 1
    await duo.turn_to(SATURDAY - timedelta(minutes=1))
    assert with_words(asked, TOGETHER) == []
    await duo.turn_to(SATURDAY)
    (together,) = with_words(asked, TOGETHER)
    assert together.count(ASKED) == 3
    assert "\n\n3. I promised" in together
    await duo.turn_to(SATURDAY + timedelta(days=1))
    assert len(with_words(asked, TOGETHER)) == 1


async def test_each_of_them_is_answered_by_itself_and_the_others_stay(duo, asked):
    await duo.turn_to(SATURDAY)
    before = asked.last
    assert "That is good to hear" in await asked.taps("2. It helped me")
    assert "What made it difficult?" in await asked.taps("3. They said no")
    assert before in [one["text"] for one in asked.messages]
    async with duo.database.transaction() as tx:
        left = await tx.referrals.due(SATURDAY + timedelta(days=60), 10)
    assert left == [], "They were asked, so none of them is due."


async def test_the_week_has_its_question_whatever_else_is_asked(duo, asked, rita):
    await duo.turn_to(SATURDAY)
    await duo.turn_to(datetime(2026, 3, 15, 17, tzinfo=UTC))
    for one in (asked, rita):
        assert "meet" in one.last


async def test_what_was_taken_back_is_not_in_it_and_one_that_is_left_goes_as_it_is(duo, asked):
    async with duo.database.transaction() as tx:
        found = select(OutboxRow.subject).where(OutboxRow.state == HELD).limit(2)
        subjects = list(await tx.connection.scalars(found))
        await tx.forgetting.take_back([ReferralQuestion.kind], subjects, NEXT_TUESDAY)
    await duo.turn_to(SATURDAY)
    assert with_words(asked, TOGETHER) == []
    assert len(with_words(asked, ASKED)) == 2


async def test_who_takes_a_break_gets_nothing_of_it(duo, asked):
    await asked.says("/stop")
    await duo.turn_to(SATURDAY)
    assert (with_words(asked, TOGETHER), len(with_words(asked, ASKED))) == ([], 1)


async def test_after_a_time_away_it_waits_for_the_morning(duo, asked):
    duo.telegram.turn_clock(SATURDAY + timedelta(hours=14))
    await duo.tick()
    assert with_words(asked, TOGETHER) == []
    await duo.turn_to(SATURDAY + timedelta(hours=22))
    assert len(with_words(asked, TOGETHER)) == 1


async def test_what_is_too_much_for_one_letter_comes_a_week_later(duo, amir):
    many = ("cpas-uccle", "cpas-ixelles", "cpas-schaerbeek", "cpas-etterbeek", "cpas-forest")
    await looks_for_help(amir, *SERVICES, *many)
    async with duo.database.transaction() as tx:
        kept = len(await tx.referrals.due(NEXT_TUESDAY, 20))
    await duo.turn_to(NEXT_TUESDAY)
    await duo.turn_to(SATURDAY)
    assert amir.last.count(ASKED) == 6
    await duo.turn_to(SATURDAY + timedelta(days=7))
    assert sum(text.count(ASKED) for text in with_words(amir, ASKED)) == kept


LOOKED_FOR = (*SERVICES, "cpas-uccle", "cpas-ixelles", "cpas-schaerbeek", "cpas-forest")
A_DAY = timedelta(days=1)
EIGHT_WEEKS = 8 * 7  # days


async def sent(house: House) -> list[tuple[int, str, datetime, datetime]]:
    """Every reminder that went out: to whom, of which kind, when it was due and when it went."""
    row = OutboxRow
    async with house.database.reading() as tx:
        found = select(row.person_id, row.kind, row.due_at, row.settled_at)
        gone = await tx.connection.execute(
            found.where(row.lane == Lane.REMINDER, row.state == SENT, row.edits.is_(None))
        )
        return [(person, kind, due, at) for person, kind, due, at in gone if at]


async def test_in_eight_weeks_nobody_gets_more_than_four_a_week_and_what_is_exempt_is_in_time(
    duo, amir, rita, programme
):
    await duo.turn_to(datetime(2026, 3, 3, 17, 5, tzinfo=UTC))
    for day in range(EIGHT_WEEKS):
        await duo.pass_by(days=1)
        if day % 7 == 0:
            for one in (amir, rita):
                await looks_for_help(one, *LOOKED_FOR[day % 2 * 4 :][:4])
        if day % 10 == 0:
            await taps_old(rita, "gv:sireas")
    budget, letters = Budget.of(programme), await sent(duo)
    exempt = [(due, at) for _, kind, due, at in letters if Notice.by_kind[kind].exempt]
    counted = [(to, due, at) for to, kind, due, at in letters if not Notice.by_kind[kind].exempt]
    assert len(exempt) > 3
    assert len(counted) > 20
    assert all(at - due < A_DAY for due, at in exempt)
    for moment in (1, 2):  # by when they were due, and by when they went
        weeks = Counter((one[0], budget.begin_of_week(one[moment])) for one in counted)
        assert max(weeks.values()) <= programme.check_in.letters_a_week
    assert with_words(amir, TOGETHER)


async def test_a_mark_without_a_tap_behind_it_is_an_old_button_like_any_other(duo, amir):
    for data in ("+", "++go:menu", "+nothing:known"):
        assert await taps_old(amir, data) == await taps_old(amir, "nothing:known") != ""
