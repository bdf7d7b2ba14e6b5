"""Somebody begins to register, and does not come to the end."""

import pytest

from tests.handlers.arrivals import MENTEE, agrees, behind, finishes, leaves, starts, taps_old

ASKS = "You began to register here. Do you want to go on?"
LAST = "I do not write about it again."
TO_COACHES = "Fatima began to register (mentee in Brussels) and is not ready."


@pytest.fixture
async def fatima(duo):
    fatima = await starts(duo)
    await agrees(fatima)
    await fatima.taps(MENTEE)
    await fatima.says("Fatima")
    await fatima.says("1999")
    await fatima.taps("Brussels")
    return fatima


async def test_a_gentle_word_after_two_days_one_after_seven_and_then_a_line_for_a_coach(
    duo, fatima, els
):
    await duo.pass_by(days=1, hours=23)
    assert ASKS not in fatima.last
    await duo.pass_by(hours=2)
    assert ASKS in fatima.last
    assert "Hello Fatima!" in fatima.last
    assert fatima.buttons[:2] == ["Go on registering", "My coach"]
    await duo.pass_by(days=5)
    assert LAST in fatima.last
    assert TO_COACHES not in str(els.messages)
    await duo.pass_by(days=3)
    assert TO_COACHES in str(els.messages)
    for _ in range(4):
        await duo.pass_by(days=7)
    said = [one["text"] for one in fatima.messages]
    assert (sum(ASKS in one for one in said), sum(LAST in one for one in said)) == (1, 1)
    assert str(els.messages).count(TO_COACHES) == 1
    assert "Registration not finished: 1 person" in await els.says("/work")
    await els.taps("Finish registering")
    said = await els.taps("1. Fatima")
    assert "Tap the name to write." in said
    assert "Year of birth: 1999" in said
    await fatima.taps("Yes")
    assert "Registration not finished: 0 people" in await els.says("/work")


async def test_no_coach_opens_the_card_of_who_stopped_and_then_left(duo, fatima, els):
    for days in (3, 6, 4):
        await duo.pass_by(days=days)
    await els.says("/work")
    await els.taps("Finish registering")
    card = behind(els, "1. Fatima")
    await leaves(fatima)
    assert "1. Fatima" not in await els.says("/work")
    assert "Brussels" not in await taps_old(els, card)


async def test_the_button_leads_to_the_question_that_waits(duo, fatima):
    await duo.pass_by(days=2, hours=1)
    assert "Do you have roots" in await fatima.taps("Go on registering")
    assert "You are registered." in await finishes(fatima)
    await duo.pass_by(days=30)
    assert LAST not in str(fatima.messages)


async def test_an_answer_puts_the_reminder_off(duo, fatima):
    await duo.pass_by(days=1, hours=1)
    await fatima.taps("Yes")
    await duo.pass_by(days=1)
    assert ASKS not in str(fatima.messages)
    await duo.pass_by(days=1, hours=1)
    assert ASKS in fatima.last


async def test_who_left_hears_nothing_and_no_coach_does(duo, fatima, els):
    await leaves(fatima)
    await duo.pass_by(days=30)
    assert ASKS not in str(fatima.messages)
    assert TO_COACHES not in str(els.messages)


async def test_who_blocked_the_bot_is_let_be(duo, fatima, els):
    await fatima.blocks()
    await duo.pass_by(days=30)
    assert TO_COACHES not in str(els.messages)


async def test_who_wrote_of_danger_is_let_be(duo, fatima, els):
    await fatima.says("I want to die")
    await duo.pass_by(days=30)
    assert ASKS not in str(fatima.messages)
    assert TO_COACHES not in str(els.messages)


async def test_who_takes_a_break_is_not_reminded(duo, fatima):
    await fatima.says("stop")
    await duo.pass_by(days=3)
    assert ASKS not in str(fatima.messages)


async def test_who_did_not_agree_is_not_written_to(duo):
    fatima = await starts(duo)
    await fatima.taps("English")
    before = len(fatima.messages)
    await duo.pass_by(days=30)
    assert len(fatima.messages) == before


async def test_without_a_town_no_coach_hears_of_it(duo, els):
    fatima = await starts(duo)
    await agrees(fatima)
    await fatima.taps(MENTEE)
    await fatima.says("Fatima")
    for _ in range(10):
        await duo.pass_by(days=3)
    assert "began to register" not in str(els.messages)
    assert LAST in str(fatima.messages)
