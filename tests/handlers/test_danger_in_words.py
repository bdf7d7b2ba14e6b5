"""Who is asked whether a coach may call often writes, speaks or thanks instead of tapping."""

from datetime import timedelta

import pytest

from tests.handlers.arrivals import (
    FIRST_SUNDAY,
    agrees,
    behind,
    finishes,
    message_with,
    starts,
    taps_old,
)
from tests.handlers.test_danger import MAY_CALL, VEILED, cases_of_danger
from tests.handlers.test_one_promise import reads
from tests.handlers.test_requests import the_case
from tests.handlers.test_signposts import speaks

TOLD_NOBODY = "I have told nobody what you wrote."


async def in_the_questions(house):
    fatima = await starts(house)
    await agrees(fatima)
    await fatima.taps("I am looking for work")
    return fatima


@pytest.mark.parametrize(
    "said", ["yes please call me", "can i talk to a real person please", "/coach"]
)
async def test_a_written_yes_brings_a_coach_as_the_button_does(duo, els, said):
    fatima = await in_the_questions(duo)
    await fatima.says(VEILED)
    (told,) = await reads(fatima, said)
    assert "a coach of the office, Els, that you want a call" in told["text"]
    assert await cases_of_danger(duo) == [("danger", "now", None)]
    assert (await the_case(duo)).may_call == "yes"


async def test_a_written_no_tells_nobody(duo, els):
    fatima = await in_the_questions(duo)
    await fatima.says(VEILED)
    assert TOLD_NOBODY in await fatima.says("no, not now")
    assert await cases_of_danger(duo) == []
    assert "which year" in await fatima.says("Fatima")


async def test_something_else_leaves_the_question_with_its_buttons(duo, els):
    fatima = await in_the_questions(duo)
    await fatima.says(VEILED)
    answer = await fatima.says("I live with my sister")
    assert TOLD_NOBODY in answer
    assert answer.endswith(MAY_CALL)
    assert "Yes, call me" in fatima.buttons


async def test_a_voice_below_the_question_goes_to_a_coach(duo, els):
    fatima = await in_the_questions(duo)
    await fatima.says(VEILED)
    duo.telegram.send(fatima.id, "voice")
    await duo.settle()
    assert "a coach of the office, Els, that you may need help now" in fatima.last
    assert not any("I can only read text" in one["text"] for one in fatima.messages)
    assert (await the_case(duo)).reason == "danger"


async def test_a_sticker_below_the_question_leaves_the_question(duo, els):
    fatima = await in_the_questions(duo)
    await fatima.says(VEILED)
    duo.telegram.send(fatima.id, "sticker")
    await duo.settle()
    assert fatima.last.endswith(MAY_CALL)


async def test_merci_below_the_question_puts_it_once_more(duo, amir):
    await amir.says(VEILED)
    assert (await amir.says("thank you")).endswith(MAY_CALL)
    assert "welcome" in await amir.says("thank you")


async def test_who_has_called_a_coach_reads_who_can_read_it_and_the_coach_hears_of_danger(
    duo, amir, els
):
    await amir.says("/coach")
    await amir.says(VEILED)
    assert "words that can mean danger" in els.last
    answer = await amir.taps("No, I am fine")
    assert TOLD_NOBODY not in answer
    assert "Your coach Els can read what you wrote." in answer


async def test_who_registers_in_danger_reads_who_knows_and_not_that_all_can_wait(duo, els):
    fatima = await in_the_questions(duo)
    await fatima.says("I want to kill myself")
    for said in ("Fatima", "1999"):
        await fatima.says(said)
    await fatima.taps("Brussels")
    await finishes(fatima)
    assert "Your coach Els knows that you may need help." in fatima.last
    assert "choose a time" not in fatima.last


async def test_while_the_office_is_closed_nobody_is_promised_a_call_at_once(duo, amir):
    await duo.turn_to(FIRST_SUNDAY - timedelta(hours=6))
    answer = await amir.says(VEILED)
    assert "The office is closed now. It opens on Monday 9 March" in answer
    assert answer.endswith("when the office opens, or as soon as somebody can?")
    await amir.taps("Yes, call me")
    assert "that you want a call." in amir.last
    assert "Can it not wait?" not in amir.last


async def test_who_is_in_danger_reads_which_question_is_closed(duo, amir, els):
    await amir.says("/coach")
    await els.taps("I take it")
    old = behind(els, "It is solved")
    await amir.says("I want to kill myself")
    await taps_old(els, old)
    closed = message_with(amir, "thinks that your question is solved")["text"]
    assert "Your other message stays open: you may need help." in closed


async def test_a_coach_is_reminded_which_language_the_person_reads(duo, amir, els):
    await speaks(amir, "fr")
    await amir.says("/coach")
    await els.taps("Reply")
    assert "Amir reads: Français." in els.last
