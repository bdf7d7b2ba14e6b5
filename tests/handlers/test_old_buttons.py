"""Buttons that were tapped long ago, twice, or after everything has changed."""

from bot.sandbox.cast import TOM
from tests.handlers.arrivals import (
    FIRST_SUNDAY,
    MENTEE,
    agrees,
    behind,
    finishes,
    labels_of,
    message_with,
    newest_of_bot,
    question_of,
    registers,
    remembered,
    starts,
)


def all_buttons(person):
    return [
        (message["message_id"], button["callback_data"])
        for message in person.messages
        for row in (message.get("reply_markup") or {}).get("inline_keyboard", [])
        for button in row
    ]


async def test_a_year_later_every_button_still_gives_an_answer(duo, amir, rita, els):
    await registers(duo)
    await els.says("/people")
    await els.taps("1. Fatima")
    await duo.turn_to(FIRST_SUNDAY)
    await amir.says("I want my coach")
    await duo.pass_by(days=365)
    for person in (amir, els):
        for message_id, data in all_buttons(person):
            settled = "Yes, we met" not in labels_of(person.messages[message_id - 1])
            said = await person.forges(data, message_id)
            assert said or settled
            assert "something went wrong" not in said


async def test_a_button_by_which_a_duo_was_formed_at_once_forms_none_any_more(duo, els):
    fatima = await registers(duo)
    async with duo.database.reading() as tx:
        one, tom = [(await tx.people.by_telegram(each)).id for each in (fatima.id, TOM.id)]
    before = await remembered(duo)
    for data in (f"me:{one}", f"du:s:{one}:{tom}:6:18", f"du:f:{one}:{tom}:6:18"):
        said = await els.forges(data, newest_of_bot(els))
        assert "That button is old. It does nothing any more." in said
        assert "My work" in els.buttons
    assert await remembered(duo) == before


async def test_the_question_of_a_year_ago_takes_no_answer(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    yes, card = behind(amir, "Yes, we met"), question_of(amir)["message_id"]
    await duo.pass_by(days=365)
    before = (await remembered(duo))["prompts"]
    assert "You do not have to answer it now." in await amir.forges(yes, card)
    assert (await remembered(duo))["prompts"] == before


async def test_a_tap_on_the_answered_question_shows_what_is_asked_now(house):
    fatima = await starts(house)
    await agrees(fatima)
    mentee = behind(fatima, MENTEE)
    card = message_with(fatima, "Who are you")["message_id"]
    await fatima.taps(MENTEE)
    assert "What is your name?" in await fatima.forges(mentee, card)


async def test_three_quick_taps_on_one_answer_are_one_answer(house):
    fatima = await starts(house)
    await agrees(fatima)
    card = message_with(fatima, "Who are you")["message_id"]
    for label in (MENTEE, MENTEE, "I want to be a mentor"):
        house.telegram.tap(fatima.id, card, label)
    await house.settle()
    async with house.database.reading() as tx:
        person = await tx.people.by_telegram(fatima.id)
    assert person.answers["role"] == "mentee"
    assert "What is your name?" in fatima.last


async def test_agreeing_twice_is_one_consent(house):
    fatima = await starts(house)
    await fatima.taps("English")
    card = message_with(fatima, "Do you agree?")["message_id"]
    for _ in range(3):
        house.telegram.tap(fatima.id, card, "I agree")
    await house.settle()
    assert len((await remembered(house))["consents"]) == 1


async def test_messages_that_wait_are_handled_in_their_order_after_a_restart(house):
    fatima = await starts(house)
    await agrees(fatima)
    await fatima.taps(MENTEE)
    for words in ("Fatima", "1999", "Gent"):
        house.telegram.say(fatima.id, words)
    await house.app.poller.poll()
    house.restart()
    await house.settle()
    assert "Thank you, Fatima. You are registered." in await finishes(fatima)
    assert "Town: Ghent" in await fatima.says("/answers")


async def test_an_answer_that_was_worked_out_but_not_sent_is_sent_after_a_restart(house):
    fatima = await starts(house)
    house.telegram.say(fatima.id, "/help")
    await house.app.poller.poll()
    await house.app.workers.handle_waiting()
    house.restart()
    await house.settle()
    assert any("Is somebody in danger?" in one["text"] for one in fatima.messages)


async def test_a_button_under_a_message_that_is_gone_is_answered_in_a_new_message(duo, amir):
    await duo.turn_to(FIRST_SUNDAY)
    card = question_of(amir)["message_id"]
    duo.telegram.tap(amir.id, card, "Yes, we met")
    await duo.app.poller.poll()
    await duo.telegram.call("deleteMessage", {"chat_id": amir.id, "message_id": card})
    await duo.settle()
    await duo.pass_by(minutes=1)
    assert amir.last.startswith("Thank you! Your answer: yes, we met.")
