"""My coach: heard in every state, by whoever can be reached."""

import pytest

from bot.programme.cases import Reason
from tests.handlers.arrivals import (
    MENTEE,
    MENTOR,
    agrees,
    behind,
    joins_as_coach,
    leaves,
    message_with,
    registers,
    remembered,
    starts,
)

NO_COACH = "No coach can be reached now. Your question waits safely for the first coach."
STRANGER = "Somebody new"


async def test_a_stranger_at_the_door_is_heard_and_told_whom_to_call(duo, els):
    fatima = duo.meet("Fatima", "en")
    said = await fatima.says("I want to talk to my coach")
    assert "I have told a coach of the office, Els, that you want to talk." in said
    assert "Brussels: 02" in said
    assert "Call 112 now." in said
    assert STRANGER in els.last


async def test_a_stranger_who_has_told_a_name_and_a_role_is_named(duo, els):
    fatima = await starts(duo)
    await agrees(fatima)
    await fatima.taps(MENTOR)
    await fatima.says("Fatima")
    await fatima.says("I want my coach")
    assert "Fatima (mentor) wants to talk to you." in els.last
    assert "Language: English" in els.last


@pytest.mark.parametrize(
    "steps", [[], ["English"], ["English", "I agree"], ["English", "I agree", MENTEE]]
)
async def test_after_the_call_the_same_question_is_answered(duo, els, steps):
    fatima = await starts(duo)
    for step in steps:
        await fatima.taps(step)
    asked = fatima.last
    await fatima.says("I want my coach")
    assert STRANGER in els.last
    assert asked in await fatima.says("/start")


async def test_somebody_registered_without_a_duo_reaches_the_coach_of_the_branch(duo, els):
    antwerp = await joins_as_coach(duo, "Nadia", "antwerp")
    fatima = await registers(duo, town="Antwerp")
    assert "your coach Nadia" in await fatima.taps("My coach")
    assert "Fatima (mentee) wants to talk to you." in antwerp.last
    assert "Fatima" not in els.last


async def test_where_a_branch_has_no_coach_any_coach_hears_it(duo, els):
    fatima = await registers(duo, town="Ghent")
    assert "your coach Els" in await fatima.taps("My coach")
    assert "Fatima (mentee) wants to talk to you." in els.last


async def test_who_does_not_fit_the_programme_may_call_too(duo, els):
    fatima = await starts(duo)
    await agrees(fatima)
    await fatima.taps(MENTEE)
    await fatima.says("Fatima")
    await fatima.says("1970")
    await fatima.says("I want my coach")
    assert "Fatima (mentee) wants to talk to you." in els.last


async def test_who_takes_a_break_may_call_and_hears_the_answer(duo, amir, els):
    await amir.says("stop")
    await amir.taps("My coach")
    assert "Amir (mentee) wants to talk to you." in els.last
    await els.taps("I take it")
    assert "Your coach Els looks after your question" in amir.last


async def test_the_call_of_somebody_who_leaves_is_closed_on_every_copy(duo, amir, els):
    nadia = await joins_as_coach(duo)
    await amir.says("I want my coach")
    await duo.pass_by(days=2)
    take = behind(els, "I take it")
    await leaves(amir)
    said = amir.last
    cards = [message_with(one, "This person has left") for one in (els, nadia)]
    assert all("Closed on" in card["text"] for card in cards)
    assert "Amir" not in str([els.messages, nadia.messages])
    assert "You have 1 open case." in await els.says("/cases")
    await els.forges(take, cards[0]["message_id"])
    assert amir.last == said


async def test_who_has_left_may_call_and_hears_that_it_was_read(duo, amir, els):
    await leaves(amir)
    assert "I have told a coach of the office, Els" in await amir.says("I want my coach")
    assert "wants to talk to you, and is not registered yet." in els.last
    assert els.messages[-1]["entities"][0]["user"]["id"] == amir.id
    await els.taps("I take it")
    assert "Your coach Els looks after your question and will contact you." in amir.last


async def test_without_any_coach_the_call_waits_for_the_first_one(house):
    fatima = await registers(house)
    said = await fatima.taps("My coach")
    assert NO_COACH in said
    assert "Brussels: 02" in said
    assert NO_COACH in await fatima.taps("My coach")
    await house.pass_by(days=2)
    nadia = await joins_as_coach(house, branch="ghent")
    await house.pass_by(minutes=1)
    assert message_with(nadia, "Fatima (mentee) wants to talk to you.")
    assert "Your coach Nadia already has" in await fatima.says("coach")
    await nadia.taps("I take it")
    assert "Your coach Nadia looks after your question" in fatima.last


async def test_a_second_coach_does_not_get_what_the_first_one_has(house):
    fatima = await registers(house)
    await fatima.taps("My coach")
    await joins_as_coach(house)
    karim = await joins_as_coach(house, "Karim")
    assert "Fatima" not in str(karim.messages)


async def test_a_coach_who_calls_a_coach_sees_the_menu(duo, els):
    before = await remembered(duo)
    assert "What would you like to do?" in await els.says("I want my coach")
    assert await remembered(duo) == before


@pytest.mark.parametrize("words", ["/coach", "ik wil mijn coach spreken", "parler à mon coach"])
async def test_the_call_is_understood_in_every_language(duo, amir, els, words):
    assert "I have told your coach Els" in await amir.says(words)
    assert "wants to talk to you." in els.last


@pytest.mark.parametrize(
    "words", ["talk to coach", "can a coach ring me about my job?", "Kan Ik Een Coach Zien"]
)
async def test_who_asks_for_a_coach_at_the_name_is_called_nothing_and_heard(duo, els, words):
    fatima = await starts(duo)
    for step in ("English", "I agree", MENTEE):
        await fatima.taps(step)
    said = await fatima.says(words)
    assert "Els" in said
    assert "born" not in said
    assert "wants to talk to you" in str(els.messages)
    assert "What is your name?" in await fatima.says("/start")


async def test_the_coach_reads_why_somebody_asked_in_words_of_their_own(duo, amir, els):
    await amir.says("ik wil met een coach praten, het gaat niet met mijn papieren")
    assert "wants to talk to you." in str(els.messages)
    async with duo.database.reading() as tx:
        case = await tx.cases.open_for(
            f"{Reason.ASKED}:{(await tx.people.by_telegram(amir.id)).id}"
        )
        (kept,) = await tx.case_messages.newest_of(case.id, 2)
    assert kept.words == "ik wil met een coach praten, het gaat niet met mijn papieren"
