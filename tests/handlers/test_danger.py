"""Whoever writes of danger reads at once whom to call; who says it directly need not wait."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from storage.tables import CaseRow, PersonRow
from tests.handlers.arrivals import FIRST_SUNDAY, agrees, newest_of_bot, starts
from tests.handlers.test_at_once import DANGER
from tests.handlers.test_signposts import speaks, word

MAY_CALL = "May a coach call you now?"
VEILED = "everybody would be better off without me"
DIRECT = "I want to kill myself"


async def cases_of_danger(house) -> list[tuple[str, str, object]]:
    async with house.database.reading() as tx:
        rows = await tx.connection.execute(
            select(CaseRow.reason, CaseRow.urgency, CaseRow.closed_at)
        )
        return [tuple(row) for row in rows]


async def test_who_says_it_directly_is_brought_to_a_coach_without_an_answer(duo, amir, els):
    answer = await amir.says(DIRECT)
    assert MAY_CALL in answer
    assert await cases_of_danger(duo) == [("danger", "now", None)]
    assert "wrote words that can mean danger" in els.last
    assert "Els" in amir.last


async def test_what_is_veiled_brings_a_coach_only_after_a_yes(duo, amir, els):
    before = els.last
    assert (await amir.says(VEILED)).endswith(MAY_CALL)
    assert els.last == before
    assert await cases_of_danger(duo) == []
    await amir.taps("Yes, call me")
    assert await cases_of_danger(duo) == [("danger", "now", None)]
    assert "wrote words that can mean danger" in els.last


async def test_the_partner_is_told_nothing(duo, amir, rita):
    heard = len(rita.messages)
    await amir.says(DIRECT)
    await amir.taps("Yes, call me")
    assert len(rita.messages) == heard


async def test_who_writes_it_twice_has_one_case(duo, amir):
    await amir.says(DIRECT)
    await amir.says("I will end my life tonight")
    assert len(await cases_of_danger(duo)) == 1


async def test_a_false_alarm_costs_one_kind_question(duo, amir, els):
    before = els.last
    await amir.says(VEILED)
    answer = await amir.taps("No, I am fine")
    assert "I am glad to hear that." in answer
    assert "I have told nobody what you wrote." in answer
    assert els.last == before
    assert "Sorry, I did not understand that." in await amir.says("tot morgen")


async def test_who_wants_no_call_now_keeps_the_numbers_and_the_way_to_the_coach(duo, amir):
    await amir.says(VEILED)
    answer = await amir.taps("No, not now")
    assert DANGER in answer
    assert MAY_CALL not in answer
    assert "You decide." in answer
    assert "My coach" in amir.buttons


async def test_who_wants_no_call_after_saying_it_directly_reads_who_knows(duo, amir):
    await amir.says(DIRECT)
    assert "Your coach Els knows that you may need help." in await amir.taps("No, not now")


async def test_in_the_middle_of_the_questions_it_comes_first_and_they_go_on_after(house):
    fatima = await starts(house)
    await agrees(fatima)
    await fatima.taps("I am looking for work")
    assert MAY_CALL in await fatima.says(VEILED)
    answer = await fatima.taps("No, I am fine")
    assert "What is your name?" in answer
    assert "which year" in await fatima.says("Fatima")


async def test_after_a_no_in_the_middle_of_the_questions_they_wait_until_they_are_wanted(house):
    fatima = await starts(house)
    await agrees(fatima)
    await fatima.says(VEILED)
    answer = await fatima.taps("No, not now")
    assert answer.endswith("Is somebody in danger? Call 112 now.")
    assert "Who are you in this programme?" in await fatima.taps("Go on registering")


async def test_a_yes_after_a_word_of_danger_is_no_consent_until_it_is_read_again(house):
    fatima = await starts(house)
    await fatima.taps("English")
    await fatima.says(VEILED)
    await fatima.taps("No, not now")
    assert "Do you agree?" in await fatima.says("yes")
    assert "Who are you in this programme?" in await fatima.taps("I agree")


async def test_words_under_a_picture_and_words_that_were_changed_are_heard_too(duo, amir):
    picture = duo.telegram.send(amir.id, "photo", caption="ik wil dood")
    await duo.settle()
    assert MAY_CALL in amir.messages[-2]["text"]
    assert picture
    await amir.says("good day to you")
    own = [one for one in amir.messages if one["from"] != "bot" and one["kind"] == "text"]
    newest = amir.messages[-1]["message_id"]
    duo.telegram.edit(amir.id, own[-1]["message_id"], "I want to die")
    await duo.settle()
    later = [one["text"] for one in amir.messages if one["message_id"] > newest]
    assert any(MAY_CALL in one for one in later)


@pytest.mark.parametrize(
    ("language", "said", "number"),
    [("nl", "k wil ni meer leven", "1813"), ("fr", "jveux mourir", "0800 32 123")],
)
async def test_everybody_reads_the_lines_of_their_language(duo, amir, language, said, number):
    await speaks(amir, language)
    answer = await amir.says(said)
    assert number in answer
    assert word(language, MAY_CALL) in answer


async def test_who_wrote_of_danger_is_not_asked_about_the_week_for_a_day(duo, amir, rita):
    await duo.turn_to(FIRST_SUNDAY - timedelta(hours=1))
    await amir.says(VEILED)
    heard = len(amir.messages)
    asked_rita = len(rita.messages)
    await duo.turn_to(FIRST_SUNDAY + timedelta(hours=1))
    assert len(amir.messages) == heard
    assert len(rita.messages) > asked_rita
    await duo.turn_to(FIRST_SUNDAY + timedelta(hours=40))
    assert len(amir.messages) > heard


async def test_who_is_fine_is_asked_about_the_week_as_ever(duo, amir):
    await amir.says(VEILED)
    await amir.taps("No, I am fine")
    async with duo.database.reading() as tx:
        assert (await tx.connection.scalars(select(PersonRow.spared_until))).all() == [None] * 4


async def test_a_coach_who_writes_of_danger_is_asked_nothing_about_themselves(duo, els):
    answer = await els.says("my husband beats me")
    assert DANGER in answer
    assert MAY_CALL not in answer
    assert await cases_of_danger(duo) == []


async def test_the_words_of_a_coach_to_somebody_in_danger_reach_them(duo, amir, els):
    await amir.says(DIRECT)
    await els.taps("I take it")
    await els.taps("Reply")
    await els.says("Do you want to kill yourself? I call you now.")
    assert any("I call you now." in one["text"] for one in amir.messages)


@pytest.mark.parametrize("need", ["work.rights", "nothing"])
async def test_a_forged_answer_brings_nobody(duo, amir, need):
    await amir.forges(f"dg:yes:{need}", newest_of_bot(amir))
    assert await cases_of_danger(duo) == []


async def test_without_any_coach_it_says_honestly_that_nobody_can_be_reached(duo, amir):
    async with duo.database.transaction() as tx:
        gone = update(PersonRow).where(PersonRow.role == "coach")
        await tx.connection.execute(gone.values(unreachable_at=duo.telegram.clock.now()))
    assert "No coach can be reached now." in await amir.says(DIRECT)
    assert len(await cases_of_danger(duo)) == 1
